"""Offers between the paragraphs of a page: what a newsletter is called, what it tells, the field and the button."""

from collections.abc import Sequence

from newssearch.readers.plain.pages.wording import BUTTON, EVENT, FIELD, NOTE, OFFERED, REGULARLY, TERMS
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_LONGEST_TERMS = 80
_LONGEST_BLURB = 30
_LONGEST_TITLED = 20
_LONGEST_TITLE = 10
"""Words of what one agrees to, of what is offered, the same where nothing says so, and of what it is called."""

_MOST_BLURBS = 2
_MOST_TITLES = 2

_MOST_OF_EVENT = 6
"""Lines above a button that are of the event that it is for, with what heads them."""


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of offers: something in them must say so, and what stands alone above a button stays.

    >>> quay = ["It fell.", "The Quay", "All of the harbour, once a week.", "Your email", "Sign up", "It rose again."]
    >>> sorted(lines(quay)), sorted(lines(["It fell.", "Nobody knew.", "Sign up", "It rose."]))
    ([1, 2, 3, 4], [2])
    """
    found: set[int] = set()
    for at, text in enumerate(texts):
        if at in found or not text:
            continue
        if count(text) <= _LONGEST_BLURB and NOTE.match(text):
            found.add(at)
        elif _is_control(text):
            end = _end(texts, at)
            first = min(_first(texts, at, end), _of_event(texts, at))
            found |= {number for number in range(first, end) if texts[number]}
        elif _is_title(text) and OFFERED.search(text) and at + 1 < len(texts) and _is_blurb(texts[at + 1]):
            found |= {at, at + 1}
    return found


def _is_control(text: str) -> bool:
    """Whether a line is a field, a button, or what one agrees to with it."""
    if len(text) <= 60 and (BUTTON.fullmatch(text) or FIELD.fullmatch(text)):
        return True
    return count(text) <= _LONGEST_TERMS and TERMS.match(text) is not None


def _end(texts: Sequence[str], at: int) -> int:
    """The line below the fields and buttons that begin at a line."""
    end = at + 1
    for number in range(at + 1, len(texts)):
        if texts[number]:
            if not _is_control(texts[number]):
                break
            end = number + 1
    return end


def _first(texts: Sequence[str], at: int, end: int) -> int:
    """The line at which the offer above a button begins; the button's own where nothing says that it is one."""
    says_so = any(not BUTTON.fullmatch(text) for text in texts[at:end] if text)
    first, blurbs, titles = at, 0, 0
    together = at > 0 and bool(texts[at - 1])
    for number in range(at - 1, -1, -1):
        text = texts[number]
        if not text:
            if together and first < at:
                break
            continue
        if _is_title(text) and titles < _MOST_TITLES:
            titles += 1
        elif not titles and blurbs < _MOST_BLURBS and (_is_blurb(text) or _is_titled(texts, number)):
            blurbs += 1
        else:
            break
        says_so = says_so or OFFERED.search(text) is not None or REGULARLY.search(text) is not None
        first = number
    return first if says_so else at


def _of_event(texts: Sequence[str], at: int) -> int:
    """The line, not far above a button, that heads an event, with one sentence below it; else the button's own."""
    sentences = 0
    for number in range(at - 1, max(-1, at - 1 - _MOST_OF_EVENT), -1):
        text = texts[number]
        if 0 < len(text) <= 40 and EVENT.fullmatch(text):
            return number
        sentences += ends_sentence(text)
        if sentences > 1:
            break
    return at


def _is_title(text: str) -> bool:
    return 0 < count(text) <= _LONGEST_TITLE and not ends_sentence(text)


def _is_blurb(text: str) -> bool:
    """Whether a line says what comes how often."""
    is_short = 0 < count(text) <= _LONGEST_BLURB
    return is_short and (OFFERED.search(text) is not None or REGULARLY.search(text) is not None)


def _is_titled(texts: Sequence[str], at: int) -> bool:
    """Whether a short line has, directly above it, one that may be what it is called."""
    together = at > 0 and bool(texts[at + 1])
    return together and count(texts[at]) <= _LONGEST_TITLED and _is_title(texts[at - 1])
