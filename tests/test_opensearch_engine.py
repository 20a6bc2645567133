"""An archive on a real OpenSearch: what the engine contract does not say. See opensearch_server."""

import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from conftest import ARTICLES, BOAT, OPINION, SEED
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from opensearch_server import needs_server, new_engine
from strategies import articles, nears, queries

from newssearch import Article, Moment
from newssearch.engines.base import Request, Stored
from newssearch.engines.opensearch import lease, search
from newssearch.engines.opensearch.engine import OpenSearchEngine
from newssearch.engines.opensearch.session import writing
from newssearch.engines.reference import ReferenceEngine
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.errors import DamagedIndex, LockedIndex, NoIndex, UnsupportedQuery
from newssearch.moment import zone
from newssearch.query import parse, resolve, tree

pytestmark = needs_server
NOW = datetime(2025, 10, 2, 12, tzinfo=UTC)


@pytest.fixture
def engine():
    with closing(new_engine()) as engine:
        yield engine


def store(engine, articles, *, fresh=False):
    with engine.session(fresh=fresh) as session:
        for article in articles:
            session.put(Stored(article))
        session.commit({}, [])


def ask(engine, text, **request):
    query, _ = resolve(parse(text).query, NOW, zone("UTC"))
    return engine.search(query, Request(now=NOW, **request))


def ids(found):
    return [match.id for match in found.page]


def indices(engine):
    return sorted(engine._client.ask("GET", f"/{engine.place.name}*/_alias"))


# --- the same answers ---------------------------------------------------------------


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


# --- changes ------------------------------------------------------------------------


def test_a_session_that_fails_leaves_nothing(engine):
    def failing(*, fresh):
        with pytest.raises(ZeroDivisionError), engine.session(fresh=fresh) as session:
            session.put(Stored(BOAT)) or 1 / 0

    failing(fresh=False)
    with pytest.raises(NoIndex):
        ask(engine, "*")
    store(engine, [SEED])
    before = indices(engine)
    failing(fresh=True)
    failing(fresh=False)

    assert indices(engine) == before
    assert ids(ask(engine, "*")) == ["drug-hubs"]


def test_a_rebuild_answers_with_the_old_until_it_has_the_new(engine):
    store(engine, [SEED])
    with engine.session(fresh=True) as session:
        session.put(Stored(BOAT))
        assert ids(ask(engine, "*")) == ["drug-hubs"]
        session.commit({}, [])
        assert ids(ask(engine, "*")) == ["boat"]

    assert len(indices(engine)) == 3  # its articles, what is said of them, and the lock


def test_what_a_killed_writer_left_is_swept_by_the_next(engine):
    store(engine, [SEED])
    killed = writing(engine._client, wait=0, fresh=True)
    killed.__enter__().put(Stored(BOAT))
    engine._client.ask("DELETE", f"/{engine.place.name}.lock/_doc/writer")  # as when its lease has run out
    assert len(indices(engine)) == 4

    store(engine, [OPINION])

    assert len(indices(engine)) == 3
    assert sorted(ids(ask(engine, "*"))) == ["drug-hubs", "opinion"]


def test_a_second_writer_waits_and_is_told_who_writes(engine):
    with engine.session(), pytest.raises(LockedIndex, match=r"process \d+"), engine.session(wait=0.3):
        pass
    store(engine, [SEED])  # the lease is given back


def test_a_lease_that_its_holder_did_not_renew_is_taken_over(engine, monkeypatch):
    monkeypatch.setattr(lease, "LASTS", 0.2)
    with engine.session() as late:
        late.put(Stored(SEED))
        monkeypatch.setattr(lease, "LASTS", 60.0)
        with engine.session(wait=5) as session:
            session.put(Stored(BOAT))
            session.commit({}, [])

    assert ids(ask(engine, "*")) == ["boat"]


def test_a_writer_that_lost_its_lease_commits_nothing(engine, monkeypatch):
    store(engine, [BOAT])
    monkeypatch.setattr(lease, "RENEWED", 0.05)
    with engine.session() as session:
        session.put(Stored(SEED))
        engine._client.ask("DELETE", f"/{engine.place.name}.lock/_doc/writer")
        threading.Event().wait(0.5)
        with pytest.raises(LockedIndex, match="was lost"):
            session.commit({}, [])

    assert ids(ask(engine, "*")) == ["boat"]


def test_someone_elses_index_is_left_alone(engine):
    name = engine.place.name
    engine._client.ask("PUT", f"/{name}")
    with pytest.raises(DamagedIndex, match="not newssearch's"), engine.session(fresh=True):
        pass

    assert indices(engine) == [name]


def test_an_archive_whose_state_is_gone_is_not_begun_anew_unasked(engine):
    store(engine, [SEED])
    engine._client.ask("DELETE", f"/{next(index for index in indices(engine) if index.endswith('.about'))}")

    with pytest.raises(DamagedIndex, match=r"state of .* is missing"), engine.session():
        pass
    store(engine, [BOAT], fresh=True)

    assert ids(ask(engine, "*")) == ["boat"]
    assert len(indices(engine)) == 3


def test_verify_sees_articles_that_no_commit_knows(engine):
    store(engine, [SEED, BOAT])
    assert list(engine.verify()) == []

    engine._client.ask("DELETE", f"/{engine.place.name}/_doc/boat", params={"refresh": "true"})

    (problem,) = engine.verify()
    assert "1, not 2" in problem


def test_a_commit_after_one_that_broke_off_counts_what_is_there(engine):
    store(engine, [SEED, BOAT])
    engine._client.ask("DELETE", f"/{engine.place.name}/_doc/boat")

    store(engine, [BOAT])

    assert list(engine.verify()) == []
    assert engine.stats()["articles"] == 2


def test_two_archives_differ_by_their_articles(engine):
    store(engine, [SEED])
    with closing(new_engine()) as other:
        store(other, [SEED, BOAT])
        assert engine.differences(other) == ["the articles differ: 1 are held, 2 are there"]
        store(other, [SEED], fresh=True)
        assert engine.differences(other) == []


def test_many_sources_are_kept(engine):
    lines = [f"line {number}" for number in range(2_500)]
    with engine.session() as session:
        session.put(Stored(SEED))
        session.commit({"deep": {"er": [1, None]}}, lines)
    with engine.session() as session:
        session.commit({"deep": {"er": [1, None]}}, lines[:-1])

    assert list(engine.sources()) == lines[:-1]
    assert OpenSearchEngine(engine.place).settings == {"deep": {"er": [1, None]}}


def test_values_are_those_of_the_last_commit(engine):
    store(engine, [SEED])
    assert engine.values("source") == ["korea times"]
    store(engine, [BOAT])
    assert engine.values("source") == ["ap", "korea times"]
