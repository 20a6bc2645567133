"""Whoosh's table of contents: how Whoosh finds the segments of a generation.

It is a pickle, and newssearch never reads it: what it says stands in the manifest too.
"""

import pickle
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newssearch.engines.whoosh.columnar.codec import ListedSegment, NoSegments
from newssearch.engines.whoosh.schema import schema
from newssearch.engines.whoosh.segments import NAME, SegmentInfo
from newssearch.engines.whoosh.stock import W3Codec, W3Segment, varint
from newssearch.engines.whoosh.storage import toc_name

# Sizes of C's int, long long and float; a mark; the format of the table; Whoosh 2.7.4.
_HEADER = b"\x04\x08\x04" + struct.pack("!ii", -12345, -111) + b"\x02\x07\x04"
_GENERATION = struct.Struct("!ii")
_PROTOCOL = 4


def write_toc(folder: Path, generation: int, segments: Iterable[SegmentInfo], codec: str) -> str:
    """Write a generation's table of contents as Whoosh does, and name the file.

    Its segments name the codec that Whoosh is to read them with.
    """
    plain = pickle.dumps(schema(), _PROTOCOL)
    listed = pickle.dumps(_stock(segments) if codec == "stock" else _columnar(segments), _PROTOCOL)
    parts = (_HEADER, varint(len(plain)), plain, _GENERATION.pack(generation, 0), listed)
    name = toc_name(generation)
    (folder / name).write_bytes(b"".join(parts))
    return name


def _stock(infos: Iterable[SegmentInfo]) -> list[Any]:
    segments = []
    for info in infos:
        segment = W3Segment(W3Codec(), NAME, info.count, info.id, set(info.deleted) or None)
        segment._fieldlengths = dict(info.lengths)  # noqa: SLF001 - where Whoosh's reader looks
        segments.append(segment)
    return segments


def _columnar(infos: Iterable[SegmentInfo]) -> list[Any]:
    return [ListedSegment(info) for info in infos] or NoSegments()
