"""Dates and times as newspapers print them, in a dozen languages.

A date in figures alone is read year first, or with dots (28.09.2025) day first. With
slashes or hyphens it is American or not, and only where one number is above 12 does
it say which; otherwise it is ambiguous and never guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from newssearch.analysis import fold
from newssearch.dates.months import MONTHS, WEEKDAYS
from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.dates import zones

AGO = (
    r"(?:\d{1,2}|an?|one) (?:second|minute|min|hour|hr|day|week|month)s? ago|vor \d{1,2} (?:minuten?|stunden?|tagen?)"
    r"|il y a \d{1,2} (?:minutes?|heures?|jours?)|hace \d{1,2} (?:minutos?|horas?|días?)|há \d{1,2} (?:minutos?|horas?)"
    r"|\d{1,2} (?:minuti|ore|giorni) fa|\d{1,2}(?:분|시간|일) 전|\d{1,2}(?:分|時間|小时|日)前"
)
"""A regular expression's source for `3 hours ago`."""

_MONTH = r"(?P<month{0}>[^\W\d_]{{3,12}})\.?"
_DATES = lazily(
    r"(?:(?<![A-Za-z\d.,:/-])|(?<=:\d\d-))(?:"
    r"(?P<y1>\d{4})(?P<sep>[-./]) ?(?P<m1>\d{1,2})(?P=sep) ?(?P<d1>\d{1,2})(?!\d)\.?"
    r"|(?P<y2>\d{4}) ?[년年] ?(?P<m2>\d{1,2}) ?[월月] ?(?P<d2>\d{1,2}) ?[일日]"
    r"|(?P<d3>\d{1,2})(?:[./]|(?:st|nd|rd|th|er|º|°|\.)?(?:\s+|-)(?:de\s+|of\s+)?)" + _MONTH.format(3)
    + r"(?: ?/ ?[^\W\d_]{3,12}(?: [^\W\d_]{3,12})?)?(?:,?\s+|[-/]|(?<=\.))(?:del?\s+)?(?P<y3>\d{4})(?!\d)"
    r"|(?P<y6>\d{4})\. " + _MONTH.format(6) + r" (?P<d6>\d{1,2})\.(?!\d)"
    r"|(?P<a>\d{1,2})(?P<sep2>[-./])(?P<b>\d{1,2})(?P=sep2)(?P<y5>\d{4})(?!\d)"
    r")"
    r"|(?<![^\W\d_])" + _MONTH.format(4) + r"\s+(?P<d4>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{4})(?!\d)"
)  # fmt: skip
_HALF = r"[ap]\.?m\b\.?"
_CLOCK = (
    r"(?:(?P<half_before>오전|오후|午前|午後|上午|下午) ?)?"
    r"(?:(?P<hour>[01]?\d|2[0-3])(?: ?[:h.] ?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"|[시時点时] ?(?:(?P<cjk>[0-5]?\d)[분分])?|(?= ?" + _HALF + r")| ?(?=Uhr\b))"
    r"|(?P<hour4>[01]\d|2[0-3])(?P<minute4>[0-5]\d)(?= ?(?:GMT|UTC|hrs)\b))"
    r"(?: ?(?P<half>" + _HALF + r"))?(?: ?(?:Uhr|hrs|h)\b)?"
    r"(?:\s*\(?(?P<zone>" + zones.PATTERN + r")\)?)?"
)  # fmt: skip
_AT = r"at|um|à|a las|às|alle ore|alle|ore|kl\.?|klo|kello|om|godz\.?|o|ob|в|о|saat|pukul|ora"
_AFTER = lazily(rf"(?:T|[\s,|·•–—-]{{0,6}}(?:{_AT})?\s{{0,3}}\(?)" + _CLOCK, re.IGNORECASE)
_BEFORE = lazily(_CLOCK + r"[\s,|·•–—-]{1,6}(?:on\s+)?(?:[^\W\d_]{3,12}\.?,?\s+)?$", re.IGNORECASE)
_DAY_FIRST = lazily(r"\dh\d|\bàs?\b|\bore\b|\bUhr\b")
"""How the time is printed beside a date in figures where the day comes first: `10/11/2025 06h02`."""

