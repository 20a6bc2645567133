"""Sketches to pairs: which articles have shingles in common, and are they one story?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.similar.alike import Degrees, Flags, Numbers, alike
from newssearch.similar.sketches import EMPTY, Column, Short, Sketches, distinct

PIVOTS = 8
"""Articles that another is compared with for one shingle, at most: the first that have it."""

_ENTRIES = 1 << 20
"""Shingles of articles that are sorted at a time, about."""

_PAIRS = 1 << 14
"""Pairs that are compared at a time."""

_SIEVE = 20
"""Bits of a number by which shingles are told from others at first: a megabyte of marks, of which few are set."""

Keys = NDArray[np.uint64]
"""Two numbers in one: a shingle and an article, or two articles."""


class Pairs(NamedTuple):
    """Pairs of alike articles, by number, ascending: the one that stands before, the other, how alike (0 to 1)."""

    first: Numbers
    second: Numbers
    degrees: Degrees


def pairs(sketches: Sketches, days: NDArray[np.integer]) -> Pairs:
    """All pairs of articles that are one story.

    Articles that share a shingle are not all compared: each one with the first `PIVOTS` of
    them. So those that are to lead their groups come first; and there are at most as many
    comparisons as articles times `SHINGLES` times `PIVOTS`, whatever the articles are.
    """
    return compared(sketches, days, candidates(sketches.shingles))


def compared(sketches: Sketches, days: NDArray[np.integer], many: Iterable[Keys]) -> Pairs:
    """Those of the pairs that are one story, each once."""
    found = [Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))]
    for keys in many:
        for start in range(0, len(keys), _PAIRS):
            first, second = two(keys[start : start + _PAIRS])
            degrees = alike(sketches, days, first, second)
            same = degrees > 0
            found.append(Pairs(first[same], second[same], degrees[same]))
    first, second, degrees = (np.concatenate(column) for column in zip(*found, strict=True))
    _, once = np.unique(first << 32 | second, return_index=True)
    return Pairs(first[once], second[once], degrees[once])


def chosen_of(shingles: Column, among: Short) -> Flags:
    """Which shingles are among others, and a few more: a sieve, for many."""
    chosen: Flags = shingles != EMPTY
    sieve = np.zeros(1 << max(_SIEVE, len(among).bit_length() + 5), np.bool_)
    last_bits = np.uint32(len(sieve) - 1)
    sieve[among & last_bits] = True
    chosen &= sieve.take(shingles & last_bits)
    return chosen


def candidates(shingles: Column, among: Short | None = None) -> Iterator[Keys]:
    """Pairs that share any shingles, or any `among` some, many at a time; one that shares several may come again."""
    chosen = shingles != EMPTY if among is None else np.isin(shingles, among[among != EMPTY])
    parts = int(np.count_nonzero(chosen)) // _ENTRIES + 1
    part = (shingles % np.uint32(parts)).astype(np.min_scalar_type(parts))
    for number in range(parts):
        rows, columns = np.nonzero(chosen & (part == number) if parts > 1 else chosen)
        yield _sharing(np.sort(shingles[rows, columns].astype(np.uint64) << np.uint64(32) | rows.astype(np.uint64)))


def _sharing(entries: Keys) -> Keys:
    """Of sorted (shingle, article), the pairs of articles: each with the first ones that have its shingle."""
    same = np.zeros(len(entries) + 1, np.bool_)
    same[1:-1] = (entries[1:] ^ entries[:-1]) <= EMPTY
    entries = entries[same[1:] | same[:-1]]  # most shingles are of one article only
    shingles, articles = two(entries)
    starts = np.flatnonzero(np.diff(shingles, prepend=-1))
    after = np.diff(starts, append=len(entries))
    # One array for all, which is sorted in place: no step of a commit takes more memory than this one.
    made = np.empty(sum(int(np.maximum(after - pivot - 1, 0).sum()) for pivot in range(PIVOTS)), np.uint64)
    done = 0
    for pivot in range(PIVOTS):
        after = after - 1
        starts, after = starts[after > 0], after[after > 0]
        ends = np.cumsum(after)
        others = np.arange(int(after.sum())) + np.repeat(starts + pivot + 1 - ends + after, after)
        own = made[done : done + len(others)]
        own[:] = np.repeat(articles[starts + pivot] << 32, after)
        own |= articles[others].astype(np.uint64)
        done += len(others)
    return distinct(made)


def two(keys: Keys) -> tuple[Numbers, Numbers]:
    """The two numbers of each."""
    return (keys >> np.uint64(32)).astype(np.int64), (keys & np.uint64(EMPTY)).astype(np.int64)
