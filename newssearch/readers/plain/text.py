"""Plain text as it is copied from a web page or a wire: one article."""

from collections.abc import Iterator
from typing import BinaryIO

from newssearch.article import Article, Subhead
from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.bylines.people import people
from newssearch.readers.contract import Options, Remark
from newssearch.readers.dates import date_lines
from newssearch.readers.encoding import decode, whole
from newssearch.readers.plain import body, boilerplate, menu, top
from newssearch.readers.plain.pages import byblock, extent
from newssearch.readers.plain.pages import page as pages
from newssearch.readers.plain.pages.parts import Parts

LONGEST_HEADLINE = 300
"""Characters from which on a first line is a paragraph and no headline."""

LONGEST_LABEL = 60
"""Characters of a line above a headline that says for whom or of what kind the article is."""

_MOST_ABOVE = 12
"""Lines between a headline and the first paragraph."""

LARGEST = 16 << 20
"""Bytes of the largest text that is read."""


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Article | Remark]:
    """The article of a text file, and what could not be read in it."""
    try:
        text, notice = decode(whole(file, LARGEST, "a text"))
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    yield from page(text, name, options)


def page(text: str, name: str, options: Options) -> Iterator[Article | Remark]:
    """The article of a text, and what could not be read in it."""
    lines = [line.rstrip() for line in text.split("\n")]
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        yield Remark(name, "holds no text: passed over", lost=True)
        return
    parts = pages.parted(lines)
    if parts:
        above, found = pages.read(parts, options.zone)
    else:
        parts = _parted(lines, first)
        above, end = top.read(parts.article, options.zone, authors=_authors(parts.article))
        found = body.read(parts.article[end:])
    aside = [*parts.above, *above.boilerplate, *found.boilerplate, *parts.below]
    lost = [text for text in parts.others if text in aside]  # may be the headline: must be found, as no boilerplate is
    aside = [text for text in aside if text not in lost]
    bylines = [above.byline, found.byline]
    if all(bylines) and (named := people(above.byline).authors):
        more = {author.name for author in named} < {author.name for author in people(found.byline).authors}
        aside.append(bylines.pop(0 if more else 1))
    byline = ", ".join(filter(None, bylines)) or ", ".join(above.emails)
    if above.ambiguous and above.published is None:
        yield Remark(name, f"{above.ambiguous} may be two dates: left out", lost=False)
    printed = people(", ".join(filter(None, [byline, *above.emails, found.email])))
    yield Article(
        headline=parts.headline,
        subheads=(
            *(Subhead(text, 0) for text in lost),
            *(Subhead(s.text, s.before + len(above.standfirst)) for s in found.subheads),
        ),
        byline=byline,
        authors=printed.authors or found.credits.authors,
        agency=found.agency(printed),
        dateline=found.dateline.printed,
        place=found.dateline.place or above.place,
        published=above.published or found.published(options.zone) or above.updated,
        updated=above.updated,
        body="\n".join([*above.standfirst, *found.paragraphs]),
        section=parts.section,
        source=options.source_name,
        path=name,
        boilerplate="\n".join(aside),
    )


def _authors(article: list[str]) -> frozenset[int]:
    """The numbers of the lines above the first paragraph that name authors without "By", as copied pages have them."""
    first = next((at for at, line in enumerate(article[:_MOST_ABOVE]) if extent.weight(line.strip()) > 0), 0)
    return frozenset(byblock.find(article[:first], article[first:], ())[0])


def _parted(lines: list[str], first: int) -> Parts:
    """The parts of a text that is an article's, with a menu above it or none."""
    kicker, first = _kicker(lines, first)
    label = _label(lines, first)
    below = menu.end(lines, label)
    above = [text for line in lines[first:below] if (text := line.strip())]
    first = label
    if below > first:
        inner, first = _kicker(lines, below)
        kicker = inner or kicker
    headline = " ".join(lines[first].split())
    if len(headline) > LONGEST_HEADLINE:
        return Parts(above, "", lines[first:], [], kicker)
    return Parts(above, headline, lines[first + 1 :], [], kicker)


def _label(lines: list[str], first: int) -> int:
    """Where a text begins whose first line is no headline, but says for whom or of what kind it is."""
    text = lines[first].strip()
    if len(text) > LONGEST_LABEL:
        return first
    below = next((at for at in range(first + 1, len(lines)) if lines[at].strip()), first)
    if not (menu.is_label(text) or boilerplate.is_line(text)) or not _may_be_headline(lines[below].strip()):
        return first
    return below


def _kicker(lines: list[str], first: int) -> tuple[str, int]:
    """A section's name in capitals above the headline, and where the headline stands."""
    text = " ".join(lines[first].split())
    if text.isupper() and newsroom.is_section(text):
        below = next((at for at in range(first + 1, len(lines)) if lines[at].strip()), first)
        headline = " ".join(lines[below].split())
        if (
            len(text.split()) < len(headline.split())
            and len(headline) <= LONGEST_HEADLINE
            and _may_be_headline(headline)
        ):
            return text, below
    return "", first


def _may_be_headline(line: str) -> bool:
    return not line.endswith(".") and not is_byline(line, bare=False) and not date_lines.read(line, "", "UTC").dates
