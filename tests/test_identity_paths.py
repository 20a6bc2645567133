"""Whose path an article has, and which files are sources."""

from pathlib import Path

import pytest
from clippings import CLIPPING, write

from newssearch import Archive
from newssearch.errors import NoIndex, UsageError


def test_a_copy_of_a_file_is_one_article(folder):
    write(folder, oil=CLIPPING, copy=CLIPPING)

    report = Archive("index").add("clippings")

    assert (report.added, report.unchanged) == (1, 1)


def test_a_copy_in_a_later_run_keeps_the_first_path(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    write(folder, zcopy=CLIPPING)

    archive.add("clippings")

    assert [hit.article.path for hit in archive.search("oil").hits] == ["clippings/oil.txt"]


@pytest.mark.parametrize("gone", ["oil", "zcopy"])
def test_when_a_file_or_its_copy_is_gone_the_other_stands_for_the_article(folder, gone):
    write(folder, oil=CLIPPING, zcopy=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    (folder / f"{gone}.txt").unlink()

    archive.add("clippings")

    (left,) = folder.iterdir()
    assert [hit.article.path for hit in archive.search("oil").hits] == [f"clippings/{left.name}"]
    assert archive.verify() == []


def test_a_file_that_was_moved_keeps_its_article(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    (folder / "oil.txt").rename(folder / "petrol.txt")

    archive.add("clippings")

    assert [hit.article.path for hit in archive.search("oil").hits] == ["clippings/petrol.txt"]


@pytest.mark.parametrize("place", ["index", "memory:"])
def test_a_text_that_leaves_its_file_for_another_keeps_its_place_in_the_archive(folder, place):
    write(folder, a=CLIPPING)
    archive = Archive(place)
    archive.add("clippings")
    write(folder, a=CLIPPING.replace("Oil falls", "Gas rises"), b=CLIPPING)

    report = archive.add("clippings")

    assert (report.changed, report.added, report.unchanged) == (1, 1, 0)
    assert sorted(stored.article.headline for stored in archive._engine.articles()) == ["Gas rises", "Oil falls"]


def test_paths_open_from_where_one_stands(folder, tmp_path, monkeypatch):
    write(folder, oil=CLIPPING)
    Archive("index").add("clippings")
    monkeypatch.chdir(folder)

    path = Archive("../index").search("oil").hits[0].article.path

    assert Path(path).samefile(folder / "oil.txt")


def test_paths_may_come_in_a_list_and_anything_else_is_refused(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")

    assert archive.add(["clippings/oil.txt"]).added == 1
    with pytest.raises(UsageError, match="not an article"):
        archive.add([1, 2])


def test_a_place_may_be_a_url(folder, tmp_path):
    write(folder, oil=CLIPPING)
    Archive(f"whoosh://{tmp_path}/index").add("clippings")

    assert Archive(tmp_path / "index").search("oil").total == 1


def test_an_archive_in_memory_reads_folders_too(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("memory:")

    assert archive.add("clippings").added == 1
    assert archive.search("oil").hits[0].article.path == "clippings/oil.txt"


def test_the_index_itself_is_no_source(folder):
    write(folder, oil=CLIPPING)
    archive = Archive(folder / "index")
    archive.add(folder)

    assert archive.add(folder).remarks == []
    assert len(archive) == 1


def test_another_index_inside_a_source_is_not_read(folder):
    write(folder, oil=CLIPPING)
    Archive(folder / "inner").add(folder / "oil.txt")

    assert Archive("index").add("clippings").files == 1


def test_a_source_beside_the_index_holds_its_own_files_only(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("project", "other"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, **{name: CLIPPING.replace("Oil", name)})
    archive = Archive("project/index")
    archive.add("project", "other")

    assert archive.verify("project") == []
    assert archive.verify() == []


def test_what_was_passed_over_is_named_each_time(folder):
    write(folder, oil=CLIPPING, empty="")
    archive = Archive("index")

    assert [archive.add("clippings").lost for _ in range(2)] == [1, 1]
    assert archive.verify() == []


def test_nothing_is_made_of_sources_without_an_article(folder):
    write(folder, empty="")

    assert Archive("index").add("clippings").articles == 0
    with pytest.raises(NoIndex):
        Archive("index").search("a")
