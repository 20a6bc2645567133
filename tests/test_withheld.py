"""Articles that are killed, withheld or under embargo: kept, and not found before their time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from newssearch import Archive, Article, Moment
from newssearch.errors import UsageError
from newssearch.render.terminal import about

NOW = datetime(2025, 9, 28, 8, 0, tzinfo=UTC)
ARTICLES = [
    Article(id="plain", headline="Budget passed"),
    Article(id="killed", headline="Budget rejected", status="canceled"),
    Article(id="held", headline="Budget leaked", status="withheld"),
    Article(id="tomorrow", headline="Budget speech", embargo=Moment(date(2025, 9, 29), time(6, 0), "+02:00")),
    Article(id="last-week", headline="Budget debate", embargo=Moment(date(2025, 9, 20), time(6, 0), "UTC")),
    Article(id="day", headline="Budget day", embargo=Moment(date(2025, 9, 29), None, "Asia/Seoul")),
]


@pytest.fixture(params=["folder", "memory:"])
def archive(request, tmp_path):
    made = Archive(tmp_path / "index" if request.param == "folder" else "memory:")
    made.add(ARTICLES)
    return made


def ids(found):
    return {hit.id for hit in found.hits}


def test_what_is_killed_withheld_or_under_embargo_is_not_found(archive):
    found = archive.search("budget", now=NOW)

    assert ids(found) == {"plain", "last-week"}
    assert found.total == 2


def test_an_embargo_ends_at_its_instant(archive):
    at = datetime(2025, 9, 29, 4, 0, tzinfo=UTC)

    assert "tomorrow" not in ids(archive.search("budget", now=at - timedelta(seconds=1)))
    assert "tomorrow" in ids(archive.search("budget", now=at))


def test_an_embargo_without_a_time_ends_with_the_beginning_of_its_day_there(archive):
    assert "day" not in ids(archive.search("budget", now=datetime(2025, 9, 28, 14, 59, tzinfo=UTC)))
    assert "day" in ids(archive.search("budget", now=datetime(2025, 9, 28, 15, 0, tzinfo=UTC)))


def test_a_notice_says_how_many_match_and_are_not_shown(archive):
    (notice,) = archive.search("budget", now=NOW).notices

    assert notice.code == "withheld"
    assert notice.message == (
        "4 articles that match are killed, withheld or under embargo: see them with withheld:show"
    )
    assert archive.search("debate", now=NOW).notices == ()


def test_they_are_shown_when_they_are_asked_for(archive):
    assert ids(archive.search("budget withheld:show", now=NOW)) == {article.id for article in ARTICLES}
    assert ids(archive.search("status:canceled withheld:show", now=NOW)) == {"killed"}
    assert ids(archive.search("embargo:* withheld:show", now=NOW)) == {"tomorrow", "last-week", "day"}


@pytest.mark.parametrize("text", ["budget -withheld:show", "budget NOT withheld:show"])
def test_what_is_excluded_asks_for_nothing(archive, text):
    assert ids(archive.search(text, now=NOW)) == {"plain", "last-week"}


def test_they_are_not_counted_in_facets_or_explained(archive):
    assert archive.search("*", now=NOW, facets=["month"], limit=0).facets["month"][0].count == 2
    assert archive.explain("budget", now=NOW) == ["word: budget (2)"]


def test_they_can_be_asked_for_by_id(archive):
    assert archive.get("killed").status == "canceled"


def test_the_other_orders_and_periods_leave_them_out_too(archive):
    assert ids(archive.search("budget sort:newest", now=NOW)) == {"plain", "last-week"}
    assert [n.code for n in archive.search("budget -date:2025", now=NOW).notices] == ["withheld", "period"]


def test_a_status_is_one_of_those_there_are():
    with pytest.raises(UsageError, match="no status 'killed': give one of canceled, withheld, or none"):
        Article(status="killed")


def test_what_is_under_embargo_says_so_where_it_is_shown(archive):
    hits = {hit.id: hit for hit in archive.search("budget withheld:show", now=NOW).hits}

    assert hits["tomorrow"].to_dict()["embargo"] == "2025-09-29T06:00:00+02:00"
    assert about(Article(embargo=Moment(date(2999, 1, 1), time(6), "UTC"))).startswith(
        "EMBARGO until 2999-01-01 06:00:00 UTC"
    )
    assert about(hits["killed"].article).startswith("CANCELED")
    assert "EMBARGO" not in about(hits["last-week"].article)
