"""Writing one segment: articles and older segments go in, Whoosh's files come out.

The codec is Whoosh's own W3 for documents and columns. Terms and postings are written
in its format too, but a term at a time and not a posting at a time (see `postings`).
This module and `segment` are all that knows how a segment's files look: another codec
is another pair of the two.
"""

import contextlib
import zlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from newssearch.article import Article
from newssearch.engines.entry import COLUMNS, POSITIONAL
from newssearch.engines.entry import entry as make_entry
from newssearch.engines.whoosh.schema import STORED, schema
from newssearch.engines.whoosh.segments import NAME, SegmentInfo
from newssearch.engines.whoosh.sketch_file import write_sketches
from newssearch.engines.whoosh.stock import OrderedHashWriter, StructFile, W3Codec, W3Segment
from newssearch.engines.whoosh.storage import SKETCHES_FILE
from newssearch.engines.whoosh.w3.pool import Collected, Pool
from newssearch.engines.whoosh.w3.postings import VALUE_ROWS, encode, length_range
from newssearch.engines.whoosh.w3.segment import LENGTHS, StockSegment
from newssearch.engines.whoosh.w3.terms import Term, term_key
from newssearch.similar.sketches import Sketches, joined
from newssearch.similar.texts import of_text

_LENGTHS = LENGTHS.tolist()

_POOL_SHARE = 4
"""The part of the memory that the pool's own reckoning may fill: it knows nothing of Python's."""


class StockBuilder:
    """A segment in the making: `add` articles, `merge` segments, `finish` it."""

    def __init__(self, folder: Path, segment: str, memory: int) -> None:
        self.count = 0
        self._id = segment
        self._folder = folder
        self._files = _Files(folder)
        self._sketches: list[Sketches] = []
        self._segment = W3Segment(W3Codec(), NAME, segid=segment)
        self._documents = W3Codec().per_document_writer(self._files, self._segment)
        self._fields = dict(schema().items())
        self._lengths = {field: bytearray() for field in POSITIONAL}
        self._pool = Pool(folder, memory // _POOL_SHARE)

    def add(self, article: Article, versions: Sequence[Article] = ()) -> int:
        """Add an article, with its earlier versions; its `content_number`."""
        entry = make_entry(article, versions)
        for field, words in entry.words.items():
            self._pool.add(field, self.count, words)
        for field, keys in entry.keys.items():
            self._pool.add(field, self.count, dict.fromkeys(keys, ()))
        columns = {"day": entry.day, "first": entry.first, "last": entry.last, "article": zlib.compress(entry.record)}
        self._add_document(entry.stored, entry.lengths, columns)
        self._sketches.append(of_text(article.body))
        self._pool.flush_if_full()
        return entry.number

    def merge(self, segment: StockSegment, living: NDArray[np.bool_]) -> None:
        """Add a segment's living documents, in their order."""
        self._sketches.append(Sketches._make(column[living] for column in segment.sketches()))
        numbers = np.cumsum(living, dtype=np.int32) + np.int32(self.count - 1)
        columns = {name: segment.column(name) for name in COLUMNS}
        lengths = {field: LENGTHS[segment.length_bytes(field)] for field in POSITIONAL}
        for document in np.flatnonzero(living):
            article = segment.article(int(document))
            self._add_document(
                {name: article[name] for name in STORED},
                {field: int(found[document]) for field, found in lengths.items()},
                {name: int(column[document]) for name, column in columns.items()}
                | {"article": segment.compressed(int(document))},
            )
        for field, word, term in segment.terms:
            ids, frequencies, rows = segment.read(term, positions=field in POSITIONAL)
            alive = living[ids]
            if not alive.any():
                continue
            if len(rows):
                rows = rows[np.repeat(alive, frequencies + VALUE_ROWS)]
            self._pool.extend(field, word, numbers[ids[alive]].tobytes(), frequencies[alive].tobytes(), rows.tobytes())
            self._pool.flush_if_full()

    def finish(self) -> SegmentInfo:
        """Write the segment's files, and say what it is."""
        self._documents.close()
        write_sketches(self._folder / SegmentInfo(self._id, 0).file(SKETCHES_FILE), joined(self._sketches))
        unknown = bytearray(self.count)
        numbers: dict[str, int] = {}
        totals = {field: int(total) for field, total in self._segment._fieldlengths.items()}  # noqa: SLF001
        info = SegmentInfo(self._id, self.count, lengths=totals)
        with self._files.create_file(info.file("pst")) as postings_file:
            terms = OrderedHashWriter(self._files.create_file(info.file("trm")))
            terms.extras["fieldmap"] = numbers
            start = 0
            for (field, word), found in self._pool:
                number = numbers.setdefault(field, len(numbers))
                term, postings = _term(found, self._lengths.get(field, unknown), start)
                start += postings_file.write(postings)
                terms.add(term_key(number, word), term.to_bytes())
            terms.close()
        return info

    def close(self) -> None:
        """Let go of every file; what is not finished is for the sweep."""
        self._pool.close()
        self._files.close()

    def _add_document(self, stored: Mapping[str, str], lengths: Mapping[str, int], columns: Mapping[str, Any]) -> None:
        documents, fields = self._documents, self._fields
        documents.start_doc(self.count)
        for field in {**stored, **lengths}:
            documents.add_field(field, fields[field], stored.get(field), lengths.get(field, 0))
        for name, number in columns.items():
            documents.add_column_value(name, fields[name].column_type, number)
        documents.finish_doc()
        for field, found in self._lengths.items():
            found.append(min(bisect_left(_LENGTHS, lengths.get(field, 0)), 255))
        self.count += 1


def _term(found: Collected, lengths: bytearray, start: int) -> tuple[Term, bytes]:
    """A term's entry in the term file, and its postings, which are to stand at `start`."""
    ids, frequencies, rows = found
    own = bytes(map(lengths.__getitem__, ids))
    postings = encode(ids, frequencies, bytes(rows), own)
    total, greatest = float(sum(frequencies)), float(max(frequencies))
    return Term(total, len(ids), *length_range(own), greatest, ids[0], ids[-1], start, len(postings)), postings


class _Files:
    """What Whoosh's codec takes for a storage: it makes files, and lets go of all of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: list[Any] = []

    def create_file(self, name: str, mode: str = "wb") -> Any:
        file = StructFile((self._folder / name).open(mode), name)
        self._open.append(file)
        return file

    def delete_file(self, name: str) -> None:
        (self._folder / name).unlink()

    def temp_storage(self, name: str) -> Self:
        (self._folder / name).mkdir(exist_ok=True)
        files = type(self)(self._folder / name)
        self._open.append(files)
        return files

    @property
    def is_closed(self) -> bool:
        return not self._open

    def close(self) -> None:
        for file in self._open:
            if not file.is_closed:
                with contextlib.suppress(OSError):  # what a full disk did not take is given up anyway
                    file.close()
        self._open = []
