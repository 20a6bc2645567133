"""The documents of many words at once: what a pattern or a fuzzy word asks a segment for."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.columnar.layout import PLACED, word_bytes
from newssearch.engines.whoosh.columnar.postings import PostingsFile, Spellings
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.postings import Numbers

if TYPE_CHECKING:
    from newssearch.engines.whoosh.columnar.segment import ColumnarSegment

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
    numbers = np.arange(first, last)
    if shape.fits is None or first == last:
        return numbers
    if shape.near is not None:
        numbers = numbers[like(_spellings(file, first, last), *shape.near)]
    fits = shape.fits
    kept = [number for number in numbers.tolist() if fits(file.text(number).decode())]
    return np.array(kept, np.int64)


def _spellings(file: PostingsFile, first: int, last: int) -> Spellings:
    """Those of a range of terms, kept: there is one for each letter that words begin with."""
    found = file.spellings.get((first, last))
    if found is None:
        ends = file.file.array("text_ends", first, last + 1).astype(np.int64)
        texts = file.file.array("texts", int(ends[0]), int(ends[-1]))
        found = file.spellings[first, last] = spelled(texts, ends - ends[0])
    return found


def spelled(texts: NDArray[np.uint8], ends: Numbers) -> Spellings:
    """Those of some terms, one behind the other: `ends` are 0, and where each ends."""
    return Spellings(np.bitwise_or.reduceat(_LETTERS[texts], ends[:-1]), np.diff(ends).astype(np.int32))


def like(terms: Spellings, word: str, edits: int) -> NDArray[np.bool_]:
    """Which terms may be so few edits from a word: by their lengths and by the letters in them.

    An edit that changes the length changes one letter, another at most two: one goes, one comes.
    Terms that are not ASCII may all be meant.
    """
    letters, lengths = terms
    wanted = np.bitwise_or.reduce(_LETTERS[np.frombuffer(word_bytes(word), np.uint8)])
    if wanted & _OTHER:
        return np.ones(len(letters), np.bool_)
    longer = np.abs(lengths - len(word))
    near: NDArray[np.bool_] = np.bitwise_count(letters ^ wanted) <= 2 * edits - longer
    near |= (letters & _OTHER) > 0
    return near


def documents(segment: "ColumnarSegment", fields: Collection[str], shape: Shape) -> dict[str, Numbers]:
    """The documents with a term of a shape, ascending, in each of the fields."""
    files: dict[PostingsFile, list[str]] = {}
    for field in fields:
        files.setdefault(segment.terms_of(field)[0], []).append(field)
    found: dict[str, Numbers] = {}
    for file, own in files.items():
        placed = {field: segment.documents.texts(field) if field in PLACED else None for field in own}
        found.update(file.holders(matching(file, shape), placed, segment.count))
    return found
