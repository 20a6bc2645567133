"""Which words may be like another, by their lengths and their letters, in NumPy: others need not be compared."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.columnar.layout import word_bytes
from newssearch.engines.whoosh.columnar.postings import PostingsFile


class Spellings(NamedTuple):
    """Of some terms, the letters that are in each, as bits, and how many bytes each has."""

    letters: NDArray[np.uint64]
    lengths: NDArray[np.int32]


_OTHER = np.uint64(1 << 63)


def _letter_bits() -> NDArray[np.uint64]:
    """A bit for each letter and digit, some for all other ASCII, the highest for what is not ASCII."""
    bits = [1 << (code % 23 + 36) for code in range(128)] + [1 << 63] * 128
    for at, letter in enumerate(b"abcdefghijklmnopqrstuvwxyz0123456789"):
        bits[letter] = 1 << at
    return np.array(bits, np.uint64)


_LETTERS = _letter_bits()


def like(file: PostingsFile, first: int, last: int, word: str, edits: int) -> Int64Array:
    """Those of a range of terms that may be so few edits from a word."""
    return first + np.flatnonzero(are_like(_spellings(file, first, last), word, edits))


def _spellings(file: PostingsFile, first: int, last: int) -> Spellings:
    """Those of a range of terms, kept: there is one for each letter that words begin with."""
    found = file.spellings.get((first, last))
    if found is None:
        ends = file.file.array("text_ends", first, last + 1).astype(np.int64)
        texts = file.file.array("texts", int(ends[0]), int(ends[-1]))
        found = file.spellings[first, last] = spelled(texts, ends - ends[0])
    return found


def spelled(texts: NDArray[np.uint8], ends: Int64Array) -> Spellings:
    """Those of some terms, one behind the other: `ends` are 0, and where each ends."""
    return Spellings(np.bitwise_or.reduceat(_LETTERS[texts], ends[:-1]), np.diff(ends).astype(np.int32))


def are_like(terms: Spellings, word: str, edits: int) -> NDArray[np.bool_]:
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
