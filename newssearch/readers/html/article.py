"""A page's tree to its article: what the page says of it, what it prints of it, and its text."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newssearch.analysis import fold
from newssearch.article import Article, Author
from newssearch.moment import Moment
from newssearch.readers.bylines.people import Byline
from newssearch.readers.contract import Options
from newssearch.readers.html import aside as html_aside
from newssearch.readers.html import body as html_body
from newssearch.readers.html import dates as html_dates
from newssearch.readers.html import flow as html_flow
from newssearch.readers.html import headline as html_headline
from newssearch.readers.html import lines as html_lines
from newssearch.readers.html import people as html_people
from newssearch.readers.html import place as html_place
from newssearch.readers.html.dates import Dates
from newssearch.readers.html.flow import Flow
from newssearch.readers.html.lines import Line
from newssearch.readers.html.metadata import Metadata
from newssearch.readers.plain import body, top
from newssearch.readers.plain.top import Top


def article(root: Any, name: str, options: Options, url: str, seen: Moment | None) -> Article | None:
    """The article of a page, or None where there is neither headline nor text."""
    said = Metadata(root, url)
    lines = html_lines.lines(root)
    headline, at = html_headline.headline(said, lines)
    around = html_place.around(lines[at] if at >= 0 else None)
    marked, named = html_people.marked(said, around), html_people.said(said)
    near = html_dates.near(lines, at, options.zone)
    dates = html_dates.said(said, around, near, options.zone)
    dated = html_dates.in_url(said.url, options.zone) or html_dates.dated(said, around, options.zone)
    html_aside.take_out(root, lines)
    found = html_body.lines_of(root, lines, at, said.graph.line("articleBody"))
    flow = html_flow.flow(found, headline, options.zone)
    if not flow.paragraphs and not (headline and (at >= 0 or said.graph.article)):
        return None
    above = _above(lines, at, options.zone)
    printed = (marked, flow.top.byline, flow.body.byline, above.byline)
    section = fold(said.section)  # it often stands where a byline would, and reads like a name
    bylines = [byline for byline in printed if byline and fold(byline) != section]
    byline, people = _people(next(iter(bylines), ""), named, flow, said)
    if dates.published is None:
        dates = dates.or_else(html_dates.marked(lines, at, around, options.zone))
    dates = dates.or_else(Dates(dated or flow.top.published or flow.body.published(options.zone), flow.top.updated))
    published, updated = dates.published or dates.updated, dates.updated
    return Article(
        headline=headline,
        subheads=flow.subheads,
        byline=byline,
        authors=_with_roles(people.authors, bylines, said),
        agency=body.agency_of(flow.body.dateline, people),
        dateline=flow.body.dateline.printed,
        place=flow.body.dateline.place or flow.top.place or above.place,
        published=published or (seen and replace(seen, assumed=True)),
        updated=updated if published and updated and updated.span[0] > published.span[1] else None,
        body="\n".join(flow.paragraphs),
        language=said.language,
        section=said.section,
        tags=tuple(said.tags),
        source=said.site or options.source_name,
        url=said.url,
        path=name,
        boilerplate="\n".join(html_flow.beside(lines, found, [headline, byline])),
        seen=seen or said.seen,
    )


def _above(lines: Sequence[Line], headline: int, zone: str) -> Top:
    """What is printed between the headline and the text."""
    if headline < 0:
        return Top()
    below = [line.text for line in lines[headline + 1 : headline + html_dates.BELOW] if not line.caption]
    return top.read(below, zone)[0]


def _with_roles(authors: Sequence[Author], bylines: Sequence[str], said: Metadata) -> tuple[Author, ...]:
    """The authors with the roles that any of the bylines prints behind their names."""
    printed = [author for byline in bylines for author in html_people.of_values([byline], said).authors if author.role]
    roles = {author.name.casefold(): author.role for author in reversed(printed)}
    return tuple(replace(a, role=a.role or roles.get(a.name.casefold(), "")) for a in authors)


def _people(printed: str, named: Byline, flow: Flow, said: Metadata) -> tuple[str, Byline]:
    """The byline as printed, and the people whom the page names, else those of the byline, else of the credits.

    A login such as `jane` or `jane.doe` gives way to the name that is printed.
    """
    read = html_people.of_values([printed], said)
    if not named.authors:
        return printed, Byline(read.authors or flow.body.credits.authors, read.agency or named.agency)
    authors = named.authors
    if read.authors and len(read.authors) >= len(authors) and all(html_people.is_login(a.name) for a in authors):
        authors = read.authors
    names = {author.name.casefold() for author in authors}
    if not any(author.name.casefold() in names for author in read.authors):
        printed = ", ".join(author.name for author in authors)
    return printed, Byline(authors, named.agency or read.agency)
