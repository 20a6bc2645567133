"""What every engine promises: what a session puts and removes is there after its commit, and not before."""

from dataclasses import replace

from conftest import ARTICLES, BOAT, OPINION, SEED
from every_engine import StockEngine, approximately, as_stock_keeps_it, ask, ids, scored, store

from newssearch.engines.base import Stored
from newssearch.engines.reference import ReferenceEngine


def test_articles_that_were_said_to_be_asked_for_are_those_that_are_held(stocked):
    with stocked.session() as session:
        session.expect(["boat", "unknown", "drug-hubs"])

        assert {id: stored.article.id for id in ("boat", "drug-hubs") if (stored := session.get(id))} == {
            "boat": "boat",
            "drug-hubs": "drug-hubs",
        }
        assert session.get("unknown") is None
        assert session.get("opinion") == stocked.get("opinion")


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
