"""When a page's article was published and updated: what is said for machines first, then what is printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.dates import date_lines, printed_dates, record_dates
from newssearch.readers.html.clock import is_same_clock, on_clock_of
from newssearch.readers.html.lines import Line
from newssearch.readers.html.metadata import Metadata, value_of
from newssearch.readers.html.place import is_beside

PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued",
    "dcterms.issued", "dc.issued", "dc.date.created", "dcterms.created", "dc.created", "pubdate", "publish-date",
    "publish_date", "publishdate", "published-date", "publication_date", "publicationdate", "publication-date",
    "citation_publication_date", "citation_date", "article_date_original", "article.published",
    "originalpublicationdate", "bt:pubdate", "rnews:datepublished", "vr:published_time",
)  # fmt: skip
DATED = ("dc.date", "dcterms.date", "dc:date", "date", "article:date", "datecreated", "dc:date.created")
"""What may as well be the date of an update, or of the page: what is printed near the headline is surer."""

UPDATED = (
    "article:modified_time", "article:modified", "og:article:modified_time", "datemodified", "og:updated_time",
    "dcterms.modified", "dc.date.modified", "dc.modified", "article.updated", "lastmod", "last-modified",
)  # fmt: skip

ABOVE, BELOW = 4, 14
"""Lines above and below the headline within which it is printed by whom and when the article is."""

EARLIEST = 1600
"""The year of the first newspapers: a date before it is a machine's nothing."""

_YEAR, _MONTH, _DAY = r"((?:18|19|20)\d\d)", r"(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_URL_DATE = lazily(
    rf"/{_YEAR}[/-]{_MONTH}[/-]{_DAY}(?=[/_.-]|$)|[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_URL_DAY_FIRST = lazily(rf"/(1[3-9]|2\d|3[01])-(0[1-9]|1[0-2])-{_YEAR}(?=[/_.-]|$)")  # no month is above 12
_SHORT = 100
"""Characters of a line that is no sentence: in a longer one, it may be another thing that was published then."""

_UPDATES = lazily(r"updat|modif", 2)
_DATED = lazily(
    r"date(?!line)|datum|fecha|timestamp|publish|pubdate|posted|submitted|(?:entry|post|article)-?_?meta|byline", 2
)
_LABELLED = lazily(
    r"\W*(?:geschrieben|erstellt|eingestellt|verfasst|gepostet|veröffentlicht|erschienen|aktualisiert|posted|written"
    r"|submitted|published|updated|last (?:edited|updated|modified|changed)|authors?|autor(?:in|en)?|von|by|par|por"
    r"|publié|publicado|pubblicato|mis à jour|date|datum|fecha|stand|(?:presse)?(?:mitteilung|meldung) vom"
    r"|press release)\b",
    2,
)
_GLUED = lazily(r"(?<=[^\W\d_]:)(?=\d)|(?<=\d\.)(?=[^\W\d_]{3})", 2)
_NOTICE = lazily(r"\D{0,80}(?:©|\(c\)|copyright|rights reserved|zugriff|accessed)", 2)


class Dates(NamedTuple):
    """When an article was published and updated."""

    published: Moment | None = None
    updated: Moment | None = None

    def or_else(self, other: "Dates") -> "Dates":
        """These, and what they lack from others."""
        return Dates(self.published or other.published, self.updated or other.updated)


def said(page: Metadata, around: frozenset[Any], printed: Dates, zone: str) -> Dates:
    """The dates that a page says for machines, and those that it prints near the headline.

    Where it says two days, the one that is printed too is its date: systems also say when a
    page was first stored.
    """
    times = [time for time in page.root.iter("time") if _is_marked(time) and not is_beside(time, around)]
    published = [
        page.graph.line("datePublished", beyond=True),
        *(value for name in PUBLISHED for value in page.all(name)),
        *_properties("datePublished", page, around),
        *(value_of(time) for time in times if not _UPDATES.search(time.get("class", ""))),
    ]
    updated = [
        page.graph.line("dateModified", beyond=True),
        *(value for name in UPDATED for value in page.all(name)),
        *_properties("dateModified", page, around),
        *(value_of(time) for time in times if _UPDATES.search(time.get("class", ""))),
    ]
    moments = list(_moments(published, zone))
    if printed.published:
        shown = [moment for moment in moments if moment.day == printed.published.day]
        if not moments:
            shown = [moment for moment in _dated(page, around, zone) if is_same_clock(moment, printed.published)]
        if shown:
            moments = shown if any(moment.clock for moment in shown) else [*shown, printed.published]
    best = _best(moments)
    return Dates(best, _best(_moments(updated, zone))).or_else(
        Dates(printed.published, on_clock_of(printed.updated, printed.published, best))
    )


def dated(page: Metadata, around: frozenset[Any], zone: str) -> Moment | None:
    """The date that a page says for machines without saying which one it is."""
    return _best(_dated(page, around, zone))


def _dated(page: Metadata, around: frozenset[Any], zone: str) -> Iterator[Moment]:
    values = [*(value for name in DATED for value in page.all(name)), page.graph.line("dateCreated")]
    return _moments([*values, *_properties("dateCreated", page, around)], zone)


