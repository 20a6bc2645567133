"""One run of adding: articles of sources into a session, each under the id it keeps.

An article is known by its id. In one run, another article of the same id and other
content is kept beside it under ``id~2``; in a later run, new content at the same path is
a new version, and at another path an article of its own. So nothing is ever lost.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from newssearch.article import Article
from newssearch.engines.base import Session, Stored
from newssearch.engines.workers import Workers
from newssearch.errors import SourceError
from newssearch.paths import relative, resolved
from newssearch.readers import Remark, read
from newssearch.readers.ahead import Part, ahead
from newssearch.sources import Source, SourceFile, file_digest, walk


@dataclass(slots=True)
class Report:
    """What a run did; `moved` and `dropped` count articles that were held before.

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
    remarks: list[Remark] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """All articles that were read."""
        return self.added + self.changed + self.unchanged


Progress = Callable[[int, int, int], None]
"""Called with bytes done, bytes in all, and articles so far."""


_WORTH_JOBS = 1 << 20
"""Bytes of files from which on other processes read them: they take a third of a second to start."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """A file of the run, looked at: what it is as read before, or why it cannot be."""

    path: Path
    name: str
    source: Source
    file: SourceFile
    error: str = ""
    unchanged: bool = False

    @property
    def wanted(self) -> bool:
        return not self.error and not self.unchanged


class Ingest:
    """A run: what it has seen, so that two articles of one id are told apart. So many `jobs` read its files."""

    def __init__(self, session: Session, place: Path, known: Iterable[SourceFile] = (), *, jobs: int = 1) -> None:
        self.session = session
        self.place = place
        self.known = {file.path: file for file in known}
        self.report = Report()
        self._jobs = jobs
        self._seen: set[bytes] = set()
        self._taken: set[str] = set()
        self._free: dict[str, int] = {}

    def sources(self, sources: Iterable[Source], progress: Progress | None = None) -> None:
        """Read the files of the sources, but for those that were read before and have not changed."""
        planned: dict[str, tuple[Path, Source]] = {}
        for source in sources:
            for path in walk(Path(resolved(source.path, self.place)), self.place):
                planned.setdefault(relative(path, self.place), (path, source))
        self._look_after_copies(planned.keys())
        sizes = {name: _size(path) for name, (path, _) in planned.items()}
        done, total = 0, sum(sizes.values())
        looked_at = (self._look(path, name, source) for name, (path, source) in planned.items())
        with closing(Workers(self._jobs if total > _WORTH_JOBS else 1)) as workers:
            for file, items in _read(looked_at, workers):
                for taken in self._file(file, items):
                    if progress:
                        progress(done + min(taken, sizes[file.name]), total, self.report.articles)
                done += sizes[file.name]
        if progress:
            progress(total, total, self.report.articles)

    def _look_after_copies(self, present: AbstractSet[str]) -> None:
        """Where a file is gone of which there is a copy, forget it, or read the copy that is to stand for it."""
        gone = [f for f in self.known.values() if f.only and not os.path.lexists(resolved(f.path, self.place))]
        holding = {file for file in gone if self._holds(file)}
        standing = {file.sha256 for file in holding}
        copies = {file for file in self.known.values() if file.path in present and file.sha256 in standing}
        for file in copies.union(gone) - holding:
            del self.known[file.path]

    def _holds(self, file: SourceFile) -> bool:
        """Whether the article that a file held alone has that file's path, and not a copy's."""
        held = self.session.get(file.only)
        return held is not None and held.article.path == file.path

    def _look(self, path: Path, name: str, source: Source) -> _Planned:
        """A file before it is read."""
        zone, mapping = source.options.zone, source.options.mapping
        try:
            sha256, size = file_digest(path)
        except OSError as error:
            lost = SourceFile(name, "", 0, zone, mapping, lost=True)
            return _Planned(path, name, source, lost, error=f"cannot be read: {error.strerror or error}")
        file = SourceFile(name, sha256, size, zone, mapping)
        return _Planned(path, name, source, file, unchanged=file.is_as(self.known.get(name)))

    def _file(self, planned: _Planned, items: Iterator[Article | Remark]) -> Iterator[int]:
        """Take in one file; after every hundred articles, about how many bytes of it are done."""
        self.report.files += 1
        name = planned.name
        if planned.error:
            self._remark(Remark(str(planned.path), planned.error, lost=True))
            self.known[name] = planned.file
            return
        if planned.unchanged:
            self.report.unchanged_files += 1
            return
        before = self.known.get(name)
        lost = self.report.lost
        ids: list[str] = []
        taken = 0
        waiting: Article | None = None  # the first article, until it is clear whether it is the only one
        for count, item in enumerate(items):
            if isinstance(item, Remark):
                self._remark(item)
                continue
            if waiting is not None:
                ids.append(self.article(waiting))
            waiting = item.moved(path=name)
            taken += len(item.headline) + len(item.body)
            if count % 100 == 0:
                yield taken
        if waiting is not None:
            ids.append(self.article(waiting, instead_of=before.only if before and not ids else ""))
        only = ids[0] if len(ids) == 1 else ""
        self.known[name] = replace(planned.file, lost=self.report.lost > lost, only=only)

    def _remark(self, remark: Remark) -> None:
        self.report.remarks.append(remark)
        self.report.lost += remark.lost

    def files(self) -> list[SourceFile]:
        """All files whose articles the archive holds, by path."""
        return sorted(self.known.values(), key=lambda file: file.path)

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
        if id != base:
            article = article.moved(id=id)
            where, message = resolved(article.path, self.place), f"id {base!r} is another article's: kept as {id!r}"
            self._remark(Remark(where, message, lost=False))
        if before is None and instead_of:
            before = self._succeeded(instead_of, article)
        if before is None:
            self.session.put(Stored(article))
            self.report.added += 1
        elif before.article.content_digest() != content:
            self.session.put(Stored(article, (before.article, *before.versions)))
            self.report.changed += 1
        else:
            if before.article.path != article.path and not os.path.exists(resolved(before.article.path, self.place)):  # noqa: PTH110
                self.session.put(replace(before, article=article))
                self.known.pop(before.article.path, None)
                self.report.moved += 1
            self.report.unchanged += 1
        return id

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
        article, base, number = stored.article, stored.article.id, 1
        while article.id in self._taken:
            number += 1
            article = article.moved(id=f"{base}~{number}")
        if number > 1:
            self._remark(Remark("", f"id {base!r} is another article's: kept as {article.id!r}", lost=False))
        self._taken.add(article.id)
        self.session.put(Stored(article, stored.versions))

    def saw(self, article: Article) -> bool:
        """Whether this run read the same article, of the same id and content."""
        return self._mark(article.id, article.content_digest()) in self._seen

    @staticmethod
    def _mark(id: str, content: str) -> bytes:
        return hashlib.sha256(f"{id}{content}".encode("utf-8", "surrogatepass")).digest()[:16]

    def _place_for(self, article: Article, base: str, content: str, *, given: bool) -> tuple[Stored | None, str]:
        """What the article replaces or repeats, if anything, and the id that it gets."""
        version: Stored | None = None
        number = self._free.get(base, 1)
        while True:
            id = base if number == 1 else f"{base}~{number}"
            if id not in self._taken:
                before = self.session.get(id)
                if before is None:
                    break
                if before.article.content_digest() == content:
                    return before, id
                if version is None and (given or before.article.path == article.path):
                    version = before
            elif number == self._free.get(base, 1):
                self._free[base] = number + 1
            number += 1
        return (version, version.article.id) if version else (None, id)


def _read(files: Iterable[_Planned], workers: Workers) -> Iterator[tuple[_Planned, Iterator[Article | Remark]]]:
    """Each file with what is in it, read when it is asked for or, by other processes, before."""
    if workers.jobs > 1:
        parts = ((f, Part(f.path, f.source.options, None, f.file.size) if f.wanted else None) for f in files)
        yield from ahead(parts, workers.submit, workers.jobs + 1)
    else:
        for file in files:
            yield file, read(file.path, str(file.path), file.source.options)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def check(sources: Iterable[Path]) -> None:
    """Raise `SourceError` for the first source that is missing."""
    for source in sources:
        if not os.path.lexists(source):
            raise SourceError(f"no such file or folder: {source}")
