"""An archive on a real OpenSearch answers as the others do, on many shards too: what the engine contract does not say."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from conftest import ARTICLES
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from opensearch_server import NOW, ask, ids, needs_server, new_engine, store
from strategies import articles, nears, queries

from newssearch import Article, Moment
from newssearch.engines.base import Request, Stored
from newssearch.engines.opensearch import records, search
from newssearch.engines.reference import ReferenceEngine
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.errors import UnsupportedQuery
from newssearch.moment import zone
from newssearch.query import parse, resolve, tree

pytestmark = needs_server


@pytest.fixture
def engine():
    with closing(new_engine()) as engine:
        yield engine


@pytest.fixture(scope="module")
def engines():
    """Articles of a few words in the reference, and in two archives on the server, of one and of three shards."""
    drawn = []

    @settings(max_examples=60, database=None, derandomize=True, phases=[Phase.generate])
    @given(st.lists(articles(), min_size=1, max_size=3))
    def draw(some):
        drawn.extend(some)

    draw()
    named = [replace(article, id=f"{number:03}") for number, article in enumerate(drawn)]
    engines = ReferenceEngine(), new_engine(), new_engine(shards=3)
    for engine in engines:
        store(engine, named[: len(named) // 2])
        with engine.session() as session:
            for article in named[len(named) // 2 :]:
                session.put(Stored(article))
            session.remove("003")
            session.commit({}, [])
    yield engines
    for engine in engines[1:]:
        engine.close()


def is_counted_by_the_server(query):
    """Whether a score has a frequency of words near each other, which is the server's."""
    match query:
        case tree.And(parts) | tree.Or(parts):
            return any(map(is_counted_by_the_server, parts))
        case tree.Boost(part):
            return is_counted_by_the_server(part)
        case tree.Phrase(words, slop):
            return slop > 0 and len(words) > 1
        case _:
            return isinstance(query, tree.Near)


@settings(max_examples=150)
@given(queries(), st.sampled_from(["relevance", "recent", "newest", "oldest"]))
def test_it_finds_what_the_reference_matches_and_scores_it_by_the_formula(engines, query, sort):
    query, _ = resolve(query, NOW, zone("UTC"))
    reference, *others = engines
    every = Request(now=NOW, limit=None, sort=sort, facets=("source", "tag", "month"), half_life=5.0, copies=True)
    right = reference.search(query, every)

    for engine in others:
        found = engine.search(query, every)
        assert found.total == right.total, str(query)
        assert sorted(ids(found)) == sorted(ids(right)), str(query)
        assert found.facets == right.facets
        if not is_counted_by_the_server(query):
            scores = {match.id: match.score for match in right.page}
            assert {match.id: match.score for match in found.page} == pytest.approx(scores, rel=1e-5, abs=2e-6)
            order = [scores[id] for id in ids(found)]
            assert sort in {"newest", "oldest"} or all(
                worse <= better + 1e-5 * better + 2e-6 or not worse for better, worse in pairwise(order)
            )


@settings(max_examples=100)
@given(nears)
def test_words_near_each_other_are_found_wherever_the_reference_does(engines, near):
    reference, *others = engines
    right = {match.id for match in reference.search(near, Request(now=NOW, limit=None, copies=True)).page}

    for engine in others:
        assert {m.id for m in engine.search(near, Request(now=NOW, limit=None, copies=True)).page} == right, str(near)


def test_of_a_story_the_first_is_given_on_a_page_and_in_a_stream(engines):
    reference, *others = engines
    for request in (Request(now=NOW, limit=7), Request(now=NOW, limit=7, offset=5), Request(now=NOW, limit=None)):
        right = reference.search(parse("drug OR boat").query, request)
        for engine in others:
            found = engine.search(parse("drug OR boat").query, request)
            assert [(match.id, match.similar) for match in found.page] == [(m.id, m.similar) for m in right.page]


