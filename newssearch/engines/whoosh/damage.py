"""What is wrong with files, said as newssearch's own errors."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from newssearch.errors import DamagedIndex, IndexPlaceError, ReadOnlyIndex
from newssearch.paths import StrPath

_SYMPTOMS = (
    struct.error, zlib.error, EOFError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError, AssertionError, MemoryError, RecursionError,
)  # fmt: skip
"""What reading raises on bytes that are not what they should be."""


class DamagedFile(ValueError):
    """Bytes that are not what was written; the message begins with the name of their file."""


def damaged(folder: StrPath, what: str) -> DamagedIndex:
    """The error for a damaged index, with what to do about it."""
    return DamagedIndex(f"damaged index at {folder}: {what}; rebuild it with `newssearch rebuild SOURCE`")


class reading:  # noqa: N801 - used as a function would be; a class costs a fifth, and a question enters many
    """Whatever goes wrong while the index's bytes are taken apart is a `DamagedIndex`."""

    __slots__ = ("_folder",)

    def __init__(self, folder: StrPath) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            return
        if isinstance(error, DamagedFile):
            raise damaged(self._folder, str(error)) from error
        if isinstance(error, _SYMPTOMS):
            raise damaged(self._folder, f"{type(error).__name__}: {error}") from error


@contextmanager
def reading_file(name: str) -> Iterator[None]:
    """Whatever goes wrong while one file's bytes are taken apart is a `DamagedFile`."""
    try:
        yield
    except DamagedFile:
        raise
    except _SYMPTOMS as error:
        raise DamagedFile(f"{name}: {type(error).__name__}: {error}") from error


@contextmanager
def writing(folder: StrPath) -> Iterator[None]:
    """Whatever the system refuses while the index is written is a `ReadOnlyIndex`: no permission, no space."""
    try:
        yield
    except IndexPlaceError:
        raise
    except MemoryError:
        raise ReadOnlyIndex(f"cannot write the index at {folder}: no memory is left: give less --memory") from None
    except OverflowError as error:
        raise ReadOnlyIndex(f"cannot write the index at {folder}: {error}") from None
    except OSError as error:
        raise ReadOnlyIndex(f"cannot write the index at {folder}: {error.strerror or error}") from error
