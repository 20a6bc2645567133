"""A matcher for display: where a query's words stand in an article, found without reading all of it.

A query's words are few and an article's are many, so words, patterns and phrases are
looked for where they may be written. For the rest, the reference matcher is given only
the tokens that may take part.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from newssearch.analysis import beginning, sought, spellings, stem, stem_language
from newssearch.analysis.seeking import Seeker, Spelled, any_of, is_next
from newssearch.analysis.surface import Surface
from newssearch.article import Article
from newssearch.query import build, tree
from newssearch.query.fields import DEFAULTS, WORDS, texts
from newssearch.query.matcher import Extents, Matcher, Placed, Where
from newssearch.query.words import literal_prefix, wildcard, within

_MOST_PLACES = 1_000
_TEXTS = ("body", *(field for field in DEFAULTS if field != "body"))  # the longest first, where offsets stay
_APART = "\n0\n"  # no phrase goes on behind it

_Seekers = tuple[str | None, Sequence[Seeker]]
"""A leaf's field, and what finds each of its words in an article; nothing for what only the matcher can find."""


class _Page:
    """The texts of some fields, one behind the other with a word between them, to be looked through at once."""

    __slots__ = ("_texts", "surface")

    def __init__(self, article: Article, fields: Iterable[str]) -> None:
        self._texts: list[tuple[Where, int, int]] = []
        values: list[str] = []
        start = 0
        for field in fields:
            for at, value in enumerate(texts(article, field)):
                values.append(value)
                self._texts.append(((field, at), start, start + len(value)))
                start += len(value) + len(_APART)
        self.surface = Surface(_APART.join(values))

    def extents(self, seekers: Sequence[Seeker], field: str | None) -> dict[Where, Extents]:
        """The words that stand in a row as the seekers do, in one of the fields or in all."""
        every = _in_a_row(self.surface, seekers)
        found: dict[Where, Extents] = {}
        first = 0
        for where, start, end in self._texts:
            if first == len(every):
                break
            if every[first][0] < start:
                first += 1  # the word between
            behind = bisect_left(every, (end,), first)
            if first < behind and field in {None, where[0]}:
                own = every[first:behind]
                found[where] = [(left - start, right - start) for left, right in own] if start else own
            first = behind
        return found


class Asked:
    """A query that is looked for in articles: what depends on their language alone is found out once."""

    def __init__(self, query: tree.Query, languages: Iterable[str]) -> None:
        self.query = query
        self.languages = frozenset(languages)
        self._seekers: dict[tuple[int, str], _Seekers] = {}

    def seekers(self, part: tree.Query, language: str) -> _Seekers:
        """What finds a part of the query in articles of a language."""
        key = id(part), language
        found = self._seekers.get(key)
        if found is None:
            found = self._seekers[key] = _seekers(part, language, self.languages | {language})
        return found

    def written(self, language: str) -> tuple[Mapping[str, Spelled], int]:
        """How what is asked of each field may be written in articles of a language: see `_wanted`."""
        return _wanted(self.query, language, self.languages | {language})


class Sought(Matcher):
    """A matcher that reads no more of an article than one query can match."""

    def __init__(self, article: Article, asked: Asked) -> None:
        super().__init__(article, asked.languages, most=_MOST_PLACES)
        self.asked = asked
        self.language = stem_language(article.language)
        self.pages: dict[tuple[str, ...], _Page] = {}
        self.found: dict[int, dict[Where, Extents]] = {}  # of parts of the one tree that this matcher is for
        self.matched: dict[int, bool] = {}

    def matches(self, query: tree.Query) -> bool:
        matched = self.matched.get(id(query))
        if matched is None:
            is_leaf = build.can_be_near(query) and not isinstance(query, (tree.Or, tree.Boost))
            matched = self.matched[id(query)] = bool(self.extents(query)) if is_leaf else super().matches(query)
        return matched

    def extents(self, query: tree.Query) -> dict[Where, Extents]:
        found = self.found.get(id(query))
        if found is None:
            field, seekers = self.asked.seekers(query, self.language)
            found = self.page(field).extents(seekers, field) if seekers else super().extents(query)
            self.found[id(query)] = found
        return found

    def page(self, field: str | None) -> _Page:
        """The page that has a field, or the default ones."""
        fields = _TEXTS if field is None or field in DEFAULTS else (field,)
        page = self.pages.get(fields)
        if page is None:
            page = self.pages[fields] = _Page(self.article, fields)
        return page

    def read(self, field: str) -> list[Placed]:
        all_written, reach = self.asked.written(self.language)
        if field not in all_written:
            return []
        surfaces = [Surface(text) for text in texts(self.article, field)]
        written = all_written[field]
        if written is None or (len(surfaces) > 1 and any(sought(surface, written, 0) for surface in surfaces)):
            return super().read(field)
        return [sought(surface, written, reach) for surface in surfaces]


