"""newssearch itself, through the face that its users have: `Archive` and the command.

A question is asked as a tree, as the peers are asked; a new process parses its text.
"""

import json
import sys
from collections.abc import Mapping
from inspect import signature
from pathlib import Path
from types import MappingProxyType
from typing import Any

from benchmarks.adapters import Found, Missing
from benchmarks.adapters.prepared import FRAGMENTS
from benchmarks.machine import version
from benchmarks.questions import Question
from newssearch import Archive, Article
from newssearch.byline import canonical
from newssearch.engines.whoosh.kernels import LOOPS
from newssearch.query import Query, build, tree

LIBRARIES = ("Whoosh", "numpy", "PyStemmer", "zstandard")


class Newssearch:
    """An archive in a folder, as `Archive.add` makes one."""

    lacks = frozenset[str]()
    options: Mapping[str, Any] = MappingProxyType({})
    """What `Archive.add` is told beside the articles."""

    def __init__(self, folder: Path) -> None:
        self._archive = Archive(folder)

    @property
    def versions(self) -> dict[str, str]:
        return {library: version(library) for library in LIBRARIES} | {"loops": LOOPS}

    def build(self, articles: Path) -> int:
        with articles.open("rb") as lines:
            self._archive.add((Article.from_dict(json.loads(line)) for line in lines), **self.options)
        return len(self._archive)

    def open(self) -> None:
        self._archive.stats()
        # Versions that cannot leave out the total always count.
        self._uncounted = {"count": False} if "count" in signature(Archive.search).parameters else {}

    def close(self) -> None:
        self._archive.close()

    def find(self, question: Question, limit: int, *, total: bool) -> Found:
        options: dict[str, Any] = {} if total else self._uncounted
        results = self._archive.search(tree_of(question), limit=limit, snippets=0, **options)
        return Found(results.hits, results.total if total else None)

    def page(self, question: Question, limit: int) -> Found:
        options: dict[str, Any] = self._uncounted
        results = self._archive.search(tree_of(question), limit=limit, snippets=FRAGMENTS, **options)
        return Found([(hit.article.headline, hit.snippets) for hit in results.hits])

    def ids(self, found: Found) -> list[str]:
        return [hit.id for hit in found.hits]

    def command(self, question: Question, index: str) -> list[str]:
        return [sys.executable, "-m", "newssearch", "query", query_text(question), "--index", index]


class StockCodec(Newssearch):
    """An archive whose index Whoosh reads without newssearch."""

    options = MappingProxyType({"codec": "stock"})

    def __init__(self, folder: Path) -> None:
        if "codec" not in signature(Archive.add).parameters:
            raise Missing("this newssearch has one codec only")
        super().__init__(folder)


class Reading(Newssearch):
    """An archive made of the file itself, records read and bylines parsed: what a user pays."""

    def build(self, articles: Path) -> int:
        self._archive.add(articles)
        return len(self._archive)


def tree_of(question: Question) -> Query:
    """The question as a tree: no engine is asked to parse a text.

    >>> str(tree_of(Question("word + date", "all", ("boats",), period="2006-Q4")))
    'boats date:2006-Q4'
    """
    words = list(map(tree.Word, question.words))
    parts: list[Query]
    match question.shape:
        case "any":
            parts = [build.any_of(words)]
        case "phrase":
            parts = [tree.Phrase(question.words)]
        case "prefix":
            parts = [tree.Pattern(f"{question.words[0]}*")]
        case "fuzzy":
            parts = [tree.Fuzzy(question.words[0], 1)]
        case _:
            parts = [*words]
    if question.period:
        parts.append(tree.Date(start=question.period, end=question.period))
    if question.author:
        parts.append(tree.Name(canonical(question.author)))
    return build.all_of(parts)


def query_text(question: Question) -> str:
    """The question in newssearch's own language.

    >>> query_text(Question("word + date", "all", ("boats",), period="2006-Q4"))
    'boats date:2006-Q4'
    >>> query_text(Question("phrase2", "phrase", ("drug", "cartels")))
    '"drug cartels"'
    """
    joined = {
        "all": " ".join(question.words),
        "any": " OR ".join(question.words),
        "phrase": f'"{" ".join(question.words)}"',
        "prefix": f"{question.words[0]}*",
        "fuzzy": f"{question.words[0]}~1",
    }
    parts = [joined[question.shape]]
    if question.period:
        parts.append(f"date:{question.period}")
    if question.author:
        parts.append(f'byline:"{question.author}"')
    return " ".join(parts)
