"""Boxes between the paragraphs of an article on its page: other headlines, offers, advertisements, pictures.

In a box is what only boxes say, with items around it. Behind it the article goes on, unless what
follows is itself a list: headlines with a sentence below each.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.lines import begins_with_by
from newssearch.readers.dates import date_lines
from newssearch.readers.plain import boilerplate
from newssearch.readers.plain.pages import asides, ends, extent, live, points, telling
from newssearch.readers.plain.pages.wording import CALL
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_MOST = 8
"""Items of a box; a longer list stands below an article."""

_LONGEST = 60
"""Lines of a box, blank ones too."""

_ABOVE = 10
"""Lines of the article above its first box, by which it is seen how its paragraphs are parted."""

_YEAR = lazily(r"\b(?:since|in|seit|depuis|en|desde|dal|nel|von|de|em|sinds) (?:19|20)\d\d\b")
_STOPS = ".!?。！？"

_MOST_UNKNOWN = 2
"""Items that may be a box, or a subhead, without anything that says so."""

_PARAGRAPH = 6
_LONG = 12
"""Words of a paragraph that says that the article goes on; and behind items that may be anything."""


_FEW = 5
"""Items of a box of which the last, if it is much shorter than they are, is a heading of the article."""

_LONGEST_NAME = 40
"""Characters of the name of a paper."""

_SMALL = 3
_FEWEST_LONG = 4
"""Letters of words that are small in headlines too, and so many others has one that is known by its capitals."""

_LONGEST_HEADLINE = 20
"""Words of a headline that ends like a sentence."""

_NO_TEASER = 30
"""Words of a paragraph that stands below no headline in a list of them."""


_FARTHEST = 500
"""Lines below an article's first run within which it goes on behind boxes."""


class _Box(NamedTuple):
    """The lines of a box, how many items are in it, and whether it is surely one, and no table or list of players."""

    first: int
    end: int
    items: int
    is_sure: bool


def resumed(lines: Sequence[str], end: int) -> int:
    """Where an article ends whose first run of paragraphs ends at the line `end`.

    >>> resumed(["It fell.", "Related", "Rice rises", "Nobody in the town knew what to say of it.", "Tags"], 1)
    4
    """
    times = live.times(lines, end)
    first = max(0, end - _ABOVE)
    others = {first + at for at in asides.lines(lines[first : end + _FARTHEST])} | times
    while (box := _box(lines, end, others)) and (times or not _is_list(lines, box, others)):
        if not telling.goes_on(lines, end, box.end, sure=box.is_sure):
            break
        end = _behind_prose(lines, box.end)
    return end


