"""Where articles come from: the sources of an archive, their files, and whether these have changed."""

import errno
import hashlib
import json
import os
import shlex
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, Self

from newssearch import __version__
from newssearch.canonical_json import digest
from newssearch.errors import DamagedIndex, SourceError
from newssearch.paths import absolute, relative, resolved
from newssearch.readers import Options, Remark, files
from newssearch.readers.choice import EVERYTHING, Choice

_MOST_LOSSES = 50
"""Losses of a file that are remembered one by one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file or folder, relative to the index, how its files are read, and which."""

    path: str
    options: Options
    choice: Choice = EVERYTHING

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Self:
        try:
            mapping = tuple((str(field), str(name)) for field, name in plain["map"].items())
            order = str(plain.get("date_order", ""))
            options = Options(zone=str(plain["zone"]), mapping=mapping, date_order=order)
            choice = Choice.of(*(map(str, plain.get(name, ())) for name in ("include", "exclude")))
            return cls(str(plain["path"]), options, choice)
        except (KeyError, TypeError, AttributeError):
            raise DamagedIndex("the manifest's list of sources is malformed: rebuild with SOURCE named") from None

    def options_given(self, zone: str) -> str:
        """How it is read, in the words of the command line; "" where as usual, in the archive's `zone`.

        >>> Source("wire", Options("UTC", (("headline", "title"),)), Choice.of("*.txt", "a b/")).options_given("UTC")
        "--map headline=title --include '*.txt' --exclude 'a b/'"
        """
        given = [("--timezone", self.options.zone)] if self.options.zone != zone else []
        given += [("--map", f"{field}={name}") for field, name in self.options.mapping]
        given += [("--date-order", order) for order in [self.options.date_order] if order]
        given += [("--include", glob) for glob in self.choice.include]
        given += [("--exclude", glob) for glob in self.choice.exclude]
        return shlex.join(chain.from_iterable(given))

    def to_dict(self, files: Iterable["SourceFile"]) -> dict[str, Any]:
        """As JSON, with one digest of its files: what tells whether it has changed."""
        own = sorted([file.path, file.sha256] for file in files)
        return {
            "path": self.path,
            "zone": self.options.zone,
            "map": dict(self.options.mapping),
            **({"date_order": self.options.date_order} if self.options.date_order else {}),
            **({"include": list(self.choice.include)} if self.choice.include else {}),
            **({"exclude": list(self.choice.exclude)} if self.choice.exclude else {}),
            "files": len(own),
            "digest": digest(own),
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """How somebody asked for sources to be read: `Options`, in the caller's terms; None leaves a source as it is."""

    timezone: str | None = None
    mapping: Mapping[str, str] | None = None
    date_order: str | None = None
    choice: Choice | None = None

    def of(self, source: Source) -> Source:
        """The source, read so. Raises `UsageError` for an unknown zone, article field or order."""
        own = source.options
        options = replace(
            own,
            zone=self.timezone or own.zone,
            mapping=own.mapping if self.mapping is None else tuple(self.mapping.items()),
            date_order=own.date_order if self.date_order is None else self.date_order,
        )
        return replace(source, options=options, choice=self.choice or source.choice)


def recorded(settings: Mapping[str, Any]) -> list[Source]:
    """The sources in an archive's settings. Raises `DamagedIndex` where these are none of ours."""
    sources = settings.get("sources", [])
    if not isinstance(sources, list):
        raise DamagedIndex("the manifest's list of sources is malformed: rebuild with SOURCE named")
    return list(map(Source.from_dict, sources))


class Losses(NamedTuple):
    """What of a file was passed over: messages, each with its place in the file; `more` were told and not kept.

    `version` is that of newssearch which could not read them; another may. `all` says that
    the file gave no article.
    """

    version: str = ""
    messages: tuple[tuple[str, str], ...] = ()
    more: int = 0
    all: bool = False

    @classmethod
    def of(cls, remarks: Sequence[Remark], path: str, *, all: bool) -> Self:
        """Those of a file at a path, which is not kept."""
        kept = tuple((remark.path.removeprefix(path), remark.message) for remark in remarks[:_MOST_LOSSES])
        return cls(__version__, kept, len(remarks) - len(kept), all) if remarks else cls()

    def remarks(self, path: str) -> Iterator[Remark]:
        """As they were told, of a file at a path."""
        for place, message in self.messages:
            yield Remark(path + place, message, lost=True)
        if self.more:
            yield Remark(path, f"{self.more:,} more were passed over when it was read", lost=True)


NO_LOSSES = Losses()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was read: its path relative to the index, SHA-256, size and options.

    `lost` says that it may give more although it does not change, so it is read again the
    next time; `only` is the id of its article where it held just one; `losses` are what
    reading it again would not give either.
    """

    path: str
    sha256: str
    size: int
    zone: str
    mapping: tuple[tuple[str, str], ...] = ()
    lost: bool = False
    only: str = ""
    date_order: str = ""
    losses: Losses = NO_LOSSES

    def is_as(self, other: Self | None) -> bool:
        """Whether reading it again would give nothing that the other did not."""
        if other is None or other.lost or other.losses.version not in {"", __version__}:
            return False
        return replace(other, only="", losses=NO_LOSSES) == self

    def to_line(self) -> str:
        more = {
            **({"date_order": self.date_order} if self.date_order else {}),
            **({"losses": self.losses} if self.losses != NO_LOSSES else {}),
        }
        told = [self.path, self.sha256, self.size, self.zone, dict(self.mapping), self.lost, self.only]
        return json.dumps([*told, more] if more else told, ensure_ascii=True)

    @classmethod
    def from_line(cls, line: str) -> Self:
        try:
            path, sha256, size, zone, mapping, lost, only, *more = json.loads(line)
            rest = more[0] if more else {}
            version, messages, count, all = rest.get("losses", NO_LOSSES)
            each = tuple((str(place), str(message)) for place, message in messages)
            losses = Losses(str(version), each, int(count), bool(all))
            pairs = tuple(mapping.items())
            return cls(path, sha256, size, zone, pairs, lost, only, str(rest.get("date_order", "")), losses)
        except (ValueError, TypeError, AttributeError):
            raise DamagedIndex("the index's list of source files is malformed: rebuild with SOURCE named") from None


class Known:
    """Files by their absolute paths, to find those of a source: its own, or all below it."""

    def __init__(self, files: Iterable[SourceFile], place: str) -> None:
        self._place = place
        self._files = sorted((absolute(file.path, place), file) for file in files)
        self._paths = [path for path, _ in self._files]

    def of(self, source: str) -> list[SourceFile]:
        """The files of a source, given by its kept path."""
        path = absolute(source, self._place)
        folder = path.rstrip(os.sep) + os.sep
        low, high = bisect_left(self._paths, folder), bisect_left(self._paths, folder[:-1] + chr(ord(os.sep) + 1))
        at = bisect_left(self._paths, path)
        own = self._files[at : at + 1] if self._paths[at : at + 1] == [path] else []
        return [file for _, file in (*own, *self._files[low:high])]


def walk(source: Path, place: str, choice: Choice = EVERYTHING) -> Iterator[Path]:
    """The chosen files of a source, in order, without those of this or another index. Raises `SourceError`."""
    own = Path(os.path.abspath(place))  # noqa: PTH100 - a link stays the link that was named
    for path in files(source, choice.leaves_out_folder):
        if choice and not _chosen(path, below(path, source), choice):
            continue
        if not Path(os.path.abspath(path)).is_relative_to(own) and not _holds_index(path.parent):  # noqa: PTH100
            yield path


def _chosen(path: Path, name: str, choice: Choice) -> bool:
    """Whether to read a path. What is no file may be a folder that cannot be opened: files to include may be in it."""
    return choice.takes(name) if os.path.isfile(path) else not choice.leaves_out_folder(name)  # noqa: PTH113 - never raises


def below(path: Path, source: Path) -> str:
    """The path of a file below its source, with slashes; its name, where it is the source."""
    return path.relative_to(source).as_posix() if path != source else path.name


@lru_cache(maxsize=64)
def _holds_index(folder: Path) -> bool:
    return (folder / "manifest.json").exists() and next(folder.glob("_MAIN_*.toc"), None) is not None


def file_digest(path: Path) -> tuple[str, int]:
    """The SHA-256 and the size of a file. Raises `OSError`, for a pipe or a folder too."""
    if not path.is_file():
        path.stat()  # says what is wrong with a link that leads nowhere
        raise OSError(errno.EINVAL, "not a file that can be read")
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return sha256, file.tell()


def changes(sources: Iterable[Source], known: Iterable[SourceFile], place: str) -> Iterator[str]:
    """One line for each file of the sources that is new, changed or gone since it was read."""
    own = Known(known, place)
    before: dict[str, SourceFile] = {}
    seen: set[str] = set()
    for source in sources:
        before |= {file.path: file for file in own.of(source.path)}
        try:
            for path in walk(Path(resolved(source.path, place)), place, source.choice):
                name = relative(path, place)
                if name not in seen:
                    seen.add(name)
                    yield from _change(path, before.get(name))
        except SourceError:
            pass  # its files are gone, as is said below
    for name in sorted(before.keys() - seen):  # one source may leave out what another takes
        lost = resolved(name, place)
        yield f"{lost}: {'left out' if os.path.lexists(lost) else 'gone'}, and still in the index"


def _change(path: Path, before: SourceFile | None) -> Iterator[str]:
    if before is None:
        yield f"{path}: not in the index yet"
        return
    try:
        changed = file_digest(path)[0] != before.sha256
    except OSError as error:
        if before.sha256:  # else it could not be read then either
            yield f"{path}: cannot be read: {error.strerror or error}"
        return
    if changed:
        yield f"{path}: changed since it was indexed"
