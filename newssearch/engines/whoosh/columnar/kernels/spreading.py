"""Chunks spread out to their words, in NumPy."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array, Uint32Array
from newssearch.engines.whoosh.columnar.lists import PIECE, pieces_of, ranges


class Chunks(NamedTuple):
    """What every chunk is, by number: its words are those from `starts[chunk]` up to the next start.

    `lengths` counts its positions, `offsets` say at which of these each of its words stands.
    """

    starts: Uint32Array
    lengths: Uint32Array
    words: Uint32Array
    offsets: Uint32Array


def spread_out(
    stream: Uint32Array, sizes: Uint32Array, bases: Int64Array, chunks: Chunks
) -> tuple[Uint32Array, Uint32Array, NDArray[np.bool_]]:
    """Every word of some values: its number; its place; and whether the one before stands at the same.

    `stream` is the numbers of the values' chunks, one value behind the other, of which each has its number of chunks
    (`sizes`) and the place where it begins, below 2**32.

    >>> u32 = np.uint32
    >>> chunks = Chunks(*(np.array(a, u32) for a in ([0, 1, 3], [1, 1], [7, 8, 9], [0, 0, 0])))  # "the", "US"
    >>> spread = spread_out(np.array([0, 1, 0], u32), np.array([2, 1], u32), np.array([10, 50]), chunks)
    >>> [numbers.tolist() for numbers in spread]
    [[7, 8, 9, 7], [10, 11, 11, 50], [False, False, True, False]]
    """
    starts, lengths, numbers, offsets = chunks
    counts = np.diff(starts).astype(np.int64)
    second = np.zeros(len(offsets), np.bool_)
    second[1:] = offsets[1:] == offsets[:-1]
    second[starts[:-1][counts > 0]] = False
    total = sum(int(counts[stream[at : at + PIECE]].sum()) for at in range(0, len(stream), PIECE))
    words, places, again = np.empty(total, np.uint32), np.empty(total, np.uint32), np.empty(total, np.bool_)
    written = 0
    for own, at in pieces_of(sizes):
        some, own_sizes = stream[at], sizes[own].astype(np.int64)
        before = np.cumsum(lengths[some], dtype=np.int64) - lengths[some]
        firsts = np.cumsum(own_sizes) - own_sizes
        before += np.repeat(bases[own] - np.append(before, 0)[firsts], own_sizes)
        each = counts[some]
        inside = np.repeat(starts[some], each) + ranges(each)
        here = slice(written, written + len(inside))
        words[here], again[here] = numbers[inside], second[inside]
        places[here] = np.repeat(before, each) + offsets[inside]
        written = here.stop
    return words, places, again
