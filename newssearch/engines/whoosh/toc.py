"""Whoosh's table of contents: the segments of a generation and their deleted documents.

Its schema is a pickle that newssearch never reads: it knows its own. The list of
segments is read with stand-ins for the two classes that belong there.
"""

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from newssearch.engines.whoosh.pickles import Names, load

NAME = "MAIN"
"""Whoosh's name for an index where no other is given."""

# Sizes of C's int, long long and float; a mark; the format of the table; Whoosh 2.7.4.
_HEADER = b"\x04\x08\x04" + struct.pack("!ii", -12345, -111) + b"\x02\x07\x04"
_GENERATION = struct.Struct("!ii")
_SEGMENT_ID = re.compile(r"g[0-9]{6,18}")


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """A segment as the table of contents knows it; `lengths` are the fields' total lengths."""

    id: str
    count: int
    deleted: frozenset[int] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)

    def file(self, ending: str) -> str:
        """The name of one of its files.

        >>> SegmentInfo("g000001", 7).file("trm")
        'MAIN_g000001.trm'
        """
        return f"{NAME}_{self.id}.{ending}"

    def without(self, deleted: Iterable[int]) -> "SegmentInfo":
        """The same segment with these documents, and no others, deleted."""
        return replace(self, deleted=frozenset(deleted))


def toc_name(generation: int) -> str:
    """The file of a generation's table of contents.

    >>> toc_name(1)
    '_MAIN_1.toc'
    """
    return f"_{NAME}_{generation}.toc"


def segment_id(generation: int) -> str:
    """The id of the one segment that a generation may add.

    >>> segment_id(1)
    'g000001'
    """
    return f"g{generation:06}"


def read_toc(data: bytes, generation: int) -> list[SegmentInfo]:
    """The segments of a table of contents. Raises odd errors, `ValueError` among them, on odd bytes."""
    if not data.startswith(_HEADER):
        raise ValueError("no table of contents of Whoosh 2.7.4")
    size, at = _varint(data, len(_HEADER))
    at += size
    found, _ = _GENERATION.unpack_from(data, at)
    if found != generation:
        raise ValueError(f"a table of contents of generation {found} instead of {generation}")
    segments, _ = load(data[at + _GENERATION.size :], _stand_ins())
    infos = [_info(vars(segment)) for segment in segments]
    if len({info.id for info in infos}) != len(infos):
        raise ValueError("a segment is listed twice")
    return infos


def write_toc(folder: Path, generation: int, segments: Iterable[SegmentInfo]) -> str:
    """Write a generation's table of contents as Whoosh does, and name the file."""
    from newssearch.engines.whoosh.schema import schema
    from newssearch.engines.whoosh.stock import TOC, FileStorage, W3Codec, W3Segment

    stock = []
    for info in segments:
        segment = W3Segment(W3Codec(), NAME, info.count, info.id, set(info.deleted) or None)
        segment._fieldlengths = dict(info.lengths)  # noqa: SLF001 - where Whoosh's reader looks
        stock.append(segment)
    TOC(schema(), stock, generation).write(FileStorage(str(folder)), NAME)
    return toc_name(generation)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while data[at] & 0x80:
        number |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
    return number | data[at] << shift, at + 1


def _stand_ins() -> Names:
    """Empty classes for Whoosh's, new for each reading, so that no pickle can mark them for the next."""
    module = "whoosh.codec.whoosh3"
    classes: dict[tuple[str, str], Any] = {(module, name): type(name, (), {}) for name in ("W3Segment", "W3Codec")}
    return classes


def _info(state: Mapping[str, Any]) -> SegmentInfo:
    """A segment from the attributes of Whoosh's, each checked."""
    segment, count = state["segid"], state["_doccount"]
    deleted = state["_deleted"] or set()
    lengths = state["_fieldlengths"]
    if not (
        state["indexname"] == NAME
        and state["compound"] is False
        and isinstance(segment, str)
        and _SEGMENT_ID.fullmatch(segment)
        and type(count) is int
        and count > 0
        and isinstance(deleted, set)
        and all(type(number) is int and 0 <= number < count for number in deleted)
        and isinstance(lengths, dict)
        and all(isinstance(name, str) and type(length) is int for name, length in lengths.items())
    ):
        raise ValueError("a table of contents lists a segment that cannot be")
    return SegmentInfo(segment, count, frozenset(deleted), lengths)
