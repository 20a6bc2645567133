"""What every engine promises. One file, unchanged, over all of them.

An engine is one line of ENGINES. What one cannot do is a row of DIFFERENCES, with its
reason, and a strict xfail.
"""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import opensearch_server
import pytest
from conftest import ARTICLES, BOAT, OPINION, SEED
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import articles, queries

from newssearch import Article
from newssearch.engines.base import Request, Stored, WriteOptions
from newssearch.engines.reference import ReferenceEngine
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.moment import zone
from newssearch.query import matches, parse, resolve


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
DIFFERENCES: dict[tuple[str, str], str] = {}

NOW = datetime(2025, 10, 2, 12, tzinfo=UTC)


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path):
    name = request.node.originalname
    if reason := DIFFERENCES.get((request.param, name)):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    engine = ENGINES[request.param](tmp_path)
    yield engine
    engine.close()


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


@pytest.fixture(scope="module", params=ENGINES)
def stocked(request, tmp_path_factory):
    engine = ENGINES[request.param](tmp_path_factory.mktemp("stocked"))
    store(engine, ARTICLES)
    yield engine
    engine.close()


def test_a_word_of_another_language_is_no_word_of_this_one(engine):
    """The French stem of "news" is "new", the Dutch one of "herring" is "her"."""
    new = Article(id="new", headline="Mayor has a new job, says her brother", language="en")
    ferry = Article(id="ferry", headline="Le ferry coule", body="Il a coulé.", language="fr")
    dutch = Article(id="dutch", headline="De haringen", body="Er is haring.", language="nl")
    store(engine, [new, ferry, dutch])

    assert ids(ask(engine, "news")) == ids(ask(engine, "herring")) == ids(ask(engine, "job NEAR/5 news")) == []
    assert ids(ask(engine, "jobs")) == ["new"]
    assert ids(ask(engine, "haring")) == ["dutch"]
    assert ids(ask(engine, "ferries")) == []
    assert ids(ask(engine, "ferry OR haring OR job", sort="newest")) == ["dutch", "ferry", "new"]


