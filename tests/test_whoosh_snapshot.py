"""Reading an index: every answer is that of a plain dict of what was written."""

import threading
from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newssearch.article import Article, Author
from newssearch.engines.entry import KEYS, NO_TIME, POSITIONAL, Entry, entry
from newssearch.engines.whoosh import manifest as manifests
from newssearch.engines.whoosh import storage
from newssearch.engines.whoosh.manifest import CODECS
from newssearch.engines.whoosh.nearby import occurrences
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.verify import verify
from newssearch.engines.whoosh.w3.segment import LENGTHS
from newssearch.engines.whoosh.writer import Writer
from newssearch.errors import NoIndex
from newssearch.moment import Moment

WORDS = ("oil", "gas", "öl", "石油")
ARTICLES = st.builds(
    Article,
    headline=st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    body=st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join),
    authors=st.lists(st.builds(Author, name=st.sampled_from(["Jane Doe", "KO YONG-CHUL"])), max_size=2).map(tuple),
    tags=st.lists(st.sampled_from(["a", "B"]), max_size=2).map(tuple),
    published=st.none() | st.dates(date(1900, 1, 1)).map(Moment),
    source=st.sampled_from(["", "Reuters"]),
)
COMMITS = st.lists(st.tuples(st.lists(ARTICLES, max_size=4), st.lists(st.integers(0, 20), max_size=3)), max_size=6)


def written(folder, *articles, codec=None):
    with Writer(folder, codec=codec) as writer:
        for article in articles:
            writer.add(article)
        writer.commit()


def apply(folder, commits) -> dict[str, Entry]:
    """Make the commits (articles to add, which of the living to delete), and keep in a dict what must be there."""
    model: dict[str, Entry] = {}
    for adds, deletes in commits:
        with Writer(folder) as writer:
            for number in deletes:
                if number < len(model):
                    id = sorted(model)[number]
                    writer.delete(int(writer.snapshot.documents("id", id)[0]))
            for id in [sorted(model)[number] for number in set(deletes) if number < len(model)]:
                del model[id]
            for article in adds:
                named = replace(article, id=f"{writer.generation}-{len(model)}")
                writer.add(named)
                model[named.id] = entry(named)
            writer.commit()
    return model


def listed(postings):
    """(document, how often) for each posting."""
    documents, frequencies = postings
    return [
        *zip(documents.tolist(), [1] * len(documents) if frequencies is None else frequencies.tolist(), strict=True)
    ]


