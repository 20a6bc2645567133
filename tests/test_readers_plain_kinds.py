"""What stands above, between and below the paragraphs of a page, kind by kind, and what looks like it and stays."""

import pytest
from pasted import MONEY, VOTE, article_of, page

HEAD = ["Harbour to close", "", "By Jane Doe", "3 May 2024", ""]
LAST = "The mayor said on Friday that nobody should have to wait that long."

BETWEEN = [
    ["Trade", "Why rice may become dear in the autumn", "Few ships go there. More"],
    ["Handel", "Warum Reis im Herbst teuer werden könnte", "Es fahren wenige Schiffe. mehr"],
    ["Climate & Sea", "Buoys near the old pier went dark for months", "Nobody knew of it in town.", "Sept. 14, 2023"],
    ["• Boats in winter: the people who paint them"],
    ["quay.example", "Storm warning for the whole coast - News - Quay", "Up to ninety waves an hour (QUAY)"],
    ["We need your consent to load this content, which may set cookies on your device.", "Accept all"],
    ["Um eingebettete Inhalte anzuzeigen, ist deine Einwilligung in die Übermittlung von Daten notwendig."],
    ["To view this video please enable JavaScript, and consider a browser that supports it."],
    ["How captains read a shrinking river", "04:12"],
    ["VIDEO04:37", "The mayor: We count every boat in the harbour", "Quay in the Morning"],
    ["@annpoe", "Ok so I need your help with this boat", "♬ original sound - ann poe"],
    ["Quay event", "Join ten thousand sailors at the quay", "All of them will be there in May.", "Register now"],
    ["Songs of the sea, with unlimited access to all of them", "Try for free"],
    ["Do you live by a harbour? We would like to hear from you. Email us at quay@harbour.example."],
    ["Read More", "They Sold Their Boats. The Harbour Had Already Gone."],
    ["Related stories", "I left the sea to run a shop. Here is what I know.", "Bridge opens at last", "Boats are dear"],
    ["» READ MORE: The pier may open again. Here’s who would pay."],
    ["The boats in June.Ann Poe for QUAY"],
    ["The boats in June. (Quay West: Ann Poe)"],
    ["The boats in June(Image: Ann Poe)"],
    ["“Nobody in the spring would lose their home”", "Ann Poe", "Minister"],
]  # fmt: skip


@pytest.mark.parametrize("aside", BETWEEN)
def test_what_is_another_storys_or_the_pages_own_is_none_of_the_article(aside):
    told = [
        VOTE,
        MONEY + " Nobody in the spring would lose their home, she said.",
        f"{LAST} {VOTE} {MONEY} {LAST}",
    ]

    article = article_of(page(*HEAD, told[0], "", told[1], "", *aside, "", told[2]))

    assert article.paragraphs == told
    assert set(aside) <= set(article.boilerplate.split("\n"))


