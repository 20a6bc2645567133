"""What is read of an index: one page of an answer, or all of it, in bounded memory."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from newssearch.engines.opensearch.client import GONE, Client, Refused
from newssearch.engines.opensearch.matching import DSL
from newssearch.errors import IndexPlaceError, NewssearchError

AT_ONCE = 10_000
"""Hits that the server gives in one answer."""

COMPLETE = {"allow_partial_search_results": False}
"""An answer of all shards, or none."""

AS_IT_COMES = ["_shard_doc"]
"""The order that costs nothing. By `_doc` alone, a stream would lose what has the same number on two shards."""

_KEEP = "5m"
_WHOLE = {"allow_partial_search_results": "false"}
_GONE = frozenset({GONE, "search_context_missing_exception"})


def search(client: Client, index: str, body: DSL) -> dict[str, Any]:
    """One answer."""
    found: dict[str, Any] = client.ask("POST", f"/{index}/_search", body, params=_WHOLE)
    return found


class View:
    """An index as it is at one moment, until this is closed; a context manager."""

    def __init__(self, client: Client, index: str, keep: str = _KEEP) -> None:
        """`keep` is how long it may be left alone."""
        self._client = client
        self._keep = keep
        asked = {"keep_alive": keep, "allow_partial_pit_creation": "false"}
        try:
            opened = client.ask("POST", f"/{index}/_search/point_in_time", params=asked)
        except Refused as refused:
            raise self._gone(refused) from None
        self._pit = {"id": opened["pit_id"], "keep_alive": keep}

    def search(self, body: DSL) -> dict[str, Any]:
        """One answer."""
        try:
            found: dict[str, Any] = self._client.ask("POST", "/_search", {**body, "pit": self._pit}, params=_WHOLE)
        except Refused as refused:
            raise self._gone(refused) from None
        return found

    def _gone(self, refused: Refused) -> IndexPlaceError:
        """What it means that the server refused to read on."""
        place = self._client.place
        if refused.kind in _GONE:
            return IndexPlaceError(
                f"{place} was made anew, lost a node, or was not read on for {self._keep}, while it was read: ask again"
            )
        if "_shard_doc" in str(refused):
            return IndexPlaceError(f"{place} needs OpenSearch 3.3 or newer ({refused})")
        return refused

    def hits(self, body: DSL, size: int) -> Iterator[dict[str, Any]]:
        """Every hit in the order of the body's sort, `size` at a time."""
        after: DSL = {}
        while True:
            hits = self.search({**body, "size": size, "track_total_hits": False, **after})["hits"]["hits"]
            yield from hits
            if len(hits) < size:
                return
            after = {"search_after": hits[-1]["sort"]}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(NewssearchError):  # it ends by itself; and an error before this one is worth more
            self._client.ask_if_there("DELETE", "/_search/point_in_time", {"pit_id": [self._pit["id"]]})


def stream(client: Client, index: str, body: DSL, size: int = 1000) -> Iterator[dict[str, Any]]:
    """Every hit in the order of the body's sort, of the index as it is now, `size` at a time."""
    with View(client, index) as view:
        yield from view.hits(body, size)


def values(search: Callable[[DSL], dict[str, Any]], field: str, query: DSL | None = None) -> Iterator[tuple[Any, int]]:
    """The values of a field of a column, ascending, and how many articles that match have each."""
    after: DSL = {}
    while True:
        composite = {"size": AT_ONCE, "sources": [{"value": {"terms": {"field": field}}}], **after}
        body = {"size": 0, "track_total_hits": False, "aggs": {"values": {"composite": composite}}}
        found = search(body if query is None else {**body, "query": query})["aggregations"]["values"]
        for bucket in found["buckets"]:
            yield bucket["key"]["value"], bucket["doc_count"]
        if len(found["buckets"]) < AT_ONCE:
            return
        after = {"after": found["after_key"]}
