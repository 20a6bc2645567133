"""XML to a tree of plain names: bounded, without anything from outside, and whole as far as the document is.

Prefixes of names are dropped, since agencies put NITF and XHTML into each other under
any of them; only `xml:lang` and its like keep theirs, as attributes with a prefix do.
"""

from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from xml.parsers.expat import errors

from newssearch.patterns import lazily
from newssearch.readers.agency.xml_text import mended

LARGEST = 64 << 20
"""Bytes of the largest document that is read."""

DEEPEST = 150
"""Elements that may lie in each other; a page in a news item has some thirty."""

MOST_ENTITIES = 200
LONGEST_ENTITY = 1_000
"""How many entities a document may declare, and the characters of each; one in another is refused."""

_REFERENCE = lazily(r"&[a-zA-Z]")

_NEXT = frozenset(
    [errors.codes[errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT], errors.codes[errors.XML_ERROR_MISPLACED_XML_PI]]
)
"""What expat says where a document is followed by another."""


class Document(NamedTuple):
    """A document's first element; `notice` is what was mended, `broken` where it breaks off, each in a line or ""."""

    root: Element
    notice: str = ""
    broken: str = ""


def parse(data: bytes) -> Document:
    """The tree of a document; of one that breaks off, what stands before.

    Entities of HTML are known, as the DTDs of agencies declare them, and an ampersand that
    begins none stands for itself. Raises `ValueError`, with one line, for what has no
    element at all and for what is refused: it is too large, too deep, or grows.

    >>> parse(b"<nitf:p xmlns:nitf='x' xml:lang='en'>Oil&nbsp;fell&mdash;AT&T</nitf:p>").root.text
    'Oil\\xa0fell—AT&T'
    >>> parse(b"<p><q>Oil fell").broken
    'breaks off at line 1, column 15 (no element found)'
    """
    return next(documents(data))


def documents(data: bytes) -> Iterator[Document]:
    """The trees of documents that stand one behind the other; as `parse`.

    >>> [document.root.tag for document in documents(b"<a/><?xml version='1.0'?><b/>")]
    ['a', 'b']
    """
    if len(data) > LARGEST:
        raise ValueError(f"larger than {LARGEST >> 20} MiB, the limit for XML")
    text, notice = mended(data)
    rest = memoryview(text.encode())
    while True:
        document, end = _parsed(rest)
        yield document._replace(notice=notice)
        rest, notice = rest[end:], ""
        if not rest:
            return


def line(element: Element | None) -> str:
    """The text of an element and all in it, as one line; "" for none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def lines(elements: Iterable[Element]) -> Iterator[str]:
    """The texts of elements, those without any left out."""
    return filter(None, map(line, elements))


def child(element: Element, path: str) -> Element:
    """The element that a path leads to, or an empty one."""
    found = element.find(path)
    return Element(path) if found is None else found


def first(element: Element, *paths: str) -> str:
    """The text of the first element that has any, by the first of the paths that leads to one."""
    return next((text for path in paths for text in lines(element.findall(path))), "")


# --- reading ----------------------------------------------------------------------


def _parsed(source: memoryview) -> tuple[Document, int]:
    """The first document of a source, and where it ends."""
    tree = _Tree(4 * len(source) + 1_000)
    parser = expat.ParserCreate("utf-8")
    parser.UseForeignDTD(True)
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.data
    parser.SkippedEntityHandler = tree.entity
    parser.EntityDeclHandler = tree.declared
    broken, end = "", len(source)
    try:
        parser.Parse(source, True)
    except expat.ExpatError as error:
        if tree.is_whole and error.code in _NEXT:
            end = parser.ErrorByteIndex
        else:
            why = expat.ErrorString(error.code)
            broken = f"breaks off at line {error.lineno}, column {error.offset + 1} ({why})"
    root = tree.close()
    if root is None:
        raise ValueError(f"no XML: {broken or 'it holds no element'}")
    return Document(root, broken=broken), end


class _Tree:
    """The elements so far, and which of them are open."""

    def __init__(self, most: int) -> None:
        self._builder = TreeBuilder()
        self._root: Element | None = None
        self._open: list[str] = []
        self._left = most
        self._entities = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) == DEEPEST:
            raise ValueError(f"more than {DEEPEST} elements lie in each other")
        name = name.rpartition(":")[2]
        self._open.append(name)
        element = self._builder.start(name, attributes)
        if self._root is None:
            self._root = element

    def end(self, _: str) -> None:
        self._builder.end(self._open.pop())

    def data(self, text: str) -> None:
        self._left -= len(text)
        if self._left < 0:
            raise ValueError("its entities make it many times as large as it is")
        self._builder.data(text)

    def entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.data(html5.get(f"{name};", f"&{name};"))

    def declared(self, name: str, is_parameter: bool, value: str | None, *_: str | None) -> None:
        self._entities += 1
        grows = (
            value is not None
            and not is_parameter
            and (len(value) > LONGEST_ENTITY or _REFERENCE.search(value) is not None)
        )
        if grows or self._entities > MOST_ENTITIES:
            raise ValueError(f"its entity {name[:40]!r} is one of many, or holds others")

    @property
    def is_whole(self) -> bool:
        return self._root is not None and not self._open

    def close(self) -> Element | None:
        """The first element, with all that was read of it."""
        while self._open:
            self.end("")
        return self._root