def part(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of an article without its boxes, and those of the boxes.

    >>> part(["It fell.", "Related", "Rice rises", "Nobody in the town knew what to say of it."])
    (['It fell.', 'Nobody in the town knew what to say of it.'], ['Related', 'Rice rises'])
    """
    others = asides.lines(lines) | points.lines([line.strip() for line in lines])
    kept: list[str] = []
    aside: list[str] = []
    at = 0
    while at < len(lines):
        box = _box(lines, at, others) if at not in others and _heads_items(lines[at].strip()) else None
        if box and box.items and box.is_sure:
            box = _above_heading(lines, box, others)
            aside += [text for line in lines[at : box.end] if (text := line.strip())]
            at = box.end
            continue
        if at in others:
            aside.append(lines[at].strip())
        else:
            kept.append(lines[at])
        at += 1
    return kept, aside


def _box(lines: Sequence[str], first: int, others: AbstractSet[int]) -> _Box | None:
    """The lines from `first` to the next paragraph, if they may be a box, or a table of the article.

    `others`: lines that are surely none of the article.
    None where they head what stands below an article, are dated, or tell whom the paragraph is about.
    """
    items = 0
    known = False
    names: list[str] = []
    for at in range(first, min(len(lines), first + _LONGEST)):
        text = lines[at].strip()
        if not text or at in others:
            known = known or bool(text)
            continue
        is_headline = known and (_is_signed(lines, at) or _is_headline(lines, at, first, others))
        if _is_paragraph(text) and not is_headline:
            if text.startswith(tuple(names)) or CALL.match(text) or _tells_who_prints(text):
                return None  # it tells who that is
            is_sure = (known and items <= _MOST) or (items <= _MOST_UNKNOWN and count(text) >= _LONG)
            return _Box(first, at, items, is_sure)
        if ends.heads_comments(text) or ends.is_behind(text) or boilerplate.is_notice(text):
            return None
        if _is_of_boxes(text):
            known = True
        elif extent.is_dated(text) and not _tells_year(text):
            return None
        else:
            items += 1
            names += [text] if " " in text else []
    return None


def _above_heading(lines: Sequence[str], box: _Box, others: AbstractSet[int]) -> _Box:
    """A box without the article's own headings at its end: they stand apart, or are much shorter than headlines."""
    items = [at for at in range(box.first + 1, box.end) if lines[at].strip() and at not in others]
    apart = next((n for n, at in enumerate(items) if n and items[n - 1] != at - 1), len(items))
    if 1 < apart < len(items) <= apart + _MOST_UNKNOWN:
        return box._replace(end=items[apart])
    if 2 < len(items) <= _FEW and 2 * len(lines[items[-1]].strip()) <= min(len(lines[at].strip()) for at in items[:-1]):
        return box._replace(end=items[-1])
    return box


def _is_signed(lines: Sequence[str], at: int) -> bool:
    """Whether a byline stands directly below a line, as below a headline."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return begins_with_by(below) and count(below) < _LONG


def _is_headline(lines: Sequence[str], at: int, first: int, others: AbstractSet[int]) -> bool:
    """Whether a line that ends like a sentence is a headline: by its capitals, or as the first item of a list."""
    text = lines[at].strip()
    long = [word for word in text.split() if len(word) > _SMALL and word.isalpha()]
    if len(long) >= _FEWEST_LONG and all(word[0].isupper() for word in long):
        return True
    between = any(lines[n].strip() for n in range(first + 1, at))
    below = [n for n in range(at + 1, min(len(lines), at + 8)) if lines[n].strip() and n not in others][:2]
    are_items = len(below) > 1 and not any(ends_sentence(lines[n].strip()) for n in below)
    return ends.heads_others(lines[first].strip()) and not between and count(text) <= _LONGEST_HEADLINE and are_items


def _tells_year(text: str) -> bool:
    """Whether the year in a line is a headline's, `Worst harvest in Jaén since 1995`, and no date's."""
    long = count(text) >= _PARAGRAPH and text[-1].isalnum()
    return long and _YEAR.search(text) is not None and not date_lines.read(text, "", "UTC").dates


def _tells_who_prints(text: str) -> bool:
    """Whether a paragraph tells what the paper or the agency is."""
    name = text.partition(" is a")[0]
    return len(name) < _LONGEST_NAME and name != text and (newsroom.is_agency(name) or newsroom.is_paper(name))


def _is_of_boxes(text: str) -> bool:
    """Whether a line is what only boxes say."""
    return ends.heads_others(text) or boilerplate.is_line(text) or _offers_newsletter(text)


def _offers_newsletter(text: str) -> bool:
    return "newsletter" in text.casefold()


def _heads_items(text: str) -> bool:
    """Whether the items below a line are the box's: below an advertisement or a caption may stand a subhead."""
    return ends.heads_others(text) or (_offers_newsletter(text) and not _is_paragraph(text))


def _is_paragraph(text: str) -> bool:
    is_prose = extent.is_sentence(text) or (text.endswith(":") and extent.weight(text) > 0)
    return is_prose and count(text) >= _PARAGRAPH and not boilerplate.is_line(text)


def _is_list(lines: Sequence[str], box: _Box, others: AbstractSet[int]) -> bool:
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
        if at in others or not any(map(str.isalnum, text)):
            continue
        if extent.weight(text) > 0 or (pairs and text[-1] in _STOPS):
            if not above:
                return False  # two paragraphs in a row
            if count(text) >= _NO_TEASER:
                return False
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
        if text and extent.weight(text) <= 0 and not extent.is_spoken(text):
            break
        if text:
            end = number + 1
    return end
