"""Parts of the sources, each indexed by another machine: together they are the whole, in whatever order."""

import subprocess
import sys
from io import BytesIO
from itertools import permutations
from pathlib import Path
from pickle import PicklingError

import pytest
from clippings import write, write_lines
from hypothesis import given
from hypothesis import strategies as st
from opensearch_server import ADDRESS, needs_server, new_engine
from program import ENVIRONMENT, ROOT, run

from newssearch import Archive, Article, upkeep
from newssearch.errors import UsageError
from newssearch.planning import Plan, Planned, Spool
from newssearch.readers import Options
from newssearch.shards import Shard
from newssearch.sources import Source, SourceFile

PARTS = 3


@given(st.text(min_size=1), st.integers(1, 50))
def test_each_file_is_of_one_shard(name, parts):
    assert sum(Shard(part, parts).takes(name) for part in range(1, parts + 1)) == 1


def test_which_it_is_never_changes():
    names = [f"2025/{month:02}/a.txt" for month in range(1, 13)]

    assert [next(part for part in range(1, 5) if Shard(part, 4).takes(name)) for name in names] == [
        4, 1, 1, 4, 2, 3, 3, 4, 1, 4, 1, 2,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["0/3", "4/3", "1/0", "3", "a/b", "1/3/5", "-1/3", "1 / 3", "٣/٤"])
def test_what_is_no_shard_is_refused(text):
    with pytest.raises(UsageError, match="3/16 is the third of sixteen"):
        Shard.of(text)


@pytest.fixture
def clippings(folder):
    """Articles, two of one id, copies of one file, and an item in several revisions, all in files of their own."""
    write(folder, **{f"page{n:02}": f"Oil falls {n}\nBy Jane Doe\n\nOil fell on Sunday.\n" for n in range(20)})
    write(folder, copy=(folder / "page03.txt").read_text())
    for number in range(6):
        write_lines(folder / f"other{number}.jsonl", {"id": "same", "headline": "Gas", "body": f"Gas rose {number}."})
        (folder / f"feed{number}.json").write_text(
            '{"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "feed_url": "https://desk.example/feed",'
            f' "items": [{{"id": "9", "title": "Ferry", "content_text": "Ferry {number}.",'
            f' "date_published": "2025-09-28T08:00:00Z", "date_modified": "2025-09-28T1{number}:00:00Z"}}]}}'
        )
    return folder


def contents(archive):
    """What is held, whatever ids tell articles of one id apart."""
    return sorted(
        (stored.article.id.partition("~")[0], stored.article.headline, stored.article.body, len(stored.versions))
        for stored in archive._engine.articles()
    )


@pytest.mark.parametrize("order", [*permutations(range(1, PARTS + 1))])
def test_all_parts_are_the_whole_in_any_order(clippings, order):
    Archive("whole").add("clippings")
    for part in order:
        Archive("parts").add("clippings", shard=f"{part}/{PARTS}")

    whole, parts = Archive("whole"), Archive("parts")
    assert contents(parts) == contents(whole)
    assert next(hit.article.body for hit in parts.search("ferry").hits) == "Ferry 5."
    assert not parts.verify()


def test_a_part_that_was_read_is_not_read_again(clippings):
    first = Archive("index").add("clippings", shard=f"1/{PARTS}")
    again = Archive("index").add("clippings", shard=f"1/{PARTS}")

    assert 0 < first.files == again.unchanged_files
    assert again.articles == 0


def test_a_part_without_a_file_is_nothing_wrong(folder):
    write(folder, one="Oil falls\n\nOil fell on Sunday.\n")

    codes = [run("index", "clippings", "--shard", f"{part}/2", cwd=folder.parent).returncode for part in (1, 2)]

    assert codes == [0, 0]
    assert len(Archive("index")) == 1


def meanwhile(monkeypatch, change):
    """Let another run change the archive after the shard was read, and before it is taken in."""
    monkeypatch.setattr(upkeep, "Spool", lambda *what: (Spool(*what), change())[0])


def test_a_file_that_another_run_forgot_while_its_part_was_read_is_named(folder, monkeypatch):
    write(folder, one="Oil falls\n\nOil fell on Sunday.\n", two="Gas rises\n\nGas rose on Monday.\n")
    Archive("index").add("clippings")

    with monkeypatch.context() as patched:
        meanwhile(patched, lambda: Archive("index").rebuild("clippings", include="two.txt"))
        reports = [Archive("index").add("clippings", shard=part) for part in ("1/2", "2/2")]

    told = [(remark.path, remark.message) for report in reports for remark in report.remarks if remark.lost]
    assert told == [("clippings/one.txt", "another run forgot it meanwhile: run again")]
    assert Archive("index").add("clippings", include="*").added == 1


def test_a_part_that_was_read_in_another_zone_than_the_archive_got_meanwhile_is_refused(folder, monkeypatch):
    write(folder, one="Oil falls\n\nOil fell on Sunday.\n")
    part = next(part for part in ("1/2", "2/2") if Shard.of(part).takes("one.txt"))
    meanwhile(monkeypatch, lambda: Archive("index").add(Article(headline="Gas"), timezone="Asia/Seoul"))

    with pytest.raises(UsageError, match="the zone Asia/Seoul while"):
        Archive("index").add("clippings", shard=part)

    assert len(Archive("index")) == 1


def test_progress_is_told_while_a_part_is_read(clippings, monkeypatch):
    told = []
    meanwhile(monkeypatch, lambda: told.append("read"))

    report = Archive("index").add("clippings", shard="1/2", progress=lambda *now: told.append(now))

    assert told[-1] == "read"
    assert [done for done, _, _ in told[:-1]] == sorted(done for done, _, _ in told[:-1])
    assert told[-2][0] == told[-2][1]
    assert len(told) == report.files + 1


def test_what_was_put_aside_is_let_go_where_reading_fails(monkeypatch):
    opened, ended = [], []
    monkeypatch.setattr("newssearch.planning.SpooledTemporaryFile", lambda _: opened.append(BytesIO()) or opened[0])

    def reading():
        try:
            yield Planned(Path("a"), "a", Source("a", Options()), SourceFile("a", "", 0, "UTC")), iter([lambda: None])
        finally:
            ended.append(True)

    with pytest.raises((AttributeError, PicklingError)):
        Spool(reading(), Plan({}, {"a": 0}))

    assert opened[0].closed
    assert ended


@pytest.fixture(params=["index", pytest.param("opensearch", marks=needs_server)])
def place(request):
    if request.param == "index":
        yield "index"
    else:
        engine = new_engine()
        yield str(engine.place)
        engine.close()


def test_several_processes_fill_one_archive_at_once(clippings, place):
    Archive("whole").add("clippings")
    command = [sys.executable, "-m", "newssearch", "index", "clippings", "--index", place, "--shard"]
    environment = {**ENVIRONMENT, "PYTHONPATH": str(ROOT), "NEWSSEARCH_OPENSEARCH": ADDRESS}

    processes = [
        subprocess.Popen([*command, f"{part}/{PARTS}"], cwd=clippings.parent, env=environment, stdout=subprocess.PIPE)
        for part in range(1, PARTS + 1)
    ]

    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    assert contents(Archive(place)) == contents(Archive("whole"))
