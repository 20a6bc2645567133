"""The term file of a segment: which words a field has, and where the postings of each are.

The file is Whoosh's ordered hash file. It holds the terms in order, and at its end their
offsets; a binary search over those answers for one word as for a prefix. What Whoosh
hashes besides is for its own readers.
"""

import struct
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from newssearch.engines.whoosh.storage import Buffer
from newssearch.engines.whoosh.w3.pickles import load

_MAGIC = b"HSH3"
_HEADER = 13
_LENGTHS = struct.Struct("!ii")
_FIELD = struct.Struct("!H")
_TAIL = struct.Struct("!i")
_TERM = struct.Struct("!BfIBBfIIqi")
_LARGEST_HEADER = 1 << 16
_OFFSETS = {"H": ">u2", "i": ">i4", "I": ">u4", "q": ">i8"}


class Term(NamedTuple):
    """What Whoosh keeps of a term: totals and bounds, and where its postings are."""

    weight: float
    documents: int
    shortest: int
    longest: int
    greatest: float
    first: int
    last: int
    start: int
    size: int

    def to_bytes(self) -> bytes:
        """As in a term file; the byte in front says that the postings are not in here."""
        return _TERM.pack(0, *self)

    @classmethod
    def from_bytes(cls, data: bytes) -> "Term":
        inlined, *numbers = _TERM.unpack(data)
        if inlined:
            raise ValueError("postings inside a term file")
        return cls(*numbers)


def word_bytes(word: str) -> bytes:
    """A word as term files hold it. Half a surrogate pair, which UTF-8 has no place for, is spelt out."""
    return word.encode("utf-8", "backslashreplace")


def term_key(field: int, word: bytes) -> bytes:
    """The key of a field's word; fields are numbered within a file."""
    return _FIELD.pack(field) + word


class TermFile:
    """A term file, open for reading. Every method raises odd errors where the bytes are odd."""

    def __init__(self, buffer: Buffer) -> None:
        tail = len(buffer) - _TAIL.size
        if buffer[:4] != _MAGIC:
            raise ValueError("no term file where one should be")
        header_at = tail - _TAIL.unpack_from(buffer, tail)[0]
        if not _HEADER <= header_at < tail:
            raise ValueError("a term file without its header")
        header, size = load(buffer[header_at : min(tail, header_at + _LARGEST_HEADER)])
        self._buffer = buffer
        self._offsets = np.frombuffer(buffer, _OFFSETS[header["indextype"]], header["indexlen"], header_at + size)
        self._numbers: dict[str, int] = dict(header["fieldmap"])
        self._fields = {number: field for field, number in self._numbers.items()}

    @property
    def fields(self) -> list[str]:
        return list(self._numbers)

    def find(self, field: str, word: str) -> Term | None:
        """The term, or None where this segment does not have it."""
        number = self._numbers.get(field)
        if number is None:
            return None
        key = term_key(number, word_bytes(word))
        at = self._seek(key)
        if at == len(self._offsets):
            return None
        found, data = self._record(at)
        return Term.from_bytes(data) if found == key else None

    def words(self, field: str, prefix: str = "") -> Iterator[str]:
        """The field's words that begin with a prefix, in code point order."""
        number = self._numbers.get(field)
        if number is None:
            return
        start = term_key(number, word_bytes(prefix))
        for at in range(self._seek(start), len(self._offsets)):
            key = self._key(at)
            if not key.startswith(start):
                return
            yield key[_FIELD.size :].decode()

    def __iter__(self) -> Iterator[tuple[str, bytes, Term]]:
        """Every field, word and term, in the order of the file."""
        for at in range(len(self._offsets)):
            key, data = self._record(at)
            yield self._fields[_FIELD.unpack_from(key)[0]], key[_FIELD.size :], Term.from_bytes(data)

    def _seek(self, key: bytes) -> int:
        return bisect_left(range(len(self._offsets)), key, key=self._key)

    def _key(self, at: int) -> bytes:
        offset = int(self._offsets[at])
        size, _ = _LENGTHS.unpack_from(self._buffer, offset)
        start = offset + _LENGTHS.size
        return self._buffer[start : start + size]

    def _record(self, at: int) -> tuple[bytes, bytes]:
        offset = int(self._offsets[at])
        key_size, size = _LENGTHS.unpack_from(self._buffer, offset)
        start = offset + _LENGTHS.size
        middle = start + key_size
        return self._buffer[start:middle], self._buffer[middle : middle + size]
