"""Dates in queries as people write them: in quotes, with hyphens or as they come, alone and as ranges."""

import pytest

from newssearch.query import parse
from newssearch.query.tree import And, Date, Near, Word

TREES = [
    ('date:"28 September 2025"', Date("2025-09-28", "2025-09-28")),
    ("since:march-2025", Date("2025-03", None)),
    ("before:1/2025", Date(None, "2025-01", before=True)),
    ('date:"march 2025".."june 2025"', Date("2025-03", "2025-06")),
    ("date:2025-03..“june 2025”", Date("2025-03", "2025-06")),
    ('date:"march 2025"..2025-06', Date("2025-03", "2025-06")),
    ('date:"march 2025".. oil', And((Date("2025-03", None), Word("oil")))),
    ('date:["march 2025" TO june 2025]', Date("2025-03", "2025-06")),
    ("date:march 2025 oil", And((Date("2025-03", "2025-03"), Word("oil")))),
    ("until:28 September 2025", Date(None, "2025-09-28")),
    ("date:1 march 2025..15 june 2025", Date("2025-03-01", "2025-06-15")),
    ("since:last week oil", And((Date("last-week", None), Word("oil")))),
    ("date:2025년 9월 28일 oil", And((Date("2025-09-28", "2025-09-28"), Word("oil")))),
    ("date:2025年9月28日 oil", And((Date("2025-09-28", "2025-09-28"), Word("oil")))),
    ("date:2025 september", And((Date("2025", "2025"), Word("september")))),
    ("date:2025-09-28 08:33", And((Date("2025-09-28", "2025-09-28"), Near((Word("08"), Word("33")), 0, ordered=True)))),
]


@pytest.mark.parametrize(("text", "query"), TREES, ids=[row[0] for row in TREES])
def test_a_date_becomes_this_tree(text, query):
    parsed = parse(text, strict=True)

    assert (parsed.query, parsed.notices) == (query, ())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("on:9/8/2025", [("bad-date", 3)]),
        ("date:september", [("bad-date", 5)]),
        ("date:28 September oil", [("bad-date", 5)]),
        ('date:"Monday, 28 September 2025"', [("bad-date", 5)]),
        ("date:2025 - oil", [("ignored", 10)]),
        ('date:"march 2025".."june"', [("bad-date", 5)]),
        ("date:june 2025..march 2025", [("swapped", 5)]),
    ],
)
def test_what_is_no_date_is_a_notice_with_its_column(text, codes):
    assert [(notice.code, notice.column) for notice in parse(text).notices] == codes


@pytest.mark.parametrize("text", ["date:9/8/2025", "date:>9/8/2025", "date:2025-01..9/8/2025", 'on:"9/8/2025".."2026"'])
def test_a_date_that_may_be_two_days_is_told_with_both(text):
    (notice,) = parse(text).notices

    assert notice.message == (
        "'9/8/2025' may be 2025-08-09 or 2025-09-08: write the one that is meant; it was searched as text"
    )


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("date:2025-09-01 to 2025-09-30", "date:2025-09-01..2025-09-30"),
        ("date:1 Sept 2025 to 30 Sept 2025 oil", "date:2025-09-01..2025-09-30 oil"),
        ('date:"1 Sept 2025 to 30 Sept 2025"', "date:2025-09-01..2025-09-30"),
        ('date:"1 Sept 2025 - 30 Sept 2025"', "date:2025-09-01..2025-09-30"),
        ("date:march 2025 to june 2025", "date:2025-03..2025-06"),
        ("date:2025-09-01 - 2025-09-30 oil", "date:2025-09-01..2025-09-30 oil"),
        ("date:2025-09-01 – 2025-09-30", "date:2025-09-01..2025-09-30"),
        ("date:2025-09-01–2025-09-30", "date:2025-09-01..2025-09-30"),
        ("date:Q1 2025 to Q3 2025", "date:2025-Q1..2025-Q3"),
        ("date:Sun 28 Sep 2025 to Tue 30 Sep 2025 oil", "date:2025-09-28..2025-09-30 oil"),
        ("date:sunday, 28 september 2025 - monday, 29 september 2025", "date:2025-09-28..2025-09-29"),
        ("date:2025-09-28 TO 2025-09-30", "date:2025-09-28..2025-09-30"),
        ("date:3Q 2025 oil", "date:2025-Q3 oil"),
        ("date:2025 Q3 oil", "date:2025-Q3 oil"),
        ("date:2025 2026", "date:2025 2026"),
        ("date:2025-09-01 to the sea", "date:2025-09-01 to the sea"),
        ("date:2025 9월", 'date:2025 "9 월"'),
        ("since:2025-09-01 to 2025-09-30", "since:2025-09-01 to 2025-09-30"),
    ],
)
def test_a_range_is_also_said_with_to(text, query):
    parsed = parse(text)

    assert (str(parsed.query), parsed.notices) == (query, ())
