"""The library: what an archive promises about zones, results and threads."""

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from clippings import CLIPPING, write, write_lines
from conftest import ARTICLES, SEED

from newssearch import Archive, parse


def test_an_archive_adds_a_folder_and_finds_its_articles(folder):
    write(folder, oil=CLIPPING, gas="Gas rises\nBy John Smith\nGas rose on Sunday, traders said.\n")

    report = Archive("index").add("clippings")

    assert (report.files, report.added) == (2, 2)
    assert [hit.article.headline for hit in Archive("index").search("by:doe").hits] == ["Oil falls"]


def test_an_article_is_added_as_it_is():
    with Archive("memory:") as archive:
        archive.add(*ARTICLES)

        assert len(archive) == len(ARTICLES)
        assert archive.get("drug-hubs") == SEED


# --- zones ------------------------------------------------------------------------


def test_a_time_without_a_zone_is_in_the_one_given_and_says_so(folder):
    write(folder, oil=CLIPPING)

    Archive("index").add("clippings", timezone="Asia/Seoul")

    archive = Archive("index")
    (hit,) = archive.search("date:2025-09-28").hits
    assert str(hit.article.published) == "2025-09-28T08:33:00+09:00"
    assert hit.article.published.assumed
    assert archive.timezone == "Asia/Seoul"
    assert archive.search("date:2025-09-27T23:33Z").total == 1


def test_a_rebuild_reads_each_source_as_it_was_read_before(folder):
    write(folder, oil=CLIPPING)
    write_lines(folder / "feed.jsonl", {"title_x": "Gas rises", "text_x": "Gas."})
    archive = Archive("index")
    archive.add(folder / "oil.txt", timezone="Asia/Seoul")
    archive.add(folder / "feed.jsonl", mapping={"headline": "title_x", "body": "text_x"})
    before = archive.stats()["content"]

    archive.rebuild()

    assert archive.stats()["content"] == before
    assert archive.search("headline:gas").total == 1


def test_the_readers_zone_changes_no_archive(folder):
    write(folder, oil=CLIPPING)
    Archive("index").add("clippings", timezone="Asia/Seoul")

    Archive("index", timezone="America/Lima").rebuild()

    assert str(Archive("index").search("oil").hits[0].article.published) == "2025-09-28T08:33:00+09:00"


def test_a_mapping_given_to_a_rebuild_is_used(folder):
    write_lines(folder / "feed.jsonl", {"kop": "Gas rises", "body": "Gas.", "headline": "No"})
    archive = Archive("index")
    archive.add("clippings")

    archive.rebuild(mapping={"headline": "kop"})

    assert archive.search("headline:gas").total == 1


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Seoul"])
def test_zones_of_before_the_railways_are_reckoned_with(zone):
    archive = Archive("memory:", timezone=zone)
    archive.add(SEED)

    assert archive.search("since:1800-01-01T00:00").total == 1


def test_today_is_a_day_in_the_archives_zone(folder):
    archive = Archive("memory:", timezone="Pacific/Kiritimati")
    archive.add(replace(SEED, published=replace(SEED.published, day=datetime(2025, 10, 1, tzinfo=UTC).date())))

    found = archive.search("date:today", now=datetime(2025, 9, 30, 12, tzinfo=UTC))

    assert found.total == 1
    assert found.period == ("2025-10-01", "2025-10-01")
    assert [n.message for n in found.notices] == ["date:today is 2025-10-01"]


# --- results ----------------------------------------------------------------------


def test_results_are_values_with_a_json_form():
    archive = Archive("memory:")
    archive.add(*ARTICLES)

    found = archive.search(
        '"tren de aragua" date:2025-09 bylin:x OR samsung OR tren', facets=["source", "month"], limit=1
    )

    plain = json.loads(json.dumps(found.to_dict()))
    assert set(plain) == {"query", "total", "offset", "seconds", "period", "notices", "facets", "hits"}
    assert set(plain["hits"][0]) == {
        "id",
        "score",
        "headline",
        "byline",
        "authors",
        "published",
        "updated",
        "embargo",
        "status",
        "similar",
        "place",
        "source",
        "section",
        "language",
        "url",
        "path",
        "snippets",
    }
    assert plain["hits"][0]["authors"] == [{"name": "KO YONG-CHUL", "role": "Reporter", "email": "korocamia@naver.com"}]
    assert plain["facets"]["month"] == [{"value": "2025-09", "count": 1}]
    assert {n["code"] for n in plain["notices"]} == {"unknown-field", "period"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "headline date:2025",
            "1 article without a date matches the rest of the query: see them with -date:* for the period",
        ),
        ("date:2025", "2 articles without a date match the rest of the query: see them with -date:* for the period"),
        ("maduro date:2025", None),
        ("headline", None),
        ("headline -date:2025", None),
    ],
)
def test_articles_that_only_want_a_date_are_mentioned(text, message):
    archive = Archive("memory:")
    archive.add(*ARTICLES)

    assert [n.message for n in archive.search(text).notices if n.code == "undated"] == ([message] if message else [])


def test_a_tree_is_asked_like_its_text():
    archive = Archive("memory:")
    archive.add(*ARTICLES)
    text = '"drug cartels" OR strikes -by:ko'

    assert [h.id for h in archive.search(parse(text).query).hits] == [h.id for h in archive.search(text).hits]


def test_the_sort_argument_wins_over_the_one_in_the_text():
    archive = Archive("memory:")
    archive.add(*ARTICLES)

    assert [h.id for h in archive.search("date:* sort:oldest").hits] == ["boat", "drug-hubs", "opinion"]
    assert [h.id for h in archive.search("date:* sort:oldest", sort="newest").hits] == ["opinion", "drug-hubs", "boat"]


def test_an_explanation_counts_what_each_part_finds():
    archive = Archive("memory:")
    archive.add(*ARTICLES)

    assert archive.explain("maduro -aragua") == [
        "and: maduro -aragua (1)",
        "  word: maduro (2)",
        "  not: -aragua (4)",
        "    word: aragua (1)",
    ]


# --- several at a time ------------------------------------------------------------


def test_readers_go_on_while_one_writes(folder):
    write(folder, oil=CLIPPING)
    archive = Archive("index")
    archive.add("clippings")
    stop, failures = threading.Event(), []

    def read():
        while not stop.is_set():
            try:
                assert archive.search("oil").hits[0].article.headline == "Oil falls"
            except Exception as error:  # noqa: BLE001
                failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(8):
        write(folder, gas=f"Gas rises\nGas rose {number} times.\n")
        Archive("index").add("clippings")
    stop.set()
    for reader in readers:
        reader.join()

    assert failures == []
