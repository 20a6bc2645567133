"""JSON in its one canonical form: the same bytes for equal values on every machine."""

import json
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

from newssearch.digests import sha256

_canonical = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode


def digest(value: Any) -> str:
    """SHA-256, in hexadecimal, of a JSON value in its canonical form.

    >>> digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    True
    """
    return sha256(_canonical(value).encode()).hex()


def quoted(text: str) -> str:
    r"""A text as JSON, what is not ASCII as it is.

    >>> print(quoted('"Ö"'))
    "\"Ö\""
    """
    return encode_basestring_ascii(text) if text.isascii() else encode_basestring(text)