@lru_cache(maxsize=128)
def _seekers(part: tree.Query, language: str, languages: frozenset[str]) -> _Seekers:
    match part:
        case tree.Word(word, field) if field is None or field in DEFAULTS:
            stems = {stem(word, each) for each in languages}
            written = any_of(spellings(beginning(root, language)) for root in stems)
            return field, (Seeker(lambda other: stem(other, language) in stems, written),)
        case tree.Word(word, field):
            return field, (_exactly(word),)
        case tree.Pattern(pattern, field):
            return field, (Seeker(wildcard(pattern), spellings(literal_prefix(pattern))),)
        case tree.Fuzzy(word, edits, field):
            return field, (Seeker(within(word, edits), spellings(word[:1])),)
        case tree.Phrase(words, 0, field) if "".join(words).isascii():
            return field, tuple(map(_exactly, words))
        case _:
            return None, ()


def _exactly(word: str) -> Seeker:
    return Seeker(word.__eq__, spellings(word))


def _in_a_row(surface: Surface, seekers: Sequence[Seeker]) -> Extents:
    """The words of a text that stand in a row as the seekers do."""
    first, *others = seekers
    if not others:
        return first.places(surface)
    rows = [[extent] for extent in first.places(surface)]
    for seeker in others:
        rows = list(_continued(surface.text, rows, seeker.places(surface))) if rows else []
    return sorted({extent for row in rows for extent in row})


def _continued(text: str, rows: list[Extents], following: Extents) -> Iterator[Extents]:
    """The rows that go on with one of the following words, with it."""
    for row in rows:
        end = row[-1][1]
        at = bisect_left(following, (end, 0))
        if at < len(following) and is_next(text, end, following[at][0]):
            yield [*row, following[at]]


@lru_cache(maxsize=64)
def _wanted(query: tree.Query, language: str, languages: frozenset[str]) -> tuple[Mapping[str, Spelled], int]:
    """How what the query asks of each field may be written (None: in any way), and how far apart that may stand."""
    parts = list(_parts(query))
    written: dict[str, Spelled] = {}
    for field in (*DEFAULTS, *WORDS):
        every = [spellings(start) for part in parts for start in _beginnings(part, field, language, languages)]
        if every:
            written[field] = any_of(every)
    return written, max(map(_reach, parts))


def _parts(query: tree.Query) -> Iterator[tree.Query]:
    """The query and all parts of it."""
    yield query
    match query:
        case tree.And(parts) | tree.Or(parts) | tree.Near(parts=parts):
            for part in parts:
                yield from _parts(part)
        case tree.Boost(part) | tree.Not(part):
            yield from _parts(part)


def _beginnings(part: tree.Query, field: str, language: str, languages: Iterable[str]) -> Iterable[str]:
    """What the words begin with that a leaf may match in a field; an empty beginning is any."""
    match part:
        case tree.Word(word, at) if _looks_in(at, field):
            return {beginning(stem(word, each), language) for each in languages} if field in DEFAULTS else {word}
        case tree.Phrase(words, field=at) if _looks_in(at, field):
            return words
        case tree.Pattern(pattern, at) if _looks_in(at, field):
            return {literal_prefix(pattern)}
        case tree.Fuzzy(word, field=at) if _looks_in(at, field):
            return {word[:1]}
        case tree.Name() if field == "byline":
            return {""}
        case _:
            return ()


def _looks_in(named: str | None, field: str) -> bool:
    """Whether a word with a field's name, or without one, looks in a field."""
    return field in DEFAULTS if named is None else named == field


def _reach(part: tree.Query) -> int:
    """How many positions may lie between two words of a match."""
    match part:
        case tree.Phrase(words, slop):
            return len(words) + slop
        case tree.Near(distance=distance):
            return distance
        case _:
            return 0
