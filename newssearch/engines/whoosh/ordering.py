"""Which of the matching documents come first, and in which order.

Arrays narrow the documents down to those that may come first, and to those that tie
with the last of them; the order of these few is plain Python's.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from newssearch.engines.base import Request
from newssearch.engines.entry import NO_TIME
from newssearch.engines.ranking import DECIMALS, SLACK
from newssearch.engines.whoosh.kernels import candidates, latest, taken
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.scoring import Matches

_NEVER = float("inf")

Key = tuple[float, float]


def first(
    matches: Matches, stamps: Numbers, request: Request, count: int | None, name: Callable[[int], str]
) -> list[tuple[int, float]]:
    """The first `count` documents (None: all), in order, with their scores, which may have more than `DECIMALS`.

    `stamps` are the first moments of all documents, `name` gives a document's id, which
    orders those that nothing else does; it is asked only of documents that tie and are among the first.
    """
    sort, found = request.sort, len(matches.documents)
    if count == 0 or not found:
        return []
    if sort == "recent":
        from newssearch.engines.whoosh.by_age import faded  # which takes NumPy

        matches = faded(matches, stamps, request)
    if count is not None and count < found:
        matches = _first(matches, stamps, sort, count)
    documents, scores = matches
    if sort == "relevance" and count is not None:
        ranked = sorted(zip(scores.tolist(), documents.tolist(), strict=True), reverse=True)
        if _are_apart(ranked):
            return [(document, score) for score, document in ranked[:count]]
    rounded = [round(score, DECIMALS) for score in scores.tolist()]
    keys = _keys(sort, rounded, taken(stamps, documents).tolist())
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


def _keys(sort: str, scores: Sequence[float], stamps: Sequence[int]) -> list[Key]:
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


def _first(matches: Matches, stamps: Numbers, sort: str, count: int) -> Matches:
    """Those that may be among the first `count`, and few others."""
    documents, scores = matches
    match sort:
        case "newest":
            chosen = latest(stamps, documents, count)
        case "oldest":
            from newssearch.engines.whoosh.by_age import oldest  # which takes NumPy

            chosen = oldest(matches, stamps, count)
        case "recent":
            from newssearch.engines.whoosh.by_age import recent

            chosen = recent(matches, stamps, count)
        case _:
            return Matches(*candidates(documents, scores, stamps, count, SLACK))
    return Matches(taken(documents, chosen), taken(scores, chosen))


def _by_name(
    order: Sequence[tuple[Key, int, float]], count: int, name: Callable[[int], str]
) -> Iterator[tuple[Key, int, float]]:
    """The same, each run of equals that begins among the first put in the order of the ids."""
    at = 0
    for _, equals in groupby(order, key=lambda one: one[0]):
        run = list(equals)
        yield from sorted(run, key=lambda one: name(one[1])) if at < count and len(run) > 1 else run
        at += len(run)
