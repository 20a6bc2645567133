"""The documents of an agency's file in XML."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from xml.etree.ElementTree import Element

from newssearch.readers.agency import xml_tree
from newssearch.readers.contract import Remark


class Numbered(NamedTuple):
    """A document's first element, what to call it where it is not the first of its file, and where it breaks off."""

    root: Element
    where: str
    broken: str


def documents(file: BinaryIO, name: str) -> Iterator[Numbered | Remark]:
    """The documents of a file, which may stand one behind the other, and remarks on what is wrong with them."""
    number = 0
    try:
        for number, document in enumerate(xml_tree.documents(file.read(xml_tree.LARGEST + 1)), 1):
            if document.notice:
                yield Remark(name, document.notice, lost=False)
            yield Numbered(document.root, f"document {number}" if number > 1 else "", document.broken)
    except ValueError as error:
        at = f"behind document {number}: " if number else ""
        yield Remark(name, f"{at}{error}: passed over", lost=True)
