"""What the server says of an archive: whether it is sound, and its numbers."""

from collections.abc import Iterator
from typing import Any

from newssearch import __version__
from newssearch.engines.opensearch.client import Client
from newssearch.engines.opensearch.mapping import mapping
from newssearch.engines.opensearch.state import State, tally


def problems(client: Client, state: State) -> Iterator[str]:
    """One line for each thing that is wrong: shards that are away, another mapping, articles that no commit knows."""
    health = client.ask("GET", f"/_cluster/health/{state.index}")
    if health["status"] == "red":
        yield f"{client.place}: {health['unassigned_shards']} shards of {state.index} are not there: see the cluster"
        return
    (found,) = client.ask("GET", f"/{state.index}/_mapping").values()
    if _rules(found["mappings"]) != _rules(mapping(__version__)):
        yield (
            f"{client.place} has other fields than newssearch {state.newssearch} gave it: `newssearch rebuild` makes"
            " it anew"
        )
    holds = tally(client, state.index, state.commit)
    if (holds.articles, holds.content) != (state.articles, state.content):
        yield (
            f"{client.place} holds other articles than were committed ({holds.articles:,}, not {state.articles:,}):"
            " run the last `newssearch index` again, or `newssearch rebuild`"
        )


def _rules(mappings: dict[str, Any]) -> dict[str, Any]:
    """A mapping, but for the version that wrote it."""
    return {name: value for name, value in mappings.items() if name != "_meta"}


def numbers(client: Client, state: State) -> dict[str, Any]:
    """What `newssearch stats` prints.

    `lag` counts the operations that some copy of a shard has not got yet; `copies missing`
    the copies of shards that no node holds.
    """
    health = client.ask("GET", f"/_cluster/health/{state.index}")
    told = client.ask("GET", f"/{state.index}/_stats/store,segments", params={"level": "shards"})
    shards = told["indices"][state.index]["shards"].values()
    sizes = told["_all"]["primaries"]
    return {
        "engine": "opensearch",
        "articles": state.articles,
        "bytes": sizes["store"]["size_in_bytes"],
        "segments": sizes["segments"]["count"],
        "generation": state.commit,
        "committed": state.at,
        "content": f"{state.content:064x}",
        "stemmed_as": dict(state.languages),
        "written_by": state.newssearch,
        "format": state.format,
        "analysis": state.analysis,
        "index": state.index,
        "shards": health["active_primary_shards"],
        "copies": health["active_shards"],
        "copies_missing": health["unassigned_shards"] + health["initializing_shards"],
        "lag": sum(_lag(copies) for copies in shards),
        "nodes": health["number_of_data_nodes"],
        "health": health["status"],
        "server": client.ask("GET", "/")["version"]["number"],
    }


def _lag(copies: list[dict[str, Any]]) -> int:
    """By how many operations the copy of a shard that is furthest behind is behind the one that is furthest ahead."""
    numbers = [copy["seq_no"] for copy in copies if "seq_no" in copy]
    if not numbers:
        return 0
    return int(max(n["max_seq_no"] for n in numbers) - min(n["local_checkpoint"] for n in numbers))
