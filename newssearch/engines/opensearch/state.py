"""What the last commit says of an archive: kept beside its index, and written last.

The numbers are asked of the server, which sums what the index holds; so they are right
whoever wrote it, and two archives with one content digest hold the same articles.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from newssearch import __version__
from newssearch.engines.entry import ANALYSIS
from newssearch.engines.opensearch.client import GONE, Client, Refused
from newssearch.engines.opensearch.mapping import FORMAT, PARTS
from newssearch.engines.opensearch.pages import search
from newssearch.errors import DamagedIndex, NewerIndex
from newssearch.query.fields import DEFAULTS

_LINES = 1000
"""Lines of source files that are kept together."""

_LANGUAGES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """An archive after a commit: `index` is the server's, the commits are counted from 1.

    `content` is the sum of the articles' numbers (`entry.content_number`) modulo 2^256,
    `lengths` sums the positions of each ranked field, `told` counts the articles whose
    story another one leads, `withheld` those that are not to be shown, or not before some
    time, `chunks` the parts that the source files are kept in, `at`
    is when it was committed, by the clock of who did.
    """

    index: str
    commit: int
    articles: int
    content: int
    languages: Mapping[str, int]
    lengths: Mapping[str, int]
    told: int = 0
    withheld: int = 0
    chunks: int = 0
    archive: Any = None
    newssearch: str = ""
    at: str = ""
    format: int = FORMAT
    analysis: int = ANALYSIS

    def average(self, name: str) -> float:
        """The mean length of a field, over all articles."""
        return self.lengths.get(name, 0) / max(self.articles, 1)


def about(name: str) -> str:
    """The index that an index's, or an archive's, state is kept in."""
    return f"{name}.about"


def read_state(client: Client) -> State | None:
    """The state of the archive, or None where there is none yet.

    Raises `NewerIndex` for an archive by a later version, and `DamagedIndex` for what is not newssearch's.
    """
    place = client.place
    found = client.ask_if_there("GET", f"/{about(place.name)}/_doc/state")
    if found is None:
        return None
    plain = found.get("_source", {}).get("about")
    if not isinstance(plain, dict) or "newssearch" not in plain:
        raise DamagedIndex(f"{place} is not a newssearch archive: choose another name")
    for rule, ours in (("format", FORMAT), ("analysis", ANALYSIS)):
        theirs = plain.get(rule)
        if type(theirs) is int and theirs > ours:
            raise NewerIndex(
                f"the archive at {place} was written by newssearch {plain['newssearch']}, which is newer than this one"
                f" ({rule} {theirs}, not {ours}): update newssearch, or choose another name"
            )
        if theirs != ours:
            raise DamagedIndex(f"{place} has the {rule} {theirs}, not {ours}: `newssearch rebuild` makes it anew")
    try:
        return State(**{**plain, "content": int(plain["content"], 16)})
    except (TypeError, ValueError, KeyError) as error:
        raise DamagedIndex(f"the state of {place} is malformed ({error}): `newssearch rebuild` makes it anew") from None


def tally(client: Client, index: str, commit: int) -> State:
    """What an index holds, by the server's own sums: everything but what the archive's user says of it."""
    sums = {f"content.{part}": {"sum": {"field": f"content.{part}"}} for part in range(PARTS)}
    sums |= {f"length.{name}": {"sum": {"field": f"length.{name}"}} for name in DEFAULTS}
    asked = {
        "size": 0,
        "track_total_hits": True,
        "aggs": {
            **sums,
            "languages": {"terms": {"field": "stems_of", "size": _LANGUAGES}},
            "withheld": {"filter": {"terms": {"has": ["status", "embargo"]}}},
        },
    }
    found = search(client, index, asked)
    values = found["aggregations"]
    content = sum(int(values[f"content.{part}"]["value"]) << 16 * part for part in range(PARTS))
    return State(
        index=index,
        commit=commit,
        articles=found["hits"]["total"]["value"],
        content=content % 2**256,
        languages={bucket["key"]: bucket["doc_count"] for bucket in values["languages"]["buckets"]},
        lengths={name: int(values[f"length.{name}"]["value"]) for name in DEFAULTS},
        withheld=values["withheld"]["doc_count"],
        newssearch=__version__,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def write_sources(client: Client, index: str, commit: int, lines: Iterable[str]) -> int:
    """Keep a commit's lines of source files; the number of chunks."""
    each, chunks = iter(lines), 0
    while chunk := list(islice(each, _LINES)):
        client.ask("PUT", f"/{about(index)}/_doc/{_chunk(commit, chunks)}", {"lines": {"are": chunk}})
        chunks += 1
    return chunks


def read_sources(client: Client, state: State) -> Iterator[str]:
    """The lines that `write_sources` kept. Raises `Refused` where a commit has just put others in their place."""
    for number in range(state.chunks):
        found = client.ask_if_there("GET", f"/{about(state.index)}/_doc/{_chunk(state.commit, number)}")
        if found is None:
            raise Refused(f"{client.place} was written to while it was read: ask again", 404, GONE)
        yield from found["_source"]["lines"]["are"]


def write_state(client: Client, state: State, before: State | None = None) -> None:
    """The commit. `before` is the state that it takes the place of, in the same index."""
    plain = {**asdict(state), "content": f"{state.content:064x}"}
    client.ask("PUT", f"/{about(state.index)}/_doc/state", {"about": plain}, params={"refresh": "true"})
    for number in range(before.chunks if before else 0):
        client.ask_if_there("DELETE", f"/{about(state.index)}/_doc/{_chunk(before.commit if before else 0, number)}")


def _chunk(commit: int, number: int) -> str:
    return f"sources-{commit}-{number}"
