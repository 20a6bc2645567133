"""The write lock: one writer at a time, and a name for who it is."""

import contextlib
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from newssearch.engines.whoosh.storage import LOCK
from newssearch.errors import LockedIndex


class WriteLock:
    """Held from its making to `release`; the system lets go of it when its process dies.

    Raises `LockedIndex` where another writer has held it for longer than `wait` seconds,
    and `OSError` where the folder cannot be written.
    """

    def __init__(self, folder: Path, wait: float) -> None:
        self._path = folder / LOCK
        self._lock = FileLock(self._path, thread_local=False)
        try:
            self._lock.acquire(timeout=max(0.0, wait), poll_interval=0.05)
        except Timeout:
            raise LockedIndex(
                f"the index at {folder} is being written{self._holder()}: waited {wait:g} s, try again later"
            ) from None
        try:
            self._path.write_text(json.dumps(holder()) + "\n", "utf-8")
        except OSError as error:
            if os.name == "nt" and isinstance(error, PermissionError):
                return  # Windows lets nobody write a locked file; the message is then without a name
            self._lock.release()
            raise

    def release(self) -> None:
        """Let the next writer in. The file stays: to remove it would let two in."""
        with contextlib.suppress(OSError):
            os.truncate(self._path, 0)
        self._lock.release()

    def _holder(self) -> str:
        try:
            holder = json.loads(self._path.read_text("utf-8"))
            return f" by process {holder['pid']} on {holder['host']} since {holder['since']}"
        except (OSError, ValueError, KeyError, TypeError):
            return " by another process"


def holder() -> dict[str, str | int]:
    """Who this process is, for the message of one who waits."""
    return {"pid": os.getpid(), "host": socket.gethostname(), "since": f"{datetime.now(UTC):%FT%TZ}"}
