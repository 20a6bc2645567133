"""Files of which something was passed over: not read again while they are as they were, and named each time."""

import json

import pytest

from newssearch import Archive
from newssearch.errors import DamagedIndex
from newssearch.readers.contract import MissingLibraryError, Remark
from newssearch.readers.feeds import rss
from newssearch.sources import NO_LOSSES, Losses, SourceFile

GOOD = json.dumps({"headline": "Oil falls", "body": "It fell."})


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "clippings").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "clippings"


def messages(report):
    return [(remark.path, remark.message) for remark in report.remarks]


def test_a_file_that_lost_a_record_is_not_read_again_and_its_loss_is_told_again(folder, monkeypatch):
    (folder / "feed.jsonl").write_text(f"{GOOD}\n7\n{GOOD.replace('Oil', 'Gas')}\n")
    archive = Archive("index")
    first = archive.add("clippings")

    def unread(*_):
        yield pytest.fail("it was read")

    monkeypatch.setattr("newssearch.planning.read", unread)

    again = archive.add("clippings")

    assert messages(again) == messages(first) != []
    assert (again.lost, again.unchanged_files, again.articles) == (1, 1, 0)
    assert (first.lost, first.unchanged_files, first.articles) == (1, 0, 2)


def test_a_file_without_an_article_is_passed_over_again_and_not_as_before(folder):
    (folder / "good.json").write_text(GOOD)
    (folder / "picture").write_bytes(b"\x89PNG")
    archive = Archive("index")
    archive.add("clippings")

    again = archive.add("clippings")

    assert (again.files, again.unchanged_files, again.lost) == (2, 1, 1)


def test_it_is_read_again_when_it_changed(folder):
    (folder / "feed.jsonl").write_text(f"{GOOD}\n7\n")
    archive = Archive("index")
    archive.add("clippings")
    (folder / "feed.jsonl").write_text(f"{GOOD}\n{GOOD.replace('Oil', 'Gas')}\n")

    again = archive.add("clippings")

    assert (again.added, again.lost) == (1, 0)
    assert messages(archive.add("clippings")) == []


def test_it_is_read_again_by_another_version_of_newssearch(folder, monkeypatch):
    (folder / "feed.jsonl").write_text(f"{GOOD}\n7\n")
    archive = Archive("index")
    archive.add("clippings")
    monkeypatch.setattr("newssearch.sources.__version__", "9.9")

    assert archive.add("clippings").unchanged == 1
    assert archive.add("clippings").unchanged_files == 1


def test_it_is_read_again_where_a_library_was_missing(folder, monkeypatch):
    (folder / "good.json").write_text(GOOD)
    (folder / "feed.xml").write_text("<rss><channel><title>Post</title><item><title>Gas</title></item></channel></rss>")

    def missing(*_):
        raise MissingLibraryError("feedparser is missing")

    archive = Archive("index")
    with monkeypatch.context() as without:
        without.setattr(rss, "read", missing)
        assert archive.add("clippings").lost == 1

    assert archive.add("clippings").added == 1


def test_of_many_losses_some_are_kept_and_the_rest_is_counted(folder):
    (folder / "feed.jsonl").write_text(f"{GOOD}\n" + "7\n" * 200)
    archive = Archive("index")
    archive.add("clippings")

    again = archive.add("clippings")

    assert again.lost == 200
    assert len(again.remarks) == 51
    assert again.remarks[-1].message == "150 more were passed over when it was read"


def test_losses_are_kept_by_their_place_in_the_file_and_not_by_where_that_lies():
    losses = Losses.of([Remark("/a/feed.zip/x.txt", "empty", lost=True)], "/a/feed.zip", all=False)

    assert [(remark.path, remark.message) for remark in losses.remarks("/b/feed.zip")] == [
        ("/b/feed.zip/x.txt", "empty")
    ]


@pytest.mark.parametrize("losses", [NO_LOSSES, Losses("1", (("", "empty"), ("/x", "7")), 3, all=True)])
@pytest.mark.parametrize("order", ["", "dmy"])
def test_what_is_kept_of_a_file_comes_back(losses, order):
    file = SourceFile("a", "0" * 64, 3, "UTC", (("headline", "title"),), date_order=order, losses=losses)

    assert SourceFile.from_line(file.to_line()) == file
    assert (len(json.loads(file.to_line())) == 7) is (losses is NO_LOSSES and not order)


@pytest.mark.parametrize("more", ["[]", '{"losses": 7}', '{"losses": ["1", [7], 0, false]}', "7"])
def test_a_list_of_files_that_is_malformed_is_damage(more):
    with pytest.raises(DamagedIndex):
        SourceFile.from_line(f'["a", "", 0, "UTC", {{}}, false, "", {more}]')
