"""What a page that was copied whole says of its article, as `top` and `body` say it of a text."""

from collections.abc import Sequence

from newssearch.readers.bylines.lines import names_people
from newssearch.readers.bylines.people import people
from newssearch.readers.dates import labels
from newssearch.readers.plain import body, menu, top
from newssearch.readers.plain.body import Body
from newssearch.readers.plain.pages import beside, boxes, insets, opening, places, tails
from newssearch.readers.plain.pages.parts import Parts, parted
from newssearch.readers.plain.pages.signed import signed
from newssearch.readers.plain.top import Top

_LAST = 3
"""Lines of an article that may say when, as those below it do."""

_NEAR = 12
"""Lines below an article that may tell who its authors are."""

__all__ = ["parted", "read"]


def read(parts: Parts, zone: str) -> tuple[Top, Body]:
    """What stands between the headline and the first paragraph or beside them, and the text."""
    article, authors, taken, place = opening.part(parts.article, [*parts.above, *parts.below])
    above, end = top.read(article, zone, on_page=True, authors=authors)
    begin = _below_labels(article, end)
    lines, items = boxes.part(article[begin:])
    lines, aside = insets.part(lines)
    aside += [text for line in article[end:begin] if (text := line.strip())] + taken
    found = body.read(lines)
    page = "\n".join([*parts.above, parts.headline, *parts.article, *parts.below])
    if not found.dateline.printed:
        places.take_dateline(found, page)
    if above.published is None:
        last = filter(labels.begins_with_label, lines[-_LAST:])
        _fill(above, beside.read(parts.above, [*last, *parts.below], zone))
    if not above.place.isupper() and not places.is_place(above.place, page):
        above.place = ""  # it is a tag
    tail = (*parts.article, *parts.below[:_NEAR])
    if not above.byline:
        above.byline = next((text for text in above.boilerplate if _is_told_of(text, tail)), "")
        above.boilerplate = [text for text in above.boilerplate if text != above.byline]
    names = _names(above.byline)
    found.paragraphs, bios = tails.parted(found.paragraphs, names)
    if not authors and not any(tails.is_bio(text.strip(), names) for text in tail):
        told = "\n".join([*parts.above, parts.headline, *above.standfirst, *found.paragraphs])
        byline = signed(above.byline, told)
        if byline != above.byline:
            aside.append(above.byline)
            above.byline = byline
    above.byline, town = places.without_place(above.byline, names, page)
    above.place = above.place or place or town or places.of_byline(above.byline, page)
    bios += [subhead.text for subhead in found.subheads if tails.is_bio(subhead.text, names)]
    found.subheads = [subhead for subhead in found.subheads if subhead.text not in bios]
    found.boilerplate += [*items, *aside, *bios]
    return above, found


def _below_labels(lines: Sequence[str], at: int) -> int:
    """The line below those that say of what kind the article is, or for whom."""
    while at < len(lines) and (not lines[at].strip() or menu.is_label(lines[at].strip())):
        at += 1
    return at


def _is_told_of(text: str, tail: Sequence[str]) -> bool:
    """Whether these are the names of people, and it is told below who one of them is."""
    return names_people(text) and any(tails.is_bio(line.strip(), _names(text)) for line in tail)


def _names(byline: str) -> list[str]:
    return [author.name for author in people(byline).authors]


def _fill(above: Top, around: Top) -> None:
    """Take what does not stand above the text from around it."""
    above.published = around.published
    above.updated = above.updated or around.updated
    above.byline = above.byline or around.byline
    above.place = above.place or around.place
