"""Which module reads a file: the first that knows its beginning. Files in files are read as files are."""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from newssearch.readers import charsets, recoded, roots
from newssearch.readers.agency import anpa, iptc7901, newsml, newsml_g2, nitf, reuters_corpus, reuters_sgml
from newssearch.readers.archives import containers
from newssearch.readers.contract import Container, Format, Item, MissingLibraryError, Options, Remark, Revision
from newssearch.readers.crawl import warc
from newssearch.readers.databases import factiva, factiva_plain, lexis, newsbank
from newssearch.readers.feeds import rss as feeds
from newssearch.readers.feeds import wordpress
from newssearch.readers.html import page as html
from newssearch.readers.languages import language
from newssearch.readers.mail import messages as mail
from newssearch.readers.plain import headed, text
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
    iptc7901, anpa, factiva, factiva_plain, newsbank, lexis, mail, tables, headed,
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
        items = json_records.read_lines(file, name, options, window) if window else _read(file, name, options, depth)
        yield from items if depth else map(_complete, items)  # else what lies deeper is looked at again and again
    except MissingLibraryError as error:
        yield Remark(name, f"{error}: passed over", lost=True, for_now=True)
    except OSError as error:
        yield Remark(name, f"cannot be read: {error.strerror or error}", lost=True, for_now=True)
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
    if encoding := charsets.wide(start):
        yield from _recoded(file, encoding, name, options)
    else:
        yield from _in_format(file, start, name, options)


def _recoded(file: BinaryIO, encoding: str, name: str, options: Options) -> Iterator[Item]:
    """What is in a file of UTF-16 or UTF-32, up to where it is damaged."""
    utf8 = recoded.as_utf8(file, encoding)
    start = utf8.read(HEAD)
    problem = utf8.problem
    if problem:
        yield Remark(name, f"{problem}: passed over", lost=True)
        return
    utf8.seek(0)
    yield from _in_format(utf8, start, name, options)
    if utf8.problem:
        yield Remark(name, f"{utf8.problem}: passed over from there", lost=True)
    elif utf8.notice:
        yield Remark(name, utf8.notice, lost=False)


def _in_format(file: BinaryIO, start: bytes, name: str, options: Options) -> Iterator[Item]:
    """What is in a file that holds no others."""
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