def _properties(name: str, page: Metadata, around: frozenset[Any]) -> list[str]:
    return [value_of(element) for element in page.props.get(name, ()) if not is_beside(element, around)]


def near(lines: Sequence[Line], headline: int, zone: str) -> Dates:
    """The dates that are printed around a headline, below it before above it; a paragraph may begin with one."""
    found = Dates()
    if headline < 0:
        return found
    for part in (lines[headline + 1 : headline + BELOW], lines[max(headline - ABOVE, 0) : headline + 1]):
        label = ""
        for line in part:
            when, label = _printed(line, label, zone)
            found = found.or_else(when)
    return found


def marked(lines: Sequence[Line], headline: int, around: frozenset[Any], zone: str) -> Dates:
    """The date that is printed anywhere else, where its label or its markup says what it is, or no other is.

    What stands behind the headline is taken before what stands above it.
    """
    alone: set[Moment] = set()
    for line in (*lines[headline + 1 :], *lines[: headline + 1]):
        if line.aside or len(line.text) > date_lines.LONGEST or not any(map(str.isdigit, line.text)):
            continue
        dates, rest = _read(line, zone)
        if not any(dates) or is_beside(line.block, around):
            continue
        if _is_said(line, zone):
            return dates
        if not rest:
            alone.update(filter(None, dates))
    return Dates(alone.pop()) if len({moment.day for moment in alone}) == 1 else Dates()


def _is_said(line: Line, zone: str) -> bool:
    """Whether a line's markup or its first words say that its date is the article's."""
    names = " ".join(filter(None, (line.block.get("class"), line.block.get("id"))))
    return (
        _DATED.search(names) is not None
        or _LABELLED.match(line.text) is not None
        or (len(line.text) <= _SHORT and any(found.label for found in date_lines.read(line.text, "", zone).dates))
        or any(time.get("datetime") for time in line.block.iter("time"))
    )


def _read(line: Line, zone: str) -> tuple[Dates, str]:
    """The dates of a line, and what else stands on it."""
    return _printed(line, "", zone)[0], date_lines.read(_spaced(line.text), "", zone).rest


def _spaced(text: str) -> str:
    """A line with the space that some leave out, in `Datum:3. Mai` and `3.Mai`."""
    return _GLUED.sub(" ", text)


def _printed(line: Line, label: str, zone: str) -> tuple[Dates, str]:
    """The dates of a line below a label, and the label that it leaves for the next."""
    text = _spaced(line.text[: date_lines.LONGEST + 1])
    if _NOTICE.match(text):
        return Dates(), ""
    times = [value_of(time) for time in line.block.iter("time") if time.get("datetime")]
    if times and (moment := _best(_moments(times[:1], zone))):
        updates = date_lines.read(f"{text[:60]} 1 May 2000", label, zone).dates[:1]
        return (Dates(None, moment) if updates and updates[0].label == "updated" else Dates(moment)), ""
    if len(text) > _SHORT or text.endswith("."):  # a sentence, but for what it begins with
        words = _LABELLED.match(text)
        first = next(printed_dates.find(text[:_SHORT], zone), None)
        if first is None or first.start > (words.end() + 4 if words else 0):
            return Dates(), ""
        text = text[: first.end]
    when = date_lines.read(text, label, zone)
    published = updated = None
    for found in when.dates:
        if found.moment is None or not is_sound(found.moment):
            continue
        if found.label == "updated":
            updated = updated or found.moment
        else:
            published = published or found.moment
    return Dates(published, updated), when.waiting


def in_url(url: str, zone: str) -> Moment | None:
    """The day in a page's address.

    >>> str(in_url("https://news.example/2025/09/28/oil.html", "UTC"))
    '2025-09-28'
    """
    if found := _URL_DATE.search(url):
        year, month, day = filter(None, found.groups())
    elif found := _URL_DAY_FIRST.search(url):
        day, month, year = found.groups()
    else:
        return None
    try:
        return Moment(date(int(year), int(month), int(day)), None, zone, assumed=True)
    except ValueError:
        return None


def is_sound(moment: Moment) -> bool:
    """Whether a date may be an article's: no zero of a clock, of an epoch or of a calendar."""
    return moment.day.year >= EARLIEST and moment.day != date(1970, 1, 1)


def _moments(values: Sequence[str], zone: str) -> Iterator[Moment]:
    for value in values:
        if value and (moment := record_dates.moment(value, zone)) and is_sound(moment):
            clock = moment.clock and moment.clock.replace(microsecond=0)
            yield replace(moment, clock=clock)


def _best(moments: Iterable[Moment]) -> Moment | None:
    """The first, or one that says more of the same day."""
    known = [*moments]
    same = [moment for moment in known if moment.day == known[0].day]
    return max(same, key=lambda moment: (moment.clock is not None, not moment.assumed), default=None)


def _is_marked(time: Any) -> bool:
    return (
        time.get("pubdate") is not None
        or _DATED.search(time.get("class", "")) is not None
        or _UPDATES.search(time.get("class", "")) is not None
    )
