"""NEAR, and phrases with room between their words: the spans of a query in one field."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from newssearch.engines.entry import POSITIONAL
from newssearch.engines.whoosh.arrays import array_of, counted, mask_of
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.postings import Postings
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.spans import NONE, Keys, Places, Spans, near, near_starts, of_words, phrase, union
from newssearch.query import Query, tree

_MOST_PLACES = 200_000
"""How many places of a NEAR's words are paired at a time."""


class Nearby:
    """Where the words of a query stand near each other; `view` tells in which view of a field to look for a word."""

    def __init__(self, snapshot: Snapshot, view: Callable[[str, str], tuple[str, list[str]]]) -> None:
        self._snapshot = snapshot
        self._view = view
        self._words: dict[tuple[Query, str], list[str]] = {}

    def postings(self, query: tree.Phrase | tree.Near, field: str) -> Postings:
        """The documents with the phrase or NEAR in a field, and at how many places in each one starts."""
        places = Places(partial(occurrences, self._snapshot))
        if isinstance(query, tree.Near):
            return Postings(*self._in_windows(query, field, places))
        return Postings(*self._spans(query, field, places).postings())

    def _in_windows(self, query: tree.Near, field: str, places: Places) -> tuple[Keys, Keys]:
        """Some documents at a time: common words near each other make many pairs."""
        self._starts(query, field, places.within(0, 0))  # reads every word's places, pairs none
        count = self._snapshot.count
        step = count // (places.total // _MOST_PLACES + 1) + 1
        found = [self._starts(query, field, places.within(low, low + step)) for low in range(0, count, step)]
        return counted(np.concatenate([NONE, *found]) >> 32)

    def _starts(self, query: tree.Near, field: str, places: Places) -> Keys:
        *before, last = query.parts
        left = replace(query, parts=tuple(before)) if len(before) > 1 else before[0]
        spans = self._spans(left, field, places), self._spans(last, field, places)
        return near_starts(*spans, query.distance, ordered=query.ordered)

    def _spans(self, query: Query, field: str, places: Places) -> Spans:
        match query:
            case tree.Word(word, at) if at in {None, field}:
                view, words = self._view(word, field)
                return of_words([places.of(view, stem) for stem in words])
            case tree.Phrase(words, slop, at) if at in {None, field}:
                return phrase([places.of(field, word) for word in words], slop)
            case tree.Pattern(_, at) | tree.Fuzzy(_, _, at) if at in {None, field}:
                return of_words([places.of(field, word) for word in self._expanded(query, field)])
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

    def _expanded(self, query: tree.Pattern | tree.Fuzzy, field: str) -> list[str]:
        """The words that a pattern or fuzzy word means, found once for all windows."""
        words = self._words.get((query, field))
        if words is None:
            shape = Shape.of(query)
            words = self._words[query, field] = list(shape.among(self._snapshot.words(field, shape.prefix)))
        return words


def occurrences(snapshot: Snapshot, field: str, word: str) -> Keys:
    """Every place of a word, ascending, as document << 32 | position."""
    if field not in POSITIONAL:
        raise KeyError(f"{field} has no positions")
    segments, found = snapshot.segments, [NONE]
    with snapshot.reading:
        for base, segment in segments:
            places = array_of(segment.places(field, word))
            places = places + (base << 32) if base else places
            found.append(places[mask_of(snapshot.living)[places >> 32]] if segment.info.deleted else places)
    return found[1] if len(found) == 2 else np.concatenate(found)
