"""Postings that are in memory already."""

from newssearch.engines.whoosh.kernels import meeting, taken
from newssearch.engines.whoosh.rows import Frequencies, Numbers


class Held:
    """Postings that were made by a query: a phrase's, a NEAR's."""

    __slots__ = ("documents", "frequencies")
    strided: None = None

    def __init__(self, documents: Numbers, frequencies: Frequencies | None = None) -> None:
        self.documents = documents
        self.frequencies = frequencies

    @property
    def count(self) -> int:
        return len(self.documents)

    def read(self) -> tuple[Numbers, Frequencies | None]:
        return self.documents, self.frequencies

    def among(self, wanted: Numbers) -> tuple[Numbers, Frequencies | None]:
        """See `PostingSource`."""
        at, own = meeting(wanted, self.documents)
        return at, None if self.frequencies is None else taken(self.frequencies, own)
