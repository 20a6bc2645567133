"""RSS and Atom: each item is an article, which its later revisions replace."""

import pytest
from feeds import file_items, item, items_of
from reading import articles

from newssearch.article import Article, Author, Subhead
from newssearch.readers.contract import Revision
from newssearch.readers.feeds import rss


def test_an_item_of_rss_is_an_article_with_all_that_it_says():
    ferry, rates = articles(file_items("rss20.xml"))

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
    (found,) = articles(file_items("rss10.rdf"))

    assert (str(found.published), found.updated) == ("2004-06-29T12:53:00+09:00", None)
    assert (found.id, found.authors, found.section) == (
        "feed:https://harbour.example/1",
        (Author(name="Jane Doe"),),
        "Harbour",
    )


def test_latin_1_is_that_of_windows_and_entities_of_html_are_known():
    (found,) = articles(file_items("rss091-latin1.xml"))

    assert (found.headline, found.body) == ("Le bac est rouvert été “comme hiver”", "Le départ a eu lieu.")
    assert (found.id, found.language) == ("feed:http://port.example/bac", "fr")


def test_an_entry_of_atom_is_an_article():
    one, two = articles(file_items("atom10.xml"))

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
    (found,) = articles(file_items("atom03.xml"))

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
    assert rss.begins(head) is expected
