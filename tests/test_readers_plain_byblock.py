"""Who signed a page that was copied whole, where names stand without "By": what next to them says so, and what not."""

import pytest
from pasted import FOOTER, MONEY, VOTE, article_of, page

STORY = [VOTE, "", MONEY, "", f"{VOTE} It was close."]
STANDFIRST = "The city says that repairs to its oldest pier will take two weeks, and that nobody is to blame for it."
CAPTION = "The oldest pier of the harbour on Monday."


def names_of(*lines, story=STORY, footer=FOOTER):
    found = article_of(page("Harbour to close for repairs", "", *lines, "", *story, footer=footer))
    assert found.paragraphs[-2:] == [MONEY, f"{VOTE} It was close."]
    return [author.name for author in found.authors]


ONE = [
    ["Jane DoeJane Doe", "3 May 2024"],
    ["3 May 2024", "Harbour life", "Jane Doe", "Jane Doe", "4-minute listen"],
    ["Jane Doe", "Jane Doe", "READ LATER", "3 May 2024"],
    ["Jane Doe", "Harbour News's Highlands and Islands reporter"],
    ["Jane Doe", "Journalist", "", "3. mai 2024 kl. 05:04"],
    ["Jane Doe", "Dziennikarka działu nauka", "3 maja 2024, 6:58"],
    ["Jane Doe", "Korrespondentin in Rom", "Stand: 03.05.2024"],
    ["Jane Doe", "Special to The Daily Harbour", "Published May 3, 2024", "Updated 4 hours ago"],
    ["Jane Doe", "@janedoe", "3 May 2024"],
    ["Jane Doe", "BBC News NI", "4 hours ago"],
    ["Jane Doe", "Published2 hours ago"],
    ["Portrait of Jane Doe", "Jane Doe", "Harbour life"],
    ["Jane Doe's avatar", "Jane Doe", "12"],
    ["By", "Jane Doe", "Harbour Now", "Share"],
    ["Di", "Jane Doe", "3 maggio 2024"],
    ["Author", "Jane Doe", "Published", "3 May 2024"],
    ["Jane Doe / HNS / May 3, 2024, 05:04 IST"],
    ["Jane Doe", "3 May 2024"],
    ["Jane Doe", "Today at 06:30"],
    ["Jane Doe, Northport", "03.05.2024, 05.30 Uhr"],
    ["Updated May 3, 2024", "By Jane DoeStaff Reporter"],
    ["By", "Jane Doe", "Follow", "3 May 2024"],
    ["Par :", "Jane Doe", "Suivre", "Suivre"],
    ["Avatar photo by Jane Doe May 3, 2024May 4, 2024"],
    ["By Jane Doe Harbour Staff", "3 May 2024"],
    ["By Jane Doe, Harbour Staff. Jane Doe covers ports and ships from Northport.", "3 May 2024"],
    ["By Jane Doe with AFP", "3 May 2024"],
    ["Jane Doe with Reuters, dpa", "3 May 2024"],
    ["Jane Doe", "Health correspondent @janedoe", "3 May 2024"],
    [
        "By",
        "Jane Doe",
        "Jane Doe",
        "Reporter, Harbour",
        "Edited By",
        "Max Poe",
        "Max Poe",
        "Managing Editor",
        "3 May 2024",
    ],
    ["Ann Poe", "Jane Doe", "Jane Doe", "Northport - 03 may 2024 - 05:30 CET"],
]


@pytest.mark.parametrize("lines", ONE)
@pytest.mark.parametrize("above", [[], [STANDFIRST], [STANDFIRST, CAPTION, CAPTION]])
def test_a_name_is_an_authors_where_something_next_to_it_says_so(above, lines):
    assert names_of(*above, *lines) == ["Jane Doe"]


