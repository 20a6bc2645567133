"""Dates: as newspapers print them and as records hold them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.moment import Moment
from newssearch.readers.dates import printed_dates, record_dates

DAYS = [
    "2024-05-03", "2024/05/03", "2024.05.03", "2024. 5. 3.", "3 May 2024", "3rd May, 2024", "03-May-2024",
    "May 3, 2024", "May 3rd 2024", "MAY 3, 2024", "Friday, 3 May 2024", "Fri May 3, 2024", "3. Mai 2024",
    "3 mai 2024", "3 de mayo de 2024", "3 de maio de 2024", "3 maggio 2024", "3º maio 2024", "03.05.2024", "3.5.2024",
    "2024년 5월 3일", "2024年5月3日", "the 3rd of May 2024",
]  # fmt: skip


@pytest.mark.parametrize("printed", DAYS)
def test_a_day_is_read_in_each_form(printed):
    (found,) = printed_dates.find(printed, "Asia/Seoul")

    assert found.moment == Moment(date(2024, 5, 3), None, "Asia/Seoul", assumed=True)


OTHERS = [
    ("Sept. 28, 2025", "2025-09-28"),
    ("28 Sept 2025", "2025-09-28"),
    ("1er janvier 2024", "2024-01-01"),
    ("1 août 2024", "2024-08-01"),
    ("9 März 2024", "2024-03-09"),
    ("9 мая 2024 г.", "2024-05-09"),
    ("9 października 2024", "2024-10-09"),
    ("9 maart 2024", "2024-03-09"),
    ("28/11/2025", "2025-11-28"),
    ("11/28/2025", "2025-11-28"),
    ("10/10/2025", "2025-10-10"),
    ("29 February 2024", "2024-02-29"),
    ("20.nov.2026", "2026-11-20"),
    ("8.Dezember 2010", "2010-12-08"),
    ("03/nov/2026", "2026-11-03"),
    ("14 листопада 2026", "2026-11-14"),
    ("16 نوفمبر 2026 م ـ 06 جمادي الآخر 1448 هـ", "2026-11-16"),
    ("16 نوفمبر/ تشرين الثاني 2026", "2026-11-16"),
    ("3 Kasım 2026", "2026-11-03"),
    ("3. marraskuuta 2026", "2026-11-03"),
    ("3. listopadu 2026", "2026-11-03"),
    ("2026. november 3.", "2026-11-03"),
    ("Tuesday, 10/11/2026", "2026-11-10"),
    ("terça-feira, 10/11/2026", "2026-11-10"),
    ("10/11/2026 às 06:02", "2026-11-10T06:02:00+00:00"),
    ("Wednesday 10/11/2026", "None"),
]


@pytest.mark.parametrize(("printed", "day"), OTHERS)
def test_other_days_are_read_too(printed, day):
    assert [str(found.moment) for found in printed_dates.find(printed, "UTC")] == [day]


TIMES = [
    ("10/11/2026 06h02", "2026-11-10T06:02:00+00:00", True),
    ("17. nov. 2026 kl. 05:04", "2026-11-17T05:04:00+00:00", True),
    ("14:25-16 نوفمبر 2026", "2026-11-16T14:25:00+00:00", True),
    ("2025-09-28 08:33:37", "2025-09-28T08:33:37+00:00", True),
    ("2025-09-28T08:33:37+09:00", "2025-09-28T08:33:37+09:00", False),
    ("2025-09-28T08:33:37.123Z", "2025-09-28T08:33:37+00:00", False),
    ("28.09.2025 08:33", "2025-09-28T08:33:00+00:00", True),
    ("3 May 2024 14:05 BST", "2024-05-03T14:05:00+01:00", False),
    ("3 May 2024 at 14.05", "2024-05-03T14:05:00+00:00", True),
    ("May 3, 2024, 2:05 p.m. ET", "2024-05-03T14:05:00-04:00", False),
    ("January 3, 2024, 2:05 p.m. ET", "2024-01-03T14:05:00-05:00", False),
    ("May 3, 2024 | 2:05 PM EDT", "2024-05-03T14:05:00-04:00", False),
    ("2:05 PM EDT, Fri May 3, 2024", "2024-05-03T14:05:00-04:00", False),
    ("1405 GMT, 3 May 2024", "2024-05-03T14:05:00+00:00", False),
    ("3 May 2024 1405 GMT", "2024-05-03T14:05:00+00:00", False),
    ("May 3, 2024 12 am", "2024-05-03T00:00:00+00:00", True),
    ("May 3, 2024 12:30 pm", "2024-05-03T12:30:00+00:00", True),
    ("3. Mai 2024, 14.05 Uhr", "2024-05-03T14:05:00+00:00", True),
    ("3 mai 2024 à 14h05", "2024-05-03T14:05:00+00:00", True),
    ("2024년 5월 3일 오후 2시 5분", "2024-05-03T14:05:00+00:00", True),
    ("2024년 5월 3일 오전 8:33", "2024-05-03T08:33:00+00:00", True),
    ("2024年5月3日 14時05分", "2024-05-03T14:05:00+00:00", True),
    ("2024.05.03 08:33 (GMT+9)", "2024-05-03T08:33:00+09:00", False),
    ("3 May 2024 08:33 KST", "2024-05-03T08:33:00+09:00", False),
    ("3 May 2024 08:33 IST", "2024-05-03T08:33:00+05:30", False),
    ("3 maggio 2024 ore 14:05", "2024-05-03T14:05:00+00:00", True),
    ("3 May 2024 25:00", "2024-05-03", True),
    ("3 May 2024 08:33 +99:00", "2024-05-03T08:33:00+00:00", True),
]


@pytest.mark.parametrize(("printed", "moment", "assumed"), TIMES)
def test_a_time_beside_a_date_is_read_with_its_zone(printed, moment, assumed):
    (found,) = printed_dates.find(printed, "UTC")

    assert found.moment is not None
    assert (str(found.moment), found.moment.assumed) == (moment, assumed)


@pytest.mark.parametrize("printed", ["10/11/2025", "10-11-2025", "1/2/2025"])
def test_a_date_that_may_be_american_or_not_is_never_guessed(printed):
    assert [found.moment for found in printed_dates.find(printed, "UTC")] == [None]


@pytest.mark.parametrize(
    "text", ["31 February 2025", "March 2024", "2024", "13/13/2025", "call 555-12-2345", "v1.2.2024.7x 99", "May 3", ""]
)
def test_what_is_no_full_date_is_none(text):
    assert [found.moment for found in printed_dates.find(text, "UTC") if found.moment] == []


@given(st.text(st.sampled_from("0123456789-/. :MayéTZ+pm년,"), max_size=60))
def test_any_text_is_searched_for_dates(text):
    for found in printed_dates.find(text, "UTC"):
        assert 0 <= found.start < found.end <= len(text)


RECORDED = [
    ("Fri May 03 14:05:00 +0200 2024", "2024-05-03T14:05:00+02:00"),
    ("Fri May  3 14:05:00 UTC 2024", "2024-05-03T14:05:00+00:00"),
    ("Fri,03 May 2024 14:05:00GMT", "2024-05-03T14:05:00+00:00"),
    ("2009-09-05T09:09:00-04:00", "2009-09-05T09:09:00-04:00"),
    ("1987-04-09T18:41:59", "1987-04-09T18:41:59+00:00"),
    ("2024-05-03", "2024-05-03"),
    ("20240503", "2024-05-03"),
    ("20240503T140500Z", "2024-05-03T14:05:00+00:00"),
    ("2024-W18-5", "2024-05-03"),
    ("2024-05-03 14:05:00 +0200", "2024-05-03T14:05:00+02:00"),
    ("Fri, 03 May 2024 14:05:00 +0200", "2024-05-03T14:05:00+02:00"),
    ("Fri, 03 May 2024 14:05:00 GMT", "2024-05-03T14:05:00+00:00"),
    ("1714744800", "2024-05-03T14:00:00+00:00"),
    ("1714744800000", "2024-05-03T14:00:00+00:00"),
    ("May 3, 2024", "2024-05-03"),
]


@pytest.mark.parametrize(("text", "moment"), RECORDED)
def test_a_record_s_date_is_read_in_each_form(text, moment):
    assert str(record_dates.moment(text, "UTC")) == moment


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "2024-13-45",
        "20241345",
        "2024",
        "2024-05",
        "2024-W18",
        "10/11/2025",
        "3 May 2024 or 4 May 2024",
        "",
    ],
)
def test_a_record_s_date_that_says_nothing_sure_is_none(text):
    assert record_dates.moment(text, "UTC") is None
