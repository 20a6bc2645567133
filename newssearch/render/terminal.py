"""Results and articles as a person reads them in a terminal."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from unicodedata import east_asian_width

from newssearch.article import Article, Subhead
from newssearch.byline import shown
from newssearch.moment import Moment
from newssearch.render.marks import clean, one_line, paint, terminal
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
    yield paint(terminal(headline), colour=colour, bold=True)
    yield f"  {_dim(about(article), colour=colour)}"
    for fragment in rest:
        label = "" if fragment.field == "body" else f"{fragment.field}: "
        yield from _wrapped(label + terminal(fragment), width, "    ", colour=colour)
    if hit.similar:
        yield f"  {_dim(f'and {hit.similar:,} similar (dup:show)', colour=colour)}"
    yield f"  {_dim('id ' + one_line(article.id), colour=colour)}"


def about(article: Article) -> str:
    """Who, when, where: what stands under a headline."""
    people = ", ".join(_person(author.name, author.role) for author in article.authors) or article.byline
    source = article.source or article.agency
    parts = (
        article.status.upper(),
        embargo(article),
        people,
        printed_time(article),
        article.place,
        source,
        article.path or article.url,
    )
    return " · ".join(one_line(part) for part in parts if part)


def embargo(article: Article) -> str:
    """A warning while an embargo lasts.

    >>> embargo(Article(embargo=Moment.from_iso("2999-01-01")))
    'EMBARGO until 2999-01-01'
    """
    moment = article.embargo
    return f"EMBARGO until {_printed(moment)}" if moment and moment.span[0] > datetime.now(UTC) else ""


def printed_time(article: Article) -> str:
    """The time as printed, with the zone that was printed or assumed; else when a copy was seen."""
    moment, seen = article.published, article.seen
    if moment is None:
        return "undated"
    if seen and moment.is_taken_from(seen):
        return f"seen {_printed(seen)}"
    return f"{_printed(moment)}{' (assumed)' if moment.clock and moment.assumed else ''}"


def _printed(moment: Moment) -> str:
    return f"{moment.day} {moment.clock} {moment.zone}" if moment.clock else str(moment.day)


def article(shown_article: Article, *, colour: bool = False, width: int | None = None) -> Iterator[str]:
    """A whole article, its boilerplate last."""
    a = shown_article
    yield f"\x1b[1m{one_line(a.headline)}\x1b[0m" if colour else one_line(a.headline)
    yield about(a)
    for label, value in (
        ("updated", a.updated),
        ("seen", a.seen),
        ("embargo", a.embargo),
        ("section", a.section),
        ("tags", ", ".join(a.tags)),
        ("url", a.url),
    ):
        if value:
            yield f"{label}: {one_line(str(value))}"
    for part in a.flow():
        yield ""
        if isinstance(part, Subhead):
            yield f"\x1b[1m{one_line(part.text)}\x1b[0m" if colour else f"## {one_line(part.text)}"
        else:
            yield from _wrapped(clean(part), width, "", colour=colour)
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
    yield f"{name}:" if counts else f"{name}: none"
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
    total = len(found.hits) if found.total is None else found.total
    articles = counted(total, "article")
    if found.hits and len(found.hits) < total:
        first, last = found.offset + 1, found.offset + len(found.hits)
        articles = f"{first:,} to {last:,} of {articles}"
    elif found.offset and total and not found.hits:
        articles = f"none of {articles} behind the first {found.offset:,}"
    return f"{articles} in {found.seconds * 1000:.0f} ms"


def _wrapped(text: str, width: int | None, indent: str, *, colour: bool) -> Iterator[str]:
    """The text in lines of at most so many columns; a wide character takes two."""
    if width is None:
        yield indent + paint(text, colour=colour)
        return
    room = max(width, 20) - len(indent)
    line, columns = "", 0
    for word in text.split(" "):
        size = _columns(word)
        if line and columns + 1 + size > room:
            yield indent + paint(line, colour=colour)
            line, columns = "", 0
        while size > room:  # a word longer than a line, or a script without spaces
            cut = next(at for at in range(1, len(word) + 1) if _columns(word[:at]) > room - columns - bool(line)) - 1
            yield indent + paint(f"{line} {word[:cut]}" if line else word[:cut], colour=colour)
            word, line, columns = word[cut:], "", 0  # noqa: PLW2901 - the rest of it
            size = _columns(word)
        line, columns = (f"{line} {word}", columns + 1 + size) if line else (word, size)
    if line:
        yield indent + paint(line, colour=colour)


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _dim(text: str, *, colour: bool) -> str:
    return f"\x1b[2m{text}\x1b[0m" if colour else text
