"""A file of named arrays, mapped and checked: what every columnar file is.

    sections      each an array of little-endian numbers, or bytes, aligned to 8
    checksums     the CRC-32 of every 16 KiB of the sections
    table         JSON: what kind of file this is, its sections as [dtype, start, size], numbers beside them
    tail          the table's size and CRC-32, and a mark

The tail and the table are checked when the file is opened, a block when a byte of it is
first read. So nothing that was damaged since it was written is ever an answer, and to
open a file costs the same however large it is.
"""

import json
import struct
import sys
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

from newssearch.engines.whoosh.damage import DamagedFile, reading_file
from newssearch.engines.whoosh.storage import Buffer
from newssearch.paths import StrPath

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK_BITS = 14
"""A block is 2 to this many bytes."""

BLOCK = 1 << BLOCK_BITS

ALIGNMENT = 8

_MARK = b"NEWSCOL1"
_LARGEST_TABLE = 1 << 20
_TAIL = struct.Struct("<II8s")
_FORMATS = {"|u1": "B", "<u2": "H", "<u4": "I", "<u8": "Q", "<i4": "i", "<i8": "q"}


class BlockWriter:
    """Writes such a file, one section after the other: `write` as often as need be, then `end_section`."""

    def __init__(self, path: StrPath, kind: str) -> None:
        self._file: IO[bytes] = open(path, "wb")  # noqa: SIM115 - until `close`
        self._kind = kind
        self._sections: dict[str, tuple[str, int, int]] = {}
        self._position = self._start = 0
        self._checksums: list[int] = []
        self._open_block = b""

    def write(self, data: bytes | memoryview) -> None:
        """Append bytes to the section that is being written."""
        self._file.write(data)
        self._position += len(data)
        view, at = memoryview(data), 0
        if self._open_block:
            at = min(BLOCK - len(self._open_block), len(view))
            self._open_block += view[:at]
            if len(self._open_block) < BLOCK:
                return
            self._checksums.append(zlib.crc32(self._open_block))
        for start in range(at, len(view) - BLOCK + 1, BLOCK):
            self._checksums.append(zlib.crc32(view[start : start + BLOCK]))
        self._open_block = bytes(view[len(view) - (self._position % BLOCK) :]) if self._position % BLOCK else b""

    def end_section(self, name: str, dtype: str = "|u1") -> None:
        """Call what was written since the last section by this name."""
        self._sections[name] = dtype, self._start, self._position - self._start
        self.write(bytes(-self._position % ALIGNMENT))
        self._start = self._position

    def section(self, name: str, numbers: "NDArray[Any]") -> None:
        """A whole section at once; its dtype is the array's."""
        numbers = numbers.astype(numbers.dtype.newbyteorder("<"), copy=False)
        self.write(numbers.tobytes())
        self.end_section(name, numbers.dtype.str)

    def finish(self, **meta: Any) -> None:
        """Write the checksums and the table, `meta` (JSON values) in it, and close the file."""
        if self._open_block:
            self._checksums.append(zlib.crc32(self._open_block))
        self._file.write(struct.pack(f"<{len(self._checksums)}I", *self._checksums))
        table = {"kind": self._kind, "size": self._position, "sections": self._sections, "meta": meta}
        data = json.dumps(table, sort_keys=True, separators=(",", ":")).encode()
        self._file.write(data + _TAIL.pack(len(data), zlib.crc32(data), _MARK))
        self._file.close()

    def close(self) -> None:
        """Give the file up, whatever of it cannot be written any more; harmless after `finish`."""
        with suppress(OSError):
            self._file.close()


