"""Asking an archive: what `Archive.search`, `each` and `explain` do."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from newssearch import withheld
from newssearch.article import Article
from newssearch.engines.base import Engine, Request
from newssearch.highlight import highlight
from newssearch.query import Query, parse, resolve
from newssearch.query.notices import Notice
from newssearch.query.parser import Parsed
from newssearch.query.resolve import dated, searched_period, without_periods
from newssearch.results import Hit, Match, Results

Shown = Callable[[Article], Article]
"""Makes of an article as it is held one as it is shown."""


class Question(NamedTuple):
    """What is asked, and when; `days` gives the zone in which days begin, which matters to periods alone."""

    asked: str
    parsed: Parsed
    now: datetime
    days: Callable[[], tzinfo]

    def resolved(self) -> tuple[Query, list[Notice]]:
        return resolve(self.parsed.query, self.now, self.days() if dated(self.parsed.query) else UTC)

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
    return Question(query if isinstance(query, str) else str(query), parsed, now, days)


def search(engine: Engine, question: Question, request: Request, snippets: int, shown: Shown) -> Results:
    """A page, and what there is to say of all that match. The time that it took is for the caller to say."""
    tree, notices = question.resolved()
    if question.shows_withheld:
        found, hidden = engine.search(tree, request), None
    else:
        found, hidden = withheld.search(engine, tree, request)
    has_period = dated(question.parsed.query)
    if request.count and has_period:
        notices += _undated(engine, tree, hidden, question.now)
    if request.count and hidden:
        notices += withheld.notices(engine, tree, hidden, question.now)
    languages = engine.languages if snippets and found.page else frozenset[str]()
    return Results(
        query=question.asked,
        total=found.total,
        hits=tuple([_hit(match, shown, tree, languages, snippets) for match in found.page]),
        offset=request.offset,
        facets=dict(found.facets),
        notices=tuple(sorted([*question.parsed.notices, *notices], key=_column)),
        period=searched_period(tree) if has_period else None,
    )


def each(engine: Engine, question: Question, request: Request, snippets: int, shown: Shown) -> Iterator[Hit]:
    """All that match, in their order, one at a time."""
    tree, _ = question.resolved()
    matches = engine.each(tree, request) if question.shows_withheld else withheld.each(engine, tree, request)
    languages = engine.languages if snippets else frozenset[str]()
    return (_hit(match, shown, tree, languages, snippets) for match in matches)


def explain(engine: Engine, question: Question) -> Iterator[str]:
    """A query's parts, indented, each with the number of articles that it finds."""
    tree, _ = question.resolved()
    hidden = None if question.shows_withheld else withheld.withheld(engine, question.now)
    return _explained(engine, tree, hidden, Request(now=question.now, limit=0), 0)


def _explained(engine: Engine, part: Query, hidden: Query | None, request: Request, level: int) -> Iterator[str]:
    total = engine.search(withheld.without(part, hidden), request).total
    yield f"{'  ' * level}{type(part).__name__.lower()}: {part} ({total:,})"
    for inner in getattr(part, "parts", None) or ([part.part] if hasattr(part, "part") else []):
        yield from _explained(engine, inner, hidden, request, level + 1)


def _hit(match: Match, shown: Shown, tree: Query, languages: frozenset[str], snippets: int) -> Hit:
    hit = Hit(match, shown)
    if snippets:
        hit.snippets = tuple(highlight(hit.article, tree, languages, most=snippets))
    return hit


def _undated(engine: Engine, tree: Query, hidden: Query | None, now: datetime) -> list[Notice]:
    """A notice of the articles that only the want of a date keeps from matching."""
    undated = without_periods(tree)
    asked = Request(now=now, limit=0)
    total = None if undated is None else engine.search(withheld.without(undated, hidden), asked).total
    if not total:
        return []
    some = "1 article without a date matches" if total == 1 else f"{total:,} articles without a date match"
    return [Notice("undated", f"{some} the rest of the query: see them with -date:* for the period")]


def _column(notice: Notice) -> int:
    return -1 if notice.column is None else notice.column
