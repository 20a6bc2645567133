"""The engines under measurement: one small object each, all with the same face.

To measure another engine, write a module beside the others and name its class in
`ENGINES`. An adapter times nothing itself, so that all are timed alike; only an engine
that cannot live in Python's process tells in `Found.seconds` what its own clock says.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from benchmarks.questions import Question


class Missing(Exception):
    """An engine cannot be measured here; the message says what is not there."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: hits as the engine gives them, the exact total where it was asked for."""

    hits: Sequence[Any]
    total: int | None = None
    seconds: float | None = None


class Adapter(Protocol):
    """An engine, with the folder of its index. Making one raises `Missing`."""

    @property
    def lacks(self) -> frozenset[str]:
        """The shapes of questions that the engine has no query for, and is not asked."""

    @property
    def versions(self) -> dict[str, str]:
        """What the numbers depend on, each with its version."""

    def build(self, articles: Path) -> int:
        """Index a file of prepared articles into the folder, searchable at return; how many there are now."""

    def open(self) -> None:
        """Make ready to search what was built."""

    def close(self) -> None:
        """Let go of what `open` took."""

    def find(self, question: Question, limit: int, *, total: bool) -> Found:
        """The best articles, as hits, in the way that is fastest for the engine."""

    def page(self, question: Question, limit: int) -> Found:
        """The best articles, each hit made into its headline and highlighted fragments of its body."""

    def ids(self, found: Found) -> list[str]:
        """The ids of what `find` found, best first. Not timed."""

    def command(self, question: Question, index: str) -> list[str]:
        """A program that opens the index, answers a phrase with ten headlines and their snippets, and ends."""


ENGINES = {
    "newssearch": "newssearch.Newssearch",
    "newssearch-stock": "newssearch.StockCodec",
    "tantivy": "tantivy.Tantivy",
    "lucene": "lucene.Lucene",
    "xapian": "xapian.Xapian",
    "fts5": "fts5.FTS5",
    "whoosh": "whoosh.Whoosh",
}
"""What an engine is called in a result, and where its adapter is."""

OURS = "newssearch"
"""The engine that the others are compared with."""


def adapter(name: str, folder: Path) -> Adapter:
    """The adapter of an engine for a folder. Raises `Missing`, and `KeyError` for a name that is none.

    >>> adapter("fts5", Path("anywhere")).ids(Found([]))
    []
    """
    module, _, attribute = ENGINES[name].partition(".")
    try:
        make = getattr(import_module(f"benchmarks.adapters.{module}"), attribute)
    except ImportError as error:
        raise Missing(f"{error.name or module} is not installed") from error
    return cast(Callable[[Path], Adapter], make)(folder)
