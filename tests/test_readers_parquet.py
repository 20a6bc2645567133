"""Parquet: an article of each row, whatever kinds of values its columns have."""

import datetime as dt
import io
import sys

import pytest
from damaged import damaged
from hypothesis import given
from hypothesis import strategies as st
from tabular import read

from newssearch.article import Article
from newssearch.readers.archives import unpacked
from newssearch.readers.contract import MissingLibraryError, Options, Remark
from newssearch.readers.records import parquet


def parquet_of(columns, **options):
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet as files

    out = io.BytesIO()
    files.write_table(pa.table(columns), out, **options)
    return out.getvalue()


def test_a_row_of_parquet_is_an_article():
    pa = pytest.importorskip("pyarrow")
    seoul = dt.timezone(dt.timedelta(hours=9))
    at = dt.datetime(2025, 5, 2, 10, 0, 0, 7, tzinfo=seoul)
    data = parquet_of(
        {
            "headline": ["Oil", "Gas"],
            "text": [b"It fell", b"It rose"],
            "published": pa.array([at, None], pa.timestamp("ns", tz="Asia/Seoul")),
            "updated": pa.array([at.replace(tzinfo=None)] * 2, pa.timestamp("ns")),
            "authors": [[{"name": "Jane Doe", "email": "jane@x.example"}], None],
            "tags": [["a", "b"], []],
            "vector": [[0.5] * 9] * 2,
        }
    )
    assert parquet.begins(data)

    (oil, gas), remarks = read(data, parquet, zone="Asia/Seoul")

    assert (oil.headline, oil.body, oil.tags, oil.authors[0].email) == ("Oil", "It fell", ("a", "b"), "jane@x.example")
    assert (str(oil.published), oil.published.assumed) == ("2025-05-02T10:00:00+09:00", False)
    assert (str(gas.updated), gas.updated.assumed, gas.published) == ("2025-05-02T10:00:00+09:00", True, gas.updated)
    assert remarks == []


def test_columns_that_are_not_read_and_may_be_meant_are_said():
    day = dt.date(2025, 6, 3)
    data = parquet_of(
        {"title": ["Oil"], "kirjutis": ["It fell"], "ilmus": [day], "lisatud": [str(day)], "logo": [b"x"]}
    )

    assert read(data, parquet)[1] == [
        "no column is a body, of title, kirjutis, ilmus, lisatud, logo; --map body=COLUMN says which is",
        "not read: the date in ilmus, lisatud; --map published=NAME says which is",
    ]
    mapping = (("body", "kirjutis"), ("published", "lisatud"), ("byline", "autorr"))
    ((found,), said) = read(data, parquet, mapping=mapping)
    assert (found.body, str(found.published)) == ("It fell", "2025-06-03")
    assert said == ["no column is called autorr, of title, kirjutis, ilmus, lisatud, logo"]


def test_parquet_without_an_article_is_named_and_its_columns_can_be_mapped():
    data = parquet_of({"Otsikko": ["Oil"], "meta": [{"text": "It fell"}]})

    assert read(data, parquet)[1] == [
        "no column is a headline or a body, of Otsikko, meta: passed over; --map headline=COLUMN says which is"
    ]
    ((found,), _) = read(data, parquet, mapping=(("headline", "Otsikko"), ("body", "meta.text")))
    assert (found.headline, found.body) == ("Oil", "It fell")


def test_parquet_in_an_archive_is_read_from_a_copy():
    data = parquet_of({"title": ["Oil"]})
    packed = unpacked.Unpacked(lambda _: iter([data]), lambda: len(data))

    assert [item.headline for item in parquet.read(packed, "x", Options())] == ["Oil"]


def test_a_damaged_group_of_rows_does_not_spoil_the_others():
    data = bytearray(
        parquet_of(
            {"title": [f"Title {n}" for n in range(300)]}, row_group_size=100, use_dictionary=False, compression="none"
        )
    )
    at = data.index(b"Title 150") - 600
    data[at : at + 500] = b"\xff" * 500

    articles, remarks = read(bytes(data), parquet)

    assert {article.headline for article in articles} >= {"Title 0", "Title 299"}
    assert [remark.partition(":")[0] for remark in remarks] == ["rows 101 to 200"]


def test_a_missing_library_is_said_once(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(MissingLibraryError, match="parquet"):
        next(parquet.read(io.BytesIO(b"PAR1"), "x", Options()))


@given(st.data())
def test_no_damage_of_parquet_raises(data):
    sound = parquet_of({"title": ["Oil", "Gas"], "text": ["a", "b"]})

    for item in parquet.read(io.BytesIO(data.draw(damaged([sound]))), "x", Options()):
        assert isinstance(item, Article | Remark)
