"""Fields of postings, in NumPy: what documents score in several together."""

from typing import Any

from newssearch.engines.whoosh.arrays import FloatArray, Int64Array, array_of
from newssearch.engines.whoosh.kernels.best import at_least, least_of_best
from newssearch.engines.whoosh.kernels.documents import summed
from newssearch.engines.whoosh.kernels.scores import score
from newssearch.engines.whoosh.postings import Scorable
from newssearch.engines.whoosh.rows import Row


def leading(fields: list[Scorable], count: int, best: int, slack: float) -> tuple[Int64Array, FloatArray, int]:
    """The documents of any field that score best, what they score in all, and how many documents there are.

    Those given are the `best` and all that score less by no more than the slack; `count` is that of all documents.
    """
    parts = []
    for source, base, living, lengths, fixed, growing, factor in fields:
        documents, weights = map(_array, source.read())
        documents = documents + base
        worth = score(documents, weights, lengths, fixed, growing, factor)
        alive = slice(None) if living is None else array_of(living)[documents] != 0
        parts.append((documents[alive], worth[alive]))
    documents, scores = summed(parts, count)
    if best <= 0:
        return documents[:0], scores[:0], len(documents)
    if best < len(documents):
        return *at_least(documents, scores, least_of_best(scores, best) - slack), len(documents)
    return documents, scores, len(documents)


def scored_among(fields: list[Scorable], documents: Int64Array) -> tuple[Int64Array, FloatArray]:
    """Where those of the documents, ascending, stand that are in any of the fields, and what they score in all."""
    parts = []
    for source, base, living, lengths, fixed, growing, factor in fields:
        before = int(documents.searchsorted(base))
        at, weights = map(_array, source.among(documents[before:] - base))
        at = at + before
        if living is not None:
            alive = array_of(living)[documents.take(at)] != 0
            at, weights = at[alive], None if weights is None else weights[alive]
        parts.append((at, score(documents.take(at), weights, lengths, fixed, growing, factor)))
    return summed(parts, len(documents))


def _array(row: Row[Any] | None) -> Any:
    return None if row is None else array_of(row)
