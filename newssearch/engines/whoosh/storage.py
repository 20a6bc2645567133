"""The files of an index folder: which are ours, how they are made to last, how they are swept."""

import contextlib
import mmap
import os
import re
from collections.abc import Collection, Iterable

from newssearch.paths import StrPath
from newssearch.patterns import lazily

Buffer = bytes | mmap.mmap
"""A file that is open for reading."""

MANIFEST = "manifest.json"
TEMPORARY = "MAIN.tmp"
"""The folder for what a writer needs only while it writes."""

LOCK = "write.lock"

SKETCHES_FILE = "sketches"
"""The ending of a segment's file of sketches, which all codecs have."""

_SMALL = 1 << 14

_OURS = re.compile(
    r"_MAIN_([0-9]{1,18})\.toc|sources-([0-9]{1,18})\.jsonl|stories-([0-9]{1,18})\.groups|MAIN_g[0-9a-f]{6,32}\.[A-Za-z0-9_.]+"
)
_LEFTOVER = lazily(
    r"(?:_MAIN_[0-9]+\.toc|MAIN_g[0-9a-f]+\.|sources-[0-9]+\.jsonl|stories-[0-9]+\.groups).*|manifest\.json\.tmp",
    re.DOTALL,
)
_TOC = lazily(r"_(.+)_([0-9]+)\.toc")


def toc_name(generation: int) -> str:
    """The file of a generation's table of contents, for Whoosh.

    >>> toc_name(1)
    '_MAIN_1.toc'
    """
    return f"_MAIN_{generation}.toc"


def sources_name(generation: int) -> str:
    """The file of a generation's sources, a line of JSON each.

    >>> sources_name(1)
    'sources-1.jsonl'
    """
    return f"sources-{generation}.jsonl"


def stories_name(generation: int) -> str:
    """The file of a generation's stories.

    >>> stories_name(1)
    'stories-1.groups'
    """
    return f"stories-{generation}.groups"


def is_ours(name: str) -> bool:
    """Whether a manifest may name this file.

    >>> is_ours("MAIN_g0f0f0f.words"), is_ours("../MAIN_g0f0f0f.words")
    (True, False)
    """
    return _OURS.fullmatch(name) is not None


def generation_of(name: str) -> int:
    """The generation that a table of contents or a list of sources is of; 0 for other files.

    >>> generation_of("_MAIN_12.toc"), generation_of("MAIN_g0f0f0f.words")
    (12, 0)
    """
    match = _OURS.fullmatch(name)
    return int(match[1] or match[2] or match[3] or 0) if match else 0


def names(folder: StrPath) -> list[str]:
    """The names in a folder; none where there is no folder."""
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []


def is_foreign(folder: StrPath) -> bool:
    """Whether another program's Whoosh index is here: we write the sources before the table of contents.

    So a table of contents without its sources is none that a killed writer of ours left.
    """
    found = set(names(folder))
    tocs = filter(None, map(_TOC.fullmatch, found))
    return any(toc[1] != "MAIN" or sources_name(int(toc[2])) not in found for toc in tocs)


def sweep(folder: StrPath, keep: Collection[str]) -> None:
    """Remove every file that bears one of our names, save those to keep; of others' files, none.

    What cannot be removed now (a file that another system's reader holds open) the next sweep takes.
    """
    for name in sorted(names(folder)):  # tables of contents before their sources: see `is_foreign`
        if _LEFTOVER.fullmatch(name) and name not in keep:
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(folder, name))
    import shutil  # it loads compressors, and a search removes nothing

    shutil.rmtree(os.path.join(folder, TEMPORARY), ignore_errors=True)


def write_file(path: StrPath, lines: Iterable[bytes]) -> None:
    """Write a file that is on the disk when this returns."""
    with open(path, "wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def sync(path: StrPath) -> None:
    """Wait until a file or folder is on the disk."""
    # Windows syncs only what may be written; elsewhere a folder may only be read.
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: StrPath) -> None:
    """Wait until a folder's names are on the disk, where the system has a way to say so."""
    if os.name == "posix":
        sync(folder)


def open_file(path: StrPath) -> Buffer:
    """A file's bytes, which stay readable when the file is removed: a small one read, a large one mapped.

    A map holds a file descriptor for as long as it lives; nearly all files of a segment are small.
    """
    with open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size <= _SMALL:
            return file.read()
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
