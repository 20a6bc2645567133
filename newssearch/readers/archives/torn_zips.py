"""zip archives without their directory: broken off, or still being written."""

import struct
import sys
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from newssearch.readers.archives.member_names import MOST_MEMBERS, harmless, is_hidden
from newssearch.readers.archives.unpacked import PIECE, Note, Unpacked
from newssearch.readers.contract import Member, Remark

_HEADER = struct.Struct("<4s5H3L2H")
_FILE = b"PK\x03\x04"
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8


class _Entry(NamedTuple):
    """What stands before a file in the archive."""

    name: str
    flags: int
    method: int
    packed: int
    at: int  # where the file itself begins


def members(file: BinaryIO, name: str) -> Iterator[Member | Remark]:
    """The files that are whole, and the last one as far as it goes."""
    count = 0
    while count < MOST_MEMBERS and (entry := _next_entry(file)):
        inner = harmless(entry.name)
        sized = not entry.flags & _SIZES_BEHIND
        if entry.flags & _ENCRYPTED or entry.method not in {_STORED, _DEFLATED}:
            yield Remark(f"{name}/{inner}", "encrypted, or packed in a way that is not read: passed over", lost=True)
            if not sized:
                break
        elif not sized and entry.method == _STORED:
            break  # nothing says where it ends
        elif not entry.name.endswith("/") and not is_hidden(inner):
            count += 1
            with Unpacked(partial(_pieces, file, entry), file.tell) as found:
                yield Member(inner, found)
                if found.problem:
                    yield Remark(f"{name}/{inner}", f"{found.problem}: read as far as it goes", lost=True)
        if not _to_the_next(file, entry):
            break
    yield Remark(name, f"zip archive without its directory: {count:,} files found in it, the rest is lost", lost=True)


def _next_entry(file: BinaryIO) -> _Entry | None:
    start = file.read(_HEADER.size)
    if len(start) < _HEADER.size or not start.startswith(_FILE):
        return None
    _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _HEADER.unpack(start)
    name, extra = file.read(name_length), file.read(extra_length)
    if packed == 0xFFFFFFFF and extra[:2] == b"\x01\x00" and len(extra) >= 20:
        packed = int.from_bytes(extra[12:20], "little")
    try:
        printed = name.decode("utf-8")
    except ValueError:
        printed = name.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    return _Entry(printed, flags, method, packed, file.tell())


def _to_the_next(file: BinaryIO, entry: _Entry) -> bool:
    """Go to the end of a file, whether it was read or not."""
    if not entry.flags & _SIZES_BEHIND:
        end = entry.at + entry.packed
        if end > sys.maxsize:  # a size that is damaged
            return False
        file.seek(end)
        return True
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    file.seek(entry.at)
    try:
        while not unpacking.eof:
            piece = file.read(PIECE)
            if not piece:
                return False
            unpacking.decompress(piece)
    except zlib.error:
        return False
    end = file.tell() - len(unpacking.unused_data)
    file.seek(end)
    behind = file.read(28)  # the sizes, with a mark before them or without, of four bytes or of eight
    found = behind.find(_FILE, 12)
    file.seek(end + found)
    return found >= 12


def _pieces(file: BinaryIO, entry: _Entry, note: Note) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    at = entry.at
    end = None if entry.flags & _SIZES_BEHIND else entry.at + entry.packed
    while end is None or at < end:
        file.seek(at)
        piece = file.read(PIECE if end is None else min(PIECE, end - at))
        if not piece:
            note("breaks off in the middle")
            return
        at += len(piece)
        yield piece if entry.method == _STORED else unpacking.decompress(piece)
        if unpacking.eof:
            return
