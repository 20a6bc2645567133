"""Articles into a session, each under the id it keeps.

An article is known by its id. In one run, another article of the same id and other
content is kept beside it under ``id~2``; in a later run, new content at the same path is
a new version, and at another path an article of its own. Revisions of a feed's or an
agency's item take each other's place wherever they lie. So nothing is ever lost.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePath

from newssearch.article import Article
from newssearch.digests import sha256
from newssearch.engines.base import Session, Stored
from newssearch.paths import file_of, resolved
from newssearch.readers import Remark
from newssearch.revisions import newest_first, said


@dataclass(slots=True)
class Report:
    """What a run did; `moved` and `dropped` count articles that were held before.

    `undated` counts those that were added or changed and have no date.

    `remarks` name every file and record that was guessed at or passed over.
    """

    files: int = 0
    unchanged_files: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: int = 0
    dropped: int = 0
    lost: int = 0
    undated: int = 0
    remarks: list[Remark] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """The articles that were read; all revisions of an item are one."""
        return self.added + self.changed + self.unchanged


class Intake:
    """What a run has seen so far, so that two articles of one id are told apart."""

    def __init__(self, session: Session, place: str) -> None:
        self.session = session
        self.place = place
        self.report = Report()
        self.left: set[str] = set()
        """Files that are gone, and whose articles were found elsewhere."""
        self._seen: set[bytes] = set()
        self._taken: set[str] = set()
        self._free: dict[str, int] = {}

    def remark(self, remark: Remark) -> None:
        """Note what was seen in a file."""
        self.report.remarks.append(remark)
        self.report.lost += remark.lost

    def article(self, article: Article, *, instead_of: str = "", given: bool = False) -> str:
        """Put one article into the session, under its id or the next one that is free; the id.

        `instead_of` is the id that the only article of its file had before: with a new
        headline it is another id, and the same article. One `given` by a caller, and not
        read from a file, is a new version of its id wherever that came from.
        """
        article = article.identified()
        base, content = article.id, article.content_digest()
        seen = self._mark(base, content)
        if seen in self._seen:
            self.report.unchanged += 1  # the same article a second time, as in two copies of one file
            return base
        self._seen.add(seen)
        before, id = self._place_for(article, base, content, given=given)
        self._taken.add(id)
        article = self._renamed(article, id)
        if before is None and instead_of:
            before = self._succeeded(instead_of, article)
        if before is None:
            self.session.put(Stored(article))
            self.report.added += 1
            self.report.undated += article.published is None
        elif before.article.content_digest() != content:
            self.session.put(Stored(article, (before.article, *before.versions)))
            self.report.changed += 1
            self.report.undated += article.published is None
        else:
            if before.article.path != article.path and self._is_gone(before.article):
                self.session.put(before._replace(article=article))
                self._leave(before.article.path)
                self.report.moved += 1
            self.report.unchanged += 1
        return id

    def item(self, id: str, articles: list[Article]) -> None:
        """Put an item into the session as its newest revision, with those that were read now or held before."""
        id = next(free for free in _ids(id) if free not in self._taken)  # else it is that of what is no revision
        articles = [self._renamed(articles[0], id), *(article.moved(id=id) for article in articles[1:])]
        contents = {said(article) for article in articles}
        self._seen.update(self._mark(id, article.content_digest()) for article in articles)
        self.report.unchanged += len(articles) - len(contents)
        self._taken.add(id)
        before = self.session.get(id)
        held = (*reversed(before.versions), before.article) if before else ()
        stored = newest_first((*held, *articles))
        if before is None:
            self.report.added += 1
        elif {said(article) for article in held} >= contents:
            self.report.unchanged += 1
            stored = before
            content = said(before.article)
            copy = next((article for article in articles if said(article) == content), None)
            if copy and self._is_gone(before.article):
                self.report.moved += 1
                stored = before._replace(article=copy)
                self._leave(before.article.path)
        else:
            self.report.changed += 1
        if stored != before:
            self.session.put(stored)
            self.report.undated += stored.article.published is None

    def _renamed(self, article: Article, id: str) -> Article:
        """The article under an id; where that is not its own, a remark says so."""
        if id == article.id:
            return article
        where = resolved(article.path, self.place) if article.path else ""
        self.remark(Remark(where, f"id {article.id!r} is another article's: kept as {id!r}", lost=False))
        return article.moved(id=id)

    def _leave(self, path: str) -> None:
        """Forget the file of an article's path: it is gone, so which part of the path it was cannot be asked."""
        self.left.update(outer.as_posix() for outer in (PurePath(path), *PurePath(path).parents))

    def _is_gone(self, article: Article) -> bool:
        """Whether the file that an article was read from is no longer there."""
        return not os.path.exists(resolved(file_of(article.path, self.place), self.place))  # noqa: PTH110

    def _succeeded(self, id: str, article: Article) -> Stored | None:
        """What the article takes the place of under another id, taken out; None where that is not its file's."""
        before = None if id in self._taken else self.session.get(id)
        if before is None or before.article.path != article.path:
            return None
        self.session.remove(id)
        return before

    def has(self, id: str) -> bool:
        """Whether this run gave the id to an article."""
        return id in self._taken

    def keep(self, stored: Stored) -> None:
        """Hold on to an article that no source gives, with its versions; under the next id that is free."""
        id = next(free for free in _ids(stored.article.id) if free not in self._taken)
        self._taken.add(id)
        self.session.put(Stored(self._renamed(stored.article, id), stored.versions))

    def saw(self, article: Article) -> bool:
        """Whether this run read the same article, of the same id and content."""
        return self._mark(article.id, article.content_digest()) in self._seen

    @staticmethod
    def _mark(id: str, content: str) -> bytes:
        return sha256(f"{id}{content}".encode("utf-8", "surrogatepass"))[:16]

    def _place_for(self, article: Article, base: str, content: str, *, given: bool) -> tuple[Stored | None, str]:
        """What the article replaces or repeats, if anything, and the id that it gets."""
        version: Stored | None = None
        for number, id in enumerate(_ids(base, self._free.get(base, 1)), self._free.get(base, 1)):
            if id in self._taken:
                if number == self._free.get(base, 1):
                    self._free[base] = number + 1
                continue
            before = self.session.get(id)
            if before is None:
                break
            if before.article.content_digest() == content:
                return before, id
            if version is None and (given or before.article.path == article.path):
                version = before
        return (version, version.article.id) if version else (None, id)


def _ids(base: str, number: int = 1) -> Iterator[str]:
    """The ids that an article may be kept under, from so manieth on: its own, then `base~2`, `base~3` ..."""
    return (base if at == 1 else f"{base}~{at}" for at in count(number))
