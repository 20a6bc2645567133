"""SQLite's FTS5, of the standard library: one full-text table, and one of ids and days beside it.

It has no search by edits, so that questions of the class fuzzy are not put to it, and
its snippets are one fragment of 64 words at most.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from benchmarks.adapters import Found
from benchmarks.adapters.prepared import WEIGHTS, day, days, records, rest, script, texts
from benchmarks.questions import Question

FILE = "articles.sqlite"

_TABLES = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE VIRTUAL TABLE articles USING fts5({", ".join(WEIGHTS)}, tokenize = "porter unicode61 remove_diacritics 2");
CREATE TABLE details (number INTEGER PRIMARY KEY, id TEXT, day INTEGER, rest TEXT);
CREATE INDEX days ON details (day);
INSERT INTO articles (articles, rank) VALUES ('rank', 'bm25({", ".join(map(str, WEIGHTS.values()))})');
"""

# The plus has the matching articles looked up in the period, and not the other way round.
_MATCHING = "FROM articles WHERE articles MATCH :text"
_IN_PERIOD = " AND +rowid IN (SELECT number FROM details WHERE day BETWEEN :first AND :last)"
_BEST = " ORDER BY rank LIMIT :limit"
_SNIPPET = f"snippet(articles, {list(WEIGHTS).index('body')}, '<b>', '</b>', '...', 64)"


class FTS5:
    """A database in a folder."""

    lacks = frozenset({"fuzzy"})

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def versions(self) -> dict[str, str]:
        return {"SQLite": sqlite3.sqlite_version}

    def build(self, articles: Path) -> int:
        self._folder.mkdir(parents=True)
        base = sqlite3.connect(self._folder / FILE)
        base.executescript(_TABLES)
        details: list[tuple[int, str, int, str]] = []

        def rows() -> Iterator[tuple[int | str, ...]]:
            for number, record in enumerate(records(articles), 1):
                details.append((number, record["id"], day(record), rest(record)))
                yield number, *("\n".join(texts(record, field)) for field in WEIGHTS)

        waiting = rows()
        columns = f"rowid, {', '.join(WEIGHTS)}"
        while batch := [row for row, _ in zip(waiting, range(1_000), strict=False)]:
            base.executemany(f"INSERT INTO articles ({columns}) VALUES (?{', ?' * len(WEIGHTS)})", batch)
            base.executemany("INSERT INTO details VALUES (?, ?, ?, ?)", details)
            details.clear()
        base.execute("INSERT INTO articles (articles) VALUES ('optimize')")
        base.commit()
        ((count,),) = base.execute("SELECT count(*) FROM details")
        base.close()
        return int(count)

    def open(self) -> None:
        self._base = sqlite3.connect(self._folder / FILE)

    def close(self) -> None:
        self._base.close()

    def find(self, question: Question, limit: int, *, total: bool) -> Found:
        where, values = _where(question, limit)
        hits = self._base.execute(f"SELECT rowid {where}{_BEST}", values).fetchall()
        count = self._base.execute(f"SELECT count(*) {where}", values).fetchone()[0] if total else None
        return Found(hits, count)

    def page(self, question: Question, limit: int) -> Found:
        where, values = _where(question, limit)
        return Found(self._base.execute(f"SELECT headline, {_SNIPPET} {where}{_BEST}", values).fetchall())

    def ids(self, found: Found) -> list[str]:
        select = "SELECT id FROM details WHERE number = ?"
        return [self._base.execute(select, hit).fetchone()[0] for hit in found.hits]

    def command(self, question: Question, index: str) -> list[str]:
        return script("search_fts5", f"{index}/{FILE}", match(question))


def _where(question: Question, limit: int) -> tuple[str, dict[str, int | str]]:
    values: dict[str, int | str] = {"text": match(question), "limit": limit}
    if not question.period:
        return _MATCHING, values
    first, last = days(question.period)
    return _MATCHING + _IN_PERIOD, {**values, "first": first, "last": last}


def match(question: Question) -> str:
    """The question in FTS5's language, but for its period.

    >>> match(Question("word + byline", "all", ("boats", "navy"), author="Jane Doe"))
    '("boats" AND "navy") AND byline : "Jane Doe"'
    """
    words = [f'"{word}"' for word in question.words]
    joined = {
        "all": " AND ".join(words),
        "any": " OR ".join(words),
        "phrase": f'"{" ".join(question.words)}"',
        "prefix": f"{words[0]} *",
    }[question.shape]
    return f'({joined}) AND byline : "{question.author}"' if question.author else joined
