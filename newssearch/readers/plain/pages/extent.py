"""Where the article is on a page that was copied whole: the run of lines with the most prose and the least else.

Each line has a weight, sentences more than nothing and items of menus less; the article is
the run with the greatest sum (Pasternack and Roth, "Extracting article text from the web
with maximum subsequence segmentation", 2009).
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.plain import boilerplate, menu
from newssearch.readers.plain.pages import ends
from newssearch.readers.plain.pages.picture_credits import has_credit
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

LONG = 20
"""Words of a line that is prose, whatever its end, if it has any mark: clouds of tags have none."""

_SENTENCE = 6
"""Words of a line that is prose where it ends like a sentence."""

_CLAUSE = 8
"""Words of a line that ends like a sentence where it is a paragraph, and within one where lines are wrapped."""

_FEWEST_SENTENCES = 2
"""So many paragraphs has an article that has no long one."""

_MOST = 60
"""What one line counts at most: one long paragraph of a cookie notice is no article."""

_REPEATED, _ITEM, _DATED, _NOTICE, _HEADING, _COMMENTS = -5, -10, -20, -20, -30, -200

_ENOUGH = 150
"""Weight of an article behind which a heading of comments ends it."""

_LATER = 1.6
"""How many times heavier a run is than one above it, to be taken before it: below the article are teasers of others."""

_SHORTEST = 30
_SHORT = 60
"""Characters of a line that is looked at as an item, and of the longest that is one."""

_FEWEST_ITEMS = 6
_FEWEST_KNOWN = 3
"""Around the article of a page are so many items, and so many that only pages print."""

_MENU = 10
_NAME = 4
"""So many names above an article are a menu, in whatever language; each has so many words at most."""

_MARK = lazily(r"[.,;:!?…。，、！？؟،]")
_NOTICES = lazily(
    r"\bcookies?\b|privacy policy|terms of (?:use|service)|rights reserved|datenschutz|e-mail-adresse"
    r"|email address|javascript|copyright|akismet|your browser",
    re.IGNORECASE,
)
_OFFERS = lazily(r"newsletter|advertis|subscri", re.IGNORECASE)
_SPEAKS_TO_READER = lazily(
    r"\b(?:you|your|our|us|sign up|click|ihre?[mnrs]?|sie|dein\w*|unser\w*|vous|votre|vos|nos|notre|usted|su|tu|tus"
    r"|nuestr[oa]s?|seus?|suas?|noss[oa]s?|vostr[aoei]|je|jouw|onze?)\b",
    re.IGNORECASE,
)
_DATE = lazily(r"\b(?:19|20)\d\d\b|\bago\b|\b\d{1,2}:\d\d\b(?![.,]\d)|\bvor \d|\bil y a\b|\bhace \d", re.IGNORECASE)


class Extent(NamedTuple):
    """The lines of an article on its page, and what they weigh."""

    first: int
    end: int
    weight: int


def find(lines: Sequence[str]) -> Extent | None:
    """The extent of the article where the lines are a page's, with items around; None where they are an article's."""
    if sum(0 < len(line) < _SHORTEST for line in lines) < _FEWEST_ITEMS:
        return None  # as of most texts
    is_paragraph, fewest = _is_long, 1
    if not any(map(_is_long, lines)):
        if _begins_with_item(lines) or _are_wrapped(lines):
            return None  # a menu that is known is taken out anyway
        is_paragraph, fewest = is_sentence, _FEWEST_SENTENCES
    found = _with_edges(lines, _heaviest(lines))
    above, below = lines[: found.first], lines[found.end :]
    if _is_menu(above):
        return found
    paragraphs = sum(map(is_paragraph, lines[found.first : found.end]))
    return found if paragraphs >= fewest and _are_of_pages([*above, *below]) else None


def _is_long(line: str) -> bool:
    return len(line) >= LONG and count(line) >= LONG


def _begins_with_item(lines: Sequence[str]) -> bool:
    return _of_pages(next((text for line in lines if (text := line.strip())), ""))


def _are_wrapped(lines: Sequence[str]) -> bool:
    """Whether most lines of some words end within a sentence."""
    whole = [is_sentence(line) for line in lines if count(line) >= _CLAUSE]
    return sum(whole) < max(_FEWEST_SENTENCES, 0.5 * len(whole))


def _is_menu(above: Sequence[str]) -> bool:
    """Whether so many names stand above an article as only menus have: tables stand below, and have figures."""
    names = (line for line in above if 0 < len(line.split()) <= _NAME and not any(map(str.isdigit, line)))
    return any(True for _ in islice(names, _MENU - 1, None))


def _are_of_pages(around: Sequence[str]) -> bool:
    items = [text for line in around if len(line) < _SHORT and (text := line.strip())]
    known = (text for text in items if _of_pages(text))
    return len(items) >= _FEWEST_ITEMS and any(True for _ in islice(known, _FEWEST_KNOWN - 1, None))


def _heaviest(lines: Sequence[str]) -> Extent:
    best = Extent(0, 0, 0)
    first, total = 0, 0
    texts = [line.strip() for line in lines]
    printed = Counter(texts)
    for at, text in enumerate(texts):
        own = weight(text)
        if own > 0 and printed[text] > 1:
            own = _REPEATED  # teasers, captions and headlines are
        if own == _COMMENTS and best.weight >= _ENOUGH:
            break
        if total <= 0:
            first, total = at, 0
        total += own
        if total > best.weight * (1 if first == best.first else _LATER):
            best = Extent(first, at + 1, total)
    return best


def _with_edges(lines: Sequence[str], found: Extent) -> Extent:
    """An extent with the sentences next to it that are too short to weigh anything, as "Nobody knew" is."""
    first, end = found.first, found.end
    for at in range(found.first - 1, -1, -1):
        if text := lines[at].strip():
            if not is_spoken(text):
                break
            first = at
    for at in range(found.end, len(lines)):
        if text := lines[at].strip():
            if not is_spoken(text):
                break
            end = at + 1
    return Extent(first, end, found.weight)


def is_spoken(text: str) -> bool:
    """Whether a line ends like a sentence, however short, and is none that pages print around articles."""
    is_sentence = ends_sentence(text) and not text.endswith(("...", "…"))
    return is_sentence and weight(text) > _NOTICE and not _of_pages(text) and not _is_notice(text, count(text))


@lru_cache(maxsize=8192)
def weight(line: str) -> int:
    """How much a line speaks for being an article's.

    >>> weight("The council voted on Monday to close the harbour."), weight("Sport"), weight("Comments"), weight("")
    (9, -10, -200, 0)
    """
    if not line:
        return 0
    words = count(line)
    if has_credit(line):
        return _ITEM
    if (words >= LONG and _MARK.search(line)) or (words >= _SENTENCE and ends_sentence(line)):
        return _NOTICE if _is_notice(line, words) else min(words, _MOST)
    if ends.heads_comments(line):
        return _COMMENTS
    if ends.ends(line):
        return _HEADING
    return _DATED if is_dated(line) else _ITEM


def is_sentence(line: str) -> bool:
    """Whether a line ends like a sentence, and is no notice of cookies and the like."""
    return ends_sentence(line) and weight(line) > 0


def _is_notice(line: str, words: int) -> bool:
    """Whether a line tells of cookies and the like; a long paragraph only if it goes on about them."""
    told = sum(1 for _ in islice(_NOTICES.finditer(line), 3))
    if _OFFERS.search(line) and (words < _SENTENCE or _SPEAKS_TO_READER.search(line)):
        told += sum(1 for _ in islice(_OFFERS.finditer(line), 3))
    return told > (0 if words < _MOST else 2)


def is_dated(line: str) -> bool:
    """Whether a year or a time is in a line."""
    return _DATE.search(line) is not None


def _of_pages(text: str) -> bool:
    return menu.is_item(text) or ends.is_any(text) or boilerplate.is_line(text)
