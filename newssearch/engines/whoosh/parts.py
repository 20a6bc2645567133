"""Postings as an index of several segments has them: numbered through, and without the deleted."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.damage import reading
from newssearch.engines.whoosh.postings import Held, Numbers, Postings, PostingSource


class Part:
    """The postings of a term in one segment, under the numbers of the whole index, without the deleted."""

    __slots__ = ("_folder", "base", "living", "postings")

    def __init__(self, folder: Path, postings: PostingSource, base: int, living: NDArray[np.bool_] | None) -> None:
        self._folder = folder
        self.postings = postings
        self.base = base
        self.living = living

    def count(self) -> int:
        """How many documents there are: known at once where none are deleted."""
        return self.postings.count if self.living is None else len(self.read().documents)

    @property
    def strides(self) -> int:
        """Into how many pieces the postings are cut, each to be read without the others; 0 for short ones."""
        return self.postings.strides

    def read(self) -> Postings:
        """All of them."""
        with reading(self._folder):
            return self._moved(*self.postings.read())

    def near(self, documents: Numbers) -> Postings:
        """Postings among which are all those of the documents; for those in strides."""
        with reading(self._folder):
            return self._moved(*self.postings.near(documents - self.base if self.base else documents))

    def read_strides(self, chosen: Numbers) -> Postings:
        """The postings of some strides."""
        with reading(self._folder):
            return self._moved(*self.postings.read_strides(chosen))

    @property
    def average(self) -> int:
        """The mean length with which the impacts were reckoned."""
        return self.postings.average

    def impacts(self) -> NDArray[np.integer]:
        """The most that a posting of each stride adds to a score: see `columnar.output`."""
        with reading(self._folder):
            return self.postings.impacts()

    def _moved(self, documents: Numbers, frequencies: NDArray[np.integer] | None) -> Postings:
        """Some of the segment's postings as the index's."""
        if self.base:
            documents = documents + self.base
        if self.living is not None:
            alive = self.living[documents]
            documents = documents[alive]
            frequencies = None if frequencies is None else frequencies[alive]
        return Postings(documents, frequencies)


def joined(parts: list[Postings]) -> Postings:
    """Postings of which each begins behind the one before."""
    documents = np.concatenate([part.documents for part in parts])
    if all(part.frequencies is None for part in parts):
        return Postings(documents, None)
    counts = [np.ones(len(d), np.uint8) if f is None else f for d, f in parts]
    return Postings(documents, np.concatenate(counts))


def united(found: Sequence[Mapping[str, PostingSource]]) -> dict[str, PostingSource]:
    """The postings of several stems by field: in no document does a word have two of them, so frequencies add."""
    fields: dict[str, list[PostingSource]] = {}
    for one in found:
        for field, postings in one.items():
            fields.setdefault(field, []).append(postings)
    return {field: own[0] if len(own) == 1 else _added(own) for field, own in fields.items()}


def _added(several: Sequence[PostingSource]) -> Held:
    read = joined([Postings(*postings.read()) for postings in several])
    documents, at = np.unique(read.documents, return_inverse=True)
    if read.frequencies is None:
        return Held(documents, np.bincount(at))
    return Held(documents, np.bincount(at, read.frequencies).astype(np.int64))
