"""Which module reads a file: the first that knows its beginning. Files in files are read as files are."""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from newssearch.readers import roots
from newssearch.readers.agency import anpa, iptc7901, newsml, newsml_g2, nitf, reuters_corpus, reuters_sgml
from newssearch.readers.archives import containers
from newssearch.readers.contract import Container, Format, Item, MissingLibraryError, Options, Remark, Revision
from newssearch.readers.crawl import warc
from newssearch.readers.feeds import rss as feeds
from newssearch.readers.feeds import wordpress
from newssearch.readers.html import page as html
from newssearch.readers.languages import language
from newssearch.readers.mail import messages as mail
from newssearch.readers.plain import text
from newssearch.readers.records import json_records, parquet, tables
from newssearch.readers.records.json_records import Window

DEEPEST = 3
"""How many containers may lie in each other."""

HEAD = 64 << 10
"""Bytes of a file that tell its format."""

CONTAINERS: tuple[Container, ...] = (containers,)

FORMATS: tuple[Format, ...] = (
    json_records, parquet, warc,
    reuters_sgml, nitf, newsml, newsml_g2, reuters_corpus, wordpress, feeds, html,
    iptc7901, anpa, mail, tables,
)  # fmt: skip
"""In the order in which they are asked; what none of them knows is a text, or named and passed over."""

_FOREIGN = (
    (b"%PDF-", "PDF"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "Microsoft Office"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3", "SQLite"),
    (b"filedesc://", "ARC, which came before WARC,"),
)


def read(
    file: BinaryIO, name: str, options: Options, *, window: Window | None = None, depth: int = 0
) -> Iterator[Item]:
    """The articles of a file, or of one of its windows, and remarks on what was passed over; raises nothing."""
    try:
        if window:
            yield from map(_complete, json_records.read_lines(file, name, options, window))
        else:
            yield from map(_complete, _read(file, name, options, depth))
    except MissingLibraryError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
    except OSError as error:
        yield Remark(name, f"cannot be read: {error.strerror or error}", lost=True)
    except Exception as error:  # noqa: BLE001 - a mistake of ours costs this file, and not the run
        yield Remark(name, f"{json_records.mistaken(error)}: passed over", lost=True)


def _read(file: BinaryIO, name: str, options: Options, depth: int) -> Iterator[Item]:
    start = file.read(HEAD)
    if not start:
        yield Remark(name, "empty: passed over", lost=True)
        return
    file.seek(0)
    for container in CONTAINERS:
        if container.begins(start):
            yield from _members(container, file, name, options, depth)
            return
    head = as_utf8(start)
    for form in FORMATS:
        if form.begins(head):
            yield from form.read(file, name, options)
            return
    if tables.begins_as_mapped(head, options):
        yield from tables.read(file, name, options)
        return
    if foreign := next((kind for begin, kind in _FOREIGN if start.startswith(begin)), ""):
        yield Remark(name, f"{foreign} is not a format that is read: passed over", lost=True)
        return
    if root := roots.root(head):
        yield Remark(name, f"markup of a kind that is not read (<{root}>): passed over", lost=True)
        return
    yield from text.read(file, name, options)


def _members(container: Container, file: BinaryIO, name: str, options: Options, depth: int) -> Iterator[Item]:
    if depth == DEEPEST:
        yield Remark(name, f"lies in {DEEPEST} archives, the limit: passed over", lost=True)
        return
    for member in container.members(file, name):
        if isinstance(member, Remark):
            yield member
        else:
            yield from read(member.file, f"{name}/{member.name}", options, depth=depth + 1)


def as_utf8(start: bytes) -> bytes:
    """The beginning of a file as formats are asked about it."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        start = start.decode("utf-16", "replace").encode("utf-8", "replace")
    return start.removeprefix(codecs.BOM_UTF8).lstrip()


def _complete(item: Item) -> Item:
    """An article with the language that it is in, where it does not say so."""
    if isinstance(item, Remark):
        return item
    article = item.article if isinstance(item, Revision) else item
    if article.language:
        return item
    article = replace(article, language=language(f"{article.headline}\n{article.body}"))
    return Revision(article) if isinstance(item, Revision) else article
