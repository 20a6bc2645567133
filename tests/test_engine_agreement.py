"""What Whoosh finds is what the reference matches, article by article, scored by the formula."""

from dataclasses import replace

import numpy as np
import pytest
from every_engine import ENGINES, NOW, approximately, as_stock_keeps_it, scored, store
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import articles, queries

from newssearch.engines.base import Request, Stored
from newssearch.engines.reference import ReferenceEngine
from newssearch.moment import zone
from newssearch.query import resolve


@pytest.mark.parametrize("codec", ["columnar", "stock"])
@settings(max_examples=60)
@given(
    held=st.lists(articles(), min_size=1, max_size=6),
    removed=st.sets(st.integers(0, 5), max_size=2),
    asked=st.lists(queries(), min_size=4, max_size=4),
)
def test_whoosh_finds_what_the_reference_matches_and_scores_it_by_the_formula(
    tmp_path_factory, codec, held, removed, asked
):
    held = [replace(article, id=str(number)) for number, article in enumerate(held)]
    reference = ReferenceEngine(as_stock_keeps_it if codec == "stock" else int)
    whoosh = ENGINES[codec](tmp_path_factory.mktemp("engine"))
    for engine in (reference, whoosh):
        store(engine, held[: len(held) // 2])
        with engine.session() as session:
            for article in held[len(held) // 2 :]:
                session.put(Stored(article))
            for number in removed:
                session.remove(str(number)) if number < len(held) // 2 else None
            session.commit({}, [])

    for query in asked:
        tree, _ = resolve(query, NOW, zone("UTC"))
        right, found = (engine.search(tree, Request(now=NOW, limit=None)) for engine in (reference, whoosh))

        assert found.total == right.total, str(query)
        expected = dict(scored(right))
        assert dict(approximately(found)) == expected, str(query)
        order = np.array([expected[match.id] for match in found.page])
        assert (np.diff(order) <= 1e-5 * order[:-1] + 2e-6).all(), str(query)
