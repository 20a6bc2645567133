"""Records that are killed, withheld or under embargo: kept, and not found before their time."""

import json
from datetime import UTC, datetime

import pytest
from reading import articles, messages

from newssearch import Archive, Article, Moment
from newssearch.readers import Options, read
from newssearch.readers.records import record

TOLD = [
    ({"embargo": "2031-01-05T09:00:00+01:00"}, Moment.from_iso("2031-01-05T09:00:00+01:00"), ""),
    ({"embargo_until": "2031-01-05"}, Moment.from_iso("2031-01-05"), ""),
    ({"embargo": "2031-01-05", "status": "withheld"}, Moment.from_iso("2031-01-05"), "withheld"),
    ({"embargo": True}, None, "withheld"),
    ({"embargo": "until the minister speaks"}, None, "withheld"),
    ({"status": "embargoed"}, None, "withheld"),
    ({"status": "stat:Withheld"}, None, "withheld"),
    ({"status": "Cancelled"}, None, "canceled"),
    ({"pubStatus": "killed"}, None, "canceled"),
    ({"status": "publish"}, None, ""),
    ({"status": 200}, None, ""),
    ({"status": "under embargo"}, None, "withheld"),
    ({"status": "on hold"}, None, "withheld"),
    ({"status": "deleted"}, None, "canceled"),
    ({"embargo": {"until": {"when": "2031-01-05"}}}, None, "withheld"),
    ({"embargo": float("nan")}, None, ""),
    ({"embargo": "Not embargoed"}, None, ""),
    ({"embargo": "For immediate release"}, None, ""),
    ({"embargo": "0000-00-00 00:00:00"}, None, ""),
    ({"embargo": "N"}, None, ""),
    ({"embargo": False}, None, ""),
    ({"embargo": None}, None, ""),
    ({"embargo": "no"}, None, ""),
    ({"embargo": 0}, None, ""),
]


@pytest.mark.parametrize(("plain", "embargo", "status"), TOLD)
def test_what_a_record_holds_back_is_held_back(plain, embargo, status):
    (article,) = articles(record.read({"headline": "Oil falls", **plain}, "feed.json", "", Options()))

    assert (article.embargo, article.status) == (embargo, status)


def test_an_embargo_that_is_no_time_is_remarked():
    items = list(record.read({"headline": "Oil", "embargo": "soon"}, "feed.json", "line 3", Options()))

    assert messages(items) == ["line 3: embargo 'soon' is not a date that is read: withheld"]


def test_a_mapping_may_name_them(tmp_path):
    (tmp_path / "table.csv").write_text("title,sperre\nOil falls,2031-01-05\nOil rises,\n", encoding="utf-8")
    options = Options(mapping=(("embargo", "sperre"),))

    falls, rises = articles(read(tmp_path / "table.csv", "table.csv", options))

    assert (falls.embargo, rises.embargo) == (Moment.from_iso("2031-01-05"), None)


def test_a_record_under_embargo_is_found_when_its_time_has_come(tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps({"headline": "Oil falls", "embargo": "2031-01-05"}), "utf-8")
    with Archive(tmp_path / "index") as archive:
        archive.add(tmp_path / "feed.json")
        before, after = (archive.search("oil", now=datetime(2031, 1, day, tzinfo=UTC)) for day in (4, 6))

    assert (before.total, after.total) == (0, 1)
    assert [notice.code for notice in before.notices] == ["withheld"]


def test_the_notice_that_an_item_is_canceled_comes_back_from_our_own_form(tmp_path):
    """It has no text: it keeps what was canceled from being shown when it comes later."""
    notice = Article(id="7", status="canceled", path="all.jsonl")
    (tmp_path / "all.jsonl").write_bytes(notice.to_json() + b"\n")

    assert list(read(tmp_path / "all.jsonl", "all.jsonl", Options())) == [notice]
