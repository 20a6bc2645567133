"""The articles themselves, in the order of their documents, each compressed by itself.

News repeats its phrases, so each is compressed with a dictionary that was learnt from the
first articles of its commit. One article is read without the others, in ten microseconds.
"""

from bisect import bisect_right
from functools import cached_property
from threading import local
from typing import Any

import zstandard

from newssearch.engines.entry import LARGEST_RECORD
from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.storage import Buffer

DICTIONARY_SIZE = 112 << 10
"""Bytes of a dictionary, at most."""

_LAST = 1 << 32


class Articles:
    """Such a file, open for reading. Every method raises `ValueError` where the bytes are damaged."""

    def __init__(self, buffer: Buffer, name: str) -> None:
        self.file = BlockFile(buffer, name)
        self.count = self.file.length("ends") - 1
        self._own = local()

    def record(self, document: int) -> bytes:
        """A document's record."""
        number = self.group(document)
        data = self.compressed(document)
        return self._decompressed(self._decompressor(number), data, LARGEST_RECORD)

    def _decompressed(self, decompressor: zstandard.ZstdDecompressor, data: bytes, most: int) -> bytes:
        """One frame's content. The frame says how large that is, and so much is taken for it: no more than `most`."""
        try:
            if not 0 <= zstandard.frame_content_size(data) <= most:
                raise self.file.wrong(f"something compressed is larger than {most:,} bytes, or does not say how large")
            return decompressor.decompress(data)
        except zstandard.ZstdError as error:
            raise self.file.wrong(f"something cannot be decompressed: {error}") from None

    def compressed(self, document: int) -> bytes:
        """A record as it stands in the file."""
        start, stop = self.file.pair("ends", document)
        return self.file.bytes("data", start, stop)

    def group(self, document: int) -> int:
        """The number of a document's dictionary, 0 being none."""
        at = bisect_right(self._groups, [document, _LAST]) - 1
        return self._groups[at][1]

    @cached_property
    def _groups(self) -> list[list[int]]:
        """The first document of each group, and the number of its dictionary."""
        groups: list[int] = self.file.row("groups").tolist()
        return [[first, number] for first, number in zip(groups[::2], groups[1::2], strict=True)]

    def dictionaries(self) -> list[bytes]:
        """All dictionaries, that of number 1 first."""
        return [self._dictionary(number) for number in range(1, self.file.length("dictionary_ends"))]

    def _dictionary(self, number: int) -> bytes:
        start, stop = self.file.pair("dictionary_ends", number - 1)
        data = self.file.bytes("dictionaries", start, stop)
        return self._decompressed(zstandard.ZstdDecompressor(), data, DICTIONARY_SIZE)

    def _decompressor(self, number: int) -> zstandard.ZstdDecompressor:
        """What decompresses with a dictionary: one for each thread, for no two may use it at a time."""
        own: dict[Any, zstandard.ZstdDecompressor] = vars(self._own)
        found = own.get(number)
        if found is None:
            dictionary = zstandard.ZstdCompressionDict(self._dictionary(number)) if number else None
            found = own[number] = zstandard.ZstdDecompressor(dict_data=dictionary)
        return found
