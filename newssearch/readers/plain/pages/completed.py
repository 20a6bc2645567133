"""Dates that say too little by themselves, and are completed by another date on the same page.

Pages print a day of this year without the year, and `10/11/2025`, which may be two days.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from newssearch.analysis import fold
from newssearch.dates.months import MONTHS
from newssearch.patterns import lazily
from newssearch.readers.dates import printed_dates
from newssearch.readers.plain.pages.glued import LONGEST

_YEARLESS = lazily(
    r"(?<![\d.:])(?P<day>\d{1,2})\.? (?:de )?(?P<month>[^\W\d_]{3,12})\.?"
    r"(?=[,\s|·—–-]{1,4}(?:[^\W\d_]{1,3}\.? )?\d{1,2}[:.]\d\d$)"
)
_IN_FIGURES = lazily(r"(?<![\d/-])(?P<a>\d{1,2})(?P<mark>[/-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_NEAR = timedelta(days=1)
"""How far a reading of a date in figures is from another date at most: a page prints its own day, or a neighbour's."""


def line(text: str, around: Iterable[str]) -> str:
    """A line with the year or the order that other lines give to its date; as it was where they give none.

    >>> line("Jane Doe — 14 November, 18:50", ["Ferry lost", "14.11.2025 16:02"])
    'Jane Doe — 14 November 2025, 18:50'
    >>> line("10/11/2025 08:30", ["Monday, 10 November 2025"]), line("10/11/2025", ["© 2000-2025"])
    ('2025-11-10 08:30', '10/11/2025')
    """
    if len(text) > LONGEST:
        return text
    if match := _YEARLESS.search(text):
        day = (MONTHS.get(fold(match["month"])), int(match["day"]))
        years = {known.year for known in _days(around) if (known.month, known.day) == day}
        return f"{text[: match.end()]} {years.pop()}{text[match.end() :]}" if len(years) == 1 else text
    if match := _IN_FIGURES.search(text):
        known = [*_days(around)]
        sure = [day for day in _readings(match) if any(abs(day - other) <= _NEAR for other in known)]
        return f"{text[: match.start()]}{sure[0]}{text[match.end() :]}" if len(sure) == 1 else text
    return text


def _days(lines: Iterable[str]) -> Iterator[date]:
    for text in lines:
        if len(text) <= LONGEST and any(map(str.isdigit, text)):
            yield from (found.moment.day for found in printed_dates.find(text, "UTC") if found.moment)


def _readings(match: re.Match[str]) -> Iterator[date]:
    year, *parts = (int(match[part]) for part in ("year", "a", "b"))
    for month, day in {(parts[0], parts[1]), (parts[1], parts[0])}:
        try:
            yield date(year, month, day)
        except ValueError:
            continue
