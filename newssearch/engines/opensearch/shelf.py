"""The sketches of a view's articles, as finding stories asks for them."""

import base64
from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

import numpy as np

from newssearch.engines.opensearch.matching import DSL
from newssearch.engines.opensearch.pages import AS_IT_COMES, View
from newssearch.engines.opensearch.sketch import signed, unpacked
from newssearch.similar import NO_DAY, Sketches, joined
from newssearch.similar.alike import Numbers
from newssearch.similar.changes import Days
from newssearch.similar.sketches import Short, distinct

_AT_ONCE = 5_000
"""Articles that the server gives in one answer."""

_ASKED = 10_000
"""Ids or shingles that it is asked for in one question; it takes 65,536."""

_SKETCHED = ("document", "sketch", "day")
_NAMED = ("document", "name", "story")

_T = TypeVar("_T")


class _Row(NamedTuple):
    """What was read of an article: the server's id, its own, that of who leads its story, its day and its sketch."""

    key: str
    name: str
    story: str
    day: int = NO_DAY
    sketch: bytes = b""


class Shelf:
    """What was read of a view. An article's number is a digest of its document's id: the same in every view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._rows: dict[int, _Row] = {}

    def whole(self) -> tuple[Numbers, Sketches, Days]:
        """All articles, ascending, their sketches and days: in arrays, for there may be many."""
        numbers, days, parts = array("q"), array("i"), [Sketches.none()]
        some: list[bytes] = []
        for fields in self._fields({"match_all": {}}, _SKETCHED):
            numbers.append(_number(fields["document"][0]))
            days.append(fields.get("day", [NO_DAY])[0])
            some.append(base64.b64decode(fields["sketch"][0]))
            if len(some) == _AT_ONCE:
                parts.append(unpacked(some))
                some = []
        found = np.array(numbers, np.int64)
        order = np.argsort(found, kind="stable")
        return found[order], joined([*parts, unpacked(some)]).of(order), np.array(days, np.int64)[order]

    def named(self, articles: Numbers) -> Numbers:
        """Keep what some are called, and those that say that another leads their story; all of these, ascending."""
        wanted = set(articles.tolist())
        found = []
        for fields in self._fields({"match_all": {}}, _NAMED):
            number = _number(fields["document"][0])
            if number in wanted or fields["story"] != fields["name"]:
                found.append(number)
                self._rows[number] = _row(fields)
        return np.sort(np.array(found, np.int64))

    def of(self, keys: Sequence[str]) -> Numbers:
        """Those of the documents that are there, ascending."""
        return self._taken({"ids": {"values": some}} for some in _parts(keys))

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
            for fields in self._fields(query, (*_NAMED, "sketch", "day")):
                (day,), (sketch,) = fields.get("day", [NO_DAY]), fields["sketch"]
                found.append(_number(fields["document"][0]))
                self._rows[found[-1]] = _row(fields)._replace(day=day, sketch=base64.b64decode(sketch))
        return distinct(np.array(found, np.uint64)).astype(np.int64)

    def _fields(self, query: DSL, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        asked = {"query": query, "sort": AS_IT_COMES, "stored_fields": "_none_", "docvalue_fields": [*columns]}
        return (hit["fields"] for hit in self._view.hits(asked, _AT_ONCE))


def _row(fields: dict[str, Any]) -> _Row:
    return _Row(*(fields[column][0] for column in _NAMED))


def _number(key: str) -> int:
    """Of 63 bits: two of a billion articles have the same one in one case of twenty."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def _parts(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (values[start : start + _ASKED] for start in range(0, len(values), _ASKED))
