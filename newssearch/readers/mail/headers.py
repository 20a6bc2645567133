"""The headers of a message as text: whatever is wrong with them, something is read."""

import email.errors
import email.header
import email.utils
from email.message import Message

from newssearch.readers.encoding import clean, decode, whatever

_LONGEST = 4_000
"""Characters of a header that are read: the standard library takes quadratic time."""


def header(message: Message, name: str) -> str:
    """A header in one line, its encoded words decoded; "" where there is none.

    >>> import email
    >>> header(email.message_from_string("Subject: =?utf-8?q?Caf=C3=A9?= to\\n close"), "Subject")
    'Café to close'
    """
    return decoded(_raw(message, name))


def addresses(message: Message, name: str) -> list[tuple[str, str]]:
    """The people of a header: display name, which may be "", and address, which may be "" as well."""
    try:
        found = email.utils.getaddresses([_raw(message, name)])
    except (RecursionError, ValueError, IndexError):  # (((((
        return []
    return [(decoded(display), address) for display, address in found if display or address]


def decoded(written: str) -> str:
    """The text of encoded words."""
    try:
        pieces = email.header.decode_header(written)
    except (email.errors.MessageError, ValueError):
        pieces = [(written, None)]
    text = "".join(_text(piece, charset or "") for piece, charset in pieces)
    return " ".join(clean(text).split())


def text_of(data: bytes, charset: str) -> str:
    """The text of bytes in a charset, or what they most likely are where they are not in it."""
    try:
        if charset.lower() in _IN_ASCII:
            return data.decode(charset)
        return decode(data, charset)[0]
    except ValueError:
        return whatever(data)


_IN_ASCII = frozenset(["utf-7", "hz-gb-2312"])
"""Charsets of mail alone, that write letters in the signs of ASCII."""


def _raw(message: Message, name: str) -> str:
    """A header as it is written; bytes past ASCII are read as UTF-8 or else Windows-1252."""
    value = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return text_of(str(value).encode("utf-8", "surrogateescape"), "")[:_LONGEST]


def _text(piece: str | bytes, charset: str) -> str:
    return piece if isinstance(piece, str) else text_of(piece, charset)
