"""The XML of the Reuters Corpus (RCV1 and RCV2): a `newsitem` with a text, codes and Dublin Core."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from newssearch.readers.agency.documents import documents
from newssearch.readers.agency.item import AgencyItem, items, unique
from newssearch.readers.agency.markup import text_flow
from newssearch.readers.agency.xml_tree import child, first
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.roots import attributes, root


def begins(head: bytes) -> bool:
    """Whether this is an item of the corpus; those of NewsML-G2 have a `guid` and no `itemid`."""
    return root(head) == "newsitem" and b"itemid=" in attributes(head)


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each item."""
    for document in documents(file, name):
        if isinstance(document, Remark):
            yield document
        else:
            yield from items(_item(document.root), name, document.where, options, broken=document.broken)


def _item(news: Element) -> AgencyItem:
    """What an item says; its title is the headline with the country before it."""
    core = {one.get("element", ""): one.get("value", "") for one in news.iterfind("metadata/dc")}
    return AgencyItem(
        id=f"reuters:{news.get('itemid')}" if news.get("itemid") else "",
        headline=first(news, "headline") or first(news, "title"),
        byline=first(news, "byline"),
        dateline=first(news, "dateline"),
        place=core.get("dc.creator.location", ""),
        published=core.get("dc.date.published", "") or news.get("date", ""),
        flow=text_flow(child(news, "text")),
        language=news.get("xml:lang", ""),
        tags=unique([core.get("dc.creator.location.country.name", "")]),
        source=core.get("dc.source", "") or core.get("dc.publisher", ""),
        agency=core.get("dc.source", ""),
        notes=unique([first(news, "copyright")]),
    )
