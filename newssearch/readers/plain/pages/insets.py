"""What stands in the text of a page that was copied whole and is none of it, as players and galleries."""

from collections import Counter
from collections.abc import Sequence

from newssearch.readers.plain.pages import extent, quotes


def part(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of a text, and those of its insets: numbers, items and words that are printed again.

    >>> part(["The council voted to wait for a year.", "Video", "Nobody minded it.", "Video"])
    (['The council voted to wait for a year.', 'Nobody minded it.'], ['Video', 'Video'])
    """
    printed = Counter(line.strip() for line in lines)
    quoted = quotes.lines([line.strip() for line in lines])
    seen: set[str] = set()
    kept: list[str] = []
    aside: list[str] = []
    for at, line in enumerate(lines):
        text = line.strip()
        again = at in quoted or (printed[text] > 1 and (text in seen or extent.weight(text) < 0))
        if text and (again or not any(map(str.isalpha, text))):
            aside.append(text)
        else:
            kept.append(line)
        seen.add(text)
    return kept, aside
