"""A page that was copied whole, in parts: what stands above its headline, the headline, the article, what is below."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newssearch.readers.bylines import closing
from newssearch.readers.bylines.credits import credited
from newssearch.readers.bylines.lines import begins_with_by, names_people
from newssearch.readers.dates import date_lines
from newssearch.readers.patterns import lazily
from newssearch.readers.plain import boilerplate, menu
from newssearch.readers.plain.pages import boxes, ends, extent
from newssearch.readers.plain.size import count

_FARTHEST = 45
"""Lines with text between a headline and the first paragraph."""

_INSIDE = 3
"""Lines of the article that may hold the headline: one that ends like a sentence seems to be of the article."""

_NEAR = 4
"""Lines below the headline within which a date or a byline speaks for it."""

_LEAD = 10
"""Lines of the article that tell what the headline is about."""

_CREDITS = 2
"""Lines below an article that may be its credits."""

_LONGEST = 35
"""Words of a headline."""


_WORD = lazily(r"[^\W\d_]{4,}")


class Parts(NamedTuple):
    """The parts of a text: all of its lines but the blank ones above and below the article."""

    above: list[str]
    headline: str
    article: list[str]
    below: list[str]
    section: str = ""


def parted(lines: Sequence[str]) -> Parts | None:
    """The parts of a page that was copied whole; None for a text that is none."""
    found = extent.find(lines)
    if found is None:
        return None
    prose = (at for at in range(found.first, found.end) if count(lines[at]) >= extent.LONG)
    last = max(prose, default=found.end - 1)
    end = boxes.resumed(lines, found.end)
    at = _headline(lines, found.first) if any(map(str.strip, lines[: found.first])) else found.first
    if at is not None and at >= last:  # it is another story's
        at = None
    first = found.first if at is None else at + 1
    end = _with_credits(lines, end)
    headline = "" if at is None else " ".join(lines[at].split())
    above = lines[: found.first] if at is None else lines[:at]
    return Parts(_texts(above), headline, [*lines[first:end]], _texts(lines[end:]))


def _with_credits(lines: Sequence[str], end: int) -> int:
    """Where an article ends, with the lines below it that say who reported."""
    written = [at for at in range(end, min(end + 6, len(lines))) if lines[at].strip()]
    credit = (
        at + 1 for at in written[:_CREDITS] if credited(lines[at][:300]).authors or closing.parted(lines[at].strip())[1]
    )
    return max(credit, default=end)


def _texts(lines: Sequence[str]) -> list[str]:
    return [text for line in lines if (text := line.strip())]


def _headline(lines: Sequence[str], first: int) -> int | None:
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
    best: tuple[float, int] | None = None
    above = ""
    for number, at in enumerate(top[: min(start, _FARTHEST) + _INSIDE]):
        text, headline_above = texts[number], above
        alone = _stands_alone(lines, at)
        may_be = _may_be_headline(text)
        above = text if may_be and ((alone and count(text) >= 5) or menu.is_sentence(text)) else ""
        if not may_be:
            continue
        score = (
            10 * alone
            + 2 * (not alone and not lines[at - 1].strip())
            + 5 * (printed[text] > 1)
            + 4 * any(says[number + 1 : number + 1 + _NEAR])
            + 5 * (at < first) * _share(text, told)
            - 3 * (count(text) < 4)
            - 6 * (not alone and names_people(text))
            - 5 * extent.is_dated(text)
            - 6 * (len(text) > len(headline_above) * 1.2 > 0)  # below a headline, a longer one is a standfirst
            - 4 * (at >= first)
            + 0.1 * number
        )
        if best is None or score >= best[0]:
            best = score, at
    return best and best[1]


def _share(text: str, told: frozenset[str]) -> float:
    """How much of a headline the article tells of."""
    words = _long_words(text)
    return len(words & told) / len(words) if words else 0.0


def _long_words(text: str) -> frozenset[str]:
    """The words without their ends, and without those that are short."""
    return frozenset(word[:5] for word in _WORD.findall(text.casefold()))


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Whether blank lines are around this one, as they are around headings."""
    return (at == 0 or not lines[at - 1].strip()) and (at + 1 == len(lines) or not lines[at + 1].strip())


def _may_be_headline(text: str) -> bool:
    words = count(text)
    return (
        2 <= words <= _LONGEST
        and not text.endswith((".", ":", "…", ","))
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
