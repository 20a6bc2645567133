"""The lines of a table, in whatever encoding, one at a time."""

import codecs
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from newssearch.readers.encoding import whatever
from newssearch.readers.recoded import in_utf8

_HEAD = 64 << 10
_LONGEST_LINE = 64 << 20
_MOST_LINES = 100
"""Lines of a broken row that are read again without the first."""


class Lines:
    """The lines of a file in any encoding, of which those of the last row can be put back."""

    def __init__(self, file: BinaryIO) -> None:
        self.notice = ""
        self.row: list[str] = []
        self._ahead: deque[str] = deque()
        self._lines = self._read(in_utf8(file))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        if len(self.row) <= _MOST_LINES:
            self.row.append(line)
        return line

    def start(self) -> str:
        """The first lines, which stay to be read."""
        size = 0
        first: list[str] = []
        for line in self._lines:
            if not first and not line.strip():
                continue
            first.append(line)
            size += len(line)
            if size >= _HEAD:
                break
        self._ahead.extend(first)
        return "".join(first)[:_HEAD]

    def begin_row(self) -> None:
        self.row.clear()

    def put_back(self) -> bool:
        """Put back the lines of the last row but its first, where there are some."""
        if not 1 < len(self.row) <= _MOST_LINES:
            return False
        self._ahead.extendleft(reversed(self.row[1:]))
        return True

    def _read(self, file: BinaryIO) -> Iterator[str]:
        start = file.read(3)
        file.seek(3 if start == codecs.BOM_UTF8 else 0)
        while line := file.readline(_LONGEST_LINE):
            text = whatever(line)
            if not self.notice and not line.isascii() and text.encode("utf-8", "replace") != line:
                self.notice = "not UTF-8: read as Windows-1252"
            if "\r" in text:
                yield from same_ends(text).splitlines(keepends=True)
            else:
                yield text


def same_ends(text: str) -> str:
    """Text with line feeds as its only line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
