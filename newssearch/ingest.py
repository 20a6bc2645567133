"""One run of adding: the files of sources, those of them that are new or have changed, and what is in them."""

import os
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from newssearch.article import Article
from newssearch.engines.base import Session
from newssearch.engines.workers import Workers
from newssearch.errors import SourceError
from newssearch.intake import Intake
from newssearch.paths import relative, resolved
from newssearch.readers import Item, Remark, Revision, printable, read
from newssearch.readers.ahead import Part, ahead
from newssearch.revisions import Revisions
from newssearch.sources import Source, SourceFile, file_digest, walk

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
    """A run. So many `jobs` read its files; `known` are those that were read before."""

    def __init__(self, session: Session, place: Path, known: Iterable[SourceFile] = (), *, jobs: int = 1) -> None:
        self.session = session
        self.place = place
        self.known = {file.path: file for file in known}
        self.intake = Intake(session, place)
        self.report = self.intake.report
        self._jobs = jobs

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
        with closing(Workers(self._jobs if total > _WORTH_JOBS else 1)) as workers, closing(Revisions()) as revisions:
            for file, items in _read(looked_at, workers):
                for taken in self._file(file, items, revisions):
                    if progress:
                        progress(done + min(taken, sizes[file.name]), total, self.report.articles + revisions.count)
                done += sizes[file.name]
            for id, articles in revisions.items():
                self.intake.item(id, articles)
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
        return held is not None and f"{held.article.path}/".startswith(f"{file.path}/")

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

    def _file(self, planned: _Planned, items: Iterator[Item], revisions: Revisions) -> Iterator[int]:
        """Take in one file; after every hundred articles, about how many bytes of it are done."""
        self.report.files += 1
        name = planned.name
        if planned.error:
            self.intake.remark(Remark(str(planned.path), planned.error, lost=True))
            self.known[name] = planned.file
            return
        if planned.unchanged:
            self.report.unchanged_files += 1
            return
        before = self.known.get(name)
        lost = self.report.lost
        ids: list[str] = []
        revised: set[str] = set()
        taken = 0
        waiting: Article | None = None  # the first article, until it is clear whether it is the only one
        for count, item in enumerate(items):
            if isinstance(item, Remark):
                self.intake.remark(item)
                continue
            article = item.article if isinstance(item, Revision) else item
            article = article.moved(path=name + article.path.removeprefix(printable(str(planned.path))))
            # A digest of what was printed tells articles apart, and not which revises which.
            is_revision = isinstance(item, Revision) and bool(article.id or article.url)
            taken += len(article.headline) + len(article.body)
            if is_revision:
                article = article.identified()
                revisions.add(article)
                revised.add(article.id)
            else:
                if waiting is not None:
                    ids.append(self.intake.article(waiting))
                waiting = article
            if count % 100 == 0:
                yield taken
        if waiting is not None:
            instead_of = before.only if before and not ids and not revised else ""
            ids.append(self.intake.article(waiting, instead_of=instead_of))
        every = [*ids, *revised]
        only = every[0] if len(every) == 1 else ""
        self.known[name] = replace(planned.file, lost=self.report.lost > lost, only=only)

    def files(self) -> list[SourceFile]:
        """All files whose articles the archive holds, by path."""
        left = self.intake.left
        return sorted((file for file in self.known.values() if file.path not in left), key=lambda file: file.path)


def _read(files: Iterable[_Planned], workers: Workers) -> Iterator[tuple[_Planned, Iterator[Item]]]:
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
