"""Written chunks to the numbers of their words: a dict look-up for each, and analysis once for each that is new."""

from array import array
from collections.abc import Callable, Sequence

from newssearch import byline
from newssearch.analysis import bare_word, stem, words_at
from newssearch.engines.whoosh.columnar.layout import word_bytes
from newssearch.similar.sketches import word_hash

_BYTES_A_CHUNK = 350
"""What a chunk that is remembered takes, about, with its words and their stems."""

_LONGEST = 48
"""Characters of a chunk that is remembered: a longer one hardly comes again (a paragraph of Chinese, an address)."""

Positions = tuple[tuple[str, ...], ...]


class _Numbers(dict[str, int]):
    """Chunk to number; a new one is analysed when it is looked up."""

    def __init__(self, vocabulary: "Vocabulary", analyse: Callable[[str], Positions]) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._analyse = analyse

    def __missing__(self, chunk: str) -> int:
        number = self._vocabulary.chunk(self._analyse(chunk))
        if len(chunk) <= _LONGEST:
            self[chunk] = number
        return number


class _Chunks(_Numbers):
    """The same, of a text's chunks: "strikes," and "(strikes" have the number of "strikes"."""

    def __missing__(self, chunk: str) -> int:
        bare = bare_word(chunk)
        if bare and bare != chunk and len(chunk) <= _LONGEST:
            number = self[chunk] = self[bare]
            return number
        return super().__missing__(chunk)


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
        self.mixed = _Chunks(self, lambda chunk: words_at(chunk, True))
        """Chunks of lines of mixed case."""
        self.capitals = _Chunks(self, lambda chunk: words_at(chunk, False))
        """Chunks of lines all in capitals."""
        self.names = _Numbers(self, lambda name: (tuple(sorted(byline.keys(name))),))
        """Names of authors, whole: one position with the keys that find them."""

    def forget_if_full(self) -> None:
        """Begin anew once there is too much; for when no number is in use."""
        remembered = len(self.mixed) + len(self.capitals) + len(self.names)
        if max(remembered, len(self.words), len(self.chunk_words) // 4) > self._most:
            self._clear()

    def chunk(self, positions: Positions) -> int:
        """The number of a new chunk."""
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
