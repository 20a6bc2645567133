"""What is done for each posting: compiled, where a C compiler was there when newssearch was installed, else in NumPy.

Both give the same answers (tests/test_kernels.py); `compiled` is in Cython and does not wait
for an interpreter between two arrays. ``NEWSSEARCH_LOOPS=numpy`` chooses the other.
"""

import os

try:
    if os.environ.get("NEWSSEARCH_LOOPS") == "numpy":
        raise ImportError  # noqa: TRY301 - as if it were not there
    from newssearch.engines.whoosh.kernels.compiled import (
        ChunkTable,
        PostingList,
        TermTable,
        Texts,
        at_least,
        between,
        candidates,
        is_among,
        latest,
        leading,
        least_of_best,
        meeting,
        number_chunks,
        score,
        scored_among,
        summed,
        turned_over,
        union,
    )

    LOOPS = "compiled"
except ImportError:
    from newssearch.engines.whoosh.kernels.chunk_table import ChunkTable, number_chunks
    from newssearch.engines.whoosh.kernels.plain import (
        at_least,
        between,
        candidates,
        is_among,
        latest,
        leading,
        least_of_best,
        meeting,
        score,
        scored_among,
        summed,
        union,
    )
    from newssearch.engines.whoosh.kernels.posting_list import PostingList
    from newssearch.engines.whoosh.kernels.term_table import TermTable
    from newssearch.engines.whoosh.kernels.texts import Texts
    from newssearch.engines.whoosh.kernels.turning import turned_over

    LOOPS = "numpy"

__all__ = [
    "LOOPS",
    "ChunkTable",
    "PostingList",
    "TermTable",
    "Texts",
    "at_least",
    "between",
    "candidates",
    "is_among",
    "latest",
    "leading",
    "least_of_best",
    "meeting",
    "number_chunks",
    "score",
    "scored_among",
    "summed",
    "turned_over",
    "union",
]
