"""One article of each story: of all that match, the one that comes first in the order that was asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from newssearch.engines.whoosh.kernels import flags, in_order, row_of, taken, whole
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.stories import Stories


class Copies:
    """The stories of a generation, made ready to be asked of one document after the other.

    Most documents tell a story that no other does, and are told from the rest by one byte.
    """

    def __init__(self, stories: Stories, count: int) -> None:
        """`count` is that of all documents."""
        self._documents, self._leaders = stories
        self._count = count
        self._told = flags(whole(self._documents), count, True)

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
            return row_of(())
        leader, (leaders, members) = self._leader(document), self._by_leader
        low, high = bisect_left(leaders, leader), bisect_right(leaders, leader)
        return row_of([member for member in members[low:high].tolist() if member != document])

    @cached_property
    def _by_leader(self) -> tuple[Numbers, Numbers]:
        """The leaders, ascending, and the documents of each, ascending."""
        order = in_order(self._leaders, self._count)
        return taken(self._leaders, order), taken(self._documents, order)

    def _leader(self, document: int) -> int:
        return self._leaders[bisect_left(self._documents, document)]
