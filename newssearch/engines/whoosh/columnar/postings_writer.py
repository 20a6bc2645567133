"""Writing a file of postings, some terms at a time."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.columnar.blocks import BlockWriter
from newssearch.engines.whoosh.columnar.lists import Encoded, Lists


class Terms(NamedTuple):
    """Some terms, ascending, and their lists: how many each has, the field of each list, and its count of numbers."""

    texts: Sequence[bytes]
    lists_each: Int64Array
    fields: NDArray[np.uint8]
    counts: Int64Array


class TermLists(NamedTuple):
    """Terms, and their lists."""

    terms: Terms
    lists: Lists


class PostingsWriter:
    """Writes such a file: `write` terms in ascending order, then `finish`."""

    def __init__(self, path: Path, kind: str, fields: Sequence[str], *, impacts: bool = False) -> None:
        """With `impacts`, the lists carry them."""
        self._file = BlockWriter(path, kind)
        self._fields = list(fields)
        self._impacts = impacts
        self._texts: list[bytes] = []
        self._parts: list[
            tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint8], NDArray[np.uint32], Int64Array]
        ]
        self._parts = []
        self._size = 0

    def write(self, terms: Terms, encoded: Encoded) -> None:
        """Append terms with their encoded lists."""
        self._file.write(encoded.data.tobytes())
        lengths = np.fromiter(map(len, terms.texts), np.uint32, len(terms.texts))
        codes = (terms.fields | encoded.widths >> 1 << 4 | np.minimum(encoded.weight_widths, 3) << 6).astype(np.uint8)
        counts = terms.counts.astype(np.uint32)
        self._texts.append(b"".join(terms.texts))
        self._parts.append((lengths, terms.lists_each.astype(np.uint32), codes, counts, encoded.ends + self._size))
        self._size += len(encoded.data)

    def finish(self, averages: Sequence[int] = (), **sections: NDArray[Any]) -> None:
        """Write what is known of the terms, and further sections, and close the file.

        `averages` are the mean lengths of the fields, with which impacts were reckoned.
        """
        self._file.end_section("data")
        for text in self._texts:
            self._file.write(text)
        self._file.end_section("texts")
        none = (np.empty(0, np.int64),) * 5
        lengths, lists_each, codes, counts, ends = map(np.concatenate, zip(none, *self._parts, strict=True))
        self._file.section("text_ends", ends_of(lengths))
        self._file.section("list_ends", ends_of(lists_each))
        self._file.section("codes", codes.astype(np.uint8))
        self._file.section("counts", counts.astype(np.uint32))
        self._file.section("data_ends", narrowed(np.concatenate([[0], ends])))
        for name, numbers in sections.items():
            self._file.section(name, numbers)
        self._file.finish(
            fields=self._fields,
            impacts=self._impacts,
            averages=list(averages),
            terms=len(lengths),
            lists=len(codes),
        )

    def close(self) -> None:
        """Give the file up; harmless after `finish`."""
        self._file.close()


def ends_of(lengths: Int64Array) -> NDArray[np.unsignedinteger]:
    """0, and where each of so many lengths ends."""
    return narrowed(np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]))


def narrowed(numbers: Int64Array) -> NDArray[np.unsignedinteger]:
    """As 4 bytes each, or 8 where these do not hold the last and greatest."""
    return numbers.astype(np.uint32 if not len(numbers) or numbers[-1] < 1 << 32 else np.uint64)
