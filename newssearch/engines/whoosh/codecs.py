"""The two codecs: how the files of a segment look. Everything else of the engine knows neither.

``columnar`` is newssearch's own and the default; ``stock`` is Whoosh's, which Whoosh
reads without newssearch.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from newssearch.article import Article
from newssearch.engines.base import CODECS, WriteOptions
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.postings import PostingSource
from newssearch.engines.whoosh.rows import Flags, Numbers
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.storage import Buffer

if TYPE_CHECKING:
    from pathlib import Path

    from newssearch.engines.whoosh.arrays import FlagArray
    from newssearch.similar.sketches import Sketches

COLUMNAR, STOCK = CODECS


class Segment(Protocol):
    """One segment, open for reading; document numbers are its own. Odd bytes lead to odd errors (see `damage`)."""

    @property
    def info(self) -> SegmentInfo: ...

    @property
    def count(self) -> int: ...

    def ranked(self, stem: str) -> Mapping[str, PostingSource]: ...

    def postings(self, field: str, word: str) -> PostingSource | None: ...

    def places(self, field: str, word: str) -> Numbers: ...

    def phrase(self, fields: Collection[str], words: Sequence[str]) -> Mapping[str, PostingSource]: ...

    def expanded(self, fields: Collection[str], shape: Shape) -> Mapping[str, Numbers]: ...

    def named(self, alternatives: Sequence[Sequence[Collection[str]]]) -> Numbers: ...

    def tallies(self, field: str, prefix: str, among: Flags) -> Mapping[str, int]: ...

    def words(self, field: str, prefix: str = "") -> Iterator[str]: ...

    def lengths(self, field: str) -> Numbers: ...

    def total_length(self, field: str) -> int: ...

    def column(self, name: str) -> Numbers: ...

    def sketches(self) -> "Sketches": ...

    def id(self, document: int) -> str: ...

    def record(self, document: int) -> dict[str, Any]: ...

    def article(self, document: int) -> dict[str, Any]: ...


class Builder(Protocol):
    """A segment in the making."""

    count: int

    def add(self, article: Article, versions: Sequence[Article] = ()) -> int: ...

    def merge(self, segment: Any, living: "FlagArray") -> None: ...

    def finish(self) -> SegmentInfo: ...

    def close(self) -> None: ...


def open_segment(codec: str, info: SegmentInfo, files: Mapping[str, Buffer]) -> Segment:
    """A segment of a codec."""
    if codec == COLUMNAR:
        from newssearch.engines.whoosh.columnar.segment import ColumnarSegment

        return ColumnarSegment(info, files)
    from newssearch.engines.whoosh.w3.segment import StockSegment

    return StockSegment(info, files)


def new_builder(codec: str, folder: "Path", segment: str, options: WriteOptions) -> Builder:
    """The maker of a segment, which writes into a folder of its own."""
    if codec == COLUMNAR:
        from newssearch.engines.whoosh.columnar.build import ColumnarBuilder

        return ColumnarBuilder(folder, segment, options)
    from newssearch.engines.whoosh.w3.build import StockBuilder

    return StockBuilder(folder, segment, options.memory)
