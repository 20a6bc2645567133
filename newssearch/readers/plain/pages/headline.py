"""Which line of a page that was copied whole is its headline, and which others may have been."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newssearch.readers.bylines import cjk
from newssearch.readers.bylines.lines import begins_with_by, names_people
from newssearch.readers.dates import date_lines
from newssearch.readers.patterns import lazily
from newssearch.readers.plain import boilerplate, menu
from newssearch.readers.plain.pages import ends, extent
from newssearch.readers.plain.size import count

_FARTHEST = 45
"""Lines with text between a headline and the first paragraph."""

_INSIDE = 3
"""Lines of the article that may hold the headline: one that ends like a sentence seems to be of the article."""

_NEAR = 4
"""Lines below the headline within which a date or a byline speaks for it."""

_LEAD = 10
"""Lines of the article that tell what the headline is about."""

_LONGEST = 35
"""Words of a headline."""

_KICKER = 3
"""Words of a line directly above a headline that says what it is about."""

_CLOSE = 2
"""Points within which a line that was not taken may have been the headline."""

_STANDFIRST = 8
"""Words of a line directly below a headline that is its standfirst."""

_SHORTEST_OTHER = 5
"""Words of such a line, and of one below a kicker: shorter ones are items."""

_MARKS = ("←", "→", "*", "@")
"""What stands before a link to another article, a footnote and a reply."""

_WORD = lazily(r"[^\W\d_]{4,}")
_SENTENCE_END = lazily(r"\.[\"”»']$|[:…,.。]$")


class Found(NamedTuple):
    """The number of the headline's line, and of those that may have been the headline as well."""

    at: int
    others: tuple[int, ...] = ()


def find(lines: Sequence[str], first: int) -> Found | None:
    """The line that is the headline of an article whose prose begins at the line `first`.

    It is the one with the most points; what each is worth was found with half of the pages that
    `benchmarks.extraction` scores, and proved with the others.
    """
    written = [at for at, line in enumerate(lines) if line.strip()]
    printed = Counter(" ".join(lines[at].split()) for at in written)
    start = written.index(first)
    top = written[max(0, start - _FARTHEST) : start + _INSIDE + _NEAR]
    texts = [" ".join(lines[at].split()) for at in top]
    says = [_says_by_whom_or_when(text) for text in texts]
    told = _long_words(" ".join(lines[first : first + _LEAD]))
    scores: list[tuple[float, int]] = []
    above = ""
    for number, at in enumerate(top[: min(start, _FARTHEST) + _INSIDE]):
        text, headline_above = texts[number], above
        may_be = _may_be(text)
        alone = may_be and _stands_alone(lines, at)
        heads = may_be and not alone and _heads_block(lines, at, text)
        if not may_be:
            above = headline_above if menu.is_label(text) else ""
            continue
        above = text if ((alone or heads) and count(text) >= _SHORTEST_OTHER) or menu.is_sentence(text) else ""
        score = (
            10 * alone
            + 6 * heads
            + 2 * (not alone and not lines[at - 1].strip())
            + 5 * (printed[text] > 1)
            + 4 * any(says[number + 1 : number + 1 + _NEAR])
            + 5 * (at < first) * _share(text, told)
            - 3 * (count(text) < 4)
            - 6 * (not alone and names_people(text))
            - 10 * cjk.lists_names(text)
            - 5 * extent.is_dated(text)
            - 6 * (len(text) > len(headline_above) * 1.2 > 0)  # below a headline, a longer one is a standfirst
            - 4 * (at >= first)
            - 4 * _is_kicker(lines, at, text)
            + 0.1 * number
        )
        scores.append((score, at))
    if not scores:
        return None
    best, at = max(scores)
    others = (
        other
        for score, other in scores
        if other != at
        and score >= best - _CLOSE
        and count(lines[other]) >= _SHORTEST_OTHER
        and not names_people(lines[other])
    )
    return Found(at, tuple(others))


def _share(text: str, told: frozenset[str]) -> float:
    """How much of a headline the article tells of."""
    words = _long_words(text)
    return len(words & told) / len(words) if words else 0.0


def _long_words(text: str) -> frozenset[str]:
    """The words without their ends, and without those that are short."""
    return frozenset(word[:5] for word in _WORD.findall(text.casefold()))


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Whether blank lines are around this one, as they are around headings."""
    return not _above(lines, at) and not _below(lines, at)


def _heads_block(lines: Sequence[str], at: int, text: str) -> bool:
    """Whether a headline of some words stands below nothing but its kicker, and above nothing but its standfirst."""
    if count(text) < _SHORTEST_OTHER:
        return False
    above, below = _above(lines, at), _below(lines, at)
    kicked = not above or (count(above) <= _KICKER and count(_above(lines, at - 1)) <= _KICKER)
    followed = not below or (len(below) > len(text) * 1.2 and count(below) >= _STANDFIRST)
    return kicked and followed


def _is_kicker(lines: Sequence[str], at: int, text: str) -> bool:
    """Whether a few words are directly above a line that may be the headline."""
    below = _below(lines, at)
    return count(text) <= _KICKER and count(below) >= _SHORTEST_OTHER and _may_be(below)


def _above(lines: Sequence[str], at: int) -> str:
    """The line above one, or nothing where it is only about the page."""
    text = lines[at - 1].strip() if at > 0 else ""
    return "" if menu.is_label(text) else text


def _below(lines: Sequence[str], at: int) -> str:
    text = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return "" if menu.is_label(text) else text


def _may_be(text: str) -> bool:
    words = count(text)
    return (
        2 <= words <= _LONGEST
        and not text.startswith(_MARKS)
        and not _SENTENCE_END.search(text)
        and not menu.is_item(text)
        and not boilerplate.is_line(text)
        and not ends.ends(text)
        and not begins_with_by(text)
        and not (words < 12 and _says_when(text))
    )


def _says_by_whom_or_when(text: str) -> bool:
    return len(text) < 120 and (begins_with_by(text) or _says_when(text))


def _says_when(text: str) -> bool:
    return any(map(str.isdigit, text)) and bool(date_lines.read(text, "", "UTC").dates)
