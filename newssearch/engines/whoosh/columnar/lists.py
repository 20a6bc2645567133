"""Lists of ascending numbers as bytes: the one encoding of all postings.

A list is its numbers' differences, each one *element* of 1, 2 or 4 bytes, whichever makes
the list shortest. Where 1 or 2 bytes do not hold a difference, elements of the greatest
value come before it, which add to the sum and stand for no number: a running sum is all
that decoding takes. A list may carry a weight (a frequency) for each number.

A list of more than `STRIDE` elements begins with an index of its strides, so that a
reader can take some of them and leave the others::

    sums      4 bytes for each stride: the sum of the elements before it
    impacts   2 bytes for each stride, where the list has impacts: the greatest in it
    elements  1, 2 or 4 bytes each
    weights   nothing where all are 1; else 1, 2 or 4 bytes for each element
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.storage import Buffer

STRIDE = 256
"""Elements of a stride."""

PIECE = 1 << 19
"""Words or chunks of texts that are looked at at a time."""

Widths = NDArray[np.uint8]

Overlapping = NDArray[np.uint32]
"""Of bytes, the 4 from each one on as a number: so a look-up reads items of any width, wherever they start."""

DTYPES: dict[int, np.dtype[Any]] = {1: np.dtype("u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}
"""What elements and weights of so many bytes are."""

SKIPS = {1: 255, 2: 65535, 4: 1 << 32}
"""The element of each width that stands for no number (of 4 bytes: none)."""

_MASKS = np.array([0, *((1 << 8 * width) - 1 for width in range(1, 5))])
SKIP_OF = np.array([0, *(SKIPS.get(width, 0) for width in range(1, 5))])
"""The same, by width."""


class Lists(NamedTuple):
    """Many lists, none empty: their `values`, where each one `ends` in them, and weights (None: all are 1)."""

    values: Int64Array
    ends: Int64Array
    weights: Int64Array | None = None


class Encoded(NamedTuple):
    """Many lists as bytes: where each one ends in them, and the widths of its elements and weights."""

    data: NDArray[np.uint8]
    ends: Int64Array
    widths: Widths
    weight_widths: Widths


def decode(
    data: Overlapping, starts: Int64Array, sizes: Int64Array, widths: Widths, weight_widths: Widths, *, impacts: bool
) -> Lists:
    """What was encoded: lists that start so and have so many bytes; `impacts` says whether the lists have them."""
    each, weight_each = widths.astype(np.int64), weight_widths.astype(np.int64)
    counts, strides = elements_of(sizes, each + weight_each, impacts=impacts)
    at = starts + strides * stride_bytes(impacts)
    ends = np.cumsum(counts)
    elements = _read(data, at, counts, each)
    sums = np.cumsum(elements)
    first = ends - counts
    sums -= np.repeat(sums[first] - elements[first], counts)
    kept = elements != np.repeat(SKIP_OF[each], counts)
    weights = None
    if weight_each.any():
        weights = _read(data, at + counts * each, counts, weight_each)[kept]
        weights[np.repeat(weight_each == 0, counts)[kept]] = 1
    return Lists(sums[kept], np.cumsum(np.add.reduceat(kept, first, dtype=np.int64)), weights)


def overlapping(buffer: Buffer, start: int, count: int) -> Overlapping:
    """The 4 bytes from each of so many bytes on, as a number each: mapped, not copied. 3 bytes behind them are read."""
    return np.ndarray((count,), "<u4", buffer, start, (1,))


def strides_of(counts: Int64Array) -> Int64Array:
    """How many strides are indexed, for lists of so many elements: short lists have no index."""
    return np.where(counts > STRIDE, -(-counts // STRIDE), 0)


def stride_bytes(impacts: bool) -> int:
    """The bytes of an index for each stride."""
    return 6 if impacts else 4


def elements_of(sizes: Int64Array, widths: Int64Array, *, impacts: bool) -> tuple[Int64Array, Int64Array]:
    """How many elements, and how many indexed strides, lists of so many bytes have; `widths` with those of weights."""
    each = stride_bytes(impacts)
    strides = np.where(sizes > STRIDE * widths, -(-sizes // (STRIDE * widths + each)), 0)
    return (sizes - strides * each) // widths, strides


def _read(data: Overlapping, at: Int64Array, counts: Int64Array, widths: Int64Array) -> Int64Array:
    """The items of each list, which stand at its place in its width; zeros where that is 0."""
    width_of = np.repeat(widths, counts)
    places = np.arange(len(width_of))
    places *= width_of
    first = np.where(widths, at - (np.cumsum(counts) - counts) * widths, 0)  # no place of items without a width
    places += np.repeat(first, counts)
    items: Int64Array = data[places] & _MASKS[width_of]
    return items


def pieces_of(sizes: NDArray[np.integer]) -> Iterator[tuple[slice, slice]]:
    """Some of the values at a time, and the range of what each has so many of: no more than `PIECE`, or one value.

    >>> list(pieces_of(np.array([2, 1])))
    [(slice(0, 2, None), slice(0, 3, None))]
    """
    ends = np.cumsum(sizes, dtype=np.int64)
    start, at = 0, 0
    while start < len(ends):
        stop = max(start + 1, int(np.searchsorted(ends, at + PIECE, side="right")))
        yield slice(start, stop), slice(at, int(ends[stop - 1]))
        start, at = stop, int(ends[stop - 1])


def ranges(lengths: Int64Array) -> Int64Array:
    """0, 1, 2 … for each length, one after the other.

    >>> ranges(np.array([2, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    return np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
