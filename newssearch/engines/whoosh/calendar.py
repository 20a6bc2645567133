"""Which documents are of which days: those of a period are found without asking all of them."""

from bisect import bisect_left, bisect_right

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.postings import Numbers


class Calendar:
    """The documents in the order of their days, to be asked for periods.

    >>> calendar = Calendar(np.array([9, 7, 9, 8]), np.array([0, 1, 2, 3]))
    >>> calendar.count(8, 9), calendar.between(8, 9).tolist()
    (3, [0, 2, 3])
    """

    def __init__(self, days: NDArray[np.integer], documents: Numbers) -> None:
        """`days` are those of all documents, by their numbers; `documents` those that there are, ascending."""
        own = days.take(documents)
        order = np.argsort(own, kind="stable")
        self._days = own.take(order).data  # a memory view, of which bisect reads few items
        self._documents = documents.take(order)

    def count(self, first: int, last: int) -> int:
        """How many documents are of the days from the first to the last."""
        low, high = self._bounds(first, last)
        return high - low

    def between(self, first: int, last: int) -> Numbers:
        """These documents, ascending."""
        low, high = self._bounds(first, last)
        return np.sort(self._documents[low:high])

    def _bounds(self, first: int, last: int) -> tuple[int, int]:
        low = bisect_left(self._days, max(first, 1))
        return low, max(low, bisect_right(self._days, last))
