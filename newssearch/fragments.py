"""The best pieces of a long text: chosen by the marks in them, cut at sentences or words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newssearch.results import Fragment

WIDTH = 240
"""Code points of a fragment, about."""

_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]{0,3}\s+(?=[^\sa-z])|[。！？]|\n")
_STOP = re.compile(r"[.!?。！？\n]")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Prof|No|vs|Inc|Ltd|Corp|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec))"
    r"\.\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A marked word: its position, its offsets, and the numbers of the query's leaves that it answers."""

    position: int
    start: int
    end: int
    leaves: frozenset[int]


def merged(places: Sequence[Place], text: str) -> Iterator[tuple[int, int]]:
    """Marks over places; those of words in a row are one mark, unless a sentence ends between them."""
    run: tuple[int, int] | None = None
    last = -2
    leaves: frozenset[int] = frozenset()
    for place in places:
        in_row = place.position <= last + 1
        if run and in_row and (place.leaves & leaves or not _ends_sentence(text, run[1], place.start)):
            run = run[0], max(run[1], place.end)
        else:
            if run:
                yield run
            run = place.start, place.end
        last, leaves = place.position, place.leaves
    if run:
        yield run


def _ends_sentence(text: str, end: int, start: int) -> bool:
    """Whether a sentence ends between two words, of which the first is no abbreviation."""
    stop = _STOP.search(text, end, start)
    return stop is not None and not (stop[0] == "." and _ABBREVIATED.search(text, max(0, end - 6), stop.end()))


def fragments(text: str, places: Sequence[Place], order: Sequence[int], most: int, width: int) -> list[Fragment]:
    """At most `most` fragments of the text, best first: many different leaves, then many places.

    `order` are the leaves that are bare words, as the query has them: a piece where they
    stand in a row in that order comes before all others. Without places, the text's
    beginning.
    """
    if not text or most <= 0:
        return []
    if not places:
        start, end = next(_sentences(text), (0, len(text)))
        return [_cut(text, start, min(end, _word_end(text, start + width)), ())]
    ranked = sorted(
        ((_rank(inside, order), -start, start, end, inside) for start, end, inside in _windows(text, places, width)),
        key=lambda window: window[:2],
        reverse=True,
    )
    chosen: list[tuple[int, int]] = []
    found: list[Fragment] = []
    for _, _, start, end, inside in ranked:
        if all(end <= other[0] or start >= other[1] for other in chosen):
            chosen.append((start, end))
            found.append(_cut(text, start, end, inside))
            if len(found) == most:
                break
    return found


def _rank(inside: Sequence[Place], order: Sequence[int]) -> tuple[int, int, int]:
    """The longest passage of the bare words in their order, the number of leaves, the number of places."""
    longest = run = 0
    expected, last = -1, -2
    for place in inside:
        in_row = place.position == last + 1 and 0 < expected < len(order) and order[expected] in place.leaves
        if in_row:
            run, expected = run + 1, expected + 1
        else:
            at = next((i for i, leaf in enumerate(order) if leaf in place.leaves), -1)
            run, expected = (1, at + 1) if at >= 0 else (0, -1)
        last = place.position
        longest = max(longest, run)
    leaves = len(frozenset().union(*(place.leaves for place in inside)))
    return longest if longest > 1 else 0, leaves, len(inside)


def _windows(text: str, places: Sequence[Place], width: int) -> Iterator[tuple[int, int, list[Place]]]:
    """Candidates: from the start of each sentence with a place, as many sentences as fit the width.

    A sentence wider than that is cut around its first places, at words.
    """
    sentences = list(_sentences(text))
    at = 0
    for number, (start, end) in enumerate(sentences):
        while at < len(places) and places[at].start < start:
            at += 1
        if at == len(places):
            return
        if places[at].start >= end:
            continue
        if end - start > width:
            yield from _inside(text, start, end, [p for p in places[at:] if p.end <= end], width)
            continue
        stop = end
        following = number + 1
        while following < len(sentences):
            following_start, following_end = sentences[following]
            if following_end - start > width or "\n" in text[stop:following_start]:
                break
            stop = following_end
            following += 1
        yield start, stop, [p for p in places[at : at + width] if p.end <= stop]


def _inside(
    text: str, start: int, end: int, places: Sequence[Place], width: int
) -> Iterator[tuple[int, int, list[Place]]]:
    """Parts of a long sentence, each around the places from one on that fit together."""
    at = 0
    while at < len(places):
        fitting = [p for p in places[at : at + width] if p.end - places[at].start <= width * 3 // 4] or [places[at]]
        taken = fitting[-1].end - fitting[0].start
        margin = max(0, width - taken) // 2
        left = _word_start(text, max(start, min(fitting[0].start - margin, end - width)), fitting[0].start)
        right = _word_end(text, max(fitting[-1].end, min(end, left + width)))
        yield left, min(right, end), fitting
        at += len(fitting)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The [start, end) of each sentence, without the white space around it."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match[0] != "\n" and _ABBREVIATED.search(text, max(start, match.start() - 6), match.start() + 1):
            continue
        end = match.start() + len(match[0].rstrip())
        if text[start:end].strip():
            yield start + _leading_space(text, start), end
        start = match.end()
    if text[start:].strip():
        yield start + _leading_space(text, start), len(text.rstrip())


def _leading_space(text: str, start: int) -> int:
    space = re.compile(r"\s*").match(text, start)
    return space.end() - start if space else 0


def _word_start(text: str, at: int, latest: int) -> int:
    """The first start of a word from `at` on, but not behind `latest`."""
    if at == 0 or text[at - 1].isspace():
        return at
    while at < latest and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    """The end of the word that `at` falls into; for text without spaces, `at` itself."""
    limit = min(len(text), at + 40)
    end = at
    while end < limit and not text[end].isspace():
        end += 1
    return end if end < limit or limit == len(text) else min(at, len(text))


def _cut(text: str, start: int, end: int, places: Sequence[Place]) -> Fragment:
    """The piece with its marks; an ellipsis where it begins or ends inside a sentence."""
    before = "" if start == 0 or text[:start].rstrip(" ")[-1:] in set("\n.!?…\"'”’)。！？") else "…"
    piece = text[start:end]
    after = "" if end >= len(text) or text[end] == "\n" or piece.rstrip()[-1:] in set(".!?…\"'”’)。！？") else "…"
    shift = len(before) - start
    marks = tuple((left + shift, min(right, end) + shift) for left, right in merged(places, text))
    return Fragment("body", f"{before}{piece}{after}", marks)
