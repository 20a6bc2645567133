"""Where articles come from: the sources of an archive, their files, and whether these have changed."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from newssearch.article import digest
from newssearch.errors import DamagedIndex
from newssearch.paths import relative, resolved
from newssearch.readers import Options, files


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder, relative to the index, and how its files are read."""

    path: str
    options: Options

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        try:
            mapping = tuple((str(field), str(name)) for field, name in plain["map"].items())
            return cls(str(plain["path"]), Options(zone=str(plain["zone"]), mapping=mapping))
        except (KeyError, TypeError, AttributeError):
            raise DamagedIndex("the manifest's list of sources is malformed: rebuild with SOURCE named") from None

    def to_dict(self, known: Iterable["SourceFile"]) -> dict[str, Any]:
        """As JSON, with one digest of all its files: what tells whether it has changed."""
        own = [[file.path, file.sha256] for file in known if _is_within(file.path, self.path)]
        return {
            "path": self.path,
            "zone": self.options.zone,
            "map": dict(self.options.mapping),
            "files": len(own),
            "digest": digest(sorted(own)),
        }


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was read: its path relative to the index, SHA-256 and options."""

    path: str
    sha256: str
    size: int
    zone: str
    mapping: tuple[tuple[str, str], ...] = ()

    def to_line(self) -> str:
        return json.dumps([self.path, self.sha256, self.size, self.zone, dict(self.mapping)], ensure_ascii=True)

    @classmethod
    def from_line(cls, line: str) -> Self:
        try:
            path, sha256, size, zone, mapping = json.loads(line)
            return cls(path, sha256, size, zone, tuple(mapping.items()))
        except (ValueError, TypeError, AttributeError):
            raise DamagedIndex("the index's list of source files is malformed: rebuild with SOURCE named") from None


def walk(source: Path, place: Path) -> Iterator[Path]:
    """The files of a source, in order, without those of the index itself. Raises `SourceError`."""
    own = os.path.abspath(place)  # noqa: PTH100
    for path in files(source):
        if not _is_within(os.path.abspath(path), own):  # noqa: PTH100
            yield path


def file_digest(path: Path) -> tuple[str, int]:
    """The SHA-256 and the size of a file. Raises `OSError`."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return sha256, file.tell()


def changes(sources: Iterable[Source], known: Iterable[SourceFile], place: Path) -> Iterator[str]:
    """One line for each file of the sources that is new, changed or gone since it was read. Raises `SourceError`."""
    before = {file.path: file for file in known}
    seen: set[str] = set()
    asked: list[str] = []
    for source in sources:
        asked.append(source.path)
        for path in walk(Path(resolved(source.path, place)), place):
            name = relative(path, place)
            if name in seen:
                continue
            seen.add(name)
            if name not in before:
                yield f"{path}: not in the index yet"
            else:
                try:
                    changed = file_digest(path)[0] != before[name].sha256
                except OSError as error:
                    yield f"{path}: cannot be read: {error.strerror}"
                    continue
                if changed:
                    yield f"{path}: changed since it was indexed"
    for name in before:
        if name not in seen and any(_is_within(name, source) for source in asked):
            yield f"{resolved(name, place)}: gone, and still in the index"


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep).rstrip("/") + "/")
