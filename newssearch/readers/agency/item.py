"""What an agency says of an item, in whatever format, to an article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace

from newssearch.analysis import fold
from newssearch.article import Article, Subhead
from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers import withholding
from newssearch.readers.agency import text as agency_text
from newssearch.readers.agency.text import Text
from newssearch.readers.bylines.newsroom import is_agency
from newssearch.readers.bylines.people import Byline, people
from newssearch.readers.contract import Item, Options, Remark, Revision
from newssearch.readers.dates import dateline, record_dates
from newssearch.readers.dates.dateline import Dateline
from newssearch.readers.fragment import Flow
from newssearch.readers.plain import body
from newssearch.readers.records.values import LONGEST_KEY

_NUMBER = lazily(r"\s*(\d{1,15})", re.ASCII)
_NO_DATELINE = lazily(r"\W*\d")
_DATE_BEHIND = lazily(r"[\s,]+\d.*")
_INITIALS = lazily(r"[a-z]{1,4}(?:/[a-z]{1,4}){1,5}")


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyItem:
    """An item as its format gives it: texts as they are written, "" and () for what it does not say.

    `decks` are the lines below the headline, `summary` is an abstract, which is the body where
    there is no other, `notes` are for editors: terms of use, captions. `held` says that
    the item has an embargo, also where `embargo` is no time that can be read.
    """

    id: str = ""
    version: str = ""
    status: str = ""
    embargo: str = ""
    held: bool = False
    headline: str = ""
    decks: tuple[str, ...] = ()
    slugline: str = ""
    byline: str = ""
    dateline: str = ""
    place: str = ""
    published: str = ""
    updated: str = ""
    flow: Flow = field(default_factory=lambda: Flow([], [], []))
    lines: tuple[str, ...] = ()
    summary: str = ""
    language: str = ""
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = ""
    agency: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()


_FIELDS = tuple(one.name for one in fields(AgencyItem) if one.name != "flow")


def items(given: AgencyItem, name: str, where: str, options: Options, *, broken: str = "") -> Iterator[Item]:
    """The revision that an item is, and remarks on what of it could not be read.

    `where` names it in its file. `broken` says where its file breaks off: then it is only used
    if it has a headline and a body.
    """
    at = f"{where}: " if where else ""
    dates = _Dates(options.zone)
    found = _article(given, dates, name, options)
    is_notice = bool(found.id and found.status == "canceled")
    if broken and not (found.headline and found.body):
        yield Remark(name, f"{at}{broken}: passed over", lost=True)
        return
    if broken:
        yield Remark(name, f"{at}{broken}: read as far as it goes", lost=True)
    if not found.headline and not found.body and not is_notice:
        yield Remark(name, f"{at}neither headline nor body: passed over", lost=True)
        return
    for problem in dates.problems:
        yield Remark(name, f"{at}{problem}", lost=False)
    yield Revision(found)


def filled(outer: AgencyItem, inner: AgencyItem) -> AgencyItem:
    """An item with what it does not say itself taken from the document that lies in it."""
    given = {name: value for name in _FIELDS if (value := getattr(inner, name)) and not getattr(outer, name)}
    if inner.flow.paragraphs and not outer.flow.paragraphs:
        given["flow"] = inner.flow
    return replace(outer, **given)


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without those that are empty or were there before, whatever their case."""
    found: dict[str, str] = {}
    for text in texts:
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())


class _Dates:
    """The dates of an item, and what is wrong with them."""

    def __init__(self, zone: str) -> None:
        self._zone = zone
        self.problems: list[str] = []

    def read(self, field: str, written: str, otherwise: str = "left out") -> Moment | None:
        written = " ".join(written.split())
        found = record_dates.moment(written, self._zone) if written else None
        if found is None:
            if written:
                self.problems.append(f"{field} {written[:40]!r} is not a date that is read: {otherwise}")
            return None
        return found if found.clock is None else replace(found, clock=found.clock.replace(microsecond=0))


