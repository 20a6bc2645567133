"""Items of feeds and agencies: a later revision takes the place of an earlier one, in whatever order they are read."""

import json
import sys
from dataclasses import replace
from datetime import date, time
from itertools import permutations

import pytest

from newssearch import Archive, Article, Moment
from newssearch.readers import formats
from newssearch.readers.contract import Revision
from newssearch.readers.records import json_records
from newssearch.revisions import newest_first


def at(hour):
    return Moment(date(2025, 9, 28), time(hour), "UTC")


FIRST = Article(id="item", headline="Vote begins", published=at(8))
SECOND = Article(id="item", headline="Vote goes on", published=at(8), updated=at(9))
THIRD = Article(id="item", headline="Vote ends", published=at(8), updated=at(10))


@pytest.mark.parametrize("order", list(permutations([FIRST, SECOND, THIRD])), ids=lambda _: "")
def test_the_newest_is_told_by_its_time(order):
    stored = newest_first(order)

    assert (stored.article, *stored.versions) == (THIRD, SECOND, FIRST)


def test_a_version_says_more_than_a_time_where_each_has_one():
    second = Article(id="item", headline="Second", published=at(7), version=2)
    first = Article(id="item", headline="First", published=at(8), version=1)

    assert newest_first([second, first]).article == second
    assert newest_first([second, KILL]).article == KILL


def test_of_revisions_of_one_time_the_one_read_last_is_the_newest():
    other = Article(id="item", headline="Vote starts", published=at(8))

    assert newest_first([FIRST, other]).article == other
    assert newest_first([other, FIRST]).article == FIRST


def test_the_same_content_twice_is_one_version():
    assert newest_first([FIRST, FIRST.moved(path="copy")]).versions == ()


@pytest.mark.parametrize("when", [None, Moment(date(2025, 9, 28)), at(12)])
def test_a_kill_is_as_late_as_it_may_be(when):
    kill = Article(id="item", status="canceled", published=when)

    assert newest_first([kill, FIRST, THIRD]).article == kill


def test_the_snapshot_that_was_made_later_is_the_newer_whatever_its_name(folder):
    archive = Archive("index")
    for name, day, headline in [("a-new.json", 21, "Port strike goes on"), ("z-old.json", 20, "Port strike begins")]:
        item = {"id": "urn:x:1", "title": headline, "content_text": "The port.", "date_published": "2025-09-20T08:00Z"}
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [item]}
        rss = (
            f"<rss version='2.0'><channel><title>Post</title><lastBuildDate>{day} Sep 2025 09:00:00 GMT</lastBuildDate>"
            f"<item><guid>urn:x:2</guid><title>{headline}</title><pubDate>19 Sep 2025 08:00:00 GMT</pubDate></item>"
            "</channel></rss>"
        )
        (folder / name).write_text(json.dumps(feed))
        (folder / f"{name}.xml").write_text(rss)
    archive.add(folder)

    assert archive.get("urn:x:2").headline == "Port strike goes on"
    assert [str(version.seen.day) for version in archive.versions("urn:x:2")] == ["2025-09-21", "2025-09-20"]


def test_a_copy_that_was_found_later_is_no_revision():
    monday = Article(id="page", headline="Harbour", seen=at(8), published=replace(at(8), assumed=True))
    tuesday = replace(monday, seen=at(20), published=replace(at(20), assumed=True))

    stored = newest_first([monday, tuesday])

    assert (stored.article, stored.versions) == (monday, ())


def test_an_item_without_an_id_is_an_article_like_any_other(indexed, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "FIRST", Article(headline="News in brief", body="One."))
    monkeypatch.setattr(sys.modules[__name__], "SECOND", Article(headline="News in brief", body="Two."))

    archive, report = indexed(a="0", b="1")

    assert report.added == len(archive) == 2


class Items:
    """A format of one revision a file: its number tells which."""

    @staticmethod
    def begins(head):
        return head.startswith(b"item ")

    @staticmethod
    def read(file, name, _options):
        for word in file.read().split()[1:]:
            yield Revision([FIRST, SECOND, THIRD, KILL][int(word)].moved(path=name))


KILL = Article(id="item", headline="KILL Vote", status="canceled", published=at(8), updated=at(11))


@pytest.fixture
def indexed(folder, monkeypatch):
    """A function that puts items into a file of the folder and indexes it."""
    monkeypatch.setattr(formats, "FORMATS", (Items,))
    archive = Archive("index")

    def index(**files):
        for name, words in files.items():
            (folder / name).write_text(f"item {words}")
        return archive, archive.add(folder)

    return index


def headlines(archive):
    return [hit.article.headline for hit in archive.search("*").hits]


def test_an_item_in_many_files_is_one_article_with_its_versions(indexed):
    archive, report = indexed(a="2", b="0", c="1 2")

    assert headlines(archive) == ["Vote ends"]
    assert [article.headline for article in archive.versions("item")] == ["Vote ends", "Vote goes on", "Vote begins"]
    assert report.added == 1


def test_an_older_revision_that_comes_later_stays_behind_the_newer(indexed):
    indexed(a="2")
    archive, report = indexed(b="0")

    assert headlines(archive) == ["Vote ends"]
    assert [article.headline for article in archive.versions("item")] == ["Vote ends", "Vote begins"]
    assert report.changed == 1


def test_what_is_held_already_changes_nothing(indexed):
    indexed(a="0 1")
    archive, report = indexed(b="1 0")

    assert (report.added, report.changed) == (0, 0)
    assert len(archive.versions("item")) == 2


def test_a_kill_takes_its_item_out_of_the_search_and_keeps_it(indexed):
    indexed(a="0 1")
    archive, _ = indexed(b="3")

    assert headlines(archive) == []
    assert [article.headline for article in archive.versions("item")] == ["KILL Vote", "Vote goes on", "Vote begins"]


def test_a_rebuild_gives_what_was_added_piece_by_piece(indexed):
    indexed(a="1")
    indexed(b="0")
    archive, _ = indexed(c="2")
    before = archive.versions("item")

    archive.rebuild()

    assert archive.versions("item") == before


def test_an_item_whose_file_is_moved_is_found_at_its_new_path(indexed, folder):
    archive, _ = indexed(a="0")
    (folder / "a").rename(folder / "b")

    report = archive.add(folder)

    assert report.moved == 1
    assert archive.get("item").path == "clippings/b"
    assert archive.verify() == []


def test_an_item_whose_id_is_another_articles_is_kept_beside_it_with_all_its_revisions(indexed, folder):
    (folder / "plain.json").write_text('{"id": "item", "headline": "A plain article", "body": "Of the same id."}')
    formats.FORMATS = (json_records, *formats.FORMATS)

    archive, report = indexed(a="0 1", b="2")

    assert {hit.id: hit.article.headline for hit in archive.search("*").hits} == {
        "item": "A plain article",
        "item~2": "Vote ends",
    }
    assert len(archive.versions("item~2")) == 3
    assert [remark.message for remark in report.remarks] == ["id 'item' is another article's: kept as 'item~2'"]
