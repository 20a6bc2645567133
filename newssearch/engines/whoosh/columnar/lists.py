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

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.postings import Numbers
from newssearch.engines.whoosh.storage import Buffer

STRIDE = 256
"""Elements of a stride."""

Widths = NDArray[np.uint8]

Overlapping = NDArray[np.uint32]
"""Of bytes, the 4 from each one on as a number: so a look-up reads items of any width, wherever they start."""

DTYPES: dict[int, np.dtype[Any]] = {1: np.dtype("u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}
"""What elements and weights of so many bytes are."""

SKIPS = {1: 255, 2: 65535, 4: 1 << 32}
"""The element of each width that stands for no number (of 4 bytes: none)."""

_MASKS = np.array([0, *((1 << 8 * width) - 1 for width in range(1, 5))])
_SKIPS = np.array([0, *(SKIPS.get(width, 0) for width in range(1, 5))])


class Lists(NamedTuple):
    """Many lists, none empty: their `values`, where each one `ends` in them, and weights (None: all are 1)."""

    values: Numbers
    ends: Numbers
    weights: Numbers | None = None


class Encoded(NamedTuple):
    """Many lists as bytes: where each one ends in them, and the widths of its elements and weights."""

    data: NDArray[np.uint8]
    ends: Numbers
    widths: Widths
    weight_widths: Widths


def encode(lists: Lists, impacts: Numbers | None = None) -> Encoded:
    """The bytes of many lists; `impacts`, where given, is one for each value.

    Raises `OverflowError` for numbers or weights that 4 bytes do not hold.
    """
    values, ends, weights = lists
    if not len(ends):
        return Encoded(np.empty(0, np.uint8), np.empty(0, np.int64), *[np.empty(0, np.uint8)] * 2)
    if int(values.max()) >> 32 or (weights is not None and int(weights.max()) >> 32):
        raise OverflowError("a segment of more than 4,294,967,296 places")
    starts: Numbers = np.concatenate([[0], ends[:-1]])
    gaps = np.diff(values, prepend=0)
    gaps[starts] = values[starts]
    widths = _narrowest(gaps, starts, ends - starts)
    weight_widths = _weight_widths(weights, starts)
    elements, last, counts = _elements(gaps, starts, ends, _SKIPS[widths])
    strides = strides_of(counts)
    index = strides * stride_bytes(impacts is not None)
    sizes = index + counts * (widths + weight_widths.astype(np.int64))
    byte_ends: Numbers = np.cumsum(sizes)
    data = np.zeros(int(byte_ends[-1]), np.uint8)
    at = byte_ends - sizes
    spread = None if impacts is None else _spread(impacts, last, len(elements))
    _write_index(data, at, strides, elements, counts, spread)
    _write(data, at + index, elements, counts, widths)
    if weights is not None:
        _write(data, at + index + counts * widths, _spread(weights, last, len(elements)), counts, weight_widths)
    return Encoded(data, byte_ends, widths, weight_widths)


def _elements(gaps: Numbers, starts: Numbers, ends: Numbers, skip: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The elements of lists with these differences, where the last one of each is, and how many each list has."""
    sizes = ends - starts
    skip_of = np.repeat(skip, sizes)
    wide = np.flatnonzero(gaps >= skip_of)
    if not len(wide):
        return gaps, np.arange(len(gaps)), sizes
    skips = np.zeros(len(gaps), np.int64)
    skips[wide], gaps[wide] = np.divmod(gaps[wide], skip_of[wide])
    last = np.cumsum(skips + 1) - 1
    counts: Numbers = np.diff(last[ends - 1] + 1, prepend=0)
    elements = np.repeat(skip, counts)
    elements[last] = gaps
    return elements, last, counts


def decode(
    data: Overlapping, starts: Numbers, sizes: Numbers, widths: Widths, weight_widths: Widths, *, impacts: bool
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
    kept = elements != np.repeat(_SKIPS[each], counts)
    weights = None
    if weight_each.any():
        weights = _read(data, at + counts * each, counts, weight_each)[kept]
        weights[np.repeat(weight_each == 0, counts)[kept]] = 1
    return Lists(sums[kept], np.cumsum(np.add.reduceat(kept, first, dtype=np.int64)), weights)


def overlapping(buffer: Buffer, start: int, count: int) -> Overlapping:
    """The 4 bytes from each of so many bytes on, as a number each: mapped, not copied. 3 bytes behind them are read."""
    return np.ndarray((count,), "<u4", buffer, start, (1,))


def strides_of(counts: Numbers) -> Numbers:
    """How many strides are indexed, for lists of so many elements: short lists have no index."""
    return np.where(counts > STRIDE, -(-counts // STRIDE), 0)


def stride_bytes(impacts: bool) -> int:
    """The bytes of an index for each stride."""
    return 6 if impacts else 4


def elements_of(sizes: Numbers, widths: Numbers, *, impacts: bool) -> tuple[Numbers, Numbers]:
    """How many elements, and how many indexed strides, lists of so many bytes have; `widths` with those of weights."""
    each = stride_bytes(impacts)
    strides = np.where(sizes > STRIDE * widths, -(-sizes // (STRIDE * widths + each)), 0)
    return (sizes - strides * each) // widths, strides


def _narrowest(gaps: Numbers, starts: Numbers, counts: Numbers) -> Widths:
    """The width of elements that makes each list shortest."""
    one = counts + _skips(gaps, starts, counts, SKIPS[1])
    two = 2 * (counts + _skips(gaps, starts, counts, SKIPS[2]))
    four = 4 * counts
    return np.where((one <= two) & (one <= four), 1, np.where(two <= four, 2, 4)).astype(np.uint8)


def _skips(gaps: Numbers, starts: Numbers, counts: Numbers, skip: int) -> Numbers:
    """How many elements each list needs that stand for no number."""
    wide = np.flatnonzero(gaps >= skip)
    lists = np.searchsorted(starts, wide, side="right") - 1
    needed: Numbers = np.bincount(lists, gaps[wide] // skip, len(counts)).astype(np.int64)
    return needed


def _weight_widths(weights: Numbers | None, starts: Numbers) -> Widths:
    if weights is None:
        return np.zeros(len(starts), np.uint8)
    greatest = np.maximum.reduceat(weights, starts)
    return np.select([greatest == 1, greatest < 1 << 8, greatest < 1 << 16], [0, 1, 2], 4).astype(np.uint8)


def _spread(numbers: Numbers, places: Numbers, size: int) -> Numbers:
    """Each number at its place, and 0 elsewhere."""
    spread = np.zeros(size, np.int64)
    spread[places] = numbers
    return spread


def _write_index(
    data: NDArray[np.uint8], at: Numbers, strides: Numbers, elements: Numbers, counts: Numbers, impacts: Numbers | None
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


def _write(data: NDArray[np.uint8], at: Numbers, items: Numbers, counts: Numbers, widths: Widths) -> None:
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


def _read(data: Overlapping, at: Numbers, counts: Numbers, widths: Numbers) -> Numbers:
    """The items of each list, which stand at its place in its width; zeros where that is 0."""
    width_of = np.repeat(widths, counts)
    places = np.arange(len(width_of))
    places *= width_of
    first = np.where(widths, at - (np.cumsum(counts) - counts) * widths, 0)  # no place of items without a width
    places += np.repeat(first, counts)
    items: Numbers = data[places] & _MASKS[width_of]
    return items


def ranges(lengths: Numbers) -> Numbers:
    """0, 1, 2 … for each length, one after the other.

    >>> ranges(np.array([2, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    return np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
