"""Postings that are in memory already."""

from dataclasses import dataclass
from typing import ClassVar

from newssearch.engines.whoosh.kernels import meeting
from newssearch.engines.whoosh.postings import Numbers, Weights


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

    def among(self, wanted: Numbers) -> tuple[Numbers, Weights | None]:
        """See `PostingSource`."""
        at, own = meeting(wanted, self.documents)
        return at, None if self.frequencies is None else self.frequencies.take(own)