def _article(given: AgencyItem, dates: _Dates, name: str, options: Options) -> Article:
    headline = given.headline or given.slugline
    text = _text(given, headline)
    byline, printed, aside = _people(given, text)
    printed = _of_agency(printed, given)
    line = _dateline(given, text)
    embargo = dates.read("embargo", given.embargo, "withheld")
    published = dates.read("published", given.published)
    updated = dates.read("updated", given.updated)
    published = published or text.published(options.zone) or updated
    section, *sections = given.sections or ("",)
    tags = unique([given.slugline if given.headline else "", *sections, *given.tags])
    agency = body.agency_of(line, printed) or (given.agency if is_agency(given.agency) else "")
    decks = [deck for deck in given.decks if deck not in {headline, given.slugline}]
    return Article(
        id=given.id if len(given.id) <= LONGEST_KEY else "",
        headline=headline,
        subheads=(*(Subhead(deck) for deck in decks), *text.subheads),
        byline=byline,
        authors=printed.authors or text.credits.authors,
        agency=agency,
        dateline=line.printed,
        place=line.place,
        published=published,
        updated=None if updated == published else updated,
        body="\n".join(text.paragraphs),
        language=given.language,
        section=section,
        tags=tuple(tag for tag in tags if tag.casefold() != section.casefold()),
        source=given.source or options.source_name,
        url=given.url if len(given.url) <= LONGEST_KEY else "",
        path=name,
        boilerplate="\n".join(unique([*aside, *text.boilerplate, *given.notes])),
        embargo=embargo,
        status=withholding.status(given.status, embargo, held=given.held or bool(given.embargo)),
        version=int(found[1]) if (found := _NUMBER.match(given.version)) else 0,
    )


def _text(given: AgencyItem, headline: str) -> Text:
    """The item's text; a summary stands for one, or is kept beside it where it says something else."""
    if given.lines:
        text = agency_text.of_lines(given.lines)
        text.boilerplate += given.flow.aside
    elif given.flow.paragraphs:
        text = agency_text.of_flow(given.flow, headline)
    else:
        summary = [given.summary] if given.summary else []
        return agency_text.of_flow(given.flow._replace(paragraphs=summary), "")
    said = (headline, *(paragraph[-len(given.summary) :] for paragraph in text.paragraphs[:2]))
    if given.summary and given.summary not in said:
        text.boilerplate.append(given.summary)
    return text


def _people(given: AgencyItem, text: Text) -> tuple[str, Byline, list[str]]:
    """The byline as printed, who is in it, and a second byline that stands aside."""
    if not given.byline:
        return text.byline, people(text.byline), []
    printed = Byline() if _INITIALS.fullmatch(given.byline) else people(given.byline)
    if not printed.authors and text.byline:
        inner = people(text.byline)
        printed = Byline(inner.authors, printed.agency or inner.agency)
    return given.byline, printed, [text.byline]


def _of_agency(printed: Byline, given: AgencyItem) -> Byline:
    """The people of a byline without the agency that sends the item: `Jane Doe/TT`, `Jane Doe, PA Correspondent`."""
    known = {fold(name) for name in (given.source, given.agency) if name}
    agency, authors = printed.agency, []
    for author in printed.authors:
        employer, _, job = author.role.partition(" ")
        if " " not in author.name and fold(author.name) in known:
            agency = agency or author.name
        elif job and fold(employer) in known:
            agency = agency or employer
            authors.append(replace(author, role=job))
        else:
            authors.append(author)
    return Byline(tuple(authors), agency)


def _dateline(given: AgencyItem, text: Text) -> Dateline:
    """The dateline that is printed in the text, else the one beside it; each may know the place."""
    beside = Dateline("") if _NO_DATELINE.match(given.dateline) else dateline.place_of(given.dateline)
    if text.dateline.printed:
        return replace(text.dateline, place=text.dateline.place or given.place or beside.place)
    return replace(beside, place=_DATE_BEHIND.sub("", beside.place) or given.place)
