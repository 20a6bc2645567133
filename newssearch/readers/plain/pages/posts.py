"""Posts of other sites in the text of a page: who wrote it, its words, when, and the buttons below it."""

import re
from collections.abc import Sequence

from newssearch.patterns import lazily
from newssearch.readers.plain.pages import extent
from newssearch.readers.plain.size import count

_MOST = 6
"""Lines of a post between its name and its time, and of what says whose it is."""

_SHORT = 8
"""Words of a line of its time, and of its name."""

_LONGEST = 30
"""Lines of a post, with its buttons and the blank ones."""

_HANDLE = lazily(r"@\w{2,30}")
_SOUND = lazily(r"♬ ?.{3,80}")
_VIEW = lazily(
    r"view this post on .{2,20}|(?:ver|voir|sehen sie sich|zobacz) .{0,40}\binstagram\b.{0,40}", re.IGNORECASE
)
_SHARED = lazily(
    r"(?:a post shared by|una publicación compartida|une publication partagée|ein beitrag geteilt) .+", re.IGNORECASE
)
_BUTTON = lazily(
    r"\W*[\d.,]+ ?[KMkm]?\W*"
    r"|(?:[\d.,]+ ?[KMkm]? )?(?:reply|repl(?:y|ies)|copy link|like|likes|share|repost|reposts"
    r"|read \d.{0,20}|watch on .{1,10})\b.{0,30}",
    re.IGNORECASE,
)


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of posts: one begins with a name and an address, and ends with a time.

    >>> sorted(lines(["It fell.", "Ann Poe", "@annpoe", "Oh dear.", "3:15 PM · May 3, 2024", "12 replies", "It rose."]))
    [1, 2, 3, 4, 5]
    """
    found: set[int] = set()
    for at, text in enumerate(texts):
        if _HANDLE.fullmatch(text):
            found |= _post(texts, at)
        elif _VIEW.fullmatch(text) or _SHARED.fullmatch(text):
            found.add(at)
    return found


def _post(texts: Sequence[str], at: int) -> set[int]:
    """The lines of a post whose address stands at a line; none where its time is not found."""
    written = [number for number in range(at + 1, min(len(texts), at + _LONGEST)) if texts[number]]
    time = next((n for n in written[:_MOST] if extent.is_dated(texts[n]) and count(texts[n]) <= _SHORT), None)
    sound = next((n for n in written[:_MOST] if _SOUND.fullmatch(texts[n])), None)
    if time is None and sound is not None:
        return {n for n in range(at, sound + 1) if texts[n]}
    if time is None:
        return set()
    first = at - 1 if at and 0 < count(texts[at - 1]) <= _SHORT else at
    end = time + 1
    for number in written:
        if number > time:
            if not _BUTTON.fullmatch(texts[number]):
                break
            end = number + 1
    return {number for number in range(first, end) if texts[number]}
