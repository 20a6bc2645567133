"""The least of many keys: which they are, without sorting the others."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

_MANY = 4096
"""Of more keys than these, the least are looked for among the least of each block."""

_BLOCK = 64


def smallest(keys: NDArray[Any], count: int) -> Any:
    """The last of the `count` least of at least so many keys.

    >>> smallest(np.array([5, 1, 4, 2]), 2)
    np.int64(2)
    """
    rows = len(keys) // _BLOCK
    if len(keys) > _MANY and count < rows:
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
