"""Which of an item's revisions is the newest, in whatever order they were read.

Feeds and agencies send an item again when it changes, under the same id, and folders of
them are not read in the order in which they were sent.
"""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from newssearch.article import Article
from newssearch.engines.base import Stored
from newssearch.moment import Moment

_IN_MEMORY = 64 << 20
"""Bytes of waiting articles that are kept in memory, before they go to a file without a name."""

_UNDATED, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Revisions:
    """The revisions of a run, by their ids: put aside until all were read. A context manager."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._at: dict[str, list[tuple[int, int]]] = {}
        self.count = 0

    def add(self, article: Article) -> None:
        """Put an article with an id aside."""
        data = article.to_json()
        self._at.setdefault(article.id, []).append((self._file.tell(), len(data)))
        self._file.write(data)
        self.count += 1

    def items(self) -> Iterator[tuple[str, list[Article]]]:
        """Each id, in the order in which they were first read, with its articles in the order of reading."""
        for id, places in self._at.items():
            articles = []
            for start, size in places:
                self._file.seek(start)
                articles.append(Article.from_json(self._file.read(size)))
            yield id, articles

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def newest_first(articles: Iterable[Article]) -> Stored:
    """Articles of one item, given in the order in which they were read, as the newest with its earlier versions.

    The version decides where each has one, then the time of the revision, then that of the
    copy (a feed's), then which was read later. The same content is one version.

    >>> newest_first([Article(headline="new", version=2), Article(headline="old", version=1)]).article.headline
    'new'
    """
    once: dict[str, Article] = {}
    for article in articles:
        once.setdefault(article.content_digest(), article)
    latest = [*once.values()]
    latest.reverse()
    counted = all(article.version for article in latest)
    # What was read later stays first among equals.
    latest.sort(key=lambda a: (a.version if counted else 0, _time(a), _instant(a.seen)), reverse=True)
    each: dict[str, Article] = {}
    for article in latest:
        each[said(article)] = article  # of copies that were found at several times, the first
    newest, *earlier = each.values()
    return Stored(newest, tuple(earlier))


def said(article: Article) -> str:
    """A digest of what an article says, whenever a copy of it was found."""
    if article.seen is None:
        return article.content_digest()
    published = article.published
    if published and published.is_taken_from(article.seen):
        published = None
    return replace(article, seen=None, published=published).content_digest()


def _time(article: Article) -> datetime:
    """When a revision was made; a kill as late as it may be: what it is later than in doubt is not shown again."""
    moment = article.updated or article.published or article.seen
    if article.status == "canceled":
        return moment.span[1] if moment else _LAST
    return _instant(moment)


def _instant(moment: Moment | None) -> datetime:
    return moment.span[0] if moment else _UNDATED
