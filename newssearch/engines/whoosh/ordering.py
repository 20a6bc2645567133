"""Which of the matching documents make the page, and in which order."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.base import Request
from newssearch.engines.ranking import DECIMALS
from newssearch.engines.whoosh.entry import NO_TIME, microseconds
from newssearch.engines.whoosh.evaluate import Matches

_LAST = np.iinfo(np.int64).max


def page(
    matches: Matches, stamps: NDArray[np.int64], request: Request, name: Callable[[int], str]
) -> list[tuple[int, float]]:
    """The documents of the page that was asked for, with their scores, in order.

    `stamps` are the first moments of all documents, `name` gives a document's id, which
    orders those that nothing else does; it is asked only of documents that tie on the page.
    """
    documents, scores = matches.documents, np.round(matches.scores, DECIMALS)
    stamp = stamps[documents]
    undated = stamp == NO_TIME
    if request.sort == "recent":
        scores = np.round(scores * _freshness(stamp, request), DECIMALS)
    newest = np.where(undated, _LAST, -stamp)
    keys: list[NDArray[np.generic]]
    match request.sort:
        case "newest":
            keys = [newest]
        case "oldest":
            keys = [np.where(undated, _LAST, stamp)]
        case "recent":
            keys = [np.where(undated, np.inf, -scores), newest]
        case _:
            keys = [-scores, newest]
    end = len(documents) if request.limit is None else min(len(documents), request.offset + request.limit)
    if request.offset >= end:
        return []
    chosen = _best(keys, end)
    order = chosen[np.lexsort([key[chosen] for key in reversed(keys)])]
    wanted = _break_ties(order, keys, request.offset, end, lambda at: name(int(documents[at])))
    return [(int(documents[at]), float(scores[at])) for at in wanted]


def _best(keys: list[NDArray[np.generic]], count: int) -> NDArray[np.intp]:
    """Where the documents stand that may be among the first `count`: all that tie with the last of them too."""
    first = keys[0]
    if count >= len(first):
        return np.arange(len(first))
    bound = np.partition(first, count - 1)[count - 1]
    return np.flatnonzero(first <= bound)


def _freshness(stamp: NDArray[np.int64], request: Request) -> NDArray[np.float64]:
    age = (microseconds(request.now) - stamp.astype(np.float64)) / 86_400e6
    fresh = np.exp2(-np.maximum(age, 0.0) / request.half_life)
    fresh[stamp == NO_TIME] = 0.0
    return fresh


def _break_ties(
    order: NDArray[np.intp], keys: list[NDArray[np.generic]], offset: int, end: int, name: Callable[[int], str]
) -> list[int]:
    """The page, each run of equals put in the order of the ids."""
    same = np.ones(len(order) - 1, np.bool_) if len(order) else np.empty(0, np.bool_)
    for key in keys:
        same &= key[order[1:]] == key[order[:-1]]
    bounds = np.flatnonzero(np.concatenate([[True], ~same, [True]]))
    done: list[int] = []
    for start, stop in pairwise(bounds.tolist()):
        if stop <= offset or start >= end:
            done += order[start:stop].tolist()
        else:
            run = order[start:stop].tolist()
            done += sorted(run, key=name) if len(run) > 1 else run
    return done[offset:end]
