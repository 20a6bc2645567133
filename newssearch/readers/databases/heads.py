"""What stands above the labels of a document: the paper, the date, the headline and its decks have none."""

import re
from itertools import groupby
from typing import NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.databases import values

_EDITION = lazily(r".*\b(?:edition|final|ed)\b.*", re.IGNORECASE)


class Head(NamedTuple):
    """The source and the date; the headline, and the decks behind it, as `blocks`; and what is none of these."""

    source: str
    published: str
    blocks: list[str]
    aside: list[str]


def read(lines: list[str]) -> Head:
    """The head of a document: the line above the date is the paper's, whichever of them and the headline comes first.

    >>> lines = ["The Harbour Times", "", "May 3, 2024 Friday", "Late Edition", "", "Harbour to close", "for a year"]
    >>> read(lines)[:3]
    ('The Harbour Times', 'May 3, 2024', ['Harbour to close for a year'])
    >>> read(["Harbour to close", "The Harbour Times", "May 3, 2024 Friday"])[:3]
    ('The Harbour Times', 'May 3, 2024', ['Harbour to close'])
    """
    dated = {at: date for at, line in enumerate(lines) if (date := values.date_of_line(line))}
    if not dated:
        return Head("", "", _blocks(lines), [])
    at = next(iter(dated))
    # a page begins with the headline, and then the text with it again
    above = [line for line, _ in groupby(" ".join(line.split()) for line in lines[:at] if line.strip())]
    source = above.pop() if above else ""
    start = at + 1
    while start < len(lines) and _EDITION.fullmatch(lines[start]):
        start += 1
    again = next((n for n in range(start, len(lines)) if lines[n].strip()), start)
    if again in dated and dated[again] == lines[again].strip():  # in the other language of the database
        start = again + 1
    return Head(source, dated[at], _blocks([*above, "", *lines[start:]]), lines[at + 1 : start])


def _blocks(lines: list[str]) -> list[str]:
    """The texts between blank lines, each on one line."""
    texts = " ".join(line.strip() or "\n" for line in lines).split("\n")
    return [block for text in texts if (block := " ".join(text.split()))]
