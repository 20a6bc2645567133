"""What is done in NumPy: the types of its arrays, and what several modules do with ascending numbers."""

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.rows import Row

Numbers = NDArray[np.int64]
Short = NDArray[np.uint32]
Weights = NDArray[np.integer]


def array_of(row: Row[Any]) -> NDArray[Any]:
    """A row as an array, over the same memory."""
    return np.asarray(cast("NDArray[Any]", row))


def firsts(numbers: Numbers) -> NDArray[np.intp]:
    """Where each distinct of ascending numbers first stands."""
    return np.flatnonzero(np.concatenate([_TRUE, numbers[1:] != numbers[:-1]])[: len(numbers)])


_TRUE = np.ones(1, np.bool_)


def distinct(numbers: Numbers) -> Numbers:
    """The distinct numbers, ascending. `np.unique` does the same, and loads a module for masks to do it."""
    ordered = np.sort(numbers)
    found: Numbers = ordered[firsts(ordered)]
    return found


def ascending(documents: Numbers, count: int) -> Numbers:
    """The distinct of some documents in any order, ascending; `count` is that of all documents."""
    if len(documents) < 64 or len(documents) * 32 < count:
        return distinct(documents)
    found = np.zeros(count, np.bool_)
    found[documents] = True
    return np.flatnonzero(found)


def counted(documents: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct among ascending documents, and how often each comes."""
    first = firsts(documents)
    return documents[first], np.diff(first, append=len(documents))
