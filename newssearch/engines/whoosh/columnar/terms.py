"""The terms of a columnar segment as Whoosh reads them: as (field, bytes), in order, each with its postings."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import compress
from typing import Any

import numpy as np

from newssearch.engines.entry import KEYS, POSITIONAL
from newssearch.engines.whoosh.arrays import array_of
from newssearch.engines.whoosh.columnar.matcher import PostingMatcher, TermPostings
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.columnar.segment import ColumnarSegment
from newssearch.engines.whoosh.stock import FieldCursor, TermNotFound, TermsReader

FIELDS = tuple(sorted((*POSITIONAL, *KEYS)))
"""Every field that has terms, in the order in which Whoosh merges those of several segments."""

_KEPT = 64
"""Terms whose postings are kept: a search asks for each of its terms several times."""

_FEWEST, _MOST = 16, 4096
"""Terms that are read at a time, at first and later."""

Term = tuple[str, bytes]


class ColumnarTerms(TermsReader):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's reader of terms."""

    def __init__(self, segment: ColumnarSegment) -> None:
        self._segment = segment
        self._postings = lru_cache(_KEPT)(self._read)

    def close(self) -> None:
        del self._segment, self._postings

    def __contains__(self, term: Term) -> bool:
        field, text = term
        file, number = self._segment.terms_of(field)
        at = file.number(text)
        return at is not None and file.has_field(at, at + 1, number)[0]

    def _read(self, field: str, text: bytes) -> TermPostings | None:
        """A term's postings, or None where there is no such term."""
        segment = self._segment
        try:
            word = text.decode()
        except UnicodeDecodeError:
            return None
        found = segment.postings(field, word)
        if found is None:
            return None
        documents, weights = found.read()
        return TermPostings(
            array_of(documents),
            None if weights is None else array_of(weights),
            array_of(segment.lengths(field)) if field in POSITIONAL else None,
            lambda: array_of(segment.places(field, word)),
        )

    def _found(self, field: str, text: bytes) -> TermPostings:
        postings = self._postings(field, text)
        if postings is None:
            raise TermNotFound(f"No term {field}:{text!r}")
        return postings

    def term_info(self, fieldname: str, text: bytes) -> Any:
        return self._found(fieldname, text).info()

    def frequency(self, fieldname: str, text: bytes) -> float:
        postings = self._postings(fieldname, text)
        return float(postings.weights.sum()) if postings else 0.0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        postings = self._postings(fieldname, text)
        return len(postings.documents) if postings else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> PostingMatcher:
        return PostingMatcher(self._found(fieldname, text), (fieldname, text), format_, scorer)

    def indexed_field_names(self) -> list[str]:
        """The fields that have any term."""
        return [field for field in FIELDS if _has_terms(*self._segment.terms_of(field))]

    def cursor(self, fieldname: str, fieldobj: Any) -> "ColumnarCursor":
        file, number = self._segment.terms_of(fieldname)
        return ColumnarCursor(lambda text: _texts(file, number, text), fieldobj, lambda t: self.term_info(fieldname, t))

    def terms(self) -> Iterator[Term]:
        return self.terms_from(FIELDS[0], b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """The terms of a field from a text on, and then those of the fields behind it."""
        for field in FIELDS:
            if field >= fieldname:
                file, number = self._segment.terms_of(field)
                for text in _texts(file, number, prefix if field == fieldname else b""):
                    yield field, text

    def items(self) -> Iterator[tuple[Term, Any]]:
        return self.items_from(FIELDS[0], b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, Any]]:
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)


class ColumnarCursor(FieldCursor):  # type: ignore[misc]  # Whoosh has no types
    """A place among the terms of a field, from which Whoosh leaps on: so it finds words of like spelling."""

    def __init__(
        self, texts: Callable[[bytes], Iterator[bytes]], fieldobj: Any, term_info: Callable[[bytes], Any]
    ) -> None:
        self._texts_from = texts
        self._field = fieldobj
        self._term_info = term_info
        self.first()

    def first(self) -> str | None:
        return self.find(b"")

    def find(self, string: str | bytes) -> str | None:
        """Go to the first term that is not before a text."""
        self._texts = self._texts_from(string if isinstance(string, bytes) else self._field.to_bytes(string))
        return self.next()

    def next(self) -> str | None:
        self._bytes = next(self._texts, None)
        return self.text()

    def text(self) -> str | None:
        return None if self._bytes is None else self._field.from_bytes(self._bytes)

    term = text  # Whoosh asks a single segment's cursor for its text, and one among several for its term

    def term_info(self) -> Any:
        return None if self._bytes is None else self._term_info(self._bytes)

    def is_valid(self) -> bool:
        return self._bytes is not None


def _texts(file: PostingsFile, field: int, start: bytes) -> Iterator[bytes]:
    """The terms that have a field, from a text on."""
    at, size = file.seek(start), _FEWEST
    while at < file.terms:
        last = min(at + size, file.terms)
        yield from compress(file.texts(at, last), file.has_field(at, last, field))
        at, size = last, min(2 * size, _MOST)


def _has_terms(file: PostingsFile, field: int) -> bool:
    return bool(np.any(file.file.array("codes") & 15 == field))
