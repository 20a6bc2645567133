"""Prepared articles, as the engines that know no `Article` take them in, and what all of them index alike.

A prepared file has one `Article.to_dict` a line, read beforehand by newssearch's readers,
so that indexing is compared and not the reading of records. Each engine parses the lines
with the same `json`.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from newssearch.query.fields import DEFAULTS

WEIGHTS = DEFAULTS
"""The fields of words, and how much a word weighs in each."""

FRAGMENTS = 3
"""How many fragments of a body a page shows of each article, at most."""

FRAGMENT = 150
"""About how many characters each of them has."""

Record = dict[str, Any]


def records(path: Path) -> Iterator[Record]:
    """The articles of a prepared file."""
    return (record for record, _ in lines(path))


def lines(path: Path) -> Iterator[tuple[Record, bytes]]:
    """The articles of a prepared file, each with its line."""
    with path.open("rb") as file:
        for line in file:
            yield json.loads(line), line


def texts(record: Record, field: str) -> list[str]:
    """What an article says in a field: one text, or one for each subhead and author.

    >>> texts({"authors": [{"name": "Jane Doe", "role": "", "email": ""}]}, "byline")
    ['Jane Doe']
    """
    match field:
        case "subheads":
            return [subhead["text"] for subhead in record["subheads"]]
        case "byline":
            return [author["name"] for author in record["authors"]]
        case _:
            return [record[field]]


def rest(record: Record) -> str:
    """All but headline and body as JSON: what is kept beside those two so that the article is stored whole."""
    return json.dumps({k: v for k, v in record.items() if k not in {"headline", "body"}}, ensure_ascii=False)


def day(record: Record) -> int:
    """The local day as a number (1 is 0001-01-01), 0 without a date.

    >>> day({"published": "2006-10-21T20:11:00-04:00"}), day({"published": None})
    (732605, 0)
    """
    return date.fromisoformat(record["published"][:10]).toordinal() if record["published"] else 0


def days(period: str) -> tuple[int, int]:
    """The first and the last day of a question's period, as `day` numbers them.

    >>> [date.fromordinal(number).isoformat() for number in days("2006-Q4")]
    ['2006-10-01', '2006-12-31']
    >>> [date.fromordinal(number).isoformat() for number in days("2006-02")]
    ['2006-02-01', '2006-02-28']
    """
    year, _, part = period.partition("-")
    first, months = (3 * int(part[1]) - 2, 3) if part.startswith("Q") else (int(part), 1)
    after = int(year) * 12 + first - 1 + months
    return date(int(year), first, 1).toordinal(), date(after // 12, after % 12 + 1, 1).toordinal() - 1


def script(name: str, *arguments: str) -> list[str]:
    """A program of benchmarks/commands, to be run in a process of its own."""
    return [sys.executable, str(Path(__file__).parents[1] / "commands" / f"{name}.py"), *arguments]
