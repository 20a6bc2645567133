"""--date-order: said when an index is made, kept with its sources, and used again."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newssearch import Archive
from newssearch.cli import newssearch
from newssearch.cli.making import date_order_option
from newssearch.errors import UsageError
from newssearch.readers.contract import DATE_ORDERS


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feed.csv").write_text("title,date,text\nOil falls,03/04/2025,It fell.\n")


def run(*arguments):
    return CliRunner().invoke(newssearch, arguments)


def day():
    return [str(hit.article.published) for hit in Archive("index").search("oil").hits]


def test_it_says_which_day_is_meant(table):
    assert "may be two dates: left out; --date-order says which" in run("index", "feed.csv").output
    assert day() == ["None"]

    run("index", "feed.csv", "--date-order", "dmy")

    assert day() == ["2025-04-03"]


def test_a_rebuild_reads_in_the_order_that_was_said_or_in_another_that_is(table):
    run("index", "feed.csv", "--date-order", "dmy")

    assert run("rebuild", "--check").exit_code == 0
    run("rebuild")
    assert day() == ["2025-04-03"]
    run("rebuild", "--date-order", "mdy")
    assert day() == ["2025-03-04"]
    (line,) = Path("index/sources-1.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)[-1] == {"date_order": "mdy"}


def test_a_check_takes_the_order_that_is_recorded(table):
    run("index", "feed.csv", "--date-order", "dmy")

    assert "--check takes the index as it is recorded" in run("rebuild", "--check", "--date-order", "mdy").output


def test_an_unknown_order_is_refused_before_anything_is_made(table, tmp_path):
    with pytest.raises(UsageError, match="give one of dmy, mdy, ymd"):
        Archive("index").add("feed.csv", date_order="ydm")

    assert not (tmp_path / "index").exists()


def test_the_command_knows_the_orders_that_the_readers_know():
    @date_order_option
    def command():
        pass

    assert tuple(command.__click_params__[0].type.choices) == DATE_ORDERS
