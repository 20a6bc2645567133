"""The engine past one machine: an archive as an index on OpenSearch."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from newssearch.engines.base import AS_IT_IS, Engine, Found, Request, Session, Stored, WriteOptions
from newssearch.engines.opensearch import health, records
from newssearch.engines.opensearch.client import GONE, Client, Refused
from newssearch.engines.opensearch.place import Place
from newssearch.engines.opensearch.search import answer, each
from newssearch.engines.opensearch.session import writing
from newssearch.engines.opensearch.state import State, read_sources, read_state
from newssearch.errors import NoIndex, UsageError
from newssearch.paths import StrPath
from newssearch.query import Query
from newssearch.results import Match

T = TypeVar("T")


class OpenSearchEngine:
    """An archive on a server. Any number of threads may ask.

    Every question sees the last commit; while another is under way, parts of it too.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self._client = Client(place)

    @property
    def identity(self) -> str:
        return str(self.place)

    def _state(self) -> State:
        state = read_state(self._client)
        if state is None:
            raise NoIndex(f"no archive at {self.place}: make one with `newssearch index SOURCE --index {self.place}`")
        return state

    @property
    def settings(self) -> Mapping[str, Any]:
        state = read_state(self._client)
        return {} if state is None else dict(state.archive or {})

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(self._state().languages)

    def sources(self) -> Iterator[str]:
        return iter(self._asked(lambda client, state: list(read_sources(client, state))))

    def search(self, query: Query, request: Request) -> Found:
        return self._asked(partial(answer, query=query, request=request))

    def _asked(self, ask: Callable[[Client, State], T]) -> T:
        try:
            return ask(self._client, self._state())
        except Refused as refused:
            if refused.kind != GONE:
                raise
            return ask(self._client, self._state())  # it was made anew in between

    def each(self, query: Query, request: Request) -> Iterator[Match]:
        return self._asked(partial(each, query=query, request=request))

    def get(self, id: str) -> Stored | None:
        return self._asked(lambda client, state: records.held(client, state.index, id))

    def articles(self) -> Iterator[Stored]:
        return records.every(self._client, self._state().index)

    @contextmanager
    def session(
        self,
        *,
        wait: float = 10.0,
        fresh: bool = False,
        options: WriteOptions = AS_IT_IS,  # of which the server decides how its files look
    ) -> Iterator[Session]:
        with writing(self._client, wait=wait, fresh=fresh, jobs=options.jobs) as session:
            yield session

    def verify(self) -> Iterator[str]:
        yield from self._asked(lambda client, state: list(health.problems(client, state)))

    def stats(self) -> dict[str, Any]:
        return self._asked(health.numbers)

    def elsewhere(self, place: StrPath) -> "OpenSearchEngine":  # noqa: ARG002 - a folder says nothing of a server
        raise UsageError(
            f"{self.place} has no files to compare: `newssearch stats` gives its content, equal for equal articles"
        )

    def differences(self, other: Engine) -> list[str]:
        """In what another archive's articles differ; how a server keeps them is its own."""
        if not isinstance(other, OpenSearchEngine):
            return ["it is not on OpenSearch"]
        ours, theirs = self._state(), other._state()  # noqa: SLF001 - of the same kind
        if ours.content == theirs.content:
            return []
        return [f"the articles differ: {ours.articles:,} are held, {theirs.articles:,} are there"]

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()
