"""The files of a source: itself, or all below a folder."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from newssearch.errors import SourceError


def files(source: Path, passes_over: Callable[[str], bool] = lambda _: False) -> Iterator[Path]:
    """A file itself, or all files below a folder in the order of their paths.

    A folder below it that `passes_over`, which is asked about its path with slashes, is not
    opened. Hidden files and folders are passed over. Links to folders are not followed, so that no
    loop is; they, and folders, pipes and links that cannot be opened, are given as they
    are, so that `read` names them. Raises `SourceError` where the source is missing or cannot be read.
    """
    try:
        if not stat.S_ISDIR(source.stat().st_mode):
            yield source
            return
        os.scandir(source).close()
    except OSError as error:
        raise SourceError(f"cannot read {source}: {error.strerror or error}") from None
    yield from sorted(_below(source, passes_over), key=lambda path: path.relative_to(source).as_posix())


def _below(source: Path, passes_over: Callable[[str], bool]) -> Iterator[Path]:
    waiting = [source]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            yield folder
            continue
        for entry in visible:
            path = Path(entry)
            if not entry.is_dir(follow_symlinks=False):
                yield path
            elif not passes_over(path.relative_to(source).as_posix()):
                waiting.append(path)
