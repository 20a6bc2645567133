"""What there is to say of an answer, beside the articles: what was kept out of it, and what was meant perhaps."""

from collections.abc import Iterator

from newssearch.engines.base import Engine, Found, Request
from newssearch.query import Query, tree
from newssearch.query.notices import Notice
from newssearch.query.resolve import without_periods

_MOST = 3
"""Values that are looked for within others, of one query."""


def undated(engine: Engine, query: Query, request: Request) -> list[Notice]:
    """A notice of the articles that only the want of a date keeps from matching."""
    rest = without_periods(query)
    total = None if rest is None else _total(engine, rest, request)
    if not total:
        return []
    some = "1 article without a date matches" if total == 1 else f"{total:,} articles without a date match"
    return [Notice("undated", f"{some} the rest of the query: see them with -date:* for the period")]


def withheld(found: Found) -> list[Notice]:
    """A notice of the articles that match and are not shown."""
    if not found.withheld:
        return []
    some = "1 article that matches is" if found.withheld == 1 else f"{found.withheld:,} articles that match are"
    return [Notice("withheld", f"{some} killed, withheld or under embargo: see them with withheld:show")]


def parts_of_values(engine: Engine, query: Query, request: Request) -> list[Notice]:
    """A notice for each value of a query that no article has, and that is a part of others': source:guardian, say."""
    notices: list[Notice] = []
    asked = 0
    for value in _values(query):
        if asked == _MOST:
            break
        if _total(engine, value, request):
            continue
        asked += 1
        pattern = tree.Pattern(f"*{value.value}*", value.field)
        if "*" not in value.value and "\\" not in value.value and (total := _total(engine, pattern, request)):
            some = "1 article" if total == 1 else f"{total:,} articles"
            notices.append(Notice("part-of-value", f"no article has {value}, compared whole: {pattern} finds {some}"))
    return notices


def _values(query: Query) -> Iterator[tree.Value]:
    """The values that articles must have, or may have."""
    match query:
        case tree.Value():
            yield query
        case tree.And(parts) | tree.Or(parts):
            for part in parts:
                yield from _values(part)
        case tree.Boost(part):
            yield from _values(part)


def _total(engine: Engine, query: Query, request: Request) -> int | None:
    return engine.search(query, Request(now=request.now, limit=0, withheld=request.withheld)).total
