"""Times that a site gives twice, as its own clock says and in UTC: what its zone is follows from them."""

from datetime import datetime, timedelta


def printed(local: str, utc: str) -> str:
    """A time as it was on the site's clock, with its offset where the time in UTC says it; "" where neither is a time.

    >>> printed("2024-05-06 01:30:00", "2024-05-05T16:30:00"), printed("", "2024-05-05T16:30:00")
    ('2024-05-06T01:30:00+09:00', '2024-05-05T16:30:00+00:00')
    """
    at, known = _time(local), _time(utc)
    if known is None:  # as 0000-00-00 00:00:00 is
        return "" if at is None else local.replace(" ", "T")
    if at is None:
        return utc.replace(" ", "T") + "+00:00"
    if ahead := offset(at, known):
        return local.replace(" ", "T") + ahead
    return utc.replace(" ", "T") + "+00:00"


def offset(local: datetime, utc: datetime) -> str:
    """The offset of a clock that says one time at the other in UTC; "" where no zone's is.

    >>> offset(datetime(2024, 5, 6, 1, 30), datetime(2024, 5, 5, 16, 30))
    '+09:00'
    """
    minutes = round((local - utc) / timedelta(minutes=1))
    if minutes % 15 or abs(minutes) > 14 * 60:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _time(text: str) -> datetime | None:
    """A time without a zone, or None."""
    try:
        found = datetime.fromisoformat(text) if len(text) > 10 else None
    except ValueError:
        return None
    return None if found is None or found.tzinfo else found
