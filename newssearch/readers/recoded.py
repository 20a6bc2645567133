"""A file of UTF-16 or UTF-32 as one of UTF-8, so that no format has to know of others."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from newssearch.readers import charsets
from newssearch.readers import encoding as encodings
from newssearch.readers.archives.unpacked import PIECE, Note, Unpacked

_HEAD = 1 << 10


def in_utf8(file: BinaryIO) -> BinaryIO:
    """A file at its start: itself, or as UTF-8 where it is in UTF-16 or UTF-32."""
    file.seek(0)
    encoding = charsets.wide(file.read(_HEAD))
    file.seek(0)
    return as_utf8(file, encoding) if encoding else file


class Recoded(Unpacked):
    """A file that is read as UTF-8. `notice` says whether something was replaced in what was read of it, or is ""."""

    notice = ""


def as_utf8(file: BinaryIO, encoding: str) -> Recoded:
    """A file in an encoding as UTF-8 with its mark: whatever the text says of itself, that wins.

    A little damage is replaced, and told in `notice`; where there is more, it ends, and tells in `problem`.
    """

    def pieces(note: Note) -> Iterator[bytes]:
        file.seek(0)
        decoder = codecs.getincrementaldecoder(encoding)()
        yield codecs.BOM_UTF8
        mark, before = "\ufeff", 0
        piece = b"\0"
        while piece:
            piece = file.read(PIECE)
            text, error = _decoded(decoder, piece)
            if error and not encodings.is_readable(text, before):
                yield error.object[: error.start].decode(encoding).removeprefix(mark).encode()
                note(encodings.damaged(encoding))
                return
            if error:
                utf8.notice = encodings.replaced(encoding)
            yield text.removeprefix(mark).encode()
            mark, before = "", max(before, len(text))  # the last piece may be a letter long

    utf8 = Recoded(pieces, file.tell)
    return utf8


def _decoded(decoder: codecs.IncrementalDecoder, piece: bytes) -> tuple[str, UnicodeDecodeError | None]:
    """The text of a piece, the last of which is empty, and the first of what was replaced in it."""
    try:
        return decoder.decode(piece, final=not piece), None
    except UnicodeDecodeError as error:  # the decoder is as it was before
        decoder.errors = "replace"
        text = decoder.decode(piece, final=not piece)
        decoder.errors = "strict"
        return text, error
