"""Boilerplate: what pages print around an article, and paragraphs that only look like it."""

import pytest

from newssearch.readers.plain.boilerplate import is_line, part

LINES = [
    "Share", "Share this article", "Facebook Twitter Email", "Copy link", "Share on Facebook", "Print",
    "Sign up for our newsletter", "Sign up for our daily newsletter.", "Subscribe to our channel",
    "Get the latest news delivered to your inbox", "Follow us on Twitter", "Advertisement", "ADVERTISEMENT",
    "Story continues below", "© 2025 The Daily Harbour", "Copyright 2025 The Daily Harbour. All rights reserved.",
    "All rights reserved", "ⓒ 하버 무단 전재 및 재배포 금지", "5 min read", "View comments", "Read more: Fish prices rise again",
    "Related: Boats for sale in the north", "Anzeige", "Skip advertisement",
    "Sign up here.", "3 hours ago", "Updated 2 hours ago", "vor 3 Stunden", "il y a 2 heures", "3시간 전", "2 minuti di lettura",
    "Temps de Lecture 4 min.", "Lesezeit: 3 Minuten", "3 min de lectura", "Reading time: 4 minutes", "Comments (12)", "12 comments",
    "Add us on Google", "Add The Harbour as a preferred source on Google", "Reuse this content",
]  # fmt: skip
CAPTIONS = [
    "The harbour road. Photograph: Ann Poe/AP", "Image source, PA Media", "Image caption, The mayor of Harbour",
    "(AP Photo/Ann Poe)", "The mayor on Monday, May 6, 2024. REUTERS/Jane Doe/File Photo", "Foto: Eva Klein/dpa",
    "The mayor on Monday. (Photo by Ann Poe/Getty Images)", "Photo: Ann Poe", "The mayor speaks. Ann Poe/AFP/Getty Images",
    "© Ann Poe / Reuters", "Le port lundi. Crédits : Jean Dupont / AFP", "Ann Poe via Getty Images",
    "FILE - The mayor speaks in Harbour. (AP Photo/Ann Poe, File)", "시장이 연설하고 있다. 사진=연합뉴스",
]  # fmt: skip
NO_CAPTIONS = [
    "She works for Reuters.", "The photograph shows a road, he said.", "By Jane Doe/AP", "JANE DOE/AP", "Reuters/Ipsos",
    "(Reporting by Jane Doe; Editing by Al Roe)", "LONDON (AP) — The council met.", "A bank that gave credit: Harbour Bank",
    "Image: what the mayor wants to be.", "Picture: Imperfect", "Photo finish in Harbour race",
]  # fmt: skip


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_line_that_ends_with_whose_picture_it_is_is_a_caption(line):
    assert part(["It fell.", line, "It rose."]) == (["It fell.", "It rose."], [line])


def test_a_text_that_is_but_a_caption_is_a_text():
    assert part(["The harbour, pictured (file photo).", "Share"]) == (
        ["The harbour, pictured (file photo)."],
        ["Share"],
    )


@pytest.mark.parametrize("line", NO_CAPTIONS)
def test_a_line_that_only_names_pictures_or_agencies_is_no_caption(line):
    assert part(["It fell.", line, "It rose."]) == (["It fell.", line, "It rose."], [])


SENTENCES = [
    "Sign up for a class, she said, and you will learn.", "Subscribe to that view and you are lost.", "He shared this.",
    "Copyright law in Europe is old.", "Print is dead.", "The advertisement was banned.", "Related work is under way.",
    "Readers can sign up for our newsletter, the mayor said.", "Follow the money, he said.", "Comment is free.", "", "(12)", "X", "Email", "Comments",
    "Sign up here and lose, he said.", "3 hours ago he left.", "He left 3 hours ago.", "Reading takes 4 minutes.", "Google",
    "Facebook said on Monday that Twitter had copied it.",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_is_wholly_boilerplate_is_known(line):
    assert is_line(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_mentions_such_words_is_the_articles(line):
    assert not is_line(line)


HEADINGS = [
    "WEEKLY HOT", "Most read", "Most Popular", "MOST READ IN WORLD", "Related articles", "Related stories:", "You may also like",
    "Read more", "Read also", "Recommended", "Recommended for you", "Trending", "Trending now", "More from The Harbour",
    "Top stories", "Don't miss", "Editors' picks", "Lesen Sie auch", "À lire aussi", "Lo más leído", "Leia também",
    "Leggi anche", "많이 본 뉴스", "관련기사", "Explore more on these topics", "関連記事", "相关新闻",
]  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    "items", [["- 1Fish prices rise", "- 2Boats for sale"], ["Fish prices rise", "Boats for sale"]]
)
def test_a_list_under_a_heading_is_boilerplate(heading, items):
    assert part(["It fell.", heading, *items]) == (["It fell."], [heading, *items])


SHARED = [
    ["Share", "X", "Email", "Save"],
    ["Facebook", "X"],
    ["X", "Email", "Save"],
    ["Comments", "(12)"],
]


@pytest.mark.parametrize("buttons", SHARED)
def test_buttons_are_boilerplate_by_their_company(buttons):
    assert part(["It fell.", *buttons, "It rose."]) == (["It fell.", "It rose."], [line for line in buttons if line])


@pytest.mark.parametrize("lines", [["X", "It rose."], ["Comments", "It rose."], ["(12)", "(13)", "(14)", "It rose."]])
def test_a_word_alone_is_no_button(lines):
    assert part(["It fell.", *lines]) == (["It fell.", *lines], [])


def test_the_line_below_an_offer_of_a_newsletter_is_the_offers_where_both_stand_alone():
    box = ["Sign up to our newsletter", "Get the news each morning"]

    assert part(["It fell.", "", *box, "", "It rose."]) == (["It fell.", "", "", "It rose."], box)
    assert part(["It fell.", *box, "It rose."]) == (["It fell.", box[1], "It rose."], box[:1])


def test_paragraphs_behind_a_list_are_the_articles():
    lines = ["It fell.", "Most read", "- 1 Fish", "- 2 Boats", "What happens next", "It will rise."]

    assert part(lines) == (["It fell.", "What happens next", "It will rise."], ["Most read", "- 1 Fish", "- 2 Boats"])


@pytest.mark.parametrize("heading", ["Top stories", "Trending", "More on the plan"])
def test_a_heading_above_paragraphs_is_the_articles(heading):
    lines = ["It fell.", heading, "It will rise on Monday."]

    assert part(lines) == (lines, [])


def test_a_wrapped_sentence_is_never_cut():
    lines = ["The mayor and her party declined to", "comment and to", "print", "the letter."]

    assert part(lines) == (lines, [])
