"""One list of a file of postings, in NumPy: the numbers of one term in one field."""

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array, IntegerArray, array_of, distinct
from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.lists import DTYPES, SKIPS, STRIDE, stride_bytes
from newssearch.engines.whoosh.kernels.documents import is_among, is_marking_worth_it, meeting

_STRIDE_COST = 1_000
"""How many elements of a whole list are read in the time in which one stride is."""

Read = tuple[Int64Array, IntegerArray | None]


class PostingList:
    """The numbers of one term in one field, read when they are asked for; `count` is how many there are.

    A long list has `strides`, each of at most `lists.STRIDE` numbers, which can be read
    one without the other. Every method raises `DamagedFile` where the bytes are not what was written.
    """

    __slots__ = (
        "_elements", "_file", "_impacts", "_limit", "_size", "_start", "_weight_width", "_width",
        "average", "count", "strides",
    )  # fmt: skip

    def __init__(
        self, file: BlockFile, start: int, size: int, code: int, count: int, limit: int, impacts: bool, average: int
    ) -> None:
        """A list of so many bytes at a place of a file; `limit` is what every number is below."""
        self._limit = limit
        self.average = average
        self._file = file
        self.count = count
        self._width = 1 << (code >> 4 & 3)
        self._weight_width = (0, 1, 2, 4)[code >> 6]
        self._impacts = impacts
        self._start, self._size = start, size
        both = self._width + self._weight_width
        self.strides = 0
        if size > STRIDE * both:
            self.strides = -(-size // (STRIDE * both + stride_bytes(impacts)))
        self._elements = (size - self.strides * stride_bytes(impacts)) // both

    @property
    def strided(self) -> "PostingList | None":
        """The list itself, where it is long enough to be read by strides."""
        return self if self.strides else None

    def read(self) -> Read:
        """All numbers, and their weights (None: all are 1)."""
        elements, weights = self._stored()
        numbers = self._sums_of(elements)
        if len(numbers) == self.count:
            return numbers, weights
        kept = elements != SKIPS[self._width]
        return numbers[kept], None if weights is None else weights[kept]

    def among(self, wanted: Int64Array) -> tuple[Int64Array, IntegerArray | None]:
        """Where those of the wanted, ascending, stand that are among the numbers; and the weights of these."""
        if not len(wanted):
            return np.empty(0, np.int64), None
        if self._weight_width:
            numbers, weights = self._near(wanted)
            at, own = meeting(wanted, numbers)
            return at, None if weights is None else weights.take(own)
        return np.flatnonzero(self._holds(wanted)), None

    def read_strides(self, chosen: Int64Array) -> Read:
        """The same as `read` of these strides, given in ascending order."""
        elements, weights = self._stored()
        at = chosen[:, np.newaxis] * STRIDE + np.arange(STRIDE)
        inside = at < len(elements)
        if not inside[-1, -1]:
            at = np.minimum(at, len(elements) - 1)
        some = elements[at]
        numbers = np.cumsum(some, axis=1, dtype=np.int64)
        numbers += self._sums()[chosen][:, np.newaxis]
        kept = (some != SKIPS[self._width]) & inside
        numbers = numbers[kept]
        if numbers.max(initial=0) >= self._limit:
            raise self._file.wrong("a list names what is not there")
        return numbers, None if weights is None else weights[at][kept]

    def impacts(self) -> NDArray[np.uint16]:
        """The greatest impact in each stride."""
        start = self._start + 4 * self.strides
        return array_of(self._file.part(start, start + 2 * self.strides)).view("<u2")

    def _holds(self, wanted: Int64Array) -> NDArray[np.bool_]:
        """Which of the wanted are among the numbers."""
        if self._is_taken_apart_for(wanted):
            return is_among(wanted, self._near(wanted)[0])
        elements, _ = self._stored()
        sums, skip = self._sums_of(elements), SKIPS[self._width]
        if is_marking_worth_it(wanted, sums):
            return is_among(wanted, sums if len(sums) == self.count else sums[elements != skip])
        # Sums that stand for no number are left in: one that is as great as the next number comes before it.
        at = sums.searchsorted(wanted, side="right") - 1
        found: NDArray[np.bool_] = sums.take(at, mode="clip") == wanted
        found &= elements.take(at, mode="clip") != skip
        return found

    def _sums_of(self, elements: NDArray[np.unsignedinteger]) -> Int64Array:
        """The running sums of all elements."""
        sums: Int64Array = np.add.accumulate(elements, dtype=np.int64)
        if not len(sums) or sums[-1] >= self._limit:
            raise self._file.wrong("a list names what is not there")
        return sums

    def _near(self, wanted: Int64Array) -> Read:
        """All numbers and weights, or those of the strides in which any of the wanted can be."""
        if not self._is_taken_apart_for(wanted):
            return self.read()
        sums = self._sums()
        # A number that is a stride's sum may stand on either side of where the stride begins.
        low, high = np.searchsorted(sums, wanted, side="left") - 1, np.searchsorted(sums, wanted, side="right") - 1
        chosen = distinct(np.concatenate([low, high]))
        chosen = chosen[np.searchsorted(chosen, 0) :]
        return self.read_strides(chosen) if len(chosen) else (np.empty(0, np.int64), None)

    def _is_taken_apart_for(self, wanted: Int64Array) -> bool:
        """Whether the strides of so few numbers are read sooner than the whole list."""
        return bool(self.strides) and len(wanted) * _STRIDE_COST <= self._elements

    def _sums(self) -> NDArray[np.uint32]:
        """What the numbers before each stride come to."""
        return array_of(self._file.part(self._start, self._start + 4 * self.strides)).view("<u4")

    def _stored(self) -> tuple[NDArray[np.unsignedinteger], NDArray[np.unsignedinteger] | None]:
        """The elements, and the weights of each (None: all are 1)."""
        start = self._start + self.strides * stride_bytes(self._impacts)
        data = array_of(self._file.part(start, self._start + self._size))
        middle = self._elements * self._width
        weights = data[middle:].view(DTYPES[self._weight_width]) if self._weight_width else None
        return data[:middle].view(DTYPES[self._width]), weights
