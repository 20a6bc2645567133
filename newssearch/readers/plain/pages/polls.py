"""Questions to the readers in the text of a page, and the answers that they may give."""

from collections.abc import Sequence

from newssearch.readers.plain.pages.wording import POLL
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_FEWEST, _MOST = 2, 6
"""Answers to a question."""

_LONGEST = 10
"""Words of an answer."""


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of polls: a heading, a question and answers in a row.

    >>> sorted(lines(["It fell.", "Poll", "", "Was that right?", "", "Yes", "No", "", "A new road", "", "It rose."]))
    [1, 3, 5, 6]
    """
    found: set[int] = set()
    written = [at for at, text in enumerate(texts) if text]
    for number, at in enumerate(written[:-_FEWEST]):
        question = written[number + 1]
        if len(texts[at]) <= 40 and POLL.fullmatch(texts[at]) and texts[question].endswith(("?", "？", "؟")):
            found |= {at, question, *_answers(texts, written[number + 2])}
    return found


def _answers(texts: Sequence[str], first: int) -> list[int]:
    found: list[int] = []
    for at in range(first, min(len(texts), first + _MOST)):
        if not 0 < count(texts[at]) <= _LONGEST or ends_sentence(texts[at]):
            break
        found.append(at)
    return found if len(found) >= _FEWEST else []
