"""The reference as an engine: every article asked in turn, ranked by the formula as it is written.

Slow and plain, and right by construction; the contract tests compare every other engine
with it. An archive at the place ``memory:`` lives in it, for a few articles at a time.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np

from newssearch.analysis import stem_language
from newssearch.article import Article
from newssearch.engines.base import AS_IT_IS, Engine, Found, Request, Stored, WriteOptions
from newssearch.engines.ranking import CONSTANT, DECIMALS, K1, B, bucket, decay, idf
from newssearch.errors import UnsupportedQuery
from newssearch.paths import StrPath
from newssearch.query import Query, tree
from newssearch.query.fields import DEFAULTS, PERIODS, facet_values, keys, stamp
from newssearch.query.matcher import Matcher, fields_of
from newssearch.results import Count, Match
from newssearch.similar import NO_DAY, groups, joined
from newssearch.similar.texts import of_text


class ReferenceEngine:
    """Articles in memory. `length` keeps a field's length as an engine that is compared with does."""

    def __init__(self, length: Callable[[int], int] = int) -> None:
        self.length = length
        self.stored: dict[str, Stored] = {}
        self.settings: Mapping[str, Any] = {}
        self._sources: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        return f"memory:{id(self)}"

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(stem_language(stored.article.language) for stored in self.stored.values())

    def sources(self) -> Iterator[str]:
        yield from self._sources

    def get(self, id: str) -> Stored | None:
        return self.stored.get(id)

    def articles(self) -> Iterator[Stored]:
        yield from self.stored.values()

    def verify(self) -> Iterator[str]:
        yield from ()

    def stats(self) -> dict[str, Any]:
        return {"engine": "reference", "articles": len(self.stored)}

    def elsewhere(self, place: StrPath) -> "ReferenceEngine":  # noqa: ARG002 - it is nowhere
        return ReferenceEngine(self.length)

    def differences(self, other: Engine) -> list[str]:
        theirs = {stored.article.id: stored for stored in other.articles()}
        every = sorted(self.stored | theirs)
        return [f"article {id!r} differs" for id in every if self.stored.get(id) != theirs.get(id)]

    def close(self) -> None:
        """Nothing is open."""

    @contextmanager
    def session(
        self, *, wait: float = 10.0, fresh: bool = False, options: WriteOptions = AS_IT_IS
    ) -> Iterator["_Session"]:
        """One thread, and nothing on a disk: only `fresh` means anything."""
        del wait, options
        yield _Session(self, {} if fresh else dict(self.stored))

    def each(self, query: Query, request: Request) -> Iterator[Match]:
        return iter(self.search(query, replace(request, limit=None)).page)

    def search(self, query: Query, request: Request) -> Found:
        matchers = [Matcher(stored.article, self.languages) for stored in self.stored.values()]
        matching = [matcher for matcher in matchers if matcher.matches(query)]
        found = [m for m in matching if request.withheld or not _is_withheld(m.article, request.now)]
        scores = {id(matcher): 0.0 for matcher in matchers}
        for matcher, score in zip(found, _Ranking(matchers, self.length).scores(query, found), strict=True):
            scores[id(matcher)] = round(score, DECIMALS)
        if request.sort == "recent":
            for matcher in found:
                scores[id(matcher)] = round(scores[id(matcher)] * _freshness(matcher.article, request), DECIMALS)
        found.sort(key=lambda matcher: _order(matcher.article, scores[id(matcher)], request.sort))
        end = None if request.limit is None else request.offset + request.limit
        told = [[matcher] for matcher in found] if request.copies else _stories(matchers, found)
        return Found(
            total=len(found),
            page=[
                _Match(first.article, scores[id(first)], len(others)) for first, *others in told[request.offset : end]
            ],
            facets={name: _counts([m.article for m in found], name, request.facet_size) for name in request.facets},
            withheld=len(matching) - len(found),
            languages=self.languages,
        )


class _Match(NamedTuple):
    """An article of the page."""

    held: Article
    score: float
    similar: int

    @property
    def id(self) -> str:
        return self.held.id

    def article(self) -> Article:
        return self.held


class _Session:
    unfinished = False

    def __init__(self, engine: ReferenceEngine, stored: dict[str, Stored]) -> None:
        self.engine = engine
        self.stored = stored

    def expect(self, ids: Sequence[str]) -> None: ...

    def get(self, id: str) -> Stored | None:
        return self.stored.get(id)

    def put(self, stored: Stored) -> None:
        self.stored[stored.article.id] = stored

    def remove(self, id: str) -> bool:
        return self.stored.pop(id, None) is not None

    def commit(self, settings: Mapping[str, Any], sources: Iterable[str]) -> None:
        self.engine.stored, self.engine.settings = self.stored, settings
        self.engine._sources = tuple(sources)  # noqa: SLF001 - one thing in two halves


