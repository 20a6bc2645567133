"""One segment, open for reading: its postings, lengths, columns and records as arrays."""

import json
import struct
import zlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.entry import NO_TIME
from newssearch.engines.whoosh.pickles import load
from newssearch.engines.whoosh.postings import Buffer, Postings, decode
from newssearch.engines.whoosh.terms import Term, TermFile
from newssearch.engines.whoosh.toc import SegmentInfo

LARGEST_RECORD = 1 << 28
"""Bytes of an article's record; a longer one is a bomb, not an article."""

_NUMBERS = {"day": (">i4", 0), "first": (">i8", NO_TIME), "last": (">i8", NO_TIME)}
_SIZES = {"B": "u1", "H": ">u2", "i": ">i4", "I": ">u4"}

# How Whoosh rounds lengths to a byte: https://github.com/whoosh-community/whoosh, util/numeric.py
LENGTHS: NDArray[np.int32] = np.rint((1.033 ** np.arange(256) - 1) * 27).astype(np.int32)


class Segment:
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

    def column(self, name: str) -> NDArray[np.int64]:
        return self._numbers(f"{name}.col", *_NUMBERS[name]).astype(np.int64)

    def record(self, document: int) -> dict[str, Any]:
        """What `entry.record` was, read again."""
        record = json.loads(_inflate(self.compressed(document)))
        if not isinstance(record, dict):
            raise TypeError("a record is no object")
        return record

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
