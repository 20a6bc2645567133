"""Whoosh's table of contents: the segments of a generation and their deleted documents.

Its schema is a pickle that newssearch never reads: it knows its own. The list of
segments is read with stand-ins for the few classes that belong there.
"""

import pickle
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
_SEGMENT_ID = re.compile(r"g[0-9a-f]{6,32}")
_PROTOCOL = 4


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """A segment as the table of contents knows it; `lengths` are the fields' total lengths."""

    id: str
    count: int
    deleted: frozenset[int] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)

    def file(self, ending: str) -> str:
        """The name of one of its files.

        >>> SegmentInfo("g0f0f0f", 7).file("words")
        'MAIN_g0f0f0f.words'
        """
        return f"{NAME}_{self.id}.{ending}"

    def named(self, id: str) -> "SegmentInfo":
        """The same segment under another name."""
        return replace(self, id=id)

    def without(self, deleted: Iterable[int]) -> "SegmentInfo":
        """The same segment with these documents, and no others, deleted."""
        return replace(self, deleted=frozenset(deleted))


def toc_name(generation: int) -> str:
    """The file of a generation's table of contents.

    >>> toc_name(1)
    '_MAIN_1.toc'
    """
    return f"_{NAME}_{generation}.toc"


def segment_name(digest: str) -> str:
    """The id of a segment whose files have this digest.

    >>> segment_name("0f" * 32)
    'g0f0f0f0f0f0f0f0f'
    """
    return f"g{digest[:16]}"


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


def write_toc(folder: Path, generation: int, segments: Iterable[SegmentInfo], codec: str) -> str:
    """Write a generation's table of contents as Whoosh does, and name the file.

    Its segments name the codec that Whoosh is to read them with.
    """
    from newssearch.engines.whoosh.schema import schema
    from newssearch.engines.whoosh.stock import varint

    plain = pickle.dumps(schema(), _PROTOCOL)
    listed = pickle.dumps(_stock(segments) if codec == "stock" else _columnar(segments), _PROTOCOL)
    parts = (_HEADER, varint(len(plain)), plain, _GENERATION.pack(generation, 0), listed)
    name = toc_name(generation)
    (folder / name).write_bytes(b"".join(parts))
    return name


def _stock(infos: Iterable[SegmentInfo]) -> list[Any]:
    from newssearch.engines.whoosh.stock import W3Codec, W3Segment

    segments = []
    for info in infos:
        segment = W3Segment(W3Codec(), NAME, info.count, info.id, set(info.deleted) or None)
        segment._fieldlengths = dict(info.lengths)  # noqa: SLF001 - where Whoosh's reader looks
        segments.append(segment)
    return segments


def _columnar(infos: Iterable[SegmentInfo]) -> list[Any]:
    from newssearch.engines.whoosh.columnar.codec import ListedSegment, NoSegments

    return [ListedSegment(info) for info in infos] or NoSegments()


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while data[at] & 0x80:
        number |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
    return number | data[at] << shift, at + 1


def _stand_ins() -> Names:
    """Empty classes for those that are named, new for each reading, so that no pickle can mark them for the next."""
    whoosh, ours = "whoosh.codec.whoosh3", "newssearch.engines.whoosh.columnar.codec"
    names = ((whoosh, "W3Segment"), (whoosh, "W3Codec"), (ours, "ListedSegment"))
    classes: dict[tuple[str, str], Any] = {(module, name): type(name, (), {}) for module, name in names}
    return classes | {(ours, "NoSegments"): type("NoSegments", (list,), {})}


def _info(state: Mapping[str, Any]) -> SegmentInfo:
    """A segment from the attributes of one that Whoosh lists, each checked."""
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
