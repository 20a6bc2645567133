"""Runs that other processes make: records go out, in chunks, and come back as runs and compressed articles."""

from collections import deque
from concurrent.futures import Future
from pathlib import Path

from newssearch.engines.base import WriteOptions
from newssearch.engines.whoosh.columnar.articles_writer import SAMPLE, ArticlesWriter
from newssearch.engines.whoosh.columnar.runs import Runs, shares, write_records
from newssearch.engines.whoosh.segments import SegmentInfo
from newssearch.engines.workers import Workers

_BYTES_A_BYTE = 5
"""What a byte of a record takes, about, in a process that makes a run of it: its article, words and their inversion."""


class Elsewhere:
    """Takes records with `add`, and sees that `runs` and `articles` come to hold them in this order."""

    def __init__(self, runs: Runs, articles: ArticlesWriter, options: WriteOptions) -> None:
        self._runs = runs
        self._articles = articles
        self._workers = Workers(options.jobs)
        self._most_waiting = options.jobs + 1
        self._memory = options.memory // options.jobs
        self._chunk = shares(self._memory)[1] // _BYTES_A_BYTE
        self._records: list[bytes] = []
        self._size = 0
        self._dictionary: bytes | None = None
        self._waiting: deque[tuple[Path, Future[tuple[SegmentInfo, list[bytes]]]]] = deque()

    def add(self, record: bytes) -> None:
        """Take an article's record; this waits where the processes are far behind."""
        self._records.append(record)
        self._size += len(record)
        if self._size >= self._chunk and len(self._records) >= SAMPLE:
            self._send()

    def _send(self) -> None:
        if self._dictionary is None:
            self._dictionary = self._articles.begin(self._records)
        if len(self._waiting) == self._most_waiting:
            self._take()
        folder = self._runs.folder()
        asked = self._records, folder, self._runs.segment, self._dictionary, self._memory
        future = self._workers.submit(write_records, *asked)
        self._waiting.append((folder, future))
        self._records, self._size = [], 0

    def _take(self) -> None:
        """Wait for the next run."""
        folder, future = self._waiting.popleft()
        info, compressed = future.result()
        self._articles.append(compressed)
        self._runs.append(info, folder)

    def finish(self) -> list[bytes]:
        """Wait for all runs, and end the processes; the records, where there are too few to ask a process for a run."""
        if self._dictionary is None:
            return self._records
        if self._records:
            self._send()
        while self._waiting:
            self._take()
        self.close()
        return []

    def close(self) -> None:
        """End the processes."""
        self._workers.close()
