"""The orders that are reckoned in NumPy: the oldest first, and what is recent, its relevance fading with its age."""

import numpy as np

from newssearch.engines.base import Request
from newssearch.engines.entry import NO_TIME, microseconds
from newssearch.engines.ranking import DECIMALS, SLACK
from newssearch.engines.whoosh.arrays import Int64Array, array_of
from newssearch.engines.whoosh.kernels import candidates, meeting
from newssearch.engines.whoosh.kernels.best import within
from newssearch.engines.whoosh.rows import Row
from newssearch.engines.whoosh.scoring import Matches

_LAST = np.iinfo(np.int64).max


def faded(matches: Matches, stamps: Row[int], request: Request) -> Matches:
    """The same matches, each worth so much less as it is older (see `ranking.decay`); those without a date nothing."""
    own = array_of(stamps).take(array_of(matches.documents))
    age = (microseconds(request.now) - own.astype(np.float64)) / 86_400e6
    fresh = np.exp2(-np.maximum(age, 0.0) / request.half_life)
    fresh[own == NO_TIME] = 0.0
    return Matches(matches.documents, np.round(array_of(matches.scores), DECIMALS) * fresh)


def recent(matches: Matches, stamps: Row[int], count: int) -> Row[int]:
    """Where those of faded matches stand that may be among the first `count`, and few others."""
    own = array_of(stamps).take(array_of(matches.documents))
    keys = np.where(own == NO_TIME, -np.inf, array_of(matches.scores))  # behind all others that score 0
    found, _ = candidates(matches.documents, keys, stamps, count, SLACK)
    return meeting(matches.documents, found)[0]


def oldest(matches: Matches, stamps: Row[int], count: int) -> Int64Array:
    """Where the `count` oldest stand, and all that tie with the last of them; the undated come last."""
    own = array_of(stamps).take(array_of(matches.documents))
    return within(np.where(own == NO_TIME, _LAST, own), count)
