"""Dates as people write them, and the ISO 8601 that they mean.

A month that is named may stand anywhere: of "28", "Sept." and "2025" each can only be one
thing. Of figures alone the day and the month are told apart by their size, or not at all.
"""

import re
from datetime import date
from typing import NamedTuple

from newssearch.analysis import fold
from newssearch.dates.months import MONTHS, WEEKDAYS

_LONGEST = 40
"""Characters of a text that may be a date."""

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
_BETWEEN = frozenset({"", " ", "-", "/", ".", ". ", ",", ", ", ".,", "., "})
_PARTICLES = frozenset("st nd rd th er o the of de del le el il am den feira".split())  # noqa: SIM905 - no marks between
_FIGURES = re.compile(r"(?P<a>[0-9]{1,2})(?P<gap>[-./])(?:(?P<b>[0-9]{1,2})(?P=gap))?(?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(
    r"([0-9]{4})\. ?([0-9]{1,2})(?:\. ?([0-9]{1,2}))?\.?"
    r"|([0-9]{4}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日일])?)?"
)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-./ ])[0-9]{1,2}\1'?[0-9]{2}")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_QUARTER = re.compile(r"(?:q([1-4])|([1-4])q)[ /-]?([0-9]{4})|([0-9]{4}) q([1-4])")


class _Named(NamedTuple):
    """A date with its month's name; what it does not say is empty."""

    year: str
    month: int
    day: str
    weekdays: tuple[int, ...]

    def valid(self) -> list[str]:
        """The date, if it is in the calendar."""
        return _valid((self.year, self.month, self.day))

    def contradiction(self) -> str:
        """The date's own day of the week, where it says another."""
        found = self.valid()
        if not self.weekdays or not self.day or not found:
            return ""
        day = date.fromisoformat(found[0])
        return "" if self.weekdays == (day.weekday(),) else f"{day:%A}"


def meanings(text: str) -> list[str]:
    """The ISO 8601 days, months or quarters that a written date may mean: none, one, or two.

    >>> meanings("28 September 2025"), meanings("Sept. 28th, 2025"), meanings("março de 2025")
    (['2025-09-28'], ['2025-09-28'], ['2025-03'])
    >>> meanings("28/9/2025"), meanings("9/8/2025"), meanings("September")
    (['2025-09-28'], ['2025-08-09', '2025-09-08'], [])
    >>> meanings("Sunday, 28 September 2025"), meanings("20250928"), meanings("Q3 2025")
    (['2025-09-28'], ['2025-09-28'], ['2025-Q3'])
    """
    text = _folded(text)
    if named := _by_name(text):
        return named.valid() if named.year and not named.contradiction() else []
    if match := _COMPACT.fullmatch(text):
        return _valid((match[1], match[2], match[3]))
    if match := _QUARTER.fullmatch(text):
        return [f"{match[3] or match[4]}-Q{match[1] or match[2] or match[5]}"]
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
    if _SHORT_YEAR.fullmatch(_folded(text)):
        return "says its year in two figures: write all four"
    named = _by_name(_folded(text))
    if named and named.year and (weekday := named.contradiction()):
        return f"is a {weekday}: write the day that is meant"
    return f'says no year, as in "{text} 2025"' if named and not named.year else ""


def _folded(text: str) -> str:
    return " ".join(fold(text).split()) if len(text) <= _LONGEST else ""


def _by_name(text: str) -> _Named | None:
    """A month's name, and perhaps a day, its weekday and a year of four figures, in any order; else None."""
    first, *between, last = _PIECE.split(text) if _PIECE.search(text) else ("-", "-")
    if first or last not in {"", "."} or not _BETWEEN.issuperset(between):
        return None
    pieces = [piece for piece in _PIECE.findall(text) if piece not in _PARTICLES]
    months = [MONTHS[piece] for piece in pieces if piece in MONTHS]
    years = [piece for piece in pieces if piece.isdigit() and len(piece) == 4]
    days = [piece for piece in pieces if piece.isdigit() and len(piece) <= 2]
    weekdays = [WEEKDAYS[piece] for piece in pieces if piece in WEEKDAYS] if days else []
    if len(months) != 1 or any(len(one) > 1 for one in (years, days, weekdays)):
        return None
    if len(pieces) != 1 + len(years) + len(days) + len(weekdays):
        return None
    return _Named("".join(years), months[0], "".join(days), tuple(weekdays))


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
