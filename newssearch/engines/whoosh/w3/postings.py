"""Posting lists in Whoosh's own format, written and read as arrays.

A block of Whoosh's posting file is two pickles: what is known of the block, and its
document numbers, weights and values, where a value is a count and once more a pickle,
of the differences between positions. Any unpickler makes of ours what Whoosh expects
there. But each of our pickles is spelt in one fixed way, in rows of five bytes (an
opcode and a number), and so newssearch reads them as arrays and unpickles none:

    info    80 02 (   J count   J last document   G greatest weight   K compression   K K lengths   t .
    data    80 02 (   J number, for each document   t
                      N, or:  (   J weight, for each document   t
                      N, or:  (   value, for each document   t
            87 .
    value   B size | count 80 | 02 ] q 00 ( | J difference, for each position | e . . . .

A block that is spelt otherwise is damaged. Weights are frequencies; there are none
where all are 1, and no values in fields without positions.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import sub
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.storage import Buffer

Ids = NDArray[np.int32]

BLOCK = 1024
"""Documents in a block: enough for arrays to pay, where Whoosh's own 128 are for reading one by one."""

ROW = np.dtype([("opcode", "u1"), ("number", "<i4")])
VALUE_ROWS = 4
"""Rows of a value besides its positions: three before them, one after."""

_MAGIC = b"W3Bl"
_OPENING, _CLOSING = b"\x80\x02(", b"\x87."
_INFO = struct.Struct("<4si")
_WEIGHT = struct.Struct(">d")
_LENGTH = struct.Struct(">i")
_NUMBER = struct.Struct("<i").pack
_COUNT = struct.Struct(">I").pack
_INFO_SIZE, _COMPRESSION_AT = 30, 23
_WORTH_COMPRESSING = 256


class Postings(NamedTuple):
    """A term's documents, ascending, how often it stands in each, and the rows of the values."""

    ids: Ids
    frequencies: Ids
    rows: NDArray[np.void]


def value(positions: Sequence[int]) -> bytes:
    r"""Ascending positions as a posting's value, in the frame that makes it a pickled byte string.

    >>> import pickle
    >>> pickle.loads(b"(" + value([3, 7]) + b"t.")
    (b'\x00\x00\x00\x02\x80\x02]q\x00(J\x03\x00\x00\x00J\x04\x00\x00\x00e....',)
    """
    count = len(positions)
    if count == 1:
        return _single(positions[0])
    before = 0
    differences = []
    for position in positions:
        differences.append(position - before)
        before = position
    return b"B%b%b\x80\x02]q\x00(%be...." % (_NUMBER(5 * count + 15), _COUNT(count), _rows(differences))


@lru_cache(maxsize=1 << 14)
def _single(position: int) -> bytes:
    """The value of one position: most words stand once, and a text's positions are few."""
    return b"B\x14\0\0\0\0\0\0\1\x80\x02]q\0(J%be...." % _NUMBER(position)


def occurrences(postings: Postings) -> NDArray[np.int64]:
    """Every position, ascending, as document number << 32 | position."""
    ids, frequencies, rows = postings
    if len(rows) != int(frequencies.sum(dtype=np.int64)) + VALUE_ROWS * len(ids) or (frequencies < 1).any():
        raise ValueError("positions and frequencies disagree")
    at = np.repeat(np.arange(len(ids)) * VALUE_ROWS + 3, frequencies) + np.arange(len(rows) - VALUE_ROWS * len(ids))
    picked = rows[at]
    if (picked["opcode"] != ord("J")).any():
        raise ValueError("a position is misspelt")
    sums = picked["number"].cumsum(dtype=np.int64)
    starts = np.cumsum(frequencies) - frequencies
    before = sums[starts] - picked["number"][starts]
    positions = sums - np.repeat(before, frequencies)
    if len(positions) and (positions.min() < 0 or positions.max() >> 32):
        raise ValueError("a position is out of range")
    places: NDArray[np.int64] = (np.repeat(ids, frequencies).astype(np.int64) << 32) | positions
    return places


def encode(ids: Sequence[int], frequencies: Sequence[int], rows: bytes, lengths: bytes) -> bytes:
    """A whole posting list; `lengths` are the documents' lengths as Whoosh's bytes, 0 where there is none."""
    parts = [_MAGIC]
    taken = 0
    for start in range(0, len(ids), BLOCK):
        block = slice(start, start + BLOCK)
        size = (sum(frequencies[block]) + VALUE_ROWS * len(ids[block])) * ROW.itemsize if rows else 0
        values = rows[taken : taken + size]
        taken += size
        parts += _block(ids[block], frequencies[block], values, lengths[block], last=start + BLOCK >= len(ids))
    return b"".join(parts)


