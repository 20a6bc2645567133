"""Asking an archive: what `Archive.search`, `each` and `explain` do."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, tzinfo
from itertools import islice
from typing import NamedTuple

from newssearch import hints
from newssearch.article import Article
from newssearch.engines.base import Engine, Request
from newssearch.highlight import Highlighter
from newssearch.query import Query, parse, resolve
from newssearch.query.notices import Notice
from newssearch.query.parser import Parsed
from newssearch.query.resolve import dated, searched_period
from newssearch.results import Hit, Match, Results

Shown = Callable[[Article], Article]
"""Makes of an article as it is held one as it is shown."""


class Question(NamedTuple):
    """What is asked, and when; `days` gives the zone in which days begin, which matters to periods alone."""

    asked: str
    parsed: Parsed
    now: datetime
    days: Callable[[], tzinfo]
    has_period: bool

    def resolved(self) -> tuple[Query, list[Notice]]:
        return resolve(self.parsed.query, self.now, self.days() if self.has_period else UTC)

    @property
    def shows_withheld(self) -> bool:
        return "withheld" in self.parsed.shows


def question(query: str | Query, now: datetime | None, days: Callable[[], tzinfo], *, strict: bool = False) -> Question:
    """A query, read. A time without a zone is in that of the days."""
    parsed = parse(query, strict=strict) if isinstance(query, str) else Parsed(query)
    if now is None:
        now = datetime.now(UTC)
    elif not now.tzinfo:
        now = now.replace(tzinfo=days())
    return Question(query if isinstance(query, str) else str(query), parsed, now, days, dated(parsed.query))


def search(engine: Engine, question: Question, request: Request, snippets: int, shown: Shown, begun: float) -> Results:
    """A page, and what there is to say of all that match. `begun` is when, by `time.perf_counter`."""
    tree, notices = question.resolved()
    notices = [*question.parsed.notices, *notices]
    found = engine.search(tree, request)
    highlight = Highlighter(tree, found.languages) if snippets else None
    if request.count:
        if question.has_period:
            notices += hints.undated(engine, tree, request)
        if not found.total:
            notices += hints.parts_of_values(engine, tree, request)
        notices += hints.withheld(found)
    return Results(
        query=question.asked,
        total=found.total,
        hits=tuple(_hits(found.page, shown, highlight, snippets)),
        offset=request.offset,
        facets=dict(found.facets),
        notices=tuple(sorted(notices, key=_column)) if notices else (),
        period=searched_period(tree) if question.has_period else None,
        seconds=time.perf_counter() - begun,
    )


def each(
    engine: Engine, question: Question, request: Request, snippets: int, shown: Shown, offset: int
) -> Iterator[Hit]:
    """All that match but the first `offset`, in their order, one at a time."""
    tree, _ = question.resolved()
    highlight = Highlighter(tree, engine.languages) if snippets else None
    matches = islice(engine.each(tree, request), offset, None)
    return _hits(matches, shown, highlight, snippets)


def explain(engine: Engine, question: Question) -> Iterator[str]:
    """A query's parts, indented, each with the number of articles that it finds."""
    tree, _ = question.resolved()
    return _explained(engine, tree, Request(now=question.now, limit=0, withheld=question.shows_withheld), 0)


def _explained(engine: Engine, part: Query, request: Request, level: int) -> Iterator[str]:
    total = engine.search(part, request).total
    yield f"{'  ' * level}{type(part).__name__.lower()}: {part} ({total:,})"
    for inner in getattr(part, "parts", None) or ([part.part] if hasattr(part, "part") else []):
        yield from _explained(engine, inner, request, level + 1)


def _hits(matches: Iterable[Match], shown: Shown, highlight: Highlighter | None, snippets: int) -> Iterator[Hit]:
    for match in matches:
        hit = Hit(match, shown)
        if highlight:
            hit.snippets = tuple(highlight(hit.article, most=snippets))
        yield hit


def _column(notice: Notice) -> int:
    return -1 if notice.column is None else notice.column
