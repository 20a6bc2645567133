"""Query text to lexemes: where words, phrases, groups, fields and operators begin and end."""

import re
from typing import Literal, NamedTuple

from newssearch.patterns import lazily
from newssearch.query.fields import DATE, NAMES
from newssearch.query.notices import AS_TEXT, Notice

Kind = Literal["word", "phrase", "range", "field", "(", ")", "-", "and", "or", "not", "near"]

QUOTES = '"“”„‟＂'
_ENDS_WORD = frozenset(QUOTES + "()|")
_NAME = lazily(r"[A-Za-z_]+")
_NEAR = lazily(r"(NEAR|PRE)/(\d{1,9})", re.ASCII)
OTHERS = r"(?i:w|n|near|pre|within|adj)/\d{1,4}|/(?:[spSP]|\d{1,4})|(?:NEAR|ADJ|WITHIN)\d{1,4}"
"""Operators of other programs: Lexis, Westlaw, Factiva, ProQuest."""

_OTHER = lazily(OTHERS, re.ASCII)
_FAR = {"s": 20, "p": 80}
_HALF_NEAR = lazily(r"(NEAR|PRE)(?:/\d*)?", re.ASCII)


class Lexeme(NamedTuple):
    """A piece of query text. `literal` are the indexes in `text` of characters made ordinary by a backslash.

    A phrase's and a group's `suffix` is what is written right behind it (``~3^2``).
    """

    kind: Kind
    text: str
    column: int
    literal: frozenset[int] = frozenset()
    suffix: str = ""


def lexemes(text: str) -> tuple[list[Lexeme], list[Notice]]:
    """The lexemes of a query, each operator checked to have something to join, and what was odd."""
    scanner = _Scanner(text)
    return _operators(scanner.scan(), scanner.notices)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.notices: list[Notice] = []
        self.chars: list[str] = []
        self.literal: list[bool] = []
        self.columns: list[int] = []
        self.at = 0
        escaped = False
        for column, char in enumerate(text):
            if char == "\\" and not escaped and column + 1 < len(text):
                escaped = True
                continue
            self.chars.append(char)
            self.literal.append(escaped)
            self.columns.append(column - escaped)
            escaped = False

    def peek(self, offset: int = 0) -> str:
        """The special or ordinary character here; an escaped one reads as a letter, the end as ''."""
        at = self.at + offset
        if at >= len(self.chars):
            return ""
        return "\\" if self.literal[at] else self.chars[at]

    def scan(self) -> list[Lexeme]:
        found: list[Lexeme] = []
        after_field = False
        while self.at < len(self.chars):
            char, column = self.peek(), self.columns[self.at]
            if char.isspace():
                self.at += 1
                continue
            if char == "(":
                self.at += 1
                found.append(Lexeme("(", "(", column))
            elif char == ")":
                self.at += 1
                found.append(Lexeme(")", ")", column, suffix=self._suffix("^")))
            elif char == "|":
                self.at += 1
                found.append(Lexeme("or", "|", column))
            elif after_field and found[-1].text in DATE:
                found.append(self._range() if char == "[" else self._dates())
            elif char in QUOTES:
                found.append(self._phrase())
            elif after_field:
                found.append(self._word())
            elif char == "-" and self._excludes():
                self.at += 1
                found.append(Lexeme("-", "-", column))
            elif name := self._field():
                found.append(Lexeme("field", name, column))
                after_field = True
                continue
            else:
                found.append(self._word())
            after_field = False
        return found

    def _excludes(self) -> bool:
        before = self.peek(-1) if self.at else ""
        after = self.peek(1)
        return (
            (before in {"", "(", "|"} or before.isspace()) and bool(after) and not after.isspace() and after not in ")|"
        )

    def _field(self) -> str:
        """A known field's name, in small letters, with something behind its colon; it is taken in."""
        start = end = self.at
        while end < len(self.chars) and not self.literal[end] and _NAME.match(self.chars[end]):
            end += 1
        if end == start or self.peek(end - start) != ":":
            return ""
        written = "".join(self.chars[start:end])
        name, column = written.lower(), self.columns[start]
        after = self.peek(end - start + 1)
        something = bool(after) and not after.isspace() and after not in ")|"
        if name in NAMES or name in DATE:
            if something:
                self.at = end + 1
                return name
            self.notices.append(Notice("empty-field", f"nothing stands right after '{written}:'{AS_TEXT}", column))
        elif something and after != "/":
            self.notices.append(Notice("unknown-field", f"unknown field '{written}'{_suggestion(name)}", column))
        return ""

    def _word(self) -> Lexeme:
        start = self.at
        while self.at < len(self.chars):
            char = self.peek()
            if char.isspace() or char in _ENDS_WORD:
                break
            self.at += 1
        return self._lexeme("word", start, self.at)

    def _phrase(self) -> Lexeme:
        start = self.at
        self.at += 1
        while self.at < len(self.chars) and not self._at_quote():
            self.at += 1
        end = self.at
        if self.at == len(self.chars):
            self.notices.append(Notice("unclosed-quote", "a quote is not closed", self.columns[start]))
        self.at += 1
        phrase = self._lexeme("phrase", start + 1, end)
        return phrase._replace(column=self.columns[start], suffix=self._suffix("~^"))

    def _dates(self) -> Lexeme:
        """A word or a phrase; or two with dots between them, of which one is a phrase, as a range."""
        first = self._word_or_phrase()
        if first.kind == "phrase" and not first.suffix and self.peek() == self.peek(1) == ".":
            self.at += 2
            start = f"{first.text}.."
        elif first.kind == "word" and first.text.endswith("..") and self._at_quote():
            start = first.text
        else:
            return first
        return Lexeme("range", start + self._word_or_phrase().text, first.column)

    def _word_or_phrase(self) -> Lexeme:
        return self._phrase() if self._at_quote() else self._word()

    def _at_quote(self) -> bool:
        return bool(self.peek()) and self.peek() in QUOTES

    def _range(self) -> Lexeme:
        start = self.at
        while self.at < len(self.chars) and self.peek() != "]":
            self.at += 1
        if self.at == len(self.chars):
            self.notices.append(Notice("unclosed-group", "a '[' is not closed", self.columns[start]))
        self.at += 1
        return self._lexeme("range", start + 1, min(self.at - 1, len(self.chars)))

    def _suffix(self, opening: str) -> str:
        if not self.peek() or self.peek() not in opening:
            return ""
        return self._word().text

    def _lexeme(self, kind: Kind, start: int, end: int) -> Lexeme:
        literal = frozenset(at - start for at in range(start, end) if self.literal[at])
        column = self.columns[start] if start < len(self.columns) else self.columns[-1]
        return Lexeme(kind, "".join(self.chars[start:end]), column, literal)


