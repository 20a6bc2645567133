"""Dates in figures, and dates that stand twice: which day is meant, and what is left out because it cannot be said."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article
from newssearch.errors import UsageError
from newssearch.readers import formats
from newssearch.readers.contract import Options, Remark
from newssearch.readers.records import date_order


def read(text, **options):
    """(dates of publication, messages of the remarks)"""
    items = [*formats.read(io.BytesIO(text.encode()), "file", Options(**options))]
    return (
        [str(item.published) for item in items if isinstance(item, Article)],
        [item.message for item in items if isinstance(item, Remark)],
    )


def table(*dates, head="title,date,text"):
    return "\n".join([head, *(f"Oil falls,{date},It fell." for date in dates), ""])


# --- orders -----------------------------------------------------------------------

IN_ORDER = [
    ("03/04/2025", "dmy", "2025-04-03"),
    ("03/04/2025", "mdy", "2025-03-04"),
    ("3-4-2025", "dmy", "2025-04-03"),
    ("03/04/2025 14:30", "dmy", "2025-04-03 14:30"),
    ("Thu 03/04/2025, 2:30 pm", "dmy", "Thu 2025-04-03, 2:30 pm"),
    ("03/04/25", "dmy", "2025-04-03"),
    ("03/04/70", "mdy", "1970-03-04"),
    ("25.04.03", "ymd", "2025-04-03"),
    ("03/04/2025", "", "03/04/2025"),
    ("03/04/2025", "ymd", "03/04/2025"),
    ("13/04/2025", "mdy", "13/04/2025"),
    ("31/02/2025", "dmy", "31/02/2025"),
    ("2025-04-03", "dmy", "2025-04-03"),
    ("2025/04/03 10:20", "mdy", "2025/04/03 10:20"),
    ("03.04.2025", "mdy", "03.04.2025"),
    ("10:20:30", "dmy", "10:20:30"),
    ("1/2/2025/3", "dmy", "1/2/2025/3"),
]


@pytest.mark.parametrize(("text", "order", "as_iso"), IN_ORDER)
def test_a_date_in_figures_is_read_in_the_order_that_is_said(text, order, as_iso):
    assert date_order.as_iso(text, order) == as_iso


@given(st.text(alphabet="0123456789/-. :", max_size=40), st.sampled_from(["", "dmy", "mdy", "ymd"]))
def test_no_text_raises_and_what_was_put_in_order_stays_so(text, order):
    once = date_order.as_iso(text, order)
    assert date_order.as_iso(once, order) == once


def test_an_unknown_order_is_refused():
    with pytest.raises(UsageError, match="give one of dmy, mdy, ymd"):
        Options(date_order="ydm")


# --- columns ----------------------------------------------------------------------


@pytest.mark.parametrize("last", ["13/02/2025", "28-02-2025 10:00"])
def test_one_date_of_a_column_that_begins_with_a_day_says_that_all_do(last):
    dates, remarks = read(table("03/04/2025", "01/02/2025", last))

    assert dates[:2] == ["2025-04-03", "2025-02-01"]
    assert remarks == []


def test_it_may_stand_anywhere_below():
    dates, remarks = read(table(*["03/04/2025"] * 5_000, "02/13/2025"))

    assert {*dates} == {"2025-03-04", "2025-02-13"}
    assert remarks == []


@pytest.mark.parametrize("dates", [["03/04/2025", "04/03/2025"], ["03/04/2025", "13/04/2025", "04/13/2025"]])
def test_where_none_says_or_two_say_otherwise_a_date_that_may_be_two_is_left_out(dates):
    found, remarks = read(table(*dates))

    assert found[0] == "None"
    assert remarks[0] == "row 2: published '03/04/2025' may be two dates: left out; --date-order says which"
    assert found[2:] == ["2025-04-13" for _ in dates[2:]]


def test_then_the_order_counts_that_the_user_gives_and_else_that_of_the_column():
    assert read(table("03/04/2025"), date_order="dmy") == (["2025-04-03"], [])
    assert read(table("03/04/2025"), date_order="mdy") == (["2025-03-04"], [])
    assert read(table("03/04/2025", "13/04/2025"), date_order="mdy")[0] == ["2025-04-03", "2025-04-13"]


def test_each_column_has_its_own_order():
    text = "title,published,updated,text\nA,03/04/2025,04/05/2025,It fell.\nB,13/04/2025,04/15/2025,It fell.\n"

    items = [*formats.read(io.BytesIO(text.encode()), "file", Options())]

    assert [(str(item.published), str(item.updated)) for item in items] == [
        ("2025-04-03", "2025-04-05"),
        ("2025-04-13", "2025-04-15"),
    ]


def test_a_column_that_a_mapping_names_decides_too_and_others_do_not():
    text = "title,when,note,text\nA,03/04/2025,04/13/2025,It fell.\nB,13/04/2025,,It fell.\n"

    assert read(text, mapping=(("published", "when"),)) == (["2025-04-03", "2025-04-13"], [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_twice_in_any_encoding_and_behind_blank_lines_and_broken_rows(encoding):
    text = '\n\nsep=;\ntitle;date;text\nCafé;03/04/2025;It fell.\n"Oil"x;1;2\nGas;13/04/2025;It fell.\n'  # fmt: skip

    items = [*formats.read(io.BytesIO(text.encode(encoding)), "file", Options())]

    articles = [item for item in items if isinstance(item, Article)]
    assert [(a.headline, str(a.published)) for a in articles if a.published] == [
        ("Café", "2025-04-03"),
        ("Gas", "2025-04-13"),
    ]


def test_records_of_json_are_read_in_the_order_that_the_user_gives():
    text = json.dumps([{"title": "Oil falls", "date": "03/04/2025 10:00", "text": "It fell."}])

    assert read(text, date_order="dmy") == (["2025-04-03T10:00:00+00:00"], [])
    assert read(text) == (
        ["None"],
        ["published '03/04/2025 10:00' may be two dates: left out; --date-order says which"],
    )


# --- a site's clock ---------------------------------------------------------------

TWICE = [
    ({"date": "2024-05-06T01:30:00", "date_gmt": "2024-05-05T16:30:00"}, "2024-05-06T01:30:00+09:00", False),
    ({"date": "2024-05-06T01:30:00", "date_gmt": "2024-05-06T01:30:00"}, "2024-05-06T01:30:00+00:00", False),
    ({"date": "2024-05-06T01:30:00", "date_gmt": "2024-01-01T00:00:00"}, "2024-01-01T00:00:00+00:00", False),
    ({"date": "2024-05-06T01:30:00", "date_gmt": None}, "2024-05-06T01:30:00+02:00", True),
    ({"date": "2024-05-06T01:30:00", "date_gmt": "0000-00-00 00:00:00"}, "2024-05-06T01:30:00+02:00", True),
    ({"date_gmt": "2024-05-05T16:30:00"}, "2024-05-05T16:30:00+00:00", False),
    ({"published_utc": "2024-05-05T16:30:00Z"}, "2024-05-05T16:30:00+00:00", False),
    ({"date": "2024-05-06T01:30:00+09:00", "date_gmt": "2024-05-05T16:30:00"}, "2024-05-05T16:30:00+00:00", False),
]


@pytest.mark.parametrize(("dates", "published", "assumed"), TWICE)
def test_a_time_that_a_site_also_gives_in_utc_is_of_a_known_zone(dates, published, assumed):
    record = {"title": {"rendered": "Oil falls"}, "content": {"rendered": "<p>It fell.</p>"}, **dates}

    (found,) = formats.read(io.BytesIO(json.dumps([record]).encode()), "file", Options(zone="Europe/Berlin"))

    assert (str(found.published), found.published.assumed) == (published, assumed)
