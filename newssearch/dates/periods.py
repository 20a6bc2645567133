"""Periods: what "2025-09", "last-week", "7d" or an instant mean, to their first and last moment.

A calendar period is `Days` and compares the printed local date; a time of day or a
number of hours is `Instants`. Both ends belong to the period.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

TICK = timedelta(microseconds=1)


class Days(NamedTuple):
    """From the first of these days to the last."""

    first: date
    last: date


class Instants(NamedTuple):
    """From the first of these instants to the last; both know their zone."""

    first: datetime
    last: datetime


Period = Days | Instants

# The shapes of periods are compiled when a text is first held against them: most questions name no period at all.
_CALENDAR = (
    r"(?a)(?P<year>\d{4})"
    r"(?:(?P<decade>[Ss])|[-/](?:[Ww](?P<week>\d{1,2})|[Qq](?P<quarter>[1-4])|(?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?))?"
)
_INSTANT = (
    r"(?a)(?P<day>\d{4}-\d\d-\d\d)[Tt ]"
    r"(?P<hour>\d\d)(?P<minute>:?[0-5]\d)?(?P<second>:?[0-5]\d)?(?P<fraction>\.\d{1,6})?"
    r"(?P<zone>[Zz]|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)?"
)
_NAMED = r"(?P<which>this|last|past)[ -](?P<unit>day|week|month|quarter|year)"
_ROLLING = (
    r"(?a)(?:(?:past|last)[ -])?(?P<count>\d{1,6})[ -]?"
    r"(?P<unit>h|hours?|d|days?|w|weeks?|m|months?|q|quarters?|y|years?)"
)


def is_period(text: str) -> bool:
    """Whether the text names a period at all, whenever now is.

    >>> is_period("last-week"), is_period("2025-13"), is_period("soon")
    (True, False, False)
    """
    return _read(text, datetime(2000, 1, 1, tzinfo=UTC), UTC) is not None


def canonical(text: str) -> str:
    """One spelling for a period's text: ISO 8601, or small letters with hyphens for spaces.

    >>> canonical("Past 3 months"), canonical("28 September 2025"), canonical("2025-09-28 08:33z")
    ('past-3-months', '2025-09-28', '2025-09-28T08:33Z')
    """
    text = " ".join(text.split())
    if re.fullmatch(_CALENDAR, text):
        return text.upper().replace("/", "-").replace("S", "s")
    if re.fullmatch(_INSTANT, text):
        return text.upper().replace(" ", "T")
    if iso := _as_written(text):
        return iso
    return text.casefold().replace(" ", "-")


def is_absolute(text: str) -> bool:
    """Whether the period is the same whenever it is asked for."""
    text = canonical(text)
    return bool(re.fullmatch(_CALENDAR, text) or re.fullmatch(_INSTANT, text)) and is_period(text)


def objection(text: str) -> str:
    """Why a text is no period, for a person to go on with the sentence that it begins.

    >>> objection("9/8/2025")
    'may be 2025-08-09 or 2025-09-08: write the one that is meant'
    """
    from newssearch.dates import written  # only for a mistake

    return written.objection(text) or 'is not a date or a period, as in 2025-09-28 or "28 September 2025"'


def period(text: str, now: datetime, zone: tzinfo) -> Period:
    """The period that a text names at `now`, for a reader in `zone`.

    Weeks begin on Monday. *This* and *last* are whole calendar periods; a number of
    days or longer ends today, a number of hours ends now. Raises `ValueError` for
    text that names none.

    >>> now = datetime(2025, 9, 30, 12, tzinfo=UTC)
    >>> str(period("last-week", now, UTC).first), str(period("7d", now, UTC).first)
    ('2025-09-22', '2025-09-24')
    >>> str(period("2025-Q3", now, UTC).last)
    '2025-09-30'
    """
    found = _read(text, now, zone)
    if found is None:
        raise ValueError(f"{text!r} is not a date or a period")
    return found


def _read(text: str, now: datetime, zone: tzinfo) -> Period | None:
    text = " ".join(text.split())
    try:
        if days := _calendar(text):
            return days
        today = now.astimezone(zone).date()
        if match := re.fullmatch(_INSTANT, text):
            return _instant(match, zone)
        text = text.casefold()
        if text in {"today", "yesterday"}:
            day = today - timedelta(days=text == "yesterday")
            return Days(day, day)
        if (match := re.fullmatch(_NAMED, text)) and not (match["which"] == "this" and match["unit"] == "day"):
            return _named(match["which"], match["unit"], today)
        if match := re.fullmatch(_ROLLING, text):
            return _rolling(int(match["count"]), match["unit"], now.astimezone(zone))
        if iso := _as_written(text):
            return _calendar(iso)
    except (ValueError, OverflowError):
        return None
    return None


def _as_written(text: str) -> str:
    """A date that only people write so, as ISO 8601; empty for any other text, and where it may be two."""
    if not re.search(r"(?a)\d{4}", text):
        return ""
    from newssearch.dates import written  # few questions name a date so

    found = written.meanings(text)
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=1024)  # a period is read half a dozen times on its way from a query's text to the engine
def _calendar(text: str) -> Days | None:
    """The days of a text that is a calendar period, whenever now is; None for any other text."""
    match = re.fullmatch(_CALENDAR, text)
    if match is None:
        return None
    year = int(match["year"])
    if match["decade"]:
        return Days(date(year, 1, 1), date(year + 9, 12, 31)) if year % 10 == 0 else None
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return Days(monday, monday + timedelta(days=6))
    if match["quarter"]:
        return _of_months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Days(day, day)
    return _of_months(year, int(match["month"]), 1) if match["month"] else _of_months(year, 1, 12)


def _of_months(year: int, month: int, count: int) -> Days:
    first = date(year, month, 1)
    if (year, month + count) == (9999, 13):
        return Days(first, date.max)
    return Days(first, _months_on(first, count) - timedelta(days=1))


def _months_on(day: date, months: int) -> date:
    """The same day some months on or back, or the last day of that month where it has no such day."""
    from calendar import monthrange  # here: it brings the system's names of months, and few periods go on by months

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _instant(match: re.Match[str], zone: tzinfo) -> Instants:
    """The hour, minute, second or microsecond written, from its first to its last microsecond."""
    digits = [match[part] and int(match[part].lstrip(":")) for part in ("hour", "minute", "second")]
    clock = time(digits[0] or 0, digits[1] or 0, digits[2] or 0)
    first = datetime.combine(date.fromisoformat(match["day"]), clock, zone)
    if written := match["zone"]:
        first = datetime.fromisoformat(first.replace(tzinfo=None).isoformat() + written.upper())
    if match["fraction"]:
        first = first.replace(microsecond=int(match["fraction"][1:].ljust(6, "0")))
        return Instants(first, first)
    long = timedelta(seconds=1) if match["second"] else timedelta(minutes=1) if match["minute"] else timedelta(hours=1)
    return Instants(first, first + long - TICK)


def _named(which: str, unit: str, today: date) -> Days:
    if which == "past":
        return Days(_first_of(1, unit, today), today)
    start_of: dict[str, Callable[[date], Days]] = {
        "day": lambda day: Days(day, day),
        "week": lambda day: Days(day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday())),
        "month": lambda day: _of_months(day.year, day.month, 1),
        "quarter": lambda day: _of_months(day.year, (day.month - 1) // 3 * 3 + 1, 3),
        "year": lambda day: _of_months(day.year, 1, 12),
    }
    this = start_of[unit](today)
    return this if which == "this" else start_of[unit](this.first - timedelta(days=1))


def _rolling(count: int, unit: str, now: datetime) -> Period:
    if unit.startswith("h"):
        last = now.replace(second=59, microsecond=999_999)
        try:
            return Instants(_hours_before(now, count), last)
        except OverflowError:
            return Instants(datetime.min.replace(tzinfo=UTC), last)
    if not count:
        raise ValueError("no days at all")
    return Days(_first_of(count, unit, now.date()), now.date())


def _hours_before(now: datetime, hours: int) -> datetime:
    """The beginning of the minute so many hours ago, whatever clocks did in between."""
    return (now.astimezone(UTC) - timedelta(hours=hours)).astimezone(now.tzinfo).replace(second=0, microsecond=0)


def _first_of(count: int, unit: str, today: date) -> date:
    """The first of so many days, or longer, that end today; the calendar's first where there are not so many."""
    try:
        match unit[0]:
            case "d":
                return today - timedelta(days=count - 1)
            case "w":
                return today - timedelta(days=7 * count - 1)
            case "m":
                return _months_on(today, -count) + timedelta(days=1)
            case "q":
                return _months_on(today, -3 * count) + timedelta(days=1)
            case _:
                return _months_on(today, -12 * count) + timedelta(days=1)
    except (OverflowError, ValueError):
        return date.min


@lru_cache(maxsize=1024)
def absolute(text: str) -> Period:
    """The period of a text that is the same whenever it is asked for. Raises `ValueError` for any other."""
    if not is_absolute(text):
        raise ValueError(f"{text!r} is not resolved to days or instants")
    return period(text, datetime(2000, 1, 1, tzinfo=UTC), UTC)


def in_wrong_order(first: str, last: str) -> bool:
    """Whether one absolute period lies wholly after another that should follow it."""
    return moments(absolute(first))[0] > moments(absolute(last))[1]


def moments(of: Period, zone: tzinfo = UTC) -> tuple[datetime, datetime]:
    """A period's first and last instant; days are those of `zone`."""
    if isinstance(of, Instants):
        return of.first, of.last
    return datetime.combine(of.first, time.min, zone), datetime.combine(of.last, time.max, zone)
