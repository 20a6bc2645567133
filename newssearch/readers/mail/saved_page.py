"""A page that a browser saved as one file (MHTML): it is written like mail, but nobody was sent it."""

from email.message import Message
from typing import NamedTuple

from newssearch.readers.mail.headers import header

_DELIVERY = ("To", "Cc", "Bcc", "Delivered-To", "Newsgroups", "Received", "Return-Path", "Message-ID")


class SavedPage(NamedTuple):
    """A page's bytes, the encoding that came with it, and its address ("" where it is none of the web)."""

    data: bytes
    charset: str
    url: str


def saved_page(message: Message) -> SavedPage | None:
    """The page that a message is, or None where it was sent to somebody or says of no part where it was found.

    The first part of HTML is the page; those behind it are its frames.

    >>> import email
    >>> found = "Content-Type: text/html\\nContent-Location: https://news.example/oil\\n\\n<p>Oil fell."
    >>> saved_page(email.message_from_string(found))
    SavedPage(data=b'<p>Oil fell.', charset='', url='https://news.example/oil')
    >>> saved_page(email.message_from_string("To: desk@news.example\\n" + found)) is None
    True
    """
    if any(header(message, name) for name in _DELIVERY):
        return None
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    url = page and (header(page, "Content-Location") or header(message, "Snapshot-Content-Location"))
    if page is None or not url:
        return None
    data = page.get_payload(decode=True)
    is_web = url.startswith(("https://", "http://"))
    return SavedPage(data if isinstance(data, bytes) else b"", page.get_content_charset(""), url if is_web else "")
