"""The credit lines that wires print at the end of a body: who reported, who wrote."""

import re
from collections.abc import Iterator

from newssearch.analysis import fold
from newssearch.article import Author
from newssearch.readers.newsroom import is_agency
from newssearch.readers.patterns import lazily
from newssearch.readers.people import LONGEST, Byline

TAIL = 4_000
"""Characters at the end of a body where its credits stand."""

_MORE = r"(?:with|and|also|add[a-z]*ly|add[a-z]*al|added|addition|further|extra)"
_WORK = (
    r"(?:re?port\w*|writ\w+|compil\w+|poll\w+|graphics?|analys(?:is|ed|ing)|research\w*|desking|edit\w+"
    r"|ed\w{0,3}i?n[gb])"
)
_CREDIT = lazily(
    rf"\b(?:by\s+)?((?:{_MORE}\s+){{0,3}}{_WORK}"
    rf"(?:(?:\s*[,/]\s*|\s+and\s+|\s+by\s+|\s+)(?:{_MORE}\s+){{0,2}}{_WORK}){{0,2}}\s+(?:by|from)|{_MORE}\s+reporting"
    r"|editing)\b:?",
    re.IGNORECASE,
)
_BEGINNING = lazily(
    r"[\s*–—-]*(?:by\s|with|and|also|add|further|extra|re?port|writ|compil|poll|graphic|analys|research|desking|ed)",
    re.IGNORECASE,
)
_CREDIT_LINE = lazily(r"\(([^()\n]*(?:\n[^()\n]+){0,4})(?:\)|$)|^([^(\n]+)$", re.MULTILINE)
_CONTRIBUTED = lazily(r"(?:.*\b(?:writers?|reporters?|correspondents?|journalists?)\s)?(.*?),? contributed to this ")
_BETWEEN = lazily(r"\s*(?:[,;/&|]|\band\b|(?<=\w\w\w)\. )\s*")
_PLACE = lazily(r"\s+(?:in|In|IN|from|at|of|via|with)\b")
_NAME = lazily(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|da|de|del|della|der|di|dos|du|la|van|von|bin|al|el|ten)){0,4}"
)
_UNITS = frozenset(
    ["bureau", "bureaus", "bureaux", "desk", "newsroom", "poll", "polls", "staff", "team", "unit", "units"]
)
_TWO_WORD_PLACE = lazily(
    r"(?:new|los|las|san|santa|sao|são|hong|north|south|west|rio|buenos|tel|kuala|the|st|ho)\b", re.IGNORECASE
)


def credited(text: str) -> Byline:
    """The people of the credit lines at the end of a body: those who report and write, not those who edit.

    >>> [(a.name, a.role) for a in credited("... (Reporting by Jane Doe in Rome; editing by Al Roe)").authors]
    [('Jane Doe', 'Reporting')]
    """
    found: dict[str, Author] = {}
    for printed in _lines(text[-TAIL:]):
        line = " ".join(printed.split())
        if " contributed to this " in line and (contributed := _CONTRIBUTED.match(line[:LONGEST])):
            line = f"Additional reporting by {contributed[1]}"
        for role, names in _credit_clauses(line):
            for name in _names(names):
                found.setdefault(fold(name), Author(name=name, role=role))
    return Byline(tuple(found.values()))


def _lines(text: str) -> Iterator[str]:
    """The lines without parentheses, and what stands in parentheses, of those that may be credits by how they begin."""
    any_line = "contributed" in text
    starts = [0, *(at + 1 for at in _places(text, "\n")), *_places(text, "(")]
    end = 0
    for at in sorted(starts):
        in_parentheses = text.startswith("(", at)
        may_be = any_line or _BEGINNING.match(text, at + in_parentheses) is not None
        # What stands in parentheses may go on for some lines, which then are none of their own.
        if at >= end and (in_parentheses or may_be) and (match := _CREDIT_LINE.match(text, at)):
            end = match.end()
            if may_be:
                yield match[1] or match[2] or ""


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _credit_clauses(line: str) -> Iterator[tuple[str, str]]:
    """Each clause that is no editor's: (role, names)."""
    line = line.lstrip(" -–—*")
    if not _CREDIT.match(line):
        return
    phrases = list(_CREDIT.finditer(line))
    ends = [phrase.start() for phrase in phrases[1:]] + [len(line)]
    for phrase, end in zip(phrases, ends, strict=True):
        words = phrase[1].casefold().removesuffix(" by").removesuffix(" from").split()
        while words and words[0] in {"with", "and", "also"}:
            words = words[1:]
        if (
            not any(word.startswith(("ed", "desk", "graphic")) for word in words[:1] + words[-1:])
            or "reporting" in words
        ):
            yield " ".join(words).capitalize(), line[phrase.end() : end]


def _names(names: str) -> Iterator[str]:
    """The names of a clause; what follows "in" is a place, also past commas: `in Skhirat, Morocco, and Paris`."""
    placed = False
    pieces = [piece for piece in _BETWEEN.split(names) if piece]
    for piece in pieces:
        name, *place = _PLACE.split(piece, maxsplit=1)
        name = name.strip(" -–—*:.") + ("." if name.endswith(("Jr.", "Sr.")) else "")
        alone = " " not in name and not place and len(pieces) > 1
        if alone or (placed and not place and _TWO_WORD_PLACE.match(name)) or not _NAME.fullmatch(name):
            continue
        placed = bool(place)
        first, last = fold(name.split()[0]).removesuffix("'s"), fold(name.split()[-1])
        if last not in _UNITS and not is_agency(first.strip("'")) and not is_agency(name):
            yield name
