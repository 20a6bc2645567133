"""JSON and JSONL: the records of a file, one at a time.

A document is an object, an array of them, several of either in a row, or an object
that holds an array of them under one of `CONTAINERS`. A file with an object on its
first line and more below it is read line by line, in bounded memory.
"""

import codecs
import json
import re
import sys
from collections.abc import Generator, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from newssearch.readers.agency import ninjs
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.encoding import decode, whole
from newssearch.readers.feeds import json_feed
from newssearch.readers.records import record
from newssearch.readers.records.broken_json import BrokenJson
from newssearch.readers.records.unread import Unread

LARGEST_DOCUMENT = 256 << 20
"""Bytes of the largest JSON document that is read."""

LONGEST_LINE = 64 << 20
"""Bytes of the longest line of JSONL that is read."""

CONTAINERS = (
    "articles",
    "items",
    "item",
    "results",
    "docs",
    "hits",
    "stories",
    "entries",
    "news",
    "feed",
    "posts",
    "records",
    "value",
    "data",
    "response",
    "@graph",
)
"""Where an object that is no record holds its records, also one in another: `response.docs`, `hits.hits`."""


class Window(NamedTuple):
    """Lines of a file: those that begin at a byte from `start` on and before `stop`; the first is number `line`."""

    start: int
    stop: int
    line: int


WINDOW = 8 << 20
"""Bytes of a window, about."""

_WHOLE = Window(0, sys.maxsize, 1)

_BEGINS = re.compile(rb"\{\s*(?:[\"}]|$)|\[\s*(?:[{\]]|$)")
_VALUES = re.compile(
    rb"\[(?:[\s,\[\]{}:]++|\"(?:[^\"\\\x00-\x1f]++|\\.)*+\"|-?\d[\d.eE+-]*+|true|false|null)++"
    rb"(?:\"(?:[^\"\\\x00-\x1f]++|\\.)*+\\?|[a-z]{1,4}|-)?"
)
"""A list of whatever values, of which the last may be cut; a text in brackets goes on in words."""


def begins(head: bytes) -> bool:
    """Whether a file that begins so is JSON.

    >>> begins(b'{"title": "Oil falls"}'), begins(b"[1, 2]"), begins(b"[Exclusive] Oil falls"), begins(b"[1] Oil falls")
    (True, True, False, False)
    """
    return _BEGINS.match(head) is not None or _VALUES.fullmatch(head) is not None


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles of a JSON or JSONL file; a record that cannot be read is a remark."""
    if _is_lines(file):
        yield from read_lines(file, name, options)
    else:
        unread = Unread(options)
        yield from _read_document(file, name, options, unread)
        yield from unread.remarks(name)


def windows(file: BinaryIO) -> Iterator[Window]:
    """The windows of a JSON file of which each line is a record; none for another."""
    if not _is_lines(file):
        return
    start, line = 0, 1
    while data := file.read(WINDOW):
        lines = data.count(b"\n")
        stop = start + len(data)
        while not data.endswith(b"\n") and (data := file.readline(WINDOW)):
            stop += len(data)
            lines += data.endswith(b"\n")
        yield Window(start, stop, line)
        start, line = stop, line + lines


def _is_lines(file: BinaryIO) -> bool:
    """Whether each line is a record: the first is an object with more below it, or is damaged and the second is one."""
    file.seek(0)
    first, second = _next_line(file), _next_line(file)
    file.seek(0)
    if not first.startswith(b"{") or not second or first.endswith(b"["):
        return False
    return any(isinstance(_loads(line.decode("utf-8", "replace")), dict) for line in (first, second))


def _next_line(file: BinaryIO) -> bytes:
    """The next line that is not blank, or b""."""
    while line := file.readline(LONGEST_LINE):
        if stripped := line.removeprefix(codecs.BOM_UTF8).strip():
            return stripped
    return b""


def read_lines(file: BinaryIO, name: str, options: Options, window: Window = _WHOLE) -> Iterator[Item]:
    """The articles of a file's lines, or of those of a window; what the first window leaves unread is said."""
    unread = Unread(options)
    file.seek(window.start)
    at, number = window.start, window.line - 1
    while at < window.stop and (line := file.readline(LONGEST_LINE + 1)):
        at += len(line)
        number += 1
        where = f"line {number}"
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            yield Remark(name, f"{where}: longer than {LONGEST_LINE >> 20} MiB, the limit: passed over", lost=True)
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST_LINE)
                at += len(line)
            continue
        if not (line := line.strip()):
            continue
        try:
            text, notice = decode(line)
            value = json.loads(text, strict=False)
        except RecursionError:
            yield Remark(name, f"{where}: nested too deeply: passed over", lost=True)
        except json.JSONDecodeError as error:
            yield Remark(name, f"{where}: not JSON ({_wrong(error)} at column {error.colno}): passed over", lost=True)
        except ValueError as error:
            yield Remark(name, f"{where}: {error}: passed over", lost=True)
        else:
            if notice:
                yield Remark(name, f"{where}: {notice}", lost=False)
            try:
                yield from _records(value, name, where, options, unread)
            except Exception as error:  # noqa: BLE001 - a mistake of ours costs this line, and not those below it
                yield Remark(name, f"{where}: {mistaken(error)}: passed over", lost=True)
    if window.start == 0:
        yield from unread.remarks(name)


