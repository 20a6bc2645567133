"""An item of a feed, however it is written, to an article."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from newssearch.analysis import fold
from newssearch.article import Article, Author, Subhead
from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.bylines.people import LONGEST, Byline, people
from newssearch.readers.contract import Item, Options, Remark, Revision
from newssearch.readers.dates import record_dates
from newssearch.readers.fragment import Flow, flow, placed, plain
from newssearch.readers.plain import body
from newssearch.readers.records.fields import line
from newssearch.readers.records.values import LONGEST_KEY
from newssearch.urls import canonical_url


class Entry(NamedTuple):
    """What a feed says of an item, as it stands there; title, content and summary may be HTML.

    `where` is the item's place in the file, for remarks; `home` the feed's own page.
    """

    where: str
    id: str = ""
    url: str = ""
    title: str = ""
    content: str = ""
    summary: str = ""
    people: Sequence[str] = ()
    published: str = ""
    updated: str = ""
    language: str = ""
    section: str = ""
    tags: Sequence[str] = ()
    source: str = ""
    home: str = ""
    status: str = ""
    seen: str = ""
    """When the feed was made that it stands in."""


def read(entry: Entry, name: str, options: Options) -> Iterator[Item]:
    """The article of an item, as a revision of what was read before under its id, and remarks on it."""
    problems: list[str] = []
    article = _article(entry, name, options, problems)
    if not article.headline and not article.body:
        yield Remark(name, f"{entry.where}: neither headline nor text: passed over", lost=True)
        return
    for problem in problems:
        yield Remark(name, f"{entry.where}: {problem}: left out", lost=False)
    yield Revision(article) if article.id else article


def _article(entry: Entry, name: str, options: Options, problems: list[str]) -> Article:
    url = url_of(entry)
    source = plain(entry.source)
    text, aside = _text(entry)
    found = body.read("\n\n".join(text.paragraphs).split("\n"), separate_subheads=True)
    byline, printed = people_of(entry.people, source)
    if not byline:
        byline, printed = found.byline, people(found.byline)
    elif found.byline:
        aside.append(found.byline)
    published, updated = _moments(entry, options.zone, problems)
    return Article(
        id=id_of(entry, url, source, problems),
        headline=plain(entry.title),
        subheads=tuple(sorted([*placed(text, found.paragraphs), *found.subheads], key=attrgetter("before"))),
        byline=byline,
        authors=printed.authors or found.credits.authors,
        agency=found.agency(printed),
        dateline=found.dateline.printed,
        place=found.dateline.place,
        published=published or found.published(options.zone),
        updated=updated,
        body="\n".join(found.paragraphs),
        language=line(entry.language),
        section=plain(entry.section),
        tags=tuple(dict.fromkeys(filter(None, map(plain, entry.tags)))),
        source=source or options.source_name,
        url=url,
        path=name,
        boilerplate="\n".join([*aside, *found.boilerplate]),
        status=entry.status,
        seen=record_dates.moment(entry.seen, options.zone) if entry.seen else None,
    )


# --- which item it is -------------------------------------------------------------


def id_of(entry: Entry, url: str, source: str, problems: list[str]) -> str:
    """The item's own id, else its canonical URL.

    An id that is no URI, such as `4711`, is so only on its own site, whose name is put before
    it. Before an address stands what it is the address of: the page itself is another article,
    of which the item may be but the beginning.
    """
    own = line(entry.id)
    if len(own) > LONGEST_KEY:
        problems.append(f"its id is longer than {LONGEST_KEY:,} characters")
        own = ""
    if not own:
        return f"feed:{canonical_url(url)}" if url else ""
    if own.startswith(("http:", "https:")):
        return f"feed:{own}"
    return own if ":" in own else ":".join(filter(None, [_host(entry.home) or _host(url) or source, own]))


def url_of(entry: Entry) -> str:
    """The item's address, whole where the feed's own is known; "" where it is none."""
    printed = line(entry.url)
    if not printed or len(printed) > LONGEST_KEY or (printed == line(entry.id) and ":" not in printed):
        return ""  # a plain id is taken for a link where nothing says that it is none
    try:
        url = urljoin(entry.home, printed)
        scheme = urlsplit(url).scheme
    except ValueError:
        return ""
    return url if scheme in {"http", "https"} else ""


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


# --- what it says -----------------------------------------------------------------

_TRAILER = lazily(
    r"The post .{1,300} (?:appeared first|first appeared) on .{1,200}|Der Beitrag .{1,300} erschien zuerst auf .{1,200}"
    r"|L['’]article .{1,300} est apparu en premier sur .{1,200}|L['’]articolo .{1,300} proviene da .{1,200}"
    r"|La entrada .{1,300} (?:aparece primero|se publicó primero|apareció primero) en .{1,200}"
    r"|O post .{1,300} apareceu primeiro em .{1,200}|Continue reading\b.{0,300}|Read more(?: at .{1,100})?\W{0,5}"
    r"|Read the (?:rest of this entry|(?:full|whole|rest of the|original) (?:story|article|post))\b.{0,200}",
    re.IGNORECASE,
)
"""What publishing systems print behind the text of an item."""

_NO_LETTERS = lazily(r"[\W_]+")
_CUT = lazily(r"[\s\[(]{0,5}(?:…|\.\.\.)[\])]*(?:\s*(?:Continue reading|Read more)\b.*)?\Z", re.IGNORECASE)
_CUT_WITHIN = 300
"""Characters at the end of a summary in which it says that it was cut."""


def _text(entry: Entry) -> tuple[Flow, list[str]]:
    """The item's text, and what stands beside it: a summary that is not in the text is kept there."""
    text = flow(entry.content)
    if not text.paragraphs and not text.subheads:
        text, summary = flow(entry.summary), ""
    else:
        summary = "" if entry.summary == entry.content else plain(entry.summary)
    aside = [*text.aside]
    paragraphs = [*text.paragraphs]
    while paragraphs and _TRAILER.fullmatch(paragraphs[-1]):
        aside.append(paragraphs.pop())
    if summary and not _holds(text, summary):
        aside.insert(0, summary)
    subheads = [Subhead(subhead.text, min(subhead.before, len(paragraphs))) for subhead in text.subheads]
    return Flow(paragraphs, subheads, aside), aside


