"""RSS 0.9x, 1.0 and 2.0, and Atom: through feedparser, which is given bytes and so fetches nothing."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.sax import SAXParseException

from newssearch.readers import roots
from newssearch.readers.contract import Item, Options, Remark, extra
from newssearch.readers.encoding import clean, decode
from newssearch.readers.feeds import damage as feed_damage
from newssearch.readers.feeds import entries as feed_entries
from newssearch.readers.feeds import items as feed_items
from newssearch.readers.patterns import lazily

LARGEST = 64 << 20
"""Bytes of the largest feed that is read."""

_RSS_1 = (b"purl.org/rss/", b"netscape.com/rdf/", b"purl.org/net/rss1.1")
_BEHIND_JUNK = re.compile(
    rb"<\?xml\b[^>]{0,200}\?>\s*+(?:<(?:[?][^>]*+|!--.{0,2000}?--)>\s*+)*<(?:rss|rdf:RDF|feed)[\s>]", re.DOTALL
)
_DECLARED = re.compile(rb"<\?xml\b[^>]{0,100}?\sencoding\s*=\s*[\"']([\w.:-]{1,40})")
_CHARSET = lazily(
    r"(?!utf[-_]?(?:7|16|32))(?:utf|iso|windows|cp|us|ascii|latin|koi|mac|euc|shift|sjis|gb|big5|tis)[\w.:-]*",
    re.IGNORECASE,
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
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
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Remark(name, f"larger than {LARGEST >> 20} MiB, the limit for a feed: passed over", lost=True)
        return
    text, notice = _decoded(data)
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
    for number, entry in enumerate(entries, 1):
        # A plain dict: feedparser's own warns where a name is old, and gives one field for another.
        found = feed_entries.entry(dict(entry), channel, f"item {number}", is_atom=is_atom)
        yield from feed_items.read(found, name, options)


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
    text = notice = ""
    declared = _DECLARED.search(data, 0, 4096)
    charset = declared[1].decode("ascii") if declared else ""
    if data.startswith((b"<\0", b"\0<")):
        data = (codecs.BOM_UTF16_LE if data.startswith(b"<") else codecs.BOM_UTF16_BE) + data
    if _CHARSET.fullmatch(charset) and not data.startswith(_MARKS):
        text = _decoded_as(charset, data)
    if not text:
        try:
            text, notice = decode(data)
        except ValueError:
            text, notice = clean(data.decode("utf-8", "replace")), "in no encoding that is read: letters are lost"
    start = _DOCUMENT.search(text, 0, 4096)
    return text[start.start() if start else 0 :], notice


def _decoded_as(charset: str, data: bytes) -> str:
    """The text of data that is in the encoding that it declares, else ""."""
    try:
        # As browsers do: what calls itself Latin-1 has the quotation marks of Windows.
        return clean(data.decode("cp1252" if codecs.lookup(charset).name == "iso8859-1" else charset))
    except (LookupError, ValueError):
        return ""
