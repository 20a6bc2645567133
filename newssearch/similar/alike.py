"""Two sketches: are they of one story?

Below the lesser of the greatest values of two rows, the rows are a fair sample of the two
texts. What they share there estimates how much of both texts together is in both
(Jaccard's measure), and how much of the shorter one is in the longer (containment).
A. Z. Broder, "On the resemblance and containment of documents", 1997.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.similar.sketches import EMPTY, EMPTY_FEW, FEW, NO_DAY, Column, Sketches

SHARED = 0.5
"""So much of both texts together in both: a copy, or a revision."""

CONTAINED = 0.68
"""So much of the shorter text in the longer one: a cut."""

LEAST_SHARED = 4
"""Values that must be in both rows, at least."""

LEAST_WORDS = 20
"""A shorter text tells no story."""

CUT = 160
"""Words of a shorter text that is mostly lead: there the leads count too, where the longer has twice as many."""

FIGURES = 32
"""Where one word of so many is a number, or more, they are what the text is about; so many must agree:"""

FIGURES_AGREE = 0.6

NEAR = 2
"""Days in which a story is copied and revised."""

ALMOST_ALL = 0.95
"""So much of the shorter one, and of its numbers, is in the longer where more days lie between.

What is alike later, and not the same, was written anew: a timeline, a weekly report.
"""

Numbers = NDArray[np.int64]
Degrees = NDArray[np.float64]
Flags = NDArray[np.bool_]


class _Common(NamedTuple):
    """Of pairs of rows: how many values both have, and each, of those that both could have."""

    shared: Numbers
    first: Numbers
    second: Numbers


def alike(sketches: Sketches, days: NDArray[np.integer], first: Numbers, second: Numbers) -> Degrees:
    """How alike the first and the second article of each pair are, from 0 to 1; 0 where they are not one story."""
    common = _common(sketches.shingles[first], sketches.shingles[second], EMPTY)
    words = sketches.words[np.stack([first, second])].astype(np.int64)
    least = words.min(axis=0)
    cut = (common.shared > 0) & (least <= CUT) & (least * 2 <= words.max(axis=0))
    hopeful = np.flatnonzero(((common.shared >= LEAST_SHARED) | cut) & (least >= LEAST_WORDS))
    degrees = np.zeros(len(first))
    first, second, words, cut = first[hopeful], second[hopeful], words[:, hopeful], cut[hopeful]
    common = _Common(*(count[hopeful] for count in common))
    degrees[hopeful] = _degrees(sketches, days, first, second, words, common, cut)
    return degrees


def _degrees(
    sketches: Sketches,
    days: NDArray[np.integer],
    first: Numbers,
    second: Numbers,
    words: Numbers,
    common: _Common,
    cut: Flags,
) -> Degrees:
    """The same, of few pairs: those that have enough in `common`, or one of them may be a cut of the other."""
    leads = _common(sketches.leads[first], sketches.leads[second], EMPTY_FEW)
    shared = common.shared + cut * leads.shared
    shorter = _of_shorter(common, words) + cut * _of_shorter(leads, words)
    # Few values say little: each estimate takes it that one more is not shared.
    copied = common.shared / (common.first + common.second - common.shared + 1)
    contained = shared / (shorter + 1)
    agree, figures = _figures(sketches, first, second)
    near = ((copied >= SHARED) | (contained >= CONTAINED)) & (~figures | (agree >= FIGURES_AGREE))
    ever = (shared >= ALMOST_ALL * shorter) & (agree >= ALMOST_ALL)
    same = np.where(_apart(days[first], days[second]), ever, near) & (shared >= LEAST_SHARED)
    return np.where(same, np.maximum(copied, contained), 0.0)


def _of_shorter(common: _Common, words: Numbers) -> Numbers:
    """How many values the shorter text of each pair has; of equally long ones, the one with fewer."""
    fewer = np.minimum(common.first, common.second)
    return np.where(words[0] < words[1], common.first, np.where(words[0] > words[1], common.second, fewer))


def _figures(sketches: Sketches, first: Numbers, second: Numbers) -> tuple[Degrees, Flags]:
    """How many numbers agree, 1 where there are none to compare; and where they are what a text is about."""
    common = _common(sketches.numbers[first], sketches.numbers[second], EMPTY_FEW)
    fewer = np.minimum(common.first, common.second)
    agree = np.where(fewer > 0, common.shared / np.maximum(fewer, 1), 1.0)
    return agree, _dense(sketches, first) | _dense(sketches, second)


def _dense(sketches: Sketches, articles: Numbers) -> Flags:
    """Which articles have many numbers for their words; where a row is full, its last one tells how many."""
    rows = sketches.numbers[articles]
    estimated = (FEW - 1) * (EMPTY_FEW / np.maximum(rows[:, -1], 1))
    numbers = np.where(rows[:, -1] == EMPTY_FEW, (rows != EMPTY_FEW).sum(axis=1), estimated)
    dense: Flags = numbers * FIGURES >= sketches.words[articles]
    return dense


def _apart(days: NDArray[np.integer], others: NDArray[np.integer]) -> Flags:
    apart: Flags = np.abs(days.astype(np.int64) - others) > NEAR
    apart &= (days != NO_DAY) & (others != NO_DAY)
    return apart


def _common(rows: Column, others: Column, empty: int) -> _Common:
    rows, others = np.ascontiguousarray(rows.T), np.ascontiguousarray(others.T)
    limit = np.minimum(np.minimum(rows[-1], others[-1]), empty - 1)
    shared = np.zeros(len(limit), np.uint8)
    for values in rows:  # all pairs at a time, value by value: many times as fast as row by row
        shared += np.add.reduce((others == values) & (values != empty), axis=0, dtype=np.uint8)
    below = [(each <= limit).sum(axis=0, dtype=np.int64) for each in (rows, others)]
    return _Common(shared.astype(np.int64), *below)
