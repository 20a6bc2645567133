"""Rows made of rows, in NumPy: what the compiled loops promise, and what runs where they are not.

Columns, lengths and flags may be any row, the other rows are what these loops give; places lie within their row.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import FloatArray, Int64Array, array_of
from newssearch.engines.whoosh.rows import Flags, Row


def keep_memory() -> None:
    """Have the C library keep what is freed, up to some 32 MB, for the next question.

    A question makes and drops rows of a few hundred kilobytes. Those glibc at first gives back to the system at
    once, and the pages are faulted in again by the next: half the time of two common words in 40,000 articles. It
    learns from the greatest block that was freed (mallopt(3), M_MMAP_THRESHOLD), so it is shown one, never touched.
    """
    block = np.empty(16 << 20, np.uint8)
    del block


def row_of(numbers: Iterable[int]) -> Int64Array:
    """A row of whole numbers."""
    return np.array([*numbers], np.int64)


def counting(start: int, stop: int) -> Int64Array:
    """The numbers from one up to another.

    >>> counting(3, 6).tolist()
    [3, 4, 5]
    """
    return np.arange(start, stop)


def filled(count: int, score: float) -> FloatArray:
    """So many times the same score."""
    scores = np.empty(max(count, 0))
    scores.fill(score)  # a third of the time of `np.full`
    return scores


def taken(numbers: Row[Any], places: Int64Array) -> NDArray[Any]:
    """What stands at some places of a row.

    >>> taken(np.array([5, 6, 7]), np.array([2, 0])).tolist()
    [7, 5]
    """
    return array_of(numbers).take(places)


def shifted(numbers: Int64Array, by: int) -> Int64Array:
    """All numbers, so much greater."""
    return numbers + by


def chained(rows: list[Row[Any]]) -> Row[Any]:
    """Rows one behind the other: a single one as it is, whole numbers of several kinds in the widest,
    those with a sign as int64.

    >>> chained([np.array([5, 6]), np.array([1])]).tolist()
    [5, 6, 1]
    """
    if len(rows) == 1:
        return rows[0]
    arrays = [array_of(own) for own in rows]
    if len({own.dtype for own in arrays}) == 1:
        return np.concatenate(arrays)
    unsigned = bool(arrays) and all(own.dtype.kind == "u" for own in arrays)
    return np.concatenate([np.empty(0, np.uint8 if unsigned else np.int64), *arrays])


def whole(numbers: Row[int]) -> Int64Array:
    """Whole numbers of any kind, as int64."""
    return array_of(numbers).astype(np.int64)


def doubles(numbers: Row[float]) -> FloatArray:
    """Numbers of any kind, as float64."""
    return array_of(numbers).astype(np.float64)


def times(scores: FloatArray, factor: float) -> FloatArray:
    """FloatArray that are worth so many times as much."""
    return scores * factor


def plus(scores: FloatArray, more: FloatArray) -> FloatArray:
    """FloatArray, each with what is added to it."""
    return scores + more


def plus_at(scores: FloatArray, places: Int64Array, more: FloatArray) -> FloatArray:
    """FloatArray, with what is added at some places, each named once.

    >>> plus_at(np.array([1.0, 2.0]), np.array([1]), np.array([0.5])).tolist()
    [1.0, 2.5]
    """
    added = scores.copy()
    added[places] += more
    return added


def flags(documents: Int64Array, count: int, flag: bool) -> NDArray[np.bool_]:
    """A flag for each of so many documents: this one for those that are given.

    >>> flags(np.array([2]), 4, True).tolist()
    [False, False, True, False]
    """
    made = np.empty(count, np.bool_)
    made.fill(not flag)
    made[documents] = flag
    return made


def flagged(own_flags: Flags, documents: Int64Array, flag: bool) -> Int64Array:
    """Where those of the documents stand that have this flag.

    >>> flagged(np.array([False, True, True]), np.array([0, 2]), True).tolist()
    [1]
    """
    of_documents = array_of(own_flags).take(documents)
    return np.flatnonzero(of_documents if flag else ~of_documents.astype(np.bool_))
