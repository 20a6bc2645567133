"""A file of postings: sorted terms, and for each its lists, one a field.

A list is the ascending numbers at which a term stands in a field: documents, or places.
To find a term is a binary search over the mapped bytes; nothing is loaded.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.lists import decode, ranges
from newssearch.engines.whoosh.columnar.posting_list import PostingList
from newssearch.engines.whoosh.columnar.postings_writer import TermLists, Terms
from newssearch.engines.whoosh.postings import Numbers
from newssearch.engines.whoosh.storage import Buffer

_MOST_PROBED = 1 << 10


class PostingsFile:
    """Such a file, open for reading. Every method raises `ValueError` where the bytes are damaged."""

    def __init__(self, buffer: Buffer, name: str, limit: int = 1 << 32) -> None:
        """`limit` is what every number in a list is below: the count of documents."""
        self.file = BlockFile(buffer, name)
        self._limit = limit
        meta = self.file.meta
        self.fields: list[str] = meta["fields"]
        self.impacts: bool = meta["impacts"]
        self.averages: list[int] = meta["averages"]
        self.terms, self.lists = meta["terms"], meta["lists"]
        terms, lists = self.terms, self.lists
        self.file.expect(text_ends=terms + 1, list_ends=terms + 1, codes=lists, counts=lists, data_ends=lists + 1)
        if not self.fields or not all(isinstance(field, str) for field in self.fields):
            raise self.file.wrong("fields that cannot be")
        if self.averages and (len(self.averages) != len(self.fields) or min(self.averages) < 1):
            raise self.file.wrong("mean lengths that cannot be")
        self._numbers = {field: number for number, field in enumerate(self.fields)}
        self._probed: dict[int, bytes] = {}

    def text(self, term: int) -> bytes:
        """The text of a term, by its number."""
        start, stop = self.file.pair("text_ends", term)
        return self.file.bytes("texts", start, stop)

    def seek(self, text: bytes) -> int:
        """The number of the first term that is not before a text."""
        low, high = 0, self.terms
        probed = self._probed
        while low < high:
            middle = (low + high) >> 1
            found = probed.get(middle)
            if found is None:
                found = self.text(middle)
                if len(probed) < _MOST_PROBED:
                    probed[middle] = found
            if found < text:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, text: bytes) -> dict[str, PostingList]:
        """The lists of a term by field; none where there is no such term."""
        term = self.number(text)
        return {} if term is None else dict(self.lists_of(term))

    def number(self, text: bytes) -> int | None:
        """The number of a term, or None where there is no such term."""
        term = self.seek(text)
        return None if term == self.terms or self.text(term) != text else term

    def span(self, prefix: bytes) -> tuple[int, int]:
        """The range of the terms that begin with a prefix."""
        after = prefix.rstrip(b"\xff")
        stop = self.seek(after[:-1] + bytes([after[-1] + 1])) if after else self.terms
        return self.seek(prefix), stop

    def field_number(self, field: str) -> int:
        """The number of a field in the lists' codes, or -1."""
        return self._numbers.get(field, -1)

    def has_field(self, first: int, last: int, field: int) -> list[bool]:
        """Whether each of a range of terms has a list in a field."""
        ends = self.file.array("list_ends", first, last + 1).astype(np.int64)
        codes = self.file.array("codes", int(ends[0]), int(ends[-1]))
        named = np.append(codes & 15 == field, False)
        having: list[bool] = np.logical_or.reduceat(named, ends[:-1] - ends[0]).tolist()
        return having

    def lists_of(self, term: int) -> Iterator[tuple[str, PostingList]]:
        """The lists of a term by its number, each with its field."""
        first, last = self.file.pair("list_ends", term)
        for at in range(first, last):
            yield self._list(at)

    def within(self, first: int, size: int) -> int:
        """The last term from `first` on up to which all lists together have no more than so many bytes."""
        low, high = first, self.terms
        start = self.file.item("data_ends", self.file.item("list_ends", first))
        while low < high:
            middle = (low + high + 1) >> 1
            if self.file.item("data_ends", self.file.item("list_ends", middle)) - start <= size:
                low = middle
            else:
                high = middle - 1
        return low

    def lists_among(self, terms: Numbers, field: int) -> Numbers:
        """The numbers of the lists that some terms, given in ascending order, have in a field."""
        if not len(terms):
            return np.empty(0, np.int64)
        first = int(terms[0])
        ends = self.file.array("list_ends", first, int(terms[-1]) + 2).astype(np.int64)
        starts, stops = ends[terms - first], ends[terms - first + 1]
        lists: Numbers = np.repeat(starts, stops - starts) + ranges(stops - starts)
        codes = self.file.array("codes", int(ends[0]), int(ends[-1]))
        own: Numbers = lists[codes[lists - ends[0]] & 15 == field]
        return own

    def posting_list(self, at: int) -> PostingList:
        """A list by its number."""
        return self._list(at)[1]

    def _list(self, at: int) -> tuple[str, PostingList]:
        """A list by its number, with its field."""
        code = self.file.item("codes", at)
        start, stop = self.file.pair("data_ends", at)
        count = self.file.item("counts", at)
        average = self.averages[code & 15] if self.averages else 0
        found = PostingList(
            self.file, code, count, start, stop, limit=self._limit, impacts=self.impacts, average=average
        )
        return self.fields[code & 15], found

    def decoded(self, lists: Numbers, largest: int) -> tuple[Numbers, Numbers]:
        """The numbers of those of some lists, given in ascending order, that are no larger than so many bytes.

        One list behind the other; and the lists that are larger.
        """
        first = int(lists[0])
        ends = self.file.array("data_ends", first, int(lists[-1]) + 2).astype(np.int64)
        starts, sizes = ends[lists - first], ends[lists - first + 1] - ends[lists - first]
        short = sizes <= largest
        if not short.any():
            return np.empty(0, np.int64), lists
        data = self.file.gathered("data", starts[short], sizes[short])
        codes = self.file.array("codes", first, int(lists[-1]) + 1)[lists[short] - first]
        widths, weight_widths = widths_of(codes)
        read = decode(data, np.cumsum(sizes[short]), widths, weight_widths, impacts=self.impacts)
        return read.values, lists[~short]

    def texts(self, first: int, last: int) -> list[bytes]:
        """The texts of a range of terms."""
        ends = self.file.array("text_ends", first, last + 1)
        if (ends[1:] < ends[:-1]).any():
            raise self.file.wrong("texts of terms that overlap")
        ends = ends.tolist()
        data = self.file.bytes("texts", ends[0], ends[-1])
        base = ends[0]
        return [data[start - base : stop - base] for start, stop in pairwise(ends)]

    def range(self, first: int, last: int) -> TermLists:
        """A range of terms with all that their lists hold, decoded."""
        list_ends = self.file.array("list_ends", first, last + 1).astype(np.int64)
        low, high = int(list_ends[0]), int(list_ends[-1])
        ends = self.file.array("data_ends", low, high + 1).astype(np.int64)
        codes = self.file.array("codes", low, high)
        data = self.file.array("data", int(ends[0]), int(ends[-1]))
        widths, weight_widths = widths_of(codes)
        lists = decode(data, ends[1:] - ends[0], widths, weight_widths, impacts=self.impacts)
        counts = self.file.array("counts", low, high).astype(np.int64)
        if not np.array_equal(np.cumsum(counts), lists.ends):
            raise self.file.wrong("lists do not hold as many numbers as is said of them")
        fields = (codes & 15).astype(np.uint8)
        return TermLists(Terms(self.texts(first, last), np.diff(list_ends), fields, counts), lists)


def widths_of(codes: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The widths of the elements and of the weights that lists' codes say."""
    return (1 << (codes >> 4 & 3)).astype(np.uint8), np.array([0, 1, 2, 4], np.uint8)[codes >> 6]
