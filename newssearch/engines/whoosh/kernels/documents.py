"""Rows of documents, put together and compared, in NumPy."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from newssearch.engines.whoosh.arrays import FlagArray, FloatArray, Int64Array, array_of, distinct, firsts
from newssearch.engines.whoosh.rows import Row

_WINDOW = 1 << 21
"""Numbers that are marked at a time: a byte each."""

_MANY = 4096
"""So many documents are looked up in faster than sorted."""

_HANDFUL = 24
"""So many scores are added up sooner one by one than as arrays."""


def summed(parts: list[Any], count: int) -> tuple[Int64Array, FloatArray]:
    """The documents of any part, ascending, and what they score in all; `count` is that of all documents there are.

    A part is a pair: documents and their scores.

    >>> documents, scores = summed([(np.array([1, 3]), np.array([1.0, 2.0])), (np.array([3]), np.array([0.5]))], 4)
    >>> documents.tolist(), scores.tolist()
    ([1, 3], [1.0, 2.5])
    """
    if not parts:
        return np.empty(0, np.int64), np.empty(0)
    most, *others = sorted(parts, key=lambda part: -len(part[0]))
    few = sum([len(documents) for documents, _ in others])
    if len(most[0]) > _MANY and 4 * few < len(most[0]):
        return _added(most, others)
    if few + len(most[0]) <= _HANDFUL:
        return _added_up(parts)
    documents = np.concatenate([documents for documents, _ in parts])
    scores = np.concatenate([scores for _, scores in parts])
    if count and len(documents) * 8 > count:
        sums = np.bincount(documents, scores, count).astype(np.float64, copy=False)
        found = np.zeros(count, np.bool_)
        found[documents] = True
        kept = np.flatnonzero(found)
        return kept, sums[kept]
    order = np.argsort(documents, kind="stable")
    documents, scores = documents[order], scores[order]
    first = firsts(documents)
    return documents[first], np.add.reduceat(scores, first) if len(first) else scores


def _added_up(parts: Sequence[tuple[Int64Array, FloatArray]]) -> tuple[Int64Array, FloatArray]:
    """The same of a handful, number by number."""
    sums: dict[int, float] = {}
    for documents, scores in parts:
        for document, worth in zip(documents.tolist(), scores.tolist(), strict=True):
            sums[document] = sums.get(document, 0.0) + worth
    ordered = sorted(sums.items())
    return np.array([document for document, _ in ordered], np.int64), np.array([worth for _, worth in ordered])


def _added(
    most: tuple[Int64Array, FloatArray], others: Sequence[tuple[Int64Array, FloatArray]]
) -> tuple[Int64Array, FloatArray]:
    """Many matches and few others: these are looked up among them."""
    documents, scores = most
    scores = scores.copy()
    new = []
    for theirs, added in others:
        kept, at = located(theirs, documents)
        scores[at] += added[kept]
        if len(at) < len(kept):
            new.append((theirs[~kept], added[~kept]))
    if not new:
        return documents, scores
    fresh, worth = summed(new, 0) if len(new) > 1 else new[0]
    places = np.searchsorted(documents, fresh)
    return np.insert(documents, places, fresh), np.insert(scores, places, worth)


def union(parts: list[Int64Array], count: int) -> Int64Array:
    """The documents of any part, ascending; `count` is that of all documents.

    >>> union([np.array([1, 3]), np.array([0, 3])], 4).tolist()
    [0, 1, 3]
    """
    return ascending(np.concatenate([np.empty(0, np.int64), *parts]), count)


def ascending(documents: Int64Array, count: int) -> Int64Array:
    """The distinct of some documents in any order, ascending; `count` is that of all documents."""
    if len(documents) < 64 or len(documents) * 32 < count:
        return distinct(documents)
    found = np.zeros(count, np.bool_)
    found[documents] = True
    return np.flatnonzero(found)


def is_among(wanted: Int64Array, others: Int64Array) -> FlagArray:
    """Which of ascending numbers are among others, ascending too.

    >>> is_among(np.array([1, 2, 5]), np.array([2, 3, 5])).tolist()
    [False, True, True]
    """
    if not len(others):
        return np.zeros(len(wanted), np.bool_)
    if not is_marking_worth_it(wanted, others):
        same: FlagArray = others.take(others.searchsorted(wanted), mode="clip") == wanted
        return same
    last = int(others[-1])
    found = np.zeros(len(wanted), np.bool_)
    marked = np.empty(min(_WINDOW, last + 1), np.bool_)
    bases = range(0, last + 1, _WINDOW)
    bounds = [*bases, last + 1]
    for base, own, theirs in zip(
        bases, pairwise(wanted.searchsorted(bounds).tolist()), pairwise(others.searchsorted(bounds).tolist()),
        strict=True,
    ):  # fmt: skip
        if own[0] < own[1] and theirs[0] < theirs[1]:
            marked.fill(False)
            marked[others[slice(*theirs)] - base] = True
            found[slice(*own)] = marked[wanted[slice(*own)] - base]
    return found


def is_marking_worth_it(wanted: Int64Array, others: Int64Array) -> bool:
    """Whether others are marked in a table, and the wanted looked up there, sooner than each is sought.

    A window of the table at a time is used, which stays in the cache. Measured: both take as long at the bound, and
    ten times as many make the table five times as fast.
    """
    return 16 * len(wanted) > len(others) + int(others[-1]) // 64


def located(wanted: Int64Array, among: Int64Array) -> tuple[FlagArray, Int64Array]:
    """Which of the wanted are among sorted others, and where in these they stand; see `is_among`."""
    if not len(among):
        return np.zeros(len(wanted), np.bool_), np.empty(0, np.intp)
    if _is_table_worth_it(len(wanted), len(among), int(among[-1])):
        table = np.zeros(int(among[-1]) + 1, np.int32)
        table[among] = np.arange(len(among), dtype=np.int32)
        at: Int64Array = table.take(wanted, mode="clip").astype(np.int64)
    else:
        at = among.searchsorted(wanted)
        at[at == len(among)] = 0
    kept = among.take(at) == wanted
    return kept, at[kept]


def meeting(some: Int64Array, others: Int64Array) -> tuple[Int64Array, Int64Array]:
    """Where the numbers that two ascending rows have in common stand in the one and in the other.

    >>> [at.tolist() for at in meeting(np.array([1, 2, 5]), np.array([2, 3, 5]))]
    [[1, 2], [0, 2]]
    """
    if len(others) < len(some):
        kept, at = located(others, some)
        return at, np.flatnonzero(kept)
    kept, at = located(some, others)
    return np.flatnonzero(kept), at


def _is_table_worth_it(wanted: int, among: int, last: int) -> bool:
    """Whether so many are looked up in a table of all numbers up to the last sooner than sought one by one.

    Measured: both take as long at the bounds, and ten times as many make it five times as fast.
    """
    return wanted > 1_000 and among <= 8 * wanted and last < 64 * wanted


def outside(some: Int64Array, others: Int64Array) -> Int64Array:
    """Where those of some ascending numbers stand that are not among others, ascending too.

    >>> outside(np.array([1, 2, 5]), np.array([2, 3])).tolist()
    [0, 2]
    """
    return np.flatnonzero(~is_among(some, others))


def between(column: Row[int], documents: Int64Array, low: int, high: int) -> Int64Array:
    """Where those of the documents stand whose number in a column is neither below nor above two bounds."""
    own = array_of(column) if len(documents) == len(column) else array_of(column).take(documents)
    return np.flatnonzero((own >= low) & (own <= high))


def are_groups(documents: Row[int], leaders: Row[int], count: int) -> bool:
    """Whether these are documents, ascending and below a count, and leaders that are among them, one for each."""
    own, of = array_of(documents).astype(np.int64), array_of(leaders).astype(np.int64)
    if len(own) != len(of) or (np.diff(own) <= 0).any() or (len(own) and own[-1] >= count):
        return False
    return bool(is_among(np.sort(of), own).all())


def in_order(numbers: Row[int], count: int) -> Int64Array:  # noqa: ARG001 - by which the compiled loop counts
    """Where numbers below a count stand, the least first; equal ones in the order in which they stand.

    >>> in_order(np.array([7, 2, 7], np.uint32), 9).tolist()
    [1, 0, 2]
    """
    return np.argsort(array_of(numbers), kind="stable")
