"""A resolved query over a snapshot's arrays: which documents match, and their scores.

Each node of the tree becomes a `Matches`. Parts that must all match are asked in the
order of their size, and each only about the documents that are left. The meaning is the
reference matcher's, the scores are those of `engines.ranking`.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newssearch import byline
from newssearch.analysis import stem
from newssearch.dates import Days, absolute, moments
from newssearch.engines.entry import microseconds, stemmed
from newssearch.engines.ranking import CONSTANT
from newssearch.engines.whoosh.best import Best, best
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.nearby import Nearby
from newssearch.engines.whoosh.postings import Numbers, Postings, located, union
from newssearch.engines.whoosh.scoring import Field, Matches, Norms, norms, summed
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.errors import UnsupportedQuery
from newssearch.query import Query, tree
from newssearch.query.fields import DEFAULTS, EXACT
from newssearch.query.matcher import fields_of

_MANY = 2_000
"""Documents that are worth being chosen from before they are scored."""


class Evaluator:
    """One snapshot, to ask any number of queries. `languages` are those that words are stemmed in."""

    def __init__(self, snapshot: Snapshot, languages: Iterable[str]) -> None:
        self.snapshot = snapshot
        self.languages = sorted(languages)
        self._norms: dict[str, Norms] = {}
        self._values: dict[str, list[str]] = {}

    @cached_property
    def everything(self) -> Numbers:
        return np.flatnonzero(self.snapshot.living)

    @cached_property
    def undated(self) -> Numbers:
        """The articles without a date: what a period leaves out is asked for with every period."""
        return np.flatnonzero((self.snapshot.column("day") == 0) & self.snapshot.living)

    def values(self, field: str) -> list[str]:
        """The values of a field of whole values, ascending."""
        found = self._values.get(field)
        if found is None:
            any_has = len(self.snapshot.documents("has", field))  # else all keys would be walked for nothing
            found = self._values[field] = list(self.snapshot.words(field)) if any_has else []
        return found

    def norms(self, field: str) -> Norms:
        """What lengths in a field mean to the ranking."""
        found = self._norms.get(field)
        if found is None:
            found = self._norms[field] = norms(self.snapshot, field)
        return found

    def evaluate(self, query: Query) -> Matches:
        """All documents that match. Raises `UnsupportedQuery` for a node without a meaning here."""
        return Evaluation(self).evaluate(query)

    def among(self, query: Query, documents: Numbers) -> Matches:
        """Those of the documents, ascending, that match."""
        return Evaluation(self).among(query, documents)

    def best(self, query: Query, count: int | None, *, total: bool) -> Best:
        """Documents among which are the `count` that score best, and all that tie with the last of them; None: all.

        With `total`, how many match in all is known too; else it may be.
        """
        return Evaluation(self).best(query, count, total=total)


class Evaluation:
    """One query, being answered."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._of = evaluator
        self.snapshot = evaluator.snapshot
        self._fields: dict[Query, list[Field]] = {}

    def best(self, query: Query, count: int | None, *, total: bool) -> Best:
        """See `Evaluator.best`."""
        ranked = None if count is None else self._only_ranked(query, 1.0)
        if count is not None and ranked is not None:
            return best(ranked, count, self.snapshot.count, total=total)
        matches = self.evaluate(query)
        return Best(matches, len(matches.documents))

    def _only_ranked(self, query: Query, factor: float) -> list[Field] | None:
        """The fields of a choice of plain words, each with its weight; None where there is anything else."""
        match query:
            case tree.Word(_, field) if field is None or field in DEFAULTS:
                return [field.boosted(factor) for field in self.fields(query)]
            case tree.Boost(part, own):
                return self._only_ranked(part, factor * own)
            case tree.Or(parts):
                found = [self._only_ranked(part, factor) for part in parts]
                return None if None in found else [field for fields in found for field in fields or ()]
            case _:
                return None

    def evaluate(self, query: Query) -> Matches:
        """The documents that match, with their scores."""
        match query:
            case tree.And(parts):
                return self._all(parts)
            case tree.Or(parts):
                return self._any([self.evaluate(part) for part in parts])
            case tree.Not(tree.Exists("date")):
                return _scored(self._of.undated, 0)
            case tree.Not(part):
                matching = self.evaluate(part).documents
                return _scored(_without(self._of.everything, matching), 0)
            case tree.Boost(part, factor):
                documents, scores = self.evaluate(part)
                return Matches(documents, scores * factor)
            case tree.Everything():
                return _scored(self._of.everything, 0)
            case tree.Exists(field):
                return _scored(self.snapshot.documents("has", field), CONSTANT)
            case tree.Value(value, field):
                return _scored(self.snapshot.documents(field, value), CONSTANT)
            case tree.Name(name):
                return _scored(self.snapshot.named(byline.wanted(name)), CONSTANT)
            case tree.Date():
                return self.among(query, self._of.everything)
            case tree.Pattern() | tree.Fuzzy():
                fields = [query.field] if query.field in EXACT else fields_of(query)
                found = self.snapshot.expanded(fields, Shape.of(query))
                return self._any([_scored(own, CONSTANT * DEFAULTS.get(field, 1.0)) for field, own in found.items()])
            case tree.Word() | tree.Phrase() | tree.Near():
                return self._any([field.matches() for field in self.fields(query)] + self._unranked(query))
            case _:
                raise UnsupportedQuery(f"the Whoosh engine has no meaning for {query!r}")

    def among(self, query: Query, documents: Numbers) -> Matches:
        """Those of the documents, ascending, that match: as `evaluate`, for less work where they are few."""
        match query:
            case tree.And(parts):
                return self._all(parts, documents)
            case tree.Or(parts):
                return self._any([self.among(part, documents) for part in parts])
            case tree.Not(part):
                matching = self.among(part, documents).documents
                return _scored(_without(documents, matching), 0)
            case tree.Boost(part, factor):
                own, scores = self.among(part, documents)
                return Matches(own, scores * factor)
            case tree.Everything():
                return _scored(documents, 0)
            case tree.Date():
                return _scored(documents[self._is_within(query, documents)], 0)
            case tree.Word() if not self._unranked(query):
                return self._any([field.among(documents) for field in self.fields(query)])
            case _:
                own, scores = self.evaluate(query)
                kept, at = located(documents, own)
                return Matches(documents[kept], scores[at])

    def _all(self, parts: Sequence[Query], documents: Numbers | None = None) -> Matches:
        """The documents that match every part: the part with the fewest first, each next among those left."""
        first, *others = sorted(parts, key=self._cost)
        if documents is not None:
            documents, scores = self.among(first, documents)
        elif isinstance(first, tree.Word) and self._cost(first) > _MANY and not self._unranked(first):
            # Its scores come last, when fewer documents are left to be scored.
            documents = union([field.postings().documents for field in self.fields(first)], self.snapshot.count)
            scores = np.zeros(len(documents))
            others.append(first)
        else:
            documents, scores = self.evaluate(first)
        for part in others:
            if not len(documents):
                break
            own, added = self.among(part, documents)
            scores = (scores if len(own) == len(documents) else scores[np.searchsorted(documents, own)]) + added
            documents = own
        return Matches(documents, scores)

    def _any(self, parts: Sequence[Matches]) -> Matches:
        return summed(parts, self.snapshot.count)

    def _cost(self, query: Query) -> int:
        """About how many documents a part matches, as far as that is known without asking it."""
        match query:
            case tree.Word():
                return sum(field.count for field in self.fields(query))
            case tree.Boost(part):
                return self._cost(part)
            case tree.Or(parts):
                return sum(map(self._cost, parts))
            case tree.Not(tree.Exists("date")):
                return len(self._of.undated)
            case tree.Not() | tree.Date() | tree.Everything():
                return self.snapshot.count + 1
            case _:
                return self.snapshot.count // 16  # it is asked as a whole anyway

    # --- words --------------------------------------------------------------------

    def fields(self, query: tree.Word | tree.Phrase | tree.Near) -> list[Field]:
        """The postings of a word, phrase or NEAR in each ranked field that has any."""
        found = self._fields.get(query)
        if found is None:
            found = self._fields[query] = self._read_fields(query)
        return found

    def _read_fields(self, query: tree.Word | tree.Phrase | tree.Near) -> list[Field]:
        of, articles = self._of, self.snapshot.articles
        if isinstance(query, tree.Word):
            stems = {stem(query.word, language) for language in of.languages}
            parts = self.snapshot.ranked(stems)
            wanted = list(DEFAULTS) if query.field is None else [query.field]
            return [Field(of.norms(f), DEFAULTS[f], articles, parts[f]) for f in wanted if f in parts and f in DEFAULTS]
        wanted = [field for field in fields_of(query) if field in DEFAULTS]
        return [
            Field(of.norms(field), DEFAULTS[field], articles, (), postings)
            for field, postings in self._standing(query, wanted).items()
            if len(postings.documents)
        ]

    def _unranked(self, query: tree.Word | tree.Phrase | tree.Near) -> list[Matches]:
        """The documents of a word, phrase or NEAR in each field that is not ranked, with a constant."""
        fields = [field for field in fields_of(query) if field not in DEFAULTS]
        if isinstance(query, tree.Word):
            return [_scored(self.snapshot.documents(field, query.word), CONSTANT) for field in fields]
        return [_scored(postings.documents, CONSTANT) for postings in self._standing(query, fields).values()]

    def _standing(self, query: tree.Phrase | tree.Near, fields: Sequence[str]) -> dict[str, Postings]:
        """The documents with a phrase or NEAR in each of the fields, and at how many places one starts."""
        if isinstance(query, tree.Phrase) and not query.slop:
            return self.snapshot.phrase(fields, query.words)
        nearby = Nearby(self.snapshot, self._view)
        return {field: nearby.postings(query, field) for field in fields}

    def _view(self, word: str, field: str) -> tuple[str, list[str]]:
        """The view that a word looks in, and the words that it means there."""
        if field not in DEFAULTS:
            return field, [word]
        return stemmed(field), sorted({stem(word, language) for language in self._of.languages})

    # --- dates -----------------------------------------------------------------

    def _is_within(self, query: tree.Date, documents: Numbers) -> NDArray[np.bool_]:
        """Which of the documents a period holds."""
        if query.after or query.before:
            raise ValueError(f"{query} is not resolved")

        day = self._column("day", documents)
        inside: NDArray[np.bool_] = day > 0
        for bound, is_start in ((query.start, True), (query.end, False)):
            if bound is None:
                continue
            limit = absolute(bound)
            if isinstance(limit, Days):
                inside &= day >= limit.first.toordinal() if is_start else day <= limit.last.toordinal()
            else:
                first, last = map(microseconds, moments(limit))
                end = self._column("last" if is_start else "first", documents)
                inside &= end >= first if is_start else end <= last
        return inside

    def _column(self, name: str, documents: Numbers) -> NDArray[np.integer]:
        whole = self.snapshot.column(name)
        return whole if len(documents) == len(whole) else whole.take(documents)


def _without(documents: Numbers, others: Numbers) -> Numbers:
    return documents[~located(documents, others)[0]]


def _scored(documents: Numbers, score: float) -> Matches:
    return Matches(documents, np.full(len(documents), float(score)))
