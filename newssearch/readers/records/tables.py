"""Tables, CSV and TSV: an article of each row, by the names of the columns."""

import csv
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from newssearch.article import Article
from newssearch.readers.contract import Options, Remark
from newssearch.readers.encoding import whatever
from newssearch.readers.records import date_order, lists, record, table_head
from newssearch.readers.records.names import NOTHING
from newssearch.readers.records.table_head import Head
from newssearch.readers.records.table_lines import Lines, same_ends
from newssearch.readers.records.unread import Unread

LONGEST_CELL = 16 << 20
"""Characters of the longest cell that is read."""


def begins(head: bytes) -> bool:
    """Whether a file that begins so is a table."""
    start = same_ends(whatever(head))
    return table_head.find(start) is not None or table_head.is_nameless(start)


def begins_as_mapped(head: bytes, options: Options) -> bool:
    """Whether it is one whose columns only a mapping tells of."""
    told = _told(options)
    return bool(told) and table_head.find(same_ends(whatever(head)), told) is not None


def _told(options: Options) -> list[str]:
    return [path for _, path in options.mapping]


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Article | Remark]:
    """The articles of a table; a row that has not as many cells as there are columns is a remark."""
    lines = Lines(file)
    start = lines.start()
    head = table_head.find(start, _told(options))
    if head is None:
        yield Remark(name, "no table below a row of names: passed over", lost=True)
        return
    yield from table_head.remarks(head.names, name, options)
    if not table_head.has_articles(head.names, options):
        return
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    orders: dict[int, str] = {}
    if (dates := table_head.dates(head.names, options)) and date_order.may_be_in(start):
        orders = date_order.of_columns(_rows(Lines(file), head), dates)
        lines = Lines(file)
        lines.start()
    yield from _articles(lines, head, orders, name, options)
    if lines.notice:
        yield Remark(name, lines.notice, lost=False)


def _rows(lines: Lines, head: Head) -> Iterator[list[str]]:
    """Those rows of a table that are not broken."""
    rows = head.style.rows(lines)
    while True:
        lines.begin_row()
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error:
            lines.put_back()
            rows = head.style.rows(lines)


def _articles(
    lines: Lines, head: Head, orders: Mapping[int, str], name: str, options: Options
) -> Iterator[Article | Remark]:
    """The articles of the rows; `orders` are those of the dates in columns that show theirs."""
    for _ in range(head.skipped):
        next(lines, "")
    rows = head.style.rows(lines)
    next(rows, None)
    number = 1
    empty = True
    unread = Unread(options, of_table=True)
    while True:
        lines.begin_row()
        number += 1
        problem = ""
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            row, problem = _leniently(lines.row, head), str(error)
        if not problem and not any(map(str.strip, row)):
            continue
        empty = False
        row = table_head.trimmed(row, len(head.names))
        if len(row) != len(head.names):
            what = problem or f"{len(row)} cells in {len(head.names)} columns"
            yield Remark(name, f"row {number}: {what}: passed over", lost=True)
            if lines.put_back():
                rows = head.style.rows(lines)
            continue
        cells: dict[str, str | list[Any]] = {}
        for at, order in orders.items():
            row[at] = date_order.as_iso(row[at], order)
        for column, cell in zip(head.names, row, strict=True):
            cells.setdefault(column, _value(cell))
        unread.see(cells)
        yield from record.read(cells, name, f"row {number}", options)
    yield from unread.remarks(name)
    if empty:
        yield Remark(name, "no rows below the names of the columns: passed over", lost=True)


def _leniently(lines: list[str], head: Head) -> list[str]:
    """The row of one line with a stray quotation mark in it; nothing where it may be of more lines."""
    try:
        return next(head.style.rows(lines, strict=False), []) if len(lines) == 1 else []
    except csv.Error:
        return []


def _value(cell: str) -> str | list[Any]:
    """A cell's text, or its list where a program wrote one into it.

    >>> _value("['Jane Doe', 'Al Roe']"), _value("nan")
    (['Jane Doe', 'Al Roe'], '')
    """
    text = cell.strip()
    return "" if text in NOTHING else lists.bracketed(text)
