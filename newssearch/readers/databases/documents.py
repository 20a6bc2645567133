"""A file of documents, one behind the other, to the article of each."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

from newssearch.patterns import lazily
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.encoding import decode
from newssearch.readers.plain.paragraphs import WIDEST_WRAP
from newssearch.readers.records import record

LARGEST = 64 << 20
"""Bytes of the largest file of documents that is read."""

_LONGEST_MARK = 300
"""Characters of a line with the number of a page."""

_PAGE = lazily(
    r"\s*(?:page|seite|p[aá]gina) (?P<number>\d{1,5}) (?:of|de|sur|von|di|van) \d{1,5}(?:\s+©.{0,200})?\s*",
    re.IGNORECASE,
)
_LEAST_TEXT = 40
"""Characters of a paragraph that is a text's, where it ends as a sentence does."""

_SENTENCE = lazily(r"[.!?:][\"'”’»)]{0,3}$")

_HEAD = 64 << 10
"""Characters that tell a database."""

Parted = Callable[[list[str]], Iterable[dict[str, Any] | list[str]]]
"""Lines to the records of their documents, and to the lines that are of no document."""


def lines_of(head: bytes) -> bytes:
    """The beginning of a file with line feeds for line ends, whoever wrote it."""
    return head.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in head else head


def read(file: BinaryIO, name: str, options: Options, parted: Parted, *, is_part: bool = False) -> Iterator[Item]:
    """The article of each document, and what is of none named.

    What is of none may be documents of another database, in a file that was glued together: these are read as `part`s.
    """
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Remark(name, f"larger than {LARGEST >> 20} MiB, the limit for documents: passed over", lost=True)
        return
    try:
        text, notice = decode(data)
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    found = list(parted(_without_pages(text.split("\n"))))
    several = is_part or sum(isinstance(one, dict) for one in found) > 1
    number = 0
    for one in found:
        if isinstance(one, dict):
            number += 1
            where = f"document {number}" if several else ""
            yield from record.read(one, name, where, replace(options, mapping=()))
        elif other := None if is_part else _of_other(one, parted):
            glued = BytesIO("\n".join(one).encode())
            yield from read(glued, name, options, other, is_part=True)
        elif _is_text(one):
            where = f"behind document {number}" if number else "above the first document"
            yield Remark(name, f"{len(one)} lines {where} are of no document: passed over", lost=True)


def _of_other(lines: list[str], parted: Parted) -> Parted | None:
    """What parts lines that are of no document of one database, and may be of another's."""
    from newssearch.readers.databases import factiva, factiva_plain, lexis, newsbank  # these import this module

    head = "\n".join(lines)[:_HEAD].lstrip().encode()
    others = (module for module in (lexis, factiva, factiva_plain, newsbank) if module.parted is not parted)
    return next((module.parted for module in others if head and module.begins(head)), None)


def _without_pages(lines: list[str]) -> list[str]:
    """The lines without the numbers of printed pages and what each page has below; a sentence that they part goes on.

    >>> _without_pages(["Page 1 of 2", "Ferry stops", "", "It stopped", "", "Page 2 of 2", "Ferry stops", "on Monday."])
    ['', 'Ferry stops', '', 'It stopped', 'on Monday.']
    """
    kept: list[str] = []
    at_page, heading = False, ""
    for line in lines:
        text = line.strip()
        if text and len(line) < _LONGEST_MARK and (page := _PAGE.fullmatch(line)):
            heading = "" if page["number"] == "1" else heading
            while kept and not kept[-1].strip():
                kept.pop()
            at_page = True
        elif not at_page:
            kept.append(line)
        elif text and text != heading:
            at_page, heading = False, heading or text
            above = kept[-1].rstrip() if kept else ""
            if not (text[0].islower() and above and not _SENTENCE.search(above[-4:])):
                kept += ["", line]
            elif max(len(above), len(text)) > WIDEST_WRAP:
                kept[-1] = f"{above} {text}"
            else:
                kept.append(line)
    return kept


def _is_text(lines: list[str]) -> bool:
    """Whether there are sentences in lines: covers and footers have none."""
    paragraphs = " ".join(line.strip() or "\n" for line in lines).split("\n")
    return any(len(text) >= _LEAST_TEXT and _SENTENCE.search(text.rstrip()[-4:]) for text in paragraphs)
