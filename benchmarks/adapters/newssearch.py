"""newssearch itself, through the face that its users have: `Archive` and the command."""

import sys
from pathlib import Path

from benchmarks.questions import Question
from newssearch import Archive


class Newssearch:
    """An archive in a folder."""

    packages = ("Whoosh", "numpy", "PyStemmer")

    def __init__(self, folder: Path) -> None:
        self._archive = Archive(folder)

    def build(self, articles: Path) -> int:
        self._archive.add(articles)
        return len(self._archive)

    def open(self) -> None:
        self._archive.stats()

    def search(self, question: Question, limit: int, snippets: int) -> list[str]:
        return [hit.id for hit in self._archive.search(query_text(question), limit=limit, snippets=snippets).hits]

    def command(self, question: Question, index: str) -> list[str]:
        return [sys.executable, "-m", "newssearch", "query", query_text(question), "--index", index]


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
