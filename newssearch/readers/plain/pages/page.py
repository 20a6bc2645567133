"""What a page that was copied whole says of its article, as `top` and `body` say it of a text."""

from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.people import people
from newssearch.readers.plain import body, top
from newssearch.readers.plain.body import Body
from newssearch.readers.plain.pages import beside, insets
from newssearch.readers.plain.pages.parts import Parts, parted
from newssearch.readers.plain.pages.signed import signed
from newssearch.readers.plain.top import Top

__all__ = ["parted", "read"]


def read(parts: Parts, zone: str) -> tuple[Top, Body]:
    """What stands between the headline and the first paragraph or beside them, and the text."""
    above, end = top.read(parts.article, zone, on_page=True)
    lines, aside = insets.part(parts.article[end:])
    found = body.read(lines)
    if above.published is None:
        _fill(above, beside.read(parts.above, parts.below, zone))
    above.place = above.place if above.place.isupper() or newsroom.is_place(above.place) else ""  # else a tag is one
    told = "\n".join([parts.headline, *above.standfirst, *found.paragraphs])
    byline = signed(above.byline, told)
    if byline != above.byline:
        aside.append(above.byline)
        above.byline = byline
    names = [author.name for author in people(above.byline).authors]
    found.paragraphs, bios = insets.without_bios(found.paragraphs, names)
    found.boilerplate += [*aside, *bios]
    return above, found


def _fill(above: Top, around: Top) -> None:
    """Take what does not stand above the text from around it."""
    above.published = around.published
    above.updated = above.updated or around.updated
    above.byline = above.byline or around.byline
    above.place = above.place or around.place
