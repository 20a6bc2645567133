"""Texts turned over into postings, in NumPy: by sorting one key for each word."""

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array, Uint32Array

_VALUE_BITS = 34
# A sort key is the number of a list and of what is in it: a place or a document.

_PIECE = 1 << 19
"""Words that are looked at at a time."""


def turned_over(
    ranks: Uint32Array, low: int, high: int, sizes: Int64Array, fields: NDArray[np.uint8], each: int,
    documents: Uint32Array, places: Uint32Array | None,
) -> tuple[Int64Array, Int64Array | None, Int64Array]:  # fmt: skip
    """The postings of the terms from one rank up to another, one list behind the other; their weights; their counts.

    `ranks` are those of the words of some values, one value behind the other, of which each has its number of words
    (`sizes`), its field, below `each`, and its document. A term has a list in each field, in the order of these. With
    `places`, one for each word, a list is of these, and there are no weights; without, it is of documents, and a
    weight says how often a document has the term. Values of one field of a document stand in a row.

    >>> ranks, places = np.array([1, 0, 1, 1], np.uint32), np.array([5, 6, 7, 9], np.uint32)
    >>> value = np.array([3, 1]), np.zeros(2, np.uint8), 1, np.array([0, 1], np.uint32)
    >>> [numbers.tolist() for numbers in turned_over(ranks, 0, 2, *value, None)]
    [[0, 0, 1], [1, 2, 1], [1, 2]]
    >>> turned_over(ranks, 1, 2, *value, places)[0].tolist()
    [5, 7, 9]
    """
    ends = np.cumsum(sizes)
    parts = [np.empty(0, np.int64)]
    for start in range(0, len(ranks), _PIECE):
        some = ranks[start : start + _PIECE]
        words = np.flatnonzero((some >= low) & (some < high)) + start
        values = np.searchsorted(ends, words, side="right")
        lists = (ranks[words].astype(np.int64) - low) * each + fields[values]
        parts.append(lists << _VALUE_BITS | (documents[values] if places is None else places[words]))
    keys = np.concatenate(parts)
    keys.sort()
    weights = None
    if places is None:
        first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)])
        weights = np.diff(first, append=len(keys))
        keys = keys[first]
    counts = np.bincount(keys >> _VALUE_BITS, minlength=(high - low) * each)
    return keys & ((1 << _VALUE_BITS) - 1), weights, counts