def _holds(text: Flow, summary: str) -> bool:
    """Whether a text says what a summary says, which may be cut and have lost its signs."""
    lines = [*text.paragraphs]
    for subhead in reversed(text.subheads):
        lines.insert(subhead.before, subhead.text)
    whole = summary[:-_CUT_WITHIN] + _CUT.sub("", summary[-_CUT_WITHIN:])
    return _NO_LETTERS.sub("", whole) in _NO_LETTERS.sub("", " ".join([*lines, *text.aside]))


# --- who and when -----------------------------------------------------------------

_NOBODY = frozenset(["admin", "administrator", "author", "editor", "newsroom", "root", "staff", "unknown", "webmaster"])
_MACHINE = lazily(r"\(?\b(?:no|do-?not)[-_.]?reply@\S{1,200}|https?://\S+", re.IGNORECASE)
_IN_BRACKETS = lazily(r"^\(([^()]+)\)$")

_SHORT_YEAR = lazily(r"(?<=\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) )\d\d(?= \d\d?:\d\d)")
"""The year of RFC 822, which has two figures; RFC 2822 says which century is meant."""


def people_of(each: Sequence[str], source: str) -> tuple[str, Byline]:
    """The byline of the names that a feed gives, and the people in it; the feed itself is none of them."""
    lines = [" ".join(_MACHINE.sub(" ", plain(printed)).split())[:LONGEST] for printed in each[:100]]
    lines = [*dict.fromkeys(_IN_BRACKETS.sub(r"\1", printed) for printed in lines if printed)]
    authors: dict[str, Author] = {}
    agency = ""
    for printed in lines:
        if fold(printed) in _NOBODY or fold(printed) == fold(source):
            continue
        byline = people(printed)
        agency = agency or byline.agency
        for author in byline.authors:
            known = authors.get(fold(author.name))
            if known is None or (author.email and not known.email):
                authors[fold(author.name)] = author
    return ", ".join(lines), Byline(tuple(authors.values()), agency)


def _moments(entry: Entry, zone: str, problems: list[str]) -> tuple[Moment | None, Moment | None]:
    """When the item was published and updated; an update is later."""
    published = _moment("published", entry.published, zone, problems)
    updated = _moment("updated", entry.updated, zone, problems)
    if published is None:
        return updated, updated
    return published, updated if updated and updated.span[0] > published.span[0] else None


def _moment(field: str, printed: str, zone: str, problems: list[str]) -> Moment | None:
    text = _SHORT_YEAR.sub(lambda year: ("19" if year[0] >= "50" else "20") + year[0], line(printed)[:200])
    found = record_dates.moment(text, zone) if text else None
    if text and found is None:
        problems.append(f"{field} {text[:40]!r} is not a date that is read")
    return found
