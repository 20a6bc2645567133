"""What a search gives back: values that renderers and library users read."""

from dataclasses import dataclass, field
from typing import Any

from newssearch.article import Article
from newssearch.query import Notice


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of an article's text for display.

    `marks` are [start, end) offsets in `text`, in code points, ascending and apart:
    what made the article match. `text` begins or ends with an ellipsis where it was cut
    inside a sentence.
    """

    field: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found, its score, and the best fragments of it."""

    article: Article
    score: float
    snippets: tuple[Fragment, ...] = ()

    @property
    def id(self) -> str:
        return self.article.id

    def to_dict(self) -> dict[str, Any]:
        article = self.article
        return {
            "id": article.id,
            "score": self.score,
            "headline": article.headline,
            "byline": article.byline,
            "authors": [{"name": a.name, "role": a.role, "email": a.email} for a in article.authors],
            "published": None if article.published is None else str(article.published),
            "place": article.place,
            "source": article.source,
            "url": article.url,
            "path": article.path,
            "snippets": [
                {"field": s.field, "text": s.text, "marks": [list(mark) for mark in s.marks]} for s in self.snippets
            ],
        }


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles of a result have a value; None stands for articles without a date."""

    value: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query.

    `total` counts every article that matches, `hits` is the page that was asked for,
    `period` the first and last day or instant that the query's dates allow (None where
    open), `seconds` what the search took, snippets included.
    """

    query: str
    total: int
    hits: tuple[Hit, ...] = ()
    offset: int = 0
    facets: dict[str, tuple[Count, ...]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    period: tuple[str | None, str | None] | None = None
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """The JSON form that the command line prints: see README.md."""
        return {
            "query": self.query,
            "total": self.total,
            "offset": self.offset,
            "seconds": round(self.seconds, 6),
            "period": None if self.period is None else {"from": self.period[0], "to": self.period[1]},
            "notices": [{"code": n.code, "message": n.message, "column": n.column} for n in self.notices],
            "facets": {
                name: [{"value": c.value, "count": c.count} for c in counts] for name, counts in self.facets.items()
            },
            "hits": [hit.to_dict() for hit in self.hits],
        }


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an archive: its files are ``damaged``, or it is ``outdated``, older than its sources."""

    kind: str
    message: str
