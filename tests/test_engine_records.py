"""What is stored of an article: read alone, or with its earlier versions, and never more than can be read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import articles

from newssearch import Archive, Article
from newssearch.engines import entry
from newssearch.engines.base import CODECS, Stored
from newssearch.engines.entry import read_article, read_record, record
from newssearch.errors import UsageError


@given(articles(), st.lists(articles(), max_size=3))
def test_a_record_gives_its_article_with_and_without_the_versions(article, versions):
    text, _ = record(article, versions)

    assert Article.from_dict(read_article(text)) == article
    assert Article.from_dict(read_record(text)["article"]) == article
    assert [Article.from_dict(version) for version in read_record(text)["versions"]] == versions


@pytest.mark.parametrize(
    "text", [b"", b"[]", b'{"article":', b'{"article":[]}', b'{"article":1}', b'{"versions":[]}', b"\xff"]
)
def test_what_is_no_record_has_no_article(text):
    with pytest.raises((ValueError, TypeError)):
        read_article(text)


@pytest.mark.parametrize("text", [b"", b"[]", b'{"article":{}}x', b"\xff"])
def test_what_is_no_record_is_not_read(text):
    with pytest.raises((ValueError, TypeError)):
        read_record(text)


@pytest.mark.parametrize("codec", CODECS)
def test_versions_that_no_record_holds_are_refused_and_nothing_is_changed(tmp_path, monkeypatch, codec):
    archive = Archive(tmp_path / "index")
    archive.add(Article(id="a", headline="Budget"), codec=codec)
    monkeypatch.setattr(entry, "LARGEST_RECORD", 2_000)
    versions = tuple(Article(id="a", headline=f"Budget {n}", body="again " * 9) for n in range(40))

    with (
        archive._engine.session() as session,
        pytest.raises(UsageError, match=r"'a' and its 39 earlier versions take "),
    ):
        session.put(Stored(versions[0], versions[1:]))

    assert archive.get("a").headline == "Budget"
