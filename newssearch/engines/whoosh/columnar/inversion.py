"""From what each article holds to what holds each word: a batch, turned over.

A *place* is a number for a position of a text in a field: the texts of a field lie one
behind the other, with one free place between two, so that words in a row stand at places
in a row, and no others do.

What there is one of for each word of a text is what memory goes to. There are two such
arrays, of four bytes each, and while they are made a flag; all else is made for a piece of
the texts, or for a range of the terms, at a time.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array, Uint32Array
from newssearch.engines.whoosh.columnar.batch import Batch
from newssearch.engines.whoosh.columnar.kernels import turned_over
from newssearch.engines.whoosh.columnar.layout import PLACED, STEMMED, word_bytes
from newssearch.engines.whoosh.columnar.lists import PIECE, Lists
from newssearch.engines.whoosh.columnar.postings_writer import TermLists, Terms
from newssearch.engines.whoosh.columnar.sketching import sketched
from newssearch.engines.whoosh.columnar.tokens import Values, lay_out, tokens
from newssearch.similar.sketches import distinct

_VALUE_BITS, _FIELD_BITS = 34, 4
# A sort key of whole values is a term's rank, the number of a field and a document.

_RANGE = 1 << 21
"""Words whose postings are collected at a time."""

_NONE = 0xFFFFFFFF
"""The rank of what is no posting."""

_Keys = NDArray[np.uint64]


class Inversion:
    """A batch turned over: `words`, then `stems` and `stem_postings`, each once; `keys` at any time."""

    def __init__(self, batch: Batch, languages: Sequence[str]) -> None:
        """`languages` are those of the batch's articles, ascending."""
        self._batch = batch
        self._languages = languages
        self._values = Values.of(batch)
        self.texts, bases = lay_out(self._values, batch.count)
        self._ranks, self._places, self._seconds = tokens(batch, self._values, bases)
        self.sketches = sketched(batch, self._values, self._ranks, self._seconds)
        self._ordered = _rank(batch, self._ranks)

    def words(self) -> Iterator[TermLists]:
        """The postings of words, which are places."""
        texts = self._batch.vocabulary.texts(self._ordered)
        yield from self._collected(texts, self._places)
        self._places = np.empty(0, np.uint32)

    def stems(self) -> tuple[list[bytes], Int64Array]:
        """All stems, ascending; and rows of (stem, word, language), ascending, that say which words each is of.

        Stems and words are given by their ranks.
        """
        languages = self._languages
        rows = self._rows()
        used = np.zeros((len(languages) + 1, len(self._ordered)), np.bool_)
        for _, of_words in self._by_language(rows):
            used.reshape(-1)[of_words] = True
        words = [np.flatnonzero(row) for row in used[:-1]]
        ordered = np.array(self._ordered, np.int64)
        found = [
            self._batch.vocabulary.stems(ordered[mine].tolist(), name)
            for mine, name in zip(words, languages, strict=True)
        ]
        texts = sorted(set().union(*found))
        rank_of = {text: rank for rank, text in enumerate(texts)}
        stem_of = np.full(used.shape, _NONE, np.uint32)
        roots = [np.empty((0, 3), np.int64)]
        for language, (mine, stems) in enumerate(zip(words, found, strict=True)):
            ranks = np.fromiter(map(rank_of.__getitem__, stems), np.int64, len(stems))
            stem_of[language, mine] = ranks
            roots.append(np.stack([ranks, mine, np.full(len(mine), language)], axis=1))
        self._restem(stem_of.reshape(-1), rows)
        table = np.concatenate(roots)
        return texts, table[np.lexsort((table[:, 2], table[:, 1], table[:, 0]))]

    def _restem(self, stem_of: Uint32Array, rows: Int64Array) -> None:
        """Put ranks of stems, by language and word, in the place of words'."""
        for at, of_words in self._by_language(rows):
            self._ranks[at] = stem_of.take(of_words)
        again = self._seconds[self._ranks[self._seconds] == self._ranks[self._seconds - 1]]
        self._ranks[again] = _NONE  # words of one stem at one position count once

    def _rows(self) -> Int64Array:
        """Where the row of each value's language begins in a table of languages and words; the last is of none."""
        number = {language: at for at, language in enumerate(self._languages)}
        spoken = np.array([number[language] for language in self._batch.languages], np.int64)[self._values.documents]
        spoken[self._values.fields >= len(STEMMED)] = len(number)
        rows: Int64Array = spoken * len(self._ordered)
        return rows

    def _by_language(self, rows: Int64Array) -> Iterator[tuple[slice, Int64Array]]:
        """The words of all values, some at a time, and where each stands in such a table."""
        for own, at in self._values.pieces():
            of_words: Int64Array = np.repeat(rows[own], self._values.words[own])
            of_words += self._ranks[at]
            yield at, of_words

    def stem_postings(self, texts: Sequence[bytes]) -> Iterator[TermLists]:
        """The postings of `stems`, which are documents with frequencies."""
        yield from self._collected(texts, None)

    def _collected(self, texts: Sequence[bytes], places: Uint32Array | None) -> Iterator[TermLists]:
        """The postings of all terms, a range of them at a time: the places, or documents with weights."""
        values = self._values
        counts = np.zeros(len(texts) + 1, np.int64)
        for _, at in values.pieces():
            counts += np.bincount(np.minimum(self._ranks[at], len(texts)), minlength=len(texts) + 1)
        fields = len(PLACED)
        for low, high in _shared_out(counts[:-1], max(_RANGE, len(self._ranks) >> 3)):
            postings, weights, of_lists = turned_over(
                self._ranks, low, high, values.words, values.fields, fields, values.documents, places
            )
            lists = np.flatnonzero(of_lists)
            counted = of_lists[lists]
            terms = Terms(
                texts[low:high],
                np.count_nonzero(of_lists.reshape(-1, fields), axis=1),
                (lists % fields).astype(np.uint8),
                counted,
            )
            yield TermLists(terms, Lists(postings, np.cumsum(counted), weights))

    def keys(self) -> TermLists:
        """The postings of whole values, which are documents."""
        batch = self._batch
        pairs = sorted((word_bytes(text), field, number) for (field, text), number in batch.key_numbers.items())
        texts = sorted({text for text, _, _ in pairs})
        rank_of = {text: rank for rank, text in enumerate(texts)}
        ranks, fields = np.zeros(len(pairs), np.int64), np.zeros(len(pairs), np.uint8)
        for text, field, number in pairs:
            ranks[number], fields[number] = rank_of[text], field
        documents = np.repeat(np.arange(batch.count), np.frombuffer(batch.key_counts, np.uint32))
        keys = (_above(ranks) | _in_field(fields, np.zeros(1, np.int64)))[np.frombuffer(batch.keys, np.uint32)]
        keys |= documents.astype(np.uint64)
        # Two spellings of half a surrogate pair may be one term: a document has it once.
        return _grouped(texts, distinct(keys))


