"""Addresses of articles: one spelling for all that lead to the same page."""

import re

from newssearch.patterns import lazily

_PLAIN = lazily(r"https?://[a-z0-9.-]+(?:/[!-~]*)?")
_SITE = lazily(r"https?://[^/?#]*/?", re.IGNORECASE)
_TRACKING = lazily(r"utm_\w+|fbclid|gclid|ocid|cmpid|ref_src", re.IGNORECASE)


def canonical_url(url: str) -> str:
    """A URL without its fragment and tracking parameters, scheme and host in lower case.

    >>> canonical_url("HTTPS://News.example/a?id=7&utm_source=x#top")
    'https://news.example/a?id=7'
    """
    if "?" not in url and "#" not in url and _PLAIN.fullmatch(url):
        return url  # nothing to take out: most are so
    from urllib.parse import urlsplit, urlunsplit  # which loads IP addresses

    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    kept = [pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair.partition("=")[0])]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, "&".join(kept), ""))


def page_url(url: str) -> str:
    """The canonical URL of a page; empty for that of a whole site, which is no article's own.

    >>> page_url("http://www.news.example"), page_url("https://news.example/?p=7#top")
    ('', 'https://news.example/?p=7')
    """
    return "" if _SITE.fullmatch(url.strip()) else canonical_url(url)
