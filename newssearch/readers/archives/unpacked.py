"""Bytes that come out of an archive, as a file that can be read from its start again, within limits."""

import io
import lzma
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import zstandard

LARGEST = 8 << 30
"""Bytes of the largest file that is taken out of an archive."""

MOST_TIMES = 200
"""How many times as large as what it is packed in a file may be. Text shrinks to a tenth, bombs to less."""

ANY_RATIO = 64 << 20
"""Bytes up to which it may be any number of times as large."""

IN_MEMORY = 16 << 20
"""Bytes up to which a copy is kept in memory, and not in a temporary file."""

PIECE = 64 << 10
"""Bytes that are copied at once."""

_DAMAGE = (
    OSError, EOFError, ValueError, MemoryError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, zstandard.ZstdError,
)  # fmt: skip

Note = Callable[[str], None]
"""Takes what is wrong."""


class Unpacked(io.BufferedReader):
    """The bytes of a file in an archive. It raises nothing: it ends at the limit or the damage, and tells in `problem`.

    `start` unpacks it from its start, piece by piece. `packed` says how many bytes the pieces so far came out of.

    Going forth reads what is between, and going back starts anew: use `at_hand` for a file
    that is not read from its start to its end.
    """

    raw: "_Pieces"

    def __init__(self, start: Callable[[Note], Iterator[bytes]], packed: Callable[[], int]) -> None:
        super().__init__(_Pieces(start, packed), PIECE)

    @property
    def problem(self) -> str:
        """What was wrong in what was read of it, or ""."""
        return self.raw.problem


def at_hand(file: BinaryIO) -> BinaryIO:
    """A file in which it costs nothing to go back, at its start: itself, or a copy that is gone when it is closed."""
    if not isinstance(file, Unpacked):
        file.seek(0)
        return file
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - its user closes it
    file.seek(0)
    shutil.copyfileobj(file, copy, PIECE)
    copy.seek(0)
    return copy  # type: ignore[return-value]


class _Pieces(io.RawIOBase):
    def __init__(self, start: Callable[[Note], Iterator[bytes]], packed: Callable[[], int]) -> None:
        self.problem = ""
        self._start = start
        self._packed = packed
        self._rewind()

    def _rewind(self) -> None:
        self._pieces = self._start(self._note)
        self._piece = memoryview(b"")
        self._unpacked = 0  # with the piece

    def _note(self, problem: str) -> None:
        self.problem = self.problem or problem

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._unpacked - len(self._piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_END:
            while self._take(PIECE):
                pass
            offset += self.tell()
        elif whence == io.SEEK_CUR:
            offset += self.tell()
        if offset < self.tell():
            self._rewind()
        while self.tell() < offset and self._take(offset - self.tell()):
            pass
        return self.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # Buffer, since 3.12
        taken = self._take(len(buffer))
        buffer[: len(taken)] = taken
        return len(taken)

    def _take(self, most: int) -> memoryview:
        """Some of the bytes that follow; none at the end."""
        while not self._piece and (piece := self._next()):
            self._unpacked += len(piece)
            self._piece = memoryview(piece)
        taken, self._piece = self._piece[:most], self._piece[most:]
        return taken

    def _next(self) -> bytes:
        try:
            piece = next(filter(None, self._pieces), b"")
            problem = self._past_limit(self._unpacked + len(piece))
        except _DAMAGE as error:
            problem = "damaged" + (f" ({error})" if str(error) else "")
        if not problem:
            return piece
        self._note(problem)
        self._pieces = iter(())
        return b""

    def _past_limit(self, unpacked: int) -> str:
        if unpacked > LARGEST:
            return f"larger than {LARGEST >> 30} GiB, the limit for what is unpacked"
        if unpacked > ANY_RATIO and unpacked > MOST_TIMES * self._packed():
            return f"more than {MOST_TIMES} times as large as it is packed, as bombs are"
        return ""
