"""Merging segments: their lists decoded, renumbered and laid together, a slice of the terms at a time."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.entry import COLUMNS
from newssearch.engines.whoosh.arrays import Int64Array, array_of
from newssearch.engines.whoosh.columnar.documents import Documents
from newssearch.engines.whoosh.columnar.documents_writer import Columns, Extents
from newssearch.engines.whoosh.columnar.layout import PLACED
from newssearch.engines.whoosh.columnar.lists import Lists, ranges
from newssearch.engines.whoosh.columnar.output import Output
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.columnar.postings_writer import TermLists, Terms
from newssearch.engines.whoosh.columnar.ranges import roots_of, term_lists
from newssearch.engines.whoosh.columnar.segment import ColumnarSegment
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.similar.sketches import Sketches, joined

_TEXTS = Documents.starts, Documents.lengths
_SLICE = 1 << 20
"""Bytes of postings that are taken from all segments at a time, about."""


class Input(NamedTuple):
    """A segment to merge, and which of its documents live (None: all)."""

    segment: ColumnarSegment
    living: NDArray[np.bool_] | None


class _Moves(NamedTuple):
    """Where a source's documents and places go: `documents` -1 where deleted; `shifts` by field and document."""

    documents: Int64Array
    whole: bool
    starts: list[Int64Array]
    shifts: list[Int64Array]


def merge(sources: Sequence[Input], output: Output) -> SegmentInfo:
    """Write the documents of all sources, in their order, as one segment."""
    columns = _columns(sources)
    moves = _moves(sources, columns.texts)
    words: list[Int64Array] = []
    stems: list[Int64Array] = []
    for postings in _merged([s.segment.words_file for s in sources], moves, words, placed=True):
        output.words(postings)
    for postings in _merged([s.segment.stems_file for s in sources], moves, stems, placed=False):
        output.stems(postings, columns.texts)
    for postings in _merged([s.segment.keys_file for s in sources], moves, [], placed=False):
        output.keys(postings)
    roots = [np.empty((0, 3), np.int64)]
    for source, word_moves, stem_moves in zip(sources, words, stems, strict=True):
        names = source.segment.documents.languages
        rows = roots_of(source.segment.stems_file)
        numbers = {name: at for at, name in enumerate(columns.language_names)}
        language = np.array([numbers.get(name, -1) for name in names])
        moved = np.stack([stem_moves[rows[:, 0]], word_moves[rows[:, 1]], language[rows[:, 2]]], axis=1)
        roots.append(moved[(moved >= 0).all(axis=1)])
    return output.finish(columns, np.unique(np.concatenate(roots), axis=0))


def _columns(sources: Sequence[Input]) -> Columns:
    """What is known of the living documents of all sources."""
    kept = [np.arange(s.segment.count) if s.living is None else np.flatnonzero(s.living) for s in sources]
    documents = [source.segment.documents for source in sources]
    used = [np.unique(array_of(d.column("languages"))[own]) for d, own in zip(documents, kept, strict=True)]
    names = sorted({d.languages[at] for d, numbers in zip(documents, used, strict=True) for at in numbers.tolist()})
    numbers = {name: at for at, name in enumerate(names)}
    languages = [
        np.array([numbers.get(name, 0) for name in d.languages], np.int64)[array_of(d.column("languages"))[own]]
        for d, own in zip(documents, kept, strict=True)
    ]
    ids = []
    for d, own in zip(documents, kept, strict=True):
        all_ids = d.ids()
        ids += [all_ids[at] for at in own.tolist()]
    texts = Extents([], [])
    for field in PLACED:
        extents = [
            np.diff(array_of(d.starts(field)).astype(np.int64))[own] for d, own in zip(documents, kept, strict=True)
        ]
        texts.starts.append(np.concatenate([[0], np.cumsum(np.concatenate(extents))]))
        lengths = [array_of(d.lengths(field))[own].astype(np.int64) for d, own in zip(documents, kept, strict=True)]
        texts.lengths.append(np.concatenate(lengths))
    day, first, last = (
        np.concatenate([array_of(d.column(name))[own] for d, own in zip(documents, kept, strict=True)])
        for name in COLUMNS
    )
    found = [s.segment.sketches() for s in sources]
    sketches = joined([Sketches._make(column[own] for column in f) for f, own in zip(found, kept, strict=True)])
    return Columns(day, first, last, ids, np.concatenate(languages), names, texts, sketches)


def _moves(sources: Sequence[Input], texts: Extents) -> list[_Moves]:
    found = []
    base = 0
    for segment, living in sources:
        alive = np.ones(segment.count, np.bool_) if living is None else living
        documents = np.where(alive, np.cumsum(alive) - 1 + base, -1)
        starts = [array_of(segment.documents.starts(field)).astype(np.int64) for field in PLACED]
        shifts = [new[np.maximum(documents, 0)] - old[:-1] for new, old in zip(texts.starts, starts, strict=True)]
        found.append(_Moves(documents, bool(alive.all()), starts, shifts))
        base += int(alive.sum())
    return found