def _stories(matchers: list[Matcher], found: list[Matcher]) -> list[list[Matcher]]:
    """What was found, each story's articles together, in the order of the first of each."""
    if not found:
        return []
    days = [m.article.published.day.toordinal() if m.article.published else NO_DAY for m in matchers]
    leaders = groups(joined([of_text(m.article.body) for m in matchers]), np.array(days)).leaders.tolist()
    leader_of = {id(matcher): leader for matcher, leader in zip(matchers, leaders, strict=True)}
    told: dict[int, list[Matcher]] = {}
    for matcher in found:
        told.setdefault(leader_of[id(matcher)], []).append(matcher)
    return list(told.values())


def _order(article: Article, score: float, sort: str) -> tuple[Any, ...]:
    undated = article.published is None
    stamp = 0.0 if article.published is None else article.published.span[0].timestamp()
    match sort:
        case "newest":
            return (undated, -stamp, article.id)
        case "oldest":
            return (undated, stamp, article.id)
        case "recent":
            return (undated, -score, -stamp, article.id)
        case _:
            return (-score, undated, -stamp, article.id)


def _is_withheld(article: Article, now: datetime) -> bool:
    return bool(article.status) or any(end > stamp(now) for end in keys(article, "embargo"))


def _freshness(article: Article, request: Request) -> float:
    if article.published is None:
        return 0.0
    age = (request.now - article.published.span[0]).total_seconds() / 86400
    return decay(age, request.half_life)


def _counts(found: list[Article], name: str, size: int) -> tuple[Count, ...]:
    if name in PERIODS:
        buckets = Counter(bucket(a.published.day if a.published else None, name) for a in found)
        ordered = sorted(buckets.items(), key=lambda item: (item[0] is None, item[0]))
        return tuple(Count(value, count) for value, count in ordered)
    counts = Counter(value for article in found for value in facet_values(article, name))
    return tuple(Count(v, n) for v, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size])


class _Ranking:
    """Scores over a collection, clause by clause, as the formula stands in `ranking`."""

    def __init__(self, matchers: list[Matcher], length: Callable[[int], int]) -> None:
        self.matchers = matchers
        self.length = length
        self.averages: dict[str, float] = {}

    def scores(self, query: Query, found: list[Matcher]) -> list[float]:
        match query:
            case tree.And(parts) | tree.Or(parts):
                columns = [self.where_matching(part, found) for part in parts]
                return [math.fsum(scores) for scores in zip(*columns, strict=True)]
            case tree.Boost(part, factor):
                return [score * factor for score in self.scores(part, found)]
            case tree.Not() | tree.Date() | tree.Everything():
                return [0.0] * len(found)
            case tree.Name() | tree.Value() | tree.Exists() | tree.Pattern() | tree.Fuzzy():
                return [self.constant(query, matcher) for matcher in found]
            case tree.Word() | tree.Phrase() | tree.Near():
                columns = [self.field_scores(query, field, found) for field in fields_of(query)]
                return [math.fsum(scores) for scores in zip(*columns, strict=True)]
            case _:
                raise UnsupportedQuery(f"no meaning for {query!r}")

    def where_matching(self, part: Query, found: list[Matcher]) -> list[float]:
        scores = self.scores(part, found)
        return [score if m.matches(part) else 0.0 for m, score in zip(found, scores, strict=True)]

    def constant(self, query: Query, matcher: Matcher) -> float:
        if isinstance(query, tree.Pattern | tree.Fuzzy) and (query.field is None or query.field in DEFAULTS):
            return sum(CONSTANT * weight for field, weight in DEFAULTS.items() if matcher.spans(query, field))
        return CONSTANT if matcher.matches(query) else 0.0

    def field_scores(self, query: Query, field: str, found: list[Matcher]) -> list[float]:
        if field in DEFAULTS:
            return self.bm25(query, field, found)
        return [CONSTANT if matcher.spans(query, field) else 0.0 for matcher in found]

    def bm25(self, query: Query, field: str, found: list[Matcher]) -> list[float]:
        having = sum(bool(matcher.spans(query, field)) for matcher in self.matchers)
        weight = DEFAULTS[field] * idf(len(self.matchers), having)
        average = self.average(field)
        scores = []
        for matcher in found:
            frequency = len({first for first, _ in matcher.spans(query, field)})
            norm = K1 * (1 - B + B * self.length(len(matcher.view(field))) / average) if average else K1
            scores.append(weight * frequency * (K1 + 1) / (frequency + norm))
        return scores

    def average(self, field: str) -> float:
        if field not in self.averages:
            self.averages[field] = sum(self.length(len(m.view(field))) for m in self.matchers) / max(
                len(self.matchers), 1
            )
        return self.averages[field]
