"""What a page says of its article in JSON-LD, by schema.org's names."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newssearch.readers.records.fields import line, listed
from newssearch.readers.records.record import is_article_node
from newssearch.urls import canonical_url

LONGEST = 2 << 20
"""Characters of JSON-LD on a page that are read."""

MOST_NODES = 20_000
"""Nodes of a page's graph that are looked at."""

_WRAPPERS = (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>"), ("/*<![CDATA[*/", "/*]]>*/"))
"""What some pages put around their scripts, for old browsers or for XML."""
_TRAILING = re.compile(r",(?=\s{0,100}[}\]])")
_PAGES = frozenset(["WebPage", "ItemPage", "CollectionPage", "AboutPage", "MedicalWebPage", "WebSite"])
_ONE = frozenset(["WebPage", "ItemPage"])
_PARTS = frozenset(["itemListElement", "hasPart", "isPartOf", "mentions", "citation", "relatedLink", "comment"])
"""Where a graph names other articles than the page's own."""

Node = Mapping[str, Any]


class Graph:
    """The nodes of a page's JSON-LD: the article's, the page's, and all by their ids."""

    def __init__(self, texts: list[str], url: str) -> None:
        nodes = list(_nodes(texts))
        self._by_id = {node["@id"]: node for node in reversed(nodes) if _is_whole(node)}
        self.article = _best([node for node in nodes if is_article_node(node)], url)
        self.page = next((node for node in nodes if not _PAGES.isdisjoint(kinds(node))), {})
        self.other = next((node for node in nodes if node.get("headline") or node.get("datePublished")), {})

    def node(self, value: Any) -> Any:
        """The node that a value refers to, or the value."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self._by_id.get(value["@id"], value)
        return value

    def all(self, name: str, *, beyond: bool = False) -> list[Any]:
        """The article's values by a name, what they refer to; `beyond` it those of the page too."""
        for node in (self.article, self.other, self.page) if beyond else (self.article, self.other):
            if found := [self.node(value) for value in listed(node.get(name)) if value]:
                return found
        return []

    def line(self, name: str, *, beyond: bool = False) -> str:
        """The first of these values as text."""
        return html.unescape(next(filter(None, map(line, self.all(name, beyond=beyond))), ""))

    def addresses(self) -> list[str]:
        """The addresses of the article, and of the page around it where that is a page of one thing."""
        pages = [line(self.page.get("url"))] if not _ONE.isdisjoint(kinds(self.page)) else []
        return [self.line("url"), self.line("mainEntityOfPage"), *pages]


def kinds(node: Node) -> list[str]:
    """The types of a node."""
    return [kind for kind in listed(node.get("@type")) if isinstance(kind, str)]


def _is_whole(node: Node) -> bool:
    return isinstance(node.get("@id"), str) and len(node) > 1


def _best(articles: list[Node], url: str) -> Node:
    """The article that the page is about: the one with its address, else the first with a headline or a body."""
    for node in articles:
        if url and canonical_url(line(node.get("url") or node.get("mainEntityOfPage"))) == url:
            return node
    told = [node for node in articles if node.get("headline") or node.get("articleBody") or node.get("datePublished")]
    return (told or articles or [{}])[0]


def _nodes(texts: list[str]) -> Iterator[Node]:
    """The nodes of all graphs, outermost first; those of other articles are passed over."""
    level: list[Any] = [_read(text) for text in texts]
    seen = 0
    while level:
        below: list[Any] = []
        for value in level:
            seen += 1
            if seen > MOST_NODES:
                return
            if isinstance(value, dict):
                if "@type" in value or "@id" in value:
                    yield value
                below += [inner for name, inner in value.items() if name not in _PARTS]
            elif isinstance(value, list):
                below += value
        level = below


def _read(text: str) -> Any:
    """The value of a script; None where it is no JSON, even after what pages do to it is undone."""
    if len(text) > LONGEST:
        return None
    for attempt in (text, _unwrapped(text), html.unescape(text), _TRAILING.sub("", _unwrapped(text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(text: str) -> str:
    text = text.strip().removesuffix(";")
    for start, end in _WRAPPERS:
        text = text.removeprefix(start).removesuffix(end).strip()
    return text
