"""Which articles of a generation tell one story: found and written by a commit, read by searches."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.codecs import Segment
from newssearch.engines.whoosh.columnar.blocks import BlockFile, BlockWriter
from newssearch.engines.whoosh.postings import Numbers, firsts, located
from newssearch.engines.whoosh.storage import Buffer
from newssearch.similar import NO_DAY, Sketches, groups, joined
from newssearch.similar.sketches import Short

_KIND = "groups"


class Stories(NamedTuple):
    """The documents that are like another, ascending, and of each the leader of its group: it or another of them."""

    documents: Numbers
    leaders: Numbers

    def among(self, documents: Numbers) -> tuple[NDArray[np.bool_], Numbers]:
        """Which of some documents, ascending, are of these, and their leaders."""
        held, at = located(documents, self.documents)
        return held, self.leaders[at]

    def others(self, document: int) -> Numbers:
        """The other documents of a document's story."""
        _, leader = self.among(np.array([document]))
        told: Numbers = self.documents[np.isin(self.leaders, leader) & (self.documents != document)]
        return told


def find(segments: Sequence[Segment], living: NDArray[np.bool_], among: Short | None) -> Stories:
    """The stories of the living documents of all segments; `among`: see `similar.groups`."""
    if not living.any():
        return Stories(np.empty(0, np.int64), np.empty(0, np.int64))
    numbers = np.flatnonzero(living)
    days = np.concatenate([segment.column("day") for segment in segments])[numbers]
    found = groups(_of(segments, numbers), np.where(days > 0, days, NO_DAY), among)
    told = found.paired | (found.leaders != np.arange(len(numbers)))
    return Stories(numbers[told], numbers[found.leaders[told]])


def touched(segments: Sequence[Segment], documents: Numbers) -> Short:
    """The shingles of some documents of all segments."""
    shingles: Short = _of(segments, documents).shingles.ravel()
    return shingles


def _of(segments: Sequence[Segment], documents: Numbers) -> Sketches:
    whole = joined([segment.sketches() for segment in segments])
    return Sketches._make(column[documents] for column in whole)


def write_stories(path: Path, stories: Stories) -> None:
    """Write the file."""
    file = BlockWriter(path, _KIND)
    try:
        for name, numbers in zip(Stories._fields, stories, strict=True):
            file.section(name, numbers.astype(np.uint32))
        file.finish()
    finally:
        file.close()


def read_stories(buffer: Buffer, name: str, count: int) -> Stories:
    """What was written, of so many documents. Raises `DamagedFile` for anything else."""
    file = BlockFile(buffer, name)
    documents, leaders = (file.array(column).astype(np.int64) for column in Stories._fields)
    sound = len(documents) == len(leaders) and (np.diff(documents) > 0).all() and np.isin(leaders, documents).all()
    if not sound or (len(documents) and documents[-1] >= count):
        raise file.wrong("stories of documents that are not there")
    return Stories(documents, leaders)


def with_others(leaders: Numbers) -> NDArray[np.bool_]:
    """Which of some documents, given by their leaders, are not the only one of their story."""
    order = np.argsort(leaders, kind="stable")
    first = firsts(leaders[order])
    sizes = np.diff(first, append=len(leaders))
    several = np.empty(len(leaders), np.bool_)
    several[order] = np.repeat(sizes > 1, sizes)
    return several
