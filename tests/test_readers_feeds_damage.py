"""Broken feeds: what they hold is read, what is lost is named, and what would never end is refused."""

import pytest
from damaged import ENCODINGS, damaged
from feeds import DATA, file_items, item, items_of, remarks_of
from hypothesis import given
from reading import articles

from newssearch.readers.feeds import damage, rss, wordpress


def test_a_feed_that_breaks_off_gives_what_it_holds():
    items = file_items("broken-cut.xml")

    assert [found.body for found in articles(items)] == ["The ferry sails.", "The ferry did not"]
    assert remarks_of(items) == [("broken XML: breaks off in its last item", True)]


def test_junk_signs_and_a_wrong_encoding_lose_nothing_and_are_not_remarked():
    items = file_items("broken-signs.xml")
    cafe, two = articles(items)

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

    (found,) = articles(items_of(f"{outside}<rss><channel><item><title>a&e;b</title></item></channel></rss>"))

    assert found.headline in {"ab", "a&e;b"}


def test_a_feed_without_items_and_an_item_without_text_are_remarks():
    assert remarks_of(items_of('<rss version="2.0"><channel><title>P</title></channel></rss>')) == [
        ("a feed without items", False)
    ]
    assert remarks_of(items_of('<rss version="2.0"><channel><item><guid>7</guid></item></channel></rss>')) == [
        ("item 1: neither headline nor text: passed over", True)
    ]


def test_a_feed_that_is_too_large_is_passed_over(monkeypatch):
    monkeypatch.setattr(rss, "LARGEST", 10)

    assert [item.lost for item in items_of("<rss><channel></channel></rss>")] == [True]


SOUND = [path.read_bytes() for path in sorted(DATA.glob("[!j]*"))]
SCRAPS = [b"<item>", b"</item>", b"<![CDATA[", b"<!--", b"&", b"&#xD800;", b"<!DOCTYPE rss ["]


@given(damaged(SOUND, SCRAPS, ENCODINGS))
def test_any_damaged_feed_gives_articles_and_remarks_and_raises_nothing(data):
    assert isinstance(rss.begins(data), bool)
    for reader in (rss, wordpress):
        found = items_of(data, reader)
        assert found
        assert all("\n" not in message for message, _ in remarks_of(found))
        assert all(one.headline or one.body for one in articles(found))


@pytest.mark.parametrize("scrap", ["<a ", "<item>", "<!--", "<![CDATA[", "<!ENTITY a 'x'>", "&lt;p", "<media:x "])
def test_reading_takes_linear_time(scrap):
    """A quadratic reader would take minutes."""
    assert items_of("<rss><channel><item><title>x</title><description>" + scrap * 20_000)
    damage.mended("<rss><item>" + scrap * 100_000)
