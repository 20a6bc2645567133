"""WARC: the pages of a crawl, each by its address and the time at which it was found.

The records are read here and by no library: of those that there are, each stops at the
first damage, or passes over it without a word.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message
from typing import BinaryIO, NamedTuple

from newssearch.article import Article
from newssearch.moment import Moment
from newssearch.readers.contract import Item, MissingLibraryError, Options, Remark, Revision
from newssearch.readers.crawl import http_response
from newssearch.readers.crawl import records as warc_records
from newssearch.readers.crawl.records import Damage, Record
from newssearch.readers.encoding import decode
from newssearch.readers.html import page as html
from newssearch.readers.plain import text
from newssearch.readers.records import json_records

_PAYLOADS = frozenset(["response", "resource", "conversion"])
_HTML = frozenset(["text/html", "application/xhtml+xml"])
_FOR_MACHINES = re.compile(r"/(?:robots|ads|app-ads|sellers|security|humans|llms|llms-full)\.txt$", re.IGNORECASE)


class Capture(NamedTuple):
    """What was found at an address."""

    url: str
    seen: Moment | None
    kind: str
    charset: str
    body: bytes


def begins(head: bytes) -> bool:
    """Whether a file that begins so is WARC."""
    return warc_records.begins(head)


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles among a crawl's pages. A page that was found twice is two revisions, the later one the last.

    What holds no article, as front pages, pictures and errors do, is counted in one remark.
    """
    passed: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for record in warc_records.records(file):
        if isinstance(record, Damage):
            yield Remark(name, _damage(record), lost=True)
            continue
        url = record.header.get("warc-target-uri", "").strip("<> ")
        try:
            capture = _capture(record, url)
        except MissingLibraryError as error:
            missing[str(error)] += 1
            continue
        except ValueError as error:
            yield Remark(name, f"{url}: {error}: passed over", lost=True)
            continue
        if isinstance(capture, str):
            passed[capture] += 1
            continue
        try:
            found = [*_articles(capture, name, options)]
        except MissingLibraryError:
            raise
        except Exception as error:  # noqa: BLE001 - a mistake of ours costs this page, and not those behind it
            yield Remark(name, f"{url}: {json_records.mistaken(error)}: passed over", lost=True)
            continue
        if not any(isinstance(item, Revision) for item in found):
            passed["pages without an article"] += 1
            continue
        yield from found
    for what, count in missing.items():
        yield Remark(name, f"{what}: {count:,} pages passed over", lost=True, for_now=True)
    if passed:
        counts = ", ".join(f"{what} ({count:,})" for what, count in passed.most_common())
        yield Remark(name, f"passed over: {counts}", lost=False)


def _damage(damage: Damage) -> str:
    what = "a record that breaks off" if damage.breaks_off else "no record"
    return f"{what} in {damage.length:,} bytes from byte {damage.at:,}: passed over"


def _capture(record: Record, url: str) -> Capture | str:
    """What a record holds, or what it is where it is no page. Raises `ValueError` where it cannot be read."""
    if record.header.get("warc-type", "").lower() not in _PAYLOADS:
        return "records of other types than pages"
    kind = record.header.get("content-type", "")
    body: Callable[[], bytes] = lambda: record.block  # noqa: E731 - an answer's is taken out of it only for pages
    if kind.lower().startswith("application/http") or record.block.startswith(b"HTTP/"):
        answer = http_response.response(record.block)
        if answer is None:
            raise ValueError("no answer of a web server")
        if answer.status != 200:
            return "answers with another status than 200"
        kind, body = answer.header.get("content-type", ""), answer.body
    media, charset = _media(kind)
    if not media and html.begins(body()[:4096].lstrip()):
        media = "text/html"
    if media not in _HTML and (media != "text/plain" or _FOR_MACHINES.search(url)):
        return "answers of other types than pages"
    if record.cut:
        raise ValueError(f"larger than {warc_records.LARGEST >> 20} MiB, the limit for a page")
    return Capture(url, _seen(record.header.get("warc-date", "")), media, charset, body())


def _media(kind: str) -> tuple[str, str]:
    """The media type of a header's line, and its charset."""
    header = Message()
    header["Content-Type"] = kind[:500]
    return (header.get_content_type(), header.get_content_charset("")) if kind else ("", "")


def _seen(printed: str) -> Moment | None:
    try:
        seen = datetime.fromisoformat(printed)
        at = seen.replace(tzinfo=seen.tzinfo or UTC, microsecond=0).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(at.date(), at.time())


def _articles(capture: Capture, name: str, options: Options) -> Iterator[Item]:
    for item in _page(capture, name, options):
        if isinstance(item, Article):
            yield Revision(item)
        elif isinstance(item, Remark):
            yield Remark(item.path, f"{capture.url}: {item.message}", item.lost)
        else:
            yield item


def _page(capture: Capture, name: str, options: Options) -> Iterator[Item]:
    url, seen, charset = capture.url, capture.seen, capture.charset
    if capture.kind in _HTML:
        yield from html.page(capture.body, name, options, url=url, seen=seen, charset=charset)
        return
    try:
        decoded, notice = decode(capture.body, charset)
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    for item in text.page(decoded, name, options):
        yield replace(item, url=url, seen=seen) if isinstance(item, Article) else item
