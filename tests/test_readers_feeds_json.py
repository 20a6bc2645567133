"""JSON Feed: each item is an article or a remark, whatever its members are."""

import json

import pytest
from damaged import json_values
from feeds import DATA, remarks_of
from hypothesis import given
from hypothesis import strategies as st
from reading import articles

from newssearch.article import Article, Author, Subhead
from newssearch.readers.contract import Options, Remark, Revision
from newssearch.readers.feeds import json_feed


def test_the_items_of_a_json_feed_are_articles():
    feed = json.loads((DATA / "json-feed-11.json").read_text(encoding="utf-8"))

    items = [*json_feed.articles(feed, "feed.json", Options())]

    assert json_feed.is_feed(feed)
    one, seven = articles(items)
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

    (found,) = articles(json_feed.articles(feed, "feed.json", Options()))

    assert found.authors == (Author(name="Jane Doe"),)


@pytest.mark.parametrize(
    "value", [[], {}, {"version": "1.1", "items": []}, {"version": "https://jsonfeed.org/version/1"}]
)
def test_other_json_is_no_feed(value):
    assert not json_feed.is_feed(value)


JSON = json_values(st.sampled_from(["name", "x"]))
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
