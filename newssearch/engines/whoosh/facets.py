"""How many of some documents have each value, or fall into each day, month or year."""

from collections import Counter
from datetime import date
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.entry import FACETED, SEPARATOR, facet
from newssearch.engines.ranking import bucket
from newssearch.engines.whoosh.arrays import array_of
from newssearch.engines.whoosh.kernels import flags
from newssearch.engines.whoosh.rows import Row
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.query.fields import PERIODS, facet_values
from newssearch.results import Count

_FEW = 500
"""So many articles are counted faster by themselves than by reading every value's postings."""


def counts(snapshot: Snapshot, documents: Row[int], name: str, size: int) -> tuple[Count, ...]:
    """The counts of a facet over some documents, of its values the `size` most frequent."""
    if name in PERIODS:
        with snapshot.reading:
            return _histogram(array_of(snapshot.column("day"))[array_of(documents)], name)
    if len(documents) <= _FEW:
        few = Counter(value for at in documents.tolist() for value in facet_values(snapshot.article(at), name))
        return tuple(Count(v, n) for v, n in sorted(few.items(), key=lambda item: (-item[1], item[0]))[:size])
    counts = snapshot.tallies(FACETED, facet(name, ""), flags(documents, snapshot.count, True))
    best = nsmallest(size, ((-count, term.partition(SEPARATOR)[2]) for term, count in counts.items()))
    return tuple(Count(value, -count) for count, value in best)


def _histogram(days: NDArray[np.integer], name: str) -> tuple[Count, ...]:
    """How many documents fall into each day, month or year, in order; those without a date last."""
    buckets: Counter[str | None] = Counter()
    for day, count in zip(*np.unique(days, return_counts=True), strict=True):
        buckets[bucket(date.fromordinal(int(day)) if day else None, name)] += int(count)
    ordered = sorted(buckets.items(), key=lambda item: (item[0] is None, item[0]))
    return tuple(Count(value, count) for value, count in ordered)
