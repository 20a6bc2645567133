"""The parts of a feed's item: who wrote it, when, what is its text, and what only stands beside that."""

import pytest
from feeds import item, items_of, remarks_of
from reading import articles

PEOPLE = [
    # what the item says, byline, authors as name and e-mail
    ("<author>jane@harbour.example (Jane Doe)</author>", [("Jane Doe", "jane@harbour.example")]),
    ("<author>Jane Doe (jane@harbour.example)</author>", [("Jane Doe", "jane@harbour.example")]),
    ("<author>Jane Doe &lt;jane@harbour.example&gt;</author>", [("Jane Doe", "jane@harbour.example")]),
    ("<author>noreply@blogger.com (Jane Doe)</author>", [("Jane Doe", "")]),
    ("<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>", [("Jane Doe", ""), ("John Roe", "")]),
    ("<dc:creator>Jane Doe, John Roe and Ana Poe</dc:creator>", [("Jane Doe", ""), ("John Roe", ""), ("Ana Poe", "")]),
    ("<author>jane@harbour.example (Jane Doe)</author><dc:creator>Jane Doe</dc:creator>", [("Jane Doe", "jane@harbour.example")]),
    ("<dc:creator>admin</dc:creator>", []),
    ("<dc:creator>The Post</dc:creator>", []),
    ("<dc:creator>Reuters</dc:creator>", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("says", "people"), PEOPLE)
def test_people_are_read_from_each_form_of_a_name(says, people):
    assert [(author.name, author.email) for author in item(says).authors] == people


DATES = [
    # as printed, as read
    ("Mon, 20 Apr 2020 21:24:04 +0900", "2020-04-20T21:24:04+09:00"),
    ("Mon, 20 Apr 2020 21:24:04 GMT", "2020-04-20T21:24:04+00:00"),
    ("Mon, 20 Apr 2020 21:24 EDT", "2020-04-20T21:24:00-04:00"),
    ("20 Jul 2020 21:24:04 BST", "2020-07-20T21:24:04+01:00"),
    ("Mon, 20 Apr 20 21:24:04 PST", "2020-04-20T21:24:04-08:00"),
    ("Tue, 20 Apr 99 21:24:04 GMT", "1999-04-20T21:24:04+00:00"),
    ("2020-04-20T21:24:04.123Z", "2020-04-20T21:24:04.123000+00:00"),
    ("2020-04-20", "2020-04-20"),
]


@pytest.mark.parametrize(("printed", "read"), DATES)
def test_a_date_keeps_the_zone_that_was_printed(printed, read):
    assert str(item(f"<pubDate>{printed}</pubDate>").published) == read


def test_a_date_that_is_not_read_is_named():
    items = items_of("<rss><channel><item><title>x</title><pubDate>10/11/2025</pubDate></item></channel></rss>")

    assert remarks_of(items) == [("item 1: published '10/11/2025' is not a date that is read: left out", False)]
    assert articles(items)[0].published is None


def test_an_update_is_later_than_what_it_updates():
    assert item("<pubDate>2020-04-20T10:00:00Z</pubDate><dc:date>2020-04-20T10:00:00Z</dc:date>").updated is None


SUMMARIES = [
    # description, content, body, boilerplate
    ("A &lt;b&gt;short&lt;/b&gt; one.", "", "A short one.", ""),
    ("The ferry sails...", "The ferry sails again.", "The ferry sails again.", ""),
    ("The ferry sails again. [&amp;hellip;]", "&lt;p&gt;The ferry sails again. It is late.", "The ferry sails again. It is late.", ""),
    ("It is back.", "The ferry sails again.", "The ferry sails again.", "It is back."),
    ("It is back.", "&lt;img src='x'&gt;", "It is back.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("description", "content", "body", "boilerplate"), SUMMARIES)
def test_the_content_is_the_body_and_the_summary_is_where_there_is_none(description, content, body, boilerplate):
    found = item(f"<description>{description}</description><content:encoded>{content}</content:encoded>")

    assert (found.body, found.boilerplate) == (body, boilerplate)


def test_the_caption_of_a_picture_is_no_text_unless_it_is_all_there_is():
    media = '<m:group xmlns:m="http://search.yahoo.com/mrss/"><m:title>no</m:title><m:description>A ship.</m:description></m:group>'

    assert item(f"<description>Oil fell.</description>{media}").body == "Oil fell."
    assert item(media).body == "A ship."
    assert item(media).headline == "x"
