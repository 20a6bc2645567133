"""Reading files before they are asked for: other processes read, in order is what is given.

Small files go to a process many at a time, a large one of lines in windows.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from newssearch.readers import read, windows
from newssearch.readers.contract import Item, Options
from newssearch.readers.records.json_records import WINDOW, Window

_TOGETHER = 1 << 20
"""Bytes of files that are read together, about."""

_MOST_TOGETHER = 200

_MOST_WHOLE = 4 << 20
"""Bytes of a file without windows from which on it is read here, article by article: all of them fill the memory."""

_File = TypeVar("_File")
_Items = list[Item]


class Part(NamedTuple):
    """What is read at a time: a file, or a window of it."""

    path: Path
    options: Options
    window: Window | None
    size: int


class _Step(NamedTuple):
    """One part, or nothing, of the file of a `key`; the last or not."""

    key: Any
    part: Part | None
    last: bool

    @property
    def here(self) -> bool:
        return self.part is not None and self.part.window is None and self.part.size > _MOST_WHOLE


def ahead(
    files: Iterable[tuple[_File, Part | None]], submit: Callable[..., Future[Any]], most: int
) -> Iterator[tuple[_File, Iterator[Item]]]:
    """Each file with what is in it, as `read` gives it; nothing of a file without a part.

    What is in a file is to be used up before the next file is asked for. `submit` has a
    process call a function; `most` is how often before what it gave is used.
    """
    steps = _read(files, submit, most)
    for key, items, last in steps:
        yield key, _joined(items, steps, last=last)


def _joined(items: Iterable[Item], steps: Iterator[tuple[Any, Iterable[Item], bool]], *, last: bool) -> Iterator[Item]:
    yield from items
    while not last:
        _, items, last = next(steps)
        yield from items


def _read(
    files: Iterable[tuple[Any, Part | None]], submit: Callable[..., Future[Any]], most: int
) -> Iterator[tuple[Any, Iterable[Item], bool]]:
    waiting: deque[tuple[list[_Step], Future[list[_Items]] | None]] = deque()
    for steps in _together(files):
        parts = [step.part for step in steps if step.part and not step.here]
        waiting.append((steps, submit(read_parts, parts) if parts else None))
        if len(waiting) > most:
            yield from _items(*waiting.popleft())
    while waiting:
        yield from _items(*waiting.popleft())


def _items(steps: list[_Step], future: Future[list[_Items]] | None) -> Iterator[tuple[Any, Iterable[Item], bool]]:
    found = iter(future.result() if future else [])
    for step in steps:
        if step.part and step.here:
            items: Iterable[Item] = read(step.part.path, str(step.part.path), step.part.options)
        else:
            items = next(found) if step.part else ()
        yield step.key, items, step.last


def _together(files: Iterable[tuple[Any, Part | None]]) -> Iterator[list[_Step]]:
    """The steps, as many together as are worth asking a process for."""
    steps: list[_Step] = []
    size = 0
    for key, part in files:
        for step in _steps(key, part):
            steps.append(step)
            size += step.part.size if step.part else 0
            if size >= _TOGETHER or len(steps) == _MOST_TOGETHER:
                yield steps
                steps, size = [], 0
    if steps:
        yield steps


def _steps(key: Any, part: Part | None) -> Iterator[_Step]:
    found = windows(part.path) if part and part.size > 2 * WINDOW else iter(())
    before = next(found, None)
    if part is None or before is None:
        yield _Step(key, part, last=True)
        return
    for window in found:
        yield _Step(key, part._replace(window=before, size=before.stop - before.start), last=False)
        before = window
    yield _Step(key, part._replace(window=before, size=before.stop - before.start), last=True)


def read_parts(parts: Sequence[Part]) -> list[_Items]:
    """What is in each part: what a process is asked for."""
    return [list(read(part.path, str(part.path), part.options, part.window)) for part in parts]
