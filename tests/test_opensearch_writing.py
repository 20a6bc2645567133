"""Writing an archive on a real OpenSearch: one writer, all or nothing, whoever is killed. See opensearch_server."""

import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from conftest import ARTICLES, BOAT, OPINION, SEED
from opensearch_server import NOW, ask, ids, indices, needs_server, new_engine, store
from program import ENVIRONMENT, ROOT

from newssearch import Article
from newssearch.engines.base import Request, Stored, WriteOptions
from newssearch.engines.opensearch import lease, session, state
from newssearch.engines.opensearch.engine import OpenSearchEngine
from newssearch.engines.opensearch.session import writing
from newssearch.errors import DamagedIndex, LockedIndex, NoIndex
from newssearch.query import parse

pytestmark = needs_server


@pytest.fixture
def engine():
    with closing(new_engine()) as engine:
        yield engine


@pytest.mark.parametrize("count", [1, 99, 450])
def test_other_processes_make_the_same_documents(engine, count):
    articles = [Article(id=str(number), headline=f"Oil falls {number}", body="Oil fell.") for number in range(count)]
    for fresh in (True, False):
        with engine.session(fresh=fresh, options=WriteOptions(jobs=2)) as session:
            for article in articles:
                session.put(Stored(article))
            session.commit({}, [])

        assert sorted(stored.article.id for stored in engine.articles()) == sorted(article.id for article in articles)
        assert ask(engine, "fell", limit=0).total == count
        assert not list(engine.verify())


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


def test_verify_sees_a_mapping_that_someone_changed(engine):
    store(engine, ARTICLES)
    assert not list(engine.verify())

    engine._client.ask("PUT", f"/{engine.place.name}/_mapping", {"properties": {"mood": {"type": "keyword"}}})

    assert [line for line in engine.verify() if "has other fields than newssearch" in line]


def test_stats_tell_the_health_of_the_archive(engine):
    store(engine, ARTICLES)
    told = engine.stats()

    assert (told["articles"], told["shards"], told["lag"], told["generation"]) == (len(ARTICLES), 1, 0, 1)
    assert told["health"] in {"green", "yellow"}
    assert datetime.now(UTC) - datetime.fromisoformat(told["committed"]) < timedelta(hours=1)


def test_a_writer_that_is_killed_while_it_makes_the_archive_anew_leaves_the_old_one(engine):
    store(engine, ARTICLES)
    writer = (
        "from newssearch import Archive, Article\n"
        "from newssearch.engines.base import Stored\n"
        "from newssearch.engines.opensearch import bulk, lease\n"
        "bulk._COUNT, lease.LASTS = 10, 1.0\n"
        f"with Archive({str(engine.place)!r})._engine.session(fresh=True) as session:\n"
        "    for number in range(10_000):\n"
        "        session.put(Stored(Article(id=str(number), headline='Gas')))\n"
        "        if number == 500: print('half way', flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", writer], stdout=subprocess.PIPE, env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)}
    ) as process:
        assert process.stdout.readline() == b"half way\n"
        process.kill()

    assert sorted(stored.article.id for stored in engine.articles()) == sorted(article.id for article in ARTICLES)
    assert ask(engine, "gas").total == 0
    store(engine, [BOAT], fresh=True)
    assert len(indices(engine)) == 3  # the articles, their state and the lock: what was half made is gone


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


@pytest.fixture
def meanwhile(engine, monkeypatch):
    """What a reader gets while a commit has sent its changes and not made its state; run with the articles to add."""

    def asked(articles, question):
        answers = []
        retell = session.retell

        def telling(*given):
            answers.append(question())
            return retell(*given)

        monkeypatch.setattr(session, "retell", telling)
        with engine.session() as writer:
            for article in articles:
                writer.put(Stored(article))
            writer.commit({}, [])
        return answers[0]

    return asked


def test_what_is_withheld_is_not_shown_while_it_comes(engine, meanwhile):
    store(engine, [BOAT])
    killed = replace(BOAT, id="killed", status="canceled")

    assert meanwhile([killed], lambda: ids(ask(engine, "boat", withheld=False))) == ["boat"]
    assert ask(engine, "boat", withheld=False).withheld == 1


def test_a_search_is_answered_while_many_articles_come(engine, meanwhile):
    store(engine, [BOAT])

    assert meanwhile(
        [replace(BOAT, id=str(number)) for number in range(20)], lambda: ask(engine, "boat", copies=True).total
    )


def test_sources_are_read_while_others_take_their_place(engine, monkeypatch):
    monkeypatch.setattr(state, "_LINES", 2)
    lines = [str(number) for number in range(9)]
    for _ in range(2):
        with engine.session() as writer:
            writer.put(Stored(BOAT))
            writer.commit({}, lines)
    read = engine.sources()

    with engine.session() as writer:
        writer.commit({}, ["other"])

    assert list(read) == lines
    assert list(engine.sources()) == ["other"]


def test_streams_that_nobody_reads_hold_nothing_on_the_server(engine):
    store(engine, [BOAT])

    unread = [engine.each(parse("boat").query, Request(now=NOW)) for _ in range(400)]

    assert [match.id for match in unread[-1]] == ["boat"]
