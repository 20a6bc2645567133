"""WordPress's export: what was published is an article, and the rest is counted."""

import pytest
from feeds import DATA, file_items, items_of, remarks_of
from reading import articles

from newssearch.article import Author, Subhead
from newssearch.readers.feeds import wordpress, wordpress_items


def test_what_wordpress_published_is_an_article_and_the_rest_is_counted():
    items = file_items("wordpress.xml", wordpress)
    ferry, about = articles(items)

    assert (ferry.id, ferry.url) == ("feed:https://harbour.example/?p=7", "https://harbour.example/2024/ferry/")
    assert (ferry.headline, ferry.source, ferry.language) == ("Ferry reopens", "The Harbour Post", "en-GB")
    assert ferry.authors == (Author(name="Jane Doe"),)
    assert (str(ferry.published), str(ferry.updated)) == ("2024-05-03T10:00:00+02:00", "2024-05-04T10:00:00+02:00")
    assert ferry.paragraphs == ["The ferry sails again from Monday. It leaves at nine.", "A ticket costs 4 euros."]
    assert (ferry.subheads, ferry.dateline) == ((Subhead("Prices", 1),), "NORTHPORT --")
    assert (ferry.section, ferry.tags) == ("Harbour", ("Traffic", "Ferries"))
    assert ferry.boilerplate.split("\n") == ["The ferry is back.", "The ferry in 2019."]
    assert (about.authors, about.status) == ((Author(name="John Roe"),), "withheld")  # it has a password
    assert about.published is not None
    assert about.published.assumed
    assert remarks_of(items) == [
        ("2 items with status draft: passed over", True),
        ("1 item of type recipe: passed over", True),
    ]


def test_an_export_is_known_from_other_feeds():
    assert wordpress.begins((DATA / "wordpress.xml").read_bytes())
    assert not wordpress.begins((DATA / "rss20.xml").read_bytes())


def test_an_export_that_breaks_off_gives_the_items_before():
    whole = (DATA / "wordpress.xml").read_bytes()

    items = items_of(whole[: whole.index(b"Not yet")], wordpress)

    assert len(articles(items)) == 2
    assert remarks_of(items) == [("breaks off at line 45 (no element found), behind 2 items", True)]


def test_control_characters_and_broken_letters_of_an_export_are_taken_out():
    whole = (DATA / "wordpress.xml").read_bytes().replace(b"at nine", b"at\x08 ni\xffne&nbsp;")

    assert "It leaves at ni\ufffdne" in articles(items_of(whole, wordpress))[0].body


@pytest.mark.parametrize(
    ("before", "after", "remark"),
    [
        (b"<rss ", b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss ", "declares entities, as no export does, behind 0 items"),
        (b"<wp:status>", b"<x>" * 101, "more than 100 elements lie in each other, behind 0 items"),
    ],
)
def test_an_export_that_grows_is_cut_off(before, after, remark):
    items = items_of((DATA / "wordpress.xml").read_bytes().replace(before, after), wordpress)

    assert (remark, True) in remarks_of(items)


def test_an_item_of_an_export_that_is_too_long_is_passed_over_alone(monkeypatch):
    monkeypatch.setattr(wordpress_items, "LARGEST_ITEM", 3_500)
    whole = (DATA / "wordpress.xml").read_bytes().replace(b"It leaves", b"It leaves " * 500)

    items = items_of(whole, wordpress)

    assert [found.headline for found in articles(items)] == ["About us"]
    assert remarks_of(items)[0] == ("item 1: longer than 16,777,216 characters: passed over", True)


TIMES = [
    # on the site's clock, in UTC, as read
    ("2024-05-03 10:00:00", "2024-05-03 08:00:00", "2024-05-03T10:00:00+02:00"),
    ("2024-05-03 10:00:00", "2024-05-03 13:30:00", "2024-05-03T10:00:00-03:30"),
    ("2024-05-03 10:00:00", "2024-05-03 10:00:00", "2024-05-03T10:00:00+00:00"),
    ("2024-05-03 10:00:00", "2024-04-03 10:07:00", "2024-04-03T10:07:00+00:00"),
    ("2024-05-03 10:00:00", "0000-00-00 00:00:00", "2024-05-03T10:00:00+00:00"),
    ("0000-00-00 00:00:00", "", "2020-04-20T21:24:04+00:00"),
]


@pytest.mark.parametrize(("local", "utc", "read"), TIMES)
def test_the_sites_zone_is_what_lies_between_its_clock_and_utc(local, utc, read):
    (found,) = articles(
        items_of(
            "<rss><channel><item><title>x</title><pubDate>Mon, 20 Apr 2020 21:24:04 +0000</pubDate>"
            f"<wp:post_date>{local}</wp:post_date><wp:post_date_gmt>{utc}</wp:post_date_gmt></item></channel></rss>",
            wordpress,
        )
    )

    assert str(found.published) == read