def _shared_out(counts: Int64Array, most: int) -> Iterator[tuple[int, int]]:
    """Ranges of terms with so many postings: of no more than `most` each, where a term has no more by itself."""
    ends = np.cumsum(counts)
    start, before = 0, 0
    while start < len(ends):
        stop = max(start + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield start, stop
        start, before = stop, int(ends[stop - 1])


def _rank(batch: Batch, words: Uint32Array) -> list[int]:
    """Put ranks in the place of words' numbers; the numbers that are used, in the order of their words' bytes."""
    texts = batch.vocabulary.words
    used = np.zeros(len(texts), np.bool_)
    pieces = [slice(start, start + PIECE) for start in range(0, len(words), PIECE)]
    for at in pieces:
        used[words[at]] = True
    ordered = sorted(np.flatnonzero(used).tolist(), key=lambda number: word_bytes(texts[number]))
    ranks = np.zeros(len(texts), np.uint32)
    ranks[ordered] = np.arange(len(ordered))
    for at in pieces:
        words[at] = ranks[words[at]]
    return ordered


def _above(ranks: NDArray[np.integer]) -> _Keys:
    """Ranks, as they stand in a sort key."""
    return ranks.astype(np.uint64) << np.uint64(_VALUE_BITS + _FIELD_BITS)


def _in_field(fields: NDArray[np.uint8], values: NDArray[np.integer]) -> _Keys:
    """Fields and values, as they stand in a sort key."""
    return (fields.astype(np.uint64) << np.uint64(_VALUE_BITS)) + values.astype(np.uint64)


def _grouped(texts: Sequence[bytes], keys: _Keys) -> TermLists:
    """Terms and lists of ascending sort keys, which are used up."""
    own = keys >> np.uint64(_VALUE_BITS)
    ends = np.append(np.flatnonzero(own[1:] != own[:-1]) + 1, len(own)) if len(own) else np.empty(0, np.int64)
    lists = own[ends - 1].astype(np.int64)
    keys &= np.uint64((1 << _VALUE_BITS) - 1)
    lists_each = np.bincount(lists >> _FIELD_BITS, minlength=len(texts)).astype(np.int64)
    fields = (lists & ((1 << _FIELD_BITS) - 1)).astype(np.uint8)
    return TermLists(Terms(texts, lists_each, fields, np.diff(ends, prepend=0)), Lists(keys.view(np.int64), ends))
