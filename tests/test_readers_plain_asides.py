"""What stands between the paragraphs of a page and is none of them, and what looks like it and is the article's."""

import pytest
from pasted import MONEY, VOTE, article_of, page

from newssearch.readers import Options
from newssearch.readers.plain import text

HEAD = ["Harbour to close", "", "By Jane Doe", "3 May 2024", ""]
LAST = "The mayor said on Friday that nobody should have to wait that long."

ASIDES = [
    ["Image", "Two people in waders stand at a wall.", "The wall in June.Credit...Ann Poe for The Harbour Times"],
    ["A crane stands by the water in the rain", "The crane on Monday. (Courtesy of the Poe family)"],
    ["Boats at the quay on Monday. Ann Poe/The Quay"],
    ["Boats at the quay in the spring of 1967.COURTESY OF ANN POE"],
    ["Boats at the quay in the rain", "Boats at the quay in the rainAnn Poe - THE QUAY"],
    ["[촬영 홍길동]"],
    ["Open this photo in gallery:"],
    ["Bild vergrößern"],
    ["SKIP ADVERTISEMENT"],
    ["The Quay", "All of the harbour, once a week.", "Enter your email", "Sign up", "By signing up, you agree to our terms."],
    ["Newsletter", "Le port", "Chaque samedi, ce que dit le quai", "S'inscrire"],
    ["Boletín del puerto", "Las noticias del muelle, cada mañana en tu buzón", "Apúntate"],
    ['Newsletter "Nad wodą"', "W każdą środę wybieramy pięć statków, o których warto wiedzieć.", "Zapisz się"],
    ["View this post on Instagram", "A post shared by The Quay (@thequay)"],
    ["Ann Poe", "@annpoe", "Oh dear. Who would have thought it?", "3:15 PM · May 3, 2024", "12K", "Reply", "Copy link"],
    ["[Video]", "02:14", "How they closed a whole harbour in one night"],
    ["MAN OF NINETY SAILS ROUND THE WHOLE BAY"],
    ["Also On THE QUAY", "The ferry stops. The bus does not.", "By Ann Poe", "Bridge opens at last"],
    ["Mirá también", "El barco que soñó un pueblo"],
    ["اقرأ أيضاً", "عودة السفينة إلى الميناء"],
    ["More: These ten towns have lost their harbour since 2020"],
    ["Log in or create a free account to listen to this article."],
]  # fmt: skip


@pytest.mark.parametrize("blank", [[""], []])
@pytest.mark.parametrize("aside", ASIDES)
def test_what_stands_between_two_paragraphs_and_is_none_of_the_article_is_boilerplate(aside, blank):
    article = article_of(page(*HEAD, VOTE, "", MONEY, *blank, *aside, *blank, LAST))

    assert article.paragraphs == [VOTE, MONEY, LAST]
    assert article.subheads == ()


@pytest.mark.parametrize(
    "aside", [["Image", "The wall in June. Photo: Ann Poe"], ["Read more", "Ferry stops for the winter"]]
)
@pytest.mark.parametrize("heading", ["What happens next", "Who pays?"])
def test_a_heading_directly_above_a_paragraph_stays_with_it(aside, heading):
    lines = [VOTE, "", MONEY, "", *aside, "Bridge opens at last" if len(aside) > 1 else "", "", heading, LAST]

    article = article_of(page(*HEAD, *lines))

    assert heading in [*article.paragraphs, *(subhead.text for subhead in article.subheads)]
    assert LAST in article.paragraphs


KEPT = [
    "Nobody knew.",
    "The only room in town where the old and the young sat near each other",
    "He read the summary of the report, in which AI is named three times.",
    "Subscribe to a paper, she said: it is cheaper than a boat.",
    "She works for Poe/Quay.",
]


@pytest.mark.parametrize("line", KEPT)
def test_what_only_looks_like_that_is_the_articles(line):
    article = article_of(page(*HEAD, VOTE, "", line, "", MONEY, "", LAST))

    assert line in [*article.paragraphs, *(subhead.text for subhead in article.subheads)]


def test_a_table_and_the_paragraphs_of_which_it_tells_are_the_articles():
    table = [
        "ROWING",
        "Harbour def. Quay 3-1",
        "Points: Anders 9, Brandt 6",
        "Fouls: Brandt 2",
        "Harbour 1 1 1",
        "Quay 0 1 0",
    ]
    told = "Then Anders and Brandt rowed home, and the council of the harbour town was at the quay to see them."

    article = article_of(page(*HEAD, VOTE, "", MONEY, "", *table, "", told))

    assert article.paragraphs == [VOTE, MONEY, *table, told]


def test_below_each_time_an_article_that_is_told_in_pieces_goes_on():
    pieces = [[f"{n} min ago", f"{VOTE} It was the piece of {n}.", "Link Copied!", ""] for n in range(5, 50, 5)]

    article = article_of(page(*HEAD, *(line for piece in pieces for line in piece)))

    assert article.paragraphs == [piece[1] for piece in pieces]


@pytest.mark.parametrize("offer", ["Subscribe to unlock this article", "Abonnez-vous pour lire la suite"])
def test_behind_the_offer_of_the_rest_nothing_is_the_articles(offer):
    below = ["Only $1 for 4 weeks", "All of the harbour on any device. Cancel at any time of your trial.", "Premium"]

    article = article_of(page(*HEAD, VOTE, "", MONEY, "", LAST, "", offer, "", *below))

    assert article.paragraphs == [VOTE, MONEY, LAST]


TAILS = [
    "Do you have an opinion on the harbour? Write to us.",
    "Har du tips til saken? Send oss en e-post.",
    "Tem alguma sugestão de reportagem? Mande para o jornal.",
    "Doe is based in the town, and Ann Poe is a reporter who covers boats.",
    "Ann Poe is a reporter who covers boats for the paper.",
    "Jane Doe",
]


@pytest.mark.parametrize("line", TAILS)
def test_calls_to_readers_and_lines_about_authors_at_the_end_are_boilerplate(line):
    article = article_of(page(*HEAD, VOTE, "", MONEY, "", LAST, "", line))

    assert article.paragraphs == [VOTE, MONEY, LAST]


UNITS = ["Sign up\n", "x\nSign up\n", "@ann\n", "Summary\n", "Summary\nx.\nAI generated\n", "Poll\nWas it?\na\nb\n", "[Video]\n", "3 min ago\n", "a b c d e f g h i\n", "A/B [A/B]\n", "By signing up \n", "Source: x\n"]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_on_asides_ends_soon(unit):
    """Rules that took more than linear time would take hours here."""
    lines = page(*HEAD, VOTE, "", MONEY, "", unit * (200_000 // len(unit)), LAST)

    assert list(text.page(lines, "page.txt", Options()))
