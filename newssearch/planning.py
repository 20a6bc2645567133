"""What a run is to read: the files of sources, or one machine's part of them, and what is in each."""

import os
import pickle
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import NamedTuple

from newssearch.engines.base import Stored
from newssearch.engines.workers import Workers
from newssearch.paths import relative, resolved
from newssearch.readers import Item, Remark, read
from newssearch.readers.ahead import Part, ahead
from newssearch.shards import WHOLE, Shard
from newssearch.sources import Source, SourceFile, below, file_digest, walk

_WORTH_JOBS = 1 << 20
"""Bytes of files from which on other processes read them: they take a third of a second to start."""

_IN_MEMORY = 64 << 20
"""Bytes of what was read that are kept in memory, before they go to a file without a name."""


Progress = Callable[[int, int, int], None]
"""Called with how much is done, of how much (bytes of files, or articles), and the articles so far."""


@dataclass(frozen=True, slots=True)
class Planned:
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


Read = Generator[tuple[Planned, Iterator[Item]], None, None]
"""Files with what is in them, which is to be used up before the next file is asked for."""


class Plan(NamedTuple):
    """The files of a run by the paths that the archive keeps, and their sizes in bytes."""

    files: Mapping[str, tuple[Path, Source]]
    sizes: Mapping[str, int]

    @property
    def size(self) -> int:
        return sum(self.sizes.values())


def plan(sources: Iterable[Source], place: str, shard: Shard = WHOLE) -> Plan:
    """The files of the sources that are of the shard. Raises `SourceError`."""
    found: dict[str, tuple[Path, Source]] = {}
    for source in sources:
        top = Path(resolved(source.path, place))
        for path in walk(top, place, source.choice):
            if shard.takes(below(path, top)):
                found.setdefault(relative(path, place), (path, source))
    return Plan(found, {name: _size(path) for name, (path, _) in found.items()})


def still_known(
    known: Iterable[SourceFile], place: str, present: AbstractSet[str], get: Callable[[str], Stored | None]
) -> dict[str, SourceFile]:
    """The files that were read before and need not be read again while they are as they were, by their paths.

    Where a file is gone of which there is a copy, it is forgotten, or the copy is to be read that is to stand for it.
    `get` gives the articles of the archive.
    """
    files = {file.path: file for file in known}
    gone = [file for file in files.values() if file.only and not os.path.lexists(resolved(file.path, place))]
    holding = {file for file in gone if _holds(file, get(file.only))}
    standing = {file.sha256 for file in holding}
    copies = {file for file in files.values() if file.path in present and file.sha256 in standing}
    for file in copies.union(gone) - holding:
        del files[file.path]
    return files


def _holds(file: SourceFile, held: Stored | None) -> bool:
    """Whether the article that a file held alone has that file's path, and not a copy's."""
    return held is not None and f"{held.article.path}/".startswith(f"{file.path}/")


def contents(planned: Plan, known: Mapping[str, SourceFile], jobs: int) -> Read:
    """Each file with what is in it, but for those that have not changed, read by so many processes."""
    files = (_look(path, name, source, known.get(name)) for name, (path, source) in planned.files.items())
    if jobs == 1 or planned.size <= _WORTH_JOBS:
        for file in files:
            yield file, read(file.path, str(file.path), file.source.options)
        return
    with closing(Workers(jobs)) as workers:
        parts = ((f, Part(f.path, f.source.options, None, f.file.size) if f.wanted else None) for f in files)
        yield from ahead(parts, workers.submit, jobs + 1)


def _look(path: Path, name: str, source: Source, before: SourceFile | None) -> Planned:
    """A file before it is read."""
    zone, mapping, order = source.options.zone, source.options.mapping, source.options.date_order
    try:
        sha256, size = file_digest(path)
    except OSError as error:
        lost = SourceFile(name, "", 0, zone, mapping, lost=True, date_order=order)
        return Planned(path, name, source, lost, error=f"cannot be read: {error.strerror or error}")
    file = SourceFile(name, sha256, size, zone, mapping, date_order=order)
    return Planned(path, name, source, file, unchanged=file.is_as(before))


class Spool:
    """What was read of a plan, put aside until it is taken in.

    `progress` is called meanwhile.
    """

    def __init__(self, read: Read, plan: Plan, progress: Progress | None = None) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._counts: list[tuple[Planned, int]] = []
        try:
            with closing(read):
                for done, articles in self._filled(read, plan.sizes):
                    if progress:
                        progress(done, plan.size, articles)
        except BaseException:
            self.close()
            raise

    def _filled(self, read: Read, sizes: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """Put aside what is read; the bytes and articles so far, after each file and every hundred items of one."""
        done = articles = 0
        for planned, items in read:
            count = 0
            for item in items if planned.wanted else ():
                pickle.dump(item, self._file, pickle.HIGHEST_PROTOCOL)
                count += 1
                articles += not isinstance(item, Remark)
                if count % 100 == 0:
                    yield done, articles
            self._counts.append((planned, count))
            done += sizes[planned.name]
            yield done, articles

    def contents(self) -> Read:
        """All of it, as it was given."""
        self._file.seek(0)
        for planned, count in self._counts:
            yield planned, (pickle.load(self._file) for _ in range(count))  # noqa: S301 - a file that only we have

    def close(self) -> None:
        self._file.close()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
