"""A resolved query and a request, answered: what is found, in its order, with its counts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import Any

from newssearch.engines.base import Found, Request
from newssearch.engines.entry import microseconds
from newssearch.engines.opensearch.client import Client, Refused
from newssearch.engines.opensearch.hits import NAMED, WITH_ARTICLES, Hit, Page, hit
from newssearch.engines.opensearch.matching import DSL, Matching
from newssearch.engines.opensearch.pages import AS_IT_COMES, AT_ONCE, COMPLETE, View, search, stream, values
from newssearch.engines.opensearch.records import article
from newssearch.engines.opensearch.scoring import Ranked, Scoring, ranked
from newssearch.engines.opensearch.state import State
from newssearch.engines.ranking import bucket
from newssearch.errors import UnsupportedQuery
from newssearch.query import Query
from newssearch.query.fields import PERIODS, stamp
from newssearch.query.matcher import Matcher
from newssearch.results import Count, Match

_READ_AT_ONCE = 500
"""Articles that are asked for together: the server looks at all that match for each such page."""

_MOST_DOUBTFUL = 5_000
"""Articles that are read to see whether they match, where the server cannot tell."""

_NEWEST: list[DSL] = [{"first": {"order": "desc", "missing": "_last"}}, {"name": "asc"}]
_ORDERS: dict[str, list[Any]] = {
    "newest": _NEWEST,
    "oldest": [{"first": {"order": "asc", "missing": "_last"}}, {"name": "asc"}],
    "recent": [{"dated": "desc"}, "_score", *_NEWEST],
    "relevance": ["_score", *_NEWEST],
}
_FRESH = "_score * doc['dated'].value * pow(2, 0 - max(now - doc['first'].value, 0) / half_life)"
_DAY = 86_400e6

_TOO_MUCH = frozenset(
    [
        "illegal_state_exception",
        "too_complex_to_determinize_exception",
        "too_many_clauses",
        "too_many_nested_clauses",
    ]
)
# What the server calls a pattern near others that means more words than it puts up with.


def answer(client: Client, state: State, query: Query, request: Request) -> Found:
    """What the query finds in the archive. Raises `UnsupportedQuery` for what the server cannot do."""
    with _within_means():
        return _Question(client, state, query, request).answer()


def each(client: Client, state: State, query: Query, request: Request) -> Iterator[Match]:
    """All that the query finds in the archive as it is now, in order, with their articles, some hundred at a time."""
    return _Question(client, state, query, request).each()


@contextmanager
def _within_means() -> Iterator[None]:
    """Raise `UnsupportedQuery` for what the server cannot do."""
    try:
        yield
    except Refused as refused:
        if refused.status in {400, 413} or refused.kind in _TOO_MUCH:
            raise UnsupportedQuery(f"OpenSearch cannot answer this, ask for less: {refused}") from None
        raise


class _Question:
    def __init__(self, client: Client, state: State, query: Query, request: Request) -> None:
        self.client = client
        self.state = state
        self.query = query
        self.request = request
        self.matching = Matching(state.languages, self._settle)
        self.collapses = not request.copies and state.told > 0
        self.hidden = None if request.withheld else _hidden(request.now)  # a commit may just bring the first of them

    def answer(self) -> Found:
        request = self.request
        filtered = self._shown(self.matching.of(self.query))
        end = None if request.limit is None else request.offset + request.limit
        if end is None or end > AT_ONCE:
            total, facets = self._first({"size": 0, "query": filtered})[1:]
            page: Sequence[Match] = Page(
                self.client, self.state.index, list(islice(self._streamed(), request.offset, end))
            )
        elif request.limit:
            body = {"from": request.offset, "size": request.limit, **self._ordered(), **WITH_ARTICLES}
            if self.collapses:
                body["collapse"] = {"field": "story"}
            shown, total, facets = self._first(body)
            page = hits = [hit(found) for found in shown]
            if self.collapses and hits:
                told = self._told([one.story for one in hits], filtered)
                for one in hits:
                    one.similar = told.get(one.story, 1) - 1
        else:
            page = ()
            _, total, facets = self._first({"size": 0, "query": filtered})
        facets |= {name: self._periods(name, filtered, total) for name in request.facets if name in PERIODS}
        return Found(
            total=total,
            page=page,
            facets={name: facets[name] for name in request.facets},
            withheld=self._withheld() if request.count else None,
            languages=frozenset(self.state.languages),
        )

    def _told(self, stories: list[str], filtered: DSL) -> dict[str, int]:
        """How many articles of each story match: of all in one request, where `inner_hits` search again for each."""
        own = {"bool": {"filter": [{"terms": {"story": stories}}, filtered]}}
        each = {"terms": {"field": "story", "size": len(stories), "execution_hint": "map"}}
        body = {"size": 0, "track_total_hits": False, "query": own, "aggs": {"told": each}}
        found = search(self.client, self.state.index, body)["aggregations"]["told"]["buckets"]
        return {one["key"]: one["doc_count"] for one in found}

    def _shown(self, query: DSL) -> DSL:
        """A query, but for what is not to be shown."""
        return query if self.hidden is None else {"bool": {"must": [query], "must_not": [self.hidden]}}

    def _withheld(self) -> int:
        """How many that match are not shown."""
        if self.hidden is None or not self.state.withheld:
            return 0
        both = {"bool": {"filter": [self.matching.of(self.query), self.hidden]}}
        found = search(self.client, self.state.index, {"size": 0, "track_total_hits": True, "query": both})
        return int(found["hits"]["total"]["value"])

    def each(self) -> Iterator[Hit]:
        with _within_means(), View(self.client, self.state.index) as view:
            hits = map(hit, view.hits(self._ordered() | WITH_ARTICLES, _READ_AT_ONCE))
            if not self.collapses:
                yield from hits
                return
            found = values(view.search, "story", self._shown(self.matching.of(self.query)))
            untold = {story: count for story, count in found if count > 1}
            for one in hits:
                if count := untold.get(one.story, 1):
                    one.similar = count - 1
                    yield one
                    if count > 1:
                        untold[one.story] = 0

    def _ordered(self) -> DSL:
        return {"query": self._scored(), "sort": _ORDERS[self.request.sort], "track_scores": True}

    def _scored(self) -> DSL:
        """The query with scores: one look at how common its words are, and then the query itself."""
        parts = list(dict.fromkeys(ranked(self.query)))
        scored = self._shown(Scoring(self.matching, self.state, self._counted(parts)).of(self.query))
        if self.request.sort != "recent":
            return scored
        params = {"now": microseconds(self.request.now), "half_life": self.request.half_life * _DAY}
        return {"script_score": {"query": scored, "script": {"lang": "expression", "source": _FRESH, "params": params}}}

    def _counted(self, parts: Sequence[Ranked]) -> dict[Ranked, int]:
        """How many articles each part is in, all in one request."""
        found = {part: query for part in parts if (query := self.matching.placed(*part))}
        if not found:
            return {}
        lines: list[DSL] = []
        for query in found.values():
            lines += [COMPLETE, {"size": 0, "track_total_hits": True, "query": query}]
        answers = self.client.ask_many(f"/{self.state.index}/_msearch", lines)
        return {part: answer["hits"]["total"]["value"] for part, answer in zip(found, answers, strict=True)}

    def _first(self, body: DSL) -> tuple[list[DSL], int | None, dict[str, tuple[Count, ...]]]:
        """The answer that has the total and the values that are most frequent, which on several shards may take two."""
        request = self.request
        named = [name for name in request.facets if name not in PERIODS]
        counted = request.count or bool(request.facets)
        size, on_each = request.facet_size, max(10 * request.facet_size, 100)
        while True:
            aggs = {
                name: {
                    "terms": {
                        "field": f"facet.{name}",
                        "size": size,
                        "shard_size": on_each,
                        "order": [{"_count": "desc"}, {"_key": "asc"}],
                    }
                }
                for name in named
                if size
            }
            found = search(
                self.client, self.state.index, {**body, "track_total_hits": counted, **({"aggs": aggs} if aggs else {})}
            )
            counts = found.get("aggregations", {})
            if not any(own["doc_count_error_upper_bound"] for own in counts.values()):
                break
            on_each *= 10
        total = found["hits"]["total"]["value"] if counted else None
        facets = {name: _counts(counts[name]["buckets"]) if name in counts else () for name in named}
        return found["hits"]["hits"], total, facets

    def _periods(self, name: str, filtered: DSL, total: int | None) -> tuple[Count, ...]:
        """A histogram, in order, with those without a date last."""
        buckets: dict[str | None, int] = {}
        for day, count in values(partial(search, self.client, self.state.index), "day", filtered):
            at = bucket(date.fromordinal(day), name)
            buckets[at] = buckets.get(at, 0) + count
        if undated := (total or 0) - sum(buckets.values()):
            buckets[None] = undated
        return tuple(Count(value, count) for value, count in buckets.items())

    def _streamed(self) -> Iterator[Hit]:
        """Everything that matches, in order; of a story only the first, which knows how many others there are."""
        body = self._ordered() | NAMED
        hits = map(hit, stream(self.client, self.state.index, body, AT_ONCE))
        if not self.collapses:
            yield from hits
            return
        told: dict[str, Hit] = {}
        for one in hits:
            if (first := told.setdefault(one.story, one)) is not one:
                first.similar += 1
        yield from told.values()

    def _settle(self, query: Query, field: str, doubtful: DSL) -> list[str]:
        """The articles of some that the reference matcher says have the part in the field."""
        found = search(self.client, self.state.index, {"size": 0, "track_total_hits": True, "query": doubtful})
        if found["hits"]["total"]["value"] > _MOST_DOUBTFUL:
            raise UnsupportedQuery(
                f"OpenSearch cannot tell which of {found['hits']['total']['value']:,} articles have {query}:"
                " ask for less, or for two parts near each other"
            )
        if not found["hits"]["total"]["value"]:
            return []
        body: DSL = {"query": doubtful, "sort": AS_IT_COMES, "_source": ["article"]}
        return [
            one["_id"]
            for one in stream(self.client, self.state.index, body, 200)
            if Matcher(article(one["_source"]), self.state.languages).spans(query, field)
        ]


def _hidden(now: datetime) -> DSL:
    """What finds the articles that are killed, withheld, or under embargo at a moment."""
    under_embargo = {"range": {"key.embargo": {"gt": stamp(now)}}}
    return {"bool": {"should": [{"term": {"has": "status"}}, under_embargo]}}


def _counts(buckets: list[DSL]) -> tuple[Count, ...]:
    return tuple(Count(one["key"], one["doc_count"]) for one in buckets)
