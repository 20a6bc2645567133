"""Whoosh's table of contents: how Whoosh finds the segments of a generation.

It is a pickle, and newssearch never reads it: what it says stands in the manifest too.
"""

import pickle
import struct
from collections.abc import Iterable
from typing import Any

from newssearch.engines.whoosh.columnar.codec import ListedSegment, NoSegments
from newssearch.engines.whoosh.schema import schema
from newssearch.engines.whoosh.segments import NAME, SegmentInfo
from newssearch.engines.whoosh.stock import W3Codec, W3Segment, varint

# Sizes of C's int, long long and float; a mark; the format of the table; Whoosh 2.7.4.
_HEADER = b"\x04\x08\x04" + struct.pack("!ii", -12345, -111) + b"\x02\x07\x04"
_GENERATION = struct.Struct("!ii")
_PROTOCOL = 4


def toc(generation: int, segments: Iterable[SegmentInfo], codec: str) -> bytes:
    """A generation's table of contents as Whoosh writes it; its segments name the codec that Whoosh is to read."""
    # As the manifest tells of them: what is equal there has the same bytes here, whoever made it.
    segments = [SegmentInfo.from_dict(segment.to_dict()) for segment in segments]
    plain = pickle.dumps(schema(), _PROTOCOL)
    listed = pickle.dumps(_stock(segments) if codec == "stock" else _columnar(segments), _PROTOCOL)
    return b"".join([_HEADER, varint(len(plain)), plain, _GENERATION.pack(generation, 0), listed])


def _stock(infos: Iterable[SegmentInfo]) -> list[Any]:
    segments = []
    for info in infos:
        segment = W3Segment(W3Codec(), NAME, info.count, info.id, set(info.deleted) or None)
        segment._fieldlengths = dict(info.lengths)  # noqa: SLF001 - where Whoosh's reader looks
        segments.append(segment)
    return segments


def _columnar(infos: Iterable[SegmentInfo]) -> list[Any]:
    return [ListedSegment(info) for info in infos] or NoSegments()
