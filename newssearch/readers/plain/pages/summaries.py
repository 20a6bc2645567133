"""Summaries that a machine made, above the text of a page or between its paragraphs."""

from collections.abc import Sequence

from newssearch.readers.plain.pages.wording import BY_MACHINE, SUMMARY
from newssearch.readers.plain.size import count

_MOST = 8
"""Lines of such a summary."""

_LONGEST = 40
_NOTE = 30
"""Words of a line of it, and of one that says how it was made."""

_NEAR_TOP = 6
"""Lines of which the last, of a text's first ones, says how they were made."""


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of summaries that say, above or below them, that a machine made them.

    >>> sorted(lines(["Summary", "Oil fell.", "AI generated", "Oil fell on Monday, said the bank."]))
    [0, 1, 2]
    >>> sorted(lines(["Key takeaways by AI", "Oil fell.", "It rose.", "", "Oil fell on Monday."]))
    [0, 1, 2]
    """
    found: set[int] = set()
    written = [at for at, text in enumerate(texts) if text]
    for number, at in enumerate(written):
        if count(texts[at]) > _NOTE or not BY_MACHINE.fullmatch(texts[at]):
            continue
        above = written[max(0, number - _MOST) : number]
        heading = next((n for n in reversed(above) if SUMMARY.fullmatch(texts[n])), None)
        told = {n for n in above if heading is not None and n >= heading}
        if len(told) > 1 and all(count(texts[n]) <= 2 * _LONGEST for n in told):
            found |= told | {at}
        elif SUMMARY.match(texts[at]):
            found |= {at} | ({heading} if heading is not None else set()) | _items(texts, at)
        elif number <= _NEAR_TOP and above and all(count(texts[n]) <= _LONGEST for n in above):
            found |= {*above, at}
        else:
            found.add(at)
    return found


def _items(texts: Sequence[str], at: int) -> set[int]:
    """The lines of a summary below its heading, where a blank line ends them."""
    end = next((n for n in range(at + 1, min(len(texts), at + _MOST)) if not texts[n]), None)
    return set() if end is None else {n for n in range(at + 1, end) if count(texts[n]) <= _LONGEST}
