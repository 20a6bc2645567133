"""What is read of an index: one page of an answer, or all of it, in bounded memory."""

from collections.abc import Iterator
from typing import Any

from newssearch.engines.opensearch.client import Client
from newssearch.engines.opensearch.matching import DSL

AT_ONCE = 10_000
"""Hits that the server gives in one answer."""

COMPLETE = {"allow_partial_search_results": False}
"""An answer of all shards, or none."""

_KEEP = "5m"
_WHOLE = {"allow_partial_search_results": "false"}


def search(client: Client, index: str, body: DSL) -> dict[str, Any]:
    """One answer."""
    found: dict[str, Any] = client.ask("POST", f"/{index}/_search", body, params=_WHOLE)
    return found


def stream(client: Client, index: str, body: DSL, size: int = 1000) -> Iterator[dict[str, Any]]:
    """Every hit in the order of the body's sort, of the index as it is now, `size` at a time."""
    opened = client.ask("POST", f"/{index}/_search/point_in_time", params={"keep_alive": _KEEP})
    pit = {"id": opened["pit_id"], "keep_alive": _KEEP}
    try:
        after: list[Any] | None = None
        while True:
            asked = {**body, "size": size, "pit": pit, **({} if after is None else {"search_after": after})}
            hits = client.ask("POST", "/_search", asked, params=_WHOLE)["hits"]["hits"]
            yield from hits
            if len(hits) < size:
                return
            after = hits[-1]["sort"]
    finally:
        client.ask_if_there("DELETE", "/_search/point_in_time", {"pit_id": [pit["id"]]})


def values(client: Client, index: str, field: str, query: DSL | None = None) -> Iterator[tuple[Any, int]]:
    """The values of a field of a column, ascending, and how many articles that match have each."""
    after: DSL = {}
    while True:
        composite = {"size": AT_ONCE, "sources": [{"value": {"terms": {"field": field}}}], **after}
        body = {"size": 0, "track_total_hits": False, "aggs": {"values": {"composite": composite}}}
        found = search(client, index, body if query is None else {**body, "query": query})["aggregations"]["values"]
        for bucket in found["buckets"]:
            yield bucket["key"]["value"], bucket["doc_count"]
        if len(found["buckets"]) < AT_ONCE:
            return
        after = {"after": found["after_key"]}
