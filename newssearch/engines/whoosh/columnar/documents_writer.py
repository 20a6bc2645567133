"""Writing what a columnar segment knows of each document."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newssearch.engines.whoosh.arrays import Int64Array
from newssearch.engines.whoosh.columnar.blocks import BlockWriter
from newssearch.engines.whoosh.columnar.layout import DOCUMENTS_FILE, PLACED
from newssearch.engines.whoosh.columnar.postings_writer import ends_of, narrowed
from newssearch.similar.sketches import Sketches

_DTYPES = {"day": np.dtype("<i4"), "first": np.dtype("<i8"), "last": np.dtype("<i8")}


class Extents(NamedTuple):
    """Of each field, by number: the place at which each document's text starts, and one behind the last; lengths."""

    starts: list[NDArray[np.int64]]
    lengths: list[NDArray[np.int64]]


class Columns(NamedTuple):
    """All documents of a segment; `languages` are numbers of `language_names`."""

    day: NDArray[np.integer]
    first: NDArray[np.integer]
    last: NDArray[np.integer]
    ids: Sequence[bytes]
    languages: NDArray[np.integer]
    language_names: Sequence[str]
    texts: Extents
    sketches: Sketches


def write_documents(path: Path, columns: Columns) -> None:
    """Write the file."""
    file = BlockWriter(path, DOCUMENTS_FILE)
    try:
        for name, dtype in _DTYPES.items():
            file.section(name, getattr(columns, name).astype(dtype))
        file.section("languages", columns.languages.astype(np.uint16))
        file.write(b"".join(columns.ids))
        file.end_section("ids")
        file.section("id_ends", ends_of(np.array(list(map(len, columns.ids)), np.int64)))
        for field, starts, lengths in zip(PLACED, *columns.texts, strict=True):
            file.section(f"{field} starts", narrowed(starts))
            file.section(f"{field} lengths", _packed(lengths))
        totals = {field: int(lengths.sum()) for field, lengths in zip(PLACED, columns.texts.lengths, strict=True)}
        file.finish(count=len(columns.ids), languages=list(columns.language_names), totals=totals)
    finally:
        file.close()


def _packed(numbers: Int64Array) -> NDArray[np.unsignedinteger]:
    """Numbers in the fewest bytes that hold the greatest."""
    greatest = int(numbers.max(initial=0))
    return numbers.astype(np.uint8 if greatest < 1 << 8 else np.uint16 if greatest < 1 << 16 else np.uint32)
