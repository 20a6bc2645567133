"""The texts of a field, one behind the other, in NumPy: which of them a place is in."""

from newssearch.engines.whoosh.arrays import Int64Array, array_of, counted
from newssearch.engines.whoosh.rows import Row


class Texts:
    """See the module.

    >>> import numpy as np
    >>> texts = Texts(np.array([0, 4, 8, 12], np.uint32))
    >>> texts.of(np.array([1, 2, 9])).tolist()
    [0, 0, 2]
    """

    def __init__(self, starts: Row[int]) -> None:
        """`starts` are where each text starts, and one behind the last."""
        self._starts = array_of(starts)

    def of(self, places: Int64Array) -> Int64Array:
        """The text that each of ascending places is in. Raises `IndexError` for a place that is in none."""
        starts = self._starts
        if len(places) and (places[0] < starts[0] or places[-1] >= starts[-1]):
            raise IndexError("a place is in no text")
        # In the type of the starts: else all of these would be converted.
        return starts.searchsorted(places.astype(starts.dtype), side="right") - 1

    def tally(self, places: Int64Array) -> tuple[Int64Array, Int64Array]:
        """The texts that ascending places are in, and how many are in each.

        >>> import numpy as np
        >>> [numbers.tolist() for numbers in Texts(np.array([0, 4, 8, 12])).tally(np.array([1, 2, 9]))]
        [[0, 2], [2, 1]]
        """
        return counted(self.of(places))
