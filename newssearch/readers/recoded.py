"""A file of UTF-16 or UTF-32 as one of UTF-8, so that no format has to know of others."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from newssearch.readers import charsets
from newssearch.readers.archives.unpacked import PIECE, Note, Unpacked

_HEAD = 1 << 10


def in_utf8(file: BinaryIO) -> BinaryIO:
    """A file at its start: itself, or as UTF-8 where it is in UTF-16 or UTF-32."""
    file.seek(0)
    encoding = charsets.wide(file.read(_HEAD))
    file.seek(0)
    return as_utf8(file, encoding) if encoding else file


def as_utf8(file: BinaryIO, encoding: str) -> Unpacked:
    """A file in an encoding as UTF-8 with its mark: whatever the text says of itself, that wins.

    Where it is damaged, it ends, and tells in `problem`.
    """

    def pieces(note: Note) -> Iterator[bytes]:
        file.seek(0)
        decoder = codecs.getincrementaldecoder(encoding)()
        yield codecs.BOM_UTF8
        first = True
        try:
            while piece := file.read(PIECE):
                text = decoder.decode(piece)
                yield (text.removeprefix("\ufeff") if first else text).encode()
                first = False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            yield error.object[: error.start].decode(encoding).encode()
            note(f"damaged {encoding[:6].upper()}")

    return Unpacked(pieces, file.tell)
