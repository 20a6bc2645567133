"""Places of words in a field, as arrays: phrases and NEAR by sorted keys.

A place is a key, document << 32 | position, so that one comparison orders documents and
the positions in them. A span is two keys, of its first and its last position.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]

NONE: Keys = np.empty(0, np.int64)


class Spans(NamedTuple):
    """Spans of a query in one field, ascending and distinct."""

    starts: Keys
    ends: Keys

    def postings(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The documents with a span, ascending, and how many each has."""
        return np.unique(self.starts >> 32, return_counts=True)


def of_words(keys: list[Keys]) -> Spans:
    """The places of any of several words."""
    merged = keys[0] if len(keys) == 1 else np.unique(np.concatenate([NONE, *keys]))
    return Spans(merged, merged)


def union(parts: list[Spans]) -> Spans:
    """The spans of any of several queries."""
    return _distinct(np.concatenate([p.starts for p in parts]), np.concatenate([p.ends for p in parts]))


def phrase(words: list[Keys], slop: int) -> Spans:
    """The words in order, with at most `slop` further positions among them."""
    if not slop:
        # The rarest word first: each step keeps only what is still possible.
        rarest, *others = sorted(range(len(words)), key=lambda at: len(words[at]))
        starts = words[rarest] - rarest
        for offset in others:
            starts = starts[_isin(starts + offset, words[offset])]
        return Spans(starts, starts + (len(words) - 1))
    starts = ends = words[0]
    for following in words[1:]:
        at = np.searchsorted(following, ends, side="right")
        alive = at < len(following)
        starts, at = starts[alive], at[alive]
        ends = following[at]
        alive = (ends >> 32) == (starts >> 32)
        starts, ends = starts[alive], ends[alive]
    near_enough = ends - starts - (len(words) - 1) <= slop
    return Spans(starts[near_enough], ends[near_enough])


def near(left: Spans, right: Spans, distance: int, *, ordered: bool) -> Spans:
    """Spans over one of each that do not overlap and have at most `distance` positions between them."""
    starts, ends = _followed(left, right, distance)
    if not ordered:
        more_starts, more_ends = _followed(right, left, distance)
        starts, ends = np.concatenate([starts, more_starts]), np.concatenate([ends, more_ends])
    return _distinct(starts, ends)


def _followed(left: Spans, right: Spans, distance: int) -> tuple[Keys, Keys]:
    """Every pair of a left span and a right one that starts at most `distance` positions behind it.

    Documents do not mix: a position is far below 2**32 - `distance`.
    """
    low = np.searchsorted(right.starts, left.ends + 1, side="left")
    high = np.searchsorted(right.starts, left.ends + 1 + distance, side="right")
    counts = high - low
    total = int(counts.sum())
    if not total:
        return NONE, NONE
    before = np.cumsum(counts) - counts
    pairs = np.arange(total) - np.repeat(before - low, counts)
    return np.repeat(left.starts, counts), right.ends[pairs]


def _distinct(starts: Keys, ends: Keys) -> Spans:
    if not len(starts):
        return Spans(NONE, NONE)
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    new = np.ones(len(starts), np.bool_)
    new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return Spans(starts[new], ends[new])


def _isin(keys: Keys, among: Keys) -> NDArray[np.bool_]:
    """Which keys are among sorted others."""
    if not len(among):
        return np.zeros(len(keys), np.bool_)
    at = np.minimum(np.searchsorted(among, keys), len(among) - 1)
    return np.asarray(among[at] == keys, np.bool_)
