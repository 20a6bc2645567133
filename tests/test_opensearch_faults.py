"""A cluster of three nodes that loses one: what was acknowledged stays, and who asks and who writes goes on."""

import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from opensearch_server import needs_server
from program import run

from newssearch import Archive, Article
from newssearch.engines.base import Stored
from newssearch.engines.opensearch import bulk

sys.path.append(str(Path(__file__).parent / "opensearch"))
import serve

pytestmark = [needs_server, pytest.mark.slow]
COUNT = 4_000


@pytest.fixture
def cluster():
    with serve.serving(nodes=3, memory="1500m") as cluster:
        yield cluster


def article(number):
    return Article(id=f"{number:05}", headline=f"Oil falls {number}", body=f"Oil fell on day {number}, traders said.")


def place(cluster, name="news"):
    return f"opensearch://{','.join(cluster.hosts)}/{name}?shards=3&replicas=1"


def test_a_node_that_goes_away_while_articles_are_added_loses_none(cluster, monkeypatch):
    monkeypatch.setattr(bulk, "_COUNT", 100)  # many requests, so that it goes away among them
    archive = Archive(place(cluster))
    archive.add(article(number) for number in range(COUNT // 2))

    stop = threading.Timer(0.5, cluster.stop, [3])
    with archive._engine.session() as session:
        for number in range(COUNT // 2, COUNT):
            session.put(Stored(article(number)))
        stop.start()
        session.commit({"zone": "UTC"}, [])
    stop.join()

    assert not [problem for problem in archive.verify() if problem.kind == "damaged"]
    assert archive.search("oil", limit=0).total == COUNT
    assert {stored.article.id for stored in archive._engine.articles()} == {f"{n:05}" for n in range(COUNT)}


def test_a_node_that_goes_away_while_an_archive_is_made_loses_none(cluster, monkeypatch):
    monkeypatch.setattr(bulk, "_COUNT", 100)
    archive = Archive(place(cluster))

    def articles():
        for number in range(COUNT):
            if number == COUNT // 2:
                cluster.stop(2)
            yield article(number)

    archive.add(articles())

    assert archive.search("oil", limit=0).total == COUNT
    assert len({stored.article.id for stored in archive._engine.articles()}) == COUNT


def test_searches_go_on_while_nodes_go_away(cluster):
    with closing(Archive(place(cluster))) as archive:
        archive.add(article(number) for number in range(500))
        archive._engine._client.ask("GET", "/_cluster/health/news*", params={"wait_for_status": "green"})
        stop = threading.Timer(1.0, cluster.stop, [1])  # the node that is asked first
        stop.start()

        totals = set()
        for number in range(100):
            totals.add(archive.search("oil", limit=1).total)
            assert archive.search(f'"day {number}"').total == 1
        stop.join()

        assert totals == {500}
        assert run("query", "oil", "-n", "0", "--index", place(cluster)).returncode == 0
