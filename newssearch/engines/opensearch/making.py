"""Articles made into documents, here or by other processes, in the order in which they come."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future

from newssearch.engines.base import Stored
from newssearch.engines.opensearch.bulk import Action
from newssearch.engines.opensearch.documents import document, document_id
from newssearch.engines.workers import Workers

_TOGETHER = 100
"""Articles that a process makes at a time."""


def made(stored: list[Stored]) -> list[Action]:
    """The documents of articles, to be put."""
    return [Action(document_id(one.article.id), document(one.article, one.versions)) for one in stored]


class Making:
    """Gives `take` the document of each article that is added; with several `jobs`, some later, and all by `finish`."""

    def __init__(self, jobs: int, take: Callable[[Action], None]) -> None:
        self._take = take
        self._workers = Workers(jobs) if jobs > 1 else None
        self._waiting: list[Stored] = []
        self._under_way: deque[Future[list[Action]]] = deque()

    def add(self, stored: Stored) -> None:
        if self._workers is None:
            self._taken(made([stored]))
            return
        self._waiting.append(stored)
        if len(self._waiting) == _TOGETHER:
            self._send(self._workers)

    def finish(self) -> None:
        """Have all documents made and taken."""
        if self._workers and self._waiting:
            self._send(self._workers)
        while self._under_way:
            self._taken(self._under_way.popleft().result())

    def close(self) -> None:
        if self._workers:
            self._workers.close()

    def _send(self, workers: Workers) -> None:
        while len(self._under_way) > workers.jobs:  # what is added faster than it is made would fill the memory
            self._taken(self._under_way.popleft().result())
        self._under_way.append(workers.submit(made, self._waiting))
        self._waiting = []

    def _taken(self, actions: list[Action]) -> None:
        for action in actions:
            self._take(action)
