"""The fields of the query language, and what an article has in each of them."""

from collections.abc import Iterator

from newssearch.analysis import fold, stem_language
from newssearch.article import Article
from newssearch.byline import shown

DEFAULTS = {"headline": 4.0, "subheads": 2.0, "body": 1.0, "byline": 1.0}
"""The fields that a word without a field looks in, with their weights in the ranking. They have a stem view."""

WORDS = ("place", "role", "agency")
"""Fields of words that are not stemmed."""

EXACT = ("source", "section", "lang", "tag", "id", "url", "email")
"""Fields compared whole, folded; `*` is their only special character."""

DATE = {"date": "in", "on": "in", "since": "since", "until": "until", "after": "after", "before": "before"}
"""The names that take a period, and how each stands to it."""

SORTS = ("relevance", "newest", "oldest", "recent")
"""The orders that articles can come in."""

VALUES = ("source", "author", "place", "section", "language", "tag")
"""What articles can be counted by, value by value."""

PERIODS = ("day", "month", "year")
"""What articles can be counted by, in the order of time."""

NAMES = {
    **{name: name for name in (*DEFAULTS, *WORDS, *EXACT, "date", "sort")},
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


def texts(article: Article, field: str) -> list[str]:
    """The texts of a word field, one for each value (subhead, author); none where it is empty."""
    match field:
        case "subheads":
            values = [subhead.text for subhead in article.subheads]
        case "byline":
            values = [author.name for author in article.authors]
        case "role":
            values = [author.role for author in article.authors]
        case _:
            values = [getattr(article, field)]
    return [value for value in values if value]


def keys(article: Article, field: str) -> frozenset[str]:
    """The values of an exact field, folded: an e-mail also by its domain, ``en-US`` also as ``en``."""
    return frozenset(key(value) for value in _values(article, field) if value.strip())


def key(value: str) -> str:
    """A value as exact fields compare it: folded, its white space collapsed."""
    return " ".join(fold.__wrapped__(value).split())  # not kept: there is an id for each article


def _values(article: Article, field: str) -> Iterator[str]:
    match field:
        case "email":
            for author in article.authors:
                yield author.email
                yield author.email.partition("@")[2]
        case "lang":
            yield article.language.replace("_", "-")
            yield stem_language(article.language) if article.language.strip() else ""
        case "tag":
            yield from article.tags
        case _:
            yield getattr(article, field)


def present(article: Article) -> frozenset[str]:
    """The fields in which the article has any value."""
    held = {field for field in (*DEFAULTS, *WORDS) if texts(article, field)}
    held |= {field for field in EXACT if keys(article, field)}
    return frozenset(held | ({"date"} if article.published else set()))


def facet_values(article: Article, name: str) -> frozenset[str]:
    """What an article is counted under in a facet, as shown, each value once."""
    match name:
        case "author":
            values = [shown(author.name) for author in article.authors]
        case "language":
            values = [article.language.lower()]
        case "tag":
            values = list(article.tags)
        case _:
            values = [getattr(article, name)]
    return frozenset(" ".join(value.split()) for value in values if value.strip())
