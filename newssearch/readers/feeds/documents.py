"""Items of agencies' feeds that hold a whole document, in NITF."""

from collections.abc import Iterator

from newssearch.readers.agency import nitf
from newssearch.readers.agency.item import AgencyItem, filled, items
from newssearch.readers.contract import Item, Options
from newssearch.readers.feeds.items import Entry, id_of, people_of, url_of
from newssearch.readers.fragment import plain
from newssearch.readers.records.fields import line
from newssearch.readers.roots import root


def document(content: str) -> AgencyItem | None:
    """What a document says that is an item's content; feedparser may have taken its outermost elements away.

    >>> document("<body.head><hedline><hl1>Oil falls</hl1></hedline></body.head><body.content/>").headline
    'Oil falls'
    """
    first = root(content[:4096].encode("utf-8", "replace"))
    if first != "nitf" and not first.startswith("body."):
        return None
    return nitf.in_text(content if first == "nitf" else f"<nitf><body>{content}</body></nitf>")


def read(entry: Entry, inner: AgencyItem, name: str, options: Options) -> Iterator[Item]:
    """The article of such an item: which it is and when, says the feed; what is in it, its document."""
    url, source, title = url_of(entry), plain(entry.source), plain(entry.title)
    own = AgencyItem(
        id=id_of(entry, url, source, []),
        slugline=title if title != inner.headline and inner.headline else "",
        published=entry.published,
        updated=entry.updated,
        language=line(entry.language),
        sections=tuple(filter(None, [plain(entry.section)])),
        tags=tuple(filter(None, map(plain, entry.tags))),
        url=url,
    )
    said = AgencyItem(
        headline=title,
        byline=people_of(entry.people, source)[0],
        summary="" if entry.summary == entry.content else plain(entry.summary),
        source=source,
    )
    yield from items(filled(filled(own, inner), said), name, entry.where, options)
