"""The words of a batch, each where it stands: chunks spread out to words, texts laid behind one another."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.analysis import GAP
from newssearch.engines.whoosh.arrays import Int64Array, Uint32Array
from newssearch.engines.whoosh.columnar.batch import Batch
from newssearch.engines.whoosh.columnar.documents_writer import Extents
from newssearch.engines.whoosh.columnar.kernels import spread_out
from newssearch.engines.whoosh.columnar.layout import PLACED
from newssearch.engines.whoosh.columnar.lists import pieces_of


class Values(NamedTuple):
    """The values of a batch: the field and the document of each, its chunks, its positions and its words."""

    fields: NDArray[np.uint8]
    documents: Uint32Array
    chunks: Uint32Array
    positions: Int64Array
    words: Int64Array

    @classmethod
    def of(cls, batch: Batch) -> "Values":
        stream, known = np.frombuffer(batch.stream, np.uint32), batch.vocabulary.chunks()
        chunks, words_each = np.frombuffer(batch.value_sizes, np.uint32), np.diff(known.starts)
        positions, words = np.empty(len(chunks), np.int64), np.empty(len(chunks), np.int64)
        for own, at in pieces_of(chunks):
            ends = np.cumsum(chunks[own], dtype=np.int64)
            for sums, of_chunk in ((positions, known.lengths), (words, words_each)):
                sums[own] = np.diff(np.append(0, np.cumsum(of_chunk[stream[at]], dtype=np.int64))[ends], prepend=0)
        fields, documents = np.frombuffer(batch.value_fields, np.uint8), np.frombuffer(batch.value_documents, np.uint32)
        return cls(fields, documents, chunks, positions, words)

    def pieces(self) -> Iterator[tuple[slice, slice]]:
        """All values, some at a time, and where their words are."""
        return pieces_of(self.words)


def lay_out(values: Values, count: int) -> tuple[Extents, Int64Array]:
    """The texts of each field of so many documents, and the place at which each value begins."""
    bases = np.zeros(len(values.fields), np.int64)
    texts = Extents([], [])
    for number in range(len(PLACED)):
        chosen = np.flatnonzero(values.fields == number)
        own, sizes = values.documents[chosen].astype(np.int64), values.positions[chosen]
        steps = np.maximum(sizes - 1, 0) + GAP
        offsets = np.cumsum(steps) - steps
        offsets -= offsets[np.searchsorted(own, own)]
        extents = np.zeros(count, np.int64)
        np.maximum.at(extents, own, offsets + sizes)
        starts = np.concatenate([[0], np.cumsum(extents + 1)])
        if int(starts[-1]) >> 32:
            raise OverflowError("a segment of more than 4,294,967,296 places: give less --memory")
        bases[chosen] = starts[own] + offsets
        texts.starts.append(starts)
        texts.lengths.append(np.bincount(own, sizes, count).astype(np.int64))
    return texts, bases


def tokens(batch: Batch, values: Values, bases: Int64Array) -> tuple[Uint32Array, Uint32Array, Int64Array]:
    """Every word where it stands: its number; its place; and which stand at the place of the one before."""
    words, places, seconds = spread_out(
        np.frombuffer(batch.stream, np.uint32), values.chunks, bases, batch.vocabulary.chunks()
    )
    return words, places, np.flatnonzero(seconds)
