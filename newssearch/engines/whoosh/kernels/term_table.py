"""The sorted terms of a file of postings, and what lists each has, in Python."""

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.kernels.documents import union
from newssearch.engines.whoosh.kernels.posting_list import PostingList
from newssearch.engines.whoosh.kernels.texts import Texts

_MOST_PROBED = 1 << 11
"""Terms that are kept in mind, about: those that a search looks at first."""


class TermTable:
    """See the module. Every method raises `DamagedFile` where the bytes are not what was written."""

    def __init__(self, file: BlockFile, fields: list[str], averages: list[int], limit: int, impacts: bool) -> None:
        """`fields` and `averages` are by the number that a list's code gives; the rest is as of a `PostingList`."""
        self._file = file
        self._fields = fields
        self._averages = averages
        self._limit = limit
        self._impacts = impacts
        self._terms = file.length("text_ends") - 1
        self._data = file.where("data")[0]
        self.text = file.rows("text_ends", "texts")
        """The text of a term, by its number."""
        self._probed: dict[int, bytes] = {}

    def seek(self, text: bytes) -> int:
        """The number of the first term that is not before a text."""
        low, high = 0, self._terms
        probed, read, kept = self._probed, self.text, self._terms // _MOST_PROBED
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

    def number(self, text: bytes) -> int | None:
        """The number of a term, or None where there is no such term."""
        term = self.seek(text)
        return None if term == self._terms or self.text(term) != text else term

    def list_in(self, text: bytes, field: int) -> PostingList | None:
        """The list of a term in the field of a number; None where it has none."""
        term = self.number(text)
        return None if term is None else self._list_in(term, field)

    def _list_in(self, term: int, field: int) -> PostingList | None:
        first, last = self._file.pair("list_ends", term)
        at = next((at for at in range(first, last) if self._file.item("codes", at) & 15 == field), None)
        return None if at is None else self.named_list(at)[1]

    def holders(self, terms: Int64Array, fields: list[tuple[int, Texts | None]], count: int) -> list[Int64Array]:
        """The documents, of so many, that have any of some terms, ascending, in each of some fields.

        With the number of a field come the texts in whose row its lists are places, where they are.
        """
        return [self._held(terms, field, texts, count) for field, texts in fields]

    def _held(self, terms: Int64Array, field: int, texts: Texts | None, count: int) -> Int64Array:
        parts = []
        for term in terms.tolist():
            if (found := self._list_in(term, field)) is not None:
                numbers, _ = found.read()
                try:
                    parts.append(numbers if texts is None else texts.of(numbers))
                except IndexError:
                    raise self._file.wrong("a list names a place that is not there") from None
        return union(parts, count)

    def lists_of(self, term: int) -> list[tuple[str, PostingList]]:
        """The lists of a term by its number, each with its field."""
        first, last = self._file.pair("list_ends", term)
        return [self.named_list(at) for at in range(first, last)]

    def named_list(self, at: int) -> tuple[str, PostingList]:
        """A list by its number, with its field."""
        code = self._file.item("codes", at)
        start, stop = self._file.pair("data_ends", at)
        count = self._file.item("counts", at)
        average = self._averages[code & 15] if self._averages else 0
        found = PostingList(
            self._file, self._data + start, stop - start, code, count, self._limit, self._impacts, average
        )
        return self._fields[code & 15], found
