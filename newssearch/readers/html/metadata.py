"""What a page says of itself beside its text: meta elements, links, microdata and JSON-LD."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from newssearch.readers.encoding import clean
from newssearch.readers.html import address as html_address
from newssearch.readers.html.graph import Graph
from newssearch.readers.html.tree import line_of
from newssearch.readers.records.fields import line

LONGEST = 2_000
"""Characters of a value that are kept."""

LONGEST_SITE = 100
"""Characters of a site's name; a longer text tells of the site."""

MOST_TAGS = 100
"""Keywords of a page that are kept."""

SITE = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "dcterms.publisher",
    "twitter:app:name:iphone",
)
SECTION = (
    "article:section",
    "og:section",
    "section",
    "parsely-section",
    "sailthru.section",
    "cxenseparse:recs:category",
)
TAGS = ("article:tag", "news_keywords", "og:article:tag", "parsely-tags", "sailthru.tags", "keywords", "dc.subject")
LANGUAGE = ("og:locale", "language", "dc.language", "dcterms.language", "content-language")


class Metadata:
    """The values of a page, by their names in lower case; `url` is the page's address where it says none."""

    def __init__(self, root: Any, url: str) -> None:
        self.root = root
        self.meta = _meta(root)
        self.props = _props(root)
        scripts = [
            script.text or "" for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower()
        ]
        links = {
            rel: link.get("href", "") for link in root.iter("link") for rel in (link.get("rel") or "").lower().split()
        }
        given = [links.get("canonical", ""), *self.all("og:url"), *self._main_pages()]
        self.url, self.seen = html_address.address(given, url)
        self.graph = Graph(scripts, self.url)
        if not self.url:
            self.url, self.seen = html_address.address(self.graph.addresses(), url)

    def all(self, *names: str) -> list[str]:
        """The values of the first of these names that has any."""
        return next((found for name in names if (found := self.meta.get(name))), [])

    def first(self, *names: str) -> str:
        return next(iter(self.all(*names)), "")

    def prop(self, name: str) -> list[str]:
        """The values of a property in microdata: those of attributes, else the text."""
        return [found for element in self.props.get(name, []) if (found := value_of(element))]

    def _main_pages(self) -> list[str]:
        """The address of the page that microdata is about; none where there are several, as of teasers."""
        pages = {
            e.get("content") or e.get("href") or e.get("itemid") or "" for e in self.props.get("mainEntityOfPage", ())
        }
        return [*pages] if len(pages) == 1 else []

    @cached_property
    def site(self) -> str:
        """The site's name, or ""."""
        return self.first(*SITE[:1]) or self.graph.line("publisher") or self.first(*SITE[1:]) or self._publisher()

    def _publisher(self) -> str:
        """The name of the publisher in microdata."""
        for element in self.props.get("publisher", ()):
            names = element.xpath("descendant-or-self::*[@itemprop='name' or @itemprop='publisher name']")
            if name := next(filter(None, map(value_of, names or [element])), ""):
                return name if len(name) <= LONGEST_SITE else ""
        return ""

    @cached_property
    def host(self) -> str:
        """The host's name without `www`, in lower case."""
        return (html_address.split(self.url).hostname or "").removeprefix("www.")

    @property
    def title(self) -> str:
        """The text of the title element."""
        element = self.root.find(".//head/title")
        return "" if element is None else _value(line_of(element))

    @property
    def language(self) -> str:
        """The language's code, as `de` or `de-AT`."""
        said = (
            self.root.get("lang"),
            self.root.get("xml:lang"),
            self.graph.line("inLanguage"),
            *map(self.first, LANGUAGE),
        )
        return next((code for value in said if (code := _language(value or ""))), "")

    @property
    def section(self) -> str:
        return self.graph.line("articleSection") or self.first(*SECTION)

    @property
    def tags(self) -> Iterator[str]:
        """The keywords, each once."""
        seen: set[str] = set()
        for value in (*self.graph.all("keywords"), *self.all(*TAGS)):
            for part in line(value).split(",") if isinstance(value, str) else [line(value)]:
                tag = _value(part)
                if tag and tag.casefold() not in seen and len(seen) < MOST_TAGS:
                    seen.add(tag.casefold())
                    yield tag


def value_of(element: Any) -> str:
    """What an element of microdata says."""
    given = (
        element.get("content") or element.get("datetime") or element.get("title" if element.tag == "abbr" else "value")
    )
    return _value(given or line_of(element))


def _value(text: str) -> str:
    return " ".join(clean(text[:LONGEST]).split())


def _meta(root: Any) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (value := _value(element.get("content") or "")):
            values = found[name.strip().lower()]
            if value not in values:
                values.append(value)
    return found


def _props(root: Any) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for element in root.xpath("//*[@itemprop]"):
        for name in element.get("itemprop").split():
            found[name].append(element)
    return found


def _language(value: str) -> str:
    code = value.replace("_", "-").split(",")[0].strip()
    return code if 2 <= len(code) <= 12 and code.replace("-", "").isalnum() and code[:2].isalpha() else ""
