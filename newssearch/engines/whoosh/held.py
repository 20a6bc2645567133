"""Postings that are in memory already."""

from dataclasses import dataclass
from typing import ClassVar

from newssearch.engines.whoosh.kernels import meeting, taken
from newssearch.engines.whoosh.rows import Numbers, Scores


@dataclass(frozen=True, slots=True)
class Held:
    """Postings that were made by a query: a phrase's, a NEAR's."""

    documents: Numbers
    frequencies: Scores | None = None
    strided: ClassVar[None] = None

    @property
    def count(self) -> int:
        return len(self.documents)

    def read(self) -> tuple[Numbers, Scores | None]:
        return self.documents, self.frequencies

    def among(self, wanted: Numbers) -> tuple[Numbers, Scores | None]:
        """See `PostingSource`."""
        at, own = meeting(wanted, self.documents)
        return at, None if self.frequencies is None else taken(self.frequencies, own)
