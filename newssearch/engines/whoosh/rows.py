"""Rows: numbers in memory, one behind the other, as a question is answered with them.

A row is an array of the standard library, a part of a mapped file, or an array of NumPy's, whichever the loops in
use make. So a question asks of a row its length, an item, some of its items and all of them as a list, and leaves
everything else to `kernels`. With the compiled loops nothing but rare questions loads NumPy, which takes as long as
all else that a new process does.
"""

from typing import Any, Protocol, TypeVar, overload

Item_co = TypeVar("Item_co", int, float, covariant=True)


class Row(Protocol[Item_co]):
    """See the module."""

    def __len__(self) -> int: ...

    @overload
    def __getitem__(self, at: int, /) -> Item_co: ...

    @overload
    def __getitem__(self, at: slice, /) -> "Row[Item_co]": ...

    def tolist(self) -> Any: ...


Numbers = Row[int]
Scores = Row[float]
Flags = Row[int]
"""For each document whether it is meant, as a byte."""
