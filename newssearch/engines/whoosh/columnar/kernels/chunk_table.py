"""Written chunks to numbers, in Python: a look-up in a dict for each."""

from array import array
from collections.abc import Callable

from newssearch.analysis import chunks

_LONGEST = 48
"""Characters of a chunk that is remembered: a longer one hardly comes again (a paragraph of Chinese, an address)."""


class ChunkTable(dict[str, int]):
    """The numbers of chunks; `missing` gives that of a new one, which may look up others.

    >>> ChunkTable(len).number("boats")
    5
    """

    def __init__(self, missing: Callable[[str], int]) -> None:
        super().__init__()
        self._missing = missing

    def __missing__(self, chunk: str) -> int:
        number = self._missing(chunk)
        if len(chunk) <= _LONGEST:
            self[chunk] = number
        return number

    def number(self, chunk: str) -> int:
        return self[chunk]


def number_chunks(text: str, mixed: ChunkTable, capitals: ChunkTable, stream: "array[int]") -> None:
    """Append to a stream the numbers of a text's chunks, in order: those of mixed lines, and those all in capitals."""
    for is_mixed, line in chunks(text):
        stream.extend(map((mixed if is_mixed else capitals).__getitem__, line))