CAPTIONS = [
    ["A row of grey boats at a wall.", "The boats of the council wait in the rain.", "Credit: Quay News"],
    ["Boats wait in the rain by the quay.", "Ann Poe/The Quay"],
    ["Boats wait in the rain by the quay.", "ANN POE ann@harbour.example"],
    ["Boats wait in the rain by the quay.", "Ann Poe | Quay Press | Quay Images"],
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_line_directly_above_a_credit_is_its_caption_where_blank_lines_part_paragraphs(caption):
    article = article_of(page(*HEAD, VOTE, "", *caption, "", MONEY, "", LAST))

    assert article.paragraphs == [VOTE, MONEY, LAST]
    assert set(caption) <= set(article.boilerplate.split("\n"))


def test_a_line_above_a_credit_stays_where_each_line_is_a_paragraph():
    article = article_of(page(*HEAD, VOTE, MONEY, "Ann Poe/The Quay", LAST))

    assert {VOTE, MONEY, LAST} <= set(article.paragraphs)


def test_points_in_a_row_above_the_first_paragraph_are_none_of_it():
    points = ["The harbour closes for a year.", "The state will pay for it.", "Nobody will lose a home."]

    article = article_of(page(*HEAD, *points, "", VOTE, "", MONEY, "", LAST))

    assert article.paragraphs == [VOTE, MONEY, LAST]


def test_short_paragraphs_that_blank_lines_part_are_no_points():
    short = ["The harbour closes for a year.", "The state will pay for it.", "Nobody will lose a home."]

    article = article_of(page(*HEAD, *[line for text in (*short, VOTE, MONEY) for line in (text, "")], LAST))

    assert article.paragraphs == [*short, VOTE, MONEY, LAST]


TAILS = [
    ["Write to Jane Doe at jane@harbour.example"],
    ["Jane Doe can be reached at jane@harbour.example. Follow her @janedoe."],
    ["Corrections & Amplifications", "An earlier version of this article misstated the length of the pier."],
    ["Correction, May 4: The pier is two miles long."],
    ["This story was originally published May 3, 2024 at 2:07 PM."],
    ["Harbour reporter Ann Poe contributed to this report."],
    ["— With assistance from Ann Poe and Max Roe"],
    ["Quelle: H.A.Z."],
    ["Do you have any pictures of the pier? Send them to us.", "Submit Correction", "View Guidelines"],
    ["About the writer", "Jane Doe has lived by the sea for long, and writes about it."],
]  # fmt: skip


@pytest.mark.parametrize("tail", TAILS)
def test_what_stands_below_the_last_paragraph_is_none_of_the_article(tail):
    article = article_of(page(*HEAD, VOTE, "", MONEY, "", LAST, "", *tail))

    assert article.paragraphs == [VOTE, MONEY, LAST]


@pytest.mark.parametrize(
    "last",
    [
        "Write to nobody, she said, and wait for the boats to come in again.",
        "Corrections to the plan were made on Friday, said the mayor of the town.",
        "The source of the Aare is a glacier, and nobody lives there in the winter.",
        "“We need your consent to load the boats,” he said, and nobody allowed it to him.",
    ],
)
def test_a_last_paragraph_that_only_begins_so_is_the_articles(last):
    assert article_of(page(*HEAD, VOTE, "", MONEY, "", last)).paragraphs == [VOTE, MONEY, last]


def test_the_questions_of_an_interview_are_of_its_text_be_they_short_or_long():
    long = "When the council met in April and nobody had told the people of the town, what did you do, and why so late?"
    asked = [long, "And then?", long.replace("April", "May"), "Who pays?"]
    lines = [line for question in asked for line in (question, "", VOTE.replace("Monday", question[:6]), "")]

    article = article_of(page(*HEAD, MONEY, "", *lines))

    assert set(asked) <= set(article.paragraphs)


def test_a_paragraph_between_two_boxes_is_the_articles_where_what_follows_tells_of_it():
    offer = [
        "Start your day with all that you need to know",
        "Morning news, every day.",
        "Enter your email address",
        "Sign up",
    ]
    first = (
        "The council of Northport voted on Monday to close the harbour for a year, a decision that surprised the"
        " fishermen and the owners of the ferries, of whom some had learned of it from the radio on the same morning."
    )
    second = (
        "The mayor, Ann Poe, said that repairs of the oldest pier would cost more than the town earns in ten years, and"
        " that the ministry had promised to pay for the crane and for the new breakwater alone."
    )
    story = [first, second, "Fishermen under their chairman, Max Roe, want the smaller basin to stay open in winter."]
    between = "Somebody has even put a notice on a lamp post."
    behind = (
        "The council and the mayor will meet the fishermen and the ministry about the ferries in spring, Ann Poe said."
    )

    found = article_of(page("Harbour to close", "By Ann Doe", "", *story, *offer, between, *offer, behind))

    assert found.paragraphs == [*story, between, behind]
