"""The same query with scores: the formula of `engines.ranking`, reckoned by the server.

The server's own BM25 counts what is deleted, reckons with each shard's terms for itself,
leaves articles without a field out of that field's averages, and rounds lengths to a
byte. Here it gives frequencies and exact lengths, and the rest comes with the query: so
scores are the same on every engine, and on any number of shards. Only the frequency of
words that are near each other is the server's own: see `_NEAR`.
"""

from collections.abc import Iterator, Mapping

from newssearch.engines.opensearch.matching import DSL, NOTHING, Matching, any_of
from newssearch.engines.opensearch.state import State
from newssearch.engines.ranking import CONSTANT, K1, B, idf
from newssearch.errors import UnsupportedQuery
from newssearch.query import Query, tree
from newssearch.query.fields import DEFAULTS, EXACT
from newssearch.query.matcher import fields_of

Ranked = tuple[tree.Word | tree.Phrase | tree.Near, str]
"""A part that is scored by BM25, and a field of it."""

_WORDS = "_score / words"
_NEAR = "max(1, _score / (1.0000001 - _score))"
# The server sums 1 / (1 + gaps) over minimal intervals, s, and gives s / (1 + s); each place counts at least 1 here.

_BM25 = "factor * ({tf}) / (({tf}) + fixed + growing * doc['length.{field}'].value)"


def ranked(query: Query) -> Iterator[Ranked]:
    """All that a query is scored by and whose articles have to be counted for it."""
    match query:
        case tree.And(parts) | tree.Or(parts):
            for part in parts:
                yield from ranked(part)
        case tree.Boost(part):
            yield from ranked(part)
        case tree.Word() | tree.Phrase() | tree.Near():
            yield from ((query, field) for field in fields_of(query) if field in DEFAULTS)


class Scoring:
    """Scores of an archive in this state; `counts` are the numbers of articles of what is `ranked`."""

    def __init__(self, matching: Matching, state: State, counts: Mapping[Ranked, int]) -> None:
        self._matching = matching
        self._state = state
        self._counts = counts

    def of(self, query: Query, factor: float = 1.0) -> DSL:
        """What finds the same articles as `Matching.of`, and scores them, times a factor."""
        match query:
            case tree.And(parts):
                return {"bool": {"must": [self.of(part, factor) for part in parts]}}
            case tree.Or(parts):
                return any_of([self.of(part, factor) for part in parts])
            case tree.Boost(part, own):
                return self.of(part, factor * own)
            case tree.Not() | tree.Date() | tree.Everything():
                return {"bool": {"filter": [self._matching.of(query)]}}
            case tree.Pattern() | tree.Fuzzy() if query.field not in EXACT:
                found = {field: self._matching.placed(query, field) for field in fields_of(query)}
                weights = {field: factor * CONSTANT * DEFAULTS.get(field, 1.0) for field in found}
                return any_of([_scored(own, weights[field]) for field, own in found.items() if own])
            case tree.Word() | tree.Phrase() | tree.Near():
                return any_of([self._in(query, field, factor) for field in fields_of(query)])
            case tree.Exists() | tree.Name() | tree.Value() | tree.Pattern():
                return _scored(self._matching.of(query), CONSTANT * factor)
            case _:
                raise UnsupportedQuery(f"OpenSearch has no meaning for {query!r}")

    def _in(self, query: tree.Word | tree.Phrase | tree.Near, field: str, factor: float) -> DSL:
        """A part in one of its fields."""
        found = self._matching.placed(query, field)
        if found is None:
            return NOTHING
        if field not in DEFAULTS:
            return _scored(found, CONSTANT * factor)
        count = self._counts[query, field]
        if not count:
            return NOTHING
        sloppy = isinstance(query, tree.Near) or (
            isinstance(query, tree.Phrase) and query.slop and len(query.words) > 1
        )
        average = self._state.average(field)
        articles = max(self._state.articles, count)  # while another commits, more may be there than was committed
        script = {
            "lang": "expression",
            "source": _BM25.format(tf=_NEAR if sloppy else _WORDS, field=field),
            "params": {
                "factor": factor * DEFAULTS[field] * idf(articles, count) * (K1 + 1),
                "fixed": K1 * (1 - B) if average else K1,
                "growing": K1 * B / average if average else 0.0,
                # A phrase's frequency comes once for each of its words.
                "words": 1 if sloppy or not isinstance(query, tree.Phrase) else len(query.words),
            },
        }
        return {"script_score": {"query": found, "script": script}}


def _scored(found: DSL, score: float) -> DSL:
    return {"constant_score": {"filter": found, "boost": score}}
