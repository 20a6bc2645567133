"""JSON Feed 1 and 1.1: https://www.jsonfeed.org/version/1.1/."""

import html
from collections.abc import Iterator, Mapping
from typing import Any

from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.feeds import identity
from newssearch.readers.feeds.items import Entry
from newssearch.readers.records.fields import listed, text

_VERSIONS = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/", "https://www.jsonfeed.org/version/")


def is_feed(value: Any) -> bool:
    """Whether a JSON value is a feed: it says so.

    >>> is_feed({"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post", "items": []})
    True
    """
    return (
        isinstance(value, Mapping)
        and isinstance(version := value.get("version"), str)
        and version.startswith(_VERSIONS)
        and isinstance(value.get("items"), list)
    )


def articles(value: Mapping[str, Any], name: str, options: Options) -> Iterator[Item]:
    """The articles of a feed, in its order."""
    numbered = [*enumerate(value["items"], 1)]
    for number, item in numbered:
        if not isinstance(item, Mapping):
            yield Remark(name, f"item {number}: not an object: passed over", lost=True)
    entries = (_entry(item, value, f"item {number}") for number, item in numbered if isinstance(item, Mapping))
    yield from identity.of_feed(entries, name, options)
    if not value["items"]:
        yield Remark(name, "a feed without items", lost=False)


def _entry(item: Mapping[str, Any], feed: Mapping[str, Any], where: str) -> Entry:
    return Entry(
        where,
        id=text(item.get("id")),
        url=text(item.get("url") or item.get("external_url")),
        title=text(item.get("title")),
        content=text(item.get("content_html")) or _escaped(item.get("content_text")),
        summary=_escaped(item.get("summary")),
        people=_people(item) or _people(feed),
        published=text(item.get("date_published")),
        updated=text(item.get("date_modified")),
        language=text(item.get("language") or feed.get("language")),
        tags=[text(tag) for tag in listed(item.get("tags"))],
        source=text(feed.get("title")),
        home=text(feed.get("home_page_url")),
    )


def _people(of: Mapping[str, Any]) -> list[str]:
    """The names of an item's or a feed's authors; version 1 has one, 1.1 has several."""
    return [*filter(None, (text(author) for author in listed(of.get("authors") or of.get("author"))))]


def _escaped(value: Any) -> str:
    """Plain text as HTML: its signs are no markup."""
    return html.escape(text(value), quote=False)
