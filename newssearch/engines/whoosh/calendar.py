"""Which documents are of which days: those of a period are found without asking all of them."""

from bisect import bisect_left, bisect_right

from newssearch.engines.whoosh.kernels import in_order, taken, union
from newssearch.engines.whoosh.period import Period
from newssearch.engines.whoosh.rows import Numbers


class Calendar:
    """The documents in the order of their days, to be asked for periods.

    >>> from newssearch.engines.whoosh.kernels import row_of
    >>> calendar = Calendar(row_of([9, 7, 9, 8]), row_of([0, 1, 2, 3]))
    >>> calendar.count(Period(8, 9)), calendar.of(Period(8, 9)).tolist()
    (3, [0, 2, 3])
    """

    def __init__(self, days: Numbers, documents: Numbers) -> None:
        """`days` are those of all documents, by their numbers; `documents` those that there are, ascending."""
        own = taken(days, documents)
        order = in_order(own, max(own.tolist(), default=0) + 1)
        self._days = taken(own, order)
        self._documents = taken(documents, order)
        self._total = len(days)

    def count(self, period: Period) -> int:
        """How many documents are of the days of a period."""
        low, high = self._bounds(period)
        return high - low

    def of(self, period: Period) -> Numbers:
        """These documents, ascending."""
        low, high = self._bounds(period)
        return union([self._documents[low:high]], self._total)

    def _bounds(self, period: Period) -> tuple[int, int]:
        low = bisect_left(self._days, period.first_day)
        return low, max(low, bisect_right(self._days, period.last_day))
