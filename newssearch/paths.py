"""Paths as an archive keeps them: relative to the index.

So an archive can be moved with its sources and is the same on every machine; only a
path on another drive stays absolute.

What a question needs of paths is done without pathlib, here and in the engine: it loads
URLs and IP addresses, which take 3 ms of a new process.
"""

import os
from functools import lru_cache

StrPath = str | os.PathLike[str]


def relative(path: StrPath, place: str) -> str:
    """A path as it is kept: relative to the index, with slashes.

    >>> relative("seeds/a.txt", "index"), relative("index", "index/old")
    ('../seeds/a.txt', '..')
    """
    file, base = os.path.abspath(path), os.path.abspath(place)  # a link stays the link that was named
    folder, name = os.path.split(file)
    if not name or f"{base}{os.sep}".startswith(f"{file}{os.sep}"):  # the index lies in it
        return _relative(file, base)
    kept = _relative(folder, base)
    return name if kept == "." else f"{kept.rstrip('/')}/{name}"


@lru_cache(maxsize=1024)
def _relative(folder: str, place: str) -> str:
    """The same of a folder, once for all of its files; both are absolute."""
    try:
        return _slashed(os.path.relpath(folder, place))
    except ValueError:  # another drive
        return _slashed(folder)


def absolute(path: str, place: str) -> str:
    """A kept path from the root."""
    return os.path.abspath(os.path.join(place, path))


@lru_cache(maxsize=4096)
def resolved(path: str, place: str) -> str:
    """A kept path as it can be opened from here: `relative` undone.

    >>> resolved("../seeds/a.txt", "index")
    'seeds/a.txt'
    """
    return _slashed(os.path.normpath(os.path.join(place, path)))


def file_of(path: str, place: str) -> str:
    """The kept path of the file that an article lies in, where its path goes on into it: `dump.zip/page.html`."""
    from pathlib import PurePath

    for outer in PurePath(path).parents:
        if os.path.isfile(resolved(outer.as_posix(), place)):
            return outer.as_posix()
    return path


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")
