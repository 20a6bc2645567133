"""RSS, Atom, JSON Feed and WordPress's export: each item is an article, which its later revisions replace."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article, Author, Subhead
from newssearch.readers.contract import Options, Remark, Revision
from newssearch.readers.feeds import damage as feed_damage
from newssearch.readers.feeds import json_feed, wordpress, wordpress_items
from newssearch.readers.feeds import rss as feeds

FEEDS = Path(__file__).parent / "data" / "feeds"


def items_of(data, reader=feeds, options=Options()):  # noqa: B008 -- a value
    data = data.encode() if isinstance(data, str) else data
    return [*reader.read(io.BytesIO(data), "feed.xml", options)]


def file_items(name, reader=feeds):
    return items_of((FEEDS / name).read_bytes(), reader)


def articles_of(items):
    return [item.article if isinstance(item, Revision) else item for item in items if not isinstance(item, Remark)]


def remarks_of(items):
    return [(item.message, item.lost) for item in items if isinstance(item, Remark)]


def item(inner, channel=""):
    """The one article of a feed with one item."""
    (found,) = articles_of(
        items_of(
            '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>{channel}'
            f"<item><title>x</title>{inner}</item></channel></rss>"
        )
    )
    return found


# --- RSS and Atom -----------------------------------------------------------------


def test_an_item_of_rss_is_an_article_with_all_that_it_says():
    ferry, rates = articles_of(file_items("rss20.xml"))

    assert (ferry.id, ferry.url) == (
        "feed:https://harbour.example/?p=7",
        "https://harbour.example/ferry?utm_source=rss",
    )
    assert (ferry.headline, ferry.source, ferry.language) == ("Ferry & harbour reopen", "The Harbour Post", "en-GB")
    assert ferry.paragraphs == [
        "The ferry sails again from Monday, the company said.",
        "A ticket costs 4 euros. Children sail free.",
    ]
    assert ferry.subheads == (Subhead("What it costs", 1),)
    assert ferry.authors == (
        Author(name="Jane Doe", email="jane@harbour.example"),
        Author(name="John Roe", role="Staff Writers"),
        Author(name="Ana Poe", role="Staff Writers"),
    )
    assert (ferry.agency, ferry.dateline, ferry.place) == ("Reuters", "NORTHPORT, April 20 (Reuters) -", "NORTHPORT")
    assert (str(ferry.published), str(ferry.updated)) == ("2020-04-20T21:24:04-05:00", "2020-04-21T09:00:00+02:00")
    assert (ferry.section, ferry.tags) == ("", ("Harbour", "Ferries"))
    assert ferry.boilerplate.split("\n") == [
        "The ferry in 2019.",
        "The post Ferry & harbour appeared first on The Harbour Post.",
    ]
    assert (rates.id, rates.body) == (
        "feed:https://harbour.example/rates",
        "Banks said on Tuesday that rates would rise.",
    )
    assert (rates.source, rates.section, rates.tags, rates.boilerplate) == ("The Wire", "Money", (), "")
    assert str(rates.published) == "2020-04-21T09:00:00+02:00"


def test_the_date_of_rss_1_is_when_it_was_published():
    (found,) = articles_of(file_items("rss10.rdf"))

    assert (str(found.published), found.updated) == ("2004-06-29T12:53:00+09:00", None)
    assert (found.id, found.authors, found.section) == (
        "feed:https://harbour.example/1",
        (Author(name="Jane Doe"),),
        "Harbour",
    )


def test_latin_1_is_that_of_windows_and_entities_of_html_are_known():
    (found,) = articles_of(file_items("rss091-latin1.xml"))

    assert (found.headline, found.body) == ("Le bac est rouvert été “comme hiver”", "Le départ a eu lieu.")
    assert (found.id, found.language) == ("feed:http://port.example/bac", "fr")


def test_an_entry_of_atom_is_an_article():
    one, two = articles_of(file_items("atom10.xml"))

    assert (one.id, one.url) == ("tag:coast.example,2020:1", "https://coast.example/2020/one")
    assert one.headline == "Why 1 < 2, and <p> is no word"
    assert one.paragraphs == ["One is less than two & three.", "So it is."]
    assert one.authors == (Author(name="Jane Doe", email="jane@coast.example"), Author(name="John Roe"))
    assert (str(one.published), str(one.updated)) == ("2020-04-20T08:00:00+02:00", "2020-04-20T10:30:00+02:00")
    assert (one.tags, one.language, one.source) == (("The sea", "numbers"), "en", "Harbour & Coast")
    assert one.boilerplate == "A summary that is not in the text."
    assert (two.body, two.language) == ("Die Fähre fährt.", "de")
    assert (two.byline, two.authors) == ("Harbour & Coast", ())  # the feed itself is no person
    assert str(two.published) == "2020-04-21T09:00:00+00:00"


def test_the_atom_of_2003_is_read():
    (found,) = articles_of(file_items("atom03.xml"))

    assert (found.id, found.body) == ("tag:coast.example,2004:3", "The ferry sails.")
    assert (str(found.published), str(found.updated)) == ("2004-06-29T12:53:00-05:00", "2004-06-29T18:00:00+00:00")


IDS = [
    # what the item says, its id
    ("<guid>https://a.example/1</guid><link>https://a.example/x</link>", "feed:https://a.example/1"),
    ("<guid>urn:uuid:7</guid>", "urn:uuid:7"),
    ("<guid>4711</guid><link>https://a.example/x</link>", "a.example:4711"),
    ("<guid>4711</guid>", "The Post:4711"),
    ("<link>https://A.example/x?utm_source=rss#top</link>", "feed:https://a.example/x"),
    ("<guid> </guid>", ""),
    (f"<guid>{'7' * 3000}</guid><link>https://a.example/x</link>", "feed:https://a.example/x"),
]


@pytest.mark.parametrize(("says", "id"), IDS)
def test_an_id_is_the_items_own_on_its_site_else_its_canonical_address(says, id):
    assert item(says).id == id


URLS = [
    # what the item says, its address
    ("<link>https://a.example/x?utm_source=rss</link>", "https://a.example/x?utm_source=rss"),
    ("<guid>https://a.example/1</guid>", "https://a.example/1"),
    ('<guid isPermaLink="false">https://a.example/1</guid>', ""),
    ("<guid>4711</guid>", ""),
    ("<link>/x</link>", "https://home.example/x"),
    ("<link>javascript:alert(1)</link>", ""),
    ("<link>http://[</link>", ""),
]


@pytest.mark.parametrize(("says", "url"), URLS)
def test_an_address_is_one_of_the_web_and_whole(says, url):
    assert item(says, "<link>https://home.example/</link>").url == url


def test_an_ampersand_that_begins_no_reference_is_one():
    found = item("<description>Q&A &amp; R&D &eacute;</description><link>https://a.example/x?a=1&b=2</link>")

    assert (found.body, found.url) == ("Q&A & R&D é", "https://a.example/x?a=1&b=2")


def test_an_item_with_an_id_replaces_its_earlier_ones():
    first, second = (
        items_of(f"<rss><channel><title>P</title><item><title>{title}</title>{guid}</item></channel></rss>")
        for title, guid in [("One", "<guid>urn:1</guid>"), ("Two", "")]
    )

    assert isinstance(first[0], Revision)
    assert isinstance(second[0], Article)


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
    assert articles_of(items)[0].published is None


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


# --- broken feeds -----------------------------------------------------------------


def test_a_feed_that_breaks_off_gives_what_it_holds():
    items = file_items("broken-cut.xml")

    assert [found.body for found in articles_of(items)] == ["The ferry sails.", "The ferry did not"]
    assert remarks_of(items) == [("broken XML: breaks off in its last item", True)]


def test_junk_signs_and_a_wrong_encoding_lose_nothing_and_are_not_remarked():
    items = file_items("broken-signs.xml")
    cafe, two = articles_of(items)

    assert (cafe.headline, cafe.source) == ("Café & bar — open", "Fish & Ships")
    assert cafe.paragraphs == ["The bar opens.", "It closed in May."]
    assert cafe.url == "https://ships.example/?a=1&b=2"
    assert two.headline == "Two"
    assert remarks_of(items) == []


def test_what_feedparser_stumbles_over_costs_nothing():
    odd = "<georss:box xmlns:georss='http://www.georss.org/georss'>1</georss:box><x xmlns='a b'/>"

    found = item(f"<description>The ferry&#xD800;&#146; sails.</description>{odd}")

    assert found.body == "The ferry\ufffd’ sails."


BOMB = "<!DOCTYPE rss [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
LONG = f"<!DOCTYPE rss [<!ENTITY a '{'x' * 2000}'>]>"

REFUSED = [
    (f"{BOMB}<rss><channel><item><title>&c;</title></item></channel></rss>", "its entities would make it grow without bounds: passed over"),
    (f"{LONG}<rss><channel><item><title>&a;</title></item></channel></rss>", "its entities would make it grow without bounds: passed over"),
    ("<feed><meal>Oats</meal></feed>", "no feed is found in it: passed over"),
    ("<rss", "no feed is found in it: passed over"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "remark"), REFUSED)
def test_what_is_no_feed_or_grows_is_passed_over(text, remark):
    assert remarks_of(items_of(text)) == [(remark, True)]


def test_nothing_is_fetched(monkeypatch):
    monkeypatch.setattr("socket.socket", None)
    outside = '<!DOCTYPE rss SYSTEM "http://a.example/x.dtd" [<!ENTITY e SYSTEM "file:///etc/hostname">]>'

    (found,) = articles_of(items_of(f"{outside}<rss><channel><item><title>a&e;b</title></item></channel></rss>"))

    assert found.headline in {"ab", "a&e;b"}


def test_a_feed_without_items_and_an_item_without_text_are_remarks():
    assert remarks_of(items_of('<rss version="2.0"><channel><title>P</title></channel></rss>')) == [
        ("a feed without items", False)
    ]
    assert remarks_of(items_of('<rss version="2.0"><channel><item><guid>7</guid></item></channel></rss>')) == [
        ("item 1: neither headline nor text: passed over", True)
    ]


def test_a_feed_that_is_too_large_is_passed_over(monkeypatch):
    monkeypatch.setattr(feeds, "LARGEST", 10)

    assert [item.lost for item in items_of("<rss><channel></channel></rss>")] == [True]


BEGINNINGS = [
    (b"<rss version='2.0'>", True),
    (b"<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- x --><rss>", True),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'>", True),
    (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", True),
    (b"<rdf:RDF xmlns:foaf='http://xmlns.com/foaf/0.1/'>", False),
    (b"<b>Warning</b> in line 1 <?xml version='1.0'?>\n<rss>", True),
    (b"Junk <?xml version='1.0'?><feed>", True),
    (b"<html><body><pre><?xml version='1.0'?><rss></pre>", False),
    (b"<nitf>", False),
    (b"The RSS of the paper <rss> is gone.", False),
    (b"", False),
]


@pytest.mark.parametrize(("head", "expected"), BEGINNINGS)
def test_a_feed_is_known_by_its_first_element(head, expected):
    assert feeds.begins(head) is expected


# --- JSON Feed --------------------------------------------------------------------


def test_the_items_of_a_json_feed_are_articles():
    feed = json.loads((FEEDS / "json-feed-11.json").read_text(encoding="utf-8"))

    items = [*json_feed.articles(feed, "feed.json", Options())]

    assert json_feed.is_feed(feed)
    one, seven = articles_of(items)
    assert (one.id, one.headline, one.paragraphs) == ("feed:https://harbour.example/1", "Ferry reopens", ["The ferry sails.", "Four euros."])  # fmt: skip
    assert one.subheads == (Subhead("Prices", 1),)
    assert [author.name for author in one.authors] == ["Jane Doe", "John Roe"]
    assert (str(one.published), str(one.updated)) == ("2020-04-20T08:00:00+02:00", "2020-04-20T09:00:00+02:00")
    assert (one.tags, one.language, one.source) == (("sea", "ferries"), "en-GB", "The Harbour Post")
    assert (seven.id, seven.url) == ("harbour.example:7", "https://wire.example/7")
    assert seven.paragraphs == ["Is 1 < 2 <b>?", "It is."]
    assert (seven.byline, seven.authors, seven.language) == ("The Harbour Post", (), "en")
    assert remarks_of(items) == [
        ("item 3: not an object: passed over", True),
        ("item 4: neither headline nor text: passed over", True),
    ]


def test_version_1_has_one_author():
    feed = {"version": "https://jsonfeed.org/version/1", "title": "P", "author": {"name": "Jane Doe"}, "items": [{"id": "1", "title": "x"}]}  # fmt: skip

    (found,) = articles_of(json_feed.articles(feed, "feed.json", Options()))

    assert found.authors == (Author(name="Jane Doe"),)


@pytest.mark.parametrize(
    "value", [[], {}, {"version": "1.1", "items": []}, {"version": "https://jsonfeed.org/version/1"}]
)
def test_other_json_is_no_feed(value):
    assert not json_feed.is_feed(value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "x"]), inner, max_size=2),
    max_leaves=4,
)
NAMES = [
    *["id", "url", "title", "content_html", "content_text", "summary", "date_published", "date_modified"],
    *["authors", "author", "tags", "language"],
]


@given(
    st.dictionaries(st.sampled_from(NAMES), JSON),
    st.dictionaries(st.sampled_from(["title", "authors", "language"]), JSON),
)
def test_any_item_of_a_json_feed_is_an_article_or_a_remark(item, feed):
    (*found,) = json_feed.articles({**feed, "items": [item]}, "feed.json", Options())

    assert all(isinstance(one, Article | Revision | Remark) for one in found)
    assert found


# --- WordPress --------------------------------------------------------------------


def test_what_wordpress_published_is_an_article_and_the_rest_is_counted():
    items = file_items("wordpress.xml", wordpress)
    ferry, about = articles_of(items)

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
    assert wordpress.begins((FEEDS / "wordpress.xml").read_bytes())
    assert not wordpress.begins((FEEDS / "rss20.xml").read_bytes())


def test_an_export_that_breaks_off_gives_the_items_before():
    whole = (FEEDS / "wordpress.xml").read_bytes()

    items = items_of(whole[: whole.index(b"Not yet")], wordpress)

    assert len(articles_of(items)) == 2
    assert remarks_of(items) == [("breaks off at line 45 (no element found), behind 2 items", True)]


def test_control_characters_and_broken_letters_of_an_export_are_taken_out():
    whole = (FEEDS / "wordpress.xml").read_bytes().replace(b"at nine", b"at\x08 ni\xffne&nbsp;")

    assert "It leaves at ni\ufffdne" in articles_of(items_of(whole, wordpress))[0].body


@pytest.mark.parametrize(
    ("before", "after", "remark"),
    [
        (b"<rss ", b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss ", "declares entities, as no export does, behind 0 items"),
        (b"<wp:status>", b"<x>" * 101, "more than 100 elements lie in each other, behind 0 items"),
    ],
)
def test_an_export_that_grows_is_cut_off(before, after, remark):
    items = items_of((FEEDS / "wordpress.xml").read_bytes().replace(before, after), wordpress)

    assert (remark, True) in remarks_of(items)


def test_an_item_of_an_export_that_is_too_long_is_passed_over_alone(monkeypatch):
    monkeypatch.setattr(wordpress_items, "LARGEST_ITEM", 3_500)
    whole = (FEEDS / "wordpress.xml").read_bytes().replace(b"It leaves", b"It leaves " * 500)

    items = items_of(whole, wordpress)

    assert [found.headline for found in articles_of(items)] == ["About us"]
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
    (found,) = articles_of(
        items_of(
            "<rss><channel><item><title>x</title><pubDate>Mon, 20 Apr 2020 21:24:04 +0000</pubDate>"
            f"<wp:post_date>{local}</wp:post_date><wp:post_date_gmt>{utc}</wp:post_date_gmt></item></channel></rss>",
            wordpress,
        )
    )

    assert str(found.published) == read


# --- whatever they hold -----------------------------------------------------------


def mutated(data, draw):
    """A file that was cut, doubled, had bytes changed, was encoded again or put into itself."""
    at, to = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
    match draw(st.integers(0, 5)):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[to:]
        case 2:
            return data[:to] + data[at:]
        case 3:
            return data[:at] + draw(st.binary(min_size=1, max_size=4)) + data[at + 1 :]
        case 4:
            return data.decode("utf-8", "replace").encode(draw(st.sampled_from(["utf-16", "cp1252", "utf-32", "euc-jp"])), "replace")  # fmt: skip
    return data[:at] + data + data[at:]


@given(st.data(), st.sampled_from(sorted(FEEDS.glob("[!j]*"))), st.integers(1, 3))
def test_any_damaged_feed_gives_articles_and_remarks_and_raises_nothing(data, path, times):
    damaged = path.read_bytes()
    for _ in range(times):
        damaged = mutated(damaged, data.draw)

    assert isinstance(feeds.begins(damaged), bool)
    for reader in (feeds, wordpress):
        found = items_of(damaged, reader)
        assert found
        assert all("\n" not in message for message, _ in remarks_of(found))
        assert all(one.headline or one.body for one in articles_of(found))


@pytest.mark.parametrize("scrap", ["<a ", "<item>", "<!--", "<![CDATA[", "<!ENTITY a 'x'>", "&lt;p", "<media:x "])
def test_reading_takes_linear_time(scrap):
    """A quadratic reader would take minutes."""
    assert items_of("<rss><channel><item><title>x</title><description>" + scrap * 20_000)
    feed_damage.mended("<rss><item>" + scrap * 100_000)
