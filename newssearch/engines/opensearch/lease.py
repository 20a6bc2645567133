"""One writer at a time, by a lease that its holder renews: a killed one keeps nobody out for long."""

import os
import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from newssearch.engines.opensearch.client import Client, Refused
from newssearch.errors import LockedIndex, NewssearchError

LASTS, RENEWED = 60.0, 15.0
"""Seconds that a lease lasts, and after which its holder renews it."""

_PATH = "/{}.lock/_doc/writer"
_INDEX = {
    "settings": {"number_of_shards": 1, "auto_expand_replicas": "0-1"},
    "mappings": {"dynamic": "strict", "properties": {"holder": {"type": "keyword"}, "until": {"type": "double"}}},
}


class Lease:
    """The right to write an archive; a context manager. Raises `LockedIndex` after `wait` seconds."""

    def __init__(self, client: Client, wait: float) -> None:
        self._client = client
        self._wait = wait
        self._path = _PATH.format(client.place.name)
        self._holder = f"{socket.gethostname()}, process {os.getpid()}, {uuid4().hex[:8]}"
        self._done = threading.Event()
        self._renewing = threading.Thread(target=self._renew, daemon=True, name="newssearch-lease")
        self._lost = ""
        self._condition: dict[str, Any] = {}

    def __enter__(self) -> Self:
        self._make_index()
        until = time.monotonic() + self._wait
        while holder := self._held_by_another():
            if time.monotonic() >= until:
                raise LockedIndex(f"{self._client.place} is being written by {holder}: wait for it, or try again later")
            time.sleep(min(0.2, max(until - time.monotonic(), 0.0)))
        self._renewing.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._renewing.join()
        with suppress(NewssearchError):  # it ends by itself; and an error before this one is worth more
            self._client.ask("DELETE", self._path, params=self._condition)

    def check(self) -> None:
        """Raise `LockedIndex` where the lease was lost: another may be writing."""
        if self._lost:
            raise LockedIndex(
                f"the lease on {self._client.place} was lost ({self._lost}): nothing was committed, run it again"
            )

    def _make_index(self) -> None:
        index = self._path.split("/")[1]
        if self._client.ask_if_there("GET", f"/{index}/_settings") is None:
            try:
                self._client.ask("PUT", f"/{index}", _INDEX)
            except Refused as refused:
                if refused.kind != "resource_already_exists_exception":
                    raise

    def _held_by_another(self) -> str:
        """Who holds the lease; "" where it is ours from now on."""
        found = self._client.ask_if_there("GET", self._path)
        if found is None:
            condition: dict[str, Any] = {"op_type": "create"}
        elif found["_source"]["until"] > time.time():
            return str(found["_source"]["holder"])
        else:
            condition = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
        try:
            self._take(condition)
        except Refused as refused:
            if refused.status != 409:
                raise
            return "another"
        return ""

    def _take(self, condition: dict[str, Any]) -> None:
        lease = {"holder": self._holder, "until": time.time() + LASTS}
        taken = self._client.ask("PUT", self._path, lease, params=condition)
        self._condition = {"if_seq_no": taken["_seq_no"], "if_primary_term": taken["_primary_term"]}

    def _renew(self) -> None:
        while not self._done.wait(RENEWED):
            try:
                self._take(self._condition)
            except NewssearchError as error:
                self._lost = str(error)
                return
