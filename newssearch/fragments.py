"""The best pieces of a long text: chosen by the marks in them, cut at sentences or words."""

from collections.abc import Iterator, Sequence

from newssearch.analysis.seeking import is_next
from newssearch.analysis.surface import Place, Window, is_abbreviated, sentences_around, windows, word_end
from newssearch.results import Fragment

WIDTH = 240
"""Code points of a fragment, about."""

_STOPS = frozenset(".!?。！？\n")
_AT_AN_END = frozenset("\n.!?…\"'”’)。！？")

_Rank = tuple[int, int, int]
"""The longest passage of the bare words in their order, the leaves, the places: negative, so that the best is least."""


def merged(places: Sequence[Place], text: str) -> Iterator[tuple[int, int]]:
    """Marks over places; those of words in a row are one mark, unless a sentence ends between them."""
    if not places:
        return
    start, end, last = places[0]
    for left, right, leaves in places[1:]:
        if is_next(text, end, left) and (leaves & last or not _ends_sentence(text, end, left)):
            end = max(end, right)
        else:
            yield start, end
            start, end = left, right
        last = leaves
    yield start, end


def _ends_sentence(text: str, end: int, start: int) -> bool:
    """Whether a sentence ends between two words, of which the first is no abbreviation."""
    stop = next((at for at in range(end, start) if text[at] in _STOPS), None)
    return stop is not None and not is_abbreviated(text, stop)


def fragments(text: str, places: Sequence[Place], bare: int, most: int, width: int) -> list[Fragment]:
    """At most `most` fragments of the text, best first: many different leaves, then many places.

    The lowest `bare` bits are those of the bare words, as the query has them: a piece
    where they stand in a row in that order comes before all others. Without places, the
    text's beginning.
    """
    if not text or most <= 0:
        return []
    if not places:
        start, end, _ = sentences_around(text, 0, 0)
        return [_cut(text, start, min(end, word_end(text, start + width)), ())]
    chosen: list[Window] = []
    for window in _best_first(windows(text, places, width), places, _rows(text, places, bare)):
        if not any(window[0] < end and window[1] > start for start, end, _, _ in chosen):
            chosen.append(window)
            if len(chosen) == most:
                break
    return [_cut(text, start, end, places[first:behind]) for start, end, first, behind in chosen]


def _best_first(found: list[Window], places: Sequence[Place], rows: Sequence[int]) -> list[Window]:
    """The windows, those of the highest rank first, then those that come first in the text."""
    if len(found) < 2:
        return found
    return [window for _, window in sorted([(_rank(places, rows, *window[2:]), window) for window in found])]


def _rank(places: Sequence[Place], rows: Sequence[int], first: int, behind: int) -> _Rank:
    """The rank of the places from one to another."""
    row = max(map(min, rows[first:behind], range(1, behind - first + 1))) if rows else 0
    leaves = 0
    for _, _, bits in places[first:behind]:
        leaves |= bits
    return 0 if row < 2 else -row, -leaves.bit_count(), first - behind


def _rows(text: str, places: Sequence[Place], bare: int) -> list[int]:
    """For each place, how many of the bare words stand in a row in their order up to it; nothing where none do."""
    if bare < 2:
        return []
    words = (1 << bare) - 1
    rows: list[int] = []
    row = following = last = 0
    for start, end, bits in places:
        if following & bits and is_next(text, last, start):
            row += 1
        else:
            following = bits & words & -(bits & words)  # the first of its words
            row = 1 if following else 0
        following = following << 1 & words
        last = end
        rows.append(row)
    return rows if max(rows, default=0) > 1 else []


def _cut(text: str, start: int, end: int, places: Sequence[Place]) -> Fragment:
    """The piece with its marks; an ellipsis where it begins or ends inside a sentence."""
    before = "" if start == 0 or text[:start].rstrip(" ")[-1:] in _AT_AN_END else "…"
    piece = text[start:end]
    after = "" if end >= len(text) or text[end] == "\n" or piece.rstrip()[-1:] in _AT_AN_END else "…"
    shift = len(before) - start
    marks = tuple((left + shift, min(right, end) + shift) for left, right in merged(places, text))
    return Fragment("body", f"{before}{piece}{after}", marks)
