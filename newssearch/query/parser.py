"""Query text to a tree: total, and nothing dropped in silence."""

from typing import NamedTuple

from newssearch.errors import QueryError
from newssearch.query import build, tree
from newssearch.query.clauses import side_by_side
from newssearch.query.fields import DATE, MODIFIERS, SHOWS, SORTS
from newssearch.query.leaves import GOES_ON, boost, capped, is_boost, is_date, leaf, text
from newssearch.query.lexer import Lexeme, lexemes, near_operator
from newssearch.query.notices import AS_TEXT, Notice

MAX_CHARACTERS, MAX_CLAUSES, MAX_LEVELS = 10_000, 1_000, 100

_MORE_WORDS = 10
"""Words that may follow the first of a date: `1 march 2025 to 15 june 2025` has six."""


class Parsed(NamedTuple):
    """A query, the order it asked for (or None), what became of its text, and which of `SHOWS` it asks for."""

    query: tree.Query
    sort: str | None = None
    notices: tuple[Notice, ...] = ()
    shows: frozenset[str] = frozenset()


def parse(text: str, *, strict: bool = False, most: int | None = MAX_CHARACTERS) -> Parsed:
    """Read query text of at most so many characters (None: of any length).

    Every text within the limits gives a tree; whatever was not understood was searched
    as text and is a notice, or in `strict` mode a `QueryError`, as is text past a limit.

    >>> parse('headline:"drug cartels" -by:ko').query
    And(parts=(Phrase(words=('drug', 'cartels'), slop=0, field='headline'), Not(part=Name(name='ko'))))
    >>> parse("maduro AND").notices[0].message
    "'AND' has nothing to join"
    """
    if most is not None and len(text) > most:
        raise QueryError(f"the query has {len(text):,} characters; the limit is {most:,}")
    # A clause has a character at least, so a text so short has not too many of them.
    if len(text) <= MAX_CLAUSES and (query := side_by_side(text)) is not None:
        return Parsed(query)
    parsed = by_grammar(text)
    if strict and (odd := [notice for notice in parsed.notices if not notice.understood]):
        raise QueryError(odd[0].printed.removesuffix(AS_TEXT))
    return parsed


def by_grammar(text: str) -> Parsed:
    """Read text of any length by the whole grammar."""
    return _Parser(text).parse()


