"""Lines of copied pages: captions, buttons and notices, bylines without "By", dates in the middle of other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pasted import MONEY, VOTE

from newssearch.readers import Options
from newssearch.readers.bylines.lines import names_people, says_whence, stands_as_byline
from newssearch.readers.dates import date_lines
from newssearch.readers.plain import text
from newssearch.readers.plain.boilerplate import is_line
from newssearch.readers.plain.pages import ends
from newssearch.readers.plain.pages.glued import parted_words

LINES = [
    "Advert", "Share full article", "Close share panel", "Back to Gallery", "HIDE CAPTION", "Image 1 of 8", "Photo 2 / 9",
    "Media playback is unsupported on your device", "Save this story", "Purchase Licensing Rights, opens new tab",
    "See more on: Harbour Authority", "SEE MORE: Fish prices rise again", "Listen to this article · 4:12 min Learn more",
    "A rider in Harbour.Credit...Ann Poe for The Harbour Times", "The mayor on Monday (Credit: Harbour Pictures)",
    "Image caption The mayor of Harbour", "Image copyright EPA", "Media captionWho is the mayor?", "Foto: Ann Poe (Harbour)",
    "Bild: © Harbour Pictures", "The mayor. REUTERS/Jane Doe/File Photo Purchase Licensing Rights, opens new tab",
]  # fmt: skip
NO_LINES = [
    "Image copyright law is old.", "Media caption their films.", "Photo 2 of the series sold for a million dollars.",
    "Credit... is what they want, he said.", "Save this story for your children, he said.", "See more: that was the plan.",
    "The bank (credit: none) failed.", "Foto: was man sieht.", "Close share panels are what they sell.",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_players_pictures_and_buttons_print_is_boilerplate(line):
    assert is_line(line)


@pytest.mark.parametrize("line", NO_LINES)
def test_a_sentence_that_only_begins_so_is_the_articles(line):
    assert not is_line(line)


@pytest.mark.parametrize("line", ["Comments", "[ 12 Comments ]", "Leave a Reply", "4 Kommentare", "Deja una respuesta", "댓글 12", "Оставить комментарий", "コメント"])  # fmt: skip
def test_comments_begin_below_their_heading_in_any_language(line):
    assert ends.heads_comments(line)


@pytest.mark.parametrize("line", ["Comment is free.", "Comments were made.", "", "12", "The discussion", VOTE])
def test_other_lines_head_no_comments(line):
    assert not ends.heads_comments(line)


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("Ingrid Solberg in Oslo", True),
        ("Anna Kowalska and Ben Ito", True),
        ("Norway in Crisis Again", False),
        ("Harbour to close", False),
    ],
)
@pytest.mark.parametrize("below", ["Reporting from Oslo", "Wed 18 Nov 2026 14.05 GMT"])
def test_names_are_a_byline_where_the_line_below_says_when_or_whence(below, line, is_byline):
    stands = stands_as_byline(line, [], [below, VOTE], dated=False, standfirst=True, first=True, on_page=True)

    assert stands is is_byline
    assert names_people(line) is is_byline


@pytest.mark.parametrize(
    ("line", "whence"),
    [
        ("Reporting from Oslo", True),
        ("Reporting from Oslo was hard.", False),
        ("Aus der Region", False),
        ("Report", False),
    ],
)
def test_a_line_may_say_whence_its_authors_report(line, whence):
    assert says_whence(line) is whence


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Von Jane Doe am Samstag, 19. Oktober 2019", "Von Jane Doe"),
        ("by Jane Doe on January 20, 2020", "by Jane Doe"),
        ("Marie Roe | lundi 9 décembre 2019 à 09h08", "Marie Roe"),
    ],
)
def test_weekdays_and_small_words_before_a_date_are_not_left_of_its_line(line, rest):
    assert date_lines.read(line, "", "UTC").rest == rest


@pytest.mark.parametrize("line", ["By Jane Doe", "May 3, 2024, 2:05 p.m. ET", "Bytes and codes", "Porsche 2019", "Lesezeit 3 min", VOTE])  # fmt: skip
def test_words_that_are_not_glued_stay_as_they_are(line):
    assert parted_words(line) == line


@given(st.text(alphabet="aByn0123456789 .UpdatedvonPorÄé", max_size=160))
def test_parting_words_adds_only_spaces(line):
    assert parted_words(line).replace(" ", "") == line.replace(" ", "")


UNITS = ["Home\n", "Home\n\n", "Comments\n", f"{VOTE}\n", "By Jane Doe\n", "Jane Doe\n3 May 2024\n", "Tags: a\n", "a b c d e f g.\n", "Reporting by A\n", "12 Comments\nx\n", "Foto: a/b\n"]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_on_pages_ends_soon(unit):
    """Rules that took more than linear time would take hours here."""
    page = (
        "Home\nNews\nSport\nSign in\nMenu\nSearch\nHarbour to close\n\n" + VOTE + "\n" + unit * (200_000 // len(unit))
    )

    assert list(text.page(f"{page}\n{MONEY}\n", "page.txt", Options()))
