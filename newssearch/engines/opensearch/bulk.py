"""Many documents to the server: streamed in bounded memory, and sent again where it is busy."""

import json
import random
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

from newssearch.engines.opensearch.client import Client
from newssearch.errors import IndexPlaceError

PATIENCE = 300.0
"""Seconds in which a busy server is asked again."""

_BYTES, _COUNT = 5 << 20, 1000
"""A request is sent when it has so many bytes, or documents."""

_IN_FLIGHT = 2
"""Requests that are under way at once; who adds more than the server takes, waits."""

_BUSY = frozenset({429, 503})
_SHOWN = 3


class Action(NamedTuple):
    """A document to put under an id; None takes it out."""

    id: str
    document: bytes | None

    def lines(self) -> bytes:
        what = "delete" if self.document is None else "index"
        head = json.dumps({what: {"_id": self.id}}, separators=(",", ":")).encode()
        return head + b"\n" if self.document is None else b"%b\n%b\n" % (head, self.document)


def read_actions(file: BinaryIO) -> Iterator[Action]:
    """Actions of a file of their lines."""
    for head in file:
        (what, of), *_ = json.loads(head).items()
        yield Action(of["_id"], file.readline().removesuffix(b"\n") if what == "index" else None)


class Bulk:
    """Documents on their way to an index; a context manager, after which all have arrived."""

    def __init__(self, client: Client, index: str) -> None:
        self._client = client
        self._index = index
        self._waiting: list[Action] = []
        self._bytes = 0
        self._threads = ThreadPoolExecutor(_IN_FLIGHT, thread_name_prefix="newssearch-bulk")
        self._sent: deque[Future[list[str]]] = deque()
        self._failed: list[str] = []

    def add(self, action: Action) -> None:
        self._waiting.append(action)
        self._bytes += len(action.document or b"") + len(action.id)
        if self._bytes >= _BYTES or len(self._waiting) >= _COUNT:
            self._send()

    def finish(self) -> None:
        """Wait until everything is there. Raises `IndexPlaceError` that names the articles that are not."""
        self._send()
        while self._sent:
            self._failed += self._sent.popleft().result()
        if self._failed:
            more = len(self._failed) - _SHOWN
            raise IndexPlaceError(
                f"{self._client.place} did not take {len(self._failed):,} articles: {'; '.join(self._failed[:_SHOWN])}"
                + (f"; and {more:,} more" if more > 0 else "")
            )

    def close(self) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.finish()
        finally:
            self.close()

    def _send(self) -> None:
        if not self._waiting:
            return
        while len(self._sent) >= _IN_FLIGHT:
            self._failed += self._sent.popleft().result()
        self._sent.append(self._threads.submit(_sent, self._client, self._index, self._waiting))
        self._waiting, self._bytes = [], 0


def _sent(client: Client, index: str, actions: Iterable[Action]) -> list[str]:
    """Send documents, those again that the server was too busy for; a line for each that it does not take."""
    failed: list[str] = []
    left, until, pause = list(actions), time.monotonic() + PATIENCE, 0.2
    while True:
        data = b"".join([action.lines() for action in left])
        answer = client.ask("POST", f"/{index}/_bulk", data, params={"filter_path": _TOLD}, patience=PATIENCE)
        if not answer.get("errors"):
            return failed
        again = []
        for action, item in zip(left, answer["items"], strict=True):
            (told,) = item.values()
            if told["status"] in _BUSY and time.monotonic() < until:
                again.append(action)
            elif error := told.get("error"):
                failed.append(f"{action.id}: {error.get('caused_by', error).get('reason', error.get('reason'))}")
        if not again:
            return failed
        left = again
        time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - so that clients do not come back together
        pause = min(pause * 2, 20.0)


_TOLD = "errors,items.*.status,items.*.error.reason,items.*.error.caused_by.reason"
