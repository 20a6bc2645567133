"""A resolved query over a snapshot's arrays: which documents match, and their scores.

Each node of the tree becomes a `Matches`: documents ascending, and a score for each.
The meaning is the reference matcher's, the scores are those of `engines.ranking`; time
grows with the postings of the query's words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch import byline
from newssearch.analysis import stem
from newssearch.dates import Days, absolute, moments
from newssearch.engines.ranking import CONSTANT, K1, B, idf
from newssearch.engines.whoosh.entry import microseconds, stemmed
from newssearch.engines.whoosh.places import (
    NONE,
    Keys,
    Places,
    Spans,
    counted,
    located,
    near,
    near_starts,
    of_words,
    phrase,
    union,
)
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.errors import UnsupportedQuery
from newssearch.query import Query, tree
from newssearch.query.fields import DEFAULTS, EXACT
from newssearch.query.matcher import fields_of
from newssearch.query.words import literal_prefix, wildcard, within

_MOST_PLACES = 200_000
"""How many places of a NEAR's words are paired at a time."""

_MOST_EXPANSIONS = 32


class Matches(NamedTuple):
    """Documents, ascending, and the score of each."""

    documents: NDArray[np.int64]
    scores: NDArray[np.float64]


class Evaluator:
    """One snapshot, to ask any number of queries. `languages` are those that words are stemmed in."""

    def __init__(self, snapshot: Snapshot, languages: Iterable[str]) -> None:
        self.snapshot = snapshot
        self.languages = sorted(languages)
        self._norms: dict[str, NDArray[np.float64]] = {}
        self._expanded_words: dict[tuple[Query, str], list[str]] = {}

    @cached_property
    def everything(self) -> NDArray[np.int64]:
        return np.flatnonzero(self.snapshot.living)

    def evaluate(self, query: Query) -> Matches:
        """The documents that match. Raises `UnsupportedQuery` for a node without a meaning here."""
        match query:
            case tree.And(parts):
                return self._all([self.evaluate(part) for part in parts])
            case tree.Or(parts):
                return self._any([self.evaluate(part) for part in parts])
            case tree.Not(part):
                matching = self.evaluate(part).documents
                return _scored(np.setdiff1d(self.everything, matching, assume_unique=True), 0)
            case tree.Boost(part, factor):
                documents, scores = self.evaluate(part)
                return Matches(documents, scores * factor)
            case tree.Everything():
                return _scored(self.everything, 0)
            case tree.Exists(field):
                return _scored(self.snapshot.documents("has", field), CONSTANT)
            case tree.Value(value, field):
                return _scored(self.snapshot.documents(field, value), CONSTANT)
            case tree.Name(name):
                return self._name(name)
            case tree.Pattern(pattern, str(field)) if field in EXACT:
                fits = wildcard(pattern, exact=True)
                keys = [key for key in self.snapshot.words(field, literal_prefix(pattern)) if fits(key)]
                return _scored(self._documents(field, keys), CONSTANT)
            case tree.Date():
                return _scored(self._dated(query), 0)
            case tree.Pattern() | tree.Fuzzy():
                return self._any([self._expanded(query, field) for field in fields_of(query)])
            case tree.Word() | tree.Phrase() | tree.Near():
                return self._any([self._ranked(query, field) for field in fields_of(query)])
            case _:
                raise UnsupportedQuery(f"the Whoosh engine has no meaning for {query!r}")

    def _all(self, parts: Sequence[Matches]) -> Matches:
        first, *others = sorted(parts, key=lambda part: len(part.documents))
        documents, scores = first
        for other in others:
            kept, at = located(documents, other.documents)
            documents, scores = documents[kept], scores[kept] + other.scores[at]
        return Matches(documents, scores)

    def _any(self, parts: Sequence[Matches]) -> Matches:
        parts = [part for part in parts if len(part.documents)]
        if len(parts) == 1:
            return parts[0]
        scores = np.zeros(self.snapshot.count)
        found = np.zeros(self.snapshot.count, np.bool_)
        for part in parts:
            scores[part.documents] += part.scores
            found[part.documents] = True
        documents = np.flatnonzero(found)
        return Matches(documents, scores[documents])

    # --- words --------------------------------------------------------------------

    def _ranked(self, query: Query, field: str) -> Matches:
        """A word, phrase or NEAR in one field: by BM25 where the field is ranked, else with a constant."""
        documents, frequencies = self._postings(query, field)
        if field not in DEFAULTS:
            return _scored(documents, CONSTANT)
        weight = DEFAULTS[field] * idf(self.snapshot.articles, len(documents))
        frequency = frequencies.astype(np.float64)
        norm = self._norm(field)[documents]
        return Matches(documents.astype(np.int64), weight * frequency * (K1 + 1) / (frequency + norm))

    def _postings(self, query: Query, field: str) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
        """The documents and frequencies of a word, phrase or NEAR; a single stem needs no positions."""
        if isinstance(query, tree.Word):
            view, words = self._view(query.word, field)
            if len(words) == 1:
                return self.snapshot.postings(view, words[0])
        if isinstance(query, tree.Near):
            return self._in_windows(query, field)
        return self._spans(query, field, Places(self.snapshot)).postings()

    def _in_windows(self, query: tree.Near, field: str) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
        """As `_postings`, some documents at a time: common words near each other make many pairs."""
        places = Places(self.snapshot)
        self._near_starts(query, field, places.within(0, 0))  # reads every word's places, pairs none
        step = self.snapshot.count // (places.total // _MOST_PLACES + 1) + 1
        found = [
            self._near_starts(query, field, places.within(low, low + step))
            for low in range(0, self.snapshot.count, step)
        ]
        return counted(np.concatenate([NONE, *found]))

    def _near_starts(self, query: tree.Near, field: str, places: Places) -> Keys:
        *before, last = query.parts
        left = replace(query, parts=tuple(before)) if len(before) > 1 else before[0]
        spans = self._spans(left, field, places), self._spans(last, field, places)
        return near_starts(*spans, query.distance, ordered=query.ordered)

    def _view(self, word: str, field: str) -> tuple[str, list[str]]:
        """The view that a word looks in, and the words that it means there."""
        if field not in DEFAULTS:
            return field, [word]
        return stemmed(field), sorted({stem(word, language) for language in self.languages})

    def _norm(self, field: str) -> NDArray[np.float64]:
        """What BM25 adds to the frequency in its divisor, for every document."""
        if field not in self._norms:
            lengths = self.snapshot.lengths(field)
            average = lengths[self.snapshot.living].mean() if self.snapshot.articles else 0.0
            self._norms[field] = K1 * (1 - B + B * lengths / (average or 1.0))
        return self._norms[field]

    def _spans(self, query: Query, field: str, places: Places) -> Spans:
        match query:
            case tree.Word(word, at) if at in {None, field}:
                view, words = self._view(word, field)
                return of_words([places.of(view, stem) for stem in words])
            case tree.Phrase(words, slop, at) if at in {None, field}:
                return phrase([places.of(field, word) for word in words], slop)
            case tree.Pattern(_, at) | tree.Fuzzy(_, _, at) if at in {None, field}:
                return of_words([places.of(field, word) for word in self._words(query, field)])
            case tree.Or(parts):
                return union([self._spans(part, field, places) for part in parts])
            case tree.Near(parts, distance, ordered):
                first, *others = parts
                spans = self._spans(first, field, places)
                for part in others:
                    spans = near(spans, self._spans(part, field, places), distance, ordered=ordered)
                return spans
            case _:
                return of_words([])

    def _words(self, query: tree.Pattern | tree.Fuzzy, field: str) -> list[str]:
        """The words of the archive that a pattern or a fuzzy word means; those of the last ones are kept."""
        words = self._expanded_words.get((query, field))
        if words is None:
            words = self._find_words(query, field)
            if len(self._expanded_words) >= _MOST_EXPANSIONS:
                self._expanded_words = {}  # anew, for another thread may be reading the old ones
            self._expanded_words[query, field] = words
        return words

    def _find_words(self, query: tree.Pattern | tree.Fuzzy, field: str) -> list[str]:
        if isinstance(query, tree.Pattern):
            prefix, fits = literal_prefix(query.pattern), wildcard(query.pattern)
        else:
            prefix, fits = query.word[:1], within(query.word, query.edits)
        return [word for word in self.snapshot.words(field, prefix) if fits(word)]

    def _expanded(self, query: tree.Pattern | tree.Fuzzy, field: str) -> Matches:
        documents = self._documents(field, self._words(query, field))
        return _scored(documents, CONSTANT * DEFAULTS.get(field, 1.0))

    def _documents(self, field: str, words: Iterable[str]) -> NDArray[np.int64]:
        """The documents with any of the words."""
        found = np.zeros(self.snapshot.count, np.bool_)
        for word in words:
            found[self.snapshot.documents(field, word)] = True
        return np.flatnonzero(found)

    # --- names and dates ----------------------------------------------------------

    def _name(self, name: str) -> Matches:
        """Documents where one author has a key of every group; an author is a position in ``names``."""
        found: list[Keys] = []
        for alternative in byline.wanted(name):
            authors: Keys | None = None
            for group in alternative:
                having = of_words([self.snapshot.occurrences("names", key) for key in sorted(group)]).starts
                authors = having if authors is None else np.intersect1d(authors, having, assume_unique=True)
            if authors is not None:
                found.append(authors >> 32)
        return _scored(np.unique(np.concatenate([np.empty(0, np.int64), *found])), CONSTANT)

    def _dated(self, query: tree.Date) -> NDArray[np.int64]:
        column = self.snapshot.column
        if query.after or query.before:
            raise ValueError(f"{query} is not resolved")
        inside = self.snapshot.living & (column("day") > 0)
        for bound, is_start in ((query.start, True), (query.end, False)):
            if bound is None:
                continue
            limit = absolute(bound)
            if isinstance(limit, Days):
                day = column("day")
                inside &= day >= limit.first.toordinal() if is_start else day <= limit.last.toordinal()
            else:
                first, last = map(microseconds, moments(limit))
                inside &= column("last") >= first if is_start else column("first") <= last
        return np.flatnonzero(inside)


def _scored(documents: NDArray[np.integer], score: float) -> Matches:
    return Matches(documents.astype(np.int64), np.full(len(documents), float(score)))
