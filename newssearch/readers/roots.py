"""The first element of a document in markup, which tells what it is."""

import re

_BEFORE = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"\s*<([a-zA-Z_][\w.:-]*)([^<>]*)")
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+([\w.:-]+)", re.IGNORECASE)


def root(head: bytes) -> str:
    """The name of the first element, in lower case and without its prefix; "" where no markup begins.

    >>> root(b'<?xml version="1.0"?><!-- of 3 --><rss version="2.0"><channel>')
    'rss'
    """
    at = 0
    while before := _BEFORE.match(head, at):
        at = before.end()
    found = _ROOT.match(head, at)
    return found[1].decode("ascii", "replace").lower().rpartition(":")[2] if found else ""


def attributes(head: bytes) -> bytes:
    """The attributes of the first element, as written."""
    at = 0
    while before := _BEFORE.match(head, at):
        at = before.end()
    found = _ROOT.match(head, at)
    return found[2] if found else b""


def doctype(head: bytes) -> str:
    """The name in the document type declaration, in lower case, or "".

    >>> doctype(b"<!DOCTYPE lewis SYSTEM 'lewis.dtd'>")
    'lewis'
    """
    found = _DOCTYPE.search(head, 0, 4096)
    return found[1].decode("ascii").lower() if found else ""
