"""The library, where something is wrong: what is refused, what is passed over, and what verify finds."""

from pathlib import Path

import pytest
from clippings import CLIPPING, write, write_lines

from newssearch import Archive, Article
from newssearch.errors import NoIndex, QueryError, SourceError, UsageError


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda archive: archive.search("a", limit=-1), UsageError),
        (lambda archive: archive.search("a", sort="best"), UsageError),
        (lambda archive: archive.search("a", facets=["colour"]), UsageError),
        (lambda archive: archive.search("a", half_life=0), UsageError),
        (lambda archive: archive.search("bylin:x", strict=True), QueryError),
        (lambda archive: archive.add("no such file"), SourceError),
        (lambda archive: archive.add(timezone="Mars/Olympus"), UsageError),
        (lambda archive: archive.add(mapping={"colour": "x"}), UsageError),
        (lambda archive: archive.rebuild(), UsageError),
        (lambda _: Archive("solr://host/x"), UsageError),
        (lambda _: Archive("nowhere").search("a"), NoIndex),
        (lambda _: Archive("nowhere").remove("a"), NoIndex),
        (lambda _: Archive("nowhere").rebuild(), NoIndex),
    ],
)
def test_what_cannot_be_done_is_a_documented_error(tmp_path, monkeypatch, act, error):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(error):
        act(Archive("memory:"))
    assert list(tmp_path.iterdir()) == []


def test_a_rebuild_that_finds_no_article_leaves_the_index_as_it_was(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    (folder / "oil.txt").write_bytes(b"")

    with pytest.raises(UsageError, match="no article"):
        archive.rebuild()
    assert archive.search("oil").total == 1


def test_one_bad_file_is_named_and_the_rest_is_added(folder):
    write(folder, oil=CLIPPING)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.bin").write_bytes(b"\0\1\2" * 100)

    report = Archive("index").add("clippings")

    assert (report.added, report.lost) == (1, 2)
    assert {Path(remark.path).name for remark in report.remarks} == {"empty.txt", "binary.bin"}


@pytest.mark.parametrize("values", [{"published": "2025-09-28"}, {"authors": ("Jane Doe",)}, {"subheads": ("Next",)}])
def test_an_article_of_the_wrong_parts_says_what_they_are(values):
    with pytest.raises(UsageError, match="as in"):
        Article(headline="Oil", **values)


# --- verify -----------------------------------------------------------------------


def test_a_sound_archive_has_no_problems(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")

    assert archive.verify() == []
    assert archive.verify(["clippings"]) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda folder: write(folder, oil=CLIPPING + "More.\n"), "changed"),
        (lambda folder: write(folder, new="New\nNew text here.\n"), "not in the index yet"),
        (lambda folder: (folder / "oil.txt").unlink(), "gone"),
    ],
)
def test_sources_that_changed_are_problems(folder, change, word):
    write(folder, oil=CLIPPING, gas="Gas rises\nGas rose.\n")
    archive = Archive("index")
    archive.add("clippings")
    change(folder)

    (problem,) = archive.verify()

    assert problem.kind == "outdated"
    assert word in problem.message


def test_sources_that_are_gone_hide_no_other_problem(folder):
    write(folder, oil=CLIPPING)
    write_lines(folder.parent / "feed.jsonl", {"id": "x", "headline": "Gas"})
    archive = Archive("index")
    archive.add("feed.jsonl", "clippings")
    (folder.parent / "feed.jsonl").unlink()
    write(folder, oil=CLIPPING + "More.\n")

    assert sorted(problem.message.split(": ")[1] for problem in archive.verify()) == [
        "changed since it was indexed",
        "gone, and still in the index",
    ]


def test_a_damaged_file_is_a_problem(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    victim = max(Path("index").glob("MAIN_*"), key=lambda path: path.stat().st_size)
    victim.write_bytes(bytes(victim.stat().st_size))

    problems = archive.verify()

    assert {problem.kind for problem in problems} == {"damaged"}
    assert victim.name in problems[0].message
