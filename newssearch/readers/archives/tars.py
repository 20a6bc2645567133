"""tar: the files of an archive in which they stand one behind the other."""

import io
import re
import tarfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import BinaryIO, cast

from newssearch.readers.archives.member_names import MOST_MEMBERS, harmless, is_hidden
from newssearch.readers.archives.unpacked import PIECE, Note, Unpacked, at_hand
from newssearch.readers.contract import Member, Remark

_CHECKSUM, _OCTAL = slice(148, 156), re.compile(rb"[0-7]{1,7}")
_LARGEST_HEADER = 4 << 20
"""Bytes of the longest name or list of attributes that is read."""

_MISTAKEN = (OSError, EOFError, ValueError, OverflowError, RecursionError, MemoryError)
"""What tarfile raises on odd headers, beside its own."""


def begins(head: bytes) -> bool:
    """Whether a file that begins so is a tar archive: its first block holds the right sum of its bytes."""
    block = head[: tarfile.BLOCKSIZE]
    digits = block[_CHECKSUM].strip(b" \0")
    if len(block) < tarfile.BLOCKSIZE or not block[0] or not _OCTAL.fullmatch(digits):
        return False
    return sum(block) - sum(block[_CHECKSUM]) + 8 * ord(" ") == int(digits, 8)


def members(file: BinaryIO, name: str) -> Iterator[Member | Remark]:
    """The files of a tar archive, in their order; links, folders and hidden files are passed over."""
    count = end = 0
    try:
        with tarfile.open(fileobj=cast(BinaryIO, _Bounded(file)), mode="r:", errorlevel=0) as tar:
            while entry := tar.next():
                tar.members.clear()  # type: ignore[attr-defined] # it would remember a million
                if tar.offset <= end:
                    raise tarfile.ReadError("it leads back to its own beginning")
                end = tar.offset
                inner = harmless(entry.name)
                if not entry.isreg() or is_hidden(inner):
                    continue
                count += 1
                if count > MOST_MEMBERS:
                    yield Remark(name, f"holds more than {MOST_MEMBERS:,} files: passed over from there", lost=True)
                    return
                if entry.sparse:  # its holes may be larger than any disk
                    yield Remark(f"{name}/{inner}", "a file with holes: passed over", lost=True)
                    continue
                yield from _member(file, entry, name, inner)
    except (tarfile.TarError, *_MISTAKEN) as error:
        if not isinstance(file, Unpacked) or not file.problem:  # which is said by who opened it
            what = f"damaged tar archive ({error}): passed over from there, behind {count:,} files"
            yield Remark(name, what, lost=True)
        return
    if isinstance(file, Unpacked):
        file.seek(0, io.SEEK_END)  # so that damage behind the last file is seen


def _member(file: BinaryIO, entry: tarfile.TarInfo, name: str, inner: str) -> Iterator[Member | Remark]:
    with Unpacked(partial(_pieces, file, entry), lambda: entry.size) as found:
        if isinstance(file, Unpacked):  # in which a reader cannot go back to the start of this file
            with closing(at_hand(found)) as copy:
                yield Member(inner, copy)
        else:
            yield Member(inner, found)
        if found.problem:
            yield Remark(f"{name}/{inner}", f"{found.problem}: read as far as it goes", lost=True)


def _pieces(file: BinaryIO, entry: tarfile.TarInfo, note: Note) -> Iterator[bytes]:
    at, end = entry.offset_data, entry.offset_data + entry.size
    while at < end:
        file.seek(at)
        piece = file.read(min(PIECE, end - at))
        if not piece:
            note("breaks off in the middle")
            return
        at += len(piece)
        yield piece


class _Bounded:
    """A file as tarfile uses it, that refuses to read a header of any length."""

    def __init__(self, file: BinaryIO) -> None:
        self.seek, self.tell, self._read = file.seek, file.tell, file.read

    def read(self, size: int) -> bytes:
        if size > _LARGEST_HEADER:
            raise tarfile.ReadError(f"a header larger than {_LARGEST_HEADER >> 20} MiB")
        return self._read(size)
