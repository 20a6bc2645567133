"""E-mail: a message, or a mailbox of them (mbox), each an article."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from newssearch.readers.contract import Item, MissingLibraryError, Options, Remark
from newssearch.readers.mail import message as mail_message
from newssearch.readers.records import json_records

LARGEST = 64 << 20
"""Bytes of the largest message that is read, with all that is attached to it."""

_LONGEST_LINE = 1 << 20
_MOST_HEADERS = 500

_MBOX = re.compile(rb"From \S{1,300} {1,9}(?:[A-Z][a-z]{2} )?[^\r\n]{0,60}\b(?:19|20)\d\d\b[^\r\n]{0,40}\r?\n")
_MBOX_IN_TEXT = re.compile(rb">+From ")
_HEADER = re.compile(rb"([!-9;-~]{1,76})[ \t]*:")
_TELLING = frozenset([b"from", b"date", b"message-id", b"received", b"subject"])
_KNOWN = _TELLING | frozenset(
    [
        b"authentication-results", b"bcc", b"cc", b"content-transfer-encoding", b"content-type", b"delivered-to",
        b"dkim-signature", b"in-reply-to", b"list-id", b"list-unsubscribe", b"mime-version", b"newsgroups",
        b"organization", b"path", b"precedence", b"received-spf", b"references", b"reply-to", b"return-path", b"sender",
        b"to", b"user-agent", b"x-mailer", b"x-received",
    ]
)  # fmt: skip


def begins(head: bytes) -> bool:
    """Whether a file that begins so is mail: two of mail's headers, and nothing but headers up to a blank line.

    >>> begins(b"From: desk@news.example\\nSubject: Oil falls\\n\\nIt fell.")
    True
    >>> begins(b"From: our correspondent\\n\\nIt fell.")
    False
    """
    if mailbox := _MBOX.match(head):
        head = head[mailbox.end() :]
    names: set[bytes] = set()
    for line in head.split(b"\n", _MOST_HEADERS)[:_MOST_HEADERS]:
        if not line.strip():
            break
        if header := _HEADER.match(line):
            names.add(header[1].lower())
        elif not names or line[:1] not in b" \t":
            return False
    else:
        return False
    return not _TELLING.isdisjoint(names) and len(names & _KNOWN) > 1


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles of the messages of a file; one that is broken is a remark, and the rest is read."""
    for number, message in enumerate(_messages(file), 1):
        where = "" if number == 1 else f"message {number}: "
        if len(message) > LARGEST:
            what = f"larger than {LARGEST >> 20} MiB, the limit for a message: passed over"
            yield Remark(name, f"{where}{what}", lost=True)
            continue
        for item in _articles(message, name, options):
            yield Remark(item.path, where + item.message, item.lost) if isinstance(item, Remark) else item


def _articles(message: bytes, name: str, options: Options) -> Iterator[Item]:
    try:
        yield from mail_message.read(message, name, options)
    except MissingLibraryError:
        raise
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs this message, and not those behind it
        yield Remark(name, f"{json_records.mistaken(error)}: passed over", lost=True)


def _messages(file: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox, or the one of a file; of one that is too large, only more than the limit."""
    line = _first_line(file)
    is_mailbox = _MBOX.match(line) is not None
    lines: list[bytes] = [] if is_mailbox else [line]
    size = 0
    blank = False
    while line := file.readline(_LONGEST_LINE):
        if is_mailbox and blank and _MBOX.match(line):
            yield b"".join(lines)
            lines, size = [], 0
            continue
        blank = not line.strip()
        if is_mailbox and _MBOX_IN_TEXT.match(line):
            line = line[1:]
        if size <= LARGEST:
            lines.append(line)
            size += len(line)
    yield b"".join(lines)


def _first_line(file: BinaryIO) -> bytes:
    """The first line that is not blank."""
    while line := file.readline(_LONGEST_LINE):
        if line.strip():
            return line.removeprefix(b"\xef\xbb\xbf").lstrip()
    return b""
