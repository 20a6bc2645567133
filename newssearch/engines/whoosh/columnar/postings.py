"""A file of postings: sorted terms, and for each its lists, one a field.

A list is the ascending numbers at which a term stands in a field: documents, or places.
To find a term is a binary search over the mapped bytes; nothing is loaded.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.lists import decode
from newssearch.engines.whoosh.columnar.postings_writer import TermLists, Terms
from newssearch.engines.whoosh.kernels import PostingList, TermTable, Texts
from newssearch.engines.whoosh.postings import Numbers
from newssearch.engines.whoosh.storage import Buffer


class Spellings(NamedTuple):
    """Of some terms, the letters that are in each, as bits, and how many bytes each has."""

    letters: NDArray[np.uint64]
    lengths: NDArray[np.int32]


class PostingsFile:
    """Such a file, open for reading. Every method raises `ValueError` where the bytes are damaged."""

    def __init__(self, buffer: Buffer, name: str, limit: int = 1 << 32) -> None:
        """`limit` is what every number in a list is below: the count of documents."""
        self.file = BlockFile(buffer, name)
        meta = self.file.meta
        self.fields: list[str] = meta["fields"]
        self.impacts: bool = meta["impacts"]
        self.averages: list[int] = meta["averages"]
        self.terms, self.lists = meta["terms"], meta["lists"]
        terms, lists = self.terms, self.lists
        self.file.expect(text_ends=terms + 1, list_ends=terms + 1, codes=lists, counts=lists, data_ends=lists + 1)
        # A list's code has four bits for its field.
        if not 0 < len(self.fields) <= 16 or not all(isinstance(field, str) for field in self.fields):
            raise self.file.wrong("fields that cannot be")
        if self.averages and (len(self.averages) != len(self.fields) or min(self.averages) < 1):
            raise self.file.wrong("mean lengths that cannot be")
        self._numbers = {field: number for number, field in enumerate(self.fields)}
        self._table = table = TermTable(self.file, self.fields, self.averages, limit, self.impacts)
        self.text, self.seek, self.number, self.lists_of = table.text, table.seek, table.number, table.lists_of
        self.spellings: dict[tuple[int, int], Spellings] = {}
        """What was found out of ranges of terms: see `expanding`."""

    def find(self, text: bytes) -> dict[str, PostingList]:
        """The lists of a term by field; none where there is no such term."""
        term = self.number(text)
        return {} if term is None else dict(self.lists_of(term))

    def find_in(self, field: str, text: bytes) -> PostingList | None:
        """The list of a term in one field; None where it has none."""
        own = self._numbers.get(field)
        return None if own is None else self._table.list_in(text, own)

    def holders(self, terms: Numbers, fields: Mapping[str, Texts | None], count: int) -> Iterator[tuple[str, Numbers]]:
        """The documents, of so many, that have any of some terms, in each of the fields that there are.

        See `TermTable`; of each field are given the texts in whose row its lists are places.
        """
        known = [field for field in fields if field in self._numbers]
        wanted = [(self._numbers[field], fields[field]) for field in known]
        return zip(known, self._table.holders(terms, wanted, count), strict=True)

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
        self.file.array("data", int(ends[0]), int(ends[-1]))  # which checks it
        data = self.file.overlapping("data")
        lists = decode(data, ends[:-1], np.diff(ends), *widths_of(codes), impacts=self.impacts)
        counts = self.file.array("counts", low, high).astype(np.int64)
        if not np.array_equal(np.cumsum(counts), lists.ends):
            raise self.file.wrong("lists do not hold as many numbers as is said of them")
        fields = (codes & 15).astype(np.uint8)
        return TermLists(Terms(self.texts(first, last), np.diff(list_ends), fields, counts), lists)


def widths_of(codes: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The widths of the elements and of the weights that lists' codes say."""
    return (1 << (codes >> 4 & 3)).astype(np.uint8), np.array([0, 1, 2, 4], np.uint8)[codes >> 6]
