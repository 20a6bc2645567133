"""Pieces of a text around places in it: whole sentences, or parts of a long one that begin and end with a word."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newssearch.analysis.surface.sentences import sentences_around

Place = tuple[int, int, int]
"""A marked word: its [start, end), and the bits of the query's leaves that it answers."""

Window = tuple[int, int, int, int]
"""A piece of the text: its [start, end), and the range of its places."""


def windows(text: str, places: Sequence[Place], width: int) -> list[Window]:
    """From each sentence with a place on, as many as fit the width; of a sentence wider than that, its parts.

    Places come in order. Raises `IndexError` for one outside of the text.

    >>> windows("He left. She stayed. It rained for days.", [(9, 12, 1), (24, 30, 1)], 22)
    [(9, 20, 0, 1), (21, 40, 1, 2)]
    """
    if not all(0 <= start < end <= len(text) for start, end, _ in places):
        raise IndexError("no place in the text")
    found: list[Window] = []
    first = end = 0
    while first < len(places):
        start, end, stop = sentences_around(text, places[first][0], width, end)
        behind = bisect_left(places, (end,), first)
        if end - start > width:
            found += _inside(text, start, end, places, range(first, behind), width)
        else:
            last = behind
            while last < len(places) and places[last][1] <= stop:
                last += 1
            found.append((start, stop, first, last))
        first = behind
    return found


def _inside(text: str, start: int, end: int, places: Sequence[Place], sentence: range, width: int) -> Iterator[Window]:
    """Parts of a long sentence, each around the places from one on that fit together."""
    at, last = sentence.start, sentence.stop
    while at < last:
        first = places[at][0]
        behind = at + 1
        while behind < last and places[behind][1] - first <= width * 3 // 4:
            behind += 1
        taken = places[behind - 1][1]
        margin = max(0, width - (taken - first)) // 2
        left = _word_start(text, max(start, min(first - margin, end - width)), first)
        right = word_end(text, max(taken, min(end, left + width)))
        yield (left, min(right, end), at, behind)
        at = behind


def _word_start(text: str, at: int, latest: int) -> int:
    """The first start of a word from `at` on, but not behind `latest`."""
    if at == 0 or text[at - 1].isspace():
        return at
    while at < latest and not text[at - 1].isspace():
        at += 1
    return at


def word_end(text: str, at: int) -> int:
    """The end of the word that `at` falls into; for text without spaces, `at` itself."""
    limit = min(len(text), at + 40)
    end = at
    while end < limit and not text[end].isspace():
        end += 1
    return end if end < limit or limit == len(text) else min(at, len(text))
