"""Files to articles: the reader is chosen by what a file holds, and nothing is passed over in silence."""

import codecs
import io
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from newssearch.article import Article
from newssearch.errors import SourceError
from newssearch.readers import json_records, text
from newssearch.readers.contract import MAPPABLE, Options, Remark
from newssearch.readers.encoding import decode
from newssearch.readers.json_records import Window

__all__ = ["LARGEST_TEXT", "MAPPABLE", "Options", "Remark", "Window", "files", "read", "windows"]

LARGEST_TEXT = 16 << 20
"""Bytes of the largest text file that is read."""

_HEAD = 64 << 10

_FOREIGN = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"BZh", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office"),
    (b"WARC/", "WARC"),
)
_MARKUP = re.compile(rb"<(?:[a-zA-Z][a-zA-Z0-9:_-]*[\s>/]|[!?])")


def files(source: Path) -> Iterator[Path]:
    """A file itself, or all files below a folder in the order of their paths.

    Hidden files and folders are passed over. Links to folders are not followed, so that no
    loop is; they, and folders, pipes and links that cannot be opened, are given as they
    are, so that `read` names them. Raises `SourceError` where the source is missing or cannot be read.
    """
    try:
        if not stat.S_ISDIR(source.stat().st_mode):
            yield source
            return
        os.scandir(source).close()
    except OSError as error:
        raise SourceError(f"cannot read {source}: {error.strerror or error}") from None
    yield from sorted(_below(source), key=lambda path: path.relative_to(source).as_posix())


def _below(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        yield folder
        return
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry))
        else:
            yield Path(entry)


def read(path: Path, name: str, options: Options, window: Window | None = None) -> Iterator[Article | Remark]:
    """The articles of a file, and remarks on what was guessed or passed over; bad content raises nothing.

    `name` becomes the articles' path. An article has an id only where its record does. With one
    of the file's `windows`, only what is there.
    """
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Remark(name, "not a file that can be read: passed over", lost=True)
            return
        with path.open("rb") as file:
            if window is None:
                yield from _read(file, name, options)
            else:
                yield from json_records.read_lines(file, name, options, window)
    except OSError as error:
        yield Remark(name, f"cannot be read: {error.strerror or error}", lost=True)
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs this file, and not the run
        yield Remark(name, f"{json_records.mistaken(error)}: passed over", lost=True)


def windows(path: Path) -> Iterator[Window]:
    """Parts of a large file that can each be read alone, in order; none for a file that is to be read whole."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return
        with path.open("rb") as file:
            if json_records.begins(file.read(_HEAD).removeprefix(codecs.BOM_UTF8).lstrip()):
                file.seek(0)
                yield from json_records.windows(file)
    except OSError:
        return  # reading it whole says what is wrong


def _read(file: BinaryIO, name: str, options: Options) -> Iterator[Article | Remark]:
    head = file.read(_HEAD)
    text_head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not head:
        yield Remark(name, "empty: passed over", lost=True)
        return
    if foreign := _foreign(head, text_head):
        yield Remark(name, f"{foreign} is not a format that is read yet: passed over", lost=True)
        return
    file.seek(0)
    if json_records.begins(text_head):
        yield from json_records.read(file, name, options)
        return
    data = file.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        yield Remark(name, f"larger than {LARGEST_TEXT >> 20} MiB, the limit for a text: passed over", lost=True)
        return
    try:
        decoded, notice = decode(data)
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        again = decoded.encode()
        if json_records.begins(again[:_HEAD].lstrip()):
            yield from json_records.read(io.BytesIO(again), name, options)
            return
    yield from text.read(decoded, name, options)


def _foreign(head: bytes, text_head: bytes) -> str:
    """What a file is that is not read, or ""."""
    for start, kind in _FOREIGN:
        if head.startswith(start):
            return kind
    return "markup (HTML, XML or SGML)" if _MARKUP.match(text_head) else ""
