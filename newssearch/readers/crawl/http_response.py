"""The answers of web servers, as crawlers keep them: status, header, and the body unpacked.

Crawlers keep the header as it came, but many keep the body as it was unpacked. So an
encoding is taken off only where the body is in it.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import zstandard

from newssearch.readers.contract import extra

LARGEST = 16 << 20
"""Bytes of the largest body."""

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_LONGEST_HEAD = 1 << 20
_PIECE = 32
"""Bytes that are unpacked at once; a few may become some MiB."""


class Response(NamedTuple):
    """An answer: its status, its header by names in lower case, and what was sent below it."""

    status: int
    header: Mapping[str, str]
    sent: bytes

    def body(self) -> bytes:
        """What was sent, unpacked. Raises `ValueError` where that cannot be."""
        body = self.sent
        if "chunked" in self.header.get("transfer-encoding", "").lower():
            body = b"".join(_chunks(body)) or body
        for encoding in reversed(self.header.get("content-encoding", "").lower().split(",")):
            body = _decoded(body, encoding.strip())
        return body


def response(data: bytes) -> Response | None:
    r"""The answer that is in these bytes, None where there is none.

    >>> response(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nOil\r\n0\r\n\r\n").body()
    b'Oil'
    """
    status = _STATUS.match(data)
    end = _HEAD_END.search(data, 0, _LONGEST_HEAD)
    if status is None or end is None:
        return None
    header: dict[str, str] = {}
    for line in data[: end.start()].split(b"\n")[1:]:
        name, _, value = line.decode("latin-1").partition(":")
        header.setdefault(name.strip().lower(), value.strip())
    return Response(int(status[1]), header, data[end.end() :])


def _chunks(body: bytes) -> Iterator[bytes]:
    """The pieces of a body that was sent in pieces; what follows the first that is none is given as it is."""
    at = 0
    while at < len(body):
        length = _CHUNK.match(body, at)
        if length is None:
            yield body[at:]
            return
        size = int(length[1], 16)
        if not size:
            return
        yield body[length.end() : length.end() + size]
        at = length.end() + size
        at += 2 if body.startswith(b"\r\n", at) else 1 if body.startswith(b"\n", at) else 0


def _decoded(body: bytes, encoding: str) -> bytes:
    match encoding:
        case "gzip" | "x-gzip" if body.startswith(b"\x1f\x8b"):
            return _unpacked(body, zlib.decompressobj(wbits=31).decompress, zlib.error)
        case "deflate" if body.startswith(b"\x78"):
            return _unpacked(body, zlib.decompressobj().decompress, zlib.error)
        case "deflate":  # some servers leave out what zlib puts around it
            raw = zlib.decompressobj(-zlib.MAX_WBITS)
            unpacked = _unpacked(body, raw.decompress, zlib.error, known=False)
            return unpacked if raw.eof else body
        case "zstd" if body.startswith(b"\x28\xb5\x2f\xfd"):
            return _unpacked(body, zstandard.ZstdDecompressor().decompressobj().decompress, zstandard.ZstdError)
        case "br" if _CONTROLS.search(body, 0, 512):
            with extra("warc"):
                import brotli
            return _unpacked(body, brotli.Decompressor().process, brotli.error)
        case _:
            return body


def _unpacked(body: bytes, unpack: Callable[[bytes], bytes], error: type[Exception], *, known: bool = True) -> bytes:
    """As much of a body as can be unpacked; of one that is `known` to be packed, something can."""
    pieces: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(body), _PIECE):
            pieces.append(unpack(body[at : at + _PIECE]))
            size += len(pieces[-1])
            if size > LARGEST:
                raise ValueError(f"larger than {LARGEST >> 20} MiB, the limit for a page")
    except error:
        if known and not size:
            raise ValueError("its encoding is damaged") from None
    return b"".join(pieces)