MEANINGS = [
    # words
    ("trump maduro", "drug-hubs"),
    ("strike", "boat drug-hubs opinion"),
    ("STRIKES", "boat drug-hubs opinion"),
    ("striking", "boat drug-hubs opinion"),
    ("nicolas", "drug-hubs"),
    ("Nicolás", "drug-hubs"),
    ("ko venezuela", "drug-hubs"),
    ("doe boat", "boat"),
    ("samsung", ""),
    ('"weekly hot"', ""),
    ("maison", "paris"),
    ("maisons", "paris"),
    # phrases
    ('"Tren de Aragua"', "drug-hubs"),
    ('"in the Caribbean"', "drug-hubs"),
    ('"strike"', ""),
    ('"strikes"', "boat drug-hubs opinion"),
    ('"fighter caribbean"', ""),
    ('"fighter the"~3', "drug-hubs"),
    ('"fighter the"~2', ""),
    ('"the fighter"~9', ""),
    ('"trafficking centers f-35"', "drug-hubs"),
    ('"posture diplomatic"', ""),
    ('"ko yong chul"', "drug-hubs"),
    # near
    ("venezuela NEAR/1 navy", ""),
    ("venezuela NEAR/3 navy", "boat"),
    ("navy PRE/3 venezuela", "boat"),
    ("venezuela PRE/3 navy", ""),
    ("maduro NEAR/0 maduro", ""),
    ("(drug OR drugs) NEAR/2 policy", "opinion"),
    ('"drug policy" PRE/3 strikes', "opinion"),
    ("drug* PRE/0 polic*", "opinion"),
    ("headline:navy NEAR/9 venezuela", "boat"),
    # exclusions and choices
    ("venezuela -navy", "drug-hubs"),
    ("NOT venezuela", "opinion paris undated"),
    ("-venezuela -maduro", "paris undated"),
    ("boat OR exiles", "boat opinion"),
    ("boat|exiles", "boat opinion"),
    ("strikes (exiles OR navy)", "boat opinion"),
    # patterns and fuzzy words
    ("venez*", "boat drug-hubs opinion"),
    ("organi?ation", "boat opinion"),
    ("*ssel", "boat"),
    ("madura~", "drug-hubs opinion"),
    ("nvay~", "boat"),
    ("anvy~", ""),
    ("vessol~", "boat"),
    ("vesol~", ""),
    ("vesol~2", "boat"),
    # text fields
    ("headline:strikes", "boat drug-hubs"),
    ("title:maduro", ""),
    ("subhead:military", "drug-hubs"),
    ("body:(trump maduro)", "drug-hubs"),
    # bylines
    ('byline:"Ko Yong-chul"', "drug-hubs"),
    ('by:"yong chul ko"', "drug-hubs"),
    ("by:yongchul", "drug-hubs opinion"),
    ('by:"Y. Ko"', "drug-hubs opinion"),
    ('by:"Jane Smith"', ""),
    ('by:"jane doe"', "boat"),
    ("by:obrien", "opinion"),
    ('by:"sean o\'brien"', "opinion"),
    ("by:smi*", "boat"),
    ("role:reporter", "drug-hubs"),
    ('role:"staff writer"', "boat"),
    ("agency:ap", "boat"),
    ("email:korocamia@naver.com", "drug-hubs"),
    ("email:naver.com", "drug-hubs"),
    ("email:naver", ""),
    ("place:juan", "boat"),
    ('dateline:"puerto rico"', "boat"),
    # exact fields
    ("source:ap,reuters", "boat opinion"),
    ("source:AP", "boat"),
    ('source:"korea times"', "drug-hubs"),
    ("source:korea", ""),
    ("source:korea*", "drug-hubs"),
    ("section:world", "drug-hubs"),
    ("lang:en", "boat drug-hubs"),
    ("lang:en-us", "boat"),
    ('tag:"drugs, boats"', "drug-hubs"),
    ("tag:drugs", ""),
    ("id:boat", "boat"),
    ("url:https://ap.example/*", "boat"),
    ("place:*", "boat drug-hubs"),
    ("-date:*", "paris undated"),
    ("*", "boat drug-hubs opinion paris undated"),
    ("", "boat drug-hubs opinion paris undated"),
    ("!!!", ""),
    # dates
    ("date:2025-09-28", "drug-hubs"),
    ("date:2025-09", "boat drug-hubs"),
    ("date:2025-W39", "drug-hubs"),
    ("date:2025-Q3", "boat drug-hubs"),
    ("date:2025-09-04", ""),
    ("date:2025-09-03", "boat"),
    ("date:2025-09..2025-10", "boat drug-hubs opinion"),
    ("since:2025-09-28", "drug-hubs opinion"),
    ("after:2025-09", "opinion"),
    ("until:2025-09", "boat drug-hubs"),
    ("before:2025-09-28", "boat"),
    ("date:yesterday", ""),
    ("date:today..2025-09-28", "drug-hubs opinion"),
    ("after:9999", ""),
    ("date:today", "opinion"),
    ("date:last-week", "drug-hubs"),
    ("date:this-month", "opinion"),
    ("date:7d", "drug-hubs opinion"),
    ("date:1d", "opinion"),
    ("date:3h", "opinion"),
    ("date:2025-09-04T03:30Z", "boat"),
    ("date:2025-09-03T23:30", ""),
    ("since:2025-09-04T03:31Z until:2025-09-28T08:34", "drug-hubs"),
    ("-date:2025", "paris undated"),
    # written words
    ("US", "drug-hubs"),
    ("U.S.", "drug-hubs"),
    ("us", "boat drug-hubs"),
    ("F-35", "drug-hubs"),
    ("f35", "drug-hubs"),
    ("state-owned", "drug-hubs"),
    ("50", "drug-hubs"),
    ("$50", "drug-hubs"),
    ("e-mail", "opinion"),
    ("東京", "paris"),
    ("東京都", "paris"),
    ("京東", ""),
    ("京*", "paris"),
    ("élysée", "paris"),
    ("l'élysée", "paris"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), MEANINGS, ids=[row[0] or "(empty)" for row in MEANINGS])
def test_a_query_finds_these_articles(stocked, text, found):
    assert sorted(ids(ask(stocked, text, limit=None))) == found.split()


@pytest.mark.parametrize(("text", "found"), MEANINGS, ids=[row[0] or "(empty)" for row in MEANINGS])
def test_the_reference_matches_the_same_articles_one_by_one(text, found):
    query, _ = resolve(parse(text).query, NOW, zone("UTC"))

    assert sorted(a.id for a in ARTICLES if matches(query, a, {"en", "fr"})) == found.split()


