"""An archive copied to another place, and proved to be whole there."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newssearch.article import Article
from newssearch.engines.base import Engine, Stored, WriteOptions
from newssearch.engines.entry import content_number
from newssearch.errors import IndexPlaceError, NoIndex, UsageError
from newssearch.paths import relative, resolved
from newssearch.planning import Progress
from newssearch.sources import Known, SourceFile, recorded

_EACH = 500
"""Articles after which it is told how far a copy is."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: its articles and their earlier versions, and digests of all that they say.

    `content` is that of the articles, as `stats` gives it, `whole` that of the versions too.
    Both are sums, so they do not depend on an order, and leave out the files' paths,
    which are relative to the archive.
    """

    articles: int
    versions: int
    content: str
    whole: str


@dataclass(frozen=True, slots=True)
class Place:
    """One side of a copy: an engine, the folder that its paths are relative to, and what a person calls it."""

    engine: Engine
    folder: str
    name: str


def copy(
    here: Place,
    there: Place,
    *,
    over: bool,
    wait: float,
    progress: Progress | None,
    options: WriteOptions,
) -> Contents:
    """See `newssearch.archive.Archive.copy`."""
    if here.engine.identity == there.engine.identity:
        raise UsageError(f"{here.name} cannot be copied to itself: name another place")
    before = here.engine.stats()  # raises NoIndex
    if not over:
        _refuse_to_replace(there)
    files = [_moved_file(SourceFile.from_line(line), here, there) for line in here.engine.sources()]
    settings = _moved_settings(here.engine.settings, files, here, there)
    sent = _Sum()
    with there.engine.session(wait=wait, fresh=True, options=options) as session:
        if not over:
            _refuse_to_replace(there)  # again: who was waited for may have made it
        for stored in here.engine.articles():
            session.put(_moved(stored, here, there))
            sent.add(stored)
            if progress and sent.articles % _EACH == 0:
                progress(sent.articles, before["articles"], sent.articles)
        if (sent.articles, sent.own) != (before["articles"], before.get("content", sent.own)):
            raise IndexPlaceError(
                f"{here.name} changed while it was read, or is damaged: nothing was copied;"
                f" `newssearch verify --index {here.name}` tells"
            )
        session.commit(settings, (file.to_line() for file in files))
    arrived = _Sum(there.engine.articles())
    if arrived.contents() != sent.contents():
        raise IndexPlaceError(
            f"{there.name} does not hold what {here.name} does ({_said(arrived)}, not {_said(sent)}): copy it again"
        )
    return arrived.contents()


class _Sum:
    """Articles, counted and summed as they pass."""

    def __init__(self, each: Iterable[Stored] = ()) -> None:
        self.articles = self.versions = self._own = self._all = 0
        for stored in each:
            self.add(stored)

    def add(self, stored: Stored) -> None:
        number = content_number(stored.article)
        self.articles += 1
        self.versions += len(stored.versions)
        self._own += number
        whole = hashlib.sha256(number.to_bytes(32, "big"))
        for version in stored.versions:
            whole.update(version.content_digest().encode())
        self._all += int.from_bytes(whole.digest(), "big")

    @property
    def own(self) -> str:
        """The digest that an engine's `stats` call its content: of the articles, without their earlier versions."""
        return f"{self._own % 2**256:064x}"

    def contents(self) -> Contents:
        return Contents(self.articles, self.versions, self.own, f"{self._all % 2**256:064x}")


def _said(summed: _Sum) -> str:
    return f"{summed.articles:,} articles and {summed.versions:,} earlier versions"


def _refuse_to_replace(there: Place) -> None:
    """Raise `UsageError` where there are articles already."""
    try:
        held = there.engine.stats()["articles"]
    except NoIndex:
        return
    if held:
        raise UsageError(f"there is an archive at {there.name} already: choose another place, or --replace it")


def _moved(stored: Stored, here: Place, there: Place) -> Stored:
    versions = tuple([_article(version, here, there) for version in stored.versions])
    return Stored(_article(stored.article, here, there), versions)


def _article(article: Article, here: Place, there: Place) -> Article:
    return article.moved(path=_path(article.path, here, there)) if article.path else article


def _moved_file(file: SourceFile, here: Place, there: Place) -> SourceFile:
    return replace(file, path=_path(file.path, here, there))


def _moved_settings(
    settings: Mapping[str, Any], files: Iterable[SourceFile], here: Place, there: Place
) -> dict[str, Any]:
    known = Known(files, there.folder)
    moved = [replace(source, path=_path(source.path, here, there)) for source in recorded(settings)]
    return {**settings, "sources": [source.to_dict(known.of(source.path)) for source in moved]}


def _path(path: str, here: Place, there: Place) -> str:
    """A kept path, as the other archive keeps it."""
    return relative(Path(resolved(path, here.folder)), there.folder)
