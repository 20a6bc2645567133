"""Which encoding bytes are in: by the name that is given for it, by what a document says of itself, by their marks."""

import codecs
import re
from functools import lru_cache

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso2022_jp": "iso2022_jp_ext",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}
"""What browsers take for an encoding, because texts say the one and mean the other."""

_OF_TEXTS = re.compile(
    r"utf-8|utf-(?:16|32)-[lb]e|cp(?:125\d|437|720|737|775|8[5-7]\d|932|949|950|1125)|iso8859-\d{1,2}|koi8-[rtu]|kz1048"
    r"|mac-\w{1,10}|gb18030|big5hkscs|euc_\w{1,10}|iso2022_\w{1,10}|johab"
)
"""What texts are in; Python can decode more, of which some is quadratic, and some no encoding of letters."""

_UNKNOWN = re.compile(r"^(?:x-)+|-[ei]$")
_NUMBERED = re.compile(r"^(?:windows|dos|ibm)-(?=\d)")
"""What some write before and behind names, that Python does not know so."""

_IN_XML = re.compile(rb"<\?xml\b[^<>]{0,100}?\sencoding\s*=\s*[\"']\s*([\w.:-]{1,40})")
_IN_HTML = re.compile(rb"""<meta[^<>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_WITHIN = 4096
"""Bytes at the beginning of a document within which it says its encoding."""

_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins with that of UTF-16
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_LETTER = rb"[\t\n\r -~\xa0-\xff]"
_UNMARKED = {
    "utf-32-le": re.compile(rb"(?:%b\0\0\0){3}" % _LETTER),
    "utf-32-be": re.compile(rb"(?:\0\0\0%b){3}" % _LETTER),
    "utf-16-le": re.compile(rb"(?:%b\0){4}" % _LETTER),
    "utf-16-be": re.compile(rb"(?:\0%b){4}" % _LETTER),
}
_HEAD = 64 << 10


@lru_cache(maxsize=256)
def meant(name: str) -> tuple[str, ...]:
    """Python's names of what may be meant by the name of an encoding, the widest first; none where texts are not in it.

    >>> meant("ISO-8859-1"), meant("gb2312"), meant("x-sjis"), meant("rot13")
    (('cp1252', 'iso8859-1'), ('gb18030', 'gb2312'), ('cp932', 'shift_jis'), ())
    """
    name = name.strip().lower()
    for known in (name, _UNKNOWN.sub("", name), _NUMBERED.sub("cp", name)):
        try:
            own = codecs.lookup(known).name
        except (LookupError, ValueError):
            continue
        wide = _WIDER.get(own, own)
        if not _OF_TEXTS.fullmatch(wide):
            return ()
        return (wide,) if wide == own or own.startswith("utf") else (wide, own)
    return ()


def of_xml(data: bytes) -> str:
    """The encoding that the XML declaration of a document names, or "".

    >>> of_xml(b"<?xml version='1.0' encoding='koi8-r'?><rss>")
    'koi8-r'
    """
    found = _IN_XML.search(data, 0, _WITHIN)
    return found[1].decode("ascii") if found else ""


def of_html(data: bytes) -> str:
    """The encoding that a page names in a `meta` element, or ""."""
    found = _IN_HTML.search(data, 0, _WITHIN)
    return found[1].decode("ascii") if found else ""


def wide(data: bytes) -> str:
    r"""The UTF-16 or UTF-32 that a text's first bytes are in, or "".

    It has a byte order mark, which then is the first letter of the text, or else begins with
    Western letters, each with the zeros that belong to it, and nothing in what is looked at
    speaks against it.

    >>> wide("\ufeffOil".encode("utf-16-be")), wide("Oil fell".encode("utf-16-le")), wide(b"Oil\0\0\0\0\0")
    ('utf-16-be', 'utf-16-le', '')
    """
    if b"\0" not in data[:2] and data[:1] not in {b"\xff", b"\xfe"}:
        return ""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    return next((name for name, begins in _UNMARKED.items() if begins.match(data) and _holds(data, name)), "")


def _holds(data: bytes, name: str) -> bool:
    """Whether the first bytes are a text in UTF-16 or UTF-32; the last letter may be cut."""
    try:
        text = codecs.getincrementaldecoder(name)().decode(data[:_HEAD])
    except UnicodeDecodeError:
        return False
    return "\0" not in text
