"""One segment, open for reading: its postings, lengths, columns and records as arrays."""

import struct
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.entry import LARGEST_RECORD, NAMES, NO_TIME, read_article, read_record, stemmed
from newssearch.engines.whoosh.arrays import array_of, counted
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.held import Held
from newssearch.engines.whoosh.rows import Row
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.sketch_file import open_sketches, read_sketches
from newssearch.engines.whoosh.spans import of_words, phrase
from newssearch.engines.whoosh.storage import SKETCHES_FILE, Buffer
from newssearch.engines.whoosh.w3.pickles import load
from newssearch.engines.whoosh.w3.postings import Postings, decode, occurrences
from newssearch.engines.whoosh.w3.terms import Term, TermFile
from newssearch.query.fields import DEFAULTS
from newssearch.similar.sketches import Sketches

_NUMBERS = {"day": (">i4", 0), "first": (">i8", NO_TIME), "last": (">i8", NO_TIME)}
_SIZES = {"B": "u1", "H": ">u2", "i": ">i4", "I": ">u4"}

# How Whoosh rounds lengths to a byte: https://github.com/whoosh-community/whoosh, util/numeric.py
LENGTHS: NDArray[np.int32] = np.rint((1.033 ** np.arange(256) - 1) * 27).astype(np.int32)


