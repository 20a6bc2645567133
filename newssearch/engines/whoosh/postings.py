"""The postings of one term in one field, as the engine asks for them, whatever codec holds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Weights = NDArray[np.integer]


IMPACT_ONE = 65_535
"""The impact of a posting whose frequency is endless: they are parts of that."""


_WINDOW = 1 << 21
"""Numbers that are marked at a time: a byte each."""


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


class Strided(Protocol):
    """Postings in strides, which can be read one without the other."""

    @property
    def average(self) -> int:
        """The mean length of texts with which the impacts were reckoned."""

    def impacts(self) -> Weights:
        """The most that a posting of each stride adds to a score, in parts of `IMPACT_ONE`."""

    def near(self, wanted: Numbers) -> tuple[Numbers, Weights | None]:
        """Postings among which are all those of the wanted documents, ascending."""

    def read_strides(self, chosen: Numbers) -> tuple[Numbers, Weights | None]:
        """The postings of some strides, given in ascending order."""


@dataclass(frozen=True, slots=True)
class Held:
    """Postings that were made by a query: a phrase's, a NEAR's."""

    documents: Numbers
    frequencies: Weights | None = None
    strided: ClassVar[None] = None

    @property
    def count(self) -> int:
        return len(self.documents)

    def read(self) -> tuple[Numbers, Weights | None]:
        return self.documents, self.frequencies


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


def union(parts: Sequence[Numbers], count: int) -> Numbers:
    """The documents of any part, ascending; `count` is that of all documents."""
    if len(parts) < 2:
        return parts[0] if parts else np.empty(0, np.int64)
    return ascending(np.concatenate(parts), count)


def counted(documents: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct among ascending documents, and how often each comes."""
    first = firsts(documents)
    return documents[first], np.diff(first, append=len(documents))


def is_among(wanted: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which of ascending numbers are among others, ascending too."""
    if not len(others):
        return np.zeros(len(wanted), np.bool_)
    if not is_marking_worth_it(wanted, others):
        same: NDArray[np.bool_] = others.take(others.searchsorted(wanted), mode="clip") == wanted
        return same
    last = int(others[-1])
    found = np.zeros(len(wanted), np.bool_)
    marked = np.empty(min(_WINDOW, last + 1), np.bool_)
    bases = range(0, last + 1, _WINDOW)
    bounds = [*bases, last + 1]
    for base, own, theirs in zip(
        bases, pairwise(wanted.searchsorted(bounds).tolist()), pairwise(others.searchsorted(bounds).tolist()),
        strict=True,
    ):  # fmt: skip
        if own[0] < own[1] and theirs[0] < theirs[1]:
            marked.fill(False)
            marked[others[slice(*theirs)] - base] = True
            found[slice(*own)] = marked[wanted[slice(*own)] - base]
    return found


def is_marking_worth_it(wanted: Numbers, others: Numbers) -> bool:
    """Whether others are marked in a table, and the wanted looked up there, sooner than each is sought.

    A window of the table at a time is used, which stays in the cache. Measured: both take as long at the bound, and
    ten times as many make the table five times as fast.
    """
    return 16 * len(wanted) > len(others) + int(others[-1]) // 64


def located(wanted: Numbers, among: Numbers) -> tuple[NDArray[np.bool_], NDArray[np.integer]]:
    """Which of the wanted are among sorted others, and where in these they stand; see `is_among`."""
    if not len(among):
        return np.zeros(len(wanted), np.bool_), np.empty(0, np.intp)
    if _is_table_worth_it(len(wanted), len(among), int(among[-1])):
        table = np.zeros(int(among[-1]) + 1, np.int32)
        table[among] = np.arange(len(among), dtype=np.int32)
        at: NDArray[np.integer] = table.take(wanted, mode="clip")
    else:
        at = among.searchsorted(wanted)
        at[at == len(among)] = 0
    kept = among.take(at) == wanted
    return kept, at[kept]


def meeting(some: Numbers, others: Numbers) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """Where the numbers that two ascending rows have in common stand in the one and in the other."""
    if len(others) < len(some):
        kept, at = located(others, some)
        return at, np.flatnonzero(kept)
    kept, at = located(some, others)
    return np.flatnonzero(kept), at


def _is_table_worth_it(wanted: int, among: int, last: int) -> bool:
    """Whether so many are looked up in a table of all numbers up to the last sooner than sought one by one.

    Measured: both take as long at the bounds, and ten times as many make it five times as fast.
    """
    return wanted > 1_000 and among <= 8 * wanted and last < 64 * wanted
