"""The fields of the query language, and what an article has in each of them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from newssearch.analysis import fold, stem_language
from newssearch.article import Article
from newssearch.byline import shown

DEFAULTS = {"headline": 4.0, "subheads": 2.0, "body": 1.0, "byline": 1.0}
"""The fields that a word without a field looks in, with their weights in the ranking. They have a stem view."""

WORDS = ("place", "role", "agency")
"""Fields of words that are not stemmed."""

EXACT = ("source", "section", "lang", "tag", "id", "url", "email", "status", "embargo")
"""Fields compared whole, folded; `*` is their only special character."""

DATE = {"date": "in", "on": "in", "since": "since", "until": "until", "after": "after", "before": "before"}
"""The names that take a period, and how each stands to it."""

SHOWS = ("dup", "withheld")
"""The names before ``:show`` that ask for what is left out else: further copies of a story, withheld articles."""

SORTS = ("relevance", "newest", "oldest", "recent")
"""The orders that articles can come in."""

VALUES = ("source", "author", "place", "section", "language", "tag")
"""What articles can be counted by, value by value."""

PERIODS = ("day", "month", "year")
"""What articles can be counted by, in the order of time."""

MODIFIERS = frozenset({"sort", *SHOWS})
"""The names that say how to answer, and not what to find."""

NAMES = {
    **{name: name for name in (*DEFAULTS, *WORDS, *EXACT, "date", *MODIFIERS)},
    "title": "headline",
    "subhead": "subheads",
    "by": "byline",
    "author": "byline",
    "dateline": "place",
    "language": "lang",
}
"""Every written name of a field but those of dates, and the field that it means."""

WRITTEN = {"subheads": "subhead"}
"""Fields that are written otherwise than they are called."""

_LISTED = {"subheads": ("subheads", "text"), "byline": ("authors", "name"), "role": ("authors", "role")}
"""Word fields with many values: what of an article has them, and as what."""


def texts(article: Article, field: str) -> list[str]:
    """The texts of a word field, one for each value (subhead, author); none where it is empty."""
    if field not in _LISTED:
        value: str = getattr(article, field)
        return [value] if value else []
    items, text = _LISTED[field]
    return [value for item in getattr(article, items) if (value := getattr(item, text))]


def keys(article: Article, field: str) -> frozenset[str]:
    """The values of an exact field, folded: an e-mail also by its domain, ``en-US`` also as ``en``."""
    match field:
        case "id" | "url":
            return _keys((getattr(article, field),))  # not kept: there is one for each article
        case "email":
            return _keys(
                [part for author in article.authors for part in (author.email, author.email.partition("@")[2])]
            )
        case "embargo":
            return frozenset([stamp(article.embargo.span[0])]) if article.embargo else frozenset()
        case "lang":
            return _language_keys(article.language)
        case "tag":
            return frozenset().union(*map(_kept_keys, article.tags))
        case _:
            return _kept_keys(getattr(article, field))


def stamp(instant: datetime) -> str:
    """An instant as the key of an exact field: as text, it is in the order of time.

    >>> stamp(datetime(2025, 9, 28, 8, 33, 37, tzinfo=UTC))
    '2025-09-28t08:33:37z'
    """
    return f"{instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}z".lower()


def key(value: str) -> str:
    """A value as exact fields compare it: folded, its white space collapsed."""
    return " ".join(fold.__wrapped__(value).split())


def _keys(values: Iterable[str]) -> frozenset[str]:
    return frozenset([key(value) for value in values if value.strip()])


@lru_cache(maxsize=1 << 12)
def _kept_keys(value: str) -> frozenset[str]:
    return _keys((value,))


@lru_cache(maxsize=1 << 10)
def _language_keys(language: str) -> frozenset[str]:
    return _keys((language.replace("_", "-"), stem_language(language))) if language.strip() else frozenset()


def present(article: Article) -> frozenset[str]:
    """The fields in which the article has any value: those with `texts`, those with `keys`, and the date."""
    values = {
        "headline": article.headline,
        "subheads": article.subheads and texts(article, "subheads"),
        "body": article.body,
        "byline": article.authors and texts(article, "byline"),
        "place": article.place,
        "role": article.authors and texts(article, "role"),
        "agency": article.agency,
        "source": article.source.strip(),
        "section": article.section.strip(),
        "lang": article.language.strip(),
        "tag": "".join(article.tags).strip(),
        "id": article.id.strip(),
        "url": article.url.strip(),
        "email": "".join([author.email for author in article.authors]).strip(),
        "status": article.status,
        "embargo": article.embargo,
        "date": article.published,
    }
    return frozenset([field for field, value in values.items() if value])


def facet_values(article: Article, name: str) -> frozenset[str]:
    """What an article is counted under in a facet, as shown, each value once."""
    match name:
        case "author":
            return frozenset().union(*[_facet(shown(author.name)) for author in article.authors])
        case "language":
            return _facet(article.language.lower())
        case "tag":
            return frozenset().union(*map(_facet, article.tags))
        case _:
            return _facet(getattr(article, name))


@lru_cache(maxsize=1 << 12)
def _facet(value: str) -> frozenset[str]:
    words = value.split()
    return frozenset((" ".join(words),)) if words else frozenset()
