"""One generation of an index, open for reading: what the query evaluator sees.

Documents are numbered through all segments, the deleted ones among them. Terms answer
with arrays over these numbers, from which the deleted are left out. Every file is opened
at once, so later commits and removals do not touch a snapshot; nothing is taken apart
before it is asked for, and nothing is ever written. Any number of threads may read.
"""

import heapq
import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from types import TracebackType
from typing import Any, Self

from newssearch.article import Article
from newssearch.digests import sha256
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.codecs import Segment, open_segment
from newssearch.engines.whoosh.collapse import Copies
from newssearch.engines.whoosh.damage import damaged, reading
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.kernels import chained, counting, flagged, flags, row_of, taken
from newssearch.engines.whoosh.manifest import Manifest
from newssearch.engines.whoosh.parts import Part, joined, moved, united
from newssearch.engines.whoosh.postings import Postings, PostingSource
from newssearch.engines.whoosh.rows import Flags, Numbers, read_only
from newssearch.engines.whoosh.storage import open_file, sources_name, stories_name, toc_name
from newssearch.engines.whoosh.stories import Stories, read_stories
from newssearch.errors import DamagedIndex
from newssearch.paths import StrPath

_TRIES = 10
"""How often a reader that a commit overtakes turns to the newer generation."""


class Snapshot:
    """An index at one generation; a context manager. See the module for what it promises."""

    def __init__(self, folder: StrPath, manifest: Manifest) -> None:
        """Open what a manifest names: `FileNotFoundError` where a file is gone, `DamagedIndex` where one is wrong."""
        self.folder = folder
        self.reading = reading(folder)
        self.manifest = manifest
        manifests.check_sizes(folder, manifest)
        toc = toc_name(manifest.generation)
        own = {toc, sources_name(manifest.generation), stories_name(manifest.generation)}
        if not own <= manifest.files.keys():
            raise damaged(folder, "the manifest does not name its own generation's files")
        self.articles = sum(info.count - len(info.deleted) for info in manifest.segments)
        if self.articles != manifest.articles:
            raise damaged(folder, f"{self.articles} articles instead of {manifest.articles}")
        files = {name: open_file(os.path.join(folder, name)) for name in manifest.files if name != toc}
        with self.reading:
            segments = [open_segment(manifest.codec, info, files) for info in manifest.segments]
        self._sources = files[sources_name(manifest.generation)]
        self._stories = files[stories_name(manifest.generation)]
        self._bases = [0, *accumulate(segment.count for segment in segments)]
        self._segments: list[tuple[int, Segment]] | None = list(zip(self._bases, segments, strict=False))
        self.count = self._bases[-1]
        with self.reading:
            deleted = [base + document for base, segment in self.segments for document in segment.info.deleted]
            self._deleted = row_of(deleted)
            self.living: Flags = read_only(flags(self._deleted, self.count, False))
        self._kept: dict[tuple[str, str], Numbers] = {}

    @classmethod
    def open(cls, folder: StrPath) -> Self:
        """Open the generation that the manifest names.

        Raises what `manifest.read` raises, and `DamagedIndex` where its files are not as it says.
        """
        manifest = manifests.read(folder)
        for _ in range(_TRIES):
            try:
                snapshot = cls(folder, manifest)
                newer = manifests.read(folder)
                if newer == manifest:  # else files of an older name may be a newer generation's
                    return snapshot
            except FileNotFoundError as error:
                newer = manifests.read(folder)
                if newer == manifest:
                    raise damaged(folder, f"{os.path.basename(error.filename)} is missing") from None
            except DamagedIndex:
                newer = manifests.read(folder)
                if newer == manifest:
                    raise
            except OSError as error:
                raise DamagedIndex(f"cannot read the index at {folder}: {error.strerror or error}") from None
            manifest = newer
        raise damaged(folder, "it is replaced faster than it can be opened")

    def close(self) -> None:
        """Let go of the files; arrays that were handed out stay good."""
        self._segments, self._sources, self._stories = None, b"", b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def segments(self) -> list[tuple[int, Segment]]:
        """The segments, oldest first, each with the number of its first document."""
        if self._segments is None:
            raise ValueError("this snapshot is closed")
        return self._segments

    # --- terms --------------------------------------------------------------------

    def ranked(self, stems: Collection[str]) -> dict[str, list[Part]]:
        """The documents with any of the stems in each field that is ranked, segment by segment."""
        found: dict[str, list[Part]] = {}
        segments = self.segments
        with self.reading:
            for base, segment in segments:
                if len(stems) == 1:
                    (stem,) = stems
                    fields = segment.ranked(stem)
                else:
                    fields = united([segment.ranked(stem) for stem in stems])
                for field, postings in fields.items():
                    found.setdefault(field, []).append(self._part(base, segment, postings))
        return found

    def postings(self, field: str, word: str) -> Postings:
        """The documents that have a word, and how often each does."""
        return self._joined(lambda segment: segment.postings(field, word))

    def documents(self, field: str, key: str) -> Numbers:
        """The documents that have a key, ascending."""
        return self.postings(field, key).documents

    def phrase(self, fields: Collection[str], words: Sequence[str]) -> dict[str, Postings]:
        """The documents in which words stand in a row, and how often in each, by field."""
        found: dict[str, list[Postings]] = {}
        segments = self.segments
        with self.reading:
            for base, segment in segments:
                for field, postings in segment.phrase(fields, words).items():
                    found.setdefault(field, []).append(self._part(base, segment, postings).read())
        return {field: own[0] if len(own) == 1 else joined(own) for field, own in found.items()}

    def expanded(self, fields: Collection[str], shape: Shape) -> dict[str, Numbers]:
        """The documents with a word of a shape, ascending, by field."""
        found: dict[str, list[Numbers]] = {}
        segments = self.segments
        with self.reading:
            for base, segment in segments:
                for field, documents in segment.expanded(fields, shape).items():
                    found.setdefault(field, []).append(self._living(base, segment, documents))
        return {field: chained(own) for field, own in found.items()}

    def tallies(self, field: str, prefix: str, among: Flags) -> dict[str, int]:
        """How many of some documents have each key that begins with a prefix; keys that none has are left out."""
        found: Counter[str] = Counter()
        segments = self.segments
        with self.reading:
            for base, segment in segments:
                found.update(segment.tallies(field, prefix, among[base : base + segment.count]))
        return found

    def named(self, alternatives: Sequence[Sequence[Collection[str]]]) -> Numbers:
        """The documents with an author who has, in one of the alternatives, a key of every group."""
        segments = self.segments
        with self.reading:
            return chained([self._living(base, segment, segment.named(alternatives)) for base, segment in segments])

    def words(self, field: str, prefix: str = "") -> Iterator[str]:
        """The words of a field that begin with a prefix, in code point order.

        Words of deleted documents are among them, until their segment is merged.
        """
        segments = self.segments
        with self.reading:
            streams = [segment.words(field, prefix) for _, segment in segments]
            for word, _ in groupby(streams[0] if len(streams) == 1 else heapq.merge(*streams)):
                yield word

    def _joined(self, ask: Callable[[Segment], PostingSource | None]) -> Postings:
        """The postings that each segment gives, as one."""
        found = []
        segments = self.segments
        with self.reading:
            for base, segment in segments:
                if postings := ask(segment):
                    found.append(self._part(base, segment, postings).read())
        if not found:
            return Postings(row_of(()), None)
        return found[0] if len(found) == 1 else joined(found)

    def _part(self, base: int, segment: Segment, postings: PostingSource) -> Part:
        return Part(self.reading, postings, base, self.living if segment.info.deleted else None)

    def _living(self, base: int, segment: Segment, documents: Numbers) -> Numbers:
        """Some of a segment's documents as the index's."""
        return moved(documents, None, base, self.living if segment.info.deleted else None).documents

    # --- documents ----------------------------------------------------------------

    @cached_property
    def everything(self) -> Numbers:
        """The documents that live, ascending."""
        return flagged(self.living, counting(0, self.count), True)

    def lengths(self, field: str) -> Numbers:
        """Each document's number of positions in a field; in an index of the stock codec, rounded as Whoosh does."""
        return self._whole("lengths", field, lambda segment: segment.lengths(field))

    def average_length(self, field: str) -> float:
        """The mean of `lengths` over the articles; 1 where no article has any."""
        segments = self.segments
        with self.reading:
            total = sum(segment.total_length(field) for _, segment in segments)
            if self.articles < self.count:
                total -= sum(taken(self.lengths(field), self._deleted).tolist())
        return total / self.articles if total else 1.0

    def column(self, name: str) -> Numbers:
        """A number for each document: `day`, `first` or `last` of `entry.Entry`."""
        return self._whole("column", name, lambda segment: segment.column(name))

    def _whole(self, kind: str, name: str, ask: Callable[[Segment], Numbers]) -> Numbers:
        """An array over all documents: that of the only segment, or those of several laid together, once."""
        whole = self._kept.get((kind, name))
        if whole is None:
            segments = self.segments
            with self.reading:
                parts = [ask(segment) for _, segment in segments]
            whole = self._kept[kind, name] = read_only(chained(parts))
        return whole

    def id(self, document: int) -> str:
        """A document's id."""
        base, segment = self._of(document)
        with self.reading:
            return segment.id(document - base)

    def record(self, document: int) -> dict[str, Any]:
        """A document's record: its article and earlier versions, as plain JSON values."""
        base, segment = self._of(document)
        with self.reading:
            return segment.record(document - base)

    def article(self, document: int) -> Article:
        """A document's article, read without its earlier versions."""
        base, segment = self._of(document)
        with self.reading:
            return Article.from_dict(segment.article(document - base))

    def _of(self, document: int) -> tuple[int, Segment]:
        if not 0 <= document < self.count:
            raise IndexError(f"no document {document} among {self.count}")
        return self.segments[bisect_right(self._bases, document) - 1]

    @cached_property
    def stories(self) -> Stories:
        """Which documents tell one story."""
        with self.reading:
            return read_stories(self._stories, stories_name(self.manifest.generation), self.count)

    @cached_property
    def copies(self) -> Copies:
        """The same, to be asked of single documents."""
        return Copies(self.stories, self.count)

    def sources(self) -> Iterator[bytes]:
        """The lines that the commit was given for its sources."""
        name = sources_name(self.manifest.generation)
        sources = self._sources[:]
        if sha256(sources).hex() != self.manifest.files[name].sha256:
            raise damaged(self.folder, f"{name} is not what was written")
        return iter(sources.split(b"\n")[:-1])
