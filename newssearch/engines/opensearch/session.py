"""One writer's changes to an archive on OpenSearch.

A new archive, and one that is made afresh, is streamed into an index of its own, which
nobody searches: the commit checks it and moves the archive's name to it, in one step.
Changes of an archive that is there wait in a file until the commit, which sends them and
then makes them seen. A writer that is killed before leaves the archive as it was; in the
middle of such a commit, a part of the changes, which the same run again completes.
"""

import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from tempfile import TemporaryFile
from typing import Any, Protocol
from uuid import uuid4

from newssearch import __version__
from newssearch.engines.base import Session, Stored
from newssearch.engines.entry import content_number
from newssearch.engines.opensearch.bulk import Action, Bulk, read_actions
from newssearch.engines.opensearch.client import Client
from newssearch.engines.opensearch.documents import document_id
from newssearch.engines.opensearch.lease import Lease
from newssearch.engines.opensearch.making import Making
from newssearch.engines.opensearch.mapping import ABOUT, index_body, serving
from newssearch.engines.opensearch.pages import View
from newssearch.engines.opensearch.records import held, read
from newssearch.engines.opensearch.state import State, about, read_state, tally, write_sources, write_state
from newssearch.engines.opensearch.stories import retell, tell
from newssearch.errors import DamagedIndex, IndexPlaceError, NewssearchError

_PATIENCE = 120.0

_KEEP = "2h"
"""How long the changes of one commit may take to be sent."""


@contextmanager
def writing(client: Client, *, wait: float, fresh: bool, jobs: int = 1) -> Iterator["_Session"]:
    """A session, alone in its archive; so many processes make the documents."""
    _refuse_foreign(client)
    with Lease(client, wait) as lease:
        _sweep(client)
        before = _before(client, fresh=fresh)
        session: _Session
        session = _Anew(client, lease, jobs) if fresh or before is None else _Changes(client, lease, before, jobs)
        try:
            yield session
        finally:
            session.close()


class _Session(Session, Protocol):
    def close(self) -> None:
        """Let go of what it holds; what was not committed is forgotten."""


class _Anew:
    """An index that begins with nothing."""

    unfinished = False

    def __init__(self, client: Client, lease: Lease, jobs: int) -> None:
        self._client = client
        self._lease = lease
        self._index = f"{client.place.name}-{time.strftime('%Y%m%d%H%M%S', time.gmtime())}-{uuid4().hex[:4]}"
        self._content = 0
        self._served = False
        client.ask("PUT", f"/{self._index}", index_body(client.place, __version__), patience=_PATIENCE)
        self._bulk = Bulk(client, self._index)
        self._making = Making(jobs, self._bulk.add)

    def expect(self, ids: Sequence[str]) -> None: ...

    def get(self, id: str) -> Stored | None:  # noqa: ARG002 - there is nothing yet
        return None

    def put(self, stored: Stored) -> None:
        self._making.add(stored)
        self._content += content_number(stored.article)

    def remove(self, id: str) -> bool:  # noqa: ARG002 - there is nothing yet
        return False

    def commit(self, settings: Mapping[str, Any], sources: Iterable[str]) -> None:
        client, index = self._client, self._index
        self._making.finish()
        self._bulk.finish()
        _refresh(client, index)
        told = tell(client, index)
        _refresh(client, index)
        state = replace(tally(client, index, 1), told=told, archive=dict(settings))
        if state.content != self._content % 2**256:
            raise IndexPlaceError(
                f"{client.place} does not hold what was sent to it: nothing was changed, run it again"
            )
        client.ask("PUT", f"/{index}/_settings", {"index": serving(client.place)}, patience=_PATIENCE)
        client.ask("POST", f"/{index}/_flush", patience=_PATIENCE)
        client.ask("PUT", f"/{about(index)}", ABOUT, patience=_PATIENCE)
        write_state(client, replace(state, chunks=write_sources(client, index, 1, sources)))
        self._lease.check()
        _serve(client, index)
        self._served = True

    def close(self) -> None:
        self._making.close()
        self._bulk.close()
        if not self._served:
            with suppress(NewssearchError):  # the next writer sweeps; and an error before this one is worth more
                for name in (self._index, about(self._index)):
                    self._client.ask_if_there("DELETE", f"/{name}")


