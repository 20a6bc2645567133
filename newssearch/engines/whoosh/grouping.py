"""Finding which articles of a generation tell one story: a commit does, and whoever checks it."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array, array_of
from newssearch.engines.whoosh.codecs import Segment
from newssearch.engines.whoosh.stories import Stories
from newssearch.similar import NO_DAY, Sketches, groups, joined
from newssearch.similar.changes import Change, Days, regrouped
from newssearch.similar.pairs import chosen_of
from newssearch.similar.sketches import Short

_ROWS = 1 << 14
"""Sketches that are looked through at a time: what is made of them stays in a processor's cache."""

_NONE: Int64Array = np.empty(0, np.int64)


class Shelf:
    """The living documents of some segments, numbered through, with their sketches."""

    def __init__(self, segments: Sequence[Segment], living: NDArray[np.bool_]) -> None:
        self.segments = segments
        self.living = living
        self.bases = [0, *accumulate(segment.count for segment in segments)]

    def having(self, shingles: Short) -> Int64Array:
        """The documents that have any of the shingles, and a few more, ascending."""
        found = [_NONE]
        for base, segment in zip(self.bases, self.segments, strict=False):
            whole = segment.sketches().shingles
            for start in range(0, len(whole), _ROWS):
                chosen = np.flatnonzero(chosen_of(whole[start : start + _ROWS], shingles).ravel())
                rows = chosen // whole.shape[1] + (base + start)
                found.append(rows[np.diff(rows, prepend=-1) > 0])
        documents = np.concatenate(found)
        return documents[self.living[documents]]

    def read(self, documents: Int64Array) -> tuple[Sketches, Days]:
        """The sketches and days of some, given in ascending order."""
        ends = np.searchsorted(documents, self.bases)
        own = [documents[low:high] - base for low, high, base in zip(ends, ends[1:], self.bases, strict=False)]
        sketches = [segment.sketches().of(some) for segment, some in zip(self.segments, own, strict=True)]
        days = [array_of(segment.column("day"))[some] for segment, some in zip(self.segments, own, strict=True)]
        whole = np.concatenate([_NONE, *days])
        return joined([Sketches.none(), *sketches]), np.where(whole > 0, whole, NO_DAY)


def find(segments: Sequence[Segment], living: NDArray[np.bool_]) -> Stories:
    """The stories of the living documents of all segments."""
    documents = np.flatnonzero(living)
    found = groups(*Shelf(segments, living).read(documents))
    return Stories(documents[found.paired], documents[found.leaders[found.paired]])


def find_changed(before: Shelf, stories: Stories, staying: NDArray[np.bool_], after: Shelf) -> Stories:
    """The same for what is `after` a commit, by the stories that there were before it and what it changed.

    `staying` says which of the documents before it are there after it.
    """
    numbers = _renumbered(before, staying, after)
    stayed = np.flatnonzero(staying)
    gone = np.flatnonzero(before.living & ~staying)
    came = after.living.copy()
    came[numbers[stayed]] = False
    if (np.diff(numbers[stayed]) < 0).any() or 2 * (len(gone) + int(came.sum())) > len(stayed):
        return find(after.segments, after.living)
    found = regrouped(before, after, Change(np.flatnonzero(came), gone, numbers.take))
    if found is None:
        return find(after.segments, after.living)
    documents, leaders = (numbers[array_of(column)] for column in stories)
    same = (documents >= 0) & np.isin(documents, found.articles, invert=True)
    documents = np.concatenate([documents[same], found.articles[found.paired]])
    leaders = np.concatenate([leaders[same], found.leaders[found.paired]])
    order = np.argsort(documents)
    return Stories(documents[order], leaders[order])


def _renumbered(before: Shelf, staying: NDArray[np.bool_], after: Shelf) -> Int64Array:
    """The number after a commit of each document before it; -1 for one that is gone.

    A segment is kept, or its documents are merged into the last one, behind all that was added.
    """
    kept = {segment.info.id: base for base, segment in zip(after.bases, after.segments, strict=False)}
    numbers = np.full(len(staying), -1, np.int64)
    merged = np.zeros(len(staying), np.bool_)
    for base, segment in zip(before.bases, before.segments, strict=False):
        own = slice(base, base + segment.count)
        if segment.info.id in kept:
            numbers[own] = np.arange(segment.count) + kept[segment.info.id]
        else:
            merged[own] = True
    merged &= staying
    numbers[merged] = after.bases[-1] - int(merged.sum()) + np.arange(int(merged.sum()))
    numbers[~staying] = -1
    return numbers
