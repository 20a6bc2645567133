"""Written chunks to the numbers of their words: a look-up for each, and analysis once for each that is new."""

from array import array
from collections.abc import Sequence

from newssearch import byline
from newssearch.analysis import bare_word, stem, words_at
from newssearch.engines.whoosh.columnar.layout import word_bytes
from newssearch.engines.whoosh.kernels import ChunkTable, number_chunks
from newssearch.similar.sketches import word_hash

_BYTES_A_CHUNK = 350
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
        self._mixed = ChunkTable(lambda chunk: self._number_of(chunk, True, self._mixed))
        self._capitals = ChunkTable(lambda chunk: self._number_of(chunk, False, self._capitals))
        self._names = ChunkTable(lambda name: self._new((tuple(sorted(byline.keys(name))),)))

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

    def _number_of(self, chunk: str, mixed: bool, known: ChunkTable) -> int:
        """The number of a text's new chunk: "strikes," and "(strikes" have that of "strikes"."""
        bare = bare_word(chunk)
        return known.number(bare) if bare and bare != chunk else self._new(words_at(chunk, mixed))

    def _new(self, positions: Positions) -> int:
        """The number of a new chunk with words at some positions."""
        number = len(self.chunk_lengths)
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

    def texts(self, words: Sequence[int]) -> list[bytes]:
        """Words given by number."""
        return [word_bytes(self.words[word]) for word in words]

    def stems(self, words: Sequence[int], language: str) -> list[bytes]:
        """The stems of words given by number."""
        return [word_bytes(stem(self.words[word], language)) for word in words]