class _Changes:
    """Changes of the archive that is there."""

    def __init__(self, client: Client, lease: Lease, before: State, jobs: int) -> None:
        self._client = client
        self._lease = lease
        self._before = before
        self._spool = TemporaryFile()  # noqa: SIM115 - closed with the session
        self._making = Making(jobs, self._put_aside)
        self._expected: dict[str, Stored | None] = {}
        self._touched: set[str] = set()
        self._removed: set[str] = set()  # sent last: actions of one id may overtake each other

    def expect(self, ids: Sequence[str]) -> None:
        keys = {document_id(id): id for id in ids}
        found = {keys[key]: stored for key, stored in read(self._client, self._before.index, list(keys))}
        self._expected = {id: found.get(id) for id in ids}

    def get(self, id: str) -> Stored | None:
        if id in self._removed:
            return None
        return self._expected[id] if id in self._expected else held(self._client, self._before.index, id)

    def put(self, stored: Stored) -> None:
        self._removed.discard(stored.article.id)
        self._making.add(stored)

    def remove(self, id: str) -> bool:
        there = self.get(id) is not None
        if there:
            self._removed.add(id)
        return there

    @cached_property
    def unfinished(self) -> bool:
        _refresh(self._client, self._before.index)
        return tally(self._client, self._before.index, self._before.commit).content != self._before.content

    def _put_aside(self, action: Action) -> None:
        self._touched.add(action.id)
        self._spool.write(action.lines())

    def commit(self, settings: Mapping[str, Any], sources: Iterable[str]) -> None:
        client, before = self._client, self._before
        self._lease.check()
        self._making.finish()
        for id in sorted(self._removed):
            self._put_aside(Action(document_id(id), None))
        with ExitStack() as stack:
            then = None if self.unfinished else _shown(client, before, stack)
            self._send()
            _refresh(client, before.index)
            told = retell(client, before, then, sorted(self._touched)) if then else tell(client, before.index)
        _refresh(client, before.index)
        commit = before.commit + 1
        state = replace(tally(client, before.index, commit), told=told, archive=dict(settings))
        chunks = write_sources(client, before.index, commit, sources)
        write_state(client, replace(state, chunks=chunks), before)

    def _send(self) -> None:
        self._spool.seek(0)
        with Bulk(self._client, self._before.index) as bulk:
            for action in read_actions(self._spool):
                bulk.add(action)

    def close(self) -> None:
        self._making.close()
        self._spool.close()


def _shown(client: Client, before: State, stack: ExitStack) -> View | None:
    """What the last commit shows, until the stack is left; None where a node is away."""
    try:
        return stack.enter_context(View(client, before.index, keep=_KEEP))
    except IndexPlaceError:
        return None


def _refresh(client: Client, index: str) -> None:
    client.ask("POST", f"/{index}/_refresh", patience=_PATIENCE)


def _before(client: Client, *, fresh: bool) -> State | None:
    """The state to build on; a damaged one may only be replaced."""
    if fresh:
        return None
    state = read_state(client)
    if state is None and client.ask_if_there("GET", f"/{client.place.name}/_alias") is not None:
        raise DamagedIndex(f"the state of {client.place} is missing: `newssearch rebuild` makes the archive anew")
    return state


def _refuse_foreign(client: Client) -> None:
    """Raise `DamagedIndex` where the archive's name is that of someone else's index."""
    name = client.place.name
    found = client.ask_if_there("GET", f"/{name}/_mapping")
    for index, told in (found or {}).items():
        ours = told["mappings"].get("_meta", {}).get("newssearch")
        if not ours or not _is_made_here(name, index):
            raise DamagedIndex(f"{client.place} is an index that is not newssearch's: choose another name")


def _is_made_here(name: str, index: str) -> bool:
    return re.fullmatch(rf"{re.escape(name)}-[0-9]{{14}}-[0-9a-f]{{4}}(\.about)?", index) is not None


def _serve(client: Client, index: str) -> None:
    """Move the archive's name to an index, in one step, and drop what had it."""
    name = client.place.name
    new = {index: name, about(index): about(name)}
    actions = [{"remove_index": {"index": old}} for old in _ours(client) if old not in new]
    actions += [{"add": {"index": own, "alias": alias}} for own, alias in new.items()]
    client.ask("POST", "/_aliases", {"actions": actions}, patience=_PATIENCE)


def _sweep(client: Client) -> None:
    """Remove what a killed writer left: indices of this archive that have not its name."""
    for index, is_served in _ours(client).items():
        if not is_served:
            client.ask_if_there("DELETE", f"/{index}", patience=_PATIENCE)


def _ours(client: Client) -> dict[str, bool]:
    """The indices that were made for this archive, and whether each has its name."""
    name = client.place.name
    found = client.ask("GET", f"/{name}-*/_alias")
    return {index: bool(told["aliases"]) for index, told in found.items() if _is_made_here(name, index)}
