"""Boxes between the paragraphs of an article on its page: other headlines, offers, advertisements, pictures.

In a box is what only boxes say, with items around it. Behind it the article goes on, unless what
follows is itself a list: headlines with a sentence below each.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newssearch.readers.dates import date_lines
from newssearch.readers.patterns import lazily
from newssearch.readers.plain import boilerplate
from newssearch.readers.plain.pages import ends, extent
from newssearch.readers.plain.size import count

_MOST = 8
"""Items of a box; a longer list stands below an article."""

_LONGEST = 60
"""Lines of a box, blank ones too."""

_YEAR = lazily(r"\b(?:since|in|seit|depuis|en|desde|dal|nel|von|de|em|sinds) (?:19|20)\d\d\b")
_STOPS = ".!?。！？"

_MOST_UNKNOWN = 2
"""Items that may be a box, or a subhead, without anything that says so."""

_PARAGRAPH = 6
_LONG = 12
"""Words of a paragraph that says that the article goes on; and behind items that may be anything."""


class _Box(NamedTuple):
    """The lines of a box, and how many items are in it."""

    first: int
    end: int
    items: int


def resumed(lines: Sequence[str], end: int) -> int:
    """Where an article ends whose first run of paragraphs ends at the line `end`.

    >>> resumed(["It fell.", "Related", "Rice rises", "Nobody in the town knew what to say of it.", "Tags"], 1)
    4
    """
    while (box := _box(lines, end)) and not _is_list(lines, box):
        end = _behind_prose(lines, box.end)
    return end


def part(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of an article without its boxes, and those of the boxes.

    >>> part(["It fell.", "Related", "Rice rises", "Nobody in the town knew what to say of it."])
    (['It fell.', 'Nobody in the town knew what to say of it.'], ['Related', 'Rice rises'])
    """
    kept: list[str] = []
    aside: list[str] = []
    at = 0
    while at < len(lines):
        box = _box(lines, at) if _heads_items(lines[at].strip()) else None
        if box and box.items:
            aside += [text for line in lines[at : box.end] if (text := line.strip())]
            at = box.end
        else:
            kept.append(lines[at])
            at += 1
    return kept, aside


def _box(lines: Sequence[str], first: int) -> _Box | None:
    """The lines from `first` to the next paragraph, if they may be a box: only boxes say so, or they are few.

    None where they head what stands below an article, are dated, or tell whom the paragraph is about.
    """
    items = 0
    known = False
    last = ""
    for at in range(first, min(len(lines), first + _LONGEST)):
        text = lines[at].strip()
        if not text:
            continue
        if _is_paragraph(text):
            if last and text.startswith(last):
                return None  # it tells who that is
            may_be = known or (items <= _MOST_UNKNOWN and count(text) >= _LONG)
            return _Box(first, at, items) if may_be else None
        if items > _MOST or ends.heads_comments(text) or ends.is_behind(text) or boilerplate.is_notice(text):
            return None
        if _is_of_boxes(text):
            known = True
        elif extent.is_dated(text) and not _tells_year(text):
            return None
        else:
            items += 1
            last = last if " " in last else text
    return None


def _tells_year(text: str) -> bool:
    """Whether the year in a line is a headline's, `Worst harvest in Jaén since 1995`, and no date's."""
    long = count(text) >= _PARAGRAPH and text[-1].isalnum()
    return long and _YEAR.search(text) is not None and not date_lines.read(text, "", "UTC").dates


def _is_of_boxes(text: str) -> bool:
    """Whether a line is what only boxes say."""
    return ends.heads_others(text) or boilerplate.is_line(text) or _offers_newsletter(text)


def _offers_newsletter(text: str) -> bool:
    return "newsletter" in text.casefold()


def _heads_items(text: str) -> bool:
    """Whether the items below a line are the box's: below an advertisement or a caption may stand a subhead."""
    return ends.heads_others(text) or (_offers_newsletter(text) and not _is_paragraph(text))


def _is_paragraph(text: str) -> bool:
    return extent.is_sentence(text) and count(text) >= _PARAGRAPH and not boilerplate.is_line(text)


def _is_list(lines: Sequence[str], box: _Box) -> bool:
    """Whether behind a box headlines go on, with a sentence below each.

    The last of some headlines in a row has none where a blank line stands below it.
    """
    pairs = 0
    above = ""
    row = 0  # items without a blank line between them
    for at in range(box.first, min(len(lines), box.end + 3 * _MOST)):
        text = lines[at].strip()
        if not text:
            above = "" if row > 1 else above
            row = 0
        if not any(map(str.isalnum, text)):
            continue
        if extent.weight(text) > 0 or (pairs and text[-1] in _STOPS):
            if not above:
                return False  # two paragraphs in a row
            pairs += 1
            above = ""
            if pairs > 1:
                return True
        elif _is_of_boxes(text) or ends.is_any(text):
            if pairs:
                return False
            above = ""
        else:
            above = text
            row += 1
    return False


def _behind_prose(lines: Sequence[str], at: int) -> int:
    """The line below the paragraphs that begin at the line `at`."""
    end = at
    for number in range(at, len(lines)):
        text = lines[number].strip()
        if text and extent.weight(text) <= 0:
            break
        if text:
            end = number + 1
    return end
