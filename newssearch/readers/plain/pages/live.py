"""Pages that tell what happens as it happens: the time stands above each piece of the text."""

from collections.abc import Sequence

from newssearch.patterns import lazily
from newssearch.readers.dates.printed_dates import AGO
from newssearch.readers.plain.size import count

_TIME = lazily(
    rf"(?i:{AGO}|(?:\d{{1,2}} \w{{1,7}} )?\d{{1,2}} \w{{1,7}} ago"
    rf"|\d{{1,2}}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?)"
)

_FEWEST = 2
"""Pieces that an article must have, each with its time, before what stands below other times is of it as well."""

_ABOVE = 40
"""Lines above the end of the article, in which they stand."""

_NEAR = 5
_LONG = 20
"""Lines within which a long paragraph stands below a time, and its words: there is none below that of a teaser."""


def times(lines: Sequence[str], end: int) -> set[int]:
    """The lines that are only a time, where an article that ends at the line `end` is told in such pieces.

    >>> piece = ["12 min ago", "The council voted on Monday to close the harbour for a year, and that surprised all of"
    ... " those who had been working in it for long."]
    >>> sorted(times([*piece, *piece, "1 hr 5 min ago", "It fell."], 4)), times([*piece, "1 hour ago", "It fell."], 2)
    ([0, 2, 4], set())
    """
    found = [at for at, line in enumerate(lines) if len(line) <= 25 and _TIME.fullmatch(line.strip())]
    pieces = [at for at in found if end - _ABOVE <= at < end and _heads_prose(lines, at)]
    return set(found) if len(pieces) >= _FEWEST else set()


def _heads_prose(lines: Sequence[str], at: int) -> bool:
    return any(count(line) >= _LONG for line in lines[at + 1 : at + 1 + _NEAR])
