"""The files of a columnar segment, written a slice of the terms at a time."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newssearch.engines.entry import KEYS
from newssearch.engines.ranking import K1, B
from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.columnar.documents_writer import Columns, Extents, write_documents
from newssearch.engines.whoosh.columnar.kernels import encode
from newssearch.engines.whoosh.columnar.layout import (
    DOCUMENTS_FILE,
    KEYS_FILE,
    PLACED,
    STEMMED,
    STEMS_FILE,
    WORDS_FILE,
)
from newssearch.engines.whoosh.columnar.lists import Lists, ranges
from newssearch.engines.whoosh.columnar.postings_writer import PostingsWriter, TermLists, Terms, ends_of
from newssearch.engines.whoosh.postings import IMPACT_ONE
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.sketch_file import write_sketches
from newssearch.engines.whoosh.storage import SKETCHES_FILE

SLICE = 1 << 19
"""TermLists that are encoded at a time."""


class Output:
    """TermLists go in, in ascending order of the terms, any number of times; `finish` writes the rest."""

    def __init__(self, folder: Path, segment: str) -> None:
        self._folder = folder
        self._info = SegmentInfo(segment, 0)
        self._words = PostingsWriter(self._path(WORDS_FILE), WORDS_FILE, PLACED)
        self._stems = PostingsWriter(self._path(STEMS_FILE), STEMS_FILE, STEMMED, impacts=True)
        self._keys = PostingsWriter(self._path(KEYS_FILE), KEYS_FILE, KEYS)
        self._stem_count = 0

    def _path(self, ending: str) -> Path:
        return self._folder / self._info.file(ending)

    def words(self, postings: TermLists) -> None:
        for terms, lists in sliced(postings):
            self._words.write(terms, encode(lists))

    def keys(self, postings: TermLists) -> None:
        for terms, lists in sliced(postings):
            self._keys.write(terms, encode(lists))

    def stems(self, postings: TermLists, texts: Extents) -> None:
        """`texts` are those of all documents of the segment."""
        averages = _averages(texts)
        for terms, lists in sliced(postings):
            self._stems.write(terms, encode(lists, impacts_of(terms, lists, texts, averages)))
            self._stem_count += len(terms.texts)

    def finish(self, columns: Columns, roots: Int64Array) -> SegmentInfo:
        """Write what is known of the documents, and of words' stems: rows of (stem, word, language)."""
        self._words.finish()
        self._keys.finish()
        self._stems.finish(
            _averages(columns.texts),
            root_ends=ends_of(np.bincount(roots[:, 0], minlength=self._stem_count)),
            root_words=roots[:, 1].astype(np.uint32),
            root_languages=roots[:, 2].astype(np.uint16),
        )
        write_documents(self._path(DOCUMENTS_FILE), columns)
        write_sketches(self._path(SKETCHES_FILE), columns.sketches)
        totals = {field: int(lengths.sum()) for field, lengths in zip(PLACED, columns.texts.lengths, strict=True)}
        return SegmentInfo(self._info.id, len(columns.ids), lengths=totals)

    def close(self) -> None:
        """Give the files up; harmless after `finish`."""
        for writer in (self._words, self._stems, self._keys):
            writer.close()


def sliced(postings: TermLists) -> Iterator[TermLists]:
    """The same terms and lists, some at a time: about so many postings as `SLICE`, and no term in two."""
    terms, lists = postings
    if not len(terms.texts):
        return
    list_ends = np.cumsum(terms.lists_each)
    value_ends = lists.ends[list_ends - 1]
    marks = np.arange(SLICE, int(value_ends[-1]) + SLICE, SLICE)
    stops = np.unique(np.minimum(np.searchsorted(value_ends, marks, side="right"), len(terms.texts)))
    start = 0
    for stop in sorted({*stops.tolist(), len(terms.texts)} - {0}):
        low, high = int(list_ends[start - 1]) if start else 0, int(list_ends[stop - 1])
        first, last = int(lists.ends[low - 1]) if low else 0, int(lists.ends[high - 1])
        weights = None if lists.weights is None else lists.weights[first:last]
        own = Terms(
            terms.texts[start:stop], terms.lists_each[start:stop], terms.fields[low:high], terms.counts[low:high]
        )
        yield TermLists(own, Lists(lists.values[first:last], lists.ends[low:high] - first, weights))
        start = stop


def _averages(texts: Extents) -> list[int]:
    """The mean lengths of the ranked fields, in whole positions."""
    return [max(1, int(lengths.sum()) // max(1, len(lengths))) for lengths in texts.lengths[: len(STEMMED)]]


def impacts_of(terms: Terms, lists: Lists, texts: Extents, averages: list[int]) -> Int64Array:
    """What each posting may add to a score, in parts of `IMPACT_ONE` of the most that one can, rounded up.

    BM25's tf / (tf + K1 (1 - B + B length / average)), reckoned in whole numbers.
    """
    per = 100
    fixed, growing = round(per * K1 * (1 - B)), round(per * K1 * B)
    lengths = np.empty(len(lists.values), np.int64)
    average = np.empty(len(lists.values), np.int64)
    starts = lists.ends - terms.counts
    for field in range(len(STEMMED)):
        chosen = np.flatnonzero(terms.fields == field)
        at = np.repeat(starts[chosen], terms.counts[chosen]) + ranges(terms.counts[chosen])
        lengths[at] = texts.lengths[field][lists.values[at]]
        average[at] = averages[field]
    weights = np.ones(len(lists.values), np.int64) if lists.weights is None else lists.weights
    own = per * weights * average
    impacts: Int64Array = -(-IMPACT_ONE * own // (own + fixed * average + growing * lengths))
    return impacts
