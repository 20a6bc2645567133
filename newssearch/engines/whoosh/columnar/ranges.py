"""Ranges of the terms of a file of postings, all at once, in NumPy: what merging, checking and counting read."""

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.columnar.lists import decode, overlapping
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.columnar.postings_writer import TermLists, Terms


def term_lists(file: PostingsFile, first: int, last: int) -> TermLists:
    """A range of terms with all that their lists hold, decoded. Raises `DamagedFile` where the bytes are damaged."""
    held = file.file
    list_ends = held.array("list_ends", first, last + 1).astype(np.int64)
    low, high = int(list_ends[0]), int(list_ends[-1])
    ends = held.array("data_ends", low, high + 1).astype(np.int64)
    codes = held.array("codes", low, high)
    held.row("data", int(ends[0]), int(ends[-1]))  # which checks it
    data = overlapping(held.buffer, *held.where("data")[:2])
    lists = decode(data, ends[:-1], np.diff(ends), *widths_of(codes), impacts=file.impacts)
    counts = held.array("counts", low, high).astype(np.int64)
    if not np.array_equal(np.cumsum(counts), lists.ends):
        raise held.wrong("lists do not hold as many numbers as is said of them")
    fields = (codes & 15).astype(np.uint8)
    return TermLists(Terms(file.texts(first, last), np.diff(list_ends), fields, counts), lists)


def widths_of(codes: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The widths of the elements and of the weights that lists' codes say."""
    return (1 << (codes >> 4 & 3)).astype(np.uint8), np.array([0, 1, 2, 4], np.uint8)[codes >> 6]


def roots_of(stems: PostingsFile) -> Int64Array:
    """Which words have which stem: rows of (stem, word, language), by their numbers."""
    file = stems.file
    ends = file.array("root_ends").astype(np.int64)
    numbers = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    return np.stack([numbers, file.array("root_words"), file.array("root_languages")], axis=1).astype(np.int64)
