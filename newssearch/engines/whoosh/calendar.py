"""Which documents are of which days: those of a period are found without asking all of them."""

from bisect import bisect_left, bisect_right

import numpy as np

from newssearch.engines.whoosh.arrays import Int64Array, array_of
from newssearch.engines.whoosh.period import Period
from newssearch.engines.whoosh.rows import Row


class Calendar:
    """The documents in the order of their days, to be asked for periods.

    >>> calendar = Calendar(np.array([9, 7, 9, 8]), np.array([0, 1, 2, 3]))
    >>> calendar.count(Period(8, 9)), calendar.of(Period(8, 9)).tolist()
    (3, [0, 2, 3])
    """

    def __init__(self, days: Row[int], documents: Row[int]) -> None:
        """`days` are those of all documents, by their numbers; `documents` those that there are, ascending."""
        numbers: Int64Array = array_of(documents)
        own = array_of(days).take(numbers)
        order = np.argsort(own, kind="stable")
        self._days = own.take(order).data  # a memory view, of which bisect reads few items
        self._documents = numbers.take(order)

    def count(self, period: Period) -> int:
        """How many documents are of the days of a period."""
        low, high = self._bounds(period)
        return high - low

    def of(self, period: Period) -> Int64Array:
        """These documents, ascending."""
        low, high = self._bounds(period)
        return np.sort(self._documents[low:high])

    def _bounds(self, period: Period) -> tuple[int, int]:
        low = bisect_left(self._days, period.first_day)
        return low, max(low, bisect_right(self._days, period.last_day))
