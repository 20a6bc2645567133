"""A period of a query, as bounds of the documents' columns."""

from typing import NamedTuple, Self

from newssearch.dates import Days, absolute, moments
from newssearch.engines.entry import microseconds
from newssearch.engines.whoosh.kernels import between, taken
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.query import tree

_NO_BOUND = (1 << 63) - 1


class Period(NamedTuple):
    """Days from the first to the last, as ordinals (the undated have 0), and bounds of other columns by their names."""

    first_day: int
    last_day: int
    instants: tuple[tuple[str, int, int], ...] = ()

    @classmethod
    def of(cls, query: tree.Date) -> Self:
        """That of a query which is resolved, else `ValueError`."""
        if query.after or query.before:
            raise ValueError(f"{query} is not resolved")

        first, last = 1, _NO_BOUND
        instants = []
        for bound, is_start in ((query.start, True), (query.end, False)):
            if bound is None:
                continue
            limit = absolute(bound)
            if not isinstance(limit, Days):
                begin, end = map(microseconds, moments(limit))
                instants.append(("last", begin, _NO_BOUND) if is_start else ("first", -_NO_BOUND, end))
            elif is_start:
                first = max(first, limit.first.toordinal())
            else:
                last = limit.last.toordinal()
        return cls(first, last, tuple(instants))

    def among(self, snapshot: Snapshot, documents: Numbers) -> Numbers:
        """Where those of the documents stand that are in it."""
        at = between(snapshot.column("day"), documents, self.first_day, self.last_day)
        for name, low, high in self.instants:
            at = taken(at, between(snapshot.column(name), taken(documents, at), low, high))
        return at
