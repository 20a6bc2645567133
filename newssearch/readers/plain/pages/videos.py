"""Films in the text of a page: the word for one, how long it is, and what it is called."""

from collections.abc import Sequence
from itertools import islice

from newssearch.patterns import lazily
from newssearch.readers.plain import boilerplate
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_VIDEO = lazily(r"\W*(?:\w{1,15} ){0,3}(?i:videos?|vídeos?|vidéos?|видео)\W*")
_LENGTH = lazily(r"(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?")

_GLUED = lazily(r"(?i:videos?|vídeos?|vidéos?|видео) ?(?:\d{1,2}:)?\d{1,2}:\d\d")
_TITLE = 6
"""Words of its name: a subhead below it may have fewer."""

_NEAR = 4
"""Lines below the word within which its name stands."""


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of films.

    >>> sorted(lines(["It fell.", "[Video]", "02:14", "How they closed a harbour in one night", "", "It rose."]))
    [1, 2, 3]
    """
    found: set[int] = set()
    for at, text in enumerate(texts):
        if len(text) > 60:
            continue
        if _is_length(text) and at not in found:
            found |= _titled(texts, at)
        if not _VIDEO.fullmatch(text) or boilerplate.is_heading(text):
            continue
        below = [n for n in range(at + 1, min(len(texts), at + 1 + _NEAR)) if texts[n]]
        lengths = [n for n in islice(below, 1) if _LENGTH.fullmatch(texts[n])]
        title = next(islice(below, len(lengths), None), None)
        if title is not None and count(texts[title]) >= _TITLE and not ends_sentence(texts[title]):
            found |= {at, *lengths, title}
    return found


def _is_length(text: str) -> bool:
    return len(text) <= 20 and (_LENGTH.fullmatch(text) is not None or _GLUED.fullmatch(text) is not None)


def _titled(texts: Sequence[str], at: int) -> set[int]:
    """The lines of a film whose length stands below its name, or above it with the word, where no paragraph is."""
    above = next((n for n in range(at - 1, max(-1, at - 3), -1) if texts[n]), None)
    if above and _is_title(texts[above]) and (above == 0 or not texts[above - 1]) and texts[at][0].isdigit():
        return {above, at}
    row = [n for n in range(at + 1, min(len(texts), at + _NEAR)) if all(texts[at + 1 : n + 1])]
    if not _GLUED.fullmatch(texts[at]) or not row or any(ends_sentence(texts[n]) for n in row):
        return set()
    ends = row[-1] + 1 < len(texts) and not texts[row[-1] + 1]
    return {at, *row} if ends else set()


def _is_title(text: str) -> bool:
    return count(text) >= _TITLE and not ends_sentence(text)
