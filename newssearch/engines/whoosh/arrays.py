"""What is done in NumPy: the types of its arrays, and what several modules do with ascending numbers."""

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.rows import Flags, Row

Int64Array = NDArray[np.int64]
Uint32Array = NDArray[np.uint32]
IntegerArray = NDArray[np.integer]
FloatArray = NDArray[np.floating[Any]]
FlagArray = NDArray[np.bool_]


def array_of(row: Row[Any]) -> NDArray[Any]:
    """A row as an array, over the same memory."""
    return np.asarray(cast("NDArray[Any]", row))


def mask_of(flags: Flags) -> FlagArray:
    """Flags as a mask: a copy, to be changed at will."""
    mask: FlagArray = array_of(flags) != 0
    return mask


def firsts(numbers: Int64Array) -> NDArray[np.intp]:
    """Where each distinct of ascending numbers first stands."""
    return np.flatnonzero(np.concatenate([_TRUE, numbers[1:] != numbers[:-1]])[: len(numbers)])


_TRUE = np.ones(1, np.bool_)


def distinct(numbers: Int64Array) -> Int64Array:
    """The distinct numbers, ascending. `np.unique` does the same, and loads a module for masks to do it."""
    ordered = np.sort(numbers)
    found: Int64Array = ordered[firsts(ordered)]
    return found


def counted(documents: Int64Array) -> tuple[Int64Array, Int64Array]:
    """The distinct among ascending documents, and how often each comes."""
    first = firsts(documents)
    return documents[first], np.diff(first, append=len(documents))
