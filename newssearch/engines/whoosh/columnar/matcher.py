"""A term's postings as Whoosh walks them: one after the other, in blocks that it may pass over."""

import copy
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.stock import LeafMatcher, ReadTooFar, TermInfo

BLOCK = 256
"""Postings of which Whoosh asks at once whether any can be among the best."""

_POSITION = (1 << 32) - 1
_NOWHERE = 1 << 62


class TermPostings:
    """The postings of a term in one segment; what follows from them is reckoned when it is asked for."""

    def __init__(
        self,
        documents: Int64Array,
        weights: NDArray[np.integer] | None,
        lengths: NDArray[np.integer] | None,
        places: Callable[[], Int64Array],
    ) -> None:
        """`weights` (None: all 1) are the documents', `lengths` (None: all 0) the whole segment's."""
        self.documents = documents
        self.weights = np.ones(len(documents), np.uint8) if weights is None else weights
        self._lengths = np.zeros(len(documents), np.uint8) if lengths is None else lengths[documents]
        self._read_places = places

    @cached_property
    def _places(self) -> Int64Array:
        return self._read_places()

    @cached_property
    def greatest_weights(self) -> list[float]:
        """The greatest weight of each block."""
        greatest: list[float] = np.maximum.reduceat(self.weights, self._starts).astype(np.float64).tolist()
        return greatest

    @cached_property
    def least_lengths(self) -> list[int]:
        """The length of the shortest text of each block."""
        least: list[int] = np.minimum.reduceat(self._lengths, self._starts).tolist()
        return least

    @property
    def _starts(self) -> NDArray[np.integer]:
        return np.arange(0, len(self.documents), BLOCK)

    def positions(self, document: int) -> list[int]:
        """Where the term stands in one of the documents."""
        first, last = np.searchsorted(self._places, [document << 32, document + 1 << 32])
        positions: list[int] = (self._places[first:last] & _POSITION).tolist()
        return positions

    def info(self) -> Any:
        """The numbers that Whoosh keeps of a term: new ones, for it shifts the documents in them."""
        return TermInfo(
            weight=float(self.weights.sum()),
            df=len(self.documents),
            minlength=int(self._lengths.min()),
            maxlength=int(self._lengths.max()),
            maxweight=float(self.weights.max()),
            minid=int(self.documents[0]),
            maxid=int(self.documents[-1]),
        )


class PostingMatcher(LeafMatcher):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's matcher of one term. Values are positions, in fields that have them, and are read when asked for."""

    def __init__(self, postings: TermPostings, term: tuple[str, bytes], format_: Any, scorer: Any = None) -> None:
        self.format = format_  # these three under the names that Whoosh's own methods know
        self.scorer = scorer
        self._term = term
        self._postings = postings
        self.reset()

    def reset(self) -> None:
        self._go(0)

    def _go(self, block: int, at: int = 0) -> None:
        """Stand in a block, or in that behind the last, which is empty."""
        self._block, self._at = block, at
        self._span = slice(block * BLOCK, (block + 1) * BLOCK)
        self._ids: list[int] = self._postings.documents[self._span].tolist()
        self._weights: list[int] | None = None

    def copy(self) -> Self:
        return copy.copy(self)

    def is_active(self) -> bool:
        return self._at < len(self._ids)

    def id(self) -> int:
        """The document, or behind the last a number that none has: Whoosh's `SpanNot` asks there too."""
        return self._ids[self._at] if self._at < len(self._ids) else _NOWHERE

    def all_ids(self) -> Iterator[int]:
        return iter(self._postings.documents[self._span.start + self._at :].tolist())

    def weight(self) -> float:
        if self._weights is None:
            self._weights = self._postings.weights[self._span].tolist()
        return float(self._weights[self._at])

    def value(self) -> bytes:
        encoded: bytes = self.format.encode(self._postings.positions(self.id()) if self.supports("positions") else None)
        return encoded

    def value_as(self, astype: str) -> Any:
        if astype == "positions" and self.supports(astype):
            return self._postings.positions(self.id())
        return super().value_as(astype)

    def score(self) -> float:
        return self.scorer.score(self) if self.scorer else self.weight()

    def next(self) -> bool:
        """Move on; whether that was into another block."""
        self._check_active()
        self._at += 1
        if self._at < len(self._ids):
            return False
        self._go(self._block + 1)
        return True

    def skip_to(self, id: int) -> None:
        self._check_active()
        if id <= self._ids[-1]:
            self._at = bisect_left(self._ids, id, self._at)
        else:
            self._go(*divmod(int(np.searchsorted(self._postings.documents, id)), BLOCK))

    def skip_to_quality(self, minquality: float) -> int:
        """Pass over blocks that cannot be better than that; how many."""
        first = self._block
        while self.is_active() and self.block_quality() <= minquality:
            self._go(self._block + 1)
        return self._block - first

    def block_max_weight(self) -> float:
        return self._postings.greatest_weights[self._block]

    def block_min_length(self) -> int:
        return self._postings.least_lengths[self._block]

    def _check_active(self) -> None:
        if not self.is_active():
            raise ReadTooFar
