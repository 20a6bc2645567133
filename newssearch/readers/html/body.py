"""The body of a page: which of its lines are the article's."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any

from newssearch.patterns import lazily
from newssearch.readers.contract import extra
from newssearch.readers.dates import date_lines
from newssearch.readers.html.lines import Line, lines

PROSE = 60
"""Characters from which on a line is prose, and no label or link."""

_BEGINNING = 40
"""Characters by which a line is known again that was not taken whole."""


_STANDFIRST = lazily(
    r"standfirst|sub-?head|sub-?title|dek\b|deck|lead|lede|intro|summary|abstract|vorspann|chapo|teaser|descri", 2
)
_OTHERS = lazily(r"comment|reply|related|recommend|promo|newsletter|caption|gallery|credit", 2)


def lines_of(root: Any, page: Sequence[Line], headline: int, told: str) -> list[Line]:
    """The article's lines: those that trafilatura finds, and what it passed over of the page's that is like them.

    `told` is the body that the page's JSON-LD gives; where that is much more, it is taken.
    """
    found = _extracted(root)
    if found:
        found = _whole(found, page, headline)
    if len(told) > 200 and sum(len(line.text) for line in found) < 0.6 * len(told):
        return [Line(text, root, 0, 0, False, False) for part in told.split("\n") if (text := " ".join(part.split()))]
    return found


def _extracted(root: Any) -> list[Line]:
    """What trafilatura takes for the article; a row of a table is a line."""
    with extra("html"):
        import trafilatura
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        document: Any = trafilatura.bare_extraction(
            root, fast=True, favor_recall=True, include_comments=False, output_format="xml", with_metadata=False
        )
    except Exception:  # noqa: BLE001 - what it stumbles over is a page without a body to us
        return []
    if document is None:
        return []
    for row in [*document.body.iter("row", "tr")]:
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("cell", "td", "th")]
        tail = row.tail
        row.clear()
        row.text, row.tail = " | ".join(filter(None, cells)), tail
    for head in document.body.iter("head"):
        head.tag = "h2"
    return lines(document.body)


def _whole(found: list[Line], page: Sequence[Line], headline: int) -> list[Line]:
    """The lines that were found, and in their places the prose that stands in blocks as theirs, and the standfirst.

    A date that stands above them on the page, and was put behind them, is no part of the text.
    """
    places = _places(found, page)
    first = min((place for place in places if place >= 0), default=-1)
    if first < 0:
        return found
    dates = _dates(found, places, page[headline + 1 : first])
    kept = [at for at, line in enumerate(found) if places[at] >= 0 or key(line) not in dates]
    found, places = [found[at] for at in kept], [places[at] for at in kept]
    found = [line if at < 0 else line._replace(bold=page[at].bold) for line, at in zip(found, places, strict=True)]
    kinds = {_kind(page[place]) for place in places if place >= 0 and _is_prose(page[place])}
    taken = set(places)
    text = "".join(key(line) for line in found)
    missed = [
        at
        for at, line in enumerate(page)
        if at > headline
        and at not in taken
        and _is_prose(line)
        and _is_like(line, kinds, above=at < first)
        and key(line)[:_BEGINNING] not in text
    ]
    if not missed:
        return found
    ordered: list[tuple[int, int, Line]] = []
    before = 0
    for number, (place, line) in enumerate(zip(places, found, strict=True)):
        before = place if place >= 0 else before
        ordered.append((before, number, line))
    ordered += [(at, -1, page[at]) for at in missed]
    return [line for _, _, line in sorted(ordered, key=lambda item: item[:2])]


def _places(found: Sequence[Line], page: Sequence[Line]) -> list[int]:
    """Where on the page each line stands, or -1; lines are sought from where the last one was."""
    where: dict[str, list[int]] = {}
    for at, line in enumerate(page):
        where.setdefault(key(line), []).append(at)
    places: list[int] = []
    last = -1
    for line in found:
        at = next((at for at in where.get(key(line), ()) if at > last), -1)
        last = max(last, at)
        places.append(at)
    return places


def _dates(found: Sequence[Line], places: Sequence[int], above: Sequence[Line]) -> set[str]:
    """Which of the lines that were put behind their places stand above the text, and say when."""
    strays = {key(line) for line, at in zip(found, places, strict=True) if at < 0 and not _is_prose(line)}
    if places.count(-1) * 2 > len(places):  # a line was known too far below, and what is above it is text
        return set()
    return {key(line) for line in above if key(line) in strays and date_lines.read(line.text, "", "UTC").dates}


def _is_prose(line: Line) -> bool:
    return (
        len(line.text) >= PROSE
        and line.linked * 2 < len(line.text)
        and not (line.aside or line.caption or line.is_head)
    )


def _is_like(line: Line, kinds: set[tuple[Any, ...]], *, above: bool) -> bool:
    """Whether a line stands in a block as the article's do, or, `above` them, in one that says what it is."""
    if above and not _STANDFIRST.search(line.block.get("class", "")):
        return False
    if not above and _kind(line) not in kinds:
        return False
    return not any(_OTHERS.search(f"{e.get('class', '')} {e.get('id', '')}") for e in _around(line.block))


def _kind(line: Line) -> tuple[Any, ...]:
    """What a line's block is to the page's makers, by its class and that of the one around it."""
    block, parent = line.block, line.block.getparent()
    names = (block.get("class"), None if parent is None else parent.get("class"))
    return (block.tag, *names) if any(names) else (block.tag, parent)


def _around(block: Any) -> Iterator[Any]:
    """A block and what it stands in, up to the page's body."""
    yield block
    yield from (outer for outer in block.iterancestors() if outer.tag not in {"body", "html"})


def key(line: Line) -> str:
    """What two readings of a line have in common."""
    return "".join(line.text.split())
