"""A file of postings: sorted terms, and for each its lists, one a field.

A list is the ascending numbers at which a term stands in a field: documents, or places.
To find a term is a binary search over the mapped bytes; nothing is loaded.
"""

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.lists import decode, ranges
from newssearch.engines.whoosh.columnar.posting_list import PostingList
from newssearch.engines.whoosh.columnar.postings_writer import TermLists, Terms
from newssearch.engines.whoosh.postings import Numbers, counted
from newssearch.engines.whoosh.storage import Buffer

_MOST_PROBED = 1 << 11
"""Terms that are kept in mind, about: those that a search looks at first."""


class Spellings(NamedTuple):
    """Of some terms, the letters that are in each, as bits, and how many bytes each has."""

    letters: NDArray[np.uint64]
    lengths: NDArray[np.int32]


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
        self.text = self.file.rows("text_ends", "texts")
        """The text of a term, by its number."""
        self._probed: dict[int, bytes] = {}
        self.spellings: dict[tuple[int, int], Spellings] = {}
        """What was found out of ranges of terms: see `expanding`."""

    def seek(self, text: bytes) -> int:
        """The number of the first term that is not before a text."""
        low, high = 0, self.terms
        probed, read, kept = self._probed, self.text, self.terms // _MOST_PROBED
        while low < high:
            middle = (low + high) >> 1
            found = probed.get(middle)
            if found is None:
                found = read(middle)
                if high - low > kept:  # every search comes by here, or one of many
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

    def find_in(self, field: str, text: bytes) -> PostingList | None:
        """The list of a term in one field; None where it has none."""
        term, own = self.number(text), self._numbers.get(field)
        if term is None or own is None:
            return None
        first, last = self.file.pair("list_ends", term)
        at = next((at for at in range(first, last) if self.file.item("codes", at) & 15 == own), None)
        return None if at is None else self.named_list(at)[1]

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
            yield self.named_list(at)

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

    def lists_among(self, terms: Numbers, fields: Collection[str]) -> Numbers:
        """The numbers of the lists that some terms, given in ascending order, have in any of the fields."""
        if not len(terms):
            return np.empty(0, np.int64)
        first, last = int(terms[0]), int(terms[-1])
        ends = self.file.array("list_ends", first, last + 2).astype(np.int64)
        if last - first + 1 == len(terms):
            lists = np.arange(ends[0], ends[-1])
        else:
            starts, stops = ends[terms - first], ends[terms - first + 1]
            lists = np.repeat(starts, stops - starts) + ranges(stops - starts)
        wanted = np.zeros(16, np.bool_)
        wanted[[self._numbers[field] for field in fields if field in self._numbers]] = True
        own: Numbers = lists[wanted[self._codes(lists) & 15]]
        return own

    def _codes(self, lists: Numbers) -> NDArray[np.uint8]:
        """The codes of some lists, given in ascending order."""
        first = int(lists[0])
        codes: NDArray[np.uint8] = self.file.array("codes", first, int(lists[-1]) + 1)[lists - first]
        return codes

    def named_list(self, at: int) -> tuple[str, PostingList]:
        """A list by its number, with its field."""
        code = self.file.item("codes", at)
        start, stop = self.file.pair("data_ends", at)
        count = self.file.item("counts", at)
        average = self.averages[code & 15] if self.averages else 0
        found = PostingList(
            self.file, code, count, start, stop, limit=self._limit, impacts=self.impacts, average=average
        )
        return self.fields[code & 15], found

    def decoded(self, lists: Numbers, largest: int) -> tuple[dict[str, Numbers], Numbers]:
        """The numbers of those of some lists, given in ascending order, that are no larger than so many bytes.

        By field, one list behind the other; and the lists that are larger.
        """
        if not len(lists):
            return {}, lists
        first = int(lists[0])
        ends = self.file.array("data_ends", first, int(lists[-1]) + 2).astype(np.int64)
        starts, stops = ends[lists - first], ends[lists - first + 1]
        is_short = stops - starts <= largest
        short = np.flatnonzero(is_short)
        if not len(short):
            return {}, lists
        self.file.check_pieces("data", starts[short], stops[short])
        codes = self._codes(lists)
        order = short[np.argsort(codes[short] & 15, kind="stable")]
        starts, stops, codes = starts[order], stops[order], codes[order]
        read = decode(self.file.overlapping("data"), starts, stops - starts, *widths_of(codes), impacts=self.impacts)
        found: dict[str, Numbers] = {}
        at = 0
        fields, counts = counted(codes & 15)
        for field, last in zip(fields.tolist(), np.cumsum(counts).tolist(), strict=True):
            end = int(read.ends[last - 1])
            found[self.fields[field]] = read.values[at:end]
            at = end
        return found, lists[~is_short]

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
        self.file.check_pieces("data", ends[:-1], ends[1:])
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
