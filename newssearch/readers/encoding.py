"""Bytes to text."""

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO

from newssearch.readers import charsets

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BYTE_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"  # colours and cursor moves
    r"|(?:\x1b\]|\x9d)[^\x00-\x1f\x7f-\x9f]{0,2000}+(?:\x07|\x1b\\|\x9c)"  # titles and links
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_ASCII_CONTROLS = bytes([*range(9), *range(11, 32), 127])
_UNCLEAN_STARTS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xed")
"""How the UTF-8 of a control character or of half of a surrogate pair begins, past ASCII; not only theirs does."""

_WINDOWS = {
    code: char for code in range(128, 160) if (char := bytes([code]).decode("cp1252", "ignore")) and code != 0x85
}
"""Quotation marks and dashes of Windows that a program took for control characters, as browsers read them."""

_NON_ASCII = re.compile("[^\x00-\x7f]")
_MOST_NON_ASCII = 0.4
"""The share of characters beyond ASCII from which on a text is in no Western language: in these it is under a fifth."""

_MOST_WRONG = 20
"""Of so many bytes past the first of their letters, less than one may be wrong in what is read as UTF-8."""

_MOST_HALVES = 100
"""Of so many letters of UTF-16 or UTF-32, less than one may be wrong; in noise, one of 32 is half of a pair."""

MOST_CONTROLS = 0.01
"""The share of control characters from which on a file is binary."""


def decode(data: bytes, *said: str) -> tuple[str, str]:
    """The text of bytes, cleaned, and a notice of what was guessed or taken out ("" where nothing was).

    UTF-16 and UTF-32 by their marks or zeros, else the first of the encodings that they are
    `said` to be in and can be read in, else UTF-8, or else Windows-1252, which is a guess.
    Raises `ValueError` where the bytes are no text.

    >>> decode(b"caf\\xe9\\r\\nbar")
    ('café\\nbar', 'not UTF-8: read as Windows-1252')
    >>> decode(b"\\xb3\\xf3d\\xbc", "iso-8859-2")
    ('łódź', '')
    """
    if data.isascii() and len(data.translate(None, _ASCII_CONTROLS)) == len(data):
        return data.decode("ascii"), ""
    if wide := charsets.wide(data):
        text, notice = _as_marked(data, wide)
    elif (declared := _as_said(data, said)) is not None:
        return clean(declared), ""
    else:
        text, notice = _guessed(data)
    if is_clean(text):
        return text, notice
    if "\0" in text:
        raise ValueError("binary: it holds NUL characters")
    if controls := len(_CONTROLS.findall(text.translate(_WINDOWS))):
        if len(_CONTROLS.findall(_ESCAPES.sub("", text).translate(_WINDOWS))) > MOST_CONTROLS * len(text):
            raise ValueError("binary: it is full of control characters")
        notice = f"{controls} control characters taken out"
    return clean(text), notice


def whatever(data: bytes) -> str:
    """The text of bytes that are to be read, whatever is wrong with them: UTF-8, or else Windows-1252.

    >>> whatever("café".encode()), whatever(b"caf\\xe9"), whatever(b"caf\\x81")
    ('café', 'café', 'caf\ufffd')
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def whole(file: BinaryIO, most: int, what: str) -> bytes:
    """All bytes of a file. Raises `ValueError` where they are more than `most`, the limit for `what`."""
    data = file.read(most + 1)
    if len(data) > most:
        raise ValueError(f"larger than {most >> 20} MiB, the limit for {what}")
    return data


def is_readable(text: str, before: int = 0) -> bool:
    """Whether so little was replaced in what was UTF-16 or UTF-32, with so many letters `before`, that it is a text."""
    return text.count("\ufffd") * _MOST_HALVES < before + len(text)


def replaced(encoding: str) -> str:
    """The notice of a text in which something was replaced.

    >>> replaced("utf-16-le")
    'not all of it is UTF-16: what is not was replaced'
    """
    return f"not all of it is {_family(encoding)}: what is not was replaced"


def damaged(encoding: str) -> str:
    """The notice of a text with too much damage.

    >>> damaged("utf-16-le")
    'damaged UTF-16'
    """
    return f"damaged {_family(encoding)}"


def _family(encoding: str) -> str:
    return encoding[:6].rstrip("-").upper()


def _as_marked(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding).removeprefix("\ufeff"), ""
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
    if not is_readable(text):
        raise ValueError(damaged(encoding))
    return text, replaced(encoding)


def _as_said(data: bytes, said: Iterable[str]) -> str | None:
    """The text in the first encoding of those said that can be; without a zero, none is UTF-16, whatever it says."""
    if data.startswith(codecs.BOM_UTF8):
        return None
    for encoding in (encoding for name in said for encoding in charsets.meant(name)):
        if encoding.startswith(("utf-16", "utf-32")) and b"\0" not in data:
            continue
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            if "\0" not in text:
                return text
    return None


def _guessed(data: bytes) -> tuple[str, str]:
    """The text of bytes of which nothing is said, and what was guessed."""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
    wrong = text.count("\ufffd")
    if b"\0" not in data and wrong * _MOST_WRONG < len(text.encode()) - len(text):
        return text, replaced("utf-8")
    if _BYTE_CONTROLS.search(data):
        raise ValueError("binary, or in an encoding that is not read")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise ValueError("neither UTF-8 nor Windows-1252") from None
    if len(_NON_ASCII.findall(text)) > max(8, _MOST_NON_ASCII * len("".join(text.split()))):
        raise ValueError("not UTF-8, and of no Western language: convert it to UTF-8")
    return text, "not UTF-8: read as Windows-1252"


def is_clean(text: str) -> bool:
    """Whether there is nothing in a text that `clean` would change."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data.translate(None, _ASCII_CONTROLS)) < len(data):  # a quarter of the time of a search
        return False
    return text.isascii() or not any(start in data for start in _UNCLEAN_STARTS) or not _UNCLEAN.search(text)


def clean(text: str) -> str:
    """Text with line feeds as its only line ends, and without control characters, escape sequences and lone surrogates.

    >>> clean("a\\r\\nb\\x1b[31mc")
    'a\\nbc'
    """
    if is_clean(text):
        return text
    text = _ESCAPES.sub("", text).translate(_WINDOWS)
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))
