"""The dates of records, in the forms that programs give them."""

import pytest

from newssearch.readers.dates import record_dates

DATES = [
    ("1748938500", "2025-06-03T08:15:00+00:00"),
    ("1748938500123", "2025-06-03T08:15:00+00:00"),
    ("1748938500000000", "2025-06-03T08:15:00+00:00"),
    ("/Date(1748938500000)/", "2025-06-03T08:15:00+00:00"),
    ("/Date(1748938500000+0200)/", "2025-06-03T08:15:00+00:00"),
    ("20250603081500", "2025-06-03T08:15:00+00:00"),
    ("20250603T143000Z", "2025-06-03T14:30:00+00:00"),
    ("20250603", "2025-06-03"),
    ("19-Feb-18", "2018-02-19"),
    ("3-Jun-98", "1998-06-03"),
]


@pytest.mark.parametrize(("text", "printed"), DATES)
def test_a_date_is_read(text, printed):
    assert str(record_dates.moment(text, "UTC")) == printed


NONE = [
    "2025-06", "20251303081500", "20250603086100", "32-Feb-18", "19-Foo-18", "174893850012345",
    "0001-01-01T00:00:00", "0001-01-01", "Mon, 01 Jan 0001 00:00:00 +0000", "/Date(-62135596800000)/",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_or_stands_where_there_is_none_is_left(text):
    assert record_dates.moment(text, "UTC") is None
