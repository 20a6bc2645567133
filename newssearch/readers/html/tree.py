"""Bytes to the tree of a page."""

import re
from typing import Any

from newssearch.readers import charsets
from newssearch.readers.contract import extra
from newssearch.readers.encoding import decode
from newssearch.readers.html.lines import INLINE

LARGEST = 8 << 20
"""Bytes of the largest page that is read."""

_FORMATTING = INLINE - {"a"}
_MOST_FORMATTING = 16
_XML_DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,200}\?>")


def text_of(data: bytes, charset: str = "") -> tuple[str, str]:
    r"""The text of a page, and a notice of what was guessed.

    It is in the encoding that came with it, else in the one that it says itself, else in
    UTF-8; what is none of these is read as `encoding.decode` does. Raises `ValueError`
    where the bytes are no text.

    >>> text_of(b'<meta charset="iso-8859-2"><p>\xb3')
    ('<meta charset="iso-8859-2"><p>ł', '')
    """
    if not charsets.wide(data):
        data = _without_nuls(data)
    return decode(data, charset, charsets.of_xml(data), charsets.of_html(data), "utf-8")


def _without_nuls(data: bytes) -> bytes:
    """A page without the few NULs that browsers pass over; more of them are another encoding, or no text."""
    return data.replace(b"\0", b"") if 0 < data.count(b"\0") * 100 < len(data) else data


def parsed(text: str) -> tuple[Any, str]:
    """The root element of a page, or None where there is none, and what is lost of it. No entity is resolved."""
    with extra("html"):
        from lxml import etree, html
    declared = _XML_DECLARATION.match(text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text[declared.end() if declared else 0 :].encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None, ""
    _part_paragraphs(root)
    is_cut = any("Excessive depth" in error.message for error in parser.error_log)
    return root, "too many elements lie in each other: the page is left out from there on" if is_cut else ""


def _part_paragraphs(root: Any) -> None:
    """End each paragraph where another begins, as browsers do: a `<font>` that is not closed would hold the others."""
    for inner in [*root.iter("p")]:
        between: list[Any] = []
        outer = inner.getparent()
        while outer is not None and outer.tag in _FORMATTING and len(between) < _MOST_FORMATTING:
            between.append(outer)
            outer = outer.getparent()
        if outer is None or outer.tag != "p":
            continue
        for element in between:
            element.drop_tag()
        outside, outer.tail = outer.tail, None
        for moved in [inner, *inner.itersiblings()]:
            outer.addnext(moved)
            outer = moved
        outer.tail = (outer.tail or "") + (outside or "")


def line_of(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
