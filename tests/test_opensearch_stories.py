"""On a real OpenSearch: whatever was added and removed before, the stories are those of the articles that are held."""

import random
from contextlib import closing

import numpy as np
import pytest
from opensearch_server import needs_server, new_engine, store
from retold import told

from newssearch import Archive, Article
from newssearch.engines.base import Stored
from newssearch.engines.opensearch import session, stories
from newssearch.engines.opensearch.documents import document
from newssearch.engines.opensearch.pages import View
from newssearch.engines.opensearch.shelf import Shelf
from newssearch.errors import IndexPlaceError
from newssearch.similar import groups

pytestmark = needs_server


@pytest.fixture
def engine():
    with closing(new_engine(shards=2)) as engine:
        yield engine


@pytest.fixture
def told_anew(monkeypatch):
    """How often the stories of all were found."""
    times = []
    tell = stories.tell
    for module in (session, stories):
        monkeypatch.setattr(module, "tell", lambda *given: times.append(1) or tell(*given))
    return times


def is_told(engine):
    """Whether every document names the leader that its article has among all that are held, and all are counted."""
    state = engine._state()
    with View(engine._client, state.index) as view:
        shelf = Shelf(view)
        numbers, sketches, days = shelf.whole()
        leaders = numbers[groups(sketches, days).leaders]
        shelf.named(numbers)
        followers = int(np.count_nonzero(numbers != leaders))
        return followers > 0 and shelf.changed(numbers, leaders) == {} and state.told == followers


def change(engine, commit, chance):
    held = [stored.article.id for stored in engine.articles()]
    with engine.session() as writing:
        if commit % 3 == 2:
            for id in chance.sample(held, chance.choice([1, 2, 12])):
                writing.remove(id)
        else:
            again = chance.sample(held, chance.choice([0, 1, 3]))
            for id in [*again, *[f"b{commit}-{n}" for n in range(chance.choice([1, 2, 9]))]]:
                writing.put(Stored(told(id, chance)))
        writing.commit({}, [])


@pytest.mark.parametrize("seed", range(4))
def test_stories_are_those_of_what_is_held_after_every_commit(engine, told_anew, seed):
    chance = random.Random(seed)
    store(engine, [told(f"a{n}", chance) for n in range(60)])
    assert is_told(engine)
    for commit in range(7):
        change(engine, commit, chance)

        assert is_told(engine), commit
    assert len(told_anew) == 1


def test_a_commit_of_most_articles_finds_the_stories_of_all(engine, told_anew):
    chance = random.Random(1)
    store(engine, [told(f"a{n}", chance) for n in range(10)])
    store(engine, [told(f"b{n}", chance) for n in range(10)])

    assert is_told(engine)
    assert len(told_anew) == 2


def test_what_a_killed_writer_left_is_told_by_the_next_commit(engine):
    chance = random.Random(2)
    store(engine, [told(f"a{n}", chance) for n in range(40)])
    for n in range(5):
        sent = document(told(f"b{n}", chance))
        engine._client.ask("PUT", f"/{engine._state().index}/_doc/b{n}", sent)
    change(engine, 0, chance)

    assert is_told(engine)


def test_a_commit_goes_on_without_what_was_shown_before_it(engine, told_anew, monkeypatch):
    chance = random.Random(3)
    store(engine, [told(f"a{n}", chance) for n in range(40)])

    def gone(*_):
        raise IndexPlaceError("a node went away")

    monkeypatch.setattr(stories, "regrouped", gone)
    change(engine, 0, chance)

    assert is_told(engine)
    assert len(told_anew) == 2


@pytest.mark.parametrize("change", [lambda archive: archive.add(HAFEN), lambda archive: archive.remove(["a3"])])
def test_the_same_run_again_completes_a_commit_that_was_cut_off(engine, monkeypatch, change):
    chance = random.Random(4)
    archive = Archive(str(engine.place))
    archive.add([told(f"a{n}", chance) for n in range(40)])
    with monkeypatch.context() as cut:
        cut.setattr(session, "retell", cut_off)
        with pytest.raises(KeyboardInterrupt):
            change(archive)

    change(archive)

    assert is_told(engine)
    assert len(archive) == len(list(engine.articles()))
    assert archive.verify() == []
    assert archive.search("hafen").total == len([1 for stored in engine.articles() if stored.article == HAFEN])


HAFEN = Article(id="hafen", headline="Der Hafen schließt", language="de")


def cut_off(*_):
    raise KeyboardInterrupt