class BlockFile:
    """Such a file, open for reading. Every method raises `DamagedFile` where the bytes are not what was written."""

    def __init__(self, buffer: Buffer, name: str) -> None:
        """`name` is the file's; it ends in the kind that the file must be of."""
        self.buffer = buffer
        self.name = name
        with reading_file(name):
            self._open()

    def _open(self) -> None:
        buffer = self.buffer
        if sys.byteorder != "little":
            raise self.wrong("it is of a little-endian machine, and this is none")
        if len(buffer) < _TAIL.size:
            raise self.wrong("it is cut off")
        size, checksum, mark = _TAIL.unpack_from(buffer, len(buffer) - _TAIL.size)
        start = len(buffer) - _TAIL.size - size
        if mark != _MARK or start < 0:
            raise self.wrong("it does not end as it should")
        if size > _LARGEST_TABLE:
            raise self.wrong(f"a table of {size:,} bytes is larger than any")
        table = buffer[start : start + size]
        if zlib.crc32(table) != checksum:
            raise self.wrong("its table is not what was written")
        plain = json.loads(table)
        if plain["kind"] != self.name.rpartition(".")[2]:
            raise self.wrong(f"it is a file of {plain['kind']}")
        self.meta: Mapping[str, Any] = plain["meta"]
        self._size: int = plain["size"]
        self._blocks = (self._size + BLOCK - 1) >> BLOCK_BITS
        if start != self._size + 4 * self._blocks:
            raise self.wrong("it has not the length that its table gives")
        self._letters: dict[str, str] = {}
        self._items: dict[str, tuple[int, int, int, struct.Struct, struct.Struct]] = {}
        for name, (dtype, at, length) in plain["sections"].items():
            if dtype not in _FORMATS or type(at + length) is not int or not 0 <= at <= at + length <= self._size:
                raise self.wrong(f"a section {name!r} as its table has it cannot be")
            item = struct.Struct(f"<{_FORMATS[dtype]}")
            self._letters[name] = _FORMATS[dtype]
            self._items[name] = at, length // item.size, item.size, item, struct.Struct(f"<2{_FORMATS[dtype]}")
        self.unread = bytearray(b"\1") * self._blocks
        """1 for each block that was not checked yet."""
        self.octets = memoryview(buffer)
        """All bytes of the file, mapped and not copied; to be read once they were checked."""

    def wrong(self, what: str) -> DamagedFile:
        """The error that this file is not what it should be."""
        return DamagedFile(f"{self.name}: {what}")

    def expect(self, **lengths: int) -> None:
        """Check that sections hold so many items."""
        for name, length in lengths.items():
            if name not in self._items or self.length(name) != length:
                raise self.wrong(f"{name!r} does not hold {length:,} items")

    def check(self, start: int, stop: int) -> None:
        """Check the blocks of bytes `start` to `stop` of the file, but for those that were checked before."""
        first, last = start >> BLOCK_BITS, (stop - 1) >> BLOCK_BITS
        at = self.unread.find(1, first, last + 1)
        while at >= 0:
            block = self.buffer[at << BLOCK_BITS : min((at + 1) << BLOCK_BITS, self._size)]
            wanted = int.from_bytes(self.buffer[self._size + 4 * at : self._size + 4 * at + 4], "little")
            if zlib.crc32(block) != wanted:
                raise self.wrong(f"bytes {at << BLOCK_BITS:,} and following are not what was written")
            self.unread[at] = 0
            at = self.unread.find(1, at + 1, last + 1)

    def check_all(self) -> None:
        """Check every block, those that were checked before too."""
        self.unread[:] = b"\1" * self._blocks
        self.check(0, self._size)

    def length(self, name: str) -> int:
        """The number of a section's items."""
        return self._items[name][1]

    def where(self, name: str) -> tuple[int, int, int]:
        """At which byte a section starts, how many items it has, and how many bytes each."""
        return self._items[name][:3]

    def part(self, start: int, stop: int) -> memoryview:
        """Bytes `start` to `stop` of the file's sections, mapped and not copied."""
        if not 0 <= start <= stop <= self._size:
            raise self.wrong(f"bytes {start:,} to {stop:,} are not there")
        if start < stop:
            self.check(start, stop)
        return self.octets[start:stop]

    def row(self, name: str, start: int = 0, stop: int | None = None) -> memoryview:
        """The items `start` to `stop` (None: the end) of a section, mapped and not copied."""
        at, count, size, *_ = self._items[name]
        if stop is None:
            stop = count
        if not 0 <= start <= stop <= count:
            raise self.wrong(f"items {start:,} to {stop:,} of {name!r} are not there")
        octets = self.part(at + start * size, at + stop * size)
        row: memoryview = octets.cast(self._letters[name])  # type: ignore[call-overload]  # one of `_FORMATS`
        return row

    def array(self, name: str, start: int = 0, stop: int | None = None) -> "NDArray[Any]":
        """The same as an array of NumPy's, which is loaded for it."""
        from newssearch.engines.whoosh.arrays import array_of  # which few questions need

        return array_of(self.row(name, start, stop))

    def item(self, name: str, index: int) -> int:
        """One number of a section: a tenth of the work of an array of one."""
        at, count, size, item, _ = self._items[name]
        if not 0 <= index < count:
            raise self.wrong(f"there is no item {index:,} of {name!r}")
        at += index * size
        if self.unread[at >> BLOCK_BITS]:
            self.check(at, at + size)
        number: int = item.unpack_from(self.buffer, at)[0]
        return number

    def pair(self, name: str, index: int) -> tuple[int, int]:
        """A number of a section and the next one: where something begins and ends."""
        at, count, size, _, pair = self._items[name]
        if not 0 <= index < count - 1:
            raise self.wrong(f"there is no item {index + 1:,} of {name!r}")
        at += index * size
        if self.unread[at >> BLOCK_BITS] or self.unread[(at + 2 * size - 1) >> BLOCK_BITS]:
            self.check(at, at + 2 * size)
        first, second = pair.unpack_from(self.buffer, at)
        return first, second

    def rows(self, ends: str, name: str) -> Callable[[int], bytes]:
        """What gives a row of a section of bytes by its number; in another section is where each ends, 0 before.

        The same as of `pair` and `bytes`, in a third of the time.
        """
        at, count, size, _, pair = self._items[ends]
        start, length, *_ = self._items[name]
        buffer, unread, unpack = self.buffer, self.unread, pair.unpack_from

        def row(number: int) -> bytes:
            if not 0 <= number < count - 1:
                raise self.wrong(f"there is no item {number + 1:,} of {ends!r}")
            here = at + number * size
            if unread[here >> BLOCK_BITS] or unread[(here + 2 * size - 1) >> BLOCK_BITS]:
                self.check(here, here + 2 * size)
            first, last = unpack(buffer, here)
            if not first < last <= length:
                return self.bytes(name, first, last)
            first, last = start + first, start + last
            if unread[first >> BLOCK_BITS] or unread[(last - 1) >> BLOCK_BITS] or last - first > BLOCK:
                self.check(first, last)
            return buffer[first:last]

        return row

    def bytes(self, name: str, start: int, stop: int) -> bytes:
        """Bytes `start` to `stop` of a section."""
        at, size, *_ = self._items[name]
        if not 0 <= start <= stop <= size:
            raise self.wrong(f"bytes {start:,} to {stop:,} of {name!r} are not there")
        if start == stop:
            return b""
        self.check(at + start, at + stop)
        return self.buffer[at + start : at + stop]
