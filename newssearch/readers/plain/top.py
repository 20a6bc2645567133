"""The top of a page's text: by whom and when, in any order, between the headline and the first paragraph."""

from dataclasses import dataclass, field

from newssearch.moment import Moment
from newssearch.readers.bylines.lines import LONE_BY, goes_on, stands_as_byline
from newssearch.readers.bylines.people import EMAIL
from newssearch.readers.dates import date_lines, dateline
from newssearch.readers.dates.date_lines import LabelledDate
from newssearch.readers.plain import boilerplate

MOST_LINES = 14
"""Lines below the headline within which its byline and dates stand."""


@dataclass(slots=True)
class Top:
    """What stands between a headline and the first paragraph."""

    byline: str = ""
    emails: list[str] = field(default_factory=list)  # on lines of their own
    published: Moment | None = None
    updated: Moment | None = None
    place: str = ""
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
    beside = boilerplate.share_lines(lines[:MOST_LINES])
    for at, line in enumerate(lines[:MOST_LINES]):
        text = " ".join(line.split())
        if not text:
            continue
        if boilerplate.is_heading(text) and (standfirst or end):
            break
        when = date_lines.read(text, label, zone)
        rest, label = when.rest, when.waiting
        if when.dates and standfirst and (top.published or top.updated):
            break  # a second date below what may be the first paragraph is a chronicle's
        if not rest:
            pass
        elif EMAIL.fullmatch(rest):
            top.emails.append(rest)
        elif at in beside or boilerplate.is_line(text):
            aside.append(text)
            if standfirst:
                continue
        elif stands_as_byline(
            rest, bylines, lines[at + 1 :], dated=bool(when.dates), standfirst=bool(standfirst), first=end == 0
        ):
            bylines.append(rest)
        elif len(standfirst) < 2 and not dateline.find(text):
            standfirst.append(text)
            continue
        else:
            break
        _set_dates(top, when.dates)
        top.place = top.place or when.place
        top.standfirst += standfirst
        top.boilerplate += [*aside, *filter(None, [when.section])]
        standfirst, aside = [], []
        end = at + 1
    top.byline = _one_line(bylines)
    return top, end


def _one_line(bylines: list[str]) -> str:
    """A byline that was printed on several lines, on one."""
    whole = ""
    for line in bylines:
        together = whole.casefold() in LONE_BY or goes_on(whole, line)
        whole += (" " if together else ", ") + line if whole else line
    return whole


def _set_dates(top: Top, dates: tuple[LabelledDate, ...]) -> None:
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
