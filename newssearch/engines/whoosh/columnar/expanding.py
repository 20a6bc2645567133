"""The documents of many words at once: what a pattern or a fuzzy word asks a segment for."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.columnar.layout import PLACED
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.columnar.vocabulary import word_bytes
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.postings import Numbers

if TYPE_CHECKING:
    from newssearch.engines.whoosh.columnar.segment import ColumnarSegment

_LONG = 1 << 11
"""Bytes of a list that is worth being read by itself."""

_OTHER = np.uint64(1 << 63)


def _letter_bits() -> NDArray[np.uint64]:
    """A bit for each letter and digit, some for all other ASCII, the highest for what is not ASCII."""
    bits = [1 << (code % 23 + 36) for code in range(128)] + [1 << 63] * 128
    for at, letter in enumerate(b"abcdefghijklmnopqrstuvwxyz0123456789"):
        bits[letter] = 1 << at
    return np.array(bits, np.uint64)


_LETTERS = _letter_bits()


def matching(file: PostingsFile, shape: Shape) -> Numbers:
    """The numbers of the terms that have a shape."""
    first, last = file.span(word_bytes(shape.prefix))
    if shape.fits is None:
        return np.arange(first, last)
    numbers = np.arange(first, last) if shape.near is None else _like(file, first, last, *shape.near)
    fits = shape.fits
    kept = [number for number in numbers.tolist() if fits(file.text(number).decode())]
    return np.array(kept, np.int64)


def _like(file: PostingsFile, first: int, last: int, word: str, edits: int) -> Numbers:
    """The terms of a range that may be so few edits from a word: by their lengths and by the letters in them.

    An edit changes at most two letters: one goes, one comes. Terms that are not ASCII may all be meant.
    """
    ends = file.file.array("text_ends", first, last + 1).astype(np.int64)
    if first == last:
        return np.empty(0, np.int64)
    letters = _LETTERS[file.file.array("texts", int(ends[0]), int(ends[-1]))]
    found = np.bitwise_or.reduceat(letters, ends[:-1] - ends[0])
    wanted = np.bitwise_or.reduce(_LETTERS[np.frombuffer(word_bytes(word), np.uint8)])
    if wanted & _OTHER:
        return np.arange(first, last)
    near = np.bitwise_count(found ^ wanted) <= 2 * edits
    near &= np.abs(np.diff(ends) - len(word)) <= edits
    near |= (found & _OTHER) > 0
    return np.flatnonzero(near) + first


def documents(segment: "ColumnarSegment", fields: Collection[str], shape: Shape) -> dict[str, Numbers]:
    """The documents with a term of a shape, ascending, in each of the fields."""
    terms: dict[PostingsFile, Numbers] = {}
    found: dict[str, Numbers] = {}
    for field in fields:
        file, number = segment.terms_of(field)
        if file not in terms:
            terms[file] = matching(file, shape)
        lists = file.lists_among(terms[file], number)
        if not len(lists):
            continue
        numbers, long = file.decoded(lists, _LONG)
        held = np.zeros(segment.count, np.bool_)
        for some in (numbers, *(file.posting_list(at).read()[0] for at in long.tolist())):
            held[segment.documents_at(field, some) if field in PLACED else some] = True
        found[field] = np.flatnonzero(held)
    return found
