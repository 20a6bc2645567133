"""Parquet: a record of each row, by the names of the columns."""

from collections.abc import Iterator
from contextlib import closing, nullcontext, suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, BinaryIO

from newssearch.article import Article
from newssearch.readers.archives.unpacked import Unpacked, at_hand
from newssearch.readers.contract import Options, Remark, extra
from newssearch.readers.records import record, table_head
from newssearch.readers.records.names import KNOWN, given, plain_name
from newssearch.readers.records.unread import Unread

_ROWS = 64
"""Rows that are held at once."""

_LARGEST_GROUP = 8 << 30
_DEEPEST = 6


def begins(head: bytes) -> bool:
    """Whether a file that begins so is Parquet."""
    return head.startswith(b"PAR1")


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Article | Remark]:
    """The articles of a Parquet file; a group of rows that is damaged is a remark.

    Only the columns are read that are an article's fields. A time without a zone is taken as any other.
    """
    with extra("parquet"):
        import pyarrow as pa
        from pyarrow import parquet
    with closing(at_hand(file)) if isinstance(file, Unpacked) else nullcontext(file) as whole:
        try:
            table = parquet.ParquetFile(whole, pre_buffer=False, buffer_size=1 << 20, page_checksum_verification=True)
            names = table.schema_arrow.names
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            yield Remark(name, f"damaged Parquet file ({_line(error)}): passed over", lost=True)
            return
        yield from table_head.remarks(names, name, options)
        if not table_head.has_articles(names, options):
            return
        columns = _columns(names, options)
        yield from _unread(table, columns, name, options)
        first = 1
        for group in range(table.num_row_groups):
            rows = table.metadata.row_group(group)
            where = f"rows {first:,} to {first + rows.num_rows - 1:,}"
            if rows.total_byte_size > _LARGEST_GROUP:
                what = f"{where}: larger than {_LARGEST_GROUP >> 30} GiB, the limit: passed over"
                yield Remark(name, what, lost=True)
                first += rows.num_rows
                continue
            try:
                yield from _articles(table, group, columns, first, name, options)
            except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
                yield Remark(name, f"{where}: {_line(error)}: passed over from the first that is damaged", lost=True)
            first += rows.num_rows


def _columns(names: list[str], options: Options) -> list[str]:
    mapped = {path.partition(".")[0] for _, path in options.mapping} | {path for _, path in options.mapping}
    return [name for name in names if name in mapped or plain_name(name) in KNOWN]


def _unread(table: Any, columns: list[str], name: str, options: Options) -> Iterator[Remark]:
    """What is to be said of the first rows' dates in columns that are not read, where none is of publication."""
    import pyarrow as pa

    unread = Unread(options, of_table=True)
    if any(field == "published" for field, _ in options.mapping) or "published" in given(tuple(columns)):
        return
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_timestamp, pa.types.is_date)
    of_dates = [column.name for column in table.schema_arrow if any(kind(column.type) for kind in kinds)]
    others = [column for column in of_dates if column not in columns]
    if not others or not table.num_row_groups or table.metadata.row_group(0).total_byte_size > _LARGEST_GROUP:
        return
    with suppress(pa.ArrowException, OSError, ValueError, OverflowError):  # reading the rows says what is wrong
        for batch in table.iter_batches(_ROWS, row_groups=[0], columns=others, use_threads=False):
            for row in _whole_times(batch).to_pylist():
                unread.see(_plain(row))
            break
    yield from unread.remarks(name)


def _articles(
    table: Any, group: int, columns: list[str], first: int, name: str, options: Options
) -> Iterator[Article | Remark]:
    number = first
    for batch in table.iter_batches(_ROWS, row_groups=[group], columns=columns, use_threads=False):
        for row in _whole_times(batch).to_pylist():
            yield from record.read(_plain(row), name, f"row {number}", options)
            number += 1


def _whole_times(batch: Any) -> Any:
    """Times in microseconds: of finer ones pyarrow makes no values without pandas."""
    import pyarrow as pa

    for at, column in enumerate(batch.schema):
        if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
            times = batch.column(at).cast(pa.timestamp("us", column.type.tz), safe=False)
            batch = batch.set_column(at, column.name, times)
    return batch


def _plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON would hold it."""
    match value:
        case datetime():
            return value.isoformat(timespec="seconds")
        case date() | time():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "replace")
        case Decimal() | timedelta():
            return str(value)
        case list() if depth < _DEEPEST:
            return [_plain(item, depth + 1) for item in value]
        case dict() if depth < _DEEPEST:
            return {str(key): _plain(item, depth + 1) for key, item in value.items()}
        case list() | dict() | tuple():
            return None
        case _:
            return value


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
