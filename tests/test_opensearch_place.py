"""The place of an archive on OpenSearch: what can be written, and who asks."""

import pytest

from newssearch.engines.opensearch.place import PASSWORD, Place, credentials, read_place
from newssearch.errors import UsageError


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("opensearch://localhost/news", Place((("localhost", 9200),), "news")),
        ("opensearch://search.example:9201/news", Place((("search.example", 9201),), "news")),
        ("https://search.example/news", Place((("search.example", 443),), "news", tls=True)),
        ("https://desk@search.example:9200/news/", Place((("search.example", 9200),), "news", tls=True, user="desk")),
        ("https://d%40b@search.example/news", Place((("search.example", 443),), "news", tls=True, user="d@b")),
        ("opensearch://[::1]:9200/news", Place((("::1", 9200),), "news")),
        ("opensearch://one:9201,two/news", Place((("one", 9201), ("two", 9200)), "news")),
        ("https://desk@one,[::1]:9/news", Place((("one", 443), ("::1", 9)), "news", tls=True, user="desk")),
        (
            "opensearch://localhost/news?shards=4&replicas=0",
            Place((("localhost", 9200),), "news", shards=4, replicas=0),
        ),
    ],
)
def test_a_place_is_a_server_and_a_name(written, place):
    assert read_place(written) == place


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("opensearch://localhost", "name"),
        ("opensearch://localhost/News", "small letters"),
        ("opensearch://localhost/_all", "small letters"),
        ("opensearch://localhost/a*", "small letters"),
        ("opensearch://localhost/a/b", "small letters"),
        ("opensearch:///news", "opensearch://host:9200/name"),
        ("opensearch://one,,two/news", "opensearch://host:9200/name"),
        ("ftp://localhost/news", "opensearch://host:9200/name"),
        ("opensearch://localhost:http/news", "Port"),
        ("opensearch://[::1/news", "IPv6"),
        ("https://desk:secret@search.example/news", "no password"),
        ("opensearch://localhost/news?shards=0", "from 1 on"),
        ("opensearch://localhost/news?shards=many", "from 1 on"),
        ("opensearch://localhost/news?shard=2", "unknown option 'shard'"),
    ],
)
def test_any_other_is_refused_in_words(written, told):
    with pytest.raises(UsageError, match=told):
        read_place(written)


def test_a_refused_place_does_not_show_its_password():
    with pytest.raises(UsageError) as refused:
        read_place("https://desk:secret@search.example/news")

    assert "secret" not in str(refused.value)


def test_a_place_is_written_as_it_is_read():
    for text in ("opensearch://localhost:9200/news", "https://desk@one:443,two:9/news", "opensearch://[::1]:9/a"):
        assert str(read_place(text)) == text


def test_the_password_is_the_environments_or_netrcs(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv(PASSWORD, raising=False)
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine search.example login desk password kept\n")
    netrc.chmod(0o600)
    named, unnamed = read_place("https://desk@search.example/news"), read_place("https://search.example/news")

    assert credentials(named) == credentials(unnamed) == ("desk", "kept")
    assert credentials(read_place("opensearch://localhost/news")) is None
    with pytest.raises(UsageError, match="no password for editor"):
        credentials(read_place("https://editor@search.example/news"))
    monkeypatch.setenv(PASSWORD, "told")
    assert credentials(named) == ("desk", "told")
