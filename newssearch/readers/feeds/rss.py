"""RSS 0.9x, 1.0 and 2.0, and Atom: through feedparser, which is given bytes and so fetches nothing."""

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.sax import SAXParseException

from newssearch.patterns import lazily
from newssearch.readers import charsets, roots
from newssearch.readers.contract import Item, Options, Remark, extra
from newssearch.readers.encoding import clean, decode, whole
from newssearch.readers.feeds import damage as feed_damage
from newssearch.readers.feeds import entries as feed_entries
from newssearch.readers.feeds import identity

LARGEST = 64 << 20
"""Bytes of the largest feed that is read."""

_RSS_1 = (b"purl.org/rss/", b"netscape.com/rdf/", b"purl.org/net/rss1.1")
_BEHIND_JUNK = re.compile(
    rb"<\?xml\b[^>]{0,200}\?>\s*+(?:<(?:[?][^>]*+|!--.{0,2000}?--)>\s*+)*<(?:rss|rdf:RDF|feed)[\s>]", re.DOTALL
)
_SPACE = lazily(
    r"xmlns:(\w{1,40})\s{0,9}=\s{0,9}[\"'][^\"'<>]{0,20}(?:search\.yahoo\.com/mrss|georss\.org|opengis\.net/gml)",
    re.ASCII,
)
"""Pictures and places, in the elements of which are titles and descriptions that are not the item's."""

_DOCUMENT = lazily(r"<(?:\?xml|!DOCTYPE|rss|rdf:RDF|feed|channel)\b", re.IGNORECASE)


def begins(head: bytes) -> bool:
    """Whether a file that begins so is a feed; junk may stand before its XML declaration."""
    match roots.root(head):
        case "rss" | "feed" | "channel":
            return True
        case "rdf":
            return any(name in head for name in _RSS_1)
        case "html" | "body":
            return False
    return _BEHIND_JUNK.search(head, 0, 4096) is not None


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles of a feed's items; a broken feed gives what it holds."""
    try:
        text, notice = _decoded(whole(file, LARGEST, "a feed"))
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if feed_damage.grows(text):
        yield Remark(name, "its entities would make it grow without bounds: passed over", lost=True)
        return
    feed = _parsed(feed_damage.mended(text))
    if feed is None:
        yield Remark(name, "feedparser cannot read it: passed over", lost=True)
        return
    entries, channel = feed["entries"], dict(feed["feed"])
    if not entries and channel.keys().isdisjoint(["title", "link", "id"]):
        yield Remark(name, "no feed is found in it: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    if not entries:
        yield Remark(name, "a feed without items", lost=False)
    if isinstance(feed.get("bozo_exception"), SAXParseException) and (loss := feed_damage.loss(text, len(entries))):
        yield Remark(name, loss, lost=True)
    is_atom = str(feed.get("version")).startswith("atom")
    # Plain dicts: feedparser's own warn where a name is old, and give one field for another.
    found = (feed_entries.entry(dict(e), channel, f"item {n}", is_atom=is_atom) for n, e in enumerate(entries, 1))
    yield from identity.of_feed(found, name, options)


def _parsed(text: str) -> Any:
    """What feedparser makes of a text, or None where it stumbles over it."""
    with extra("feeds"):
        import feedparser
    # Else feedparser takes the caption of a picture for the item's text, and raises on odd places.
    prefixes = "|".join({found[1] for found in _SPACE.finditer(text)} | {"media", "georss", "gml"})
    text = re.sub(rf"<(/?)(?:{prefixes}):", r"<\1not-read-", text)
    for junk in ("", "-"):  # with junk before its start, feedparser reads a feed loosely, with another parser
        try:
            return feedparser.parse(
                io.BytesIO(f"{junk}{text}".encode()),
                response_headers={"content-type": "application/xml; charset=utf-8"},  # whatever is declared in there
                resolve_relative_uris=False,
                sanitize_html=False,
            )
        except Exception:  # noqa: BLE001, S112 - what feedparser stumbles over costs this file
            continue
    return None


def _decoded(data: bytes) -> tuple[str, str]:
    """The text of a feed, without what stands before its markup, and a notice of what was guessed.

    Not by feedparser, which asks other libraries that may be there or not.
    """
    try:
        text, notice = decode(data, charsets.of_xml(data))
    except ValueError:
        text, notice = clean(data.decode("utf-8", "replace")), "in no encoding that is read: letters are lost"
    start = _DOCUMENT.search(text, 0, 4096)
    return text[start.start() if start else 0 :], notice
