"""What is done for each posting, in NumPy: what the compiled loops promise, and what runs where they are not."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Numbers, Weights, array_of, ascending, firsts
from newssearch.engines.whoosh.least import smallest, within
from newssearch.engines.whoosh.postings import Scorable
from newssearch.engines.whoosh.rows import Row

Scores = NDArray[np.floating[Any]]

_WINDOW = 1 << 21
"""Numbers that are marked at a time: a byte each."""

_MANY = 4096
"""So many documents are looked up in faster than sorted."""

_HANDFUL = 24
"""So many scores are added up sooner one by one than as arrays."""


def score(
    documents: Numbers, weights: Weights | None, lengths: Row[float], fixed: float, growing: float, factor: float
) -> Scores:
    """BM25 of each document: `factor` × tf / (tf + `fixed` + `growing` × length). Weights are tf (None: all are 1)."""
    divisor: Scores = array_of(lengths).take(documents) * growing
    if weights is None:
        divisor += fixed + 1.0
        np.divide(factor, divisor, out=divisor)
        return divisor
    divisor += fixed
    divisor += weights
    scores: Scores = weights * factor
    scores /= divisor
    return scores


def summed(parts: list[Any], count: int) -> tuple[Numbers, Scores]:
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


def _added_up(parts: Sequence[tuple[Numbers, Scores]]) -> tuple[Numbers, Scores]:
    """The same of a handful, number by number."""
    sums: dict[int, float] = {}
    for documents, scores in parts:
        for document, worth in zip(documents.tolist(), scores.tolist(), strict=True):
            sums[document] = sums.get(document, 0.0) + worth
    ordered = sorted(sums.items())
    return np.array([document for document, _ in ordered], np.int64), np.array([worth for _, worth in ordered])


def _added(most: tuple[Numbers, Scores], others: Sequence[tuple[Numbers, Scores]]) -> tuple[Numbers, Scores]:
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


def union(parts: list[Numbers], count: int) -> Numbers:
    """The documents of any part, ascending; `count` is that of all documents.

    >>> union([np.array([1, 3]), np.array([0, 3])], 4).tolist()
    [0, 1, 3]
    """
    return ascending(np.concatenate([np.empty(0, np.int64), *parts]), count)


def is_among(wanted: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which of ascending numbers are among others, ascending too.

    >>> is_among(np.array([1, 2, 5]), np.array([2, 3, 5])).tolist()
    [False, True, True]
    """
    if not len(others):
        return np.zeros(len(wanted), np.bool_)
    if not is_marking_worth_it(wanted, others):
        same: NDArray[np.bool_] = others.take(others.searchsorted(wanted), mode="clip") == wanted
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


def is_marking_worth_it(wanted: Numbers, others: Numbers) -> bool:
    """Whether others are marked in a table, and the wanted looked up there, sooner than each is sought.

    A window of the table at a time is used, which stays in the cache. Measured: both take as long at the bound, and
    ten times as many make the table five times as fast.
    """
    return 16 * len(wanted) > len(others) + int(others[-1]) // 64


def located(wanted: Numbers, among: Numbers) -> tuple[NDArray[np.bool_], Numbers]:
    """Which of the wanted are among sorted others, and where in these they stand; see `is_among`."""
    if not len(among):
        return np.zeros(len(wanted), np.bool_), np.empty(0, np.intp)
    if _is_table_worth_it(len(wanted), len(among), int(among[-1])):
        table = np.zeros(int(among[-1]) + 1, np.int32)
        table[among] = np.arange(len(among), dtype=np.int32)
        at: Numbers = table.take(wanted, mode="clip").astype(np.int64)
    else:
        at = among.searchsorted(wanted)
        at[at == len(among)] = 0
    kept = among.take(at) == wanted
    return kept, at[kept]


def meeting(some: Numbers, others: Numbers) -> tuple[Numbers, Numbers]:
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


