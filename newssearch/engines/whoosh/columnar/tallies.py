"""How many of some documents have each of many keys, in NumPy."""

import numpy as np

from newssearch.engines.whoosh.arrays import array_of
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.columnar.ranges import term_lists
from newssearch.engines.whoosh.rows import Flags


def tallies(file: PostingsFile, field: int, prefix: bytes, among: Flags) -> dict[str, int]:
    """How many of some documents have each key of a field that begins with a prefix; keys of none are left out."""
    first, last = file.span(prefix)
    if first == last:
        return {}
    terms, lists = term_lists(file, first, last)
    counts = np.add.reduceat(array_of(among)[lists.values], lists.ends - terms.counts, dtype=np.int64)
    counts[terms.fields != field] = 0
    each = np.add.reduceat(counts, np.cumsum(terms.lists_each) - terms.lists_each).tolist()
    return {text.decode(): count for text, count in zip(terms.texts, each, strict=True) if count}
