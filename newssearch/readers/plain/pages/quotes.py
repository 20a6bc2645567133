"""Words of an article that its page prints again in large letters, with whose they are below them."""

from collections.abc import Sequence

from newssearch.readers.plain.sentences import CLOSING
from newssearch.readers.plain.size import count

_FEWEST, _LONGEST = 6, 45
"""Words of such a quotation."""

_LARGEST = 200_000
"""Characters of an article in which they are looked for."""

_NAME = 6
_MOST_NAMES = 2
"""Words of a line that says whose they are, and so many such lines."""


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are printed within another one as well, with the names directly below them.

    >>> sorted(lines(["Up.", "", "“I never saw the oil fall”", "Ann Poe", "", "“I never saw the oil fall,” she said."]))
    [2, 3]
    """
    found: set[int] = set()
    if sum(map(len, texts)) > _LARGEST:
        return found
    plain: list[str] = []
    for at, text in enumerate(texts):
        if not (at and text and not texts[at - 1]) or len(text) > 6 * _LONGEST:
            continue
        names = _names(texts, at)
        if not (names or text[0] in _OPENING) or not _FEWEST <= count(text) <= _LONGEST:
            continue
        plain = plain or [_plain(other) for other in texts]
        said = plain[at].partition(". ")[0] if names else plain[at]
        if count(said) >= _FEWEST - 1 and any(said in other and len(other) > len(plain[at]) for other in plain):
            found |= {at, *names}
    return found


def _plain(text: str) -> str:
    """A text without the marks of a quotation, and without the stop that may stand for a comma."""
    return text.translate(_MARKS).strip(CLOSING + " .,;…").replace(",", "").replace("  ", " ")


_OPENING = '"“„«‘'
_MARKS = str.maketrans("", "", '"“”„«»‹›')


def _names(texts: Sequence[str], at: int) -> list[int]:
    """The lines directly below one, up to a blank line, that say whose words these are."""
    end = next((n for n in range(at + 1, len(texts)) if not texts[n]), len(texts))
    names = [*range(at + 1, end)]
    are_names = all(count(texts[n]) <= _NAME and texts[n][-1] not in ".!?:" for n in names)
    return names if len(names) <= _MOST_NAMES and are_names else []
