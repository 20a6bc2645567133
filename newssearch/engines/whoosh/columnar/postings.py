"""A file of postings: sorted terms, and for each its lists, one a field.

A list is the ascending numbers at which a term stands in a field: documents, or places.
To find a term is a binary search over the mapped bytes; nothing is loaded.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.kernels import PostingList, TermTable, Texts
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.storage import Buffer

if TYPE_CHECKING:
    from newssearch.engines.whoosh.columnar.spellings import Spellings


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
        """What was found out of ranges of terms: see `spellings`."""

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
        ends: list[int] = self.file.row("list_ends", first, last + 1).tolist()
        fields = [code & 15 for code in self.file.row("codes", ends[0], ends[-1]).tolist()]
        low = ends[0]
        return [field in fields[start - low : stop - low] for start, stop in pairwise(ends)]

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
        ends: list[int] = self.file.row("text_ends", first, last + 1).tolist()
        if ends != sorted(ends):
            raise self.file.wrong("texts of terms that overlap")
        data = self.file.bytes("texts", ends[0], ends[-1])
        base = ends[0]
        return [data[start - base : stop - base] for start, stop in pairwise(ends)]
