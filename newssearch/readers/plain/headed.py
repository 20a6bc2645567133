"""A clipping: a text below a header that says what is known of it, as notes and clippers of pages have it."""

from collections.abc import Iterator
from dataclasses import fields as members
from dataclasses import replace
from typing import BinaryIO

from newssearch.article import Article
from newssearch.patterns import lazily
from newssearch.readers.contract import Options, Remark
from newssearch.readers.encoding import decode, whole
from newssearch.readers.plain import header, text
from newssearch.readers.records import record

_HEAD = 16 << 10
"""Bytes within which a header ends."""

_HEADING = lazily(r"(#{1,6})\s+(\S.*?)(?:\s+#+)?\s*")
_IMAGE = lazily(r"\s*!\[[^\]]*\](?:\([^()]*\))?\s*")
_LINK = lazily(r"(?<!!)\[([^\[\]]+)\]\((?:[^()]|\([^()]*\))*\)")
_STRONG = lazily(r"(\*\*|__)(?=\S)([^*_]+?)(?<=\S)\1")


def begins(head: bytes) -> bool:
    """Whether a header stands at the top of a text."""
    return header.parted(head[:_HEAD].decode("utf-8", "replace").splitlines()[: header.MOST + 2]) is not None


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Article | Remark]:
    """The article of a clipping, and what could not be read in it; what the header says wins over the text."""
    try:
        written, notice = decode(whole(file, text.LARGEST, "a text"))
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    headed = header.parted([line.rstrip() for line in written.split("\n")])
    if headed is None:
        yield from text.page(written, name, options)
        return
    given, lines = dict(headed.given), headed.lines
    if headed.markdown:
        heading, lines, aside = _without_marks(lines, str(given.get("headline") or ""))
        given.setdefault("headline", heading)
        given["boilerplate"] = "\n".join(filter(None, [str(given.get("boilerplate") or ""), *aside]))
    if given.get("headline"):
        yield from record.read({**given, "body": "\n".join(lines)}, name, "", options)
    else:
        yield from _completed(given, "\n".join(lines), name, options)


def _completed(given: dict[str, object], below: str, name: str, options: Options) -> Iterator[Article | Remark]:
    """The article of a text that begins with its headline, with what the header gives beside it."""
    known = Article()
    for item in record.read({**given, "headline": "-", "body": ""}, name, "", options):
        if isinstance(item, Remark):
            yield item
        else:
            known = item
    said = {
        member.name: value
        for member in members(Article)
        if (value := getattr(known, member.name)) and member.name not in ("headline", "path", "body")
    }
    for item in text.page(below, name, options):
        yield item if isinstance(item, Remark) else replace(item, **said)


def _without_marks(lines: list[str], headline: str) -> tuple[str, list[str], list[str]]:
    """A Markdown text's first heading of the first level, its lines as a record has them, and its pictures."""
    first = ""
    kept: list[str] = []
    aside: list[str] = []
    for line in lines:
        if _IMAGE.fullmatch(line):
            aside.append(line.strip())
            continue
        written = _STRONG.sub(r"\2", _LINK.sub(r"\1", line.removeprefix("> ")))
        heading = _HEADING.fullmatch(written)
        if heading is None:
            kept.append(written)
        elif len(heading[1]) == 1 and not first and headline.casefold() in ("", heading[2].casefold()):
            first = heading[2]
        else:
            kept += ["", f"<h2>{heading[2]}</h2>", ""]
    return first, kept, aside
