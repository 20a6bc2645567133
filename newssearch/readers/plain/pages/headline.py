"""Which line of a page that was copied whole is its headline, and which others may have been."""

from collections.abc import Sequence
from typing import NamedTuple

from newssearch.readers.bylines.lines import names_people
from newssearch.readers.plain.pages.signs import SHORTEST, Page
from newssearch.readers.plain.size import count

_CLOSE = 6
"""Points within which a line that was not taken may have been the headline."""

POINTS = {
    "alone": 14,
    "heads a block": 7,
    "below another": -3,
    "below a few words": 4,
    "above date or byline": 8,
    "above a byline": 5,
    "below a byline": -4,
    "above a standfirst": 5,
    "above a caption": -4,
    "below a headline, and longer": -2,
    "a kicker": -6,
    "two words": -8,
    "three words": -6,
    "some words": 3,
    "many words": -4,
    "a sentence": -11,
    "capitals": -5,
    "of a picture": -11,
    "people": -10,
    "a list of names": -20,
    "printed again": 4,
    "a path": -9,
    "ends a path": 9,
    "told of": 14,
    "not told of": -5,
}
"""What each sign is worth.

`benchmarks.headlines` fits them, and tells how; these were fitted with half of the pages that `benchmarks.extraction`
scores and seventy others, and proved with the rest.
"""


class Found(NamedTuple):
    """The number of the headline's line, and of those that may have been the headline as well."""

    at: int
    others: tuple[int, ...] = ()


def find(lines: Sequence[str], first: int) -> Found | None:
    """The line that is the headline of an article whose prose begins at the line `first`.

    It is the one with the most points, and of several with as many the last.
    """
    scores = [(sum(POINTS[sign] * has for sign, has in signs.items()), at) for at, signs in Page(lines, first).signs()]
    if not scores:
        return None
    best, at = max(scores)
    others = (
        other
        for score, other in scores
        if other != at and score >= best - _CLOSE and count(lines[other]) >= SHORTEST and not names_people(lines[other])
    )
    return Found(at, tuple(others))