def _wrong(error: json.JSONDecodeError) -> str:
    """What Python says is wrong, without the "at" with which some of its messages end: where comes behind it."""
    return error.msg.removesuffix(" at")


def mistaken(error: Exception) -> str:
    """What to say of a mistake of ours, in one line."""
    return " ".join(f"could not be understood, please report it ({type(error).__name__}: {error})".split())


def _read_document(file: BinaryIO, name: str, options: Options, unread: Unread) -> Iterator[Item]:
    file.seek(0)
    try:
        text, notice = decode(whole(file, LARGEST_DOCUMENT, "a JSON document; one record on each line has none"))
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    decoder = json.JSONDecoder(strict=False)
    at = len(text) - len(text.lstrip())
    number = 0
    while at < len(text):
        number += 1
        try:
            value, end = decoder.raw_decode(text, at)
        except RecursionError:
            yield Remark(name, "nested too deeply: passed over", lost=True)
            return
        except json.JSONDecodeError as error:
            end = yield from _broken(text, at, error, name, options, unread)
            if end < 0:
                return
        except ValueError as error:
            yield Remark(name, f"not JSON ({str(error).partition(':')[0]}): passed over", lost=True)
            return
        else:
            yield from _records(value, name, "" if number == 1 else f"document {number}", options, unread)
        while end < len(text) and (text[end].isspace() or text[end] == ","):
            end += 1
        at = end


def _broken(
    text: str, at: int, error: json.JSONDecodeError, name: str, options: Options, unread: Unread
) -> Generator[Item, None, int]:
    """The articles of a document that breaks off, or is broken, and where it is; where it ends, or -1."""
    broken = BrokenJson(text, CONTAINERS, partial(_is_record, options=options))
    part = broken.whole(at)
    articles = 0
    for item in _records(part, name, "", options, unread) if part is not None else ():
        articles += not isinstance(item, Remark)
        yield item
    what = f"not JSON ({_wrong(error)} at line {error.lineno}, column {error.colno})"
    whole = f"{articles:,} {'record is' if articles == 1 else 'records are'} whole"
    if broken.gaps:
        more = f" and at {broken.gaps - 1:,} more place{'s' * (broken.gaps > 2)}" if broken.gaps > 1 else ""
        rest = ", and from where it breaks off" if broken.end < 0 else ""
        what += f": passed over what is broken there{more}{rest}; {whole}"
    elif broken.end < 0:
        what += ": passed over from there" + (f", behind {articles:,} that are whole" if articles else "")
    else:
        what += f": {whole}"
    yield Remark(name, what, lost=broken.gaps > 0 or broken.end < 0)
    return broken.end


def _records(value: Any, name: str, where: str, options: Options, unread: Unread) -> Iterator[Item]:
    """The articles of one JSON value."""
    if json_feed.is_feed(value) and not options.mapping:
        yield from json_feed.articles(value, name, options)
        return
    at = f"{where}: " if where else ""
    if isinstance(value, list) and value and not any(isinstance(item, dict | list) for item in value):
        yield Remark(name, f"{at}a list of {len(value):,} values that are no records: passed over", lost=True)
        return
    found = list(_found(value, options))
    if not found:
        unread.see(value)
        yield Remark(name, f"{at}no record with a headline or body: passed over", lost=True)
    for number, plain in enumerate(found, 1):
        here = ", ".join(filter(None, [where, f"record {number}" if len(found) > 1 else ""]))
        if isinstance(plain, dict) and not options.mapping and ninjs.is_ninjs(plain):
            yield from ninjs.articles(plain, name, options, here)
        else:
            unread.see(plain)
            yield from record.read(plain, name, here, options)


def _found(value: Any, options: Options, depth: int = 0) -> Iterator[Any]:
    """The values that should be records; of a graph only the nodes that are articles."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and not record.is_record(item, options) and depth < 3:
                inner = list(_found(item, options, depth + 1))
                yield from inner or [item]
            else:
                yield item
    elif isinstance(value, dict):
        if _is_record(value, options) or depth > 3:
            yield value
            return
        for container in CONTAINERS:
            held = value.get(container)
            if container == "@graph" and isinstance(held, list):
                yield from (node for node in held if isinstance(node, dict) and record.is_article_node(node))
                return
            if isinstance(held, list | dict) and (inner := list(_found(held, options, depth + 1))):
                yield from inner
                return


def _is_record(value: Mapping[str, Any], options: Options) -> bool:
    return record.is_record(value, options) or (not options.mapping and ninjs.is_ninjs(value))


def _loads(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
