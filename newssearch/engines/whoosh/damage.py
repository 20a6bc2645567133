"""What is wrong with files, said as newssearch's own errors."""

import pickle
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newssearch.errors import DamagedIndex, IndexPlaceError, ReadOnlyIndex

_SYMPTOMS = (
    struct.error, zlib.error, pickle.UnpicklingError, EOFError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError, AssertionError, MemoryError, RecursionError,
)  # fmt: skip
"""What reading raises on bytes that are not what they should be."""


def damaged(folder: Path, what: str) -> DamagedIndex:
    """The error for a damaged index, with what to do about it."""
    return DamagedIndex(f"damaged index at {folder}: {what}; rebuild it with `newssearch rebuild SOURCE`")


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Whatever goes wrong while the index's bytes are taken apart is a `DamagedIndex`."""
    try:
        yield
    except _SYMPTOMS as error:
        raise damaged(folder, f"{type(error).__name__}: {error}") from error


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Whatever the system refuses while the index is written is a `ReadOnlyIndex`: no permission, no space."""
    try:
        yield
    except IndexPlaceError:
        raise
    except OSError as error:
        raise ReadOnlyIndex(f"cannot write the index at {folder}: {error.strerror or error}") from error
