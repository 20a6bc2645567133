"""Notices in the text of a page that a player or a post is not shown: it asks to be allowed, or for a browser."""

from collections.abc import Sequence

from newssearch.readers.plain.pages.wording import ALLOWED, ASKED, CHOICE, DATA
from newssearch.readers.plain.size import count

_LONGEST = 120
"""Words of a notice."""

_QUOTED = ("“", "„", "«", '"', "‘", "'")


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are notices, with the buttons below them; a sentence that only tells of cookies is none.

    >>> notice = "We need your consent to load this content, which may set cookies."
    >>> sorted(lines(["It fell.", notice, "Accept all", "It rose."])), lines(["They need consent for cookies."])
    ([1, 2], set())
    """
    found: set[int] = set()
    for at, text in enumerate(texts):
        if _is_notice(text) or (text and len(text) <= 60 and _below(texts, at) in found and CHOICE.fullmatch(text)):
            found.add(at)
    return found


def _is_notice(text: str) -> bool:
    """Whether a line speaks to the reader, of what is not shown, and of what it takes to show it."""
    if len(text) < 30 or text.startswith(_QUOTED) or count(text) > _LONGEST:
        return False
    return DATA.search(text) is not None and ALLOWED.search(text) is not None and ASKED.search(text) is not None


def _below(texts: Sequence[str], at: int) -> int:
    """The line with text above a line."""
    return next((number for number in range(at - 1, -1, -1) if texts[number]), -1)
