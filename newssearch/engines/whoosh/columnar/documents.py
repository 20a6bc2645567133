"""What a columnar segment knows of each document: columns of numbers, ids, and where its texts lie."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.columnar.blocks import BlockFile, BlockWriter
from newssearch.engines.whoosh.columnar.layout import DOCUMENTS_FILE, PLACED
from newssearch.engines.whoosh.columnar.layout import Texts as Laid
from newssearch.engines.whoosh.columnar.postings_writer import ends_of, narrowed
from newssearch.engines.whoosh.kernels import Texts
from newssearch.engines.whoosh.postings import Numbers
from newssearch.engines.whoosh.storage import Buffer

if TYPE_CHECKING:
    from newssearch.similar.sketches import Sketches

_DTYPES = {"day": np.dtype("<i4"), "first": np.dtype("<i8"), "last": np.dtype("<i8")}


class Columns(NamedTuple):
    """All documents of a segment; `languages` are numbers of `language_names`."""

    day: NDArray[np.integer]
    first: NDArray[np.integer]
    last: NDArray[np.integer]
    ids: Sequence[bytes]
    languages: NDArray[np.integer]
    language_names: Sequence[str]
    texts: Laid
    sketches: "Sketches"


def write_documents(path: Path, columns: Columns) -> None:
    """Write the file."""
    file = BlockWriter(path, DOCUMENTS_FILE)
    try:
        for name, dtype in _DTYPES.items():
            file.section(name, getattr(columns, name).astype(dtype))
        file.section("languages", columns.languages.astype(np.uint16))
        file.write(b"".join(columns.ids))
        file.end_section("ids")
        file.section("id_ends", ends_of(np.array(list(map(len, columns.ids)), np.int64)))
        for field, starts, lengths in zip(PLACED, *columns.texts, strict=True):
            file.section(f"{field} starts", narrowed(starts))
            file.section(f"{field} lengths", _packed(lengths))
        totals = {field: int(lengths.sum()) for field, lengths in zip(PLACED, columns.texts.lengths, strict=True)}
        file.finish(count=len(columns.ids), languages=list(columns.language_names), totals=totals)
    finally:
        file.close()


def _packed(numbers: Numbers) -> NDArray[np.unsignedinteger]:
    """Numbers in the fewest bytes that hold the greatest."""
    greatest = int(numbers.max(initial=0))
    return numbers.astype(np.uint8 if greatest < 1 << 8 else np.uint16 if greatest < 1 << 16 else np.uint32)


class Documents:
    """Such a file, open for reading. Every method raises `ValueError` where the bytes are damaged."""

    def __init__(self, buffer: Buffer, name: str) -> None:
        self.file = BlockFile(buffer, name)
        meta = self.file.meta
        self._texts: dict[str, Texts] = {}
        self.count: int = meta["count"]
        self.languages: list[str] = meta["languages"]
        self.totals: dict[str, int] = meta["totals"]
        """The sum of the lengths of each field."""
        if not all(isinstance(name, str) for name in self.languages):
            raise self.file.wrong("languages that cannot be")
        count = self.count
        self.file.expect(**dict.fromkeys((*_DTYPES, "languages"), count), id_ends=count + 1)
        for field in PLACED:
            self.file.expect(**{f"{field} lengths": count, f"{field} starts": count + 1})

    def column(self, name: str) -> NDArray[np.integer]:
        """A number for each document: `day`, `first` or `last`, or the numbers of their ``languages``."""
        return self.file.array(name)

    def lengths(self, field: str) -> NDArray[np.unsignedinteger]:
        """How many positions each document has in a field."""
        return self.file.array(f"{field} lengths")

    def starts(self, field: str) -> NDArray[np.unsignedinteger]:
        """The place at which each document's text in a field starts, and one behind the last."""
        return self.file.array(f"{field} starts")

    def places(self, field: str) -> int:
        """How many places the texts of a field take."""
        return self.file.item(f"{field} starts", self.count)

    def texts(self, field: str) -> Texts:
        """Its texts, one behind the other."""
        found = self._texts.get(field)
        if found is None:
            found = self._texts[field] = Texts(self.starts(field))
        return found

    def tally(self, field: str, places: Numbers) -> tuple[Numbers, Numbers]:
        """The documents that ascending places of a field are in, and how many are in each."""
        try:
            return self.texts(field).tally(places)
        except IndexError:
            raise self.file.wrong(f"a place of {field!r} is named that is not there") from None

    def at(self, field: str, places: Numbers) -> Numbers:
        """The document that each of ascending places of a field is in."""
        try:
            return self.texts(field).of(places)
        except IndexError:
            raise self.file.wrong(f"a place of {field!r} is named that is not there") from None

    def id(self, document: int) -> str:
        """A document's id."""
        start, stop = self.file.pair("id_ends", document)
        return self.file.bytes("ids", start, stop).decode("utf-8", "surrogatepass")

    def ids(self) -> list[bytes]:
        """All ids."""
        ends = self.file.array("id_ends")
        if (ends[1:] < ends[:-1]).any():
            raise self.file.wrong("ids that overlap")
        ends = ends.tolist()
        data = self.file.bytes("ids", 0, ends[-1])
        return [data[start:stop] for start, stop in pairwise(ends)]
