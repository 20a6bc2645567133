"""A file of documents, one behind the other, to the article of each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.encoding import decode
from newssearch.readers.records import record

LARGEST = 64 << 20
"""Bytes of the largest file of documents that is read."""


def read(
    file: BinaryIO, name: str, options: Options, parted: Callable[[list[str]], Iterable[dict[str, Any]]]
) -> Iterator[Item]:
    """The article of each document; `parted` makes records of the file's lines."""
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
    records = list(parted(text.split("\n")))
    for number, plain in enumerate(records, 1):
        where = f"document {number}" if len(records) > 1 else ""
        yield from record.read(plain, name, where, replace(options, mapping=()))
