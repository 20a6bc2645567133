"""Headlines of other articles between two paragraphs, without anything above them that says so."""

from collections.abc import Sequence

from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_HEADLINE = 6
_CAPITALS = 7
"""Words of each of two headlines in a row, and of one in capitals: subheads are shorter, and stand alone."""

_PARAGRAPH = 12
"""Words of the paragraph below them."""


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are headlines of others: two in a row, or one in capitals, between paragraphs.

    >>> up = "MAN OF NINETY SAILS ROUND THE WHOLE BAY"
    >>> sorted(lines(["It fell.", up, "Nobody in the town knew what they ought to say of it on Monday."]))
    [1]
    """
    found: set[int] = set()
    if _are_wrapped(texts):
        return found
    for at, text in enumerate(texts):
        if not _is_headline(text):
            continue
        in_row = at + 1 < len(texts) and _is_headline(texts[at + 1])
        last = at + in_row
        many = in_row or (text.isupper() and count(text) >= _CAPITALS)
        below = _below(texts, last)
        if many and _above(texts, at).endswith((".", "”", '"', "»", "!", "?")) and _is_paragraph(below):
            found |= {at, last}
    return found


def _are_wrapped(texts: Sequence[str]) -> bool:
    """Whether more than a few of the longer lines end within a sentence."""
    ends = [ends_sentence(text) for text in texts if count(text) >= _PARAGRAPH]
    return sum(ends) < 0.7 * len(ends)


def _is_headline(text: str) -> bool:
    return (
        count(text) >= _HEADLINE
        and text[0].isalpha()
        and not text[0].islower()
        and "\t" not in text
        and ". " not in text
        and not ends_sentence(text)
        and text[-1].isalnum()
        and count(text) < 3 * _HEADLINE
    )


def _is_paragraph(text: str) -> bool:
    return count(text) >= _PARAGRAPH and ends_sentence(text)


def _above(texts: Sequence[str], at: int) -> str:
    """The text above a line, a blank line between them or none."""
    return next((texts[n] for n in range(at - 1, max(-1, at - 3), -1) if texts[n]), "")


def _below(texts: Sequence[str], at: int) -> str:
    return next((texts[n] for n in range(at + 1, min(len(texts), at + 3)) if texts[n]), "")