def least_of_best(scores: Scores, count: int) -> float:
    """The score that `count` documents reach at least; 0 where there are fewer.

    >>> least_of_best(np.array([0.5, 3.0, 2.0]), 2)
    2.0
    """
    return -float(smallest(-scores, count)) if 0 < count <= len(scores) else 0.0


def leading(fields: list[Scorable], count: int, best: int, slack: float) -> tuple[Numbers, Scores, int]:
    """The documents of any field that score best, what they score in all, and how many documents there are.

    Those given are the `best` and all that score less by no more than the slack; `count` is that of all documents.
    """
    parts = []
    for source, base, living, lengths, fixed, growing, factor in fields:
        documents, weights = map(_array, source.read())
        documents = documents + base
        worth = score(documents, weights, lengths, fixed, growing, factor)
        alive = slice(None) if living is None else array_of(living)[documents] != 0
        parts.append((documents[alive], worth[alive]))
    documents, scores = summed(parts, count)
    if best <= 0:
        return documents[:0], scores[:0], len(documents)
    if best < len(documents):
        return *at_least(documents, scores, least_of_best(scores, best) - slack), len(documents)
    return documents, scores, len(documents)


def _array(row: Row[Any] | None) -> Any:
    return None if row is None else array_of(row)


def latest(stamps: Row[int], documents: Numbers, count: int) -> Numbers:
    """Where the `count` documents with the greatest stamps stand, and all that tie with the last of them.

    >>> latest(np.array([7, 9, 8, 9]), np.array([0, 1, 2, 3]), 1).tolist()
    [1, 3]
    """
    # The complement turns the order round and, unlike a minus, does not overflow.
    return within(~array_of(stamps).take(documents), count) if count > 0 else np.empty(0, np.int64)


def candidates(
    documents: Numbers, scores: Scores, stamps: Row[int], count: int, slack: float
) -> tuple[Numbers, Scores]:
    """Those, ascending, that may be among the first `count`, the greatest scores and then stamps first; few others.

    Scores that differ by no more than the slack may be held for one.

    >>> documents, _ = candidates(np.arange(90), np.ones(90), np.arange(90), 2, 1e-6)
    >>> documents.tolist()
    [88, 89]
    """
    if not 0 < count < len(documents):
        return documents, scores
    least = least_of_best(scores, count)
    documents, scores = at_least(documents, scores, least - slack)
    tying = scores <= least + slack
    if len(documents) == count or (scores[tying] != least).any():
        return documents, scores
    # Some tie with the last: of these the newest, and all that tie with the last of them too.
    sure, tied = np.flatnonzero(~tying), np.flatnonzero(tying)
    chosen = np.concatenate([sure, tied.take(latest(stamps, documents.take(tied), count - len(sure)))])
    chosen.sort()
    return documents.take(chosen), scores.take(chosen)


def scored_among(fields: list[Scorable], documents: Numbers) -> tuple[Numbers, Scores]:
    """Where those of the documents, ascending, stand that are in any of the fields, and what they score in all."""
    parts = []
    for source, base, living, lengths, fixed, growing, factor in fields:
        before = int(documents.searchsorted(base))
        at, weights = map(_array, source.among(documents[before:] - base))
        at = at + before
        if living is not None:
            alive = array_of(living)[documents.take(at)] != 0
            at, weights = at[alive], None if weights is None else weights[alive]
        parts.append((at, score(documents.take(at), weights, lengths, fixed, growing, factor)))
    return summed(parts, len(documents))


def at_least(documents: Numbers, scores: Scores, bound: float) -> tuple[Numbers, Scores]:
    """The documents that score so much, with their scores."""
    kept = scores >= bound
    return documents[kept], scores[kept]


def between(column: Row[int], documents: Numbers, low: int, high: int) -> Numbers:
    """Where those of the documents stand whose number in a column is neither below nor above two bounds."""
    own = array_of(column) if len(documents) == len(column) else array_of(column).take(documents)
    return np.flatnonzero((own >= low) & (own <= high))
