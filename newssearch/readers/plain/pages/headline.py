"""Which line of a page that was copied whole is its headline, and which others may have been."""

from collections.abc import Sequence
from typing import NamedTuple

from newssearch.readers.bylines.lines import names_people
from newssearch.readers.plain.pages.signs import SHORTEST, Page
from newssearch.readers.plain.size import count

_CLOSE = 2
"""Points within which a line that was not taken may have been the headline."""

_POINTS = {
    "alone": 8,
    "heads a block": 5,
    "below a few words": 2,
    "above date or byline": 4,
    "above a byline": 2,
    "above a standfirst": 2,
    "above a caption": -5,
    "below a headline, and longer": -2,
    "a kicker": -3,
    "two words": -4,
    "three words": -3,
    "some words": 1,
    "many words": -5,
    "a sentence": -4,
    "capitals": -2,
    "people": -5,
    "a list of names": -10,
    "printed again": 2,
    "a path": -4,
    "ends a path": 5,
    "told of": 8,
    "begins a line": -2,
}
"""What each sign is worth.

They are the weights, doubled and rounded, of a conditional logit (McFadden, "Conditional logit analysis of qualitative
choice behavior", 1974) of half of the pages that `benchmarks.extraction` scores and some others, proved with the rest.
"""


class Found(NamedTuple):
    """The number of the headline's line, and of those that may have been the headline as well."""

    at: int
    others: tuple[int, ...] = ()


def find(lines: Sequence[str], first: int) -> Found | None:
    """The line that is the headline of an article whose prose begins at the line `first`.

    It is the one with the most points, and of several with as many the last.
    """
    scores = [(sum(_POINTS[sign] * has for sign, has in signs.items()), at) for at, signs in Page(lines, first).signs()]
    if not scores:
        return None
    best, at = max(scores)
    others = (
        other
        for score, other in scores
        if other != at and score >= best - _CLOSE and count(lines[other]) >= SHORTEST and not names_people(lines[other])
    )
    return Found(at, tuple(others))
