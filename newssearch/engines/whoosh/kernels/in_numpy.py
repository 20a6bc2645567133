"""All loops, in NumPy and Python: what each promises, and what runs where they were not compiled."""

from newssearch.engines.whoosh.kernels.best import at_least, candidates, latest, least_of_best, strongest
from newssearch.engines.whoosh.kernels.documents import (
    are_groups,
    between,
    in_order,
    meeting,
    outside,
    summed,
    union,
)
from newssearch.engines.whoosh.kernels.fields import leading, scored_among
from newssearch.engines.whoosh.kernels.posting_list import PostingList
from newssearch.engines.whoosh.kernels.rows import (
    chained,
    counting,
    doubles,
    filled,
    flagged,
    flags,
    keep_memory,
    plus,
    plus_at,
    row_of,
    shifted,
    taken,
    times,
    whole,
)
from newssearch.engines.whoosh.kernels.scores import score
from newssearch.engines.whoosh.kernels.term_table import TermTable
from newssearch.engines.whoosh.kernels.texts import Texts

__all__ = [
    "PostingList",
    "TermTable",
    "Texts",
    "are_groups",
    "at_least",
    "between",
    "candidates",
    "chained",
    "counting",
    "doubles",
    "filled",
    "flagged",
    "flags",
    "in_order",
    "keep_memory",
    "latest",
    "leading",
    "least_of_best",
    "meeting",
    "outside",
    "plus",
    "plus_at",
    "row_of",
    "score",
    "scored_among",
    "shifted",
    "strongest",
    "summed",
    "taken",
    "times",
    "union",
    "whole",
]