class _Parser:
    """Recursive descent over the lexemes; one method a level of the grammar."""

    def __init__(self, text: str) -> None:
        self.blank = not text.strip()
        self.lexemes, self.notices = lexemes(text)
        self.at = 0
        self.clauses = 0
        self.sort: str | None = None
        self.shows: set[str] = set()
        self.modifiers = 0

    def parse(self) -> Parsed:
        parts = []
        while self.at < len(self.lexemes):
            if self._kind() == ")":
                self._note("stray-parenthesis", "a ')' closes nothing and was ignored", self._take())
            elif (part := self._or(None, 0)) is not None:
                parts.append(part)
        # Text without any word asks for nothing; no text, or an order alone, for everything.
        written = sum(lexeme.kind not in {"(", ")"} for lexeme in self.lexemes)
        asked = bool(parts) or self.blank or 0 < written == 2 * self.modifiers
        query = build.all_of(parts) if asked else build.negate(tree.Everything())
        notices = sorted(self.notices, key=lambda notice: notice.column or 0)
        return Parsed(query, self.sort, tuple(notices), frozenset(self.shows))

    def _kind(self) -> str:
        return self.lexemes[self.at].kind if self.at < len(self.lexemes) else ""

    def _take(self) -> Lexeme:
        self.at += 1
        return self.lexemes[self.at - 1]

    def _note(self, code: str, message: str, lexeme: Lexeme) -> None:
        self.notices.append(Notice(code, message, lexeme.column))

    def _or(self, field: str | None, level: int) -> tree.Query | None:
        parts = [self._and(field, level)]
        while self._kind() == "or":
            self._take()
            parts.append(self._and(field, level))
        kept = [part for part in parts if part is not None]
        return build.any_of(kept) if kept else None

    def _and(self, field: str | None, level: int) -> tree.Query | None:
        kept = []
        while self._kind() not in {"", ")", "or"}:
            if self._kind() == "and":
                self._take()
            if (part := self._near(field, level)) is not None:
                kept.append(part)
        return build.all_of(kept) if kept else None

    def _near(self, field: str | None, level: int) -> tree.Query | None:
        left = self._not(field, level)
        chain = 0
        while self._kind() == "near":
            operator = self._take()
            right = self._not(field, level)
            if left is None or right is None:
                left = left or right
                continue
            ordered, distance = near_operator(operator)
            if self._joinable(left, right):
                for part in (left, right):
                    if build.unboosted(part) != part:
                        self._note("boost-dropped", "a boost inside NEAR was ignored", operator)
                before = left
                left = build.near(left, right, capped(distance, operator.column, self.notices), ordered=ordered)
                chain += isinstance(left, tree.Near) and left.parts[0] is before
                self._check_level(level + chain)
            else:
                self._note("near-as-and", f"'{operator.text}' cannot join these; it was taken as AND", operator)
                left = build.all_of([left, right])
        return left

    @staticmethod
    def _joinable(left: tree.Query, right: tree.Query) -> bool:
        if not (build.can_be_near(left) and build.can_be_near(right)):
            return False
        fields = build.near_fields(left), build.near_fields(right)
        return None in fields[0] or None in fields[1] or bool(fields[0] & fields[1])

    def _not(self, field: str | None, level: int) -> tree.Query | None:
        if self._kind() not in {"not", "-"}:
            return self._atom(field, level)
        operator = self._take()
        self._check_level(level + 1)
        asked = self.sort, {*self.shows}
        part = self._not(field, level + 1)
        self.sort, self.shows = asked  # what is excluded asks for nothing
        if part is None:
            self._note("ignored", f"'{operator.text}' has nothing to exclude and was ignored", operator)
            return None
        if build.unboosted(part) != part:
            self._note("boost-dropped", "a boost inside an exclusion was ignored", operator)
        return build.negate(part)

    def _atom(self, field: str | None, level: int) -> tree.Query | None:
        lexeme = self._take()
        if lexeme.kind == "field":
            if lexeme.text in MODIFIERS:
                return self._modifier(lexeme, field, level)
            return self._atom(lexeme.text, level)
        if lexeme.kind == "(":
            self._check_level(level + 1)
            part = self._or(field, level + 1)
            if self._kind() != ")":
                self._note("unclosed-group", "a '(' is not closed", lexeme)
                return part
            closing = self._take()
            if part is None and self.lexemes[self.at - 2] is lexeme:
                self._note("ignored", "'()' holds nothing and was ignored", lexeme)
            if part is None or not closing.suffix:
                return part
            factor = boost(closing.suffix[1:], closing.column, self.notices)
            if not is_boost(closing.suffix[1:]):
                behind = text(closing.suffix, None)
                return part if behind is None else build.all_of([part, behind])
            return self._boosted(part, factor, closing)
        if field in DATE and lexeme.kind == "word":
            lexeme = self._whole_date(lexeme, field)
        part = leaf(lexeme, field, self.notices)
        self.clauses += build.size(part) if part is not None else 0
        if self.clauses > MAX_CLAUSES:
            raise QueryError(f"the query has more than {MAX_CLAUSES:,} clauses")
        return part

    def _whole_date(self, first: Lexeme, name: str) -> Lexeme:
        """A date or range of several words that stands without quotes, as one; else the word alone, as it is."""
        found, written = first, first.text
        is_whole = is_date(written, name)
        for at, following in enumerate(self.lexemes[self.at : self.at + _MORE_WORDS], self.at + 1):
            if following.kind != "word" or (is_whole and not GOES_ON.fullmatch(following.text)):
                break
            is_whole = False
            written += f" {following.text}"
            if is_date(written, name):
                found, self.at, is_whole = first._replace(text=written), at, True
        return found

    def _boosted(self, part: tree.Query, factor: float, lexeme: Lexeme) -> tree.Query:
        made = build.boosted(part, factor)
        if made is part and factor != 1:
            self._note("boost-dropped", "a boost where nothing is scored was ignored", lexeme)
        return made

    def _modifier(self, name: Lexeme, field: str | None, level: int) -> tree.Query | None:
        """What says how to answer, lifted out; anything else behind its colon is text."""
        value = self._take()
        wanted = value.text.casefold() if value.kind in {"word", "phrase"} else ""
        if name.text == "sort" and wanted in SORTS:
            self.sort = wanted
        elif name.text in SHOWS and wanted == "show":
            self.shows.add(name.text)
        else:
            return self._no_modifier(name, value, field, level)
        self.modifiers += 1
        return None

    def _no_modifier(self, name: Lexeme, value: Lexeme, field: str | None, level: int) -> tree.Query | None:
        if name.text == "sort":
            self._note("bad-sort", f"'sort:{value.text}' is no order: {', '.join(SORTS)}", name)
        else:
            self._note("bad-show", f"'{name.text}:{value.text}' is not {name.text}:show", name)
        self.at -= 1
        self._check_level(level + 1)
        return self._atom(field, level + 1)

    def _check_level(self, level: int) -> None:
        if level > MAX_LEVELS:
            raise QueryError(f"the query is nested more than {MAX_LEVELS} levels deep")
