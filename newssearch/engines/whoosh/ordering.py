"""Which of the matching documents come first, and in which order.

Arrays narrow the documents down to those that may come first, and to those that tie
with the last of them; the order of these few is plain Python's.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.base import Request
from newssearch.engines.entry import NO_TIME, microseconds
from newssearch.engines.ranking import DECIMALS
from newssearch.engines.whoosh.kernels import candidates, latest, meeting
from newssearch.engines.whoosh.least import SLACK, within
from newssearch.engines.whoosh.scoring import Matches

_NEVER = float("inf")
_LAST = np.iinfo(np.int64).max

Key = tuple[float, float]


def first(
    matches: Matches, stamps: NDArray[np.integer], request: Request, count: int | None, name: Callable[[int], str]
) -> list[tuple[int, float]]:
    """The first `count` documents (None: all), in order, with their scores, which may have more than `DECIMALS`.

    `stamps` are the first moments of all documents, `name` gives a document's id, which
    orders those that nothing else does; it is asked only of documents that tie and are among the first.
    """
    documents, scores = matches
    sort, found = request.sort, len(documents)
    if count == 0 or not found:
        return []
    if sort == "recent":
        scores = np.round(scores, DECIMALS) * _freshness(stamps[documents], request)
    if count is not None and count < found:
        documents, scores = _first(documents, scores, stamps, sort, count)
    if sort == "relevance" and count is not None:
        ranked = sorted(zip(scores.tolist(), documents.tolist(), strict=True), reverse=True)
        if _are_apart(ranked):
            return [(document, score) for score, document in ranked[:count]]
    rounded = [round(score, DECIMALS) for score in scores.tolist()]
    keys = _keys(sort, rounded, stamps[documents].tolist())
    order = sorted(zip(keys, documents.tolist(), rounded, strict=True))
    if len(set(keys)) < len(keys):
        order = list(_by_name(order, found if count is None else count, name))
    return [(document, score) for _, document, score in order[:count]]


def _are_apart(ranked: Sequence[tuple[float, int]]) -> bool:
    """Whether no two scores, the greatest first, tie when they are rounded."""
    last = float("inf")
    for score, _ in ranked:
        if last - score <= 2 * SLACK:
            return False
        last = score
    return True


def _keys(sort: str, scores: list[float], stamps: list[int]) -> list[Key]:
    """What orders documents: the least first. Those without a date come last of their equals.

    They do so by themselves where the newest are first: no time is less than `NO_TIME`.
    """
    match sort:
        case "newest":
            return [(0.0, -stamp) for stamp in stamps]
        case "oldest":
            return [(0.0, _NEVER if stamp == NO_TIME else stamp) for stamp in stamps]
        case "recent":
            return [
                (_NEVER if stamp == NO_TIME else -score, -stamp) for score, stamp in zip(scores, stamps, strict=True)
            ]
        case _:
            return [(-score, -stamp) for score, stamp in zip(scores, stamps, strict=True)]


def _first(
    documents: NDArray[np.int64], scores: NDArray[np.floating], stamps: NDArray[np.integer], sort: str, count: int
) -> Matches:
    """Those that may be among the first `count`, and few others."""
    match sort:
        case "newest":
            return _taken(documents, scores, latest(stamps, documents, count))
        case "oldest":
            stamp = stamps.take(documents)
            return _taken(documents, scores, within(np.where(stamp == NO_TIME, _LAST, stamp), count))
        case "recent":
            keys = np.where(stamps.take(documents) == NO_TIME, -np.inf, scores)  # behind all others that score 0
            found, _ = candidates(documents, keys, stamps, count, SLACK)
            return _taken(documents, scores, meeting(documents, found)[0])
    return Matches(*candidates(documents, scores, stamps, count, SLACK))


def _taken(documents: NDArray[np.int64], scores: NDArray[np.floating], chosen: NDArray[np.integer]) -> Matches:
    return Matches(documents.take(chosen), scores.take(chosen))


def _freshness(stamp: NDArray[np.integer], request: Request) -> NDArray[np.float64]:
    age = (microseconds(request.now) - stamp.astype(np.float64)) / 86_400e6
    fresh = np.exp2(-np.maximum(age, 0.0) / request.half_life)
    fresh[stamp == NO_TIME] = 0.0
    return fresh


def _by_name(
    order: Sequence[tuple[Key, int, float]], count: int, name: Callable[[int], str]
) -> Iterator[tuple[Key, int, float]]:
    """The same, each run of equals that begins among the first put in the order of the ids."""
    at = 0
    for _, equals in groupby(order, key=lambda one: one[0]):
        run = list(equals)
        yield from sorted(run, key=lambda one: name(one[1])) if at < count and len(run) > 1 else run
        at += len(run)
