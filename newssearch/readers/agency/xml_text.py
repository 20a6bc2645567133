"""The text of an XML document: in the encoding that it names, and without what would stop a parser in it."""

import re

from newssearch.patterns import lazily
from newssearch.readers import charsets
from newssearch.readers.encoding import decode

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
    if not charsets.wide(data):
        data = data.rstrip(b"\0\x1a\x04 \t\r\n")  # what files were filled up with, and ended by
    return decode(data, charsets.of_xml(data))