def test_articles_that_were_said_to_be_asked_for_are_those_that_are_held(stocked):
    with stocked.session() as session:
        session.expect(["boat", "unknown", "drug-hubs"])

        assert {id: stored.article.id for id in ("boat", "drug-hubs") if (stored := session.get(id))} == {
            "boat": "boat",
            "drug-hubs": "drug-hubs",
        }
        assert session.get("unknown") is None
        assert session.get("opinion") == stocked.get("opinion")


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


def test_an_article_put_again_replaces_the_one_before(engine):
    store(engine, [SEED, BOAT])
    with engine.session() as session:
        session.put(Stored(replace(SEED, body="Nothing of that."), versions=(SEED,)))
        session.commit({}, [])

    assert ids(ask(engine, "aragua")) == []
    assert ids(ask(engine, "nothing")) == ["drug-hubs"]
    assert engine.get("drug-hubs").versions == (SEED,)
    assert ask(engine, "*").total == 2


def test_a_removed_article_is_found_no_more(engine):
    store(engine, [SEED, BOAT])
    with engine.session() as session:
        assert session.remove("boat")
        assert not session.remove("no such")
        session.commit({}, [])

    assert ids(ask(engine, "*")) == ["drug-hubs"]
    assert engine.get("boat") is None


def test_a_removed_article_is_no_longer_held_and_another_may_have_its_id(engine):
    store(engine, [SEED, BOAT])
    with engine.session() as session:
        session.expect(["boat"])
        assert session.remove("boat")
        assert session.get("boat") is None
        assert not session.remove("boat")
        session.put(Stored(replace(OPINION, id="boat")))
        session.commit({}, [])

    assert sorted(ids(ask(engine, "*"))) == ["boat", "drug-hubs"]
    assert engine.get("boat") == Stored(replace(OPINION, id="boat"))


def test_scores_after_a_removal_are_those_of_the_living_alone(engine):
    store(engine, ARTICLES)
    with engine.session() as session:
        session.remove("boat")
        session.commit({}, [])
    alone = ReferenceEngine(as_stock_keeps_it if isinstance(engine, StockEngine) else int)
    store(alone, [article for article in ARTICLES if article.id != "boat"])

    assert scored(ask(engine, "strikes drug")) == approximately(ask(alone, "strikes drug"))


def test_what_is_not_committed_is_not_there(engine):
    store(engine, [SEED])
    with engine.session() as session:
        session.put(Stored(BOAT))

    assert ids(ask(engine, "*")) == ["drug-hubs"]


def test_a_fresh_session_begins_with_nothing(engine):
    store(engine, [SEED])
    store(engine, [BOAT], fresh=True)

    assert ids(ask(engine, "*")) == ["boat"]


def test_an_article_comes_back_as_it_was_stored(engine):
    store(engine, ARTICLES)

    assert [engine.get(article.id) for article in ARTICLES] == [Stored(article) for article in ARTICLES]
    assert engine.get("no such") is None


def test_ids_differ_by_case(engine):
    store(engine, [replace(SEED, id="A"), replace(BOAT, id="a")])

    assert engine.get("A").article.headline == SEED.headline
    assert engine.get("a").article.headline == BOAT.headline


def test_settings_and_sources_are_those_of_the_last_commit(engine):
    with engine.session() as session:
        session.put(Stored(OPINION))
        session.commit({"zone": "Asia/Seoul"}, ["one", "two"])

    assert engine.settings == {"zone": "Asia/Seoul"}
    assert list(engine.sources()) == ["one", "two"]
    assert engine.languages == {"en"}
    assert list(engine.verify()) == []


def test_words_near_each_other_in_one_long_article_take_no_more_than_their_places(engine):
    times = 300 if isinstance(engine, ReferenceEngine) else 3_000  # the reference asks each place about each
    store(engine, [Article(id="long", headline="Long", body="oil gas " * times)])

    assert ask(engine, "oil NEAR/1000 gas").total == 1


def scored(found):
    return [(match.id, match.score) for match in found.page]


def approximately(found):
    return [(id, pytest.approx(score, rel=1e-5, abs=2e-6)) for id, score in scored(found)]


def as_stock_keeps_it(length):
    """A length as the stock codec's one byte gives it back, up to 9 % off."""
    from newssearch.engines.whoosh.w3.segment import LENGTHS

    return int(LENGTHS[np.argmax(length <= LENGTHS)])


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