_LAST_WORD = lazily(r"([^\W\d_]{3,})(?:-feira)?[\s.,]{1,3}$")
_LONGEST_WEEKDAY = 20


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a line at [start, end); `moment` is None where the date is ambiguous."""

    start: int
    end: int
    moment: Moment | None


def find(line: str, default_zone: str) -> Iterator[PrintedDate]:
    """Every full date (with a year) of a line, in order, each with its time where one stands next to it.

    >>> [str(found.moment) for found in find("Published: May 3, 2024, 2:05 p.m. ET", "UTC")]
    ['2024-05-03T14:05:00-04:00']
    >>> [found.moment for found in find("10/11/2025", "UTC")]
    [None]
    >>> [str(found.moment) for text in ("Monday 10/11/2025", "10/11/2025 06h02") for found in find(text, "UTC")]
    ['2025-11-10', '2025-11-10T06:02:00+00:00']
    """
    end = 0
    for match in _DATES.finditer(line):
        if match.start() < end:
            continue
        days = _of_weekday(_days(match), line[max(0, match.start() - _LONGEST_WEEKDAY) : match.start()])
        if not days:
            continue
        start, end = match.span()
        clock = _AFTER.match(line, end)
        if clock:
            end = clock.end()
        else:
            window = max(0, start - 40)
            clock = next((m for m in _BEFORE.finditer(line[window:start])), None)
            start = window + clock.start() if clock else start
        sure = len(days) == 1 or (clock is not None and _DAY_FIRST.search(clock[0]) is not None)
        moment = _moment(days[0], clock, default_zone) if sure else None
        yield PrintedDate(start, end, moment)


def again(text: str, start: int, above: Moment) -> tuple[Moment | None, int]:
    """The moment of a time without a day, printed behind a date, on whose day it is; and where it ends."""
    clock = _AFTER.match(text, start)
    if clock is None:
        return None, start
    moment = _moment(above.day, clock, above.zone)
    if not clock["zone"]:
        moment = replace(moment, assumed=above.assumed)
    return moment, clock.end()


def _days(match: re.Match[str]) -> list[date]:
    """The days that a printed date may mean: none, one, or two."""
    parts = match.groupdict()
    for number in "12":
        if parts[f"y{number}"]:
            return _valid([(parts[f"y{number}"], parts[f"m{number}"], parts[f"d{number}"])])
    for number in "346":
        if parts[f"y{number}"]:
            month = MONTHS.get(fold(parts[f"month{number}"]))
            return _valid([(parts[f"y{number}"], month, parts[f"d{number}"])]) if month else []
    year, first, second = parts["y5"], parts["a"], parts["b"]
    readings = [(year, second, first)]
    if parts["sep2"] != ".":
        readings.append((year, first, second))
    return _valid(readings)


def _of_weekday(days: list[date], before: str) -> list[date]:
    """Of two days that a date may mean, the one that is of the weekday before it."""
    word = _LAST_WORD.search(before)
    weekday = WEEKDAYS.get(fold(word[1])) if word else None
    return [day for day in days if day.weekday() == weekday] or days if len(days) > 1 else days


def _valid(readings: list[tuple[str, str | int, str]]) -> list[date]:
    days: list[date] = []
    for year, month, day in readings:
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if found not in days:
            days.append(found)
    return days


def _moment(day: date, clock: re.Match[str] | None, default_zone: str) -> Moment:
    if clock is None:
        return Moment(day, None, default_zone, assumed=True)
    parts = clock.groupdict()
    hour = int(parts["hour"] or parts["hour4"])
    half = (parts["half"] or parts["half_before"] or "").casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith(("p", "오후", "午後", "下午")) else 0)
    minute = parts["minute"] or parts["minute4"] or parts["cjk"] or 0
    printed = time(hour, int(minute), int(parts["second"] or 0))
    if parts["zone"]:
        return Moment(day, printed, zones.zone_name(parts["zone"]))
    return Moment(day, printed, default_zone, assumed=True)
