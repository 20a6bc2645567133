"""Rows made of rows, in NumPy: what the compiled loops promise, and what runs where they are not.

Columns, lengths and flags may be any row; the other rows are what these loops give.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Numbers, array_of
from newssearch.engines.whoosh.kernels.plain import Scores, is_among
from newssearch.engines.whoosh.rows import Flags, Row


def row(numbers: Iterable[int]) -> Numbers:
    """A row of whole numbers."""
    return np.array([*numbers], np.int64)


def counting(start: int, stop: int) -> Numbers:
    """The numbers from one up to another.

    >>> counting(3, 6).tolist()
    [3, 4, 5]
    """
    return np.arange(start, stop)


def filled(count: int, score: float) -> Scores:
    """So many times the same score."""
    scores = np.empty(max(count, 0))
    scores.fill(score)  # a third of the time of `np.full`
    return scores


def whole(numbers: Row[int]) -> Numbers:
    """Whole numbers of any kind, as int64."""
    return array_of(numbers).astype(np.int64)


def doubles(numbers: Row[float]) -> Scores:
    """Numbers of any kind, as float64."""
    return array_of(numbers).astype(np.float64)


def taken(numbers: Row[Any], places: Numbers) -> NDArray[Any]:
    """What stands at some places of a row.

    >>> taken(np.array([5, 6, 7]), np.array([2, 0])).tolist()
    [7, 5]
    """
    return array_of(numbers).take(places)


def shifted(numbers: Numbers, by: int) -> Numbers:
    """All numbers, so much greater."""
    return numbers + by


def chained(rows: list[Row[Any]]) -> Row[Any]:
    """Rows one behind the other: a single one as it is, whole numbers of several kinds as int64.

    >>> chained([np.array([5, 6]), np.array([1])]).tolist()
    [5, 6, 1]
    """
    if len(rows) == 1:
        return rows[0]
    arrays = [array_of(own) for own in rows]
    if len({own.dtype for own in arrays}) == 1:
        return np.concatenate(arrays)
    return np.concatenate([np.empty(0, np.int64), *arrays], dtype=np.int64, casting="safe")


def times(scores: Scores, factor: float) -> Scores:
    """Scores that are worth so many times as much."""
    return scores * factor


def plus(scores: Scores, more: Scores) -> Scores:
    """Scores, each with what is added to it."""
    return scores + more


def plus_at(scores: Scores, places: Numbers, more: Scores) -> Scores:
    """Scores, with what is added at some places, each named once.

    >>> plus_at(np.array([1.0, 2.0]), np.array([1]), np.array([0.5])).tolist()
    [1.0, 2.5]
    """
    added = scores.copy()
    added[places] += more
    return added


def flags(documents: Numbers, count: int, flag: bool) -> NDArray[np.bool_]:
    """A flag for each of so many documents: this one for those that are given.

    >>> flags(np.array([2]), 4, True).tolist()
    [False, False, True, False]
    """
    made = np.empty(count, np.bool_)
    made.fill(not flag)
    made[documents] = flag
    return made


def flagged(own_flags: Flags, documents: Numbers, flag: bool) -> Numbers:
    """Where those of the documents stand that have this flag.

    >>> flagged(np.array([False, True, True]), np.array([0, 2]), True).tolist()
    [1]
    """
    of_documents = array_of(own_flags).take(documents)
    return np.flatnonzero(of_documents if flag else ~of_documents.astype(np.bool_))


def outside(some: Numbers, others: Numbers) -> Numbers:
    """Where those of some ascending numbers stand that are not among others, ascending too.

    >>> outside(np.array([1, 2, 5]), np.array([2, 3])).tolist()
    [0, 2]
    """
    return np.flatnonzero(~is_among(some, others))


def strongest(impacts: Row[int], count: int) -> Numbers:
    """Where the `count` greatest impacts stand, ascending; of equal ones the first.

    >>> strongest(np.array([5, 9, 5], np.uint16), 2).tolist()
    [0, 1]
    """
    return np.sort(np.argsort(-array_of(impacts).astype(np.int64), kind="stable")[: max(count, 0)])


def are_groups(documents: Row[int], leaders: Row[int], count: int) -> bool:
    """Whether these are documents, ascending and below a count, and leaders that are among them, one for each."""
    own, of = array_of(documents).astype(np.int64), array_of(leaders).astype(np.int64)
    if len(own) != len(of) or (np.diff(own) <= 0).any() or (len(own) and own[-1] >= count):
        return False
    return bool(is_among(np.sort(of), own).all())


def in_order(numbers: Row[int], count: int) -> Numbers:  # noqa: ARG001 - by which the compiled loop counts
    """Where numbers below a count stand, the least first; equal ones in the order in which they stand.

    >>> in_order(np.array([7, 2, 7], np.uint32), 9).tolist()
    [1, 0, 2]
    """
    return np.argsort(array_of(numbers), kind="stable")


def keep_memory() -> None:
    """Have the C library keep what is freed, up to some 32 MB, for the next question.

    A question makes and drops rows of a few hundred kilobytes. Those glibc at first gives back to the system at
    once, and the pages are faulted in again by the next: half the time of two common words in 40,000 articles. It
    learns from the greatest block that was freed (mallopt(3), M_MMAP_THRESHOLD), so it is shown one, never touched.
    """
    block = np.empty(16 << 20, np.uint8)
    del block
