"""Finding which articles of a generation tell one story: a commit does, and whoever checks it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.codecs import Segment
from newssearch.engines.whoosh.postings import Numbers
from newssearch.engines.whoosh.stories import Stories
from newssearch.similar import NO_DAY, Sketches, groups, joined
from newssearch.similar.sketches import Short


def find(segments: Sequence[Segment], living: NDArray[np.bool_], among: Short | None) -> Stories:
    """The stories of the living documents of all segments; `among`: see `similar.groups`."""
    if not living.any():
        return Stories(np.empty(0, np.int64), np.empty(0, np.int64))
    numbers = np.flatnonzero(living)
    days = np.concatenate([segment.column("day") for segment in segments])[numbers]
    found = groups(_of(segments, numbers), np.where(days > 0, days, NO_DAY), among)
    return Stories(numbers[found.paired], numbers[found.leaders[found.paired]])


def touched(segments: Sequence[Segment], documents: Numbers) -> Short:
    """The shingles of some documents of all segments."""
    shingles: Short = _of(segments, documents).shingles.ravel()
    return shingles


def _of(segments: Sequence[Segment], documents: Numbers) -> Sketches:
    whole = joined([segment.sketches() for segment in segments])
    return Sketches._make(column[documents] for column in whole)
