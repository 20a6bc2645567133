"""Changing an index: one writer at a time, and all of its changes or none.

A commit writes new files beside the old ones, waits until they are on the disk, and then
replaces the manifest, which is the commit. Only after that are old files removed. So a
process that is killed at any moment leaves the generation before or the one after; what
it left lying about, the next writer sweeps.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from newssearch import __version__
from newssearch.analysis import stem_language
from newssearch.article import Article
from newssearch.digests import file_sha256
from newssearch.engines.base import MEMORY, WriteOptions
from newssearch.engines.entry import content_number
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh import storage
from newssearch.engines.whoosh.additions import Additions
from newssearch.engines.whoosh.arrays import mask_of
from newssearch.engines.whoosh.codecs import COLUMNAR, open_segment
from newssearch.engines.whoosh.damage import DamagedFile, damaged, reading, writing
from newssearch.engines.whoosh.grouping import Shelf, find, find_changed
from newssearch.engines.whoosh.lock import WriteLock
from newssearch.engines.whoosh.manifest import FileInfo, Manifest
from newssearch.engines.whoosh.merging import to_merge
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.stories import Stories, write_stories
from newssearch.engines.whoosh.toc import toc
from newssearch.errors import DamagedIndex, IndexPlaceError, NoIndex, UsageError


class Writer:
    """The one writer of an index, from its making until `commit` or `close`; a context manager.

    With `fresh`, nothing of the index before is taken over, and it may be damaged: the new
    one is built beside it, read again and checked, and then put in its place.

    Raises `LockedIndex` where another writer has not finished within `wait` seconds,
    `ReadOnlyIndex` where the folder cannot be written (by every method), and what
    `Snapshot.open` raises for an index that cannot be built on.
    """

    def __init__(
        self,
        folder: Path,
        *,
        wait: float = 10.0,
        fresh: bool = False,
        codec: str | None = None,
        jobs: int = 1,
        memory: int = MEMORY,
    ) -> None:
        self.folder = folder
        self.snapshot: Snapshot | None = None
        """The generation that this writer builds on, and whose documents `delete` takes."""
        self._fresh = fresh
        self._options = WriteOptions(codec, jobs, memory)
        self._additions: Additions | None = None
        with writing(folder):
            _manifest(folder, fresh=fresh)  # before anything is made: the folder may be another program's
            folder.mkdir(parents=True, exist_ok=True)
            lock = WriteLock(folder, wait)
            try:
                self._open()
            except BaseException:
                lock.release()
                raise
        self._lock: WriteLock | None = lock

    def _open(self) -> None:
        before = _manifest(self.folder, fresh=self._fresh)
        self._before = set(storage.names(self.folder))
        if before is None and not self._fresh:
            self._sweep()  # what a killed writer left
        newest = max(map(storage.generation_of, storage.names(self.folder)), default=0)
        self.generation = 1 + (before.generation if before else newest)
        self.articles, self._content = 0, 0
        self._codec = self._codec_after(before)
        self._languages: Counter[str] = Counter()
        if before and not self._fresh:
            self.snapshot = Snapshot.open(self.folder)
            self._living = mask_of(self.snapshot.living)
            self.articles, self._content = before.articles, before.content
            self._languages.update(before.languages)
        self._sweep()
        (self.folder / storage.TEMPORARY).mkdir()
        self._additions = Additions(self.folder, self._codec, self._options)

    def _codec_after(self, before: Manifest | None) -> str:
        """The codec to write in: an index has one, and only a fresh one another."""
        asked = self._options.codec
        if before and not self._fresh and asked not in {None, before.codec}:
            raise UsageError(
                f"the index at {self.folder} is of the codec {before.codec}:"
                f" `newssearch rebuild --codec {asked}` changes it"
            )
        return asked or (before.codec if before else COLUMNAR)

    def add(self, article: Article, versions: Sequence[Article] = ()) -> None:
        """Add an article, with its earlier versions; whoever replaces one deletes the old document too.

        One that fails closes the writer.
        """
        self._check_open()
        try:
            with writing(self.folder):
                number = self._adding.add(article, versions)
        except BaseException:
            self.close()  # an article that is half there must not be committed
            raise
        self._account(number, stem_language(article.language), 1)

    def delete(self, document: int) -> None:
        """Delete a document of `snapshot`; one that is deleted already stays so."""
        self._check_open()
        if self.snapshot is None:
            raise IndexError(f"no document {document}: this writer begins with an empty index")
        article = self.snapshot.article(document)
        if self._living[document]:
            self._living[document] = False
            self._account(content_number(article), stem_language(article.language), -1)

    def commit(self, archive: Any = None, sources: Iterable[bytes] = ()) -> Manifest:
        """Make the changes last, all at once; `archive` is JSON for the manifest, `sources` are lines kept beside it.

        The writer is closed after it, whether it succeeds or fails.
        """
        self._check_open()
        try:
            with writing(self.folder):
                segments, files = self._merged()
                stories = self._stories(segments)
                lines = [line + b"\n" for line in sources]
                manifest = Manifest(
                    codec=self._codec,
                    generation=self.generation,
                    articles=self.articles,
                    content=self._content,
                    languages=+self._languages,
                    segments=tuple(segments),
                    files=files | self._listed(self.generation, segments, stories, lines),
                    archive=archive,
                    made_with=manifests.made_with(),
                    newssearch=__version__,
                )
                if self._fresh:
                    _check(self.folder, manifest)
                manifests.write(self.folder, manifest)
                if self._fresh and self.generation > 1:
                    # Once more, as the first: the bytes of a fresh index tell nothing of what was there before.
                    self._sweep()
                    manifest = manifest._replace(generation=1, files=files | self._listed(1, segments, stories, lines))
                    manifests.write(self.folder, manifest)
                return manifest
        finally:
            self.close()

    def close(self) -> None:
        """Undo what is not committed, and let the next writer in."""
        if self._lock is None:
            return
        try:
            if self._additions:
                self._additions.close()
            if self.snapshot:
                self.snapshot.close()
            self._sweep()
        finally:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check_open(self) -> None:
        if self._lock is None:
            raise ValueError("this writer is closed")

    @property
    def _adding(self) -> Additions:
        if self._additions is None:
            raise ValueError("this writer is closed")
        return self._additions

    def _account(self, number: int, language: str, sign: int) -> None:
        self.articles += sign
        self._content = (self._content + sign * number) % 2**256
        self._languages[language] += sign

    def _stories(self, infos: list[SegmentInfo]) -> Stories:
        """The stories of the new generation: where there is one before it, only what was changed is looked at."""
        before = [segment for _, segment in self.snapshot.segments] if self.snapshot else []
        known = {segment.info.id: segment for segment in before}
        new = [info for info in infos if info.id not in known]
        files = {path.name: storage.open_file(path) for info in new for path in self.folder.glob(info.file("*"))}
        opened = known | {info.id: open_segment(self._codec, info, files) for info in new}
        segments = [opened[info.id] for info in infos]
        living = np.ones(sum(info.count for info in infos), np.bool_)
        for base, info in zip(accumulate([info.count for info in infos], initial=0), infos, strict=False):
            living[[base + document for document in info.deleted]] = False
        with reading(self.folder):
            if self.snapshot is None:
                return find(segments, living)
            shelf = Shelf(before, mask_of(self.snapshot.living))
            return find_changed(shelf, self.snapshot.stories, self._living, Shelf(segments, living))

    def _listed(
        self, generation: int, segments: list[SegmentInfo], stories: Stories, sources: list[bytes]
    ) -> dict[str, FileInfo]:
        """Write a generation's table of contents, its stories and its list of sources."""
        # The sources first: a table of contents without them is another program's (storage.is_foreign).
        names = [storage.sources_name(generation)]
        storage.write_file(self.folder / names[0], sources)
        names.append(storage.stories_name(generation))
        write_stories(self.folder / names[1], stories)
        names.append(storage.toc_name(generation))
        (self.folder / names[2]).write_bytes(toc(generation, segments, self._codec))
        files = {}
        for name in names:
            path = self.folder / name
            storage.sync(path)
            files[name] = FileInfo(path.stat().st_size, file_sha256(path))
        storage.sync_folder(self.folder)
        return files

    def _merged(self) -> tuple[list[SegmentInfo], dict[str, FileInfo]]:
        """The segments of the new generation, the kept ones first, and their files, which are on the disk."""
        kept: list[SegmentInfo] = []
        files: dict[str, FileInfo] = {}
        additions = self._adding
        if self.snapshot:
            segments = [segment for _, segment in self.snapshot.segments]
            parts = [self._living[base : base + segment.count] for base, segment in self.snapshot.segments]
            counts = [segment.count for segment in segments]
            chosen = to_merge([int(part.sum()) for part in parts], counts, additions.growing)
            for at, (segment, living) in enumerate(zip(segments, parts, strict=True)):
                if at not in chosen:
                    kept.append(segment.info.without(np.flatnonzero(~living).tolist()))
                elif living.any():
                    with reading(self.folder):
                        additions.merge(segment, living)
            prefixes = tuple(info.file("") for info in kept)
            before = self.snapshot.manifest.files
            files = {name: info for name, info in before.items() if name.startswith(prefixes)}
        try:
            additions.finish()
        except DamagedFile as error:  # of a segment that is merged
            raise damaged(self.folder, str(error)) from error
        return kept + additions.infos, files | additions.files

    def _sweep(self) -> None:
        """Remove what no manifest names; where there is a damaged one, what was not there before."""
        try:
            keep = set(manifests.read(self.folder).files)
        except NoIndex:
            keep = set()
        except IndexPlaceError:
            keep = self._before
        storage.sweep(self.folder, keep)


def _manifest(folder: Path, *, fresh: bool) -> Manifest | None:
    """The manifest to build on or to replace, or None; a damaged one may be replaced where the index is ours."""
    try:
        return manifests.read(folder)
    except NoIndex:
        return None
    except DamagedIndex:
        ours = any(map(storage.is_ours, storage.names(folder)))
        if fresh and ours and not storage.is_foreign(folder):
            return None
        raise


def _check(folder: Path, manifest: Manifest) -> None:
    """Read every file of a new generation again, and open it, before it is let in the place of the old one."""
    for name, info in manifest.files.items():
        if file_sha256(folder / name) != info.sha256:
            raise damaged(folder, f"{name} reads otherwise than it was written")
    Snapshot(folder, manifest).close()
