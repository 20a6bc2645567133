"""A resolved query as the server's query DSL: which articles match. Scores are `scoring`'s.

Each node has one form, and nothing is ever a query string. Words, stems and values are
looked up as they were sent, so the meaning is the reference matcher's.
"""

from collections.abc import Callable, Iterable
from typing import Any

from newssearch import byline
from newssearch.dates import Days, absolute, moments
from newssearch.engines.entry import NAMES, microseconds, stemmed
from newssearch.engines.opensearch.documents import fit, stems, term
from newssearch.engines.opensearch.mapping import ALSO
from newssearch.engines.opensearch.nearness import Nearness
from newssearch.errors import UnsupportedQuery
from newssearch.query import Query, tree
from newssearch.query.fields import DEFAULTS, EXACT
from newssearch.query.matcher import fields_of

DSL = dict[str, Any]

NOTHING: DSL = {"match_none": {}}
EVERYTHING: DSL = {"match_all": {}}

Placed = tree.Word | tree.Phrase | tree.Pattern | tree.Fuzzy | tree.Near

Settle = Callable[[Query, str, DSL], list[str]]
"""Of the articles that a query in DSL finds, the server's ids of those that have the part in the field."""

_MOST_GROUPS = 20


class Matching:
    """Queries over an archive of these languages. `settle` looks at articles that the server cannot tell apart."""

    def __init__(self, languages: Iterable[str], settle: Settle) -> None:
        self.languages = frozenset(languages)
        self._settle = settle
        self._placed: dict[tuple[Query, str], DSL | None] = {}

    def of(self, query: Query) -> DSL:
        """What finds the same articles. Raises `UnsupportedQuery` for a node without a form here."""
        match query:
            case tree.And(parts):
                return {"bool": {"filter": [self.of(part) for part in parts]}}
            case tree.Or(parts):
                return any_of([self.of(part) for part in parts])
            case tree.Not(part):
                return {"bool": {"must_not": [self.of(part)]}}
            case tree.Boost(part):
                return self.of(part)
            case tree.Everything():
                return EVERYTHING
            case tree.Exists(field):
                return {"term": {"has": field}}
            case tree.Value(value, field):
                return {"term": {f"key.{field}": fit(value)}}
            case tree.Name(name):
                return any_of([_author(groups) for groups in byline.wanted(name)])
            case tree.Date():
                return _period(query)
            case tree.Pattern(pattern, str(field)) if field in EXACT:
                return {"wildcard": {f"key.{field}": {"value": _exact_shape(pattern), "rewrite": "constant_score"}}}
            case tree.Word() | tree.Phrase() | tree.Pattern() | tree.Fuzzy() | tree.Near():
                return any_of([found for field in fields_of(query) if (found := self.placed(query, field))])
            case _:
                raise UnsupportedQuery(f"OpenSearch has no meaning for {query!r}")

    def placed(self, query: Placed, field: str) -> DSL | None:
        """What finds the articles that have the part in this field; None where none can."""
        at = query, field
        if at not in self._placed:
            self._placed[at] = self._place(query, field)
        return self._placed[at]

    def _place(self, query: Placed, field: str) -> DSL | None:
        match query:
            case tree.Word(word) if field in DEFAULTS:
                found = stems(word, self.languages)
                return {"match": {stemmed(field): {"query": ALSO.join(found)}}} if found else None
            case tree.Word(word) | tree.Phrase((word,)):
                return {"term": {field: {"value": term(word)}}}
            case tree.Phrase(words, 0):
                return {"match_phrase": {field: {"query": " ".join(map(term, words))}}}
            case tree.Pattern(pattern):
                shape = pattern.replace("\\", "\\\\")
                return {"wildcard": {field: {"value": shape, "rewrite": "constant_score"}}}
            case tree.Fuzzy(word, edits):
                close = {"fuzziness": edits, "prefix_length": 1, "transpositions": True, "rewrite": "constant_score"}
                return {"fuzzy": {field: {"value": word, **close}}}
            case tree.Phrase() | tree.Near():
                return self._near(query, field)

    def _near(self, query: tree.Phrase | tree.Near, field: str) -> DSL | None:
        nearness = Nearness(field, self.languages)
        spans, reach = nearness.spans(query), nearness.possible(query)
        if spans is None or reach is None:
            return None
        sure: DSL = {"intervals": {field: spans.rule}}
        if spans.whole:
            return sure
        doubtful = {"bool": {"filter": [{"intervals": {field: reach.rule}}], "must_not": [sure]}}
        settled = self._settle(query, field, doubtful)
        return any_of([sure, {"constant_score": {"filter": {"ids": {"values": settled}}, "boost": 0.5}}])


def any_of(parts: list[DSL]) -> DSL:
    """Any of the parts; of none, nothing."""
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _author(groups: tuple[frozenset[str], ...]) -> DSL:
    """Articles of which one author, a position of `NAMES`, has a key of every group."""
    if len(groups) > _MOST_GROUPS:
        raise UnsupportedQuery(f"OpenSearch has no answer for a name of more than {_MOST_GROUPS} parts")
    rule: DSL | None = None
    for group in groups:
        keys: DSL = {"intervals": [{"match": {"query": fit(key)}} for key in sorted(group)]}
        rule = {"any_of": keys if rule is None else {**keys, "filter": {"contained_by": rule}}}
    return {"intervals": {NAMES: rule}}


def _exact_shape(pattern: str) -> str:
    """A pattern of an exact field as the server's wildcard, to which `?` is special too."""
    shape, escaped = [], False
    for letter in pattern:
        if letter == "\\" and not escaped:
            escaped = True
            continue
        shape.append(f"\\{letter}" if letter in "?\\" or (letter == "*" and escaped) else letter)
        escaped = False
    return "".join(shape) + ("\\\\" if escaped else "")


def _period(query: tree.Date) -> DSL:
    if query.after or query.before:
        raise ValueError(f"{query} is not resolved")
    bounds: list[DSL] = [{"term": {"has": "date"}}]
    for bound, is_start in ((query.start, True), (query.end, False)):
        if bound is None:
            continue
        limit = absolute(bound)
        if isinstance(limit, Days):
            day = limit.first if is_start else limit.last
            bounds.append({"range": {"day": {"gte" if is_start else "lte": day.toordinal()}}})
        else:
            first, last = map(microseconds, moments(limit))
            bounds.append({"range": {"last": {"gte": first}} if is_start else {"first": {"lte": last}}})
    return {"bool": {"filter": bounds}}
