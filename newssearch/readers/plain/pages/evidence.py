"""What on a page that was copied whole says that a name is an author's, or is none: lines next to it, and the text."""

import re
from collections.abc import Sequence

from newssearch.patterns import lazily
from newssearch.readers.bylines import newsroom
from newssearch.readers.dates import date_lines, labels, printed_dates
from newssearch.readers.plain.pages import extent, tails
from newssearch.readers.plain.pages.glued import parted_words

_BESIDE = 3
"""Words beside a name in a portrait's description."""

_GENITIVES = ("'s ", "’s ")

_LONGEST_WHEN = 80
"""Characters of a line that says when."""

_FEWEST_LETTERS = 6
"""Letters of an outlet's name that a notice of rights proves to be one."""

_MOST_OF_DESK = 4
"""Words of the name of an agency's desk."""

_CREDIT = lazily(r"\s*\([^()]{3,120}\)$")
"""Who wrote, in brackets behind the last sentence."""

_AGO = lazily(
    rf"(?:{printed_dates.AGO})(?!\w)"
    r"|\b(?:today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|idag|dzisiaj),?"
    r" (?:at |um |à |a las |alle |às |om |kl\.? |o )?\d"
    r"|\d{1,2} ?[^\W\d_]{1,8}\.? (?:ago|fa|temu|siden|sedan|sitten|geleden|назад|тому)\b",
    re.IGNORECASE,
)


def is_told_of(name: str, lines: Sequence[str]) -> bool:
    """Whether sentences tell of a person, and not only who they are, or what they asked: a topic of the article.

    >>> is_told_of("Jane Doe", ["It was Jane Doe who closed the harbour."])
    True
    >>> is_told_of("Jane Doe", ["Jane Doe: Who closed the harbour in May?", "Jane Doe is a reporter in Rome."])
    False
    """
    return any(
        name in _CREDIT.sub("", line)
        and extent.weight(text := line.strip()) > 0
        and not text.startswith(f"{name}:")
        and not tails.is_bio(text, [name])
        for line in lines
    )


def describes(text: str, name: str) -> bool:
    """Whether a text describes somebody's portrait.

    >>> describes("Portrait of Jane Doe", "Jane Doe"), describes("Jane Doe’s avatar", "Jane Doe")
    (True, True)
    >>> describes("Doctor Jane Doe", "Jane Doe")
    False
    """
    before, found, behind = text.partition(name)
    words = before.split()
    if not found or len([*words, *behind.split()]) > _BESIDE:
        return False
    return (not behind and words[-1:] != [] and words[-1].islower()) or (not before and behind.startswith(_GENITIVES))


def rights(lines: Sequence[str]) -> str:
    """The letters of the lines that say whose the rights are: they name the outlet."""
    return "".join(_letters(line) for line in lines if "©" in line or "copyright" in line.casefold())


def is_outlet(text: str, rights: str) -> bool:
    """Whether this is a paper's or an agency's name, or that of those who have the rights.

    >>> is_outlet("The Daily Telegraph", ""), is_outlet("BBC News NI", ""), is_outlet("Jane Doe", "2025harbournow")
    (True, True, False)
    """
    words, letters = text.split(), _letters(text)
    return (
        newsroom.is_paper(text)
        or newsroom.is_agency(text)
        or (0 < len(words) <= _MOST_OF_DESK and newsroom.is_wire(words[0]))
        or (len(letters) >= _FEWEST_LETTERS and letters in rights)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def says_when(text: str) -> bool:
    """Whether a line says when, or how long ago.

    >>> says_when("3 May 2024"), says_when("Updated 5:04"), says_when("3 godz. temu"), says_when("12 comments")
    (True, True, True, False)
    """
    return says_ago(text) or (len(text) <= _LONGEST_WHEN and bool(date_lines.read(parted_words(text), "", "UTC").dates))


def says_ago(text: str) -> bool:
    """Whether a line says how long ago something was, or has a date's label before a figure."""
    if len(text) > _LONGEST_WHEN or not any(map(str.isdigit, text)):
        return False
    return labels.begins_with_label(text) or _AGO.search(text) is not None
