"""An article as JSON: one canonical form, from which come its digest and the article itself."""

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles

from newssearch import Article, Author, Moment, Subhead
from newssearch.article import content_digest
from newssearch.errors import UsageError
from newssearch.urls import canonical_url

TRICKY = st.text(st.sampled_from('\\",:headlin x\n\0\x7f\x85é京\ud800'))


@given(articles(), TRICKY, TRICKY)
def test_an_article_comes_back_from_its_json(article, id, text):
    article = Article.from_dict({**article.to_dict(), "id": id, "byline": text, "tags": [text]})

    written = json.loads(article.to_json())
    assert written == {name: value for name, value in article.to_dict().items() if name in written}
    assert Article.from_json(article.to_json()) == article
    assert Article.from_dict(article.to_dict()) == article


@given(articles(), TRICKY, TRICKY)
def test_the_content_is_all_but_id_and_path(article, id, path):
    moved = article.moved(id=id, path=path)

    assert (moved.id, moved.path, moved.headline) == (id, path, article.headline)
    assert moved.content_digest() == article.content_digest() == content_digest(moved.to_json())


@given(articles(), articles())
def test_articles_of_one_content_have_one_digest_and_others_have_another(one, other):
    assert (one.content_digest() == other.content_digest()) == (one == other)


def test_the_json_is_the_same_on_every_machine():
    article = Article(id="a", headline='É "x"', authors=(Author(name="Jane Doe"),), published=Moment(date(2025, 9, 28)))

    assert article.to_json().decode() == (
        r'{"id":"a","path":"","headline":"É \"x\"","byline":"","agency":"","dateline":"","place":"","body":"",'
        r'"language":"","section":"","source":"","url":"","boilerplate":"","published":"2025-09-28",'
        r'"published_zone":"UTC","published_zone_assumed":false,"updated":null,"updated_zone":null,'
        r'"updated_zone_assumed":null,"subheads":[],"authors":[{"name":"Jane Doe","role":"","email":""}],"tags":[]}'
    )


def test_fields_that_are_missing_are_empty():
    assert Article.from_dict({"headline": "Oil", "body": None}) == Article(headline="Oil")


@pytest.mark.parametrize(
    "plain",
    [
        {"headline": 5},
        {"body": ["Oil fell."]},
        {"tags": "oil"},
        {"tags": [1]},
        {"tags": {"oil": 1}},
        {"authors": ["Jane Doe"]},
        {"authors": [{}]},
        {"authors": [{"name": 1}]},
        {"authors": [{"name": "Jane Doe", "age": 3}]},
        {"subheads": [{"text": "Next", "before": "1"}]},
        {"subheads": [{"text": "Next", "before": True}]},
        {"published": 2025},
        {"published": ""},
        {"published": "yesterday"},
        {"published": "2025-09-28", "published_zone": "Nowhere/At_All"},
        {"published": "2025-09-28", "published_zone": 9},
    ],
    ids=str,
)
def test_what_is_no_article_is_refused_however_deep_its_fault(plain):
    with pytest.raises((TypeError, ValueError)):
        Article.from_dict({**Article(headline="Oil", subheads=(Subhead("Next"),)).to_dict(), **plain})


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'"x"', b"[" * 100_000, b"\xff"], ids=lambda data: repr(data[:5]))
def test_what_is_no_json_of_an_article_is_refused(data):
    with pytest.raises((TypeError, ValueError)):
        Article.from_json(data)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://x.example/a/b.html", "https://x.example/a/b.html"),
        ("https://x.example", "https://x.example"),
        ("https://x.example//a;b", "https://x.example//a;b"),
        ("https://x.example/a#top", "https://x.example/a"),
        ("https://x.example/a?", "https://x.example/a"),
        ("https://X.example/A", "https://x.example/A"),
        (" https://x.example/a\n", "https://x.example/a"),
        ("x.example/a", "x.example/a"),
    ],
)
def test_a_url_is_compared_without_what_does_not_matter(url, canonical):
    assert canonical_url(url) == canonical
    assert canonical_url(f"{url.strip()}#top") == canonical  # the longer way


@pytest.mark.parametrize("day", [datetime(2025, 9, 28, 8), "2025-09-28", None])  # noqa: DTZ001
def test_a_moments_day_is_a_date_and_nothing_else(day):
    with pytest.raises(UsageError, match="a day is a date"):
        Moment(day)


@pytest.mark.parametrize("version", [-1, True, 1.5, "2"])
def test_a_version_is_a_number(version):
    with pytest.raises(UsageError, match="no version"):
        Article(version=version)
