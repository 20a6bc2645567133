"""The manifest: which files and segments are the index, and what is in them.

It names one generation, and replacing it is the commit. Readers open what it names,
never the newest table of contents that they find.
"""

import json
import os
import re
import sys
import unicodedata
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from newssearch.engines.base import CODECS
from newssearch.engines.entry import ANALYSIS
from newssearch.engines.whoosh.damage import damaged
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.whoosh.storage import (
    MANIFEST,
    TEMPORARY,
    is_foreign,
    is_ours,
    names,
    open_file,
    sync_folder,
    write_file,
)
from newssearch.errors import DamagedIndex, NewerIndex, NoIndex
from newssearch.paths import StrPath

FORMAT = 4
"""The layout of the folder; a reader refuses a greater one."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


class FileInfo(NamedTuple):
    """A file's size in bytes, and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


class Manifest(NamedTuple):
    """What a commit promises: `articles` that live, a digest of their `content`, the `segments`, and all `files`.

    `languages` counts the articles by the language of their stems; `archive` is what the
    caller of the commit handed over.
    """

    codec: str
    generation: int
    articles: int
    content: int
    languages: Mapping[str, int]
    segments: tuple[SegmentInfo, ...]
    files: Mapping[str, FileInfo]
    made_with: Mapping[str, str]
    archive: Any = None
    newssearch: str = ""

    def to_json(self) -> str:
        plain = {
            "newssearch": self.newssearch,
            "format": FORMAT,
            "analysis": ANALYSIS,
            "codec": self.codec,
            "generation": self.generation,
            "articles": self.articles,
            "content": f"{self.content:064x}",
            "languages": dict(self.languages),
            "segments": [segment.to_dict() for segment in self.segments],
            "files": {name: {"size": file.size, "sha256": file.sha256} for name, file in self.files.items()},
            "made_with": dict(self.made_with),
            "archive": self.archive,
        }
        plain["checksum"] = _checksum(plain)
        return json.dumps(plain, indent=1, sort_keys=True) + "\n"


def read(folder: StrPath) -> Manifest:
    """The manifest of the index in a folder.

    Raises `NoIndex` where there is none, `NewerIndex` for one by a later version, and
    `DamagedIndex` for one that is malformed, or not newssearch's.
    """
    try:
        text = open_file(os.path.join(folder, MANIFEST))[:]
    except (FileNotFoundError, NotADirectoryError):
        if is_foreign(folder):
            raise DamagedIndex(
                f"{folder} holds a Whoosh index that is not newssearch's: choose another place"
            ) from None
        found = names(folder)
        if any(map(is_ours, found)) and TEMPORARY not in found:  # a first commit that was killed leaves both
            raise damaged(folder, f"{MANIFEST} is missing") from None
        raise NoIndex(f"no index at {folder}: make one with `newssearch index SOURCE`") from None
    except OSError as error:
        raise DamagedIndex(f"cannot read the index at {folder}: {error.strerror or error}") from None
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise damaged(folder, f"{MANIFEST} is no JSON") from None
    if not isinstance(plain, dict) or "newssearch" not in plain:
        raise DamagedIndex(f"{folder} is not a newssearch index: its {MANIFEST} is another's; choose another place")
    _check_versions(folder, plain)
    try:
        if plain.pop("checksum", None) != _checksum(plain):
            raise damaged(folder, f"{MANIFEST} is not what was written: its checksum differs")
        return _from_plain(plain)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise damaged(folder, f"{MANIFEST} is malformed ({error!s:.200})") from None


def _checksum(plain: Mapping[str, Any]) -> str:
    """The CRC-32 of all that a manifest says besides."""
    return f"{zlib.crc32(json.dumps(plain, sort_keys=True, separators=(',', ':')).encode()):08x}"


def write(folder: StrPath, manifest: Manifest) -> None:
    """Put the manifest in the place of the one before, in one step: the commit."""
    new = os.path.join(folder, f"{MANIFEST}.tmp")
    write_file(new, [manifest.to_json().encode()])
    os.replace(new, os.path.join(folder, MANIFEST))
    sync_folder(folder)


def check_sizes(folder: StrPath, manifest: Manifest) -> None:
    """Raise `DamagedIndex` where a file has not the size that the manifest gives; a missing file is an `OSError`."""
    for name, info in manifest.files.items():
        size = os.stat(os.path.join(folder, name)).st_size
        if size != info.size:
            raise damaged(folder, f"{name} has {size:,} bytes instead of {info.size:,}")


