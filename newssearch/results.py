"""What a search gives back: values that renderers and library users read."""

from collections.abc import Callable
from dataclasses import field
from typing import Any, NamedTuple, Protocol

from newssearch.article import Article
from newssearch.query import Notice
from newssearch.values import value


class Fragment(NamedTuple):
    """A piece of an article's text for display.

    `marks` are [start, end) offsets in `text`, in code points, ascending and apart:
    what made the article match. `text` begins or ends with an ellipsis where it was cut
    inside a sentence.
    """

    field: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Match(Protocol):
    """What an engine says of an article that it found."""

    @property
    def id(self) -> str: ...

    @property
    def score(self) -> float: ...

    @property
    def similar(self) -> int:
        """How many others that match tell the same story, and are not given."""

    def article(self) -> Article: ...


class Hit:
    """An article that was found, its score, and the best fragments of it. The article is read when it is asked for."""

    __slots__ = ("_article", "_match", "_shown", "snippets")

    def __init__(self, match: Match, shown: Callable[[Article], Article], snippets: tuple[Fragment, ...] = ()) -> None:
        """`shown` makes of the article as it is held one as it is shown."""
        self.snippets = snippets
        self._match = match
        self._shown = shown
        self._article: Article | None = None

    def __repr__(self) -> str:
        return f"Hit({self.id!r}, {self.score!r})"

    @property
    def id(self) -> str:
        return self._match.id

    @property
    def score(self) -> float:
        return self._match.score

    @property
    def similar(self) -> int:
        return self._match.similar

    @property
    def article(self) -> Article:
        if self._article is None:
            self._article = self._shown(self._match.article())
        return self._article

    def to_dict(self) -> dict[str, Any]:
        article = self.article
        return {
            "id": article.id,
            "score": self.score,
            "headline": article.headline,
            "byline": article.byline,
            "authors": [{"name": a.name, "role": a.role, "email": a.email} for a in article.authors],
            "published": None if article.published is None else str(article.published),
            "updated": None if article.updated is None else str(article.updated),
            "embargo": None if article.embargo is None else str(article.embargo),
            "status": article.status,
            "similar": self.similar,
            "place": article.place,
            "source": article.source,
            "section": article.section,
            "language": article.language,
            "url": article.url,
            "path": article.path,
            "snippets": [
                {"field": s.field, "text": s.text, "marks": [list(mark) for mark in s.marks]} for s in self.snippets
            ],
        }


@value
class Count:
    """How many articles of a result have a value; None stands for articles without a date."""

    value: str | None
    count: int


@value
class Results:
    """The answer to a query.

    `total` counts every article that matches (None where that was not asked for),
    `hits` is the page that was asked for, `period` the first and last day or instant that
    the query's dates allow (None where open), `seconds` what the search took, snippets
    included.
    """

    query: str
    total: int | None
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


class Problem(NamedTuple):
    """Something wrong with an archive: its files are ``damaged``, or it is ``outdated``, older than its sources."""

    kind: str
    message: str
