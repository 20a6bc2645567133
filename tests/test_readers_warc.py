"""WARC: the pages of a crawl are articles, by their addresses."""

import io

import pytest
from crawled import CRAWL, DATA, PAGE, TEXT, answer, read, record, text_answer

from newssearch.article import Article
from newssearch.readers.archives import containers
from newssearch.readers.contract import Member, Remark
from newssearch.readers.crawl import records as warc_records
from newssearch.readers.crawl import warc
from newssearch.readers.crawl.records import Record
from newssearch.readers.html import page as html


def test_pages_are_articles_by_their_addresses_and_the_time_at_which_they_were_found():
    articles, remarks = read(CRAWL)

    assert [(article.headline, article.url, str(article.seen)) for article in articles] == [
        ("Harbour to close", "https://post.example/harbour", "2025-05-03T10:00:01+00:00"),
        ("Harbour to close", "https://post.example/harbour", "2025-05-04T10:00:01+00:00"),
        ("Ferry fares rise", "https://post.example/harbour.txt", "2025-05-04T10:00:03+00:00"),
    ]
    assert ["on Monday" in article.body for article in articles] == [True, False, False]
    assert remarks == [
        Remark(
            "crawl.warc",
            "passed over: records of other types than pages (2), answers of other types than pages (2),"
            " answers with another status than 200 (1)",
            lost=False,
        )
    ]


@pytest.mark.parametrize("name", ["crawl.warc.gz", "dictionary.warc.zst"])
def test_a_compressed_crawl_is_a_crawl_in_a_container(name):
    data = (DATA / name).read_bytes()
    assert containers.begins(data)

    for member in containers.members(io.BytesIO(data), name):
        assert isinstance(member, Member)
        assert (member.name, member.file.read()) == (name.rpartition(".")[0], CRAWL)


def test_a_page_without_an_article_is_counted(monkeypatch):
    monkeypatch.setattr(html, "page", lambda _, name, *__, **___: iter([Remark(name, "none", lost=True)]))

    articles, remarks = read(record(answer(PAGE, Content_Type="text/html")) * 3)

    assert (articles, [remark.message for remark in remarks]) == ([], ["passed over: pages without an article (3)"])


def test_a_mistake_of_ours_costs_one_page(monkeypatch):
    def page(data, *_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(html, "page", page)

    articles, remarks = read(record(answer(PAGE, Content_Type="text/html")) + record(text_answer()))

    assert [article.headline for article in articles] == ["Harbour to close"]
    assert [remark.lost for remark in remarks] == [True]


def test_what_html_is_told(monkeypatch):
    told = {}

    def page(data, name, options, **more):
        told.update(more, data=data)
        yield Article(headline="x", path=name)

    monkeypatch.setattr(html, "page", page)
    read(record(answer(PAGE, content_type='text/HTML; Charset="ISO-8859-1"')))

    assert (told["data"], told["url"], told["charset"]) == (PAGE, "https://post.example/a", "iso-8859-1")
    assert str(told["seen"]) == "2025-05-03T10:00:01+00:00"


KINDS = [
    (record(text_answer()), 1),
    (record(TEXT, "resource", "text/plain"), 1),
    (record(TEXT, "conversion", "text/plain"), 1),
    (record(text_answer(), WARC_Target_URI="<https://post.example/a>"), 1),
    (record(text_answer(), WARC_Date=""), 1),
    (record(text_answer(), WARC_Date="yesterday"), 1),
    (record(text_answer(), WARC_Target_URI="https://post.example/robots.txt"), 0),
    (record(text_answer(Content_Type="text/css")), 0),
    (record(answer(TEXT, "301 Moved", Content_Type="text/plain")), 0),
    (record(answer(TEXT, "500 Oh", Content_Type="text/plain")), 0),
    (record(TEXT, "request"), 0),
    (record(b"", "revisit"), 0),
    (record(b"no answer"), 0),
]


@pytest.mark.parametrize(("data", "count"), KINDS)
def test_only_whole_pages_are_read(data, count):
    assert len(read(data)[0]) == count


def test_headers_go_on_in_indented_lines_and_their_names_have_any_case():
    data = b"WARC/1.1\nwarc-type: response\nX: a\n b\nCONTENT-LENGTH: 2\n\nok\n\n"

    (found,) = warc_records.records(io.BytesIO(data))

    assert found == Record({"warc-type": "response", "x": "a b", "content-length": "2"}, b"ok")


@pytest.mark.parametrize("text", [b"WARC is a format\n", b"WARC/1.0 is a format\n", b"", b"<html>"])
def test_no_text_is_taken_for_a_crawl(text):
    assert not warc.begins(text)
