"""The body of an article: its paragraphs, and the dateline, byline and credits that are printed in them."""

import re
from dataclasses import dataclass, field

from newssearch.article import Subhead
from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.bylines import closing
from newssearch.readers.bylines.credits import credited
from newssearch.readers.bylines.lines import LONGEST, is_byline
from newssearch.readers.bylines.newsroom import is_wire
from newssearch.readers.bylines.people import EMAIL, Byline, people
from newssearch.readers.dates import dateline, printed_dates
from newssearch.readers.dates.dateline import Dateline
from newssearch.readers.plain import boilerplate
from newssearch.readers.plain.paragraphs import joined, parted_subheads

_MOST_CLOSING = 4
"""Bylines at the end, each on a line of its own."""

OPENING = 3
"""Paragraphs within which the dateline stands: corrections and bylines may stand before it."""


@dataclass(slots=True)
class Body:
    """What a body's lines hold: nothing of them is lost, and each piece is in one place."""

    paragraphs: list[str]
    subheads: list[Subhead] = field(default_factory=list)
    boilerplate: list[str] = field(default_factory=list)
    dateline: Dateline = field(default_factory=lambda: Dateline(""))
    byline: str = ""
    email: str = ""

    @property
    def credits(self) -> Byline:
        """The people of the credit lines at its end."""
        return credited("\n".join(self.paragraphs[-4:]))

    def agency(self, byline: Byline) -> str:
        """The agency of the byline or of the dateline."""
        return agency_of(self.dateline, byline)

    def published(self, zone: str) -> Moment | None:
        """The dateline's date, where it has a year."""
        found = printed_dates.find(self.dateline.date, zone)
        return next((date.moment for date in found), None)


def agency_of(line: Dateline, byline: Byline) -> str:
    """The byline's agency or the dateline's; a known wire wins over a newsroom that was read from its name."""
    if is_wire(line.agency) and not is_wire(byline.agency):
        return line.agency
    return byline.agency or line.agency


def read(lines: list[str], *, separate_subheads: bool = False) -> Body:
    """The body of these lines; `separate_subheads`: only what stands between blank lines may be a subhead."""
    kept, aside = boilerplate.part(lines)
    body = Body(joined(kept), boilerplate=aside)
    _take_opening(body)
    if body.paragraphs and EMAIL.fullmatch(body.paragraphs[-1]):
        body.email = body.paragraphs.pop()
        body.boilerplate.append(body.email)
    _take_closing(body)
    if not separate_subheads:
        body.paragraphs, body.subheads = parted_subheads(body.paragraphs)
    elif _each_stands_alone(kept, len(body.paragraphs)):
        body.paragraphs, body.subheads = parted_subheads(body.paragraphs, longest=60)
    return body


def _each_stands_alone(lines: list[str], paragraphs: int) -> bool:
    """Whether blank lines part every paragraph from the next."""
    return paragraphs > 2 and len(re.split(r"\n\s*\n", "\n".join(lines).strip())) >= paragraphs


def _take_opening(body: Body) -> None:
    """Take dateline and byline out of the first paragraphs."""
    for at, paragraph in enumerate(body.paragraphs[:OPENING]):
        byline, found = _byline_before_dateline(paragraph)
        if found and (at == 0 or found.agency or found.date):
            body.dateline = found
            rest = paragraph[len(byline) :].lstrip()[len(found.printed) :].lstrip()
            before = body.paragraphs[:at]
            printed = next((p for p in before if not byline and is_byline(p, bare=True)), "")
            body.byline = byline or max(printed, found.reporter, key=_authors)  # the first where they name as many
            names = [p for p in before if p == printed or p in body.byline]
            body.boilerplate += [p for p in names if p != body.byline]
            body.paragraphs[: at + 1] = [p for p in (*before, rest) if p and p not in names]
            return
        if len(paragraph) > 300:
            break
    if len(body.paragraphs) > 1 and is_byline(body.paragraphs[0], bare=False):
        body.byline = body.paragraphs.pop(0)


def _take_closing(body: Body) -> None:
    """Take the bylines out of the last paragraphs; one at the opening is the article's before it."""
    bylines: list[str] = []
    while len(body.paragraphs) > 1 and len(bylines) < _MOST_CLOSING:
        rest, byline = closing.parted(body.paragraphs[-1])
        if not byline:
            break
        body.paragraphs[-1:] = [rest] if rest else []
        bylines.insert(0, byline)
    if body.byline:
        body.boilerplate += bylines
    body.byline = body.byline or ", ".join(bylines)


def _authors(byline: str) -> int:
    return len(people(byline).authors)


_CAPITALS = lazily(r" (?=[A-Z][A-Z])")


def _byline_before_dateline(paragraph: str) -> tuple[str, Dateline | None]:
    """`By Jane Doe LONDON Jan 24 (Reuters) - Oil fell` begins with both."""
    if found := dateline.find(paragraph):
        return "", found
    head = paragraph[:LONGEST]
    if head.lstrip("* ")[:3].casefold() == "by ":
        for space in _CAPITALS.finditer(head):
            found = dateline.find(paragraph[space.end() :])
            if found and (found.agency or found.date) and is_byline(head[: space.start()], bare=False):
                return head[: space.start()], found
    return "", None
