"""Bytes to the tree of a page."""

import codecs
import re
from typing import Any

from newssearch.readers.contract import extra
from newssearch.readers.encoding import clean, decode

LARGEST = 8 << 20
"""Bytes of the largest page that is read."""

_DECLARED = re.compile(rb"""<meta[^<>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""\s*<\?xml[^<>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_XML_DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,200}\?>")
_WITHIN = 4096
"""Bytes at the beginning of a page within which it says its encoding."""

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers take for an encoding, because pages say the one and mean the other."""

_KNOWN = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|cp(?:125\d|874|93[26]|949|866)|iso8859-\d{1,2}|koi8-[ru]|mac-\w+|gb18030|big5hkscs|euc_\w+"
    r"|iso2022_\w+"
)


def text_of(data: bytes, charset: str = "") -> tuple[str, str]:
    r"""The text of a page, and a notice of what was guessed.

    It is in the encoding that came with it, else in the one that it says itself, else in
    UTF-8; what is none of these is read as `encoding.decode` does. Raises `ValueError`
    where the bytes are no text.

    >>> text_of(b'<meta charset="iso-8859-2"><p>\xb3')
    ('<meta charset="iso-8859-2"><p>ł', '')
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    data = _without_nuls(data)
    head = data[:_WITHIN]
    said = [found[1].decode("ascii", "replace") for rule in (_XML_DECLARED, _DECLARED) if (found := rule.search(head))]
    for name in (charset, *said, "utf-8"):
        if (codec := _codec(name)) and (text := _decoded(data, codec)) is not None:
            return clean(text), ""
    if text := _almost_utf8(data):
        return clean(text), "not all of it is UTF-8: what is not was replaced"
    return decode(data)


def _without_nuls(data: bytes) -> bytes:
    """A page without the few NULs that browsers pass over; more of them are another encoding, or no text."""
    return data.replace(b"\0", b"") if 0 < data.count(b"\0") * 100 < len(data) else data


def _codec(name: str) -> str:
    """Python's name for an encoding of pages, or ""."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    codec = _WIDER.get(codec, codec)
    return codec if _KNOWN.fullmatch(codec) else ""


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _almost_utf8(data: bytes) -> str:
    """The text of bytes that are UTF-8 but for a few, as where a page was cut."""
    if b"\0" in data:
        return ""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return text if wrong * 20 < len(text.encode()) - len(text) else ""


def parsed(text: str) -> Any:
    """The root element of a page, or None where there is none. No entity is resolved."""
    with extra("html"):
        from lxml import etree, html
    declared = _XML_DECLARATION.match(text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text[declared.end() if declared else 0 :].encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def line_of(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
