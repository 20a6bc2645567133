"""Dates as people write them, and the ISO 8601 that they mean.

A month that is named may stand anywhere: of "28", "Sept." and "2025" each can only be one
thing. Of figures alone the day and the month are told apart by their size, or not at all.
"""

import re
from datetime import date
from typing import NamedTuple

from newssearch.analysis import fold
from newssearch.dates.months import MONTHS

_LONGEST = 40
"""Characters of a text that may be a date."""

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
_BETWEEN = frozenset({"", " ", "-", "/", ".", ". ", ",", ", ", ".,", "., "})
_PARTICLES = frozenset({"st", "nd", "rd", "th", "er", "o", "the", "of", "de", "del"})
_FIGURES = re.compile(r"(?P<a>[0-9]{1,2})(?P<gap>[-./])(?:(?P<b>[0-9]{1,2})(?P=gap))?(?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})\. ?([0-9]{1,2})(?:\. ?([0-9]{1,2}))?\.?"
    r"|([0-9]{4}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日일])?)?"
)


class _Named(NamedTuple):
    """A date with its month's name; what it does not say is empty."""

    year: str
    month: int
    day: str


def meanings(text: str) -> list[str]:
    """The ISO 8601 days or months that a written date may mean: none, one, or two.

    >>> meanings("28 September 2025"), meanings("Sept. 28th, 2025"), meanings("março de 2025")
    (['2025-09-28'], ['2025-09-28'], ['2025-03'])
    >>> meanings("28/9/2025"), meanings("9/8/2025"), meanings("September")
    (['2025-09-28'], ['2025-08-09', '2025-09-08'], [])
    """
    text = _folded(text)
    if named := _by_name(text):
        return _valid((named.year, named.month, named.day)) if named.year else []
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
        return _valid((year, month, day))
    if match := _FIGURES.fullmatch(text):
        year, a, b = match["year"], match["a"], match["b"]
        if b is None:
            return _valid((year, a, None))
        # With dots the day comes first wherever dates are so printed.
        return _valid((year, b, a)) if match["gap"] == "." else _valid((year, b, a), (year, a, b))
    return []


def objection(text: str) -> str:
    """What keeps a written date from being taken, and how to write it; empty where it is taken, or is no date.

    >>> objection("9/8/2025")
    'may be 2025-08-09 or 2025-09-08: write the one that is meant'
    >>> objection("28 September")
    'says no year, as in "28 September 2025"'
    """
    found = meanings(text)
    if len(found) > 1:
        return f"may be {' or '.join(found)}: write the one that is meant"
    named = _by_name(_folded(text))
    return f'says no year, as in "{text} 2025"' if named and not named.year else ""


def _folded(text: str) -> str:
    return " ".join(fold(text).split()) if len(text) <= _LONGEST else ""


def _by_name(text: str) -> _Named | None:
    """A month's name, and perhaps a day and a year of four figures, in any order; None for anything else."""
    first, *between, last = _PIECE.split(text) if _PIECE.search(text) else ("-", "-")
    if first or last not in {"", "."} or not _BETWEEN.issuperset(between):
        return None
    pieces = [piece for piece in _PIECE.findall(text) if piece not in _PARTICLES]
    months = [MONTHS[piece] for piece in pieces if piece in MONTHS]
    years = [piece for piece in pieces if piece.isdigit() and len(piece) == 4]
    days = [piece for piece in pieces if piece.isdigit() and len(piece) <= 2]
    if len(months) != 1 or len(years) > 1 or len(days) > 1 or len(pieces) != 1 + len(years) + len(days):
        return None
    return _Named("".join(years), months[0], "".join(days))


def _valid(*readings: tuple[str, str | int | None, str | None]) -> list[str]:
    """Those readings that are in the calendar, each once; a month or a day may be left out."""
    found: list[str] = []
    for year, month, day in readings:
        try:
            first = date(int(year), int(month or 1), int(day or 1)).isoformat()
        except ValueError:
            continue
        iso = first if day else first[:7] if month else first[:4]
        if iso not in found:
            found.append(iso)
    return found
