"""Places of words in a field, as arrays: phrases and NEAR by sorted keys.

A place is a key, document << 32 | position, so that one comparison orders documents and
the positions in them. A span is two keys, of its first and its last position.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import counted, distinct

Keys = NDArray[np.int64]

_MOST_PAIRS = 1 << 21
"""How many pairs of NEAR are made at a time."""

NONE: Keys = np.empty(0, np.int64)


class Places:
    """Where words stand, each read once, in a window of documents (at first: all of them)."""

    def __init__(self, read: Callable[[str, str], Keys]) -> None:
        """`read` gives every place of a word in a view of a field."""
        self._read_all = read
        self._read: dict[tuple[str, str], Keys] = {}
        self._window: tuple[int, int] | None = None

    @property
    def total(self) -> int:
        """How many places have been read."""
        return sum(map(len, self._read.values()))

    def within(self, low: int, high: int) -> Self:
        """The same, from document `low` up to `high`."""
        self._window = low << 32, high << 32
        return self

    def of(self, view: str, word: str) -> Keys:
        keys = self._read.get((view, word))
        if keys is None:
            keys = self._read[view, word] = self._read_all(view, word)
        if self._window is not None:
            low, high = np.searchsorted(keys, self._window)
            keys = keys[low:high]
        return keys


class Spans(NamedTuple):
    """Spans of a query in one field, ascending and distinct."""

    starts: Keys
    ends: Keys

    def postings(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The documents with a span, ascending, and at how many places in each one starts."""
        new = np.ones(len(self.starts), np.bool_)
        new[1:] = self.starts[1:] != self.starts[:-1]
        return counted(self.starts[new] >> 32)


def of_words(keys: list[Keys]) -> Spans:
    """The places of any of several words."""
    merged = keys[0] if len(keys) == 1 else distinct(np.concatenate([NONE, *keys]))
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
            starts = np.intersect1d(starts + offset, words[offset], assume_unique=True) - offset
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
    found = [_distinct(*pairs) for pairs in _pairs(left, right, distance, ordered=ordered)]
    return union(found) if found else Spans(NONE, NONE)


def near_starts(left: Spans, right: Spans, distance: int, *, ordered: bool) -> Keys:
    """Where the spans of `near` start, ascending and distinct: few, however many the spans are."""
    return distinct(np.concatenate([NONE, *(distinct(s) for s, _ in _pairs(left, right, distance, ordered=ordered))]))


def _pairs(left: Spans, right: Spans, distance: int, *, ordered: bool) -> Iterator[tuple[Keys, Keys]]:
    """Starts and ends of all pairs, some at a time."""
    yield from _followed(left, right, distance)
    if not ordered:
        yield from _followed(right, left, distance)


def _followed(left: Spans, right: Spans, distance: int) -> Iterator[tuple[Keys, Keys]]:
    """Every pair of a left span and a right one that starts at most `distance` positions behind it.

    Documents do not mix: a position is far below 2**32 - `distance`.
    """
    low = np.searchsorted(right.starts, left.ends + 1, side="left")
    high = np.searchsorted(right.starts, left.ends + 1 + distance, side="right")
    counts = high - low
    before = np.cumsum(counts) - counts
    blocks = np.searchsorted(before, np.arange(0, int(counts.sum()), _MOST_PAIRS), side="left")
    for start, stop in pairwise([*np.unique(blocks).tolist(), len(counts)]):
        some = counts[start:stop]
        total = int(some.sum())
        if total:
            pairs = np.arange(total) - np.repeat(before[start:stop] - before[start] - low[start:stop], some)
            yield np.repeat(left.starts[start:stop], some), right.ends[pairs]


def _distinct(starts: Keys, ends: Keys) -> Spans:
    if not len(starts):
        return Spans(NONE, NONE)
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    new = np.ones(len(starts), np.bool_)
    new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return Spans(starts[new], ends[new])
