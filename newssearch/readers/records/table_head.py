"""The head of a table: what its columns are called, and what parts them.

There is no mark by which CSV is known, and texts hold commas too. So a table has a row of
names, and rows below it with as many cells; where none of its names is one that we know,
it takes more rows to be one.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from newssearch.readers.contract import Options, Remark
from newssearch.readers.records.names import KNOWN, NAMES, plain_name

_SEPARATOR_LINE = re.compile(r"sep=(.)\s*\n", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w .:/()#@-]{0,59}|_id")
_TOLD = frozenset(["headline", "body"])
_TELLING = frozenset((*NAMES["headline"], *NAMES["body"])) - {"name"}
_DATES = frozenset(["published", "updated", "seen"])
_DATE_NAMES = frozenset(name for field in _DATES for name in NAMES[field])
_MOST_ROWS = 50
_MANY = 7
"""Tabs of a line that no text has in each of its lines."""

_CUT = 30_000
"""Characters from which on a text may be only the beginning of one."""


class Style(NamedTuple):
    """How cells are parted and quoted."""

    delimiter: str
    quoted: bool = True
    escape: str | None = None

    def rows(self, lines: Iterable[str], *, strict: bool = True) -> Iterator[list[str]]:
        """The rows of lines. Raises `csv.Error`; strictly, also where something stands behind a quoted cell."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            escapechar=self.escape,
            doublequote=self.escape is None,
            skipinitialspace=True,
            strict=strict,
        )


class Head(NamedTuple):
    """The names of a table's columns, and its style; `skipped` lines stand before them."""

    names: tuple[str, ...]
    style: Style
    skipped: int = 0


_STYLES = (
    *(style for mark in ",\t;|" for style in (Style(mark), Style(mark, escape="\\"))),
    Style("\t", quoted=False),
)


def find(start: str, told: Collection[str] = ()) -> Head | None:
    """The head of a table that begins so, or None where that is none; `told` are names of columns that are known too.

    >>> find("title;text\\nOil falls;It fell.\\n")
    Head(names=('title', 'text'), style=Style(delimiter=';', quoted=True, escape=None), skipped=0)
    >>> find("Text, lies and videotape\\nIt was shown, and seen.\\n") is None
    True
    """
    said = _SEPARATOR_LINE.match(start)
    rest = start[said.end() :] if said else start
    printed = rest.partition("\n")[0]
    best, share = None, -1.0
    for style in _STYLES:
        if (said and style.delimiter != said[1]) or style.delimiter not in printed:
            continue
        if (style.escape and f'{style.escape}"' not in rest) or printed.startswith("|"):
            continue
        rows = _rows(rest, style)
        names = tuple(cell.strip() for cell in rows[0]) if rows else ()
        as_long = sum(len(trimmed(row, len(names))) == len(names) for row in rows[1:])
        spaced = f"{style.delimiter} " in printed
        quoted = style.quoted and any(style.delimiter in cell for row in rows[1:] for cell in row)
        fitting = as_long / max(len(rows) - 1, 1)
        known = len(names) > 1 and fitting > share
        if known and _are_names(names, told, len(rows) - 1, as_long, spaced=spaced, quoted=quoted):
            best, share = Head(names, style, 1 if said else 0), fitting
    return best


def _rows(text: str, style: Style) -> list[list[str]]:
    """The first rows, without blank ones and without the last of a long text, which may be cut."""
    rows: list[list[str]] = []
    reading = style.rows(io.StringIO(text, newline=""))
    while len(rows) <= _MOST_ROWS:
        try:
            row = next(reading)
        except StopIteration:
            return rows if len(text) < _CUT else rows[:-1]
        except csv.Error:
            rows.append([])
        else:
            if any(row):
                rows.append(row)
    return rows


def _are_names(
    names: tuple[str, ...], told: Collection[str], rows: int, as_long: int, *, spaced: bool, quoted: bool
) -> bool:
    """Whether these are the names of the columns of so many rows, of which some are as long.

    `spaced`: a space stands after the mark that parts them, as in sentences. `quoted`: a cell holds that mark.
    """
    given = [name for name in names if name]
    if len({*given}) < len(given) or not given or not all(map(_NAME.fullmatch, given)):
        return False
    if told and not set(told).isdisjoint(names):
        return True
    known = [name for name in map(plain_name, given) if name in KNOWN]
    if has_articles(names) and len(known) == len(names) > 2 and not spaced:
        return True  # however broken the rows are
    if has_articles(names) and (len(known) > 1 or not spaced):
        return as_long * 2 >= rows if rows else len(known) * 2 > len(names) and not spaced
    return as_long == rows and not spaced and ((len(names) > 2 and rows > 2) or (rows > 1 and quoted))


def is_nameless(start: str) -> bool:
    """Whether a text that begins so is a table without a row of names: each line has as many cells, between tabs.

    >>> is_nameless("7\\t20250603\\t\\t\\t3\\thttps://hp.example/dam\\t\\t1\\n"), is_nameless("Harbour\\tClosed\\n")
    (True, False)
    """
    lines = start.split("\n")[: _MOST_ROWS + 1][: -1 if len(start) > _CUT else None]
    tabs = {line.count("\t") for line in lines if line.strip()}
    return len(tabs) == 1 and tabs.pop() >= _MANY


def trimmed(row: list[str], length: int) -> list[str]:
    """A row without empty cells behind its last column."""
    end = len(row)
    while end > length and not row[end - 1].strip():
        end -= 1
    return row[:end]


def has_articles(names: Sequence[str], options: Options | None = None) -> bool:
    """Whether one of a table's columns is known as a headline or a body, or said to be one."""
    mapped = {path.partition(".")[0] for field, path in options.mapping if field in _TOLD} if options else set()
    return not _TELLING.isdisjoint(map(plain_name, names)) or not mapped.isdisjoint(names)


def has_bodies(names: Sequence[str], options: Options) -> bool:
    """Whether one of a table's columns is known as a body, or said to be one."""
    mapped = {path for field, path in options.mapping if field == "body"}
    known = map(plain_name, names)
    return not set(NAMES["body"]).isdisjoint(known) or not mapped.isdisjoint(names)


def dates(names: Sequence[str], options: Options) -> list[int]:
    """Where a table's columns of dates are."""
    mapped = {path for field, path in options.mapping if field in _DATES}
    return [at for at, name in enumerate(names) if name in mapped or plain_name(name) in _DATE_NAMES]


def remarks(names: Sequence[str], path: str, options: Options) -> Iterator[Remark]:
    """What is to be said of a table's columns: of those that are not there, and of those that should be."""
    columns = ", ".join(names)[:200]
    mapped = [column for _, column in options.mapping]
    if missing := [column for column in mapped if column not in names and column.partition(".")[0] not in names]:
        yield Remark(path, f"no column is called {', '.join(missing)}, of {columns}", lost=False)
    if not has_articles(names, options):
        what = f"no column is a headline or a body, of {columns}: passed over"
        yield Remark(path, f"{what}; --map headline=COLUMN says which is", lost=True)
    elif not has_bodies(names, options) and not KNOWN.issuperset(map(plain_name, names)):
        yield Remark(path, f"no column is a body, of {columns}; --map body=COLUMN says which is", lost=False)
