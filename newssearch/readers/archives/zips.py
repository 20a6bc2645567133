"""zip: the files of an archive with a directory at its end, or without it where the end is missing."""

import re
import stat
import struct
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from newssearch.readers.archives import torn_zips
from newssearch.readers.archives.member_names import MOST_MEMBERS, harmless, is_hidden
from newssearch.readers.archives.unpacked import PIECE, Note, Unpacked
from newssearch.readers.contract import Member, Remark

_LARGEST_DIRECTORY = 256 << 20
_END = b"PK\x05\x06"
_ENCRYPTED, _UTF8 = 0x1, 0x800
_PROGRAMS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}

_DOCUMENTS = (
    (re.compile(r"word/document\w*\.xml"), "Microsoft Word document"),
    (re.compile(r"xl/workbook\.(?:xml|bin)"), "Microsoft Excel workbook"),
    (re.compile(r"ppt/presentation\.xml"), "Microsoft PowerPoint presentation"),
    (re.compile(r"META-INF/container\.xml"), "EPUB book"),
    (re.compile(r"Index/Document\.iwa|index\.apxl|index\.xml\.gz"), "Apple iWork document"),
    (re.compile(r"META-INF/MANIFEST\.MF|AndroidManifest\.xml"), "program"),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


def begins(head: bytes) -> bool:
    """Whether a file that begins so is a zip archive."""
    return head.startswith((b"PK\x03\x04", _END))


def members(file: BinaryIO, name: str) -> Iterator[Member | Remark]:
    """The files of a zip archive, in its order; links, folders and hidden files are passed over.

    One that is a document of another program is one remark: its parts are nobody's files.
    """
    try:
        if _directory_size(file) > _LARGEST_DIRECTORY:
            yield Remark(name, f"its directory is larger than {_LARGEST_DIRECTORY >> 20} MiB: passed over", lost=True)
            return
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError, MemoryError):
        file.seek(0)
        yield from torn_zips.members(file, name)
        return
    with archive:
        if document := _document(archive):
            yield Remark(name, f"{document} is not a format that is read: passed over", lost=True)
            return
        yield from _members(archive, file.seek(0, 2), name)


def _members(archive: zipfile.ZipFile, size: int, name: str) -> Iterator[Member | Remark]:
    packed = 0
    for count, entry in enumerate(archive.infolist(), 1):
        packed += entry.compress_size
        if count > MOST_MEMBERS or packed > size:
            what = f"holds more than {MOST_MEMBERS:,} files" if packed <= size else "its files lie over each other"
            yield Remark(name, f"{what}: passed over from {harmless(entry.filename)}", lost=True)
            return
        inner = harmless(_name(entry))
        if entry.filename.endswith("/") or stat.S_ISLNK(entry.external_attr >> 16) or is_hidden(inner):
            continue
        where = f"{name}/{inner}"
        if entry.flag_bits & _ENCRYPTED:
            yield Remark(where, "encrypted: passed over", lost=True)
        elif entry.compress_type not in _PROGRAMS:
            yield Remark(where, f"packed by method {entry.compress_type}, which is not read: passed over", lost=True)
        else:
            with Unpacked(partial(_pieces, archive, entry), partial(_packed, entry)) as found:
                yield Member(inner, found)
                if found.problem:
                    yield Remark(where, f"{found.problem}: read as far as it goes", lost=True)


def _packed(entry: zipfile.ZipInfo) -> int:
    return entry.compress_size


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, _: Note) -> Iterator[bytes]:
    try:
        with archive.open(entry) as file:
            while piece := file.read(PIECE):
                yield piece
    except (RuntimeError, NotImplementedError, struct.error, AssertionError) as error:
        raise OSError(str(error)) from error


def _name(entry: zipfile.ZipInfo) -> str:
    """Some programs write UTF-8 and do not say so; then zipfile takes it for the first PC's code page."""
    if not entry.flag_bits & _UTF8:
        try:
            return entry.filename.encode("cp437").decode("utf-8")
        except ValueError:
            pass
    return entry.filename


def _document(archive: zipfile.ZipFile) -> str:
    """Whose document a zip archive is, or ""."""
    names = archive.namelist()[:1_000]
    for printed, kind in _DOCUMENTS:
        if any(printed.fullmatch(name) for name in names):
            return kind
    if names[:1] == ["mimetype"] and archive.infolist()[0].file_size < 200:
        mimetype = b"".join(_pieces(archive, archive.infolist()[0], lambda _: None))
        if mimetype.startswith(_OPEN_DOCUMENT):
            return "OpenDocument file"
    return ""


def _directory_size(file: BinaryIO) -> int:
    """The bytes of the directory, as its end says; zipfile would read any number of them."""
    size = file.seek(0, 2)
    file.seek(max(0, size - (1 << 16) - 100))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        return 0
    said: int = struct.unpack_from("<L", tail, at + 12)[0]
    return size if said == 0xFFFFFFFF else said
