"""BM25 over arrays: the scores of a word, phrase or NEAR in the fields that it is ranked in.

A `Field` is the postings of a query's part in one field, with what one occurrence there
is worth. See `engines.ranking` for the formula.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.ranking import K1, B, idf
from newssearch.engines.whoosh.parts import Part, joined
from newssearch.engines.whoosh.postings import IMPACT_ONE, Numbers, Postings, Strided, firsts, located, meeting
from newssearch.engines.whoosh.snapshot import Snapshot

Scores = NDArray[np.floating[Any]]


_MANY = 4096
"""So many documents are looked up in faster than sorted."""


_HANDFUL = 24
"""So many scores are added up sooner one by one than as arrays."""


class Matches(NamedTuple):
    """Documents, ascending, and the score of each."""

    documents: Numbers
    scores: Scores


NO_MATCHES = Matches(np.empty(0, np.int64), np.empty(0))


class Norms(NamedTuple):
    """What BM25 adds to a frequency in its divisor: `fixed` + `growing` × length."""

    lengths: NDArray[np.integer | np.floating]
    fixed: float
    growing: float
    average: float

    def without(self, documents: Numbers) -> "Norms":
        """The same, but that some documents score nothing, as if they were endless: none of them comes to the top."""
        lengths = self.lengths.astype(np.float64)
        lengths[documents] = np.inf
        return self._replace(lengths=lengths)


class Field:
    """Postings in one field, read when they are asked for, and what they are worth: `factor` × tf / (tf + norm)."""

    __slots__ = ("_postings", "count", "factor", "norms", "parts")

    def __init__(
        self, norms: Norms, weight: float, articles: int, parts: Sequence[Part], postings: Postings | None = None
    ) -> None:
        """Either the parts, one a segment, or the postings themselves."""
        self.norms = norms
        self.parts = parts
        self._postings = postings
        self.count = sum([part.count() for part in parts]) if postings is None else len(postings.documents)
        self.factor = weight * idf(articles, self.count) * (K1 + 1)

    def boosted(self, factor: float) -> "Field":
        """The same postings, worth so many times as much."""
        if factor == 1:
            return self
        other = copy(self)
        other.factor *= factor
        return other

    def by_segment(self) -> Iterator[tuple[int, "Field"]]:
        """The same for each segment, with the number of its first document."""
        if len(self.parts) == 1:
            yield self.parts[0].base, self
            return
        for part in self.parts:
            own = copy(self)
            own.parts, own.count, own._postings = (part,), part.count(), None  # noqa: SLF001 - its own
            yield part.base, own

    def postings(self) -> Postings:
        """All postings, of every segment."""
        if self._postings is None:
            self._postings = self.parts[0].read() if len(self.parts) == 1 else joined([p.read() for p in self.parts])
        return self._postings

    def score(self, postings: Postings) -> Scores:
        """The score of each of some postings."""
        documents, frequencies = postings
        lengths, fixed, growing, _ = self.norms
        divisor: Scores = lengths.take(documents) * growing
        if frequencies is None:
            divisor += fixed + 1.0
            np.divide(self.factor, divisor, out=divisor)
            return divisor
        divisor += fixed
        divisor += frequencies
        scores: Scores = frequencies * self.factor
        scores /= divisor
        return scores

    def matches(self) -> Matches:
        """All documents with their scores."""
        postings = self.postings()
        return Matches(postings.documents, self.score(postings))

    def among(self, documents: Numbers) -> Matches:
        """Those of the documents, ascending, that are in the field's postings, with their scores."""
        at, scores = self.scores_among(documents)
        return Matches(documents.take(at), scores)

    def scores_among(self, documents: Numbers) -> tuple[NDArray[np.integer], Scores]:
        """Where those of the documents stand that are in the field's postings, and their scores."""
        found = self.near(documents)
        at, own = meeting(documents, found.documents)
        frequencies = None if found.frequencies is None else found.frequencies.take(own)
        return at, self.score(Postings(documents.take(at), frequencies))

    @property
    def most(self) -> float:
        """The most that one document can score: a frequency without end."""
        return self.factor

    @property
    def strided(self) -> "Strides | None":
        """The strides of long postings, where these have not been read."""
        if len(self.parts) > 1 or self._postings is not None:
            return None
        strided = self.parts[0].strided
        return None if strided is None else Strides(self, self.parts[0], strided)

    def near(self, documents: Numbers) -> Postings:
        """Postings among which are all those of the documents."""
        return self.parts[0].near(documents) if len(self.parts) == 1 and self._postings is None else self.postings()


