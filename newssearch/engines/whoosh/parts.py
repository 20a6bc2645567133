"""Postings as an index of several segments has them: numbered through, and without the deleted."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from newssearch.engines.whoosh.damage import reading
from newssearch.engines.whoosh.held import Held
from newssearch.engines.whoosh.kernels import chained, doubles, filled, flagged, shifted, summed, taken
from newssearch.engines.whoosh.postings import Postings, PostingSource, Strided
from newssearch.engines.whoosh.rows import Flags, Frequencies, Numbers


class Part:
    """The postings of a term in one segment, under the numbers of the whole index, without the deleted."""

    __slots__ = ("_read", "base", "living", "reading", "source")

    def __init__(self, guard: reading, source: PostingSource, base: int, living: Flags | None) -> None:
        """`guard` is the snapshot's, `base` the number of the segment's first document.

        `living` says which of all documents live; None: all of the segment's.
        """
        self.reading = guard
        self.source = source
        self._read: Postings | None = None
        self.base = base
        self.living = living

    def count(self) -> int:
        """How many documents there are: known at once where none are deleted."""
        return self.source.count if self.living is None else len(self.read().documents)

    def read(self) -> Postings:
        """All of them."""
        if self._read is None:
            with self.reading:
                self._read = moved(*self.source.read(), self.base, self.living)
        return self._read

    @property
    def strided(self) -> Strided | None:
        """The segment's postings in strides, where they are long and have not been read."""
        return None if self._read else self.source.strided

    def among(self, documents: Numbers) -> tuple[Numbers, Frequencies | None]:
        """Where those of the documents, ascending, stand that have the term; and how often each does."""
        if self._read is not None:
            return Held(*self._read).among(documents)
        before = bisect_left(documents, self.base) if self.base else 0
        own = shifted(documents[before:], -self.base) if self.base else documents
        with self.reading:
            at, frequencies = self.source.among(own)
        if before:
            at = shifted(at, before)
        if self.living is not None:
            alive = flagged(self.living, taken(documents, at), True)
            at, frequencies = taken(at, alive), None if frequencies is None else taken(frequencies, alive)
        return at, frequencies

    def impacts(self, strided: Strided) -> Numbers:
        """Those of the strides."""
        with self.reading:
            return strided.impacts()

    def read_strides(self, strided: Strided, chosen: Numbers) -> Postings:
        """The postings of some of the strides."""
        with self.reading:
            return moved(*strided.read_strides(chosen), self.base, self.living)


def moved(documents: Numbers, frequencies: Frequencies | None, base: int, living: Flags | None) -> Postings:
    """Some of a segment's postings as the index's, without the deleted: see `Part`."""
    if base:
        documents = shifted(documents, base)
    if living is not None:
        alive = flagged(living, documents, True)
        documents, frequencies = taken(documents, alive), None if frequencies is None else taken(frequencies, alive)
    return Postings(documents, frequencies)


def joined(parts: list[Postings]) -> Postings:
    """Postings of which each begins behind the one before."""
    documents = chained([part.documents for part in parts])
    if all(part.frequencies is None for part in parts):
        return Postings(documents, None)
    return Postings(documents, chained([_frequencies(part) for part in parts]))


def _frequencies(part: Postings) -> Frequencies:
    return filled(len(part.documents), 1.0) if part.frequencies is None else doubles(part.frequencies)


def united(found: Sequence[Mapping[str, PostingSource]]) -> dict[str, PostingSource]:
    """The postings of several stems by field, frequencies added: no word of a document has two of the stems."""
    fields: dict[str, list[PostingSource]] = {}
    for one in found:
        for field, postings in one.items():
            fields.setdefault(field, []).append(postings)
    return {field: own[0] if len(own) == 1 else _added(own) for field, own in fields.items()}


def _added(several: Sequence[PostingSource]) -> Held:
    read = [Postings(*postings.read()) for postings in several]
    count = max([part.documents[-1] for part in read if len(part.documents)], default=-1) + 1
    return Held(*summed([(part.documents, _frequencies(part)) for part in read], count))