def test_a_stream_goes_on_from_answer_to_answer(engines, monkeypatch):
    monkeypatch.setattr(search, "AT_ONCE", 10)
    reference, *others = engines
    for limit, offset in ((None, 0), (None, 15), (30, 5)):
        request = Request(now=NOW, limit=limit, offset=offset, copies=True, sort="newest")
        right = reference.search(parse("*").query, request)
        for engine in others:
            found = engine.search(parse("*").query, request)
            assert ids(found) == ids(right)
            assert [match.article() for match in found.page] == [match.article() for match in right.page]


def test_a_stream_over_several_shards_has_every_article(monkeypatch):
    monkeypatch.setattr(records, "_AT_ONCE", 20)
    with closing(new_engine(shards=3)) as engine:
        store(engine, [Article(id=f"{number}", headline="Oil") for number in range(300)])

        assert len({stored.article.id for stored in engine.articles()}) == 300


def test_too_many_doubtful_articles_are_refused_and_not_guessed_at(engine, monkeypatch):
    store(engine, [Article(id=str(n), body="oil x x x oil gas x x price") for n in range(3)])
    query = "oil PRE/3 gas PRE/3 price"
    assert ask(engine, query).total == 3
    monkeypatch.setattr(search, "_MOST_DOUBTFUL", 2)
    doubtful = "oil PRE/4 (oil PRE/0 gas) PRE/1 price"

    with pytest.raises(UnsupportedQuery, match="cannot tell which of 3 articles"):
        ask(engine, doubtful)


def test_a_pattern_of_too_many_words_near_another_is_refused(engine):
    store(engine, [Article(id="a", body=" ".join(f"w{number} oil" for number in range(1100)))])

    with pytest.raises(UnsupportedQuery, match="too many terms"):
        ask(engine, "w* NEAR/2 oil")
    assert ask(engine, "w* oil").total == 1


def test_the_content_digest_is_that_of_every_engine(engine, tmp_path):
    whoosh = WhooshEngine(tmp_path / "index")
    for one in (engine, whoosh):
        store(one, ARTICLES)

    assert engine.stats()["content"] == whoosh.stats()["content"]
    assert engine.stats()["articles"] == len(ARTICLES)


def test_odd_articles_are_kept_and_found(engine):
    odd = [
        Article(id="language", headline="ferries sail", language="English (of \x1d the\x1fU.S.)"),
        Article(id="x" * 600, headline="long id"),
        Article(id="\ud800", headline="lone \udcff surrogate", tags=("\ud800",)),
        Article(id="two\nlines", headline="lines"),
        Article(id="word", body="y" * 40_000 + " oil"),
        Article(id="tag", tags=("z" * 40_000,), url="https://example/" + "u" * 40_000),
        Article(id="first", headline="day", published=Moment(date(1, 1, 1))),
        Article(id="last", headline="day", published=Moment(date(9999, 12, 31), zone="-12:00")),
    ]
    store(engine, odd)

    assert {stored.article for stored in engine.articles()} == set(odd)
    assert [engine.get(article.id).article for article in odd] == odd
    assert ids(ask(engine, "y" * 9_000)) == []
    assert ids(ask(engine, "oil")) == ["word"]
    assert ids(ask(engine, "ferries PRE/0 sail")) == ["language"]
    assert ids(ask(engine, "headline:day sort:oldest", sort="oldest")) == ["first", "last"]
    assert engine.search(tree.Value("z" * 40_000, "tag"), Request(now=NOW)).total == 1


def test_a_facet_is_exact_on_many_shards():
    with closing(new_engine(shards=5)) as engine:
        held = [Article(id=str(n), headline="x", source=f"S{n % 400}") for n in range(1_000)]
        store(engine, held)

        found = ask(engine, "x", facets=("source",), facet_size=3, limit=0)

        assert [(c.value, c.count) for c in found.facets["source"]] == [("S0", 3), ("S1", 3), ("S10", 3)]
