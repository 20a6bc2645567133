"""The postings of one term in one field, as the engine asks for them, whatever codec holds them."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Weights = NDArray[np.integer]


IMPACT_ONE = 65_535
"""The impact of a posting whose frequency is endless: they are parts of that."""


class Postings(NamedTuple):
    """Documents, ascending, and how often each has the term (None: each once)."""

    documents: Numbers
    frequencies: Weights | None


class PostingSource(Protocol):
    """Postings that are read when they are asked for; how many there are is known before.

    Long ones may be in strides that can be read one by one; where `strides` is 0, they
    cannot.
    """

    @property
    def count(self) -> int: ...

    @property
    def strides(self) -> int: ...

    def read(self) -> tuple[Numbers, Weights | None]: ...

    def near(self, wanted: Numbers) -> tuple[Numbers, Weights | None]: ...

    def read_strides(self, chosen: Numbers) -> tuple[Numbers, Weights | None]: ...

    def impacts(self) -> Weights:
        """The most that a posting of each stride adds to a score, at this `average` length of texts."""

    @property
    def average(self) -> int: ...


class Whole:
    """What postings are that have no strides."""

    strides = 0
    average = 0

    def near(self, wanted: Numbers) -> tuple[Numbers, Weights | None]:
        raise NotImplementedError

    def read_strides(self, chosen: Numbers) -> tuple[Numbers, Weights | None]:
        raise NotImplementedError

    def impacts(self) -> Weights:
        raise NotImplementedError


@dataclass(frozen=True)
class Held(Whole):
    """Postings that were made by a query: a phrase's, a NEAR's."""

    documents: Numbers
    frequencies: Weights | None = None

    @property
    def count(self) -> int:
        return len(self.documents)

    def read(self) -> tuple[Numbers, Weights | None]:
        return self.documents, self.frequencies


def counted(documents: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct among ascending documents, and how often each comes."""
    if not len(documents):
        return documents, documents
    first = np.flatnonzero(np.concatenate([_TRUE, documents[1:] != documents[:-1]]))
    counts = np.empty_like(first)
    counts[:-1] = first[1:] - first[:-1]
    counts[-1] = len(documents) - first[-1]
    return documents[first], counts


_TRUE = np.ones(1, np.bool_)


def located(wanted: Numbers, among: Numbers) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Which of the wanted are among sorted others, and where in these they stand."""
    if not len(among):
        return np.zeros(len(wanted), np.bool_), np.empty(0, np.intp)
    at = among.searchsorted(wanted)
    at[at == len(among)] = 0
    kept = among.take(at) == wanted
    return kept, at[kept]
