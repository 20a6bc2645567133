"""The best of many, in NumPy: without sorting the others."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import FloatArray, Int64Array, array_of
from newssearch.engines.whoosh.rows import Row

_MANY_KEYS = 4096
"""Of more keys than these, the least are looked for among the least of each block."""

_BLOCK = 64


def smallest(keys: NDArray[Any], count: int) -> Any:
    """The last of the `count` least of at least so many keys.

    >>> smallest(np.array([5, 1, 4, 2]), 2)
    np.int64(2)
    """
    rows = len(keys) // _BLOCK
    if len(keys) > _MANY_KEYS and count < rows:
        # So many blocks keep below the bound as keys are sought, so as many keys do: fewer are left to choose from.
        bound = smallest(keys[: rows * _BLOCK].reshape(_BLOCK, rows).min(axis=0), count)
        some = keys[keys <= bound]
        keys = some if len(some) < len(keys) // 2 else keys
    parted = keys.copy()
    parted.partition(count - 1)
    return parted[count - 1]


def within(keys: NDArray[Any], count: int, slack: float = 0) -> NDArray[np.intp]:
    """Where the `count` least keys stand, and all that are as little as the last of them, within the slack."""
    if len(keys) <= count:
        return np.arange(len(keys))
    bound = smallest(keys, count)
    return np.flatnonzero(keys <= (bound + slack if slack else bound))


def latest(stamps: Row[int], documents: Int64Array, count: int) -> Int64Array:
    """Where the `count` documents with the greatest stamps stand, and all that tie with the last of them.

    >>> latest(np.array([7, 9, 8, 9]), np.array([0, 1, 2, 3]), 1).tolist()
    [1, 3]
    """
    # The complement turns the order round and, unlike a minus, does not overflow.
    return within(~array_of(stamps).take(documents), count) if count > 0 else np.empty(0, np.int64)


def strongest(impacts: Row[int], count: int) -> Int64Array:
    """Where the `count` greatest impacts stand, ascending; of equal ones the first.

    >>> strongest(np.array([5, 9, 5], np.uint16), 2).tolist()
    [0, 1]
    """
    return np.sort(np.argsort(-array_of(impacts).astype(np.int64), kind="stable")[: max(count, 0)])


def least_of_best(scores: FloatArray, count: int) -> float:
    """The score that `count` documents reach at least; 0 where there are fewer.

    >>> least_of_best(np.array([0.5, 3.0, 2.0]), 2)
    2.0
    """
    return -float(smallest(-scores, count)) if 0 < count <= len(scores) else 0.0


def at_least(documents: Int64Array, scores: FloatArray, bound: float) -> tuple[Int64Array, FloatArray]:
    """The documents that score so much, with their scores."""
    kept = scores >= bound
    return documents[kept], scores[kept]


def candidates(
    documents: Int64Array, scores: FloatArray, stamps: Row[int], count: int, slack: float
) -> tuple[Int64Array, FloatArray]:
    """Those, ascending, that may be among the first `count`, the greatest scores and then stamps first; few others.

    FloatArray that differ by no more than the slack may be held for one.

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
