"""Items of a feed with one id: revisions of one article, or articles of their own, and none of them is lost."""

import io
import json

from newssearch import Archive
from newssearch.readers import formats
from newssearch.readers.contract import Options, Remark

ITEM = "<item><guid isPermaLink='false'>{}</guid><link>{}</link><title>{}</title><description>{}</description></item>"


def rss(*items):
    inner = "".join(ITEM.format(*item) for item in items)
    return (
        f"<rss version='2.0'><channel><title>The Post</title><link>https://post.example/</link>{inner}</channel></rss>"
    )


def read(text):
    items = [*formats.read(io.BytesIO(text.encode()), "feed", Options())]
    return [i.article.id for i in items if not isinstance(i, Remark)], [
        i.message for i in items if isinstance(i, Remark)
    ]


ONE = ("0", "https://post.example/oil", "Oil falls", "It fell.")
OTHER = ("0", "https://post.example/gas", "Gas rises", "It rose.")


def test_items_of_one_id_with_other_addresses_and_headlines_are_articles_by_their_addresses():
    ids, remarks = read(rss(ONE, OTHER, ("7", "https://post.example/tin", "Tin", "Still.")))

    assert ids == ["feed:https://post.example/oil", "feed:https://post.example/gas", "post.example:7"]
    assert remarks == ["2 items have one id, '0': known by their addresses"]


def test_items_of_one_id_with_one_address_or_one_headline_are_revisions():
    for later in [
        ("0", "https://post.example/oil", "Oil falls again", ""),
        ("0", "https://post.example/2", "Oil falls", ""),
    ]:
        assert read(rss(ONE, later)) == (["post.example:0", "post.example:0"], [])


def test_those_of_a_json_feed_too():
    items = [{"id": id, "url": url, "title": title, "content_text": text} for id, url, title, text in (ONE, OTHER)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "items": items}

    assert read(json.dumps(feed))[0] == ["feed:https://post.example/oil", "feed:https://post.example/gas"]


def test_all_of_them_are_found_in_the_archive(tmp_path):
    (tmp_path / "feed.xml").write_text(rss(ONE, OTHER), encoding="utf-8")

    archive = Archive("memory:")
    archive.add(tmp_path / "feed.xml")

    assert archive.search("oil OR gas").total == 2


def without_id(url, title, text):
    return f"<item><link>{url}</link><title>{title}</title><description>{text}</description></item>"


def feed_of(*items):
    return f"<rss version='2.0'><channel><title>The Post</title>{''.join(items)}</channel></rss>"


HOME = "https://post.example/"


def test_items_that_have_but_one_address_are_articles_by_their_headlines():
    ids, remarks = read(feed_of(without_id(HOME, "Oil falls", "It fell."), without_id(HOME, "Gas rises", "It rose.")))

    assert ids == [f"feed:{HOME}#Oil falls", f"feed:{HOME}#Gas rises"]
    assert remarks == [f"2 items have one address, '{HOME}': known by their headlines"]


def test_items_of_one_id_and_one_address_are_articles_where_a_third_shows_that_the_id_is_none():
    ids, _ = read(rss(ONE, ("0", "https://post.example/oil", "Tin", "Still."), OTHER))

    assert ids[:2] == ["feed:https://post.example/oil#Oil falls", "feed:https://post.example/oil#Tin"]


def test_items_of_one_address_with_one_headline_or_one_text_are_revisions():
    for later in (without_id(HOME, "Oil falls", "It fell again."), without_id(HOME, "Oil falls again", "It fell.")):
        assert read(feed_of(without_id(HOME, "Oil falls", "It fell."), later)) == ([f"feed:{HOME}"] * 2, [])
