"""The dates of records: ISO 8601, RFC 2822, a count from the epoch, or as printed."""

from datetime import UTC, datetime

from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.dates import printed_dates

_EPOCH = lazily(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}|\d{16}")
"""Seconds, milliseconds or microseconds."""

_CALLED = lazily(r"/Date\((\d{9,13})(?:[+-]\d{4})?\)/")
"""Milliseconds as .NET writes them into JSON; the offset behind them is that of a clock, and changes nothing."""

_FIGURES = lazily(r"((?:19|20)\d{6})([0-2]\d[0-5]\d[0-5]\d)")
_SHORT_YEAR = lazily(r"(\d{1,2})-([A-Za-z]{3})-(\d\d)")
"""As spreadsheets write a day; of the hundred years from 1970 on."""

_NO_YEAR = 1
"""The year of the first time that programs can hold, which stands where they have none."""

_YEAR_LAST = lazily(
    r"(?:[A-Za-z]{3},? )?([A-Za-z]{3}) {1,2}(\d{1,2}) (\d\d:\d\d(?::\d\d)?) ?([A-Z]{3,4}|[+-]\d{4})? (\d{4})"
)
"""As C, Java and Twitter write a date: `Mon May 06 10:00:00 +0000 2024`."""

_GLUED = lazily(r"^([A-Za-z]{3}),(?=\d)|(?<=\d\d:\d\d)(?=[A-Z]{3,4}$)")
"""Where RFC 2822 wants a space and some programs write none."""

_ISO = lazily(r"(?:\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d-?\d)(?:[T ]\d\d:?\d\d.*)?")


def moment(text: str, default_zone: str) -> Moment | None:
    """The moment of a record's text, or None where it is not read or may be two.

    >>> str(moment("1759016017", "UTC")), str(moment("Sun, 28 Sep 2025 08:33:37 +0900", "UTC"))
    ('2025-09-27T23:33:37+00:00', '2025-09-28T08:33:37+09:00')
    """
    found = _read(text, default_zone)
    return found if found and found.day.year > _NO_YEAR else None


def _read(text: str, default_zone: str) -> Moment | None:
    if called := _CALLED.fullmatch(text):
        return _at(int(called[1]) / 1_000)
    if _EPOCH.fullmatch(text):
        digits = len(text.partition(".")[0])
        return _at(float(text) / (1 if digits <= 10 else 1_000 if digits <= 13 else 1_000_000))
    text = _FIGURES.sub(r"\1T\2", text) if _FIGURES.fullmatch(text) else text
    if _ISO.fullmatch(text):
        try:
            return Moment.from_iso(text.replace(" +", "+").replace(" Z", "Z"), default_zone)
        except ValueError:
            pass
    if short := _SHORT_YEAR.fullmatch(text):
        text = f"{short[1]} {short[2]} {2000 + int(short[3]) if int(short[3]) < 70 else 1900 + int(short[3])}"
    text = _YEAR_LAST.sub(r"\2 \1 \5 \3 \4", text) if _YEAR_LAST.fullmatch(text) else _GLUED.sub(r"\1 ", text[:200])
    found = list(printed_dates.find(text[:200], default_zone))
    return found[0].moment if len(found) == 1 else None


def _at(seconds: float) -> Moment:
    at = datetime.fromtimestamp(seconds, UTC)
    return Moment(at.date(), at.time().replace(microsecond=0), "UTC")
