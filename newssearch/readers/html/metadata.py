"""What a page says of itself beside its text: meta elements, links, microdata and JSON-LD."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from newssearch.readers.encoding import clean
from newssearch.readers.html.graph import Graph
from newssearch.readers.html.tree import line_of
from newssearch.readers.records.fields import line
from newssearch.urls import canonical_url

LONGEST = 2_000
"""Characters of a value that are kept."""

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
        given = [links.get("canonical", ""), *self.all("og:url")]
        self.url = _address(given, url)
        self.graph = Graph(scripts, self.url)
        self.url = self.url or _address([self.graph.line("url"), self.graph.line("mainEntityOfPage")], url)

    def all(self, *names: str) -> list[str]:
        """The values of the first of these names that has any."""
        return next((found for name in names if (found := self.meta.get(name))), [])

    def first(self, *names: str) -> str:
        return next(iter(self.all(*names)), "")

    def prop(self, name: str) -> list[str]:
        """The values of a property in microdata: those of attributes, else the text."""
        return [found for element in self.props.get(name, []) if (found := value_of(element))]

    @cached_property
    def site(self) -> str:
        """The site's name, or ""."""
        return self.first(*SITE[:1]) or self.graph.line("publisher") or self.first(*SITE[1:])

    @cached_property
    def host(self) -> str:
        """The host's name without `www`, in lower case."""
        return (_split(self.url).hostname or "").removeprefix("www.")

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


def _address(given: Sequence[str], url: str) -> str:
    """The first address that is one page's: a canonical link to the front page is a mistake of many sites."""
    for text in given:
        try:
            address = urljoin(url, text.strip()) if text else ""
        except ValueError:
            continue
        parts = _split(address)
        if parts.scheme in {"http", "https"} and parts.hostname and (parts.path.strip("/") or parts.query):
            return canonical_url(address) if len(address) <= LONGEST else ""
    return canonical_url(url) if len(url) <= LONGEST else ""


def _split(address: str) -> Any:
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")
