"""The postings of one term in one field, as the engine asks for them, whatever codec holds them."""

from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Short = NDArray[np.uint32]
Weights = NDArray[np.integer]

IMPACT_ONE = 65_535
"""The impact of a posting whose frequency is endless: they are parts of that."""


class Postings(NamedTuple):
    """Documents, ascending, and how often each has the term (None: each once)."""

    documents: Numbers
    frequencies: Weights | None


class PostingSource(Protocol):
    """Postings that are read when they are asked for; how many there are is known before."""

    @property
    def count(self) -> int: ...

    @property
    def strided(self) -> "Strided | None":
        """The same, where it is long and can be read in pieces."""

    def read(self) -> tuple[Numbers, Weights | None]: ...

    def among(self, wanted: Numbers) -> tuple[Numbers, Weights | None]:
        """Where those of the wanted, ascending, stand that are in the postings; and their frequencies."""


Scorable = tuple[PostingSource, int, NDArray[np.bool_] | None, NDArray[Any], float, float, float]
"""Postings, the number of their first document, which of all documents live (None: all), and what they are worth.

That is the lengths of all documents, `fixed` and `growing`, and the `factor`: see `kernels.plain.score`.
"""


class Strided(Protocol):
    """Postings in strides, which can be read one without the other."""

    @property
    def average(self) -> int:
        """The mean length of texts with which the impacts were reckoned."""

    def impacts(self) -> Weights:
        """The most that a posting of each stride adds to a score, in parts of `IMPACT_ONE`."""

    def read_strides(self, chosen: Numbers) -> tuple[Numbers, Weights | None]:
        """The postings of some strides, given in ascending order."""


def firsts(numbers: Numbers) -> NDArray[np.intp]:
    """Where each distinct of ascending numbers first stands."""
    return np.flatnonzero(np.concatenate([_TRUE, numbers[1:] != numbers[:-1]])[: len(numbers)])


_TRUE = np.ones(1, np.bool_)


def distinct(numbers: Numbers) -> Numbers:
    """The distinct numbers, ascending. `np.unique` does the same, and loads a module for masks to do it."""
    ordered = np.sort(numbers)
    found: Numbers = ordered[firsts(ordered)]
    return found


def ascending(documents: Numbers, count: int) -> Numbers:
    """The distinct of some documents in any order, ascending; `count` is that of all documents."""
    if len(documents) < 64 or len(documents) * 32 < count:
        return distinct(documents)
    found = np.zeros(count, np.bool_)
    found[documents] = True
    return np.flatnonzero(found)


def counted(documents: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct among ascending documents, and how often each comes."""
    first = firsts(documents)
    return documents[first], np.diff(first, append=len(documents))
