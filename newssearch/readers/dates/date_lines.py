"""Lines that say when: their dates with what labels them, and the place that is printed beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.bylines import newsroom
from newssearch.readers.dates import labels, printed_dates
from newssearch.readers.plain import boilerplate

LONGEST = 250
"""Characters of a line that is read for dates."""

LONGEST_LABEL = 80
"""Characters of a line that is a label and no more."""

_MOST_OF_LABEL = 3
"""Words of a label that is not known."""

_FILLING = lazily(
    r"[\s|,;:：·•()（）\[\]【】/–—-]+|\bl['’]|\b(?:on|at|am|um|den|le|el|il|the|date|time|mon|tue|wed|thu|fri|sat|sun|tues|thurs)\b\.?"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b"
    r"|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\b(?:lunes|martes|miércoles|jueves|viernes|s[áa]bado"
    r"|domingo|domenica)\b|\b(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?\b|\b(?:lune|marte|mercole|giove|vener)dì\b"
    r"|\(?(?:월|화|수|목|금|토|일)\)|[월화수목금토일]요일|\([日月火水木金土]\)",
    re.IGNORECASE,
)
_BETWEEN = " ,;|·•()–—-"
_AGO = lazily(rf"\b(?:{printed_dates.AGO})(?!\w)", re.IGNORECASE)
_PIECE_END = lazily(r"\s*[|•·]\s*|\s+(?:[–—-]|//)\s+")
_MARK = lazily(r"[|,:•·–—-]")  # parts a place from its date; "Died May 3, 2024" has none
_TOWN = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}"
_TOWNS = lazily(rf"{_TOWN}(?: ?/ ?{_TOWN}){{0,3}}(?:, {_TOWN})?")


class LabelledDate(NamedTuple):
    """A date of a line: its label, its moment (None where it is ambiguous), and how it is printed."""

    label: str
    moment: Moment | None
    printed: str


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says of when and where.

    `rest` is what is left of it; `section` is left of it, but only a section's name;
    `waiting` is a label that waits for the next line's date.
    """

    dates: tuple[LabelledDate, ...] = ()
    rest: str = ""
    waiting: str = ""
    place: str = ""
    section: str = ""


def read(text: str, label: str, zone: str) -> DateLine:
    """The dates of a line that stands below a `label`, or below none.

    >>> line = read("New Delhi | Updated: April 5, 2024 10:12 IST", "", "UTC")
    >>> [(date.label, str(date.moment)) for date in line.dates], line.place, line.rest
    ([('updated', '2024-04-05T10:12:00+05:30')], 'New Delhi', '')
    """
    if len(text) > LONGEST:
        return DateLine(rest=text)
    dates: list[LabelledDate] = []
    rest: list[str] = []
    end = 0
    for found in printed_dates.find(text, zone):
        before = text[end : found.start]
        dates.append(LabelledDate(labels.label(before) or label, found.moment, text[found.start : found.end]))
        rest.append(before)
        end, label = found.end, ""
    tail = text[end:]
    if not dates:
        waiting = "" if len(tail) > LONGEST_LABEL or _without_labels(tail) else labels.label(tail)
        return DateLine(rest="" if waiting else text, waiting=waiting)
    updated, end = _updated_again(tail, dates)
    dates += updated
    tail = tail[end:]
    left = [_without_filling(_without_labels(piece)).strip(" |,;:：·•–—-（）【】") for piece in (*rest, tail)]
    place = section = ""
    pieces: list[str] = []
    for whole, printed in zip(left, (*rest, tail), strict=True):
        for piece in filter(None, _PIECE_END.split(whole)):
            if newsroom.is_section(piece):
                section = section or piece
            elif not place and _MARK.search(printed) and _may_be_place(piece):
                place = piece
            elif not _is_label(piece, printed):
                pieces.append(piece)
    return DateLine(tuple(dates), " | ".join(pieces), labels.label(tail), place, section)


def _is_label(piece: str, printed: str) -> bool:
    """Whether a few words and a colon before a date say of what it is, in a language whose labels are not known."""
    return printed.rstrip().endswith(f"{piece}:") and len(piece.split()) <= _MOST_OF_LABEL


def _updated_again(tail: str, dates: Sequence[LabelledDate]) -> tuple[list[LabelledDate], int]:
    """An update at a time of the day before it: `, mis à jour à 11h15`; and where it ends. None if it were earlier."""
    published = dates[-1].moment
    label = labels.UPDATED.match(tail, len(tail) - len(tail.lstrip(_BETWEEN)))
    if label is None or published is None or dates[-1].label == "updated":
        return [], 0
    moment, end = printed_dates.again(tail, label.end(), published)
    if moment is None or moment.span[0] < published.span[0]:
        return [], 0
    return [LabelledDate("updated", moment, tail[label.start() : end])], end


def _may_be_place(text: str) -> bool:
    """Whether a few words beside a date are a place: two or three in title case are so only where they are no name."""
    if not text[0].isupper() or not _TOWNS.fullmatch(text) or newsroom.begins_section(text):
        return False
    if newsroom.is_agency(text) or newsroom.is_nobody(text) or newsroom.is_role(text) or boilerplate.is_share(text):
        return False
    return " " not in text or "/" in text or newsroom.is_place(text)


def _without_filling(text: str) -> str:
    """A text without weekdays and the like at its end: `By Jane Doe on Saturday,` before a date."""
    words = text.split()
    while words and not _FILLING.sub("", words[-1]):
        words.pop()
    return " ".join(words)


def _without_labels(text: str) -> str:
    """The text without labels, or nothing where only weekdays, marks and "3 hours ago" are left of it."""
    bare = _AGO.sub(" ", labels.PUBLISHED.sub(" ", labels.UPDATED.sub(" ", text)))
    return " ".join(bare.split()) if _FILLING.sub("", bare) else ""
