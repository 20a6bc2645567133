"""The items of WordPress's export as they stand there, one at a time, from a file of any size."""

import codecs
from collections import deque
from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

from newssearch.readers import charsets

LARGEST_ITEM = 16 << 20
"""Characters of the longest item that is read."""

DEEPEST = 100
"""Elements that may lie in each other."""

_PIECE = 256 << 10
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


class Field(NamedTuple):
    text: str
    attributes: dict[str, str]


Fields = dict[str, list[Field]]
"""An element's children, by their names."""


class BrokenExportError(Exception):
    """Where an export breaks off, and why, in one line."""


class Channel:
    """What an export says of itself, and the item that is read; expat calls it."""

    def __init__(self) -> None:
        self.fields: Fields = {}
        self.names: dict[str, str] = {}
        """The name of each author that is to be seen, by the name to log in."""
        self.items: deque[tuple[Fields, bool]] = deque()
        """What was read, and whether it is whole."""
        self._size = 0
        self._path: list[str] = []
        self._fields = self.fields
        self._attributes: dict[str, str] = {}
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        self._size += 100
        if len(self._path) > DEEPEST:
            raise BrokenExportError(f"more than {DEEPEST} elements lie in each other")
        if len(self._path) == 3 and name in {"item", "wp:author"}:
            self._fields, self._size = {}, 0
        elif len(self._path) <= 4:  # what is deeper are comments and their like
            self._attributes = attributes
        self._text.clear()

    def data(self, text: str) -> None:
        self._size += len(text)
        if self._size <= LARGEST_ITEM and len(self._path) in {3, 4}:
            self._text.append(text)

    def entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.data(html5.get(f"{name};", f"&{name};"))

    def declared(self, *_: object) -> None:
        raise BrokenExportError("declares entities, as no export does")

    def end(self, name: str) -> None:
        self._path.pop()
        depth = len(self._path)
        if depth == 2 and name == "item":
            self.items.append((self._fields, self._size <= LARGEST_ITEM))
            self._fields = self.fields
        elif depth == 2 and name == "wp:author":
            login = first(self._fields, "wp:author_login")
            self.names[login] = _display_name(self._fields, login)
            self._fields = self.fields
        elif depth in {2, 3} and (text := "".join(self._text).strip()) and self._size <= LARGEST_ITEM:
            self._fields.setdefault(name, []).append(Field(text, self._attributes))
        self._text.clear()


def items(file: BinaryIO, channel: Channel) -> Iterator[tuple[Fields, bool]]:
    """Each item, and whether it is whole; what stands above it is then known to the channel.

    What XML does not allow but exports hold, control characters and broken letters, is
    taken out. Raises `BrokenExportError` behind the last item that could be read.
    """
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.UseForeignDTD(True)  # then an entity that nobody declared is given to us, and no error
    parser.StartElementHandler = channel.start
    parser.EndElementHandler = channel.end
    parser.CharacterDataHandler = channel.data
    parser.SkippedEntityHandler = channel.entity
    parser.EntityDeclHandler = channel.declared
    piece = file.read(_PIECE)
    said = () if piece.startswith(codecs.BOM_UTF8) else charsets.meant(charsets.of_xml(piece))
    piece = piece.removeprefix(codecs.BOM_UTF8).lstrip()
    decoder = codecs.getincrementaldecoder(next(iter(said), "utf-8"))("replace")
    broken = ""
    while piece and not broken:
        piece, last = file.read(_PIECE), piece
        try:
            parser.Parse(decoder.decode(last, not piece).translate(_CONTROLS).encode(), not piece)
        except expat.ExpatError as error:
            broken = f"breaks off at line {error.lineno} ({expat.ErrorString(error.code)})"
        except BrokenExportError as error:
            broken = str(error)
        while channel.items:
            yield channel.items.popleft()
    if broken:
        raise BrokenExportError(broken)


def first(fields: Fields, name: str) -> str:
    """The text of the first element of a name, or ""."""
    return fields.get(name, [("", {})])[0][0]


def _display_name(author: Fields, login: str) -> str:
    """The name that a site prints, but for one that is only the login of a person whose name is known."""
    display = first(author, "wp:author_display_name") or login
    whole = " ".join(filter(None, [first(author, "wp:author_first_name"), first(author, "wp:author_last_name")]))
    return whole if whole and display == login else display