def made_with() -> dict[str, str]:
    """The versions of what decides the bytes of an index, besides its sources and newssearch itself."""
    from importlib.metadata import version  # slow to load, and a search needs none of it

    from zstandard import ZSTD_VERSION

    libraries = ("whoosh", "numpy", "PyStemmer", "zstandard")
    return {
        "python": ".".join(map(str, sys.version_info[:2])),
        "python_unicode": unicodedata.unidata_version,
        **{library: version(library) for library in libraries},
        "libzstd": ".".join(map(str, ZSTD_VERSION)),
    }


def differences(held: Manifest, again: Manifest) -> list[str]:
    """In what an index differs from the same one made again, a line each, and what may be why; none where all is equal.

    Other versions of what it was made with are no difference where the files are the same.
    """
    found = []
    if held.content != again.content:
        found.append(f"the articles differ: {held.articles:,} are held, {again.articles:,} are in the sources")
    if held.archive != again.archive:
        found.append("what is recorded of the sources differs")
    if held.files == again.files:
        return found
    if not found:
        found.append("the same articles in other bytes")
    if held.newssearch != again.newssearch:
        found.append(f"made by newssearch {held.newssearch}, and not by {again.newssearch}: that may be why")
    for name in sorted({*held.made_with, *again.made_with}):
        one, other = held.made_with.get(name, "none"), again.made_with.get(name, "none")
        if one != other:
            found.append(f"made with {name} {one}, and not with {other}: that may be why")
    if found == ["the same articles in other bytes"]:
        found.append(
            "`newssearch rebuild` makes it anew: an index that grew by parts has other bytes than a rebuilt one"
        )
    return found


def _check_versions(folder: StrPath, plain: Mapping[str, Any]) -> None:
    for name, ours in (("format", FORMAT), ("analysis", ANALYSIS)):
        theirs = plain.get(name)
        if type(theirs) is int and theirs > ours:
            raise NewerIndex(
                f"the index at {folder} was written by newssearch {plain['newssearch']}, which is newer than this one"
                f" ({name} {theirs}, not {ours}): update newssearch, or choose another place"
            )
        if type(theirs) is int and 0 < theirs < ours:
            raise DamagedIndex(
                f"the index at {folder} was written by an older newssearch ({name} {theirs}, not {ours}):"
                " make it anew with `newssearch rebuild SOURCE`"
            )
        if theirs != ours:
            raise damaged(folder, f"{MANIFEST} has no {name} that this newssearch reads")
    if plain.get("codec") not in CODECS:
        raise damaged(folder, f"{MANIFEST} names the codec {plain.get('codec')!r:.40}")


def _from_plain(plain: Mapping[str, Any]) -> Manifest:
    files: dict[str, FileInfo] = {}
    for name, info in plain["files"].items():
        if not is_ours(name):
            raise ValueError(f"{name!r} is no file of an index")
        files[name] = FileInfo(_count(info["size"]), _digest(info["sha256"]))
    segments = tuple(map(SegmentInfo.from_dict, plain["segments"]))
    if len({segment.id for segment in segments}) != len(segments):
        raise ValueError("it lists a segment twice")
    for segment in segments:
        if segment.count > sum(info.size for name, info in files.items() if name.startswith(segment.file(""))):
            raise ValueError("it lists more documents than there are bytes")
    return Manifest(
        codec=plain["codec"],
        generation=_count(plain["generation"]),
        articles=_count(plain["articles"]),
        content=int(_digest(plain["content"]), 16),
        languages={str(code): _count(number) for code, number in plain["languages"].items()},
        segments=segments,
        files=files,
        archive=_settings(plain.get("archive")),
        made_with={str(name): str(value) for name, value in plain["made_with"].items()},
        newssearch=str(plain["newssearch"]),
    )


def _settings(value: Any) -> Any:
    if value is not None and not isinstance(value, dict):
        raise ValueError("the archive's settings are no object")
    return value


def _count(number: Any) -> int:
    if type(number) is not int or not 0 <= number < 2**53:
        raise ValueError(f"{number!r} is no count")
    return number


def _digest(text: Any) -> str:
    if not isinstance(text, str) or not _DIGEST.fullmatch(text):
        raise ValueError(f"{text!r} is no digest")
    return text
