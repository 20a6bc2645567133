"""Postings as an index of several segments has them: numbered through, and without the deleted."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.damage import reading
from newssearch.engines.whoosh.held import Held
from newssearch.engines.whoosh.postings import Numbers, Postings, PostingSource, Strided, Weights


class Part:
    """The postings of a term in one segment, under the numbers of the whole index, without the deleted."""

    __slots__ = ("_read", "base", "folder", "living", "source")

    def __init__(self, folder: Path, source: PostingSource, base: int, living: NDArray[np.bool_] | None) -> None:
        """`base` is the number of the segment's first document, `living` (None: all) says which of all live."""
        self.folder = folder
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
            with reading(self.folder):
                self._read = self._moved(*self.source.read())
        return self._read

    @property
    def strided(self) -> Strided | None:
        """The segment's postings in strides, where they are long and have not been read."""
        return None if self._read else self.source.strided

    def among(self, documents: Numbers) -> tuple[Numbers, Weights | None]:
        """Where those of the documents, ascending, stand that have the term; and how often each does."""
        if self._read is not None:
            return Held(*self._read).among(documents)
        before = int(documents.searchsorted(self.base)) if self.base else 0
        own = documents[before:] - self.base if self.base else documents
        with reading(self.folder):
            at, frequencies = self.source.among(own)
        if before:
            at = at + before
        if self.living is not None:
            alive = self.living[documents[at]]
            at = at[alive]
            frequencies = None if frequencies is None else frequencies[alive]
        return at, frequencies

    def impacts(self, strided: Strided) -> Weights:
        """Those of the strides."""
        with reading(self.folder):
            return strided.impacts()

    def read_strides(self, strided: Strided, chosen: Numbers) -> Postings:
        """The postings of some of the strides."""
        with reading(self.folder):
            return self._moved(*strided.read_strides(chosen))

    def _moved(self, documents: Numbers, frequencies: Weights | None) -> Postings:
        """Some of the segment's postings as the index's."""
        if self.base:
            documents = documents + self.base
        if self.living is not None:
            alive = self.living[documents]
            documents = documents[alive]
            frequencies = None if frequencies is None else frequencies[alive]
        return Postings(documents, frequencies)


def joined(parts: list[Postings]) -> Postings:
    """Postings of which each begins behind the one before."""
    documents = np.concatenate([part.documents for part in parts])
    if all(part.frequencies is None for part in parts):
        return Postings(documents, None)
    counts = [np.ones(len(d), np.uint8) if f is None else f for d, f in parts]
    return Postings(documents, np.concatenate(counts))


def united(found: Sequence[Mapping[str, PostingSource]]) -> dict[str, PostingSource]:
    """The postings of several stems by field, frequencies added: no word of a document has two of the stems."""
    fields: dict[str, list[PostingSource]] = {}
    for one in found:
        for field, postings in one.items():
            fields.setdefault(field, []).append(postings)
    return {field: own[0] if len(own) == 1 else _added(own) for field, own in fields.items()}


def _added(several: Sequence[PostingSource]) -> Held:
    read = joined([Postings(*postings.read()) for postings in several])
    documents, at = np.unique(read.documents, return_inverse=True)
    if read.frequencies is None:
        return Held(documents, np.bincount(at))
    return Held(documents, np.bincount(at, read.frequencies).astype(np.int64))
