"""A page's address: what it says itself, what the browser that saved it wrote, and what an archive of the web keeps."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.urls import canonical_url

LONGEST = 2_000
"""Characters of an address that is kept."""

_HEAD = 4_000
_SAVED = lazily(
    r"<!--\s*(?:saved from url=\(\d+\)|page saved with [^\n]{1,80}\n\s*url:\s)\s*(https?://[^\s<>/]+/[^\s<>]+)", 2
)
_ARCHIVED = lazily(r"/(\d{14})(?:[a-z]{2}_)?/(https?://.+)")


def address(given: Sequence[str], url: str) -> tuple[str, Moment | None]:
    """The first address that is one page's, and when a copy of it was archived, where it is that of a copy.

    A canonical link to the front page is a mistake of many sites.

    >>> found, seen = address(["https://archive.example/web/20120314155903/http://news.example/oil"], "")
    >>> found, str(seen)
    ('http://news.example/oil', '2012-03-14T15:59:03+00:00')
    """
    for text in given:
        try:
            whole = urljoin(url, text.strip()) if text else ""
        except ValueError:
            continue
        whole, seen = _original(whole)
        parts = split(whole)
        if parts.scheme in {"http", "https"} and parts.hostname and (parts.path.strip("/") or parts.query):
            return (canonical_url(whole), seen) if len(whole) <= LONGEST else ("", None)
    whole, seen = _original(url)
    return (canonical_url(whole), seen) if len(whole) <= LONGEST else ("", None)


def saved_from(text: str) -> str:
    """The address that a browser wrote above a page that it saved, or "".

    >>> saved_from("<!DOCTYPE html>\\n<!-- saved from url=(0024)https://news.example/oil -->\\n<html>")
    'https://news.example/oil'
    """
    found = _SAVED.search(text[:_HEAD])
    return found[1] if found else ""


def split(address: str) -> Any:
    """The parts of an address; those of none where it is broken."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _original(address: str) -> tuple[str, Moment | None]:
    """The address of which an archive of the web holds a copy, and when that was made; else the address itself."""
    found = _ARCHIVED.search(address)
    if found is None:
        return address, None
    try:
        at = datetime.strptime(found[1], "%Y%m%d%H%M%S")  # noqa: DTZ007 -- archives write it in UTC
    except ValueError:
        return found[2], None
    return found[2], Moment(at.date(), at.time())
