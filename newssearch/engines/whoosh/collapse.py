"""One article of each story: of all that match, the one that comes first in the order that was asked for."""

from collections.abc import Iterable

import numpy as np

from newssearch.engines.whoosh.postings import Numbers
from newssearch.engines.whoosh.stories import Stories


class Copies:
    """The stories of a generation, made ready to be asked of one document after the other.

    Most documents tell a story that no other does, and are told from the rest by one byte.
    """

    __slots__ = ("_documents", "_leaders", "_leaders_of_members", "_members", "_told")

    def __init__(self, stories: Stories, count: int) -> None:
        """`count` is that of all documents."""
        self._documents, self._leaders = stories
        told = np.zeros(count, np.bool_)
        told[self._documents] = True
        self._told = told.tobytes()
        by_leader = np.argsort(self._leaders, kind="stable")
        self._members, self._leaders_of_members = self._documents[by_leader], self._leaders[by_leader]

    def __bool__(self) -> bool:
        """Whether any two documents tell one story."""
        return len(self._documents) > 0

    def left_out(self, order: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
        """Ordered documents with their scores, without those of which a copy came before."""
        told = self._told
        seen: set[int] = set()
        kept = []
        for one in order:
            if told[one[0]]:
                leader = self._leader(one[0])
                if leader in seen:
                    continue
                seen.add(leader)
            kept.append(one)
        return kept

    def of(self, document: int) -> Numbers:
        """The other documents of a document's story, ascending."""
        if not self._told[document]:
            return self._members[:0]
        leader = self._leader(document)
        low = self._leaders_of_members.searchsorted(leader)
        high = self._leaders_of_members.searchsorted(leader, side="right")
        members = self._members[low:high]
        others: Numbers = members[members != document]
        return others

    def _leader(self, document: int) -> int:
        return int(self._leaders[self._documents.searchsorted(document)])
