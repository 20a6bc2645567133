"""The segments that a commit adds: built apart, named by what is in them, and moved into the index's folder."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newssearch.article import Article
from newssearch.digests import file_sha256, sha256
from newssearch.engines.base import WriteOptions
from newssearch.engines.whoosh.codecs import Builder, Segment, new_builder
from newssearch.engines.whoosh.manifest import FileInfo
from newssearch.engines.whoosh.merging import LARGEST
from newssearch.engines.whoosh.segments import SegmentInfo, segment_name
from newssearch.engines.whoosh.storage import TEMPORARY, sync

_MAKING = "g000000"
"""What a segment is called until its name is known."""


class Additions:
    """New segments in the making: `add` articles, `merge` old segments, `finish`. None holds more than `LARGEST`."""

    def __init__(self, folder: Path, codec: str, options: WriteOptions) -> None:
        self.infos: list[SegmentInfo] = []
        self.files: dict[str, FileInfo] = {}
        self._folder = folder
        self._codec = codec
        self._options = options
        self._builder: Builder | None = None

    @property
    def growing(self) -> int:
        """How many articles the segment holds that is not yet full."""
        return self._builder.count if self._builder else 0

    def add(self, article: Article, versions: Sequence[Article]) -> int:
        """Add an article with its earlier versions; its `content_number`."""
        if self._builder and self._builder.count >= LARGEST:
            self.finish()
        return self._building().add(article, versions)

    def merge(self, segment: Segment, living: NDArray[np.bool_]) -> None:
        """Add a segment's living documents to the segment that is being made."""
        self._building().merge(segment, living)

    def _building(self) -> Builder:
        if self._builder is None:
            self._place.mkdir(parents=True)
            self._builder = new_builder(self._codec, self._place, _MAKING, self._options)
        return self._builder

    @property
    def _place(self) -> Path:
        return self._folder / TEMPORARY / f"segment-{len(self.infos)}"

    def finish(self) -> None:
        """End the segment that is being made, if it holds anything: its files are on the disk after it."""
        if self._builder is None or not self._builder.count:
            return
        info = self._builder.finish()
        self._builder = None
        made = sorted(path for path in self._place.iterdir() if path.is_file())
        sums = {path: FileInfo(path.stat().st_size, file_sha256(path)) for path in made}
        info = info.named(segment_name(sha256("".join(sums[path].sha256 for path in made).encode()).hex()))
        for path in made:
            name = info.file(path.name.split(".", 1)[1])
            sync(path)
            path.replace(self._folder / name)
            self.files[name] = sums[path]
        self.infos.append(info)

    def close(self) -> None:
        """Let go of what is not finished."""
        if self._builder:
            self._builder.close()
            self._builder = None
