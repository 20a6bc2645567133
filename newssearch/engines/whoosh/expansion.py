"""The words that a pattern or a fuzzy word means in an archive."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from newssearch.query import tree
from newssearch.query.fields import EXACT
from newssearch.query.words import literal_prefix, wildcard, within


class Shape(NamedTuple):
    """What words look like: they begin with `prefix` and pass the test `fits` (None: any).

    `near` is the word, and the most edits, of a fuzzy word.
    """

    prefix: str
    fits: Callable[[str], bool] | None
    near: tuple[str, int] | None = None

    @classmethod
    def of(cls, query: tree.Pattern | tree.Fuzzy) -> "Shape":
        """The shape of a pattern, of words or of whole values, or of a fuzzy word."""
        if isinstance(query, tree.Fuzzy):
            return cls(query.word[:1], within(query.word, query.edits), (query.word, query.edits))
        prefix = literal_prefix(query.pattern)
        return cls(
            prefix, None if query.pattern == f"{prefix}*" else wildcard(query.pattern, exact=query.field in EXACT)
        )

    def among(self, words: Iterator[str]) -> Iterator[str]:
        """Those of words with the prefix that have the shape."""
        return words if self.fits is None else filter(self.fits, words)
