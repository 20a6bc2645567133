"""BM25 of documents, in NumPy."""

import numpy as np

from newssearch.engines.whoosh.arrays import FloatArray, Int64Array, IntegerArray, array_of
from newssearch.engines.whoosh.rows import Lengths


def score(
    documents: Int64Array,
    weights: IntegerArray | None,
    lengths: Lengths,
    fixed: float,
    growing: float,
    factor: float,
) -> FloatArray:
    """BM25 of each document: `factor` × tf / (tf + `fixed` + `growing` × length). Weights are tf (None: all are 1)."""
    divisor: FloatArray = array_of(lengths).take(documents) * growing
    if weights is None:
        divisor += fixed + 1.0
        np.divide(factor, divisor, out=divisor)
        return divisor
    divisor += fixed
    divisor += weights
    scores: FloatArray = weights * factor
    scores /= divisor
    return scores
