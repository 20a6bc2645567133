"""Words to sketches: a few numbers an article, which tell what it has in common with another."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SHINGLE = 5
"""Words of a shingle. With fewer, sentences of a template look alike; with more, each corrected word costs more."""

SHINGLES = 24
"""Shingles of a sketch. Of the pairs that whole texts tell to be one story, 16 find 88 %, 24 93 %, 32 94 %, 48 96 %."""

LEAD = 64
"""Shingles with which a story begins, and every cut of it: editors cut from the end."""

FEW = 8
"""Shingles of the lead, and numbers, in a sketch."""

EMPTY = 0xFFFF_FFFF
"""What stands in a row of shingles behind the last."""

EMPTY_FEW = 0xFFFF
"""The same in a row of the lead's shingles or of numbers, which are shorter."""

NO_DAY = -(1 << 31)
"""The day of an article without one."""

_PIECE = 1 << 17
"""Words that are looked at at a time: what is made of them stays in a processor's cache."""

_MIX = np.uint64(0x9E37_79B9_7F4A_7C15)  # 2**64 divided by the golden ratio: as good as any odd number of mixed bits

Hashes = NDArray[np.uint64]
Short = NDArray[np.uint32]
Column = NDArray[np.unsignedinteger]


class Sketches(NamedTuple):
    """The sketches of articles, a row each: how many words; the least shingles of all, and of the lead; least numbers.

    A row ascends, and where there are not so many it ends in `EMPTY` or `EMPTY_FEW`.
    """

    words: Column  # 32 bits each
    shingles: Column  # 32 bits
    leads: Column  # 16 bits
    numbers: Column  # 16 bits

    @classmethod
    def none(cls) -> "Sketches":
        """Those of no article."""
        few = np.empty((0, FEW), np.uint16)
        return cls(np.empty(0, np.uint32), np.empty((0, SHINGLES), np.uint32), few, few)

    def of(self, articles: NDArray[np.int64]) -> "Sketches":
        """Those of some articles."""
        return Sketches._make([column[articles] for column in self])


def word_hash(word: str) -> int:
    """A word's 64 bits, the same on every machine; the last one says whether a digit is in it.

    >>> word_hash("oil") & 1, word_hash("1.5") & 1
    (0, 1)
    """
    hashed = int.from_bytes(blake2b(word.encode("utf-8", "backslashreplace"), digest_size=8).digest(), "little")
    return hashed | 1 if not word.isalpha() and any(map(str.isdecimal, word)) else hashed & ~1


def sketches(words: Hashes, sizes: NDArray[np.integer]) -> Sketches:
    """The sketches of articles: the hashes of all their words, in order, and how many each article has.

    >>> hashes = np.array([word_hash(word) for word in "oil fell to 61.5 dollars on Friday".split()], np.uint64)
    >>> whole = sketches(hashes, np.array([7]))
    >>> int(whole.words[0]), int((whole.shingles[0] != EMPTY).sum()), int((whole.numbers[0] != EMPTY_FEW).sum())
    (7, 3, 1)
    """
    ends = np.cumsum(sizes, dtype=np.int64)
    parts, start, at = [Sketches.none()], 0, 0
    while start < len(sizes):
        stop = max(start + 1, int(np.searchsorted(ends, at + _PIECE, side="right")))
        parts.append(_of_piece(words[at : int(ends[stop - 1])], np.asarray(sizes[start:stop], np.int64)))
        start, at = stop, int(ends[stop - 1])
    return joined(parts)


def joined(parts: Sequence[Sketches]) -> Sketches:
    """Sketches one behind the other, of at least one part."""
    return Sketches(*map(np.concatenate, zip(*parts, strict=True)))


def _of_piece(words: Hashes, sizes: NDArray[np.int64]) -> Sketches:
    counts = np.maximum(sizes - SHINGLE + 1, 0)
    shingles = _shingles(words)[_firsts(sizes, counts)]
    led = np.minimum(counts, LEAD)
    leads = shingles[_firsts(counts, led)] & np.uint32(EMPTY_FEW)
    owners = np.repeat(np.arange(len(sizes)), sizes)
    numbered = np.flatnonzero(words & np.uint64(1))
    numbers = (_mixed(words[numbered]) >> np.uint64(48)).astype(np.uint32)
    figures = np.bincount(owners[numbered], minlength=len(sizes))
    return Sketches(
        sizes.astype(np.uint32),
        _least(shingles, counts, SHINGLES, EMPTY),
        _least(leads, led, FEW, EMPTY_FEW).astype(np.uint16),
        _least(numbers, figures, FEW, EMPTY_FEW).astype(np.uint16),
    )


def _firsts(sizes: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of articles that have so many of something in a row, the places of the first few of each."""
    before = np.cumsum(sizes) - sizes - np.cumsum(counts) + counts
    return np.arange(int(counts.sum())) + np.repeat(before, counts)


def _shingles(words: Hashes) -> Short:
    """A hash of the five words from each word on, where so many are left."""
    last = max(len(words) - SHINGLE + 1, 0)
    hashes = words[:last].copy()
    for step in range(1, SHINGLE):
        hashes = _mixed(hashes)
        hashes += words[step : step + last]
    return (_mixed(hashes) >> np.uint64(32)).astype(np.uint32)


def _mixed(hashes: Hashes) -> Hashes:
    hashes = hashes * _MIX
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    return hashes


def _least(values: Short, counts: NDArray[np.int64], wanted: int, empty: int) -> Short:
    """The least `wanted` different values of each article, which has so many in a row; filled up with `empty`."""
    owners = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
    values = np.minimum(values, empty - 1)
    rows = np.full((len(counts), wanted), empty, np.uint32)
    # Twice as many as are wanted lie below this, about: few are left to sort.
    limits = np.minimum((empty + 1) * 2.0 * wanted / np.maximum(counts, 1), empty)
    low = values < np.repeat(limits, counts)
    filled = _put(rows, owners[low], values[low])
    missed = (filled < wanted) & (np.bincount(owners[low], minlength=len(counts)) < counts)
    if missed.any():
        again = missed[owners]
        _put(rows, owners[again], values[again])
    return rows


def _put(rows: Short, owners: Short, values: Short) -> NDArray[np.int64]:
    """Write each article's least values into its row; how many it has."""
    keys = distinct(owners.astype(np.uint64) << np.uint64(32) | values)
    owners, values = (keys >> np.uint64(32)).astype(np.uint32), keys.astype(np.uint32)
    counts: NDArray[np.int64] = np.bincount(owners, minlength=len(rows))
    ranks = np.arange(len(keys)) - np.repeat(np.cumsum(counts) - counts, counts)
    kept = ranks < rows.shape[1]
    rows[owners[kept], ranks[kept]] = values[kept]
    return counts


def distinct(keys: Hashes) -> Hashes:
    """Sorted, each once; the array itself is sorted too. A tenth of the time of `np.unique` in NumPy 2.3 and later."""
    keys.sort()
    first = np.ones(len(keys), np.bool_)
    first[1:] = keys[1:] != keys[:-1]
    return keys[first]
