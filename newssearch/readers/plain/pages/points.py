"""What an article says in a few points, printed above its first paragraph: all of it is told again below."""

from collections.abc import Sequence

from newssearch.patterns import lazily
from newssearch.readers.plain.pages.wording import NEXT, SUMMARY
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_NEAR_TOP = 12
"""Lines from a text's first one on, among which the points stand."""

_FEWEST, _MOST = 2, 6
_FEWEST_UNSAID = 3
"""Points, and as many where no heading says that they are some."""

_LONGEST = 30
"""Words of a point."""

_WITHIN = lazily(r"[.!?] +[^\W\d_a-zß-ÿ]")


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are points: below a heading that says so, or in a row where blank lines part the paragraphs.

    >>> row = ["Oil fell on Monday.", "Few had known of it.", "It may rise again.", "", "It was noon.", "", "It was."]
    >>> sorted(lines(row)), sorted(lines(["Key points", *row]))
    ([0, 1, 2], [0, 1, 2, 3])
    """
    written = [at for at, text in enumerate(texts) if text]
    first = next((n for n, at in enumerate(written[:_NEAR_TOP]) if ends_sentence(texts[at])), _NEAR_TOP)
    top = written[: first + 1]
    heading = next((at for at in top[:-1] if len(texts[at]) <= 40 and SUMMARY.fullmatch(texts[at])), None)
    if heading is not None:
        row = _row(texts, next(at for at in [*written, len(texts)] if at > heading), apart=False)
        if len(row) < _FEWEST or not _is_ended(texts, row[-1]):
            row = _row(texts, heading + 1, apart=True)
        below = next((at for at in written if row and at > row[-1]), 0)
        if len(row) >= _FEWEST - 1 and below and len(texts[below]) <= 30 and NEXT.fullmatch(texts[below]):
            row = [*row, below, next((at for at in written if at > below), below)]
            return {heading, *row}
        ended = len(row) >= _FEWEST and (_is_ended(texts, row[-1]) or _is_above_item(texts, row[-1]))
        return {heading, *row} if ended else set()
    row = _row(texts, top[-1], apart=False) if top and (top[-1] == 0 or not texts[top[-1] - 1]) else []
    are_points = len(row) >= _FEWEST_UNSAID and _is_ended(texts, row[-1]) and _stand_apart(texts, row[-1])
    return {*row} if are_points else set()


def _row(texts: Sequence[str], first: int, *, apart: bool) -> list[int]:
    """The points from a line on; `apart`: blank lines may stand between them."""
    row: list[int] = []
    for at in range(first, len(texts)):
        if not texts[at] and apart:
            continue
        if not _is_point(texts[at]) or len(row) == _MOST:
            break
        row.append(at)
    return row


def _is_point(text: str) -> bool:
    """Whether a line is one sentence, and no long one."""
    is_one = ends_sentence(text) and not _WITHIN.search(text)
    return 3 < count(text) <= _LONGEST and is_one and text[0] not in '"“«„'


def _is_above_item(texts: Sequence[str], last: int) -> bool:
    """Whether what stands below the points is no sentence: else the last of them may be the first paragraph."""
    below = next((text for text in texts[last + 1 :] if text), "")
    return bool(below) and not ends_sentence(below)


def _is_ended(texts: Sequence[str], last: int) -> bool:
    """Whether a blank line parts points that stand in a row from what is below them."""
    in_row = bool(texts[last - 1])
    return in_row and last + 1 < len(texts) and not texts[last + 1]


def _stand_apart(texts: Sequence[str], last: int) -> bool:
    """Whether blank lines part the paragraphs below a line from one another."""
    paragraphs = [at for at in range(last + 1, len(texts)) if ends_sentence(texts[at])]
    parted = sum(at == 0 or not texts[at - 1] for at in paragraphs)
    return len(paragraphs) >= _FEWEST and parted >= 0.9 * len(paragraphs)
