"""Compressed files, gzip, bzip2, xz and zstd: what is in one of them."""

import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, Protocol

import zstandard

from newssearch.readers.archives.unpacked import Note, Unpacked

_PIECE = 4 << 10
"""Bytes that are unpacked at once. However they are packed, no more than 128 MiB come of them."""

_LARGEST_WINDOW = 1 << 31
"""Bytes that a zstd file may ask to look back: as much as its program can be told to use."""

_LARGEST_DICTIONARY = 16 << 20


class _Frame(Protocol):
    """What unpacks one frame: a part of a file that is compressed by itself."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class _Method(NamedTuple):
    name: str
    endings: tuple[str, ...]
    begins: re.Pattern[bytes]
    frames: Callable[[BinaryIO], Callable[[], _Frame]]
    """How the frames of a file are unpacked, one after the other."""


def begins(head: bytes) -> bool:
    """Whether a file that begins so is compressed."""
    return any(method.begins.match(head) for method in _METHODS)


def unpacked(file: BinaryIO) -> Unpacked:
    """What is in a compressed file. A frame that is damaged ends it; of gzip, those behind it are read if there are."""
    head = file.read(16)
    method = next(method for method in _METHODS if method.begins.match(head))

    def start(note: Note) -> Iterator[bytes]:
        file.seek(0)
        return _unpack(file, method, note)

    return Unpacked(start, file.tell)


def inner_name(name: str) -> str:
    """The name of what is in a compressed file.

    >>> inner_name("2025/feed.jsonl.gz"), inner_name("dump.tgz"), inner_name("dump")
    ('feed.jsonl', 'dump.tar', 'dump')
    """
    last = name.rpartition("/")[2]
    if last.lower().endswith((".tgz", ".tbz", ".txz", ".tzst")):
        return last[: last.rindex(".")] + ".tar"
    ending = next((e for method in _METHODS for e in method.endings if last.lower().endswith(e)), "")
    return last[: len(last) - len(ending)] or last


def _unpack(file: BinaryIO, method: _Method, note: Note) -> Iterator[bytes]:
    new_frame = method.frames(file)
    whole = 0
    data = file.read(_PIECE)
    while data:
        frame = new_frame()
        try:
            while not frame.eof:
                if not data:
                    note("breaks off in the middle")
                    return
                yield frame.decompress(data)
                data = frame.unused_data if frame.eof else file.read(_PIECE)
        except zlib.error as error:
            if not whole:
                raise
            note(f"damaged behind {whole:,} whole parts ({error})")
            data = _at_next(file, data[1:], method)
            continue
        whole += 1
        data = _without_padding(file, data)
        if data and not method.begins.match(data):
            note(f"something else stands behind what is compressed with {method.name}")
            return


def _without_padding(file: BinaryIO, data: bytes) -> bytes:
    """What follows, from its first byte that is not zero: tapes are filled up with them."""
    data = data.lstrip(b"\0") or file.read(_PIECE).lstrip(b"\0")
    while not data and (more := file.read(_PIECE)):
        data = more.lstrip(b"\0")
    return data + file.read(16) if data else b""


def _at_next(file: BinaryIO, data: bytes, method: _Method) -> bytes:
    """What follows from where the next frame seems to begin; nothing where none does."""
    while True:
        if found := method.begins.search(data):
            return data[found.start() :] + file.read(16)
        more = file.read(_PIECE)
        if not more:
            return b""
        data = data[-16:] + more


def _zstd_frames(file: BinaryIO) -> Callable[[], _Frame]:
    """WARC files that are compressed with zstd begin with the dictionary for all their frames."""
    at = file.tell()
    head = file.read(8)
    dictionary = b""
    if head.startswith(_DICTIONARY_FRAME):
        dictionary = file.read(min(int.from_bytes(head[4:], "little"), _LARGEST_DICTIONARY))
        if dictionary.startswith(_ZSTD_MAGIC):
            dictionary = zstandard.ZstdDecompressor().stream_reader(dictionary).read(_LARGEST_DICTIONARY)
    file.seek(at)
    data = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
    return zstandard.ZstdDecompressor(dict_data=data, max_window_size=_LARGEST_WINDOW).decompressobj


_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"

_METHODS = (
    _Method(
        "gzip",
        (".gz", ".gzip", ".z"),
        re.compile(rb"\x1f\x8b\x08[\x00-\x1f]"),
        lambda _: lambda: zlib.decompressobj(wbits=31),
    ),
    _Method("bzip2", (".bz2", ".bz"), re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), lambda _: bz2.BZ2Decompressor),
    _Method("xz", (".xz",), re.compile(rb"\xfd7zXZ\x00"), lambda _: lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ)),
    _Method("zstd", (".zst", ".zstd"), re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), _zstd_frames),
)
