"""The same sources give the same files, byte for byte, and `rebuild --check` says whether they do."""

import json
import shutil

import pytest
from program import run

from newssearch import Archive, Article
from newssearch.engines.whoosh import manifest as manifests


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "one.txt").write_text("Oil falls\nBy Jane Doe\n2025-09-28\n\nOil fell on Sunday.\n")
    lines = [{"headline": f"Gas {n}", "body": f"Gas rose {n} times, the U.S. said.", "id": str(n)} for n in range(30)]
    (folder / "two.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "write.lock"}


def test_a_rebuilt_index_tells_nothing_of_what_was_there_before(tmp_path, sources):
    Archive(tmp_path / "new").rebuild(sources)
    old = Archive(tmp_path / "old")
    for number in range(3):
        old.add(Article(headline=f"Other {number}", path="gone.txt"))
    old.rebuild(sources)
    old.rebuild()

    assert contents(tmp_path / "old") == contents(tmp_path / "new")


def test_another_folder_of_the_same_shape_gives_the_same_bytes(tmp_path, sources):
    for name in "ab":
        shutil.copytree(sources, tmp_path / name / "sources")
        Archive(tmp_path / name / "index").rebuild(tmp_path / name / "sources")

    assert contents(tmp_path / "a" / "index") == contents(tmp_path / "b" / "index")


def test_an_index_is_checked_against_what_its_sources_give(tmp_path, sources):
    archive = Archive(tmp_path / "index")
    archive.rebuild(sources)
    before = contents(tmp_path / "index")

    assert archive.check() == []
    assert contents(tmp_path / "index") == before


def test_a_check_says_that_the_articles_differ(tmp_path, sources):
    archive = Archive(tmp_path / "index")
    archive.rebuild(sources)
    (sources / "one.txt").write_text("Oil rises\nBy Jane Doe\n2025-09-28\n\nOil rose on Monday.\n")

    assert archive.check()[0] == "the articles differ: 31 are held, 31 are in the sources"


def test_a_check_says_that_an_index_grew_by_parts(tmp_path, sources):
    archive = Archive(tmp_path / "index")
    archive.add(sources / "one.txt")
    archive.add(sources / "two.jsonl")

    assert archive.check() == [
        "the same articles in other bytes",
        "`newssearch rebuild` makes it anew: an index that grew by parts has other bytes than a rebuilt one",
    ]


def test_a_check_names_the_library_that_may_be_why(tmp_path, sources, monkeypatch):
    archive = Archive(tmp_path / "index")
    archive.add(sources / "one.txt")
    archive.add(sources / "two.jsonl")
    monkeypatch.setattr(manifests, "made_with", lambda: {"numpy": "9.9"})

    assert any(line.startswith("made with numpy ") and "not with 9.9" in line for line in archive.check())


def test_the_command_tells_by_its_exit_code(tmp_path, sources):
    assert run("rebuild", sources, "--index", tmp_path / "index").returncode == 0
    same = run("rebuild", "--check", "--index", tmp_path / "index")
    (sources / "one.txt").unlink()
    other = run("rebuild", "--check", "--index", tmp_path / "index")

    assert (same.returncode, other.returncode) == (0, 1)
    assert "byte for byte" in same.stdout
    assert "the articles differ: 31 are held, 30 are in the sources" in other.stdout


def test_the_codec_of_an_index_is_changed_by_a_rebuild_alone(tmp_path, sources):
    place = tmp_path / "index"
    assert run("index", sources, "--index", place, "--codec", "stock").returncode == 0
    refused = run("index", sources, "--index", place, "--codec", "columnar")
    rebuilt = run("rebuild", "--index", place, "--codec", "columnar")

    assert refused.returncode == 2
    assert "`newssearch rebuild --codec columnar` changes it" in refused.stderr
    assert rebuilt.returncode == 0
    assert Archive(place).stats()["codec"] == "columnar"
    assert len(Archive(place).search("gas", limit=None).hits) == 30
