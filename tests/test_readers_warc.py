"""WARC: the pages of a crawl are articles, by their addresses; damage costs a record and not a crawl."""

import contextlib
import gzip
import io
import sys
import zlib
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article
from newssearch.readers.archives import containers
from newssearch.readers.contract import Member, Options, Remark, Revision
from newssearch.readers.crawl import http_response, warc
from newssearch.readers.crawl import records as warc_records
from newssearch.readers.crawl.records import Damage, Record
from newssearch.readers.html import page as html

DATA = Path(__file__).parent / "data" / "warc"
CRAWL = (DATA / "crawl.warc").read_bytes()
PAGE = b"<html><body><h1>Harbour to close</h1><p>It closes on Monday, the port said.</p></body></html>"
TEXT = b"Harbour to close\nBy Jane Doe\n\nThe harbour closes on Monday, the port said."


def read(data):
    """(articles, remarks)"""
    assert warc.begins(data)
    items = [*warc.read(io.BytesIO(data), "crawl.warc", Options())]
    return (
        [item.article for item in items if isinstance(item, Revision)],
        [item for item in items if isinstance(item, Remark)],
    )


def record(block, kind="response", content="application/http;msgtype=response", length=None, **header):
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": "https://post.example/a",
        "WARC-Date": "2025-05-03T10:00:01Z",
        "Content-Type": content,
        "Content-Length": str(len(block) if length is None else length),
        **{name.replace("_", "-"): value for name, value in header.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def answer(body, status="200 OK", **header):
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in header.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def text_answer(body=TEXT, **header):
    return answer(body, **({"Content_Type": "text/plain"} | header))


# --- pages ------------------------------------------------------------------------


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


# --- how answers are encoded ------------------------------------------------------


def chunked(data):
    return b"".join(
        b"%X;name=x\r\n%s\r\n" % (len(data[at : at + 20]), data[at : at + 20]) for at in range(0, len(data), 20)
    )


def raw_deflate(data):
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


ENCODED = [
    (TEXT, {}),
    (chunked(TEXT) + b"0\r\n\r\n", {"Transfer_Encoding": "chunked"}),
    (chunked(TEXT), {"Transfer_Encoding": "Chunked"}),
    (TEXT, {"Transfer_Encoding": "chunked"}),
    (gzip.compress(TEXT), {"Content_Encoding": "gzip"}),
    (TEXT, {"Content_Encoding": "gzip"}),
    (chunked(gzip.compress(TEXT)) + b"0\r\n\r\n", {"Transfer_Encoding": "chunked", "Content_Encoding": "x-gzip"}),
    (zlib.compress(TEXT), {"Content_Encoding": "deflate"}),
    (raw_deflate(TEXT), {"Content_Encoding": "deflate"}),
    (zstandard.compress(TEXT), {"Content_Encoding": "zstd"}),
    (TEXT, {"Content_Encoding": "br"}),
    (gzip.compress(zlib.compress(TEXT)), {"Content_Encoding": "deflate, gzip"}),
    (TEXT, {"Content_Encoding": "identity"}),
]


@pytest.mark.parametrize(("body", "header"), ENCODED)
def test_an_encoding_is_taken_off_where_the_body_is_in_it(body, header):
    assert http_response.response(answer(body, **header)).body() == TEXT


def test_brotli_is_read_where_its_library_is():
    brotli = pytest.importorskip("brotli")

    assert http_response.response(answer(brotli.compress(TEXT * 9), Content_Encoding="br")).body() == TEXT * 9


def test_pages_in_brotli_are_counted_where_its_library_is_not(monkeypatch):
    monkeypatch.setitem(sys.modules, "brotli", None)

    articles, remarks = read(record(text_answer(b"\x0b\x02\x80" + TEXT, Content_Encoding="br")) * 3)

    assert articles == []
    assert remarks == [
        Remark("crawl.warc", "brotli is missing: pip install 'newssearch[warc]': 3 pages passed over", lost=True)
    ]


def test_an_answer_that_is_packed_larger_than_a_page_may_be_is_passed_over(monkeypatch):
    monkeypatch.setattr(http_response, "LARGEST", 1000)

    articles, remarks = read(record(text_answer(gzip.compress(TEXT * 100), Content_Encoding="gzip")))

    assert (articles, [remark.lost for remark in remarks]) == ([], [True])


def test_what_is_no_page_is_not_unpacked():
    _, remarks = read(record(answer(b"\x1f\x8b garbage", Content_Type="text/css", Content_Encoding="gzip")))

    assert [remark.lost for remark in remarks] == [False]


def test_an_answer_whose_packing_breaks_off_is_read_as_far_as_it_goes():
    packed = gzip.compress(TEXT + bytes(range(32, 127)) * 30)

    assert http_response.response(answer(packed[:-20], Content_Encoding="gzip")).body().startswith(TEXT)


# --- damage -----------------------------------------------------------------------


def test_a_crawler_that_was_killed_costs_the_record_that_it_wrote():
    articles, remarks = read((DATA / "killed.warc").read_bytes())

    assert [article.headline for article in articles] == ["Ferry fares rise"]
    assert [(remark.message, remark.lost) for remark in remarks[:-1]] == [
        ("a record that breaks off in 446 bytes from byte 474: passed over", True),
        ("no record in 9 bytes from byte 1,225: passed over", True),
        ("a record that breaks off in 644 bytes from byte 1,491: passed over", True),
    ]


@pytest.mark.parametrize(
    "between",
    [
        b"junk\r\n\r\n",
        b"\0" * 1000,
        b"WARC/1.0\r\nno length\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -1\r\n\r\nx\r\n",
        b"\r\n" * 9,
    ],
)
def test_what_lies_between_records_costs_none(between):
    one = record(text_answer())

    articles, _ = read(one + between + one + between)

    assert len(articles) == 2


@pytest.mark.parametrize("length", [0, 50, 300, 10**14])
def test_a_wrong_length_costs_its_record(length):
    wrong = record(text_answer(TEXT * 3), length=length)

    articles, _ = read(record(text_answer()) + wrong + record(text_answer()))

    assert len(articles) >= 2 or length == 10**14  # longer than may be looked through


def test_a_record_past_the_limit_is_passed_over_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(warc_records, "LARGEST", 2000)

    articles, remarks = read(record(text_answer(TEXT * 100)) + record(text_answer()))

    assert len(articles) == 1
    assert ["the limit for a page" in remark.message for remark in remarks] == [True]


def test_headers_go_on_in_indented_lines_and_their_names_have_any_case():
    data = b"WARC/1.1\nwarc-type: response\nX: a\n b\nCONTENT-LENGTH: 2\n\nok\n\n"

    (found,) = warc_records.records(io.BytesIO(data))

    assert found == Record({"warc-type": "response", "x": "a b", "content-length": "2"}, b"ok")


@pytest.mark.parametrize("text", [b"WARC is a format\n", b"WARC/1.0 is a format\n", b"", b"<html>"])
def test_no_text_is_taken_for_a_crawl(text):
    assert not warc.begins(text)


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(CRAWL) - 1),
            st.integers(0, 300),
            st.sampled_from([b"", b"\r\n", b"9" * 30, b"\0", b"WARC/1.0\r\n"]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_no_damage_raises(cuts):
    data = bytearray(CRAWL)
    for at, length, put in cuts:
        data[at : at + length] = put

    for item in warc.read(io.BytesIO(bytes(data)), "x", Options()):
        assert isinstance(item, Revision | Remark)
    for item in warc_records.records(io.BytesIO(bytes(data))):
        assert isinstance(item, Record | Damage)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "zstd", "br", "identity"]), st.booleans())
def test_no_body_raises_more_than_it_may(body, encoding, in_chunks):
    header = {"Content_Encoding": encoding} | ({"Transfer_Encoding": "chunked"} if in_chunks else {})
    for packed in (body, b"\x1f\x8b\x08\0" + body, b"\x78\x9c" + body, b"\x28\xb5\x2f\xfd" + body):
        with contextlib.suppress(ValueError):
            http_response.response(answer(packed, **header)).body()
