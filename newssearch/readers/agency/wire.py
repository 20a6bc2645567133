"""What the texts of wires have in common, from the times of teleprinters: marks, bylines, notes to editors."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.bylines.newsroom import ends_in_role, is_agency
from newssearch.readers.encoding import decode

SOH, STX, ETX, EOT = b"\x01", b"\x02", b"\x03", b"\x04"
"""What a message begins with, and its text; what the text ends with, and the message."""

LARGEST = 64 << 20
"""Bytes of the largest file of messages that is read."""

MOST = 50_000
"""Messages of a file that are read."""

_CONTROLS = bytes([*range(9), *range(14, 32), 127])
_LABEL = lazily(r"[A-Z\d][A-Z\d ,.()/:-]{1,40}")
_NOTE = lazily(
    r"\(?(?i:eds?|editors?|editor['’]s note|note to editors)\b ?[:,_—]|[A-Z]{2,4} (?:Photo|Video|Graphic)"
    r"|With .{1,60}\bphotos?\b"
)
_BY = lazily(r"(?:By|Von|Par|Por|Di) \w[^.!?]{1,80}$")
_TYPESET = str.maketrans({"^": " ", "<": " ", "\t": " "})
_KILL = lazily(
    r"(?:[\w ]{0,30}[ -])?(?:kill|cancel(?:l?ation)?|withdrawal|elimination|annullation|storno)\W{0,3}", re.IGNORECASE
)


class Top(NamedTuple):
    """What stands between a message's header and its text."""

    labels: tuple[str, ...]
    headline: str
    byline: str
    notes: tuple[str, ...]


def top(lines: Sequence[str]) -> Top:
    """The lines above a text, which may end in `=`: labels, the headline, by whom, and notes to editors.

    >>> top(["EXTRA", "Oil falls", "in Harbour =", "By Jane Doe ="])[:3]
    (('EXTRA',), 'Oil falls in Harbour', 'By Jane Doe')
    """
    texts: list[str] = []
    bylines: list[str] = []
    notes: list[str] = []
    for at, written in enumerate(lines):
        text = " ".join(written.translate(_TYPESET).split()).rstrip(" =")
        if is_note(text):
            notes.append(text)
        elif _is_byline(text, bylines, last=bool(texts) and at == len(lines) - 1):
            bylines.append(text)
        elif text:
            texts.append(text)
    # What is in capitals above a headline that is not is a label.
    labels = () if all(map(str.isupper, texts)) else tuple(takewhile(_LABEL.fullmatch, texts))
    return Top(labels, " ".join(texts[len(labels) :]), ", ".join(bylines), tuple(notes))


def _is_byline(text: str, above: Sequence[str], *, last: bool) -> bool:
    """Whether a line says by whom; below one, who that is; `last` is that of several lines."""
    if above and (ends_in_role(text) or is_agency(text)):
        return True
    return is_byline(text, bare=False) or (last and _BY.match(text) is not None)


def is_note(line: str) -> bool:
    """Whether a line is one to editors."""
    return _NOTE.match(line) is not None


def is_kill(*labels: str) -> bool:
    """Whether one of a message's labels says that it cancels another, and says nothing else.

    >>> is_kill("MANDATORY KILL"), is_kill("Kill"), is_kill("KILLED IN WESTPORT")
    (True, True, False)
    """
    return any(map(_KILL.fullmatch, labels))


def full_year(figures: str) -> int:
    """The year that two figures mean: from 1970 to 2069.

    >>> full_year("96"), full_year("24")
    (1996, 2024)
    """
    return int(figures) + (1900 if int(figures) >= 70 else 2000)


def as_text(data: bytes) -> str:
    """The text of bytes, without control characters. Raises `ValueError` where they are no text."""
    return decode(data.translate(None, _CONTROLS))[0]
