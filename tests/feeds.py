"""Reading feeds: the files below tests/data/feeds, and feeds of one item that are made in a test."""

import io
from pathlib import Path

from reading import articles

from newssearch.readers.contract import Options, Remark
from newssearch.readers.feeds import rss

DATA = Path(__file__).parent / "data" / "feeds"


def items_of(data, reader=rss, options=Options()):  # noqa: B008 -- a value
    data = data.encode() if isinstance(data, str) else data
    return [*reader.read(io.BytesIO(data), "feed.xml", options)]


def file_items(name, reader=rss):
    return items_of((DATA / name).read_bytes(), reader)


def remarks_of(items):
    return [(item.message, item.lost) for item in items if isinstance(item, Remark)]


def item(inner, channel=""):
    """The one article of a feed with one item."""
    (found,) = articles(
        items_of(
            '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>{channel}'
            f"<item><title>x</title>{inner}</item></channel></rss>"
        )
    )
    return found
