"""Files to articles: the reader is chosen by what a file holds, and nothing is passed over in silence."""

import codecs
import stat
from collections.abc import Iterator
from pathlib import Path

from newssearch.readers import formats
from newssearch.readers.contract import MAPPABLE, Item, Options, Remark, Revision
from newssearch.readers.folders import files
from newssearch.readers.records import json_records
from newssearch.readers.records.json_records import Window

__all__ = ["MAPPABLE", "Item", "Options", "Remark", "Revision", "Window", "files", "printable", "read", "windows"]


def read(path: Path, name: str, options: Options, window: Window | None = None) -> Iterator[Item]:
    """The articles of a file, and remarks on what was guessed or passed over; bad content raises nothing.

    `name` becomes the articles' path; that of a file in a file goes on with its name in
    there. An article has an id only where its record does. With one of the file's
    `windows`, only what is there.
    """
    name = printable(name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield Remark(name, "not a file that can be read: passed over", lost=True)
            return
        with path.open("rb") as file:
            yield from formats.read(file, name, options, window=window)
    except OSError as error:
        yield Remark(name, f"cannot be read: {error.strerror or error}", lost=True, for_now=True)


def printable(name: str) -> str:
    """A file's name as it can be printed: bytes that are no UTF-8 are not."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def windows(path: Path) -> Iterator[Window]:
    """Parts of a large file that can each be read alone, in order; none for a file that is to be read whole."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return
        with path.open("rb") as file:
            if json_records.begins(file.read(formats.HEAD).removeprefix(codecs.BOM_UTF8).lstrip()):
                file.seek(0)
                yield from json_records.windows(file)
    except OSError:
        return  # reading it whole says what is wrong
