"""One generation of an index, open for reading: what the query evaluator sees.

Documents are numbered through all segments, the deleted ones among them. Terms answer
with arrays over these numbers, from which the deleted are left out. Every file is opened
at once, so later commits and removals do not touch a snapshot; nothing is taken apart
before it is asked for, and nothing is ever written. Any number of threads may read.
"""

import heapq
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate, groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh.damage import damaged, reading
from newssearch.engines.whoosh.entry import POSITIONAL
from newssearch.engines.whoosh.manifest import Manifest
from newssearch.engines.whoosh.postings import Ids, Postings, occurrences
from newssearch.engines.whoosh.segment import LENGTHS, Segment
from newssearch.engines.whoosh.storage import open_file, sources_name
from newssearch.engines.whoosh.toc import read_toc, toc_name
from newssearch.errors import DamagedIndex

_TRIES = 10
"""How often a reader that a commit overtakes turns to the newer generation."""


class Snapshot:
    """An index at one generation; a context manager. See the module for what it promises."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Open what a manifest names: `FileNotFoundError` where a file is gone, `DamagedIndex` where one is wrong."""
        self.folder = folder
        self.manifest = manifest
        manifests.check_sizes(folder, manifest)
        toc = toc_name(manifest.generation)
        if toc not in manifest.files or sources_name(manifest.generation) not in manifest.files:
            raise damaged(folder, "the manifest does not name its own generation's files")
        files = {name: open_file(folder / name) for name in manifest.files}
        if sha256(files[toc]).hexdigest() != manifest.files[toc].sha256:
            raise damaged(folder, f"{toc} is not what was written")
        with reading(folder):
            segments = [Segment(info, files) for info in read_toc(files[toc][:], manifest.generation)]
        self._sources = files[sources_name(manifest.generation)]
        self._bases = [0, *accumulate(segment.count for segment in segments)]
        self._segments: list[Segment] | None = segments
        self.count = self._bases[-1]
        self.living: NDArray[np.bool_] = np.ones(self.count, np.bool_)
        for base, segment in self.segments:
            self.living[[base + document for document in segment.info.deleted]] = False
        self.living.flags.writeable = False
        self._columns: dict[str, NDArray[np.int64]] = {}
        self.articles = int(self.living.sum())
        if self.articles != manifest.articles:
            raise damaged(folder, f"{self.articles} articles instead of {manifest.articles}")

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the generation that the manifest names.

        Raises what `manifest.read` raises, and `DamagedIndex` where its files are not as it says.
        """
        manifest = manifests.read(folder)
        for _ in range(_TRIES):
            try:
                return cls(folder, manifest)
            except FileNotFoundError as error:
                newer = manifests.read(folder)
                if newer.generation == manifest.generation:
                    raise damaged(folder, f"{Path(error.filename).name} is missing") from None
                manifest = newer
            except OSError as error:
                raise DamagedIndex(f"cannot read the index at {folder}: {error.strerror or error}") from None
        raise damaged(folder, "it is replaced faster than it can be opened")

    def close(self) -> None:
        """Let go of the files; arrays that were handed out stay good."""
        self._segments, self._sources = None, b""

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
        return list(zip(self._bases, self._segments, strict=False))

    def postings(self, field: str, word: str) -> tuple[Ids, Ids]:
        """The documents that have a word, ascending, and how often each does."""
        found = [(postings.ids, postings.frequencies) for _, postings in self._postings(field, word, positions=False)]
        if len(found) == 1:
            return found[0]
        if not found:
            return np.empty(0, np.int32), np.empty(0, np.int32)
        ids, frequencies = zip(*found, strict=True)
        return np.concatenate(ids), np.concatenate(frequencies)

    def documents(self, field: str, key: str) -> Ids:
        """The documents that have a key, ascending."""
        return self.postings(field, key)[0]

    def occurrences(self, field: str, word: str) -> NDArray[np.int64]:
        """Every place of a word, ascending, as document << 32 | position."""
        if field not in POSITIONAL:
            raise KeyError(f"{field} has no positions")
        found = [places for places, _ in self._postings(field, word, positions=True)]
        return found[0] if len(found) == 1 else np.concatenate([np.empty(0, np.int64), *found])

    def words(self, field: str, prefix: str = "") -> Iterator[str]:
        """The words of a field that begin with a prefix, in code point order.

        Words of deleted documents are among them, until their segment is merged.
        """
        segments = self.segments
        with reading(self.folder):
            streams = [segment.terms.words(field, prefix) for _, segment in segments]
            for word, _ in groupby(streams[0] if len(streams) == 1 else heapq.merge(*streams)):
                yield word

    def lengths(self, field: str) -> NDArray[np.int32]:
        """Each document's number of positions in a field, rounded up as Whoosh does (11 is 12, 1,000 is 1,032)."""
        segments = self.segments
        with reading(self.folder):
            parts = [segment.length_bytes(field) for _, segment in segments]
            lengths: NDArray[np.int32] = LENGTHS[np.concatenate([np.empty(0, np.uint8), *parts])]
            return lengths

    def column(self, name: str) -> NDArray[np.int64]:
        """A number for each document: `day`, `first` or `last` of `entry.Entry`."""
        if name not in self._columns:
            segments = self.segments
            with reading(self.folder):
                parts = [segment.column(name) for _, segment in segments]
                column = np.concatenate([np.empty(0, np.int64), *parts])
            column.flags.writeable = False
            self._columns[name] = column
        return self._columns[name]

    def record(self, document: int) -> dict[str, Any]:
        """A document's record: its article, earlier versions and digest, as plain JSON values."""
        if not 0 <= document < self.count:
            raise IndexError(f"no document {document} among {self.count}")
        base, segment = self.segments[bisect_right(self._bases, document) - 1]
        with reading(self.folder):
            return segment.record(document - base)

    def sources(self) -> Iterator[bytes]:
        """The lines that the commit was given for its sources."""
        return iter(self._sources[:].split(b"\n")[:-1])

    def _postings(self, field: str, word: str, *, positions: bool) -> Iterator[tuple[NDArray[np.int64], Postings]]:
        """A word's places (none unless asked for) and postings in each segment that has it, the living ones."""
        segments = self.segments
        with reading(self.folder):
            for base, segment in segments:
                term = segment.terms.find(field, word)
                if term is None:
                    continue
                postings = segment.read(term, positions=positions)
                places = occurrences(postings) if positions else np.empty(0, np.int64)
                ids = postings.ids + np.int32(base)
                if segment.info.deleted:
                    places = places[self.living[(places >> 32) + base]]
                    alive = self.living[ids]
                    ids, frequencies = ids[alive], postings.frequencies[alive]
                else:
                    frequencies = postings.frequencies
                yield places + (base << 32), Postings(ids, frequencies, postings.rows)
