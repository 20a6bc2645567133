"""Lists made into the bytes that `columnar.lists` describes, in NumPy."""

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.columnar.lists import (
    DTYPES,
    SKIP_OF,
    SKIPS,
    STRIDE,
    Encoded,
    Lists,
    Widths,
    ranges,
    stride_bytes,
    strides_of,
)


def encode(lists: Lists, impacts: Int64Array | None = None) -> Encoded:
    """The bytes of many lists; `impacts`, where given, is one for each value.

    Raises `OverflowError` for numbers or weights that 4 bytes do not hold.

    >>> encode(Lists(np.array([3, 300, 7]), np.array([2, 3]))).data.tolist()
    [3, 255, 42, 7]
    """
    values, ends, weights = lists
    if not len(ends):
        return Encoded(np.empty(0, np.uint8), np.empty(0, np.int64), *[np.empty(0, np.uint8)] * 2)
    if int(values.max()) >> 32 or (weights is not None and int(weights.max()) >> 32):
        raise OverflowError("a segment of more than 4,294,967,296 places")
    starts: Int64Array = np.concatenate([[0], ends[:-1]])
    gaps = np.diff(values, prepend=0)
    gaps[starts] = values[starts]
    widths = _narrowest(gaps, starts, ends - starts)
    weight_widths = _weight_widths(weights, starts)
    elements, last, counts = _elements(gaps, starts, ends, SKIP_OF[widths])
    strides = strides_of(counts)
    index = strides * stride_bytes(impacts is not None)
    sizes = index + counts * (widths + weight_widths.astype(np.int64))
    byte_ends: Int64Array = np.cumsum(sizes)
    data = np.zeros(int(byte_ends[-1]), np.uint8)
    at = byte_ends - sizes
    spread = None if impacts is None else _spread(impacts, last, len(elements))
    _write_index(data, at, strides, elements, counts, spread)
    _write(data, at + index, elements, counts, widths)
    if weights is not None:
        _write(data, at + index + counts * widths, _spread(weights, last, len(elements)), counts, weight_widths)
    return Encoded(data, byte_ends, widths, weight_widths)


def _elements(
    gaps: Int64Array, starts: Int64Array, ends: Int64Array, skip: Int64Array
) -> tuple[Int64Array, Int64Array, Int64Array]:
    """The elements of lists with these differences, where the last one of each is, and how many each list has."""
    sizes = ends - starts
    skip_of = np.repeat(skip, sizes)
    wide = np.flatnonzero(gaps >= skip_of)
    if not len(wide):
        return gaps, np.arange(len(gaps)), sizes
    skips = np.zeros(len(gaps), np.int64)
    skips[wide], gaps[wide] = np.divmod(gaps[wide], skip_of[wide])
    last = np.cumsum(skips + 1) - 1
    counts: Int64Array = np.diff(last[ends - 1] + 1, prepend=0)
    elements = np.repeat(skip, counts)
    elements[last] = gaps
    return elements, last, counts


def _narrowest(gaps: Int64Array, starts: Int64Array, counts: Int64Array) -> Widths:
    """The width of elements that makes each list shortest."""
    one = counts + _skips(gaps, starts, counts, SKIPS[1])
    two = 2 * (counts + _skips(gaps, starts, counts, SKIPS[2]))
    four = 4 * counts
    return np.where((one <= two) & (one <= four), 1, np.where(two <= four, 2, 4)).astype(np.uint8)


def _skips(gaps: Int64Array, starts: Int64Array, counts: Int64Array, skip: int) -> Int64Array:
    """How many elements each list needs that stand for no number."""
    wide = np.flatnonzero(gaps >= skip)
    lists = np.searchsorted(starts, wide, side="right") - 1
    needed: Int64Array = np.bincount(lists, gaps[wide] // skip, len(counts)).astype(np.int64)
    return needed


def _weight_widths(weights: Int64Array | None, starts: Int64Array) -> Widths:
    if weights is None:
        return np.zeros(len(starts), np.uint8)
    greatest = np.maximum.reduceat(weights, starts)
    return np.select([greatest == 1, greatest < 1 << 8, greatest < 1 << 16], [0, 1, 2], 4).astype(np.uint8)


def _spread(numbers: Int64Array, places: Int64Array, size: int) -> Int64Array:
    """Each number at its place, and 0 elsewhere."""
    spread = np.zeros(size, np.int64)
    spread[places] = numbers
    return spread


def _write_index(
    data: NDArray[np.uint8],
    at: Int64Array,
    strides: Int64Array,
    elements: Int64Array,
    counts: Int64Array,
    impacts: Int64Array | None,
) -> None:
    """Write the sums, and the greatest impacts, of the strides of long lists."""
    long = np.flatnonzero(strides)
    if not len(long):
        return
    own = strides[long]
    starts = (np.cumsum(counts) - counts)[long]
    first = np.repeat(starts, own) + ranges(own) * STRIDE
    sums = np.cumsum(elements) - elements
    _write(data, at[long], sums[first] - np.repeat(sums[starts], own), own, np.full(len(long), 4, np.uint8))
    if impacts is not None:
        stop = np.minimum(first + STRIDE, np.repeat(starts + counts[long], own))
        greatest = np.maximum.reduceat(np.append(impacts, 0), np.stack([first, stop], 1).ravel())[::2]
        _write(data, at[long] + 4 * own, greatest, own, np.full(len(long), 2, np.uint8))


def _write(data: NDArray[np.uint8], at: Int64Array, items: Int64Array, counts: Int64Array, widths: Widths) -> None:
    """Write each list's items at its place, in its width; lists of width 0 have none to write."""
    starts = np.cumsum(counts) - counts
    for width, dtype in DTYPES.items():
        chosen = np.flatnonzero(widths == width)
        lengths = counts[chosen]
        within = ranges(lengths)
        octets = items[np.repeat(starts[chosen], lengths) + within].astype(dtype).view(np.uint8).reshape(-1, width)
        places = np.repeat(at[chosen], lengths) + within * width
        for octet in range(width):
            data[places + octet] = octets[:, octet]
