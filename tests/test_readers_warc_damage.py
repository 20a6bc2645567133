"""Damaged crawls: what is wrong costs a record and not a crawl."""

import io

import pytest
from crawled import CRAWL, DATA, TEXT, read, record, text_answer
from damaged import damaged
from hypothesis import given

from newssearch.readers.contract import Options, Remark, Revision
from newssearch.readers.crawl import records as warc_records
from newssearch.readers.crawl import warc
from newssearch.readers.crawl.records import Damage, Record


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


@given(damaged([CRAWL], [b"\r\n", b"9" * 30, b"WARC/1.0\r\n"], most=5))
def test_no_damage_raises(data):
    for item in warc.read(io.BytesIO(data), "x", Options()):
        assert isinstance(item, Revision | Remark)
    for item in warc_records.records(io.BytesIO(data)):
        assert isinstance(item, Record | Damage)
