"""Which line of a page that was copied whole is its headline, and which others may have been."""

from collections.abc import Sequence
from typing import NamedTuple

from newssearch.readers.bylines.lines import names_people
from newssearch.readers.plain.pages.signs import SHORTEST, Page
from newssearch.readers.plain.size import count

_CLOSE = 6
"""Points within which a line that was not taken may have been the headline."""

_POINTS = {
    "alone": 13,
    "heads a block": 8,
    "below another": -4,
    "below a few words": 3,
    "above date or byline": 10,
    "above a byline": 2,
    "below a byline": -6,
    "above a standfirst": 5,
    "above a caption": -9,
    "below a headline, and longer": -4,
    "a kicker": -6,
    "two words": -8,
    "three words": -5,
    "some words": 3,
    "many words": -4,
    "a sentence": -9,
    "capitals": -3,
    "people": -8,
    "a list of names": -20,
    "printed again": 4,
    "a path": -8,
    "ends a path": 10,
    "told of": 15,
    "not told of": -3,
    "begins a line": -2,
}
"""What each sign is worth.

They are the weights, times four and rounded, of a conditional logit (McFadden, "Conditional logit analysis of
qualitative choice behavior", 1974) of half of the pages that `benchmarks.extraction` scores and some others, proved
with the rest.
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
