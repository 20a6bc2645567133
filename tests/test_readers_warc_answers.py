"""The answers of a crawl: a body is taken out of the encodings that it is really in, and no further than a page is long."""

import contextlib
import gzip
import sys
import zlib

import pytest
import zstandard
from crawled import TEXT, answer, read, record, text_answer
from hypothesis import given
from hypothesis import strategies as st

from newssearch.readers.contract import Remark
from newssearch.readers.crawl import http_response


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


@pytest.mark.parametrize(("body", "header"), ENCODED, ids=range(len(ENCODED)))
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


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "zstd", "br", "identity"]), st.booleans())
def test_no_body_raises_more_than_it_may(body, encoding, in_chunks):
    header = {"Content_Encoding": encoding} | ({"Transfer_Encoding": "chunked"} if in_chunks else {})
    for packed in (body, b"\x1f\x8b\x08\0" + body, b"\x78\x9c" + body, b"\x28\xb5\x2f\xfd" + body):
        with contextlib.suppress(ValueError):
            http_response.response(answer(packed, **header)).body()
