"""The postings of one term in one field, as the engine asks for them, whatever codec holds them."""

from typing import NamedTuple, Protocol

from newssearch.engines.whoosh.rows import Flags, Frequencies, Lengths, Numbers

IMPACT_ONE = 65_535
"""The impact of a posting whose frequency is endless: they are parts of that."""


class Postings(NamedTuple):
    """Documents, ascending, and how often each has the term (None: each once)."""

    documents: Numbers
    frequencies: Frequencies | None


class PostingSource(Protocol):
    """Postings that are read when they are asked for; how many there are is known before."""

    @property
    def count(self) -> int: ...

    @property
    def strided(self) -> "Strided | None":
        """The same, where it is long and can be read in pieces."""

    def read(self) -> tuple[Numbers, Frequencies | None]: ...

    def among(self, wanted: Numbers) -> tuple[Numbers, Frequencies | None]:
        """Where those of the wanted, ascending, stand that are in the postings; and their frequencies."""


Scorable = tuple[PostingSource, int, Flags | None, Lengths, float, float, float]
"""Postings, the number of their first document, which of all documents live (None: all), and what they are worth.

That is the lengths of all documents, `fixed` and `growing`, and the `factor`: see `kernels.scores.score`.
"""


class Strided(Protocol):
    """Postings in strides, which can be read one without the other."""

    @property
    def strides(self) -> int:
        """How many there are."""

    @property
    def average(self) -> int:
        """The mean length of texts with which the impacts were reckoned."""

    def impacts(self) -> Numbers:
        """The most that a posting of each stride adds to a score, in parts of `IMPACT_ONE`."""

    def read_strides(self, chosen: Numbers) -> tuple[Numbers, Frequencies | None]:
        """The postings of some strides, given in ascending order."""
