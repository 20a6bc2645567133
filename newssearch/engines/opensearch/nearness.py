"""Words near each other, as the server's intervals.

The server finds *minimal* intervals: none that holds another. A span of ours is any pair
that is near enough. As long as the parts of a NEAR have one width, and so none of them
holds another, both find the same articles. A NEAR of NEARs may have spans that the server
passes over (of `a b x b c`, the wider of "a near b", which alone is next to c): what it
finds is right, and what it may miss is among what is `possible`.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any, NamedTuple

from newssearch.engines.entry import stemmed
from newssearch.engines.opensearch.documents import stems, term
from newssearch.engines.opensearch.mapping import HOLE
from newssearch.errors import UnsupportedQuery
from newssearch.query import Query, tree
from newssearch.query.fields import DEFAULTS

Rule = dict[str, Any]

_MOST = 1024
"""Words that a pattern may mean among others: the server's own limit."""


class Spans(NamedTuple):
    """The spans of a part, by their width, 0 being any; are these all that there are?"""

    rules: dict[int, Rule]
    whole: bool = True

    @property
    def rule(self) -> Rule:
        return _any(self.rules.values())


_NONE_FOR_SURE = Spans({0: {"match": {"query": HOLE}}}, whole=False)
"""Of a part near its like: the server takes the two for one that is repeated, and these may overlap."""


class Reach(NamedTuple):
    """What holds a span of a part: the least and the greatest width of one, and a rule for what is in it."""

    least: int
    most: int
    rule: Rule


class Nearness:
    """The rules of parts in one field, whose words are stemmed in `languages`."""

    def __init__(self, field: str, languages: Iterable[str]) -> None:
        self.field = field
        self.languages = sorted(languages)

    def spans(self, part: Query) -> Spans | None:
        """Spans of a part; None where it has none in this field."""
        match part:
            case tree.Phrase(words, 0) if part.field in {None, self.field}:
                return Spans({len(words): self._words(" ".join(map(term, words)))})
            case tree.Phrase(words, slop) if part.field in {None, self.field}:
                # From one place of the first word our spans and the minimal ones may begin; they end alike.
                return Spans({0: _in_order([self._words(term(word)) for word in words], slop)})
            case tree.Word() | tree.Pattern() | tree.Fuzzy() if part.field in {None, self.field}:
                return Spans({1: self._leaf(part)})
            case tree.Or(parts):
                return _either([found for inner in parts if (found := self.spans(inner))])
            case tree.Near(parts, distance, ordered):
                return self._near(parts, distance, ordered=ordered)
            case _:
                return None

    def possible(self, part: Query) -> Reach | None:
        """A rule for every article that has a span of the part, and others."""
        match part:
            case tree.Or(parts):
                found = [reach for inner in parts if (reach := self.possible(inner))]
                return _widest(found) if found else None
            case tree.Near(parts, distance):
                every = [self.possible(inner) for inner in parts]
                found = [reach for reach in every if reach]
                if len(found) < len(every):
                    return None
                most = sum(reach.most for reach in found) + distance * (len(parts) - 1)
                other = [reach for at, reach in enumerate(found) if reach not in found[:at]]
                if len(other) == 1:
                    return Reach(1, most, other[0].rule)
                gaps = most - sum(reach.least for reach in other)
                inside = {"intervals": [reach.rule for reach in other], "mode": "unordered", "max_gaps": gaps}
                return Reach(1, most, {"all_of": inside})
            case _:
                spans = self.spans(part)
                if spans is None:
                    return None
                words = len(part.words) if isinstance(part, tree.Phrase) else 1
                return Reach(words, words + getattr(part, "slop", 0), spans.rule)

    def _leaf(self, part: tree.Word | tree.Pattern | tree.Fuzzy) -> Rule:
        match part:
            case tree.Word(word) if self.field in DEFAULTS:
                roots = stems(word, self.languages)
                return _any([{"match": {"query": root, "use_field": stemmed(self.field)}} for root in roots])
            case tree.Word(word):
                return self._words(term(word))
            case tree.Pattern(pattern):
                return {"wildcard": {"pattern": pattern.replace("\\", "\\\\"), "max_expansions": _MOST}}
            case tree.Fuzzy(word, edits):
                return {"fuzzy": {"term": word, "fuzziness": edits, "prefix_length": 1, "transpositions": True}}

    @staticmethod
    def _words(text: str) -> Rule:
        return {"match": {"query": text, "mode": "ordered", "max_gaps": 0}}

    def _near(self, parts: Sequence[Query], distance: int, *, ordered: bool) -> Spans | None:
        """Joined from the left, as the reference matcher does."""
        left = self.spans(parts[0])
        for part in parts[1:]:
            right = self.spans(part)
            if left is None or right is None:
                return None
            left = _joined(left, right, distance, ordered=ordered)
        return left


def _joined(left: Spans, right: Spans, distance: int, *, ordered: bool) -> Spans:
    found: dict[int, list[Rule]] = {}
    for (one, first), (other, second) in product(left.rules.items(), right.rules.items()):
        if first == second and one != 1:
            return _NONE_FOR_SURE
        width = one + other if one and other and not distance else 0
        rules = [_in_order([first, second], distance)]
        if not ordered:
            rules.append(_in_order([second, first], distance))
        found.setdefault(width, []).extend(rules)
    if sum(map(len, found.values())) > _MOST // 8:
        raise UnsupportedQuery("OpenSearch has no answer for so many choices near each other: ask for fewer at a time")
    whole = left.whole and right.whole and 0 not in left.rules and 0 not in right.rules
    return Spans({width: _any(rules) for width, rules in found.items()}, whole)


def _either(found: Sequence[Spans]) -> Spans | None:
    if not found:
        return None
    rules: dict[int, list[Rule]] = {}
    for spans in found:
        for width, rule in spans.rules.items():
            rules.setdefault(width, []).append(rule)
    return Spans({width: _any(own) for width, own in rules.items()}, all(spans.whole for spans in found))


def _widest(found: Sequence[Reach]) -> Reach:
    least, most = min(reach.least for reach in found), max(reach.most for reach in found)
    return Reach(least, most, _any([reach.rule for reach in found]))


def _in_order(rules: Sequence[Rule], gaps: int) -> Rule:
    return {"all_of": {"intervals": list(rules), "mode": "ordered", "max_gaps": gaps}}


def _any(rules: Iterable[Rule]) -> Rule:
    rules = list(rules)
    return rules[0] if len(rules) == 1 else {"any_of": {"intervals": rules}}