def _block(
    ids: Sequence[int], frequencies: Sequence[int], values: bytes, lengths: bytes, *, last: bool
) -> tuple[bytes, bytes, bytes]:
    greatest = max(frequencies)
    data = b"%b%bt%b%b%b" % (
        _OPENING,
        _rows([ids[0], *map(sub, ids[1:], ids)]),
        b"(%bt" % _rows(frequencies) if greatest > 1 else b"N",
        b"(%bt" % values if values else b"N",
        _CLOSING,
    )
    compression = 3 if len(data) >= _WORTH_COMPRESSING else 0
    if compression:
        data = zlib.compress(data, compression)
    shortest, longest = length_range(lengths)
    info = b"%bJ%bJ%bG%bK%cK%cK%ct." % (
        _OPENING, _NUMBER(len(ids)), _NUMBER(ids[-1]), _WEIGHT.pack(greatest), compression, shortest, longest,
    )  # fmt: skip
    size = len(info) + len(data)
    return _LENGTH.pack(-size if last else size), info, data


def length_range(lengths: bytes) -> tuple[int, int]:
    """The shortest and the longest of the lengths that are known, 0 where none is."""
    return min(lengths.replace(b"\0", b""), default=0), max(lengths)


def _rows(numbers: Sequence[int]) -> bytes:
    return b"J" + b"J".join(map(_NUMBER, numbers))


def decode(buffer: Buffer, start: int, size: int, *, positions: bool) -> Postings:
    """The posting list at `start`; without `positions`, no rows, and a third of the work.

    Raises `ValueError`, `struct.error` or `zlib.error` where it is not spelt as `encode` does.
    """
    ids: list[Ids] = []
    frequencies: list[Ids] = []
    rows: list[bytes] = []
    for count, data, compression in _blocks(buffer, start, size):
        inflate = zlib.decompressobj() if compression else None
        numbers = 5 * count
        limit = 2 * numbers + 6
        head = inflate.decompress(data, limit) if inflate else data
        if head[:3] != _OPENING or head[numbers + 3 : numbers + 4] != b"t":
            raise ValueError("a block's document numbers are misspelt")
        ids.append(_numbers(head, count, 3).cumsum(dtype=np.int32))
        at = numbers + 4
        if head[at : at + 1] == b"(":
            frequencies.append(_numbers(head, count, at + 1))
            at += numbers + 2
            if head[at - 1 : at] != b"t":
                raise ValueError("a block's weights are misspelt")
        elif head[at : at + 1] == b"N":
            frequencies.append(np.ones(count, np.int32))
            at += 1
        else:
            raise ValueError("a block's weights are misspelt")
        if positions:
            whole = VALUE_ROWS * count + int(frequencies[-1].sum(dtype=np.int64))
            end = at + 1 + whole * ROW.itemsize
            if inflate:
                head += inflate.decompress(inflate.unconsumed_tail, max(1, end + 4 - len(head)))
            if head[at : at + 1] != b"(" or head[end:] != b"t" + _CLOSING:
                raise ValueError("a block's values are misspelt")
            rows.append(head[at + 1 : end])
    return Postings(np.concatenate(ids), np.concatenate(frequencies), np.frombuffer(b"".join(rows), ROW))


def _numbers(data: bytes, count: int, at: int) -> Ids:
    rows = np.frombuffer(data, ROW, count, at)
    if (rows["opcode"] != ord("J")).any():
        raise ValueError("a number is misspelt")
    return rows["number"].astype(np.int32)


def _blocks(buffer: Buffer, start: int, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Each block's count of documents, its data, and whether that is compressed."""
    end = start + size
    if buffer[start : start + 4] != _MAGIC or end > len(buffer):
        raise ValueError("no posting list where one should be")
    at, last = start + 4, False
    while not last:
        length = _LENGTH.unpack_from(buffer, at)[0]
        last = length < 0
        info = at + _LENGTH.size
        opening, count = _INFO.unpack_from(buffer, info)
        at = info + abs(length)
        if opening != _OPENING + b"J" or not 0 < count <= BLOCK or not info + _INFO_SIZE < at <= end:
            raise ValueError("a posting block is misspelt")
        yield count, buffer[info + _INFO_SIZE : at], buffer[info + _COMPRESSION_AT] != 0
    if at != end:
        raise ValueError("a posting list does not end where it should")
