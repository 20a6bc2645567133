"""When an article was printed: the local date or time, its zone, and what was assumed."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache

from newssearch.errors import UsageError
from newssearch.values import frozen

_OFFSET = re.compile(r"([+-])(\d{1,2}):?([0-5]\d)?", re.ASCII)


@lru_cache(maxsize=1024)
def zone(name: str) -> tzinfo:
    """The zone of a name: an IANA name, ``UTC``, ``Z`` or an offset such as ``+09:00``.

    Raises `UsageError` for any other.

    >>> zone("+09:00").utcoffset(None)
    datetime.timedelta(seconds=32400)
    """
    if name.upper() in {"UTC", "Z", "GMT"}:
        return UTC
    if match := _OFFSET.fullmatch(name):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        if offset < timedelta(hours=24):
            return timezone(-offset if match[1] == "-" else offset)
    from zoneinfo import ZoneInfo  # here: most moments have an offset, and a question without a date asks for no zone

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        # ZoneInfoNotFoundError is a KeyError; odd names (folders, NULs) raise the others.
        raise UsageError(
            f"unknown time zone {name!r}: give an IANA name such as Asia/Seoul, or an offset such as +09:00"
        ) from None


@frozen()
class Moment:
    """A printed date, with a time or without one.

    `day` and `clock` are local, as printed; `zone` is an IANA name or an offset;
    `assumed` says that the zone was not printed but taken from the archive's. Raises
    `UsageError` for an unknown zone.

    >>> moment = Moment(date(2025, 9, 28), time(8, 33, 37), "Asia/Seoul", assumed=True)
    >>> str(moment)
    '2025-09-28T08:33:37+09:00'
    >>> moment.instant.isoformat()
    '2025-09-27T23:33:37+00:00'
    """

    day: date
    clock: time | None = None
    zone: str = "UTC"
    assumed: bool = False

    def __post_init__(self) -> None:
        # What cannot be is refused here, not when it is first reckoned with.
        if type(self.day) is not date:
            raise UsageError("a day is a date, as in date(2025, 9, 28); a datetime is two: its date() and its time()")
        if self.clock is not None and (type(self.clock) is not time or self.clock.tzinfo):
            raise UsageError("a clock is a time without a zone, as in time(8, 33): the zone stands beside it")
        zone(self.zone)

    @property
    def instant(self) -> datetime | None:
        """The moment in UTC, or None where no time was printed."""
        return None if self.clock is None else self._utc(datetime.combine(self.day, self.clock))

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The first and the last instant that it may mean, in UTC: the whole day without a time."""
        if instant := self.instant:
            return instant, instant
        return (
            self._utc(datetime.combine(self.day, time.min)),
            self._utc(datetime.combine(self.day, time.max)),
        )

    def is_taken_from(self, other: "Moment | None") -> bool:
        """Whether this is another moment, for want of one that was printed: when a copy was seen, for publication."""
        return other is not None and self.assumed and self.span == other.span

    def _utc(self, local: datetime) -> datetime:
        try:
            return local.replace(tzinfo=zone(self.zone)).astimezone(UTC)
        except OverflowError:  # the first and last day of the calendar, moved past its end
            return local.replace(tzinfo=UTC)

    def __str__(self) -> str:
        """ISO 8601: a date, or a date and time with its offset."""
        if self.clock is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.clock, zone(self.zone)).isoformat()

    @classmethod
    def from_iso(cls, text: str, default_zone: str = "UTC", *, named: str = "", assumed: bool = False) -> "Moment":
        """Read ISO 8601; a text without an offset is in `default_zone`, as assumed.

        `named` is the zone's own name where it is known (`str` gives only the offset).
        Raises `ValueError` where the text is no ISO date or time.

        >>> Moment.from_iso("2009-09-05T09:09:00-04:00").zone
        '-04:00'
        >>> Moment.from_iso("2009-09-05").clock is None
        True
        """
        if len(text) <= 10:
            return cls(date.fromisoformat(text), None, named or default_zone, assumed or not named)
        moment = datetime.fromisoformat(text)
        if named:
            name = named
        elif (offset := moment.utcoffset()) is None:
            name, assumed = default_zone, True
        else:
            name = _offset_name(offset) if offset else "UTC"
        return cls(moment.date(), moment.time(), name, assumed)


def _offset_name(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
