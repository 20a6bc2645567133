"""A copy of an archive: all that it held, wherever it was and is, or an error."""

from dataclasses import replace

import pytest
from clippings import CLIPPING, write, write_lines
from conftest import ARTICLES, BOAT
from opensearch_server import needs_server, new_engine
from program import run

from newssearch import Archive
from newssearch.engines.base import Stored
from newssearch.errors import IndexPlaceError, NoIndex, UsageError

ON_OPENSEARCH = pytest.param("opensearch", marks=needs_server)


@pytest.fixture
def archives(tmp_path):
    """Makes an archive of a kind, at a place of its own."""
    opened = []

    def archive(kind):
        opened.append(Archive("memory:" if kind in {"memory:", "opensearch"} else tmp_path / f"archive-{len(opened)}"))
        if kind == "opensearch":
            opened[-1]._engine = new_engine()
        return opened[-1]

    yield archive
    for one in opened:
        one.close()


def held(archive):
    return {stored.article.id: stored for stored in archive._engine.articles()}


@pytest.mark.parametrize("to", ["columnar", "stock", "memory:", ON_OPENSEARCH])
@pytest.mark.parametrize("of", ["columnar", "memory:", ON_OPENSEARCH])
def test_everything_arrives_earlier_versions_and_the_zone_too(archives, of, to):
    source, target = archives(of), archives(to)
    source.add(ARTICLES, timezone="Asia/Seoul")
    source.add(replace(BOAT, headline="Navy strikes two boats"))

    copied = source.copy(target, codec=to if to in {"columnar", "stock"} else None)

    assert (copied.articles, copied.versions) == (len(ARTICLES), 1)
    assert held(target) == held(source)
    assert [article.headline for article in target.versions("boat")] == ["Navy strikes two boats", BOAT.headline]
    assert target.timezone == "Asia/Seoul"
    assert not target.verify()


@pytest.mark.parametrize("to", ["columnar", ON_OPENSEARCH])
def test_paths_lead_to_the_same_files_and_the_copy_is_renewed_from_them(folder, archives, to):
    write(folder, oil=CLIPPING)
    source, target = Archive("index"), archives(to)
    source.add("clippings")

    source.copy(target)

    (hit,) = target.search("oil").hits
    assert (folder / "oil.txt").samefile(hit.article.path)
    assert not target.verify()
    write(folder, oil=CLIPPING.replace("Sunday", "Monday"))
    assert len(target.verify()) == 1
    assert target.rebuild().articles == 1
    assert target.search("monday").total == 1


def test_an_archive_that_is_there_is_kept_unless_it_is_to_be_replaced(archives):
    source, target = archives("memory:"), archives("columnar")
    source.add(BOAT)
    target.add(ARTICLES)

    with pytest.raises(UsageError, match="already: choose another place, or --replace it"):
        source.copy(target)
    assert len(target) == len(ARTICLES)

    source.copy(target, replace=True)
    assert list(held(target)) == ["boat"]


def test_nothing_and_itself_cannot_be_copied(folder, archives):
    with pytest.raises(NoIndex):
        Archive("index").copy(archives("columnar"))
    write(folder, oil=CLIPPING)
    Archive("index").add("clippings")
    for name in ("index", folder.parent / "index", folder.parent / "clippings" / ".." / "index"):
        with pytest.raises(UsageError, match="to itself"):
            Archive("index").copy(name, replace=True)


def test_an_archive_that_changes_meanwhile_is_not_copied(folder, archives, monkeypatch):
    write(folder, oil=CLIPPING)
    source, target = Archive("index"), archives("columnar")
    source.add("clippings")
    articles = source._engine.articles

    def after_a_commit():
        Archive("index").add(BOAT)
        return articles()

    monkeypatch.setattr(source._engine, "articles", after_a_commit)

    with pytest.raises(IndexPlaceError, match="changed while it was read"):
        source.copy(target)
    with pytest.raises(NoIndex):
        target.stats()


def test_an_archive_that_is_made_while_a_copy_waits_is_kept(archives, monkeypatch):
    source, target = archives("memory:"), archives("columnar")
    source.add(BOAT)
    session = target._engine.session

    def after_another(**how):
        if how.get("fresh"):
            Archive(target.name).add(ARTICLES)
        return session(**how)

    monkeypatch.setattr(target._engine, "session", after_another)

    with pytest.raises(UsageError, match="already"):
        source.copy(target)
    assert len(target) == len(ARTICLES)


@pytest.mark.parametrize(
    "arriving",
    [
        lambda stored: None if stored.article.id == "boat" else stored,
        lambda stored: stored._replace(versions=()),
        lambda stored: stored._replace(article=replace(stored.article, body="Another.")),
    ],
    ids=["an article", "a version", "a text"],
)
def test_what_did_not_arrive_is_an_error(archives, monkeypatch, arriving):
    source, target = archives("memory:"), archives("memory:")
    source.add(BOAT)
    source.add(replace(BOAT, headline="Navy strikes two boats"))
    stored = source._engine.get("boat")
    arrived = arriving(stored)
    monkeypatch.setattr(target._engine, "articles", lambda: iter([arrived] if arrived else []))

    assert isinstance(stored, Stored)
    with pytest.raises(IndexPlaceError, match="does not hold what"):
        source.copy(target)


def test_the_command_says_what_it_copied(folder):
    write_lines(folder / "feed.jsonl", {"id": "a", "headline": "Oil falls", "body": "Oil fell."})
    Archive("index").add("clippings")
    write_lines(folder / "feed.jsonl", {"id": "a", "headline": "Oil falls", "body": "Oil fell on Sunday."})
    Archive("index").add("clippings")

    done = run("copy", "index", "backup", cwd=folder.parent)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 article with 1 earlier version copied; backup holds what index does: content ")
    again = run("copy", "index", "backup", cwd=folder.parent)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
