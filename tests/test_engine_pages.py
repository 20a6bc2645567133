"""What every engine promises: the order of what it finds, its pages, totals and facets."""

from dataclasses import replace

import pytest
from conftest import OPINION, SEED
from every_engine import NOW, ask, ids, store

from newssearch import Article
from newssearch.engines.base import Request
from newssearch.moment import zone
from newssearch.query import parse, resolve


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "recent"])
def test_each_gives_all_that_a_search_without_a_limit_does(stocked, sort):
    query, _ = resolve(parse("venezuela OR oil OR boat").query, NOW, zone("UTC"))
    request = Request(now=NOW, limit=None, sort=sort)

    every = [(match.id, match.score, match.similar, match.article().headline) for match in stocked.each(query, request)]

    assert len(every) > 1
    assert every == [(m.id, m.score, m.similar, m.article().headline) for m in stocked.search(query, request).page]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ["opinion", "drug-hubs", "boat", "paris", "undated"]),
        ("oldest", ["boat", "drug-hubs", "opinion", "paris", "undated"]),
        ("relevance", ["opinion", "drug-hubs", "boat", "paris", "undated"]),
        ("recent", ["opinion", "drug-hubs", "boat", "paris", "undated"]),
    ],
)
def test_articles_come_in_the_order_asked_for_and_undated_ones_last(stocked, sort, order):
    assert ids(ask(stocked, "*", sort=sort)) == order


def test_the_headline_weighs_more_than_the_body(engine):
    store(
        engine, [Article(id="body", headline="News", body="oil"), Article(id="headline", headline="Oil", body="news")]
    )

    assert ids(ask(engine, "oil")) == ["headline", "body"]


def test_a_boost_multiplies_the_score_of_its_clause(stocked):
    once, thrice = (ask(stocked, text).page[0].score for text in ("samsung OR tren", "tren^3"))

    assert thrice == pytest.approx(3 * once, rel=1e-5)


def test_recent_halves_a_score_with_each_half_life(engine):
    old = replace(
        SEED, id="old", published=replace(SEED.published, day=NOW.date().replace(month=9, day=2), clock=NOW.time())
    )
    store(engine, [old])
    now, later = (
        engine.search(parse("tren").query, Request(now=NOW, sort=sort, half_life=30.0)).page[0].score
        for sort in ("relevance", "recent")
    )

    assert later == pytest.approx(now / 2, rel=1e-4)


def test_totals_are_exact_whatever_the_page(stocked):
    assert [(found.total, len(found.page)) for found in (ask(stocked, "strikes", limit=n, offset=k) for n, k in [(0, 0), (1, 0), (2, 2), (None, 1), (10, 9)])] == [(3, 0), (3, 1), (3, 1), (3, 2), (3, 0)]  # fmt: skip


def test_pages_follow_each_other_without_gap_or_overlap(engine):
    store(engine, [Article(id=f"{number:02}", headline="Same words") for number in range(23)])

    pages = [ids(ask(engine, "same", limit=5, offset=offset)) for offset in range(0, 25, 5)]

    assert [id for page in pages for id in page] == [f"{number:02}" for number in range(23)]


def test_equals_come_by_id(engine):
    store(engine, [Article(id=name, headline="Same words") for name in ("c", "a", "d", "b")])

    assert ids(ask(engine, "same")) == ["a", "b", "c", "d"]
    assert ids(ask(engine, "same", sort="recent", limit=2)) == ["a", "b"]


def test_undated_articles_come_last_in_recent_whatever_their_score(engine):
    store(engine, [Article(id="undated", headline="Oil oil oil"), replace(OPINION, id="dated", body="oil")])

    assert ids(ask(engine, "oil", sort="recent")) == ["dated", "undated"]


def test_facets_count_an_article_once_a_value_most_frequent_first(stocked):
    found = ask(
        stocked, "venezuela OR maduro", facets=("source", "author", "place", "tag", "language", "section"), limit=0
    )

    counts = {name: [(c.value, c.count) for c in values] for name, values in found.facets.items()}
    assert counts["source"] == [("AP", 1), ("Korea Times", 1), ("Reuters", 1)]
    assert counts["author"] == [
        (name, 1) for name in ("Jane Doe", "John Smith", "Ko Yong-chul", "Seán O'Brien", "Y. Ko")
    ]
    assert counts["place"] == [("SAN JUAN, Puerto Rico", 1), ("WASHINGTON", 1)]
    assert counts["tag"] == [("Drugs, boats", 1), ("Venezuela", 1)]
    assert counts["language"] == [("en", 1), ("en-us", 1)]
    assert counts["section"] == [("World", 1)]


def test_many_articles_are_counted_like_few(engine):
    store(
        engine,
        [
            Article(id=str(n), headline="Same", source=f"S{n % 3}", tags=("x", "y" if n % 2 else "x"))
            for n in range(601)
        ],
    )

    found = ask(engine, "same", facets=("source", "tag"), limit=0)

    assert [(c.value, c.count) for c in found.facets["source"]] == [("S0", 201), ("S1", 200), ("S2", 200)]
    assert [(c.value, c.count) for c in found.facets["tag"]] == [("x", 601), ("y", 300)]


def test_a_facet_has_no_more_values_than_asked_for(stocked):
    assert [c.value for c in ask(stocked, "*", facets=("source",), facet_size=2).facets["source"]] == ["AFP", "AP"]


@pytest.mark.parametrize(
    ("name", "buckets"),
    [
        ("year", [("2025", 3), (None, 2)]),
        ("month", [("2025-09", 2), ("2025-10", 1), (None, 2)]),
        ("day", [("2025-09-03", 1), ("2025-09-28", 1), ("2025-10-02", 1), (None, 2)]),
    ],
)
def test_a_histogram_is_in_order_with_the_undated_last(stocked, name, buckets):
    assert [(c.value, c.count) for c in ask(stocked, "*", facets=(name,)).facets[name]] == buckets
