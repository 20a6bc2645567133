"""The columnar codec behind Whoosh's own API: `whoosh.index.open_dir` reads such an index.

Whoosh finds this module by its name, in the index's table of contents, so newssearch has
only to be installed. It reads and never writes: a segment of its own beside newssearch's
would have neither the stems nor the dates that a search asks for.
"""

import copyreg
import zlib
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.entry import COLUMNS, POSITIONAL
from newssearch.engines.whoosh.arrays import array_of
from newssearch.engines.whoosh.columnar.layout import ARTICLES_FILE, DOCUMENTS_FILE, FILES
from newssearch.engines.whoosh.columnar.segment import ColumnarSegment
from newssearch.engines.whoosh.columnar.terms import ColumnarTerms
from newssearch.engines.whoosh.schema import STORED
from newssearch.engines.whoosh.segments import NAME, SegmentInfo
from newssearch.engines.whoosh.stock import Codec, ColumnReader, PerDocumentReader, Segment
from newssearch.engines.whoosh.storage import open_file
from newssearch.errors import ReadOnlyIndex

_ARTICLE = "article"


def _refuse() -> NoReturn:
    raise ReadOnlyIndex("Whoosh reads this index but cannot write it: change it with `newssearch index SOURCE`")


class ColumnarCodec(Codec):  # type: ignore[misc]  # Whoosh has no types
    """The readers of a columnar segment. It has no writers."""

    def terms_reader(self, storage: Any, segment: "ListedSegment") -> ColumnarTerms:
        return ColumnarTerms(_open(storage, segment, [ending for ending in FILES if ending != ARTICLES_FILE]))

    def per_document_reader(self, storage: Any, segment: "ListedSegment") -> "ColumnarDocuments":
        return ColumnarDocuments(_open(storage, segment, [DOCUMENTS_FILE, ARTICLES_FILE]))

    def supports_columns(self) -> bool:
        return True


def _open(storage: Any, listed: "ListedSegment", endings: list[str]) -> ColumnarSegment:
    """A segment of which only these files may be asked for; `FileNotFoundError`, on which Whoosh tries anew."""
    names = map(listed.info.file, endings)
    segment = ColumnarSegment(listed.info, {name: open_file(Path(storage.folder, name)) for name in names})
    if segment.documents.count != segment.count:
        raise ValueError(f"{segment.documents.count} documents instead of {segment.count}")
    return segment


class ListedSegment(Segment):  # type: ignore[misc]  # Whoosh has no types
    """A segment as the table of contents lists it, under the names of Whoosh's own: see `toc`."""

    def __init__(self, info: SegmentInfo) -> None:
        self.indexname = NAME
        self.segid = info.id
        self.compound = False
        self._doccount = info.count
        self._deleted = set(info.deleted) or None
        self._fieldlengths = dict(info.lengths)

    @property
    def info(self) -> SegmentInfo:
        return SegmentInfo(self.segid, self._doccount, frozenset(self._deleted or ()), self._fieldlengths)

    def codec(self) -> ColumnarCodec:
        return ColumnarCodec()

    def deleted_count(self) -> int:
        return len(self._deleted or ())

    def doc_count_all(self) -> NoReturn:
        # Whoosh's readers ask the codec's. Its writers ask here, and before they have made a file.
        _refuse()


class NoSegments(list[ListedSegment]):
    """The segments of an empty index: Whoosh's readers count them and see, its writers go through them."""

    def __iter__(self) -> NoReturn:
        _refuse()

    def __reduce__(self) -> tuple[Any, ...]:
        return copyreg.__newobj__, (NoSegments,)  # type: ignore[attr-defined]  # as pickle spells a new object


class ColumnarDocuments(PerDocumentReader):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's reader of documents: what is deleted, stored and measured."""

    def __init__(self, segment: ColumnarSegment) -> None:
        self._segment = segment
        self._lengths: dict[str, NDArray[np.integer]] = {}

    def close(self) -> None:
        del self._segment, self._lengths

    def doc_count(self) -> int:
        return self._segment.count - len(self._segment.info.deleted)

    def doc_count_all(self) -> int:
        return self._segment.count

    def has_deletions(self) -> bool:
        return bool(self._segment.info.deleted)

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self._segment.info.deleted

    def deleted_docs(self) -> frozenset[int]:
        return self._segment.info.deleted

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        article = self._segment.article(docnum)
        return {name: article[name] for name in STORED}

    # --- lengths ------------------------------------------------------------------

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The exact number of positions, where Whoosh's own codec rounds it; the default for fields without them."""
        return int(self._lengths_of(fieldname)[docnum]) if fieldname in POSITIONAL else default

    def field_length(self, fieldname: str) -> int:
        return self._segment.total_length(fieldname) if fieldname in POSITIONAL else 0

    def min_field_length(self, fieldname: str) -> int:
        return int(self._lengths_of(fieldname).min()) if fieldname in POSITIONAL else 0

    def max_field_length(self, fieldname: str) -> int:
        return int(self._lengths_of(fieldname).max()) if fieldname in POSITIONAL else 0

    def _lengths_of(self, field: str) -> NDArray[np.integer]:
        lengths = self._lengths.get(field)
        if lengths is None:
            lengths = self._lengths[field] = array_of(self._segment.lengths(field))
        return lengths

    # --- columns ------------------------------------------------------------------

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname in self.list_columns()

    def list_columns(self) -> list[str]:
        return [*COLUMNS, _ARTICLE]

    def column_reader(self, fieldname: str, _column: Any) -> Any:
        if fieldname == _ARTICLE:
            return ArticleColumn(self._segment)
        return NumberColumn(array_of(self._segment.column(fieldname)))


class NumberColumn(ColumnReader):  # type: ignore[misc]  # Whoosh has no types
    """A column of numbers."""

    def __init__(self, numbers: NDArray[np.integer]) -> None:
        self._numbers = numbers
        self._sign = 1

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, docnum: int) -> int:
        return int(self._numbers[docnum])

    def sort_key(self, docnum: int) -> int:
        return self._sign * self[docnum]

    def set_reverse(self) -> None:
        self._sign = -1

    def __iter__(self) -> Any:
        return iter(self._numbers.tolist())


class ArticleColumn(ColumnReader):  # type: ignore[misc]  # Whoosh has no types
    """The articles' records, compressed anew as Whoosh's own codec would hold them."""

    def __init__(self, segment: ColumnarSegment) -> None:
        self._segment = segment

    def __len__(self) -> int:
        return self._segment.count

    def __getitem__(self, docnum: int) -> bytes:
        return zlib.compress(self._segment.articles.record(docnum))

    def __iter__(self) -> Any:
        return map(self.__getitem__, range(len(self)))
