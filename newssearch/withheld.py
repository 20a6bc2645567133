"""What an archive holds and does not show: articles that are killed, withheld, or under embargo for now."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime

from newssearch.engines.base import Engine, Found, Request
from newssearch.query import Query
from newssearch.query.build import all_of, any_of, negate
from newssearch.query.fields import stamp
from newssearch.query.notices import Notice
from newssearch.query.tree import Exists, Value
from newssearch.results import Match


def withheld(engine: Engine, now: datetime) -> Query | None:
    """What finds the articles that are not to be shown now; None where there are none."""
    pending = engine.values("embargo")
    parts = [Value(value, "embargo") for value in pending[bisect_right(pending, stamp(now)) :]]
    return any_of([*parts, Exists("status")]) if parts or engine.values("status") else None


def search(engine: Engine, query: Query, request: Request) -> tuple[Found, Query | None]:
    """What a query finds that may be shown, and what hides the rest; None where nothing is hidden."""
    while True:
        hidden = withheld(engine, request.now)
        found = engine.search(without(query, hidden), request)
        if hidden == withheld(engine, request.now):
            return found, hidden  # else a commit came between, and may have brought what is not to be shown


def each(engine: Engine, query: Query, request: Request) -> Iterator[Match]:
    """Everything that a query finds and that may be shown."""
    while True:
        hidden = withheld(engine, request.now)
        matches = engine.each(without(query, hidden), request)
        if hidden == withheld(engine, request.now):
            return matches


def without(query: Query, hidden: Query | None) -> Query:
    """What a query finds, but for what is hidden."""
    return query if hidden is None else all_of([query, negate(hidden)])


def notices(engine: Engine, query: Query, hidden: Query, now: datetime) -> list[Notice]:
    """A notice of the articles that match a query and are hidden."""
    total = engine.search(all_of([query, hidden]), Request(now=now, limit=0)).total
    if not total:
        return []
    some = "1 article that matches is" if total == 1 else f"{total:,} articles that match are"
    return [Notice("withheld", f"{some} killed, withheld or under embargo: see them with withheld:show")]
