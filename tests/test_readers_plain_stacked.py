"""Names below one another, times without a day, and lines of a page that are none of its article."""

import pytest
from pasted import MONEY, VOTE, article_of

from newssearch.readers.bylines.credits import credited
from newssearch.readers.dates import date_lines, dateline
from newssearch.readers.plain import boilerplate
from newssearch.readers.plain.pages import boxes

MENU = ["Menu", "Home", "News", "Sport", "Harbour life", "Opinion", "Weather", "Sign in", "Subscribe", "Search"]


def names_of(*lines):
    found = article_of("\n".join([*MENU, "", "Harbour to close for a year", "", *lines, "", VOTE, "", MONEY, "", VOTE]))
    return [author.name for author in found.authors]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Ana Ruiz", "Iker Urrutia", "Northport - 09 NOV 2026 - 05:30 CET"], ["Ana Ruiz", "Iker Urrutia"]),
        (
            ["Ana María Ruiz de la Vega", "Iker Urrutia", "Northport / Rome - 09 NOV 2026"],
            ["Ana María Ruiz de la Vega", "Iker Urrutia"],
        ),
        (["4 hours ago", "Share", "Save", "Calum Roe", "Scotland business reporter, BBC News"], ["Calum Roe"]),
        (["Ann Poe", "Political Editor", "3 May 2026"], ["Ann Poe"]),
        (["Ann Poe", "3 May 2026", "Winter Ferry Timetable"], ["Ann Poe"]),
    ],
)
def test_names_below_one_another_above_a_date_or_a_role_are_the_authors(lines, names):
    assert names_of(*lines) == names


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Publié le 30 septembre 2026 à 06h00, mis à jour à 11h15", ["2026-09-30T06:00:00+00:00", "2026-09-30T11:15:00+00:00"]),
        ("Published May 3, 2026, 9:00 a.m. ET | Updated 11:15 a.m. ET", ["2026-05-03T09:00:00-04:00", "2026-05-03T11:15:00-04:00"]),
        ("입력 2026-05-03 09:00 수정 11:15", ["2026-05-03T09:00:00+00:00", "2026-05-03T11:15:00+00:00"]),
        ("Publié le 30 septembre 2026 à 21h00, mis à jour à 01h15", ["2026-09-30T21:00:00+00:00"]),
        ("Published May 3, 2026, 9:00 a.m. ET, updated 5 hours ago", ["2026-05-03T09:00:00-04:00"]),
    ],
)  # fmt: skip
def test_an_update_at_a_time_without_a_day_is_of_the_day_before_it_and_never_earlier(line, dates):
    assert [str(date.moment) for date in date_lines.read(line, "", "UTC").dates] == dates


def test_a_town_and_its_reporter_at_the_start_of_a_text_are_a_dateline():
    found = dateline.find("부산=김서연 기자 seo@hanbit.example = 등대가 닫혔다.")

    assert found is not None
    assert (found.place, found.reporter) == ("부산", "김서연 기자")
    assert dateline.find("값=김서연 씨는 말했다.") is None


def test_reporters_on_lines_of_their_own_at_the_end_are_all_taken_out_of_the_text():
    story = ["시는 오래된 등대를 닫기로 했다고 밝혔다.", "시장은 내년에 다시 연다고 말했다."]
    found = article_of("\n".join(["등대 폐쇄", "", *story, "", "김서연 기자 seo@hanbit.example", "박도현 기자"]))

    assert found.paragraphs == story
    assert [author.name for author in found.authors] == ["김서연", "박도현"]


def test_who_contributed_reporting_is_credited():
    assert [author.name for author in credited("Ann Poe contributed reporting.").authors] == ["Ann Poe"]


@pytest.mark.parametrize(
    "line",
    [
        "The Harbour Daily newsletter has all the news that you need to start your day. Sign up here.",
        "Lire aussi Article réservé à nos abonnés Les ports face à la montée des eaux",
        "Contribuer",
        "Réutiliser ce contenu",
        "Ir a los comentarios 34",
        "This article is more than 2 years old",
        "기자 구독",
    ],
)
def test_what_pages_print_between_paragraphs_is_boilerplate(line):
    assert boilerplate.part([VOTE, line, MONEY]) == ([VOTE, MONEY], [line])


@pytest.mark.parametrize("line", ["Lire aussi la Bible est un plaisir.", "She told them to sign up here and to wait."])
def test_a_sentence_with_the_same_words_is_not(line):
    assert boilerplate.part([VOTE, line, MONEY]) == ([VOTE, line, MONEY], [])


def test_behind_a_box_the_text_goes_on_also_with_subheads_and_rules():
    box = [
        "More information",
        "",
        "Related articles",
        "The worst olive harvest here since 1995",
        "A plant that never came",
        "",
    ]
    short = [
        "The mayor declared an emergency for the town.",
        "",
        "___",
        "",
        "The port stays open to small boats, said those who work on the quay.",
    ]
    headed = [
        MONEY,
        "",
        "A problem of years",
        "Most of the water of the town goes to the docks, by what the council says.",
    ]

    for tail in (short, headed):
        lines = [VOTE, "", *box[2:], *tail]
        assert boxes.resumed(lines, 1) == len(lines)


def test_headlines_with_a_sentence_below_each_are_no_text():
    teasers = ["Related articles", "Rice rises", "The price of rice rose on Monday.", "Oil falls", "The price of oil fell on Monday."]  # fmt: skip

    assert boxes.resumed([VOTE, "", *teasers], 1) == 1


def test_a_caption_is_kept_whole_beside_its_date():
    caption = "Smoke over a ridge near Northport, Wednesday, Oct. 14, 2026. (AP Photo/Ann Poe)"
    found = article_of("\n".join([*MENU, "", "Harbour to close for a year", "", caption, "", "By Jane Doe", "", VOTE, "", MONEY, "", VOTE]))  # fmt: skip

    assert caption in found.boilerplate.split("\n")


@pytest.mark.parametrize(
    ("line", "is_subhead"),
    [
        ("The council will meet on Monday to choose another (see page 4)", False),
        ("Too fast by far (Harbour Games)", True),
    ],
)
def test_a_long_line_that_ends_with_brackets_is_a_paragraph(line, is_subhead):
    found = article_of(f"Harbour to close\n\n{VOTE}\n\n{line}\n\n{MONEY}\n\n{VOTE}")

    assert (line in [subhead.text for subhead in found.subheads]) is is_subhead
    assert (line in found.paragraphs) is not is_subhead
