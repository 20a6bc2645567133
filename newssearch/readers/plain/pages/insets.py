"""What stands in the text of a page that was copied whole and is none of it, as players and galleries."""

import re
from collections import Counter
from collections.abc import Sequence

from newssearch.readers.patterns import lazily
from newssearch.readers.plain.pages import extent


def part(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of a text, and those of its insets: numbers, items that are printed again, a paragraph's second print.

    >>> part(["The council voted to wait for a year.", "Video", "Nobody minded it.", "Video"])
    (['The council voted to wait for a year.', 'Nobody minded it.'], ['Video', 'Video'])
    """
    printed = Counter(line.strip() for line in lines)
    seen: set[str] = set()
    kept: list[str] = []
    aside: list[str] = []
    for line in lines:
        text = line.strip()
        again = printed[text] > 1 and (text in seen or extent.weight(text) < 0)
        if text and (again or not any(map(str.isalpha, text))):
            aside.append(text)
        else:
            kept.append(line)
        seen.add(text)
    return kept, aside


_MOST_BIOS = 3
_IS = lazily(
    r"(?: \([^()]{1,60}\))?,? (?:is|was|has|covers|reports|writes|joined|ist|schreibt|berichtet|est|es|è|é|jest)\b",
    re.IGNORECASE,
)


def without_bios(paragraphs: list[str], names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Paragraphs, and those at their end that tell who the authors are.

    >>> without_bios(["Oil fell.", "Jane Doe is a reporter in Rome."], ["Jane Doe"])
    (['Oil fell.'], ['Jane Doe is a reporter in Rome.'])
    """
    end = len(paragraphs)
    while end > max(1, len(paragraphs) - _MOST_BIOS) and is_bio(paragraphs[end - 1], names):
        end -= 1
    return paragraphs[:end], paragraphs[end:]


def is_bio(text: str, names: Sequence[str]) -> bool:
    """Whether a text tells who one of the people is.

    >>> is_bio("Jane Doe is a reporter in Rome.", ["Jane Doe"]), is_bio("Jane Doe said so.", ["Jane Doe"])
    (True, False)
    """
    return any(text[: len(name)].casefold() == name.casefold() and _IS.match(text, len(name)) for name in names)