_MEANT = {
    **dict.fromkeys(["published", "pubdate", "year", "month", "day"], "date"),
    **dict.fromkeys(["paper", "publication", "publisher"], "source"),
    **dict.fromkeys(["reporter", "writer"], "byline"),
    **dict.fromkeys(["keyword", "subject"], "tag"),
    **dict.fromkeys(["text", "content"], "body"),
    "from": "since",
    "to": "until",
}
"""What other programs call a field."""


def _suggestion(name: str) -> str:
    from difflib import get_close_matches  # only for a mistake

    meant = _MEANT.get(name) or next(iter(get_close_matches(name, [*NAMES, *DATE], n=1, cutoff=0.7)), "")
    return f"; did you mean {meant}?" if meant else AS_TEXT


def _operators(found: list[Lexeme], notices: list[Notice]) -> tuple[list[Lexeme], list[Notice]]:
    """Tell operators from words: one with nothing to join on a side is a word, a `|` then is nothing."""
    checked: list[Lexeme] = []
    operand = value = False  # is there a left operand; does a field's value come next
    for at, lexeme in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        joins = following is not None and following.kind not in {")", "or"}
        kind = _operator(lexeme) if lexeme.kind in {"word", "or"} and not value else lexeme.kind
        if (kind in {"and", "or", "near"} and not (operand and joins)) or (kind == "not" and not joins):
            message = f"'{lexeme.text}' has nothing to join"
            notices.append(Notice("dangling-operator", message, lexeme.column))
            if lexeme.text == "|":
                continue
            kind = "word"
        elif kind == "word" and not value and (half := _half_near(lexeme)):
            message = f"'{lexeme.text}' takes a distance, as in {half}/5{AS_TEXT}"
            notices.append(Notice("dangling-operator", message, lexeme.column))
        elif kind == "word" and operand and joins and (ours := _ours(lexeme)):
            message = f"'{lexeme.text}' is another program's operator; here it is {ours}{AS_TEXT}"
            notices.append(Notice("other-operator", message, lexeme.column))
        checked.append(lexeme._replace(kind=kind))
        operand = kind in {"word", "phrase", "range", ")"}
        value = kind == "field"
    return checked, notices


def _operator(lexeme: Lexeme) -> Kind:
    if lexeme.literal:
        return "word"
    if _NEAR.fullmatch(lexeme.text):
        return "near"
    kinds: dict[str, Kind] = {"AND": "and", "OR": "or", "|": "or", "NOT": "not"}
    return kinds.get(lexeme.text, "word")


def _half_near(lexeme: Lexeme) -> str:
    """NEAR or PRE, where it stands without a distance, or with one that is past all sense."""
    match = None if lexeme.literal else _HALF_NEAR.fullmatch(lexeme.text)
    return match[1] if match else ""


def _ours(lexeme: Lexeme) -> str:
    """What an operator of another program is here; a sentence has some 20 words, a paragraph 80."""
    if lexeme.literal or not _OTHER.fullmatch(lexeme.text):
        return ""
    digits = "".join(filter(str.isdigit, lexeme.text))
    return f"{'PRE' if lexeme.text[:3].upper() == 'PRE' else 'NEAR'}/{digits or _FAR[lexeme.text[1].lower()]}"


def near_operator(lexeme: Lexeme) -> tuple[bool, int]:
    """Whether a NEAR or PRE is ordered, and its distance."""
    match = _NEAR.fullmatch(lexeme.text)
    return (match is not None and match[1] == "PRE"), int(match[2]) if match else 0
