"""Results and articles as a person reads them in a terminal."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from newssearch.article import Article, Subhead
from newssearch.byline import shown
from newssearch.render.marks import NO_BREAK, clean, one_line, terminal
from newssearch.results import Count, Fragment, Hit, Results


def results(found: Results, *, colour: bool = False, width: int | None = None) -> Iterator[str]:
    """The lines of an answer: each hit, then the facets, then the total; wrapped where a width is given."""
    for hit in found.hits:
        yield from _hit(hit, colour=colour, width=width)
        yield ""
    for name, counts in found.facets.items():
        yield from _facet(name, counts, width)
        yield ""
    yield _total(found)


def _hit(hit: Hit, *, colour: bool, width: int | None) -> Iterator[str]:
    article = hit.article
    headline = Fragment("headline", article.headline or "(no headline)")
    rest: list[Fragment] = []
    for fragment in hit.snippets:
        if fragment.field == "headline":
            headline = fragment
        else:
            rest.append(fragment)
    title = terminal(headline, colour=colour).replace(NO_BREAK, " ")
    # The end of a mark ends the headline's bold too, which begins again.
    yield "\x1b[1m" + title.replace("\x1b[0m", "\x1b[0;1m") + "\x1b[0m" if colour else title
    yield f"  {_dim(about(article), colour=colour)}"
    for fragment in rest:
        label = "" if fragment.field == "body" else f"{fragment.field}: "
        yield from _wrapped(label + terminal(fragment, colour=colour), width, "    ")
    yield f"  {_dim('id ' + one_line(article.id), colour=colour)}"


def about(article: Article) -> str:
    """Who, when, where: what stands under a headline."""
    people = ", ".join(_person(author.name, author.role) for author in article.authors) or article.byline
    source = article.source or article.agency
    parts = (people, printed_time(article), article.place, source, article.path or article.url)
    return " · ".join(one_line(part) for part in parts if part)


def printed_time(article: Article) -> str:
    """The time as printed, with the zone that was printed or assumed."""
    moment = article.published
    if moment is None:
        return "undated"
    if moment.clock is None:
        return moment.day.isoformat()
    return f"{moment.day.isoformat()} {moment.clock.isoformat()} {moment.zone}{' (assumed)' if moment.assumed else ''}"


def article(shown_article: Article, *, colour: bool = False, width: int | None = None) -> Iterator[str]:
    """A whole article, its boilerplate last."""
    a = shown_article
    yield f"\x1b[1m{one_line(a.headline)}\x1b[0m" if colour else one_line(a.headline)
    yield about(a)
    for label, value in (("updated", a.updated), ("section", a.section), ("tags", ", ".join(a.tags)), ("url", a.url)):
        if value:
            yield f"{label}: {one_line(str(value))}"
    for part in a.flow():
        yield ""
        if isinstance(part, Subhead):
            yield f"\x1b[1m{one_line(part.text)}\x1b[0m" if colour else f"## {one_line(part.text)}"
        else:
            yield from _wrapped(clean(part), width, "")
    if a.boilerplate:
        yield ""
        yield _dim("-- boilerplate, kept and not searched --", colour=colour)
        yield from (_dim(clean(line), colour=colour) for line in a.boilerplate.split("\n"))
    yield ""
    yield _dim(f"id {one_line(a.id)}", colour=colour)


def numbers(values: Mapping[str, Any]) -> Iterator[str]:
    """A line for each of an archive's numbers."""
    for name, value in values.items():
        match value:
            case dict():
                text = ", ".join(f"{key} {item}" for key, item in value.items())
            case list():
                text = ", ".join(map(str, value))
            case int():
                text = f"{value:,}"
            case _:
                text = str(value)
        yield f"{name.replace('_', ' '):<12} {one_line(text)}"


def _person(name: str, role: str) -> str:
    return f"{shown(name)} ({role})" if role else shown(name)


def _facet(name: str, counts: tuple[Count, ...], width: int | None) -> Iterator[str]:
    """A bar for each value, as long as its share of the largest."""
    yield f"{name}:"
    largest = max((count.count for count in counts), default=1)
    label = min(max((len(_value(count)) for count in counts), default=0), 40)
    for count in counts:
        bar = "█" * round(count.count / largest * max((width or 80) - label - 14, 10) / 2)
        yield f"  {_value(count)[:label]:<{label}} {count.count:>8,} {bar}"


def _value(count: Count) -> str:
    return "undated" if count.value is None else one_line(count.value)


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "file"), counted(2000, "file")
    ('1 file', '2,000 files')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _total(found: Results) -> str:
    articles = counted(found.total, "article")
    if found.hits and len(found.hits) < found.total:
        first, last = found.offset + 1, found.offset + len(found.hits)
        articles = f"{first:,} to {last:,} of {articles}"
    return f"{articles} in {found.seconds * 1000:.0f} ms"


def _wrapped(text: str, width: int | None, indent: str) -> Iterator[str]:
    # Marks in colour count as characters, so such lines come out a little short, never long.
    lines = [indent + text]
    if width is not None:
        lines = textwrap.wrap(text, max(width, 20), initial_indent=indent, subsequent_indent=indent)
    yield from (line.replace(NO_BREAK, " ") for line in lines)


def _dim(text: str, *, colour: bool) -> str:
    return f"\x1b[2m{text}\x1b[0m" if colour else text
