"""What a columnar segment knows of each document: columns of numbers, ids, and where its texts lie."""

from itertools import pairwise

from newssearch.engines.entry import COLUMNS
from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.layout import PLACED
from newssearch.engines.whoosh.kernels import Texts
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.storage import Buffer


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
        self.file.expect(**dict.fromkeys((*COLUMNS, "languages"), count), id_ends=count + 1)
        for field in PLACED:
            self.file.expect(**{f"{field} lengths": count, f"{field} starts": count + 1})

    def column(self, name: str) -> Numbers:
        """A number for each document: `day`, `first` or `last`, or the numbers of their ``languages``."""
        return self.file.row(name)

    def lengths(self, field: str) -> Numbers:
        """How many positions each document has in a field."""
        return self.file.row(f"{field} lengths")

    def starts(self, field: str) -> Numbers:
        """The place at which each document's text in a field starts, and one behind the last."""
        return self.file.row(f"{field} starts")

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
        ends: list[int] = self.file.row("id_ends").tolist()
        if ends != sorted(ends):
            raise self.file.wrong("ids that overlap")
        data = self.file.bytes("ids", 0, ends[-1])
        return [data[start:stop] for start, stop in pairwise(ends)]