class Strides(NamedTuple):
    """Long postings of a field in one segment, of which some strides can be read."""

    field: Field
    part: Part
    strided: Strided

    def bounds(self) -> Scores:
        """The most that a document of each stride can score.

        Impacts were reckoned with the mean length of their segment; where the mean of the index is
        greater, an impact is so many times as great at most.
        """
        growth = max(1.0, self.field.norms.average / self.strided.average)
        bounds: Scores = self.part.impacts(self.strided) * (self.field.factor / IMPACT_ONE * growth)
        return bounds

    def matches(self, chosen: Numbers) -> Matches:
        """The documents of some strides, ascending, with their scores."""
        postings = self.part.read_strides(self.strided, chosen)
        return Matches(postings.documents, self.field.score(postings))


def norms(snapshot: Snapshot, field: str) -> Norms:
    """Those of a field, whose lengths are read and not copied."""
    average = snapshot.average_length(field)
    return Norms(snapshot.lengths(field), K1 * (1 - B), K1 * B / average, average)


def summed(parts: Sequence[Matches], count: int) -> Matches:
    """The documents of any part, the scores of those in several added; `count` is that of all documents."""
    parts = [part for part in parts if len(part.documents)]
    if len(parts) < 2:
        return parts[0] if parts else NO_MATCHES
    most, *others = sorted(parts, key=lambda part: -len(part.documents))
    few = sum([len(other.documents) for other in others])
    if len(most.documents) > _MANY and 4 * few < len(most.documents):
        return _added(most, others)
    if few + len(most.documents) <= _HANDFUL:
        return _added_up(parts)
    documents = np.concatenate([part.documents for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    if count and len(documents) * 8 > count:
        sums = np.bincount(documents, scores, count).astype(np.float64, copy=False)
        found = np.zeros(count, np.bool_)
        found[documents] = True
        kept = np.flatnonzero(found)
        return Matches(kept, sums[kept])
    order = np.argsort(documents, kind="stable")
    documents, scores = documents[order], scores[order]
    first = firsts(documents)
    return Matches(documents[first], np.add.reduceat(scores, first))


def _added_up(parts: Sequence[Matches]) -> Matches:
    """The same of a handful, number by number."""
    sums: dict[int, float] = {}
    for documents, scores in parts:
        for document, score in zip(documents.tolist(), scores.tolist(), strict=True):
            sums[document] = sums.get(document, 0.0) + score
    ordered = sorted(sums.items())
    return Matches(np.array([document for document, _ in ordered]), np.array([score for _, score in ordered]))


def summed_among(fields: Sequence[Field], documents: Numbers) -> Matches:
    """Those of the documents, ascending, that are in any of the fields, with their scores in all."""
    if len(fields) == 1:
        return fields[0].among(documents)
    scores, matching = np.zeros(len(documents)), np.zeros(len(documents), np.bool_)
    for field in fields:
        at, own = field.scores_among(documents)
        scores[at] += own
        matching[at] = True
    kept = np.flatnonzero(matching)
    return Matches(documents.take(kept), scores.take(kept))


def _added(most: Matches, others: Sequence[Matches]) -> Matches:
    """Many matches and few others: these are looked up among them."""
    documents, scores = most
    scores = scores.copy()
    new = []
    for other in others:
        kept, at = located(other.documents, documents)
        scores[at] += other.scores[kept]
        if len(at) < len(kept):
            new.append(Matches(other.documents[~kept], other.scores[~kept]))
    if not new:
        return Matches(documents, scores)
    fresh = summed(new, 0) if len(new) > 1 else new[0]
    places = np.searchsorted(documents, fresh.documents)
    return Matches(np.insert(documents, places, fresh.documents), np.insert(scores, places, fresh.scores))
