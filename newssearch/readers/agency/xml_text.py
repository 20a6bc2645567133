"""The text of an XML document: in the encoding that it names, and without what would stop a parser in it."""

import codecs
import re
from contextlib import suppress

from newssearch.readers.encoding import clean, decode
from newssearch.readers.patterns import lazily

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?\sencoding\s*=\s*[\"']([\w.:-]{1,40})")
_CHARSET = lazily(
    r"(?:us-)?ascii|utf-?8|(?:iso[-_]?8859|windows|cp|latin|koi8|mac|x-mac|tis|ibm)[-_]?\w{1,10}"
    r"|iso[-_]2022[-_]\w{2,6}|euc[-_]?\w{2}|s(?:hift)?[-_]?jis|gb(?:2312|k|18030)|big5\w{0,6}",
    re.IGNORECASE,
)
_MENDED = lazily(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|(?P<no_character>&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]|d[89a-f]..|fff[ef]));)"
    r"|(?P<bare>&)(?!(?:[a-z][\w.-]{0,60}|#\d{1,9}|#x[\da-f]{1,8});)",
    re.DOTALL | re.IGNORECASE,
)


def mended(data: bytes) -> tuple[str, str]:
    """The text of documents, with what is often wrong in them put right, and a notice of what was guessed.

    An ampersand that begins no entity stands for itself, and characters that XML does not
    have are left out. Raises `ValueError` where the bytes are no text.

    >>> mended(b"<p>AT&T &amp; Co&#x1a;</p>")
    ('<p>AT&amp;T &amp; Co</p>', '')
    """
    text, notice = _decoded(data)
    return _MENDED.sub(_put_right, text).rstrip(), notice


def _put_right(found: re.Match[str]) -> str:
    """Nothing for a character that XML does not have, an entity for an ampersand that begins none."""
    return "" if found["no_character"] else "&amp;" if found["bare"] else found[0]


def _decoded(data: bytes) -> tuple[str, str]:
    """The text of a document's bytes, cleaned, and a notice of what was guessed."""
    if not data.startswith((codecs.BOM_UTF16_LE, b"<\0")):
        data = data.rstrip(b"\0\x1a\x04 \t\r\n")  # what files were filled up with, and ended by
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" not in data[:4]:
        declared = _DECLARED.search(data, 0, 400)
        charset = declared[1].decode("ascii") if declared else ""
        # What can be read as ASCII is not in UTF-16, whatever it says of itself.
        if charset and _CHARSET.fullmatch(charset) and not data.startswith(codecs.BOM_UTF8):
            # As browsers do: what calls itself Latin-1 has the quotation marks of Windows.
            for name in ("cp1252", charset) if _is_latin(charset) else (charset,):
                with suppress(LookupError, ValueError):
                    return clean(data.decode(name)), ""
        return decode(data)
    try:
        return clean(data.decode("utf-16-be" if data.startswith(b"\0") else "utf-16-le")), ""
    except UnicodeDecodeError:
        raise ValueError("damaged UTF-16") from None


def _is_latin(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name in {"iso8859-1", "ascii"}
    except LookupError:
        return False
