"""The top of a page that was copied whole, before it is read: its names, and the captions of its picture."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newssearch.readers.bylines.trim import without_sentences
from newssearch.readers.plain.pages import byblock, completed, evidence, extent
from newssearch.readers.plain.pages.glued import without_portrait

_MOST = 60
"""Lines below a headline that are looked at."""

_SAME = 30
"""Letters that a picture's description and its caption begin with alike, where one of them is longer."""


class Opening(NamedTuple):
    """An article's lines, blank where one was taken out of its top; the numbers of those that name authors."""

    lines: list[str]
    authors: frozenset[int]
    aside: list[str]
    place: str = ""


def part(article: Sequence[str], around: Sequence[str]) -> Opening:
    """An article's lines without what its top prints twice, and with the names of its authors found."""
    lines = [without_portrait(without_sentences(line)) for line in article[:_MOST]]
    told = [line.replace(bare, "", 1) for line, bare in zip(article, lines, strict=False)]
    lines += article[_MOST:]
    alike = _alike(lines[:_MOST])
    end = _end(lines, frozenset(at for pair in alike for at in pair))
    block = byblock.find(lines[:end], lines[end:], around)
    by_or_when = [at for at in range(end) if at in block.names or evidence.says_when(lines[at].strip())]
    last = max(by_or_when, default=0)
    aside = {*block.aside, *(at for pair in alike for at in _captions(lines, pair, last) if at < end)} - {*block.names}
    taken = [text for line in told if (text := line.strip(". "))] + [lines[at].strip() for at in sorted(aside)]
    lines[:end] = [completed.line(line, around) for line in lines[:end]]
    for at, names in block.names.items():
        lines[at] = names
    for at in aside:
        lines[at] = ""
    return Opening(lines, frozenset(block.names), taken, block.place)


def _end(lines: Sequence[str], alike: frozenset[int]) -> int:
    """The line of the first of two paragraphs: a standfirst and a summary stand alone."""
    written = [at for at, line in enumerate(lines[:_MOST]) if line.strip() and at not in alike]
    for at, below in pairwise(written):
        if extent.weight(lines[at].strip()) >= extent.LONG and extent.weight(lines[below].strip()) > 0:
            return at
    return min(len(lines), _MOST)


def _alike(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Lines below one another that are the same, or begin alike, as a picture's description and its caption do."""
    written = [at for at, line in enumerate(lines) if line.strip()]
    pairs = ((at, below, lines[at].strip(), lines[below].strip()) for at, below in pairwise(written))
    return [
        (at, below)
        for at, below, text, other in pairs
        if text == other or (len(text) >= _SAME and other.startswith(text[:_SAME]))
    ]


def _captions(lines: Sequence[str], pair: tuple[int, int], last: int) -> Sequence[int]:
    """Those of two lines alike that are no text: both above the line that says by whom or when, else the second print.

    A standfirst just below the headline, and a date, may stand there twice as well.
    """
    first, second = pair
    text, other = lines[first].strip(), lines[second].strip()
    is_kept = not any(map(str.strip, lines[:first])) or extent.is_dated(text)
    if not is_kept and (second < last or max(extent.weight(text), extent.weight(other)) < 0):
        return pair
    return pair[1:] if text == other else ()