def told(length, codec):
    """A length as an index tells it: as it is, or as Whoosh rounds it."""
    return length if codec == "columnar" else LENGTHS[np.searchsorted(LENGTHS, length)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(commits=COMMITS)
def test_a_snapshot_answers_as_a_dict_of_the_living_articles_does(tmp_path_factory, unsynced, codec, commits):
    folder = tmp_path_factory.mktemp("index")
    written(folder, codec=codec)
    model = apply(folder, commits)

    with Snapshot.open(folder) as snapshot:
        at = {snapshot.record(int(n))["article"]["id"]: int(n) for n in np.flatnonzero(snapshot.living)}
        assert (at.keys(), snapshot.articles) == (model.keys(), len(model))
        ordered = sorted(at.items(), key=lambda item: item[1])
        for field in POSITIONAL:
            words = {word for made in model.values() for word in made.words[field]}
            assert words <= set(snapshot.words(field))
            for word in words | {"nowhere"}:
                held = [(n, model[id].words[field][word]) for id, n in ordered if word in model[id].words[field]]
                assert listed(snapshot.postings(field, word)) == [(n, len(places)) for n, places in held]
                assert occurrences(snapshot, field, word).tolist() == [
                    n << 32 | p for n, places in held for p in places
                ]
            lengths = snapshot.lengths(field)
            assert [lengths[n] for _, n in ordered] == [told(model[id].lengths[field], codec) for id, _ in ordered]
        for field in KEYS:
            for key in {key for made in model.values() for key in made.keys[field]}:
                assert snapshot.documents(field, key).tolist() == [
                    n for id, n in ordered if key in model[id].keys[field]
                ]
        for name in ("day", "first", "last"):
            column = snapshot.column(name)
            assert all(column[n] == getattr(model[id], name) for id, n in ordered)
    assert list(verify(folder)) == []


def test_words_come_in_code_point_order_from_a_prefix_and_once(tmp_path, unsynced, codec):
    written(tmp_path, *(Article(id=str(n), body="zulu oil oils öl") for n in range(9)), codec=codec)
    written(tmp_path, Article(id="x", body="oil oiled"))

    with Snapshot.open(tmp_path) as snapshot:
        assert len(snapshot.segments) == 2
        assert list(snapshot.words("body")) == ["oil", "oiled", "oils", "ol", "zulu"]
        assert list(snapshot.words("body", "oil")) == ["oil", "oiled", "oils"]
        assert list(snapshot.words("body", "x")) == list(snapshot.words("nowhere")) == []


def test_an_empty_index_answers_with_empty_arrays(tmp_path, codec):
    written(tmp_path, codec=codec)

    with Snapshot.open(tmp_path) as snapshot:
        assert (snapshot.count, snapshot.articles) == (0, 0)
        arrays = (snapshot.documents("body", "oil"), occurrences(snapshot, "body", "oil"), snapshot.lengths("body"))
        assert [len(array) for array in (*arrays, snapshot.column("day"))] == [0] * 4


def test_a_column_holds_the_sentinel_where_an_article_has_no_date(tmp_path, codec):
    written(tmp_path, Article(id="1", published=Moment(date(1970, 1, 1))), Article(id="2"), codec=codec)

    with Snapshot.open(tmp_path) as snapshot:
        assert snapshot.column("first").tolist() == [0, NO_TIME]
        assert snapshot.column("day").tolist() == [date(1970, 1, 1).toordinal(), 0]


def test_the_record_gives_the_article_and_its_versions_back(tmp_path, codec):
    article = Article(id="1", headline="Oil \ud800", authors=(Author(name="Ko"),), boilerplate="Most read")
    with Writer(tmp_path, codec=codec) as writer:
        writer.add(article, [Article(id="1", headline="Older")])
        writer.commit({"zone": "UTC"}, [b"one", b"two"])

    with Snapshot.open(tmp_path) as snapshot:
        record = snapshot.record(0)
        assert Article.from_dict(record["article"]) == article
        assert [version["headline"] for version in record["versions"]] == ["Older"]
        assert (snapshot.manifest.archive, list(snapshot.sources())) == ({"zone": "UTC"}, [b"one", b"two"])
        with pytest.raises(IndexError):
            snapshot.record(1)


def test_an_open_snapshot_is_undisturbed_by_commits_and_removals(tmp_path, unsynced, codec):
    written(tmp_path, Article(id="1", body="oil"), codec=codec)
    before = Snapshot.open(tmp_path)
    for number in range(2, 8):
        written(tmp_path, Article(id=str(number), body="oil"))

    assert before.documents("body", "oil").tolist() == [0]
    assert before.record(0)["article"]["id"] == "1"
    assert not before.manifest.files.keys() & set(storage.names(tmp_path))


def test_readers_in_other_threads_see_whole_generations_while_one_writes(tmp_path, unsynced, codec):
    written(tmp_path, Article(id="0", body="oil"), codec=codec)
    done, failures, seen = threading.Event(), [], set()

    def look():
        while not done.is_set():
            try:
                with Snapshot.open(tmp_path) as snapshot:
                    assert len(snapshot.documents("body", "oil")) == snapshot.articles == snapshot.manifest.generation
                    seen.add(snapshot.articles)
            except Exception as error:  # noqa: BLE001 - whatever it is, the test shall fail of it
                failures.append(error)
                return

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(1, 15):
        written(tmp_path, Article(id=str(number), body="oil"))
    done.set()
    for reader in readers:
        reader.join()

    assert not failures
    assert len(seen) > 1


def test_a_closed_snapshot_answers_nothing(tmp_path):
    written(tmp_path, Article(id="1", body="oil"))
    with Snapshot.open(tmp_path) as snapshot:
        ids = snapshot.documents("body", "oil")

    assert ids.tolist() == [0]
    with pytest.raises(ValueError, match="closed"):
        snapshot.documents("body", "oil")


def test_reading_writes_nothing_and_a_folder_without_an_index_stays_as_it_is(tmp_path):
    written(tmp_path / "index", Article(id="1", body="oil"))
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "index").iterdir()}

    with Snapshot.open(tmp_path / "index") as snapshot:
        occurrences(snapshot, "body", "oil")
    with pytest.raises(NoIndex, match="newssearch index SOURCE"):
        Snapshot.open(tmp_path / "nowhere")

    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "index").iterdir()} == before
    assert not (tmp_path / "nowhere").exists()


def test_a_closed_snapshot_says_so(tmp_path):
    written(tmp_path, Article(id="1", body="oil"))
    snapshot = Snapshot.open(tmp_path)
    snapshot.close()

    for ask in (snapshot.documents, partial(occurrences, snapshot)):
        with pytest.raises(ValueError, match="closed"):
            ask("body", "oil")


def test_reading_needs_nothing_of_whoosh(tmp_path, codec):
    import subprocess
    import sys

    written(tmp_path, Article(id="1", body="oil"), codec=codec)
    script = (
        "import sys, pathlib; from newssearch.engines.whoosh.snapshot import Snapshot;"
        "print(Snapshot.open(pathlib.Path(sys.argv[1])).documents('body', 'oil').tolist(), 'whoosh' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["[0]", "False"]


@pytest.mark.parametrize("codec", CODECS)
def test_a_reader_that_a_rebuild_overtakes_opens_the_new_generation(tmp_path, monkeypatch, codec):
    def rebuild(line):
        with Writer(tmp_path, codec=codec, fresh=True) as writer:
            writer.add(Article(id="1", body="oil"))
            writer.commit(None, [line])

    rebuild(b"old")
    late = [manifests.read(tmp_path)]
    rebuild(b"new and longer")
    read = manifests.read
    monkeypatch.setattr(manifests, "read", lambda folder: late.pop() if late else read(folder))

    with Snapshot.open(tmp_path) as snapshot:
        assert list(snapshot.sources()) == [b"new and longer"]
