"""The top of a page's text: by whom and when, in any order, between the headline and the first paragraph."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from newssearch.moment import Moment
from newssearch.readers import boilerplate, dateline, printed_dates
from newssearch.readers.byline_lines import LONE_BY, LONGEST, stands_as_byline
from newssearch.readers.people import EMAIL

MOST_LINES = 14
"""Lines below the headline within which its byline and dates stand."""


@dataclass(slots=True)
class Top:
    """What stands between a headline and the first paragraph."""

    byline: str = ""
    emails: list[str] = field(default_factory=list)  # on lines of their own
    published: Moment | None = None
    updated: Moment | None = None
    standfirst: list[str] = field(default_factory=list)
    boilerplate: list[str] = field(default_factory=list)
    ambiguous: str = ""  # a date that may be read in two ways, as printed


def read(lines: list[str], zone: str) -> tuple[Top, int]:
    """The top of these lines, and the number of the first one that is no longer part of it."""
    top = Top()
    bylines: list[str] = []
    end = 0
    label = ""
    standfirst: list[str] = []  # lines that are one if more of the top stands below them
    aside: list[str] = []
    for at, line in enumerate(lines[:MOST_LINES]):
        text = " ".join(line.split())
        if not text:
            continue
        dates, rest, label = _dates_of(text, label, zone)
        if dates and standfirst and (top.published or top.updated):
            break  # a second date below what may be the first paragraph is a chronicle's
        if not rest:
            pass
        elif EMAIL.fullmatch(rest):
            top.emails.append(rest)
        elif boilerplate.is_line(text):
            aside.append(text)
            if standfirst:
                continue
        elif stands_as_byline(rest, bylines, lines[at + 1 :], dated=bool(dates), standfirst=bool(standfirst)):
            bylines.append(rest)
        elif len(standfirst) < 2 and not dateline.find(text):
            standfirst.append(text)
            continue
        else:
            break
        _set_dates(top, dates)
        top.standfirst += standfirst
        top.boilerplate += aside
        standfirst, aside = [], []
        end = at + 1
    top.byline = _one_line(bylines)
    return top, end


def _one_line(bylines: list[str]) -> str:
    """A byline that was printed on several lines, on one."""
    if len(bylines) > 1 and bylines[0].casefold() in LONE_BY:
        bylines = [f"{bylines[0]} {bylines[1]}", *bylines[2:]]
    return ", ".join(bylines)


_UPDATED = re.compile(
    r"(?:last |first )?(?:updated|modified|revised)|(?:zuletzt )?aktualisiert|stand:|mis à jour|modifié|actualizado"
    r"|atualizado|aggiornato|수정|업데이트|最終更新|更新",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:first )?(?:published|posted|created|issued|released|date)\b|veröffentlicht|erschienen|publié|publicado"
    r"|pubblicato|입력|등록|게재|승인|発表|公開|发布|發佈",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"[\s|,;:·•()\[\]/–—-]+|\b(?:on|at|am|um|den|le|el|il|the|date|time|mon|tue|wed|thu|fri|sat|sun|tues|thurs)\b\.?"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b"
    r"|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|\((?:월|화|수|목|금|토|일)\)|[월화수목금토일]요일|\([日月火水木金土]\)",
    re.IGNORECASE,
)


class _Date(NamedTuple):
    """A date of the top: its label, its moment (None where it is ambiguous), and how it is printed."""

    label: str
    moment: Moment | None
    printed: str


def _dates_of(text: str, label: str, zone: str) -> tuple[list[_Date], str, str]:
    """A line's dates, what is left of the line without them, and a label that waits for the next line's date."""
    if len(text) > LONGEST:
        return [], text, ""
    dates: list[_Date] = []
    rest: list[str] = []
    end = 0
    for found in printed_dates.find(text, zone):
        before = text[end : found.start]
        dates.append(_Date(_label(before) or label, found.moment, text[found.start : found.end]))
        rest.append(before)
        end, label = found.end, ""
    tail = text[end:]
    if not dates:
        waiting = "" if _without_labels(tail) else _label(tail)
        return [], "" if waiting else text, waiting
    left = [_without_labels(piece).strip(" |,;:·•–—-") for piece in (*rest, tail)]
    return dates, " | ".join(filter(None, left)), _label(tail)


def _set_dates(top: Top, dates: list[_Date]) -> None:
    """Dates without a label are those of publication and, where there is a second, of the update."""
    for label, moment, printed in dates:
        if moment is None:
            top.ambiguous = top.ambiguous or printed
        elif label == "updated":
            top.updated = moment
        elif top.published is None:
            top.published = moment
        elif top.updated is None and top.published != moment:
            top.updated = moment


def _label(text: str) -> str:
    labels = [(m.start(), "updated") for m in _UPDATED.finditer(text)]
    labels += [(m.start(), "published") for m in _PUBLISHED.finditer(text)]
    return max(labels)[1] if labels else ""


def _without_labels(text: str) -> str:
    """The text without labels, or nothing where only weekdays and marks are left of it."""
    bare = _PUBLISHED.sub(" ", _UPDATED.sub(" ", text))
    return " ".join(bare.split()) if _FILLING.sub("", bare) else ""
