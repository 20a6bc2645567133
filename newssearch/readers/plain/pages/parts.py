"""A page that was copied whole, in parts: what stands above its headline, the headline, the article, what is below."""

from collections.abc import Sequence
from typing import NamedTuple

from newssearch.readers.bylines import closing
from newssearch.readers.bylines.credits import credited
from newssearch.readers.plain.pages import boxes, extent, headline
from newssearch.readers.plain.pages.headline import Found
from newssearch.readers.plain.size import count

_CREDITS = 2
"""Lines below an article that may be its credits."""


class Parts(NamedTuple):
    """The parts of a text: all of its lines but the blank ones above and below the article.

    `others` are those of its lines that may have been the headline as well.
    """

    above: list[str]
    headline: str
    article: list[str]
    below: list[str]
    section: str = ""
    others: tuple[str, ...] = ()


def parted(lines: Sequence[str]) -> Parts | None:
    """The parts of a page that was copied whole; None for a text that is none."""
    found = extent.find(lines)
    if found is None:
        return None
    prose = (at for at in range(found.first, found.end) if count(lines[at]) >= extent.LONG)
    last = max(prose, default=found.end - 1)
    end = boxes.resumed(lines, found.end)
    head = headline.find(lines, found.first) if any(map(str.strip, lines[: found.first])) else Found(found.first)
    others: tuple[str, ...] = ()
    if head is None or head.at >= last:  # it is another story's
        above, text, first = lines[: found.first], "", found.first
    else:
        text = " ".join(lines[head.at].split())
        others = tuple(line for at in head.others if (line := " ".join(lines[at].split())) != text)
        above, first = lines[: head.at], head.at + 1
    end = _with_credits(lines, end)
    return Parts(_texts(above), text, [*lines[first:end]], _texts(lines[end:]), others=others)


def _with_credits(lines: Sequence[str], end: int) -> int:
    """Where an article ends, with the lines below it that say who reported."""
    written = [at for at in range(end, min(end + 6, len(lines))) if lines[at].strip()]
    credit = (
        at + 1 for at in written[:_CREDITS] if credited(lines[at][:300]).authors or closing.parted(lines[at].strip())[1]
    )
    return max(credit, default=end)


def _texts(lines: Sequence[str]) -> list[str]:
    return [text for line in lines if (text := line.strip())]
