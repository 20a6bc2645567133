"""BM25 over arrays: the scores of a word, phrase or NEAR in the fields that it is ranked in.

A `Field` is the postings of a query's part in one field, with what one occurrence there
is worth. See `engines.ranking` for the formula.
"""

import math
from collections.abc import Iterator, Sequence
from copy import copy
from typing import NamedTuple

from newssearch.engines.ranking import K1, B, idf
from newssearch.engines.whoosh import kernels
from newssearch.engines.whoosh.held import Held
from newssearch.engines.whoosh.parts import Part, joined
from newssearch.engines.whoosh.postings import IMPACT_ONE, Postings, Scorable, Strided
from newssearch.engines.whoosh.rows import Frequencies, Lengths, Numbers, Scores
from newssearch.engines.whoosh.snapshot import Snapshot


class Matches(NamedTuple):
    """Documents, ascending, and the score of each."""

    documents: Numbers
    scores: Scores


class Kept(NamedTuple):
    """Those of some documents that match: where they stand, ascending, and the score of each."""

    at: Numbers
    scores: Scores


NO_MATCHES = Matches(kernels.counting(0, 0), kernels.filled(0, 0))


class Norms(NamedTuple):
    """What BM25 adds to a frequency in its divisor: `fixed` + `growing` × length."""

    lengths: Lengths
    fixed: float
    growing: float
    average: float

    def without(self, documents: Numbers) -> "Norms":
        """The same, but that some documents score nothing, as if they were endless: none of them comes to the top."""
        endless = kernels.filled(len(documents), math.inf)
        return self._replace(lengths=kernels.plus_at(kernels.doubles(self.lengths), documents, endless))


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

    def score(self, documents: Numbers, frequencies: Frequencies | None) -> Scores:
        """The score of each of some postings."""
        lengths, fixed, growing, _ = self.norms
        return kernels.score(documents, frequencies, lengths, fixed, growing, self.factor)

    def matches(self) -> Matches:
        """All documents with their scores."""
        documents, frequencies = self.postings()
        return Matches(documents, self.score(documents, frequencies))

    def among(self, documents: Numbers) -> Kept:
        """Those of the documents, ascending, that are in the field's postings."""
        at, frequencies = self.places_among(documents)
        return Kept(at, self.score(kernels.taken(documents, at), frequencies))

    def places_among(self, documents: Numbers) -> tuple[Numbers, Frequencies | None]:
        """Where those of the documents stand that are in the field's postings, and how often each is."""
        if len(self.parts) == 1 and self._postings is None:
            return self.parts[0].among(documents)
        return Held(*self.postings()).among(documents)

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


class Strides(NamedTuple):
    """Long postings of a field in one segment, of which some strides can be read."""

    field: Field
    part: Part
    strided: Strided

    def strongest(self, count: int) -> Numbers:
        """The `count` strides of which a document can score most."""
        return kernels.strongest(self._impacts(), count)

    def reaching(self, score: float) -> Numbers:
        """The strides of which a document can score so much."""
        impacts = self._impacts()
        # Impacts were reckoned with the mean length of their segment; where the mean of the index is
        # greater, an impact is so many times as great at most.
        one = self.field.factor / IMPACT_ONE * max(1.0, self.field.norms.average / self.strided.average)
        least = math.floor(score / one) if one > 0 else 0
        return kernels.between(impacts, kernels.counting(0, len(impacts)), least, IMPACT_ONE)

    def _impacts(self) -> Numbers:
        return self.part.impacts(self.strided)

    def matches(self, chosen: Numbers) -> Matches:
        """The documents of some strides, ascending, with their scores."""
        documents, frequencies = self.part.read_strides(self.strided, chosen)
        return Matches(documents, self.field.score(documents, frequencies))


def norms(snapshot: Snapshot, field: str) -> Norms:
    """Those of a field, whose lengths are read and not copied."""
    average = snapshot.average_length(field)
    return Norms(snapshot.lengths(field), K1 * (1 - B), K1 * B / average, average)


def summed(parts: Sequence[Matches], count: int) -> Matches:
    """The documents of any part, the scores of those in several added; `count` is that of all documents."""
    parts = [part for part in parts if len(part.documents)]
    if len(parts) < 2:
        return parts[0] if parts else NO_MATCHES
    return Matches(*kernels.summed(parts, count))


def scorable(fields: Sequence[Field]) -> list[Scorable]:
    """The parts of fields that have any, with what they are worth, as `kernels.leading` takes them."""
    return [
        (part.source, part.base, part.living, *field.norms[:3], field.factor)
        for field in fields
        for part in field.parts
    ]


def summed_among(fields: Sequence[Field], documents: Numbers) -> Kept:
    """Those of the documents, ascending, that are in any of a word's fields, with their scores in all."""
    if not fields:
        return Kept(*NO_MATCHES)
    with fields[0].parts[0].reading:
        return Kept(*kernels.scored_among(scorable(fields), documents))