def _merged(
    files: Sequence[PostingsFile], moves: Sequence[_Moves], numbering: list[Int64Array], *, placed: bool
) -> Iterator[TermLists]:
    """The postings of all files under their new numbers; `numbering` becomes each file's terms' new numbers, or -1."""
    numbering += [np.full(file.terms, -1, np.int64) for file in files]
    written = 0
    for spans in _slices(files):
        parts = [
            _moved(term_lists(file, *span), move, placed=placed)
            for file, span, move in zip(files, spans, moves, strict=True)
        ]
        texts = sorted(set().union(*(part.terms.texts for part in parts)))
        place = {text: at for at, text in enumerate(texts)}
        ranks = [np.fromiter(map(place.__getitem__, part.terms.texts), np.int64) for part in parts]
        postings, alive = _joined(texts, parts, ranks)
        numbers = np.where(alive, np.cumsum(alive) - 1 + written, -1)
        for own, (start, stop), rank in zip(numbering, spans, ranks, strict=True):
            own[start:stop] = numbers[rank]
        written += int(alive.sum())
        if len(postings.terms.texts):
            yield postings


def _slices(files: Sequence[PostingsFile]) -> Iterator[list[tuple[int, int]]]:
    """Ranges of the terms of each file: the same texts in all, about as many bytes as `_SLICE` in sum."""
    starts = [0] * len(files)
    share = max(1, _SLICE // len(files))
    while any(start < file.terms for start, file in zip(starts, files, strict=True)):
        ends = [
            file.text(stop)
            for file, start in zip(files, starts, strict=True)
            if start < file.terms and (stop := file.within(start, share)) < file.terms
        ]
        stops = [file.seek(min(ends)) if ends else file.terms for file in files]
        if stops == starts:  # one term that is longer than a share
            first = min(file.text(start) for file, start in zip(files, starts, strict=True) if start < file.terms)
            stops = [
                start + (start < file.terms and file.text(start) == first)
                for file, start in zip(files, starts, strict=True)
            ]
        yield list(zip(starts, stops, strict=True))
        starts = stops


def _moved(postings: TermLists, move: _Moves, *, placed: bool) -> TermLists:
    """The same postings under the numbers that their documents or places get; the deleted ones are left out."""
    terms, (values, ends, weights) = postings
    if not len(values):
        return postings
    if placed:
        moved = np.empty_like(values)
        alive = np.ones(len(values), np.bool_)
        starts = ends - terms.counts
        for field in range(len(PLACED)):
            chosen = np.flatnonzero(terms.fields == field)
            at = np.repeat(starts[chosen], terms.counts[chosen]) + ranges(terms.counts[chosen])
            if move.whole:
                moved[at] = values[at] + move.shifts[field][0] if len(at) else 0
                continue
            documents = np.searchsorted(move.starts[field], values[at], side="right") - 1
            moved[at] = values[at] + move.shifts[field][documents]
            alive[at] = move.documents[documents] >= 0
    else:
        moved = move.documents[values]
        alive = moved >= 0
    if alive.all():
        return TermLists(terms, Lists(moved, ends, weights))
    counts = np.add.reduceat(alive, ends - terms.counts, dtype=np.int64)
    lists = Lists(moved[alive], np.cumsum(counts), None if weights is None else weights[alive])
    return TermLists(terms._replace(counts=counts), lists)


def _joined(texts: list[bytes], parts: list[TermLists], ranks: list[Int64Array]) -> tuple[TermLists, NDArray[np.bool_]]:
    """All parts as one, and which of the texts have any posting left."""
    keys, counts, bases = [], [], []
    base = 0
    for (terms, lists), rank in zip(parts, ranks, strict=True):
        keys.append(np.repeat(rank, terms.lists_each) << 4 | terms.fields)
        counts.append(terms.counts)
        bases.append(lists.ends - terms.counts + base)
        base += len(lists.values)
    key, count, at = np.concatenate(keys), np.concatenate(counts), np.concatenate(bases)
    kept = np.flatnonzero(count)
    order = kept[np.argsort(key[kept], kind="stable")]
    taken = np.repeat(at[order], count[order]) + ranges(count[order])
    values = np.concatenate([lists.values for _, lists in parts])[taken]
    weights = None
    if any(lists.weights is not None for _, lists in parts):
        weights = np.concatenate(
            [np.ones(len(lists.values), np.int64) if lists.weights is None else lists.weights for _, lists in parts]
        )[taken]
    key, sums = key[order], np.cumsum(count[order])
    last = np.flatnonzero(np.append(key[1:] != key[:-1], True)) if len(key) else np.empty(0, np.int64)
    ends = sums[last]
    lists_each = np.bincount(key[last] >> 4, minlength=len(texts))
    alive = lists_each > 0
    living = [text for text, is_alive in zip(texts, alive.tolist(), strict=True) if is_alive]
    fields = (key[last] & 15).astype(np.uint8)
    terms = Terms(living, lists_each[alive], fields, np.diff(ends, prepend=0))
    return TermLists(terms, Lists(values, ends, weights)), alive
