"""Writing articles, compressed with what was learnt from the first of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import zstandard

from newssearch.engines.whoosh.columnar.articles import DICTIONARY_SIZE, Articles
from newssearch.engines.whoosh.columnar.blocks import BlockWriter
from newssearch.engines.whoosh.columnar.layout import ARTICLES_FILE
from newssearch.engines.whoosh.columnar.postings_writer import ends_of

SAMPLE = 400
"""Articles that come before a dictionary is worth its bytes."""

_LEVEL = 3


class ArticlesWriter:
    """Writes such a file: `add` articles and `extend` by files, in the order of the documents, then `finish`."""

    def __init__(self, path: Path) -> None:
        self._file = BlockWriter(path, ARTICLES_FILE)
        self._sizes: list[int] = []
        self._waiting: list[bytes] = []
        self._dictionaries: list[bytes] = []
        self._groups: list[tuple[int, int]] = []
        """The first document of each group, and the number of its dictionary, 0 being none."""
        self._compressor: zstandard.ZstdCompressor | None = None

    def add(self, record: bytes) -> None:
        """Append an article's record."""
        if self._compressor is None:
            self._waiting.append(record)
            if len(self._waiting) == SAMPLE:
                self._write_waiting(self.begin(self._waiting))
        else:
            self._append(self._compressor.compress(record))

    def begin(self, records: Sequence[bytes]) -> bytes:
        """Begin a group of articles of which these, at least `SAMPLE`, are the first: its dictionary."""
        dictionary = _trained(records[:SAMPLE])
        self._dictionaries.append(dictionary)
        self._groups.append((len(self._sizes), len(self._dictionaries)))
        return dictionary

    def append(self, compressed: Iterable[bytes]) -> None:
        """Append articles to the group that was begun, compressed with its dictionary."""
        for data in compressed:
            self._append(data)

    def _write_waiting(self, dictionary: bytes) -> None:
        self._compressor = compressor(dictionary)
        waiting, self._waiting = self._waiting, []
        self.append(map(self._compressor.compress, waiting))

    def _append(self, data: bytes) -> None:
        self._file.write(data)
        self._sizes.append(len(data))

    def extend(self, articles: Articles, documents: Sequence[int]) -> None:
        """Append these documents of another file, as they are compressed there."""
        self._end()
        shift = len(self._dictionaries)
        self._dictionaries += articles.dictionaries()
        group = -1
        for document in documents:
            number = articles.group(document)
            if number != group:
                group = number
                self._groups.append((len(self._sizes), number + shift if number else 0))
            self._append(articles.compressed(document))

    def _end(self) -> None:
        """End the group that is being written, without a dictionary where it has not come to one."""
        if self._waiting:
            self._groups.append((len(self._sizes), 0))
            self._write_waiting(b"")
        self._compressor = None

    def finish(self) -> None:
        """Write what is known of the articles, and close the file."""
        self._end()
        self._file.end_section("data")
        plain = zstandard.ZstdCompressor(level=19, write_checksum=False)
        dictionaries = [plain.compress(dictionary) for dictionary in self._dictionaries]
        for data in dictionaries:
            self._file.write(data)
        self._file.end_section("dictionaries")
        self._file.section("dictionary_ends", ends_of(np.array(list(map(len, dictionaries)), np.int64)))
        self._file.section("groups", np.array(self._groups, np.int64).astype(np.uint32).reshape(-1, 2).ravel())
        self._file.section("ends", ends_of(np.array(self._sizes, np.int64)))
        self._file.finish()

    def close(self) -> None:
        """Give the file up; harmless after `finish`."""
        self._file.close()


def compressor(dictionary: bytes) -> zstandard.ZstdCompressor:
    """What compresses a record with a dictionary, b"" being none."""
    if not dictionary:
        return zstandard.ZstdCompressor(level=_LEVEL, write_checksum=False)
    return zstandard.ZstdCompressor(
        level=_LEVEL, write_checksum=False, dict_data=zstandard.ZstdCompressionDict(dictionary)
    )


def _trained(records: Sequence[bytes]) -> bytes:
    """A dictionary of what comes again in records; of records too short to learn from, these themselves."""
    try:
        return zstandard.train_dictionary(DICTIONARY_SIZE, list(records)).as_bytes()
    except zstandard.ZstdError:
        return b"".join(records)[:DICTIONARY_SIZE]
