"""The postings of a segment while it is written: collected by term, sorted once, in bounded memory."""

import heapq
import marshal
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO, NamedTuple

from newssearch.engines.whoosh.w3.postings import value
from newssearch.engines.whoosh.w3.terms import word_bytes

LIMIT = 128 << 20
"""Bytes that a pool holds, about, before it writes a run to the disk."""

_TERM_COST = 600


class Collected(NamedTuple):
    """A term's documents, how often it stands in each, and the rows of the values (`postings.value`)."""

    ids: "array[int]"
    frequencies: "array[int]"
    rows: bytearray


Term = tuple[tuple[str, bytes], Collected]
"""A field and a word, and what was collected."""


class Pool:
    """Postings by term. A term's documents must come in ascending order.

    >>> pool = Pool(Path())
    >>> pool.add("body", 0, {"oil": [0, 7], "gas": [3]})
    >>> pool.add("body", 1, {"oil": [2]})
    >>> [(term, list(found.ids)) for term, found in pool]
    [(('body', b'gas'), [0]), (('body', b'oil'), [0, 1])]
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._fields: defaultdict[str, dict[str, Collected]] = defaultdict(dict)
        self._size = 0
        self._runs: list[IO[bytes]] = []

    def add(self, field: str, document: int, words: Mapping[str, Sequence[int]]) -> None:
        """Add a document's words in a field, each with its positions, or with none where the field has none."""
        terms = self._fields[field]
        size = 0
        for word, positions in words.items():
            term = terms.get(word)
            if term is None:
                term = terms[word] = _nothing()
                size += _TERM_COST
            ids, frequencies, rows = term
            ids.append(document)
            if positions:
                frequencies.append(len(positions))
                rows += value(positions)
                size += 28 + 5 * len(positions)
            else:
                frequencies.append(1)
                size += 8
        self._size += size

    def extend(self, field: str, word: bytes, ids: bytes, frequencies: bytes, rows: bytes) -> None:
        """Add many postings of a term; ids and frequencies as the bytes of 32-bit integers."""
        term = self._fields[field].setdefault(word.decode(), _nothing())
        term.ids.frombytes(ids)
        term.frequencies.frombytes(frequencies)
        term.rows.extend(rows)
        self._size += _TERM_COST + len(ids) + len(frequencies) + len(rows)

    def flush_if_full(self) -> None:
        """Write a run once the limit is passed; for between two documents or terms."""
        if self._size < self._limit:
            return
        run = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed by `close`
        self._runs.append(run)
        for (field, word), (ids, frequencies, rows) in self._sorted():
            marshal.dump((field, word, ids.tobytes(), frequencies.tobytes(), bytes(rows)), run)
        run.seek(0)

    def __iter__(self) -> Iterator[Term]:
        """Every term, in order of field and word; the pool is empty after it."""
        if not self._runs:
            yield from self._sorted()
            return
        # heapq.merge keeps the order of its streams among equals: older documents first.
        merged = heapq.merge(*map(_read, self._runs), self._sorted(), key=itemgetter(0))
        for key, parts in groupby(merged, key=itemgetter(0)):
            found, *others = [part for _, part in parts]
            for part in others:
                found.ids.extend(part.ids)
                found.frequencies.extend(part.frequencies)
                found.rows.extend(part.rows)
            yield key, found

    def _sorted(self) -> Iterator[Term]:
        """What is in memory, which is given up as it is read."""
        fields, self._fields, self._size = self._fields, defaultdict(dict), 0
        for field in sorted(fields):
            terms = fields.pop(field)
            for word, name in sorted((word_bytes(name), name) for name in terms):
                yield (field, word), terms.pop(name)

    def close(self) -> None:
        for run in self._runs:
            run.close()


def _nothing() -> Collected:
    return Collected(array("i"), array("i"), bytearray())


def _read(run: IO[bytes]) -> Iterator[Term]:
    """A run's terms. It is a file without a name, written by this process a moment ago."""
    while True:
        try:
            field, word, ids, frequencies, rows = marshal.load(run)  # noqa: S302
        except EOFError:
            return
        yield (field, word), Collected(array("i", ids), array("i", frequencies), bytearray(rows))
