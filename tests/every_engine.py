"""The engines, what is put into them and what they are asked: every test of the contract runs over all of them.

An engine is one line of ENGINES; the fixtures `engine` and `stocked` are each in turn.
"""

from datetime import UTC, datetime

import numpy as np
import opensearch_server
import pytest

from newssearch.engines.base import Request, Stored, WriteOptions
from newssearch.engines.reference import ReferenceEngine
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.engines.whoosh.w3.segment import LENGTHS
from newssearch.moment import zone
from newssearch.query import parse, resolve


class StockEngine(WhooshEngine):
    """An index that Whoosh reads without newssearch."""

    def session(self, **how):
        return super().session(**how, options=WriteOptions(codec="stock"))


ENGINES = {
    "reference": lambda _: ReferenceEngine(),
    "columnar": lambda folder: WhooshEngine(folder / "index"),
    "stock": lambda folder: StockEngine(folder / "index"),
}
if opensearch_server.ADDRESS:
    ENGINES["opensearch"] = lambda _: opensearch_server.new_engine()

NOW = datetime(2025, 10, 2, 12, tzinfo=UTC)


def store(engine, articles, *, fresh=False):
    with engine.session(fresh=fresh) as session:
        for article in articles:
            session.put(Stored(article))
        session.commit({"zone": "UTC"}, [])


def ask(engine, text, **request):
    query, _ = resolve(parse(text).query, NOW, zone("UTC"))
    return engine.search(query, Request(now=NOW, **request))


def ids(found):
    return [match.id for match in found.page]


def scored(found):
    return [(match.id, match.score) for match in found.page]


def approximately(found):
    return [(id, pytest.approx(score, rel=1e-5, abs=2e-6)) for id, score in scored(found)]


def as_stock_keeps_it(length):
    """A length as the stock codec's one byte gives it back, up to 9 % off."""
    return int(LENGTHS[np.argmax(length <= LENGTHS)])
