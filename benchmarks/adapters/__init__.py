"""The engines under measurement: one small object each, all with the same face.

To measure another engine, write a module beside newssearch.py and name its class in
`ADAPTERS`. An adapter times nothing itself, so that all are timed alike.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from benchmarks.adapters.newssearch import Newssearch
from benchmarks.questions import Question


class Adapter(Protocol):
    """An engine, with the folder of its index."""

    @property
    def packages(self) -> tuple[str, ...]:
        """The distributions whose versions the numbers depend on."""

    def build(self, articles: Path) -> int:
        """Index a JSONL file of articles into the folder, searchable at return; how many there are now."""

    def open(self) -> None:
        """Make ready to search what was built."""

    def search(self, question: Question, limit: int, snippets: int) -> list[str]:
        """The ids of the best articles; with `snippets`, their headlines and so many fragments are made too."""

    def command(self, question: Question, index: str) -> list[str]:
        """A program that opens the index, answers the question with ten results, and ends."""


ADAPTERS: dict[str, Callable[[Path], Adapter]] = {"newssearch": Newssearch}
"""What an engine is called in a result, and what makes its adapter for a folder."""
