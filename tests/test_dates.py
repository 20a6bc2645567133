"""Periods: what each way of writing one means, on Tuesday 30 September 2025 at noon."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.dates import Days, Instants, canonical, is_absolute, is_period, objection, period
from newssearch.dates.months import MONTHS

NOW = datetime(2025, 9, 30, 12, tzinfo=UTC)

DAYS = [
    ("2025-09-28", "2025-09-28", "2025-09-28"),
    ("2025/9/28", "2025-09-28", "2025-09-28"),
    ("2025-09", "2025-09-01", "2025-09-30"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025-W39", "2025-09-22", "2025-09-28"),
    ("2020-W53", "2020-12-28", "2021-01-03"),
    ("2025-Q3", "2025-07-01", "2025-09-30"),
    ("2025-q4", "2025-10-01", "2025-12-31"),
    ("1990s", "1990-01-01", "1999-12-31"),
    ("today", "2025-09-30", "2025-09-30"),
    ("Yesterday", "2025-09-29", "2025-09-29"),
    ("this-week", "2025-09-29", "2025-10-05"),
    ("last-week", "2025-09-22", "2025-09-28"),
    ("this month", "2025-09-01", "2025-09-30"),
    ("last-month", "2025-08-01", "2025-08-31"),
    ("last quarter", "2025-04-01", "2025-06-30"),
    ("this-year", "2025-01-01", "2025-12-31"),
    ("last-year", "2024-01-01", "2024-12-31"),
    ("7d", "2025-09-24", "2025-09-30"),
    ("1d", "2025-09-30", "2025-09-30"),
    ("2w", "2025-09-17", "2025-09-30"),
    ("past 3 months", "2025-07-01", "2025-09-30"),
    ("past-3-months", "2025-07-01", "2025-09-30"),
    ("1y", "2024-10-01", "2025-09-30"),
    ("past week", "2025-09-24", "2025-09-30"),
    ("9999", "9999-01-01", "9999-12-31"),
    ("0001-01", "0001-01-01", "0001-01-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_a_calendar_period_is_these_days(text, first, last):
    assert period(text, NOW, UTC) == Days(date.fromisoformat(first), date.fromisoformat(last))


INSTANTS = [
    ("2025-09-28T08:00+09:00", "2025-09-27T23:00:00+00:00", "2025-09-27T23:00:59.999999+00:00"),
    ("2025-09-28 08:33:37", "2025-09-28T08:33:37+00:00", "2025-09-28T08:33:37.999999+00:00"),
    ("2025-09-28T08", "2025-09-28T08:00:00+00:00", "2025-09-28T08:59:59.999999+00:00"),
    ("2025-09-28T08:00:00.25Z", "2025-09-28T08:00:00.250000+00:00", "2025-09-28T08:00:00.250000+00:00"),
    ("36h", "2025-09-29T00:00:00+00:00", "2025-09-30T12:00:59.999999+00:00"),
    ("past 2 hours", "2025-09-30T10:00:00+00:00", "2025-09-30T12:00:59.999999+00:00"),
]


@pytest.mark.parametrize(("text", "first", "last"), INSTANTS)
def test_times_and_hours_are_these_instants(text, first, last):
    assert period(text, NOW, UTC) == Instants(datetime.fromisoformat(first), datetime.fromisoformat(last))


WRITTEN = [
    ("28 September 2025", "2025-09-28"),
    ("20250928", "2025-09-28"),
    ("Sunday, September 28, 2025", "2025-09-28"),
    ("Sun 28 Sep 2025", "2025-09-28"),
    ("Sonntag, den 28. September 2025", "2025-09-28"),
    ("le dimanche 28 septembre 2025", "2025-09-28"),
    ("segunda-feira, 29 de setembro de 2025", "2025-09-29"),
    ("niedziela, 28 września 2025", "2025-09-28"),
    ("Q3 2025", "2025-Q3"),
    ("3q-2025", "2025-Q3"),
    ("2025 Q3", "2025-Q3"),
    ("28-sept-2025", "2025-09-28"),
    ("28SEP2025", "2025-09-28"),
    ("Sept. 28, 2025", "2025-09-28"),
    ("September 28th 2025.", "2025-09-28"),
    ("the 28th of September, 2025", "2025-09-28"),
    ("2025-Sep-28", "2025-09-28"),
    ("28. September 2025", "2025-09-28"),
    ("1er août 2025", "2025-08-01"),
    ("28 de septiembre de 2025", "2025-09-28"),
    ("15 мая 2025", "2025-05-15"),
    ("2025년 9월 28일", "2025-09-28"),
    ("2025年9月", "2025-09"),
    ("september 2025", "2025-09"),
    ("september-2025", "2025-09"),
    ("März 2025", "2025-03"),
    ("may, 2025", "2025-05"),
    ("9/2025", "2025-09"),
    ("28/9/2025", "2025-09-28"),
    ("09/28/2025", "2025-09-28"),
    ("9-9-2025", "2025-09-09"),
    ("28.9.2025", "2025-09-28"),
    ("9.8.2025", "2025-08-09"),
    ("2025. 9. 28.", "2025-09-28"),
    ("29 february 2024", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "iso"), WRITTEN)
def test_a_date_as_people_write_it_is_that_of_iso(text, iso):
    assert canonical(text) == iso
    assert period(text, NOW, UTC) == period(iso, NOW, UTC)
    assert is_absolute(text)


NO_PERIOD = 'is not a date or a period, as in 2025-09-28 or "28 September 2025"'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9/8/2025", "may be 2025-08-09 or 2025-09-08: write the one that is meant"),
        ("10-11-2025", "may be 2025-11-10 or 2025-10-11: write the one that is meant"),
        ("September", 'says no year, as in "September 2025"'),
        ("Sept. 28", 'says no year, as in "Sept. 28 2025"'),
        ("Monday, 28 September 2025", "is a Sunday: write the day that is meant"),
        ("28.9.25", "says its year in two figures: write all four"),
        ("9/28/25", "says its year in two figures: write all four"),
        ("Monday Sunday 28 September 2025", NO_PERIOD),
        ("Monday September 2025", NO_PERIOD),
        ("20251328", NO_PERIOD),
        ("Q5 2025", NO_PERIOD),
        ("1995s", NO_PERIOD),
        ("31 september 2025", NO_PERIOD),
    ],
)
def test_a_refused_date_is_told_with_what_to_write(text, why):
    assert not is_period(text)
    assert objection(text) == why


@given(st.dates(), st.sampled_from(sorted(MONTHS)), st.permutations([0, 1, 2]), st.sampled_from([" ", "-", ", ", ". "]))
def test_a_named_month_may_stand_anywhere(day, name, order, gap):
    day = day.replace(month=MONTHS[name], day=min(day.day, 28))
    parts = [str(day.day), name, f"{day.year:04}"]

    assert period(gap.join(parts[at] for at in order), NOW, UTC) == Days(day, day)


@given(st.dates())
def test_figures_with_slashes_are_never_the_wrong_day(day):
    text = f"{day.day}/{day.month}/{day.year:04}"

    assert is_period(text) == (day.day > 12 or day.day == day.month)
    assert not is_period(text) or period(text, NOW, UTC) == Days(day, day)


def test_hours_are_counted_also_where_clocks_change():
    berlin = ZoneInfo("Europe/Berlin")
    noon = datetime(2025, 10, 26, 12, tzinfo=berlin)  # at three, it was two again

    assert period("12h", noon, berlin).first == datetime(2025, 10, 25, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("since:36h", "2025-09-29T00:00+00:00 to the end"),
        ("date:2h", "2025-09-30T10:00+00:00 to 2025-09-30T12:00+00:00"),
        ("date:2025-09-28T08", "2025-09-28T08:00+00:00 to 2025-09-28T08:59+00:00"),
        ("after:2025-09-28T08:33:37Z", "2025-09-28T08:33:38+00:00 to the end"),
        ("before:2025-09-28T08:00:00.5Z", "the beginning to 2025-09-28T08:00:00.499999+00:00"),
    ],
)
def test_an_instant_is_said_as_short_as_it_is_meant(text, meaning):
    from newssearch.query import parse, resolve

    query, notices = resolve(parse(text).query, NOW.replace(second=12), UTC)

    assert [notice.message for notice in notices] == [f"{text} is {meaning}"]
    assert resolve(parse(str(query)).query, NOW, UTC) == (query, [])


@pytest.mark.parametrize(
    "text", ["since:36h", "since:99999h", "date:7d", "date:yesterday", "date:last-year", "before:0001", "after:9999"]
)
def test_the_calendars_first_day_is_asked_about_without_an_error(text):
    from newssearch.query import parse, resolve

    resolve(parse(text).query, datetime(1, 1, 1, 12, tzinfo=UTC), UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2025-13",
        "2025-02-30",
        "0000",
        "2025-W54",
        "2025-Q5",
        "10/11/2025",
        "0d",
        "25-09-28",
        "last-day-of-may",
        "september..2025",
        "28 september october 2025",
        "28 29 september 2025",
        "28 september 25",
        "13/2025",
        "2025 sunday",
        "2025-09-28T25:00",
        "９９９９",
    ],
)
def test_what_names_no_period_is_refused(text):
    assert not is_period(text)
    with pytest.raises(ValueError, match="not a date"):
        period(text, NOW, UTC)


def test_days_begin_in_the_readers_zone():
    assert period("today", NOW, ZoneInfo("Pacific/Kiritimati")).first == date(2025, 10, 1)


@pytest.mark.parametrize(
    ("text", "absolute"),
    [("2025-09", True), ("2025-09-28T08:00", True), ("today", False), ("7d", False), ("36h", False)],
)
def test_a_period_is_absolute_if_it_is_the_same_whenever_asked(text, absolute):
    assert is_absolute(text) is absolute


@given(st.sampled_from([row[0] for row in DAYS + INSTANTS + WRITTEN]))
def test_the_canonical_spelling_means_the_same(text):
    assert period(canonical(text), NOW, UTC) == period(text, NOW, UTC)
    assert canonical(canonical(text)) == canonical(text)


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_refused(text):
    is_period(text)


@given(st.dates())
def test_every_day_is_in_its_month_and_week(day):
    month = period(f"{day:%Y-%m}" if day.year > 999 else f"{day.year:04}-{day.month:02}", NOW, UTC)

    assert month.first <= day <= month.last
    assert month.last.month == day.month
    if day < date.max - timedelta(days=7):
        year, week, _ = day.isocalendar()
        if year > 0:
            in_week = period(f"{year:04}-W{week:02}", NOW, UTC)
            assert in_week.first <= day <= in_week.last
