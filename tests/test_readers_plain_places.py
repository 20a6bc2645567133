"""Where an article of a page that was copied whole was filed: datelines of many forms, and places of bylines."""

import pytest
from pasted import MONEY, VOTE, article_of, page

TELLS = f"{VOTE} It was the first in Karachi, in Pune, at Kalokol and in Berlin, said Roe, who lives there."
SUMMARY = ["Summary", "Growers ask for money", "Harbour stocks are low", "More to follow by Monday"]
DATELINES = [
    ("LISBON, Nov 3 (Reuters) - ", "LISBON"),
    ("KARACHI: ", "KARACHI"),
    ("Pune: ", "Pune"),
    ("OLAVARRÍA.– ", "OLAVARRÍA"),
    ("Kalokol, Kenya – ", "Kalokol, Kenya"),
    ("SINGAPORE – ", "SINGAPORE"),
    ("JAKARTA, harbour.com - ", "JAKARTA"),
    ("(부산=연합뉴스) ", "부산"),
]


def article(*top, first=VOTE):
    return article_of(page("Harbour to close for repairs", "", *top, "", first, "", MONEY, "", TELLS))


@pytest.mark.parametrize(("printed", "place"), DATELINES)
@pytest.mark.parametrize("above", [[], SUMMARY])
def test_a_dateline_stands_before_the_first_paragraph_also_below_a_summary(above, printed, place):
    found = article("By Jane Doe", "3 May 2024", *above, first=printed + VOTE)

    assert (found.place, found.dateline) == (place, printed.strip())
    assert VOTE in found.paragraphs


@pytest.mark.parametrize("printed", ["Warning: ", "Roe: ", "Opinion: ", "Northport: "])
def test_what_the_page_does_not_know_as_a_place_is_none(printed):
    found = article("3 May 2024", first=printed + VOTE)

    assert found.place == ""
    assert printed + VOTE in found.paragraphs


BYLINES = [
    (["Von Jane Doe, Berlin", "3. Mai 2024"], "Berlin"),
    (["Par Jane Doe (Guérande, Loire-Atlantique, envoyée spéciale)", "3 mai 2024"], "Guérande, Loire-Atlantique"),
    (["Jane Doe", "Jane Doe", "Berlin - 03 may 2024 - 05:30 CET"], "Berlin"),
    (["Par Jane Doe (avec AFP)", "3 mai 2024"], ""),
    (["Von Jane Doe, Rom", "3. Mai 2024"], ""),
    (["By Jane Doe", "Harbours | 3 May 2024"], ""),
]


@pytest.mark.parametrize(("top", "place"), BYLINES)
def test_a_place_beside_a_name_or_a_date_is_one_that_the_page_knows(top, place):
    found = article(*top)

    assert found.place == place
    assert [author.name for author in found.authors] == ["Jane Doe"]
    assert str(found.published)[:10] == "2024-05-03"


def test_in_a_script_without_capitals_place_and_reporter_are_parted_by_a_colon_above_the_date():
    when = "نُشر: 14:25-3 مايو 2024 م ـ 24 شوّال 1445 هـ"
    signed = article("القاهرة: سامي منصور", when)
    unsigned = article("القاهرة: «الميناء اليوم»", when)

    assert ([author.name for author in signed.authors], signed.place) == (["سامي منصور"], "القاهرة")
    assert (unsigned.authors, unsigned.place) == ((), "القاهرة")
    assert str(signed.published) == "2024-05-03T14:25:00+00:00"
