"""Films in the text of a page: the word for one, how long it is, and what it is called."""

from collections.abc import Sequence
from itertools import islice

from newssearch.readers.patterns import lazily
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_VIDEO = lazily(r"\W*(?:\w{1,15} ){0,3}(?i:videos?|vídeos?|vidéos?|видео)\W*")
_LENGTH = lazily(r"(?:\d{1,2}:)?\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?")

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
        if len(text) > 60 or not _VIDEO.fullmatch(text):
            continue
        below = [n for n in range(at + 1, min(len(texts), at + 1 + _NEAR)) if texts[n]]
        lengths = [n for n in islice(below, 1) if _LENGTH.fullmatch(texts[n])]
        title = next(islice(below, len(lengths), None), None)
        if title is not None and count(texts[title]) >= _TITLE and not ends_sentence(texts[title]):
            found |= {at, *lengths, title}
    return found
