"""The records of a WARC file, ISO 28500, as they stand one behind the other.

Crawlers are killed in the middle of a record, and go on behind it. So a record's length is
not believed where no record follows: the next one is looked for, also in what was read.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

LARGEST = 16 << 20
"""Bytes of the largest record that is kept."""

_LONGEST_LINE = 64 << 10
_MOST_LINES = 1_000
_PIECE = 1 << 20
_BEGINS = re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n")
_BEGINS_INSIDE = re.compile(rb"\nWARC/[01]\.\d{1,2}[ \t]*\r?\n")


class Record(NamedTuple):
    """One record: its header, by names in lower case, and its block; `cut` where it was too large to be kept whole."""

    header: Mapping[str, str]
    block: bytes
    cut: bool = False


class Damage(NamedTuple):
    """Bytes in which there is no record, or one that breaks off."""

    at: int
    length: int
    breaks_off: bool = False


def begins(head: bytes) -> bool:
    """Whether a file that begins so is WARC."""
    return _BEGINS.match(head) is not None


def records(file: BinaryIO) -> Iterator[Record | Damage]:
    """The records of a file, and where there were none."""
    source = _Source(file)
    while True:
        yield from _up_to_a_record(source)
        header = _header(source)
        if header is None:
            return
        at = source.at
        length = int(header["content-length"])
        block = source.read(min(length, LARGEST))
        source.skip(length - len(block))
        ahead = source.line()
        whole = len(block) == min(length, LARGEST) and (not ahead.strip() or _BEGINS.match(ahead))
        inside = None if whole or length > LARGEST else _BEGINS_INSIDE.search(block)
        if inside:
            source.push(block[inside.start() + 1 :] + ahead)
            block = block[: inside.start() + 1]
        else:
            source.push(ahead)
        if len(block) < min(length, LARGEST):
            yield Damage(at, len(block), breaks_off=True)
        else:
            yield Record(header, block, cut=length > LARGEST)


def _up_to_a_record(source: "_Source") -> Iterator[Damage]:
    """Go to the next line that begins a record."""
    at = source.at
    junk = 0
    while (line := source.line()) and not _BEGINS.match(line):
        if begun := _BEGINS.search(line):
            source.push(line[begun.start() :])
        if line.strip():
            junk = source.at - at
        elif not junk:
            at = source.at
    source.push(line)
    if junk:
        yield Damage(at, junk)


def _header(source: "_Source") -> dict[str, str] | None:
    """The header of the next record that has one with a length; None at the end."""
    while line := source.line():
        if not _BEGINS.match(line):
            continue
        header: dict[str, str] = {}
        name = ""
        for _ in range(_MOST_LINES):
            line = source.line()
            if not line.strip():
                break
            text = line.decode("utf-8", "replace").strip()
            if line[:1] in b" \t" and name:
                header[name] += f" {text}"
            else:
                name, _, value = text.partition(":")
                name = name.strip().lower()
                header[name] = value.strip()
        if re.fullmatch(r"\d{1,15}", header.get("content-length", ""), re.ASCII):
            return header
    return None


class _Source:
    """A file into which can be put back what was read."""

    def __init__(self, file: BinaryIO) -> None:
        self.at = 0
        self._file = file
        self._ahead = io.BytesIO()

    def line(self) -> bytes:
        line = self._ahead.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            line += self._file.readline(_LONGEST_LINE)
        self.at += len(line)
        return line

    def read(self, size: int) -> bytes:
        data = self._ahead.read(size)
        if len(data) < size:
            data += self._file.read(size - len(data))
        self.at += len(data)
        return data

    def skip(self, size: int) -> None:
        while size > 0 and (data := self.read(min(size, _PIECE))):
            size -= len(data)

    def push(self, data: bytes) -> None:
        self.at -= len(data)
        self._ahead = io.BytesIO(data + self._ahead.read())
