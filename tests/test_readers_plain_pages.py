"""Web pages that were copied whole: where the article is among menus, lists, comments and notices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pasted import FOOTER, MENU, MENU_ABROAD, MONEY, VOTE, article_of, page

from newssearch.article import Article, Subhead
from newssearch.readers import Options
from newssearch.readers.plain import text
from newssearch.readers.plain.pages import parts

STORY = [VOTE, "", MONEY, "", f"{VOTE} It was close."]


@pytest.mark.parametrize("menu", [MENU, MENU_ABROAD])
@pytest.mark.parametrize("footer", [FOOTER, ["Datenschutz", "Impressum", "Kontakt", "Mediadaten", "Karriere", "Hilfe"]])
def test_what_stands_above_the_headline_and_below_the_text_is_boilerplate(menu, footer):
    article = article_of(
        page("Harbour to close", "", "By Jane Doe", "3 May 2024", "", *STORY, menu=menu, footer=footer)
    )

    assert (article.headline, article.byline, str(article.published)) == (
        "Harbour to close",
        "By Jane Doe",
        "2024-05-03",
    )
    assert article.paragraphs == [line for line in STORY if line]
    assert article.boilerplate.split("\n") == [*menu, *footer]


LONG = f"{VOTE} {MONEY} It was close."


def test_a_headline_has_the_article_behind_it():
    others = ["Another story of the harbour closing council", "", *FOOTER]

    for above in [["Harbour to close", ""], []]:
        article = article_of("\n".join([*MENU, "", *above, LONG, "", *others]))
        assert article.body == LONG
        assert article.headline in ["", "Harbour to close"]
        assert others[0] in article.boilerplate


BELOW = [
    ["Related articles", "Ferry stops for the winter", "Bridge opens at last"],
    ["Ähnliche Beiträge", "Fähre fährt im Winter nicht", "Brücke endlich offen"],
    ["Articles similaires", "Le bac s'arrête pour l'hiver", "Le pont ouvre enfin"],
    ["Etiquetas", "puertos", "pesca"],
    [
        "Comments",
        "Ann Poe",
        "2 hours ago",
        "I never liked the harbour, and neither does anybody else whom I know in this town.",
    ],
    ["Schreibe einen Kommentar", "Deine E-Mail-Adresse wird nicht veröffentlicht. Felder mit Stern sind erforderlich."],
    ["Normas de uso", "Este espacio es para los lectores, y nadie más que ellos responde de lo que escriben aquí."],
    ["We use cookies to improve your experience, as you can read in our privacy policy, which is long."],
    ["Tags:", "Harbour", "Council"],
    [
        "Harbour bridge ferry council boats fish rain wind port mayor repairs road school north south east west coast bay dock"
    ],
    [
        "This site uses cookies. Some cookies are needed, and other cookies are not. "
        + "Nobody has to say which of them they want, or why." * 5
    ],
    ["Previous article", "Ferry stops", "Next article", "Bridge opens"],
]


@pytest.mark.parametrize("below", BELOW)
def test_lists_tags_comments_and_notices_below_the_text_are_boilerplate(below):
    article = article_of(page("Harbour to close", "", "By Jane Doe", "", *STORY, "", *below))

    assert article.paragraphs == [line for line in STORY if line]
    assert article.boilerplate.split("\n")[len(MENU) :] == [*below, *FOOTER]


def test_behind_the_heading_of_comments_nothing_is_the_articles_however_much_it_is():
    comments = [f"{number}. {VOTE} {MONEY}" for number in range(40)]

    article = article_of(
        page("Harbour to close", "", *(f"{n}. {VOTE}" for n in range(99, 109)), "", "12 Comments", "", *comments)
    )

    assert not any(comment in article.body for comment in comments)


@pytest.mark.parametrize("below", [["The city says that repairs will take two weeks"], ["The city says so."], []])
@pytest.mark.parametrize("between", [[], [""]])
def test_the_first_of_two_lines_above_the_byline_is_the_headline_and_the_second_a_standfirst(between, below):
    lines = ["Harbour to close for repairs", *between, *below, *between, "By Jane Doe", "3 May 2024", "", *STORY]

    article = article_of(page(*lines))

    assert article.headline == "Harbour to close for repairs"
    assert article.paragraphs[: len(below) + 1] == [*below, VOTE]


def test_a_headline_that_is_printed_again_among_teasers_is_the_headline():
    teasers = ["Bridge opens at last", "", "Harbour to close for repairs", "", "Ferry stops for the winter"]

    article = article_of(page("Harbour to close for repairs", "", *STORY, "", "Most read", "", *teasers))

    assert article.headline == "Harbour to close for repairs"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_of_lines_that_look_alike_the_one_that_the_article_tells_of_is_the_headline(between):
    lines = ["Harbour council votes on repairs", "Try our new crossword app today", "Learn more about our readers"]

    article = article_of(between.join([*MENU, *lines, *filter(None, STORY), *FOOTER]))

    assert article.headline == "Harbour council votes on repairs"


GLUED = [
    ("November 10, 20263:14 PM UTCUpdated 5 days ago", "", "2026-11-10T15:14:00+00:00"),
    ("Veröffentlicht am28. Juli 201928. Juli 2019", "", "2019-07-28"),
    ("ByJane Doe3 May 2024", "By Jane Doe", "2024-05-03"),
    ("Von Jane Doe am Samstag, 19. Oktober 2019 um 11:14 Uhr", "Von Jane Doe", "2019-10-19T11:14:00+00:00"),
    ("By Jane Doe | Published: July 23, 2017 | 12 comments", "By Jane Doe", "2017-07-23"),
]


@pytest.mark.parametrize(("line", "byline", "published"), GLUED)
def test_a_line_of_byline_and_date_is_read_also_where_the_copy_lost_its_spaces(line, byline, published):
    article = article_of(page("Harbour to close", "", line, "", *STORY))

    assert (article.byline, str(article.published)) == (byline, published)


SIGNED = [
    (["Anna Kowalska and Ben Ito", "Reporting from Oslo"], ["Anna Kowalska", "Ben Ito"]),
    (["Ingrid Solberg in Oslo", "Wed 18 Nov 2026 14.05 GMT"], ["Ingrid Solberg"]),
    (["A rider in Brooklyn.Credit...Jane Photo for The Harbour Times", "Ana Ley", "By Ana Ley", "Nov. 12, 2026"], ["Ana Ley"]),
    (["Share", "Save", "Gareth Pugh", "Reporting from Machynlleth", "Getty Images A bank in a high street"], ["Gareth Pugh"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "names"), SIGNED)
@pytest.mark.parametrize("standfirst", [[], ["The city says that repairs will take two weeks"]])
def test_authors_are_known_by_what_stands_next_to_them(standfirst, lines, names):
    article = article_of(page("Harbour to close", "", *standfirst, "", *lines, "", *STORY))

    assert [author.name for author in article.authors] == names
    assert article.paragraphs == [*standfirst, *(line for line in STORY if line)]


@pytest.mark.parametrize("line", ["Harbour Council", "City Hall", "Keine Vorkasse"])
def test_a_topic_among_the_items_above_the_text_is_nobodys_name(line):
    story = [f"{VOTE} So said Harbour Council and City Hall, where Keine Vorkasse was asked for.", MONEY, VOTE]

    article = article_of(page("Harbour to close", "", line, "3 May 2024", "", *story))

    assert article.authors == ()
    assert line in article.boilerplate


BESIDE = [
    (["3 May 2024", ""], [], "2024-05-03"),
    (["World", "3 May 2024", ""], [], "2024-05-03"),
    ([], ["", "First published: 3 May 2024"], "2024-05-03"),
    ([], ["", "3 May 2024"], None),
    (["3 May 2024", *MENU_ABROAD, ""], [], None),
]


@pytest.mark.parametrize(("above", "below", "published"), BESIDE)
def test_a_date_just_above_the_headline_or_with_a_label_below_the_text_is_the_articles(above, below, published):
    article = article_of(page(*above, "Harbour to close for repairs", "", *STORY, *below))

    assert (article.published and str(article.published)) == published


def test_credits_stay_in_the_text_and_lines_about_the_author_do_not():
    bio = "Jane Doe is a reporter who covers ports for The Daily Harbour."
    credits_line = "Reporting by Jane Doe; Editing by Al Roe"

    with_bio = article_of(page("Harbour to close", "", "By Jane Doe", "", *STORY, "", bio))
    credited = article_of(page("Harbour to close", "", *STORY, "", credits_line))

    assert bio in with_bio.boilerplate.split("\n")
    assert credited.paragraphs[-1] == credits_line
    assert [author.name for author in credited.authors] == ["Jane Doe"]


def test_items_that_players_and_galleries_print_again_are_boilerplate_and_subheads_are_not():
    story = [
        VOTE,
        "",
        "Video",
        "",
        MONEY,
        "",
        "What happens next",
        "",
        VOTE.replace("Monday", "Friday"),
        "",
        "Video",
        MONEY + " Soon.",
    ]

    article = article_of(page("Harbour to close", "", "By Jane Doe", "", *story))

    assert article.subheads == (Subhead("What happens next", 2),)
    assert article.boilerplate.split("\n").count("Video") == 2


TEXTS = [
    ["Harbour to close", "By Jane Doe", "", *STORY],
    ["Harbour to close", "", *STORY, "", "Home 2", "Away 1", "Points 3", "Goals 5", "Cards 2", "Corners 9", "Saves 4"],
    [
        "Prizes",
        "",
        VOTE,
        "Best actor: Al Roe",
        "Best film: Harbour",
        "Best score: Ann Poe",
        "Best song: Jane Doe",
        MONEY,
    ],
    [
        "Harbour to close",
        "The council voted to close the",
        "harbour for a year, which",
        "came as a surprise",
        *MENU[:5],
    ],
]


@pytest.mark.parametrize("lines", TEXTS)
def test_an_article_with_tables_or_lists_is_no_page(lines):
    assert parts.parted(lines) is None


LINES = [*MENU, *FOOTER, VOTE, MONEY, "", "", "Harbour to close", "By Jane Doe", "Jane Doe", "Comments", "Tags:", "Video", "Related articles", "LIMA (Reuters) - It fell.", "Jane Doe is a reporter.", "Ferry stops for the winter", "12 comments", "Reporting by Al Roe"]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_no_line_of_a_page_is_lost(lines):
    for item in text.page("\n".join([*MENU, *lines]), "page.txt", Options()):
        if isinstance(item, Article):
            read = [item.headline, item.body, item.boilerplate, item.byline, item.dateline, item.section]
            kept = "\n".join([*read, *(subhead.text for subhead in item.subheads)])
            assert [line for line in lines if line not in kept and not line.startswith("LIMA")] == []