class StockSegment:
    """A segment's files; document numbers are its own, from 0, the deleted ones among them."""

    def __init__(self, info: SegmentInfo, files: Mapping[str, Buffer]) -> None:
        self.info = info
        self._files = files

    @property
    def count(self) -> int:
        return self.info.count

    @cached_property
    def terms(self) -> TermFile:
        return TermFile(self._file("trm"))

    # --- words --------------------------------------------------------------------

    def ranked(self, stem: str) -> Mapping[str, "StockList"]:
        """The documents of a stem, with frequencies, by field."""
        found = {field: self.postings(stemmed(field), stem) for field in DEFAULTS}
        return {field: postings for field, postings in found.items() if postings is not None}

    def postings(self, field: str, word: str) -> "StockList | None":
        """The documents of a word, stem or key in a field, with frequencies."""
        term = self.terms.find(field, word)
        return None if term is None else StockList(self, term)

    def places(self, field: str, word: str) -> NDArray[np.int64]:
        """Every place of a word or stem, ascending, as document << 32 | position."""
        term = self.terms.find(field, word)
        return np.empty(0, np.int64) if term is None else occurrences(self.read(term, positions=True))

    def phrase(self, fields: Collection[str], words: Sequence[str]) -> dict[str, Held]:
        """The documents in which words stand in a row, and how often they do, by field."""
        starts = {field: phrase([self.places(field, word) for word in words], 0).starts for field in fields}
        return {field: Held(*counted(own >> 32)) for field, own in starts.items() if len(own)}

    def named(self, alternatives: Sequence[Sequence[Collection[str]]]) -> NDArray[np.int64]:
        """The documents with an author who has, in one of the alternatives, a key of every group."""
        found = [np.empty(0, np.int64)]
        for groups in alternatives:
            having = [of_words([self.places(NAMES, key) for key in sorted(group)]).starts for group in groups]
            found.append(reduce(np.intersect1d, having))
        return np.unique(np.concatenate(found) >> 32)

    def tallies(self, field: str, prefix: str, among: Row[int]) -> dict[str, int]:
        """How many of some documents have each key that begins with a prefix; keys that none has are left out."""
        found: dict[str, int] = {}
        for word in self.words(field, prefix):
            if (postings := self.postings(field, word)) and (count := int(array_of(among)[postings.read()[0]].sum())):
                found[word] = count
        return found

    def words(self, field: str, prefix: str = "") -> Iterator[str]:
        """The field's words that begin with a prefix, in code point order."""
        return self.terms.words(field, prefix)

    def expanded(self, fields: Collection[str], shape: Shape) -> dict[str, NDArray[np.int64]]:
        """The documents with a word of a shape, by field."""
        found: dict[str, NDArray[np.int64]] = {}
        for field in fields:
            held = np.zeros(self.count, np.bool_)
            for word in shape.among(self.words(field, shape.prefix)):
                if postings := self.postings(field, word):
                    held[postings.read()[0]] = True
            found[field] = np.flatnonzero(held)
        return found

    def read(self, term: Term, *, positions: bool) -> Postings:
        """A term's postings, deleted documents included."""
        postings = decode(self._file("pst"), term.start, term.size, positions=positions)
        ids = postings.ids
        if len(ids) != term.documents or ids[0] < 0 or ids[-1] >= self.count or (np.diff(ids) <= 0).any():
            raise ValueError("a posting list names documents that are not there")
        return postings

    def length_bytes(self, field: str) -> NDArray[np.uint8]:
        """Each document's length in a field, as Whoosh's byte."""
        return self._numbers(f"_{field}_len.col", "u1", 0)

    # --- documents ----------------------------------------------------------------

    def lengths(self, field: str) -> NDArray[np.int32]:
        """Each document's number of positions in a field, rounded as Whoosh does (11 is 12, 1,000 is 1,032)."""
        lengths: NDArray[np.int32] = LENGTHS[self.length_bytes(field)]
        return lengths

    def total_length(self, field: str) -> int:
        """The sum of `lengths`."""
        return int(self.lengths(field).sum(dtype=np.int64))

    def id(self, document: int) -> str:
        return str(self.article(document)["id"])

    def column(self, name: str) -> NDArray[np.int64]:
        return self._numbers(f"{name}.col", *_NUMBERS[name]).astype(np.int64)

    def sketches(self) -> Sketches:
        """The sketches of all documents."""
        name = self.info.file(SKETCHES_FILE)
        return read_sketches(open_sketches(self._files[name], name, self.count), self.count)

    def record(self, document: int) -> dict[str, Any]:
        """What `entry.record` was, read again."""
        return read_record(_inflate(self.compressed(document)))

    def article(self, document: int) -> dict[str, Any]:
        """Its article alone."""
        return read_article(_inflate(self.compressed(document)))

    def compressed(self, document: int) -> bytes:
        """A record as it stands in the file."""
        return _row(self._file("article.col"), self._record_ends, document)

    def stored(self, document: int) -> Any:
        """What Whoosh's own hits would carry. Only `verify` asks; the pickle is read as a plain value."""
        return load(_inflate(_row(self._file("_stored.col"), self._stored_ends, document)))[0]

    @cached_property
    def _record_ends(self) -> NDArray[np.int64]:
        return _row_ends(self._file("article.col"), self.count)

    @cached_property
    def _stored_ends(self) -> NDArray[np.int64]:
        return _row_ends(self._file("_stored.col"), self.count)

    def _numbers(self, name: str, kind: str, default: int) -> NDArray[Any]:
        """A column of numbers; Whoosh leaves out a file or an end that would hold only the default."""
        buffer = self._files.get(self.info.file(name), b"")
        size = np.dtype(kind).itemsize
        if len(buffer) % size or len(buffer) > self.count * size:
            raise struct.error(f"{name} does not hold one number a document")
        numbers = np.full(self.count, default, np.dtype(kind).newbyteorder("="))
        numbers[: len(buffer) // size] = np.frombuffer(buffer, kind)
        return numbers

    def _file(self, name: str) -> Buffer:
        return self._files[self.info.file(name)]


class StockList:
    """A term's postings, read when they are asked for, and as a whole."""

    strided = None

    def __init__(self, segment: StockSegment, term: Term) -> None:
        self.count = term.documents
        self._segment, self._term = segment, term

    def read(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The documents, and how often each has the term."""
        postings = self._segment.read(self._term, positions=False)
        return postings.ids.astype(np.int64), postings.frequencies

    def among(self, wanted: Row[int]) -> tuple[Row[int], Row[float] | None]:
        """See `PostingSource`."""
        return Held(*self.read()).among(wanted)


def _row(buffer: Buffer, ends: NDArray[np.int64], row: int) -> bytes:
    return buffer[int(ends[row - 1]) if row else 0 : int(ends[row])]


def _row_ends(buffer: Buffer, count: int) -> NDArray[np.int64]:
    """Where each row of a column of bytes ends.

    Whoosh keeps the rows' sizes behind them, then the offsets where there are many, then the types of these.
    """
    tail = len(buffer) - 1
    code = chr(buffer[tail])
    if code == "X":
        tail -= 2
        code, offset_code = chr(buffer[tail]), chr(buffer[tail + 1])
        tail -= count * np.dtype(_SIZES[offset_code]).itemsize
    kind = np.dtype(_SIZES[code])
    start = tail - count * kind.itemsize
    ends = np.frombuffer(buffer, kind, count, start).cumsum(dtype=np.int64)
    if start < 0 or (count and ends[-1] != start):
        raise ValueError("rows do not fill their column")
    return ends


def _inflate(data: bytes) -> bytes:
    inflate = zlib.decompressobj()
    text = inflate.decompress(data, LARGEST_RECORD)
    if not inflate.eof:
        raise ValueError("a record is cut off, or too large")
    return text
