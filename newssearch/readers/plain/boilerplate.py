"""What web pages print around an article: lists of other headlines, captions, share, newsletter and copyright lines.

A single line is known by what it is as a whole; a list by a heading with list-like
lines behind it. A paragraph that only mentions such words is an article's.
"""

import re
from functools import lru_cache

from newssearch.patterns import lazily
from newssearch.readers.plain import captions
from newssearch.readers.plain.phrases import (
    FIRST_WORDS,
    HEADING,
    LINE,
    NOTICE,
    NOTICE_MARKS,
    SHARE_MARKS,
    SHARE_WORDS,
)
from newssearch.readers.plain.sentences import ends_sentence

LONGEST = 200
"""Characters of a line that may be boilerplate; a longer one is a paragraph."""


_FIRST = lazily(r"\W*(\w{1,4})")
_WORD = lazily(r"[\w-]+")
MOST_BUTTONS = 15
"""Words of a line of buttons."""

_BULLET = lazily(r"(?:[-–—•·▪▶►*]|\[?\d{1,2}[.)\]:]|\d{1,2}(?=\D))\s*\S")


@lru_cache(maxsize=8192)
def is_line(line: str) -> bool:
    """Whether a whole line is boilerplate by itself.

    >>> is_line("Sign up for our daily newsletter."), is_line("Sign up for a class, she said, and learn.")
    (True, False)
    """
    return _says_so(line) or (len(line) <= LONGEST and is_share(line))


def _says_so(line: str) -> bool:
    if captions.is_caption(line):
        return True
    if len(line) > LONGEST:
        return False
    folded = line.casefold()
    noticed = any(mark in folded for mark in NOTICE_MARKS) and NOTICE.fullmatch(line) is not None
    return noticed or LINE.fullmatch(line) is not None


def is_share(line: str) -> bool:
    """Whether a line is made of the names of buttons, one of which is for sharing and nothing else."""
    words = _buttons(line)
    return bool(words) and not SHARE_MARKS.isdisjoint(words)


def _buttons(line: str) -> list[str]:
    """The words of a line of buttons; none where there is any other word."""
    words: list[str] = []
    for word in _WORD.finditer(line[:LONGEST].casefold()):
        if word[0] not in SHARE_WORDS or len(words) == MOST_BUTTONS:
            return []
        words.append(word[0])
    return words


_COUNT = lazily(r"\(\d{1,5}\)")


def share_lines(lines: list[str]) -> frozenset[int]:
    """Which lines are buttons by their company: `X` and `Save` next to `Share`, or three such in a row.

    >>> sorted(share_lines(["Share", "X", "Save", "", "Email was slow."]))
    [0, 1, 2]
    """
    found: set[int] = set()
    row: list[int] = []
    for at, line in enumerate([*lines, "."]):
        text = line.strip()
        if not text:
            continue
        if _buttons(text) or _COUNT.fullmatch(text):
            row.append(at)
            continue
        named = [one for one in row if _buttons(lines[one])]
        if len(named) > 2 or (len(row) > 1 and any(is_share(lines[one]) or _heads_count(lines[one]) for one in named)):
            found.update(row)
        row = []
    return frozenset(found)


def _heads_count(line: str) -> bool:
    return line.strip().casefold() in {"comment", "comments"}


def is_heading(line: str) -> bool:
    """Whether a line may head a list of other articles."""
    return len(line) <= LONGEST and HEADING.fullmatch(line) is not None


_ALL_FIRST_WORDS = FIRST_WORDS | {re.split(r"\W", word)[0][:4] for word in SHARE_WORDS}


def _suspects(lines: list[str]) -> list[int]:
    """The lines that may be headings, buttons or lines of boilerplate; any other is none, by how it begins.

    That costs a tenth of asking what each line is, and most texts have no boilerplate.
    """
    text = "\n".join(lines).casefold()
    if any(mark in text for mark in (*NOTICE_MARKS, "©", "ⓒ", "sign up here")) or captions.may_be_in(text):
        return [*range(len(lines))]
    firsts = map(_FIRST.match, text.split("\n"))
    return [at for at, first in enumerate(firsts) if first and _is_suspect(first[1])]


def _is_suspect(first: str) -> bool:
    return first in _ALL_FIRST_WORDS or not first.isascii() or first[0].isdigit()


def part(lines: list[str]) -> tuple[list[str], list[str]]:
    """A text's lines as the article's and the boilerplate, both in order.

    >>> part(["Oil fell.", "Most read", "- 1Gold rises", "- 2Silver falls", "It rose again on Monday."])
    (['Oil fell.', 'It rose again on Monday.'], ['Most read', '- 1Gold rises', '- 2Silver falls'])
    """
    suspects = [lines[at].strip() for at in _suspects(lines)]
    if not any(_says_so(line) or is_heading(line) or _buttons(line) for line in suspects):
        return lines, []
    kept: list[str] = []
    boilerplate: list[str] = []
    at = 0
    last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
    shared = share_lines(lines)
    while at < len(lines):
        line = lines[at].strip()
        if line and line[0].isalpha() and line[0].islower() and kept and kept[-1].strip():
            kept.append(lines[at])  # a wrapped sentence goes on
            at += 1
            continue
        end = _list_end(lines, at, last) if is_heading(line) and at not in shared else at
        if end > at:
            boilerplate += [stripped for item in lines[at:end] if (stripped := item.strip())]
            at = end
            continue
        if at in shared or is_line(line):
            boilerplate.append(line)
            if _is_box(lines, at):
                at += 1
                boilerplate.append(lines[at].strip())
        else:
            kept.append(lines[at])
        at += 1
    if not any(map(str.strip, kept)):  # a summary that is but a caption
        kept = [line for line in boilerplate if captions.is_caption(line)]
        boilerplate = [line for line in boilerplate if not captions.is_caption(line)]
    return kept, boilerplate


_NEWSLETTER = lazily(r"\bnewsletters?\b|\be-?mail\b|\binbox\b", re.IGNORECASE)


def _is_box(lines: list[str], at: int) -> bool:
    """Whether the line below an offer of a newsletter, between blank lines, goes on with it."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    alone = (at == 0 or not lines[at - 1].strip()) and (at + 2 >= len(lines) or not lines[at + 2].strip())
    return 0 < len(below) <= 80 and alone and _NEWSLETTER.search(lines[at]) is not None


def is_notice(line: str) -> bool:
    """Whether a line says whose the rights are, which is a page's last word on an article.

    >>> is_notice("© 2025 The Daily Harbour"), is_notice("© Ann Poe / Reuters"), is_notice("Rights were lost.")
    (True, False, False)
    """
    begins = line.lstrip("<[( ").casefold().startswith(("©", "ⓒ", "(c)", "copyright"))
    return (begins or NOTICE.fullmatch(line) is not None) and not captions.is_caption(line)


def _list_end(lines: list[str], heading: int, last: int) -> int:
    """Where the list under a heading ends; `heading` itself where there is none.

    A list without bullets needs two lines, or the end of the text (its `last` line that
    is not blank) behind it: what stands above one more paragraph may be a subhead.
    """
    items = 0
    end = at = heading + 1
    bulleted: bool | None = None
    while at < len(lines):
        line = lines[at].strip()
        at += 1
        if not line:
            continue
        has_bullet = _BULLET.match(line) is not None
        if bulleted is None:
            bulleted = has_bullet
        listed = len(line) <= LONGEST and (has_bullet if bulleted else not ends_sentence(line))
        if not listed and not is_line(line) and not is_heading(line):
            break
        items += 1
        end = at
    return end if (bulleted and items) or items > 1 or end > last else heading
