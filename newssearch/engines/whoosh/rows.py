"""Rows: numbers in memory, one behind the other, as a question is answered with them.

A row is an array of the standard library, a part of a mapped file, or an array of NumPy's, whichever the loops in
use make. So a question asks of a row its length, an item, some of its items and all of them as a list, and leaves
everything else to `kernels`. With the compiled loops nothing but rare questions loads NumPy, which takes as long as
all else that a new process does.
"""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar, cast, overload

Item_co = TypeVar("Item_co", int, float, covariant=True)


class Row(Protocol[Item_co]):
    """Numbers of which these things are asked, whoever holds them."""

    def __len__(self) -> int: ...

    @overload
    def __getitem__(self, at: int, /) -> Item_co: ...

    @overload
    def __getitem__(self, at: slice, /) -> "Row[Item_co]": ...

    def tolist(self) -> Sequence[Item_co]: ...


Numbers = Row[int]
Scores = Row[float]
Frequencies = Row[float]
"""How often each of some documents has a term; whole numbers, unless they were added up."""

Lengths = Row[float]
"""How many positions each document has in a field; infinite for one that is never to be among the best."""

Flags = Row[int]
"""For each document whether it is meant, as a byte."""


def read_only(row: Row[Item_co]) -> Row[Item_co]:
    """The same row, which nobody can change: for many threads to read."""
    return cast(Row[Item_co], memoryview(cast(Any, row)).toreadonly())