TWO = [
    ["Jane DoeJohn Roe", "3 May 2024"],
    ["Jane DoeJohn Roe", "By Jane Doe and John Roe", "3 May 2024"],
    ["Jane Doe", "", "and", "", "John Roe", "", "Jane Doe", "John Roe", "", "Published 3 May 2024"],
    ["Jane Doe", "Jane Doe", "Journalist", "John Roe", "John Roe", "Journalist", "3. mai 2024"],
    ["Jane Doe in Rome and John Roe in Milan", "", "Published2 hours ago"],
    ["Jane Doe, John Roe and agencies", "3 May 2024"],
    ["By", "Jane Doe", "Follow", "and", "John Roe", "Follow", "3 May 2024"],
    ["Jane Doe", ", John Roe", "3 May 2024"],
    ["Jane Doe", ", Environment Editor", "|", "John Roe", "3 May 2024"],
    ["Portrait of Jane DoePortrait of John Roe", "Jane Doe John Roe", "Harbour life"],
    ["By Jane Doe; John Roe contributed reporting from Northport.", "3 May 2024"],
]


@pytest.mark.parametrize("lines", TWO)
def test_authors_are_listed_once_each_and_in_their_order(lines):
    assert names_of(*lines) == ["Jane Doe", "John Roe"]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["3 hours ago", "Jane Doe", "BBC News, Northport"], ["Jane Doe"]),
        (["Jane Doe & John Roe", "BBC News", "21 June 2025"], ["Jane Doe", "John Roe"]),
        (["Jane Doe", "Health correspondent", "3 May 2024"], ["Jane Doe"]),
        (["Jane Doe wins", "3 May 2024"], []),
    ],
)
def test_so_it_is_where_the_article_alone_was_copied(lines, names):
    found = article_of("\n".join(["Harbour to close for repairs", "", *lines, "", *STORY]))

    assert [author.name for author in found.authors] == names
    assert found.paragraphs[-3:] == [line for line in STORY if line]


def test_an_outlet_is_known_by_the_notice_of_whose_the_page_is():
    lines = ["Jane Doe", "Harbour Now", "Share"]

    assert names_of(*lines, footer=[*FOOTER, "© 2024 www.harbournow.example All rights reserved."]) == ["Jane Doe"]
    assert names_of(*lines) == []


def test_a_person_of_whom_the_article_tells_is_a_topic_and_one_who_asks_is_none():
    lines = ["Jane Doe", "Jane Doe", "3 May 2024"]
    told = "It was Jane Doe who had asked for it, said the mayor, and it surprised those who work on the quay."

    assert names_of(*lines, story=[told, "", *STORY]) == []
    assert names_of(*lines, story=["Jane Doe: Who asked for it, of all those who work there?", "", *STORY]) == [
        "Jane Doe"
    ]


@pytest.mark.parametrize("lines", [["Read Later", "Read Later", "3 May 2024"], ["TRUE WEST", "3 May 2024"]])
def test_buttons_and_kickers_are_nobodys(lines):
    assert names_of(*lines) == []


def test_what_is_printed_twice_above_the_names_is_a_caption_and_a_standfirst_is_kept_once():
    lines = [STANDFIRST, STANDFIRST, CAPTION, CAPTION, "Jane Doe", "Staff writer", "3 May 2024"]
    found = article_of(page("Harbour to close for repairs", "", *lines, "", *STORY))

    assert found.paragraphs.count(STANDFIRST) == 1
    assert CAPTION not in found.body


def test_paragraphs_that_begin_alike_are_no_captions():
    alike = ["The council of the harbour says that it will close the pier.", "The council of the harbour says so."]
    found = article_of(page("Harbour to close for repairs", "", "3 May 2024", "", *alike, "", *STORY))

    assert found.paragraphs[:2] == alike


def test_a_date_that_may_be_two_days_is_the_one_that_the_page_prints_elsewhere():
    lines = ["By Jane Doe", "10/11/2025 08:30", "", *STORY]
    known = article_of(page("Harbour to close", "", *lines, footer=["Monday, 10 November 2025", *FOOTER]))

    assert str(known.published) == "2025-11-10T08:30:00+00:00"


def test_a_day_without_a_year_has_that_of_the_same_day_elsewhere_on_the_page():
    lines = ["Тетяна Гринь, Олег Бойко — 3 травня, 18:50", "", *STORY]
    known = article_of(page("Harbour to close", "", *lines, footer=["03.05.2024 17:00", "Another story", *FOOTER]))
    unknown = article_of(page("Harbour to close", "", *lines))

    assert str(known.published) == "2024-05-03T18:50:00+00:00"
    assert [author.name for author in known.authors] == ["Тетяна Гринь", "Олег Бойко"]
    assert unknown.published is None
