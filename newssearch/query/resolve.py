"""Relative periods made absolute: what "last-week" means when it is asked."""

from datetime import datetime, timedelta, tzinfo

from newssearch.dates import TICK, Days, Period, absolute, moments, period
from newssearch.query import build, tree
from newssearch.query.notices import Notice


def resolve(query: tree.Query, now: datetime, zone: tzinfo) -> tuple[tree.Query, list[Notice]]:
    """The same query with every period as days or instants, and a notice for each that was not so written.

    `now` knows its zone; `zone` is the reader's, in which days begin. Resolving again
    changes nothing.

    >>> from datetime import UTC
    >>> query, notices = resolve(tree.Date(start="2025-09", end="2025-09"), datetime.now(UTC), UTC)
    >>> str(query), notices[0].message
    ('date:2025-09-01..2025-09-30', 'date:2025-09 is 2025-09-01 to 2025-09-30')
    """
    notices: list[Notice] = []
    return _resolve(query, now, zone, notices), notices


def dated(query: tree.Query) -> bool:
    """Whether there is a period anywhere in the query: in any other, nothing has to be resolved."""
    match query:
        case tree.And(parts) | tree.Or(parts):
            return any(map(dated, parts))
        case tree.Not(part) | tree.Boost(part):
            return dated(part)
        case _:
            return isinstance(query, tree.Date)


def _resolve(query: tree.Query, now: datetime, zone: tzinfo, notices: list[Notice]) -> tree.Query:
    match query:
        case tree.And(parts):
            return build.all_of(_resolve(part, now, zone, notices) for part in parts)
        case tree.Or(parts):
            return build.any_of(_resolve(part, now, zone, notices) for part in parts)
        case tree.Not(part):
            return build.negate(_resolve(part, now, zone, notices))
        case tree.Boost(part, factor):
            return build.boosted(_resolve(part, now, zone, notices), factor)
        case tree.Date():
            return _date(query, now, zone, notices)
        case _:
            return query


def _date(query: tree.Date, now: datetime, zone: tzinfo, notices: list[Notice]) -> tree.Query:
    try:
        start = period(query.start, now, zone) if query.start is not None else None
        end = start if query.end == query.start else None if query.end is None else period(query.end, now, zone)
    except ValueError:  # yesterday, on the calendar's first day
        return _nothing(query, notices)
    if start and end and moments(start, zone)[0] > moments(end, zone)[1]:
        message = f"the ends of {query} were in the wrong order and were put right"
        notices.append(Notice("swapped", message, query.column))
        start, end = end, start
    try:
        first = None if start is None else _iso(_next(start) if query.after else start, first=True)
        last = None if end is None else _iso(_previous(end) if query.before else end, first=False)
    except OverflowError:  # after the last day of the calendar, or before its first
        return _nothing(query, notices)
    resolved = tree.Date(start=first, end=last, column=query.column)
    if resolved != query:
        meaning = f"{first or 'the beginning'} to {last or 'the end'}" if first != last else str(first)
        notices.append(Notice("period", f"{query} is {meaning}", query.column))
    return resolved


def _nothing(query: tree.Date, notices: list[Notice]) -> tree.Query:
    notices.append(Notice("period", f"{query} lies outside the calendar and holds no day", query.column))
    return build.negate(tree.Everything())


def _iso(of: Period, *, first: bool) -> str:
    """The beginning or the end of a period, as short as it begins or ends there when it is read again."""
    if isinstance(of, Days):
        return (of.first if first else of.last).isoformat()
    moment, second, microsecond = (of.first, 0, 0) if first else (of.last, 59, 999_999)
    if moment.microsecond != microsecond:
        return moment.isoformat(timespec="microseconds")
    return moment.isoformat(timespec="minutes" if moment.second == second else "seconds")


def _next(of: Period) -> Period:
    if isinstance(of, Days):
        day = of.last + timedelta(days=1)
        return Days(day, day)
    return of._replace(first=of.last + TICK, last=of.last + TICK)


def _previous(of: Period) -> Period:
    if isinstance(of, Days):
        day = of.first - timedelta(days=1)
        return Days(day, day)
    return of._replace(first=of.first - TICK, last=of.first - TICK)


def searched_period(query: tree.Query) -> tuple[str | None, str | None] | None:
    """The first and last moment that every match of a resolved query lies within, as far as its clauses say."""
    parts = query.parts if isinstance(query, tree.And) else (query,)
    clauses = [part for part in parts if isinstance(part, tree.Date)]
    if not clauses:
        return None
    starts = [clause.start for clause in clauses if clause.start is not None]
    ends = [clause.end for clause in clauses if clause.end is not None]
    return (
        max(starts, key=lambda bound: moments(absolute(bound))[0], default=None),
        min(ends, key=lambda bound: moments(absolute(bound))[1], default=None),
    )


def without_periods(query: tree.Query) -> tree.Query | None:
    """What a query asks for beside its periods, of articles without a date; None where it has no period."""
    parts = query.parts if isinstance(query, tree.And) else (query,)
    others = [part for part in parts if not isinstance(part, tree.Date)]
    if len(others) == len(parts):
        return None
    return build.all_of([*others, build.negate(tree.Exists("date"))])
