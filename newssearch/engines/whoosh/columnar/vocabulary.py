"""Written chunks to the numbers of their words: a look-up for each, and analysis once for each that is new."""

from array import array
from collections.abc import Sequence

import numpy as np

from newssearch import byline
from newssearch.analysis import stem, words_at
from newssearch.engines.whoosh.columnar.kernels import ChunkTable, number_chunks
from newssearch.engines.whoosh.columnar.kernels.spreading import Chunks
from newssearch.engines.whoosh.columnar.layout import word_bytes
from newssearch.similar.sketches import word_hash

_BYTES_A_CHUNK = 440
"""What a chunk that is remembered takes, about, with its words and their stems."""

Positions = tuple[tuple[str, ...], ...]


class Vocabulary:
    """Chunks, each the words at some positions, and words, by number.

    A chunk's words stand in `chunk_words` from `chunk_starts[chunk]` on, each with the
    position in the chunk (`chunk_offsets`); `chunk_lengths` counts the positions.
    """

    def __init__(self, memory: int) -> None:
        """Beyond about so many bytes of `memory`, all chunks are forgotten and met anew."""
        self._most = memory // _BYTES_A_CHUNK
        self.words: list[str] = []
        self.hashes = array("Q")
        """Of each word: see `similar.word_hash`."""
        self._clear()

    def _clear(self) -> None:
        self._number: dict[str, int] = {}
        self.words = []
        self.hashes = array("Q")
        self.chunk_starts = array("I", [0])
        self.chunk_lengths = array("I")
        self.chunk_words = array("I")
        self.chunk_offsets = array("I")
        self._chunks: dict[Positions, int] = {}
        self._mixed = ChunkTable(lambda chunk: self._chunk(words_at(chunk, True)))
        self._capitals = ChunkTable(lambda chunk: self._chunk(words_at(chunk, False)))
        self._names = ChunkTable(lambda name: self._chunk((tuple(sorted(byline.keys(name))),)))

    def forget_if_full(self) -> None:
        """Begin anew once there is too much; for when no number is in use."""
        remembered = len(self._mixed) + len(self._capitals) + len(self._names)
        if max(remembered, len(self.words), len(self.chunk_words) // 4) > self._most:
            self._clear()

    def extend(self, stream: "array[int]", text: str) -> None:
        """Append the numbers of a text's chunks, in order."""
        number_chunks(text, self._mixed, self._capitals, stream)

    def name(self, name: str) -> int:
        """The number of an author's name, whole: one position with the keys that find it."""
        return self._names.number(name)

    def _chunk(self, positions: Positions) -> int:
        """The number of a chunk with these words at its positions: "strikes," and "(Strikes" have the same."""
        number = self._chunks.get(positions)
        if number is not None:
            return number
        number = self._chunks[positions] = len(self.chunk_lengths)
        for offset, words in enumerate(positions):
            for word in words:
                self.chunk_words.append(self._word(word))
                self.chunk_offsets.append(offset)
        self.chunk_lengths.append(len(positions))
        self.chunk_starts.append(len(self.chunk_words))
        return number

    def _word(self, word: str) -> int:
        number = self._number.get(word)
        if number is None:
            number = self._number[word] = len(self.words)
            self.words.append(word)
            self.hashes.append(word_hash(word))
        return number

    def chunks(self) -> Chunks:
        """All chunks, as they are now: to be let go before there are more."""
        rows = (self.chunk_starts, self.chunk_lengths, self.chunk_words, self.chunk_offsets)
        return Chunks._make([np.frombuffer(row, np.uint32) for row in rows])

    def texts(self, words: Sequence[int]) -> list[bytes]:
        """Words given by number."""
        return [word_bytes(self.words[word]) for word in words]

    def stems(self, words: Sequence[int], language: str) -> list[bytes]:
        """The stems of words given by number."""
        return [word_bytes(stem(self.words[word], language)) for word in words]
