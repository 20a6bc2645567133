"""The clock that a page prints its times by: what it says of one of them for machines tells its zone."""

from dataclasses import replace
from datetime import datetime, time

from newssearch.moment import Moment
from newssearch.readers.site_clock import offset


def is_same_clock(moment: Moment, printed: Moment) -> bool:
    """Whether a moment is to the minute what is printed, so that its zone is that of the printed one."""
    return moment.clock is not None and printed.clock is not None and _local(moment) == _local(printed)


def on_clock_of(updated: Moment | None, printed: Moment | None, published: Moment | None) -> Moment | None:
    """An update's time, where no zone is printed, in that in which the page prints when it was `published`.

    >>> noon, utc = Moment.from_iso("2025-06-06T12:00:00"), Moment.from_iso("2025-06-06T10:00:00Z")
    >>> str(on_clock_of(Moment.from_iso("2025-06-06T18:00:00"), noon, utc))
    '2025-06-06T18:00:00+02:00'
    """
    if updated is None or updated.clock is None or not updated.assumed:
        return updated
    if printed is None or printed.clock is None or not printed.assumed:
        return updated
    if published is None or published.instant is None or published.assumed:
        return updated
    zone = offset(_local(printed), published.instant.replace(tzinfo=None, second=0))
    return replace(updated, zone=zone) if zone else updated


def _local(moment: Moment) -> datetime:
    return datetime.combine(moment.day, (moment.clock or time()).replace(second=0, microsecond=0))
