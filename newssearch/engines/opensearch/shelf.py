"""The sketches of a view's articles, as finding stories asks for them."""

import base64
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple, TypeVar

import numpy as np

from newssearch.engines.opensearch.matching import DSL
from newssearch.engines.opensearch.pages import AS_IT_COMES, View
from newssearch.engines.opensearch.sketch import signed, unpacked
from newssearch.similar import NO_DAY, Sketches
from newssearch.similar.alike import Numbers
from newssearch.similar.changes import Days
from newssearch.similar.sketches import Short, distinct

_AT_ONCE = 5_000
"""Articles that the server gives in one answer."""

_ASKED = 10_000
"""Ids or shingles that it is asked for in one question; it takes 65,536."""

_ASKED_FOR: DSL = {
    "sort": AS_IT_COMES,
    "stored_fields": "_none_",
    "docvalue_fields": ["document", "name", "story", "sketch", "day"],
}

_T = TypeVar("_T")


class _Row(NamedTuple):
    """What was read of an article: the server's id, its own, that of who leads its story, its day and its sketch."""

    key: str
    name: str
    story: str
    day: int
    sketch: bytes


class Shelf:
    """What was read of a view. An article's number is a digest of its document's id: the same in every view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._rows: dict[int, _Row] = {}

    def every(self) -> Numbers:
        """All articles, ascending."""
        return self._taken([{"match_all": {}}])

    def of(self, keys: Sequence[str]) -> Numbers:
        """Those of the documents that are there, ascending."""
        return self._taken({"ids": {"values": some}} for some in _parts(list(keys)))

    def having(self, shingles: Short) -> Numbers:
        """The articles that have any of the shingles, ascending."""
        once = distinct(shingles.astype(np.uint64))
        return self._taken({"terms": {"shingle": some}} for some in _parts(signed(once)))

    def read(self, articles: Numbers) -> tuple[Sketches, Days]:
        """The sketches and days of some that were found before."""
        rows = self._of(articles)
        return unpacked([row.sketch for row in rows]), np.array([row.day for row in rows], np.int64)

    def following(self, articles: Numbers) -> int:
        """How many of some that were found before say that another leads their story."""
        return sum(row.name != row.story for row in self._of(articles))

    def changed(self, articles: Numbers, leaders: Numbers) -> dict[str, str]:
        """The documents of some whose story is led by another than they say, each with its leader's name."""
        pairs = zip(self._of(articles), self._of(leaders), strict=True)
        return {row.key: leader.name for row, leader in pairs if row.story != leader.name}

    def _of(self, articles: Numbers) -> list[_Row]:
        return [self._rows[number] for number in articles.tolist()]

    def _taken(self, queries: Iterable[DSL]) -> Numbers:
        found: list[int] = []
        for query in queries:
            for hit in self._view.hits({**_ASKED_FOR, "query": query}, _AT_ONCE):
                fields = hit["fields"]
                (key,), (name,), (story,), (sketch,) = (fields[of] for of in ("document", "name", "story", "sketch"))
                (day,) = fields.get("day", [NO_DAY])
                name = key if name == key else name  # one text in memory, of many articles
                row = _Row(key, name, name if story == name else story, day, base64.b64decode(sketch))
                found.append(_number(key))
                self._rows[found[-1]] = row
        return distinct(np.array(found, np.uint64)).astype(np.int64)


def _number(key: str) -> int:
    """Of 63 bits: two of a billion articles have the same one in one case of twenty."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def _parts(values: list[_T]) -> Iterator[list[_T]]:
    return (values[start : start + _ASKED] for start in range(0, len(values), _ASKED))
