"""The top of a page's text: by whom and when, in any order, between the headline and the first paragraph."""

from dataclasses import dataclass, field

from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.bylines.lines import LONE_BY, goes_on, signs, stands_as_byline
from newssearch.readers.bylines.people import EMAIL
from newssearch.readers.dates import date_lines, dateline
from newssearch.readers.dates.date_lines import DateLine, LabelledDate
from newssearch.readers.plain import boilerplate, captions
from newssearch.readers.plain.pages import ends, extent
from newssearch.readers.plain.pages.glued import parted_words
from newssearch.readers.plain.size import count

MOST_LINES = 14
"""Lines below the headline within which its byline and dates stand."""

MOST_LINES_OF_PAGES = 60
"""The same, where menus of all kinds may stand among them."""


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


def read(
    lines: list[str], zone: str, *, on_page: bool = False, authors: frozenset[int] = frozenset()
) -> tuple[Top, int]:
    """The top of these lines, and the number of the first one that is no longer part of it.

    `on_page`: they are of a page that was copied whole, where items of all kinds may stand among them;
    `authors`: the numbers of lines that are known to name who wrote.
    """
    top = Top()
    bylines: list[str] = []
    end, last, label, is_dated = 0, 0, "", False
    standfirst: list[str] = []  # lines that are one if more of the top stands below them
    aside: list[str] = []
    items: list[str] = []  # of what is aside, those between the top and the first paragraph
    beside = boilerplate.share_lines(lines := lines[: MOST_LINES_OF_PAGES if on_page else MOST_LINES])
    for at, line in enumerate(lines):
        text = " ".join(line.split())
        if not text or captions.is_caption(text):
            aside += [text] if text else []
            continue
        if boilerplate.is_heading(text) and (standfirst or end):
            break
        when = date_lines.read(parted_words(text) if on_page else text, label, zone)
        if when.dates and standfirst and (top.published or top.updated):
            break  # a second date below what may be the first paragraph is a chronicle's
        label = when.waiting
        rest, others = without_boilerplate(when)
        aside += others
        below_date, is_dated = is_dated, bool(when.dates)
        if not rest:
            pass
        elif EMAIL.fullmatch(rest):
            top.emails.append(rest)
        elif at in beside or boilerplate.is_line(text):
            aside.append(text)
            if standfirst:
                continue
        elif at in authors or (
            not (on_page and ends.is_any(text))
            and stands_as_byline(
                rest,
                bylines,
                lines[at + 1 :],
                dated=bool(when.dates) or (on_page and below_date and _is_above_prose(lines, at)),
                standfirst=bool(standfirst),
                first=end == 0,
                on_page=on_page,
            )
        ):
            bylines.append(rest)
        elif (
            on_page
            and extent.weight(text) < 0
            and not _is_point(text)
            and (end or standfirst or not _may_be_standfirst(text) or not all(map(boilerplate.is_line, aside)))
        ):
            aside.append(text)
            if end and not standfirst:
                items, last = [*aside], at + 1
            if not when.dates or (standfirst and not any(date.label for date in when.dates)):
                continue
        elif (len(standfirst) < 2 or _is_point(text)) and not dateline.find(text):
            standfirst.append(text)
            continue
        else:
            break
        set_dates(top, when.dates)
        top.place = top.place or when.place
        top.standfirst += standfirst
        top.boilerplate += [*aside, *filter(None, [when.section])]
        standfirst, aside, items = [], [], []
        end = at + 1
    top.byline = _one_line(bylines)
    top.boilerplate += items
    return top, max(end, last)


def without_boilerplate(when: DateLine) -> tuple[str, list[str]]:
    """What stands beside a date, without its buttons: `By Jane Doe` of `By Jane Doe | 12 comments`."""
    pieces = when.rest.split(" | ") if when.dates else [when.rest]
    others = [one for one in pieces if when.dates and (boilerplate.is_line(one) or ends.is_any(one))]
    if len(pieces) > len(others) + 1 and any(map(signs, pieces)):
        others = [one for one in pieces if not signs(one)]
    return " | ".join(piece for piece in pieces if piece not in others), others


_POINT = lazily(r"[·•▪●] ?\S+ \S+ \S")


def _is_point(text: str) -> bool:
    """Whether this is one of the points that a standfirst may be parted into."""
    return _POINT.match(text) is not None


def _may_be_standfirst(text: str) -> bool:
    words = count(text)
    return (words >= 5 or (words > 2 and text.endswith("."))) and not extent.is_dated(text) and not ends.ends(text)


def _is_above_prose(lines: list[str], at: int) -> bool:
    """Whether a paragraph, or what pages print above one, is below a line, as below names and not below buttons."""
    below = next((text for line in lines[at + 1 :] if (text := line.strip())), "")
    return not lines[at].isupper() and (extent.weight(below) > 0 or boilerplate.is_line(below))


def _one_line(bylines: list[str]) -> str:
    """A byline that was printed on several lines, on one."""
    whole = ""
    for line in bylines:
        together = whole.casefold() in LONE_BY or goes_on(whole, line)
        whole += (" " if together else ", ") + line if whole else line
    return whole


def set_dates(top: Top, dates: tuple[LabelledDate, ...]) -> None:
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
