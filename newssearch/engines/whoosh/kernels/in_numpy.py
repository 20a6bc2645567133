"""All loops, in NumPy and Python: what each promises, and what runs where they were not compiled."""

from newssearch.engines.whoosh.kernels.chunk_table import ChunkTable, number_chunks
from newssearch.engines.whoosh.kernels.encoding import encode
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
from newssearch.engines.whoosh.kernels.spreading import spread_out
from newssearch.engines.whoosh.kernels.term_table import TermTable
from newssearch.engines.whoosh.kernels.texts import Texts
from newssearch.engines.whoosh.kernels.turning import turned_over

__all__ = [
    "ChunkTable",
    "PostingList",
    "TermTable",
    "Texts",
    "at_least",
    "between",
    "candidates",
    "encode",
    "is_among",
    "latest",
    "leading",
    "least_of_best",
    "meeting",
    "number_chunks",
    "score",
    "scored_among",
    "spread_out",
    "summed",
    "turned_over",
    "union",
]
