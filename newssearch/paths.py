"""Paths as an archive keeps them: relative to the index.

So an archive can be moved with its sources and is the same on every machine; only a
path on another drive stays absolute.
"""

import os
from functools import lru_cache
from pathlib import Path, PurePath


def relative(path: Path, place: Path) -> str:
    """A path as it is kept: relative to the index, with slashes.

    >>> relative(Path("seeds/a.txt"), Path("index")), relative(Path("index"), Path("index/old"))
    ('../seeds/a.txt', '..')
    """
    file, base = os.path.abspath(path), os.path.abspath(place)  # noqa: PTH100 - a link stays the link that was named
    folder, name = os.path.split(file)
    if not name or f"{base}{os.sep}".startswith(f"{file}{os.sep}"):  # the index lies in it
        return _relative(file, base)
    kept = _relative(folder, base)
    return name if kept == "." else f"{kept.rstrip('/')}/{name}"


@lru_cache(maxsize=1024)
def _relative(folder: str, place: str) -> str:
    """The same of a folder, once for all of its files; both are absolute."""
    try:
        return PurePath(os.path.relpath(folder, place)).as_posix()
    except ValueError:  # another drive
        return PurePath(folder).as_posix()


def absolute(path: str, place: Path) -> str:
    """A kept path from the root."""
    return os.path.abspath(place / path)  # noqa: PTH100


@lru_cache(maxsize=4096)
def resolved(path: str, place: Path) -> str:
    """A kept path as it can be opened from here: `relative` undone.

    >>> resolved("../seeds/a.txt", Path("index"))
    'seeds/a.txt'
    """
    return PurePath(os.path.normpath(place / path)).as_posix()


def file_of(path: str, place: Path) -> str:
    """The kept path of the file that an article lies in, where its path goes on into it: `dump.zip/page.html`."""
    inner = PurePath(path)
    for outer in inner.parents:
        if os.path.isfile(resolved(outer.as_posix(), place)):  # noqa: PTH113
            return outer.as_posix()
    return path
