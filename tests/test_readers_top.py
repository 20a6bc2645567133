"""The top of a text as it is copied from a page: headline, byline, dates and section, and where they end."""

import pytest
from pasted import MONEY, VOTE, article_of

from newssearch import readers
from newssearch.article import Article, Author, Subhead
from newssearch.readers import Options, Remark
from newssearch.readers.plain import text

TOPS = [
    # the lines between headline and first paragraph, byline, names, published, updated
    ([], "", [], None, None),
    (["By Jane Doe"], "By Jane Doe", ["Jane Doe"], None, None),
    (["Jane Doe"], "Jane Doe", ["Jane Doe"], None, None),
    (["JANE DOE and JOHN ROE"], "JANE DOE and JOHN ROE", ["JANE DOE", "JOHN ROE"], None, None),
    (["By", "Jane Doe"], "By Jane Doe", ["Jane Doe"], None, None),
    (["By Jane Doe", "Staff Writer", "jane@harbour.example"], "By Jane Doe, Staff Writer", ["Jane Doe"], None, None),
    (["May 3, 2024", "By Jane Doe"], "By Jane Doe", ["Jane Doe"], "2024-05-03", None),
    (["By Jane Doe | May 3, 2024, 2:05 p.m. ET"], "By Jane Doe", ["Jane Doe"], "2024-05-03T14:05:00-04:00", None),
    (["jane@harbour.example | 2024-05-03 08:33:37"], "jane@harbour.example", [], "2024-05-03T08:33:37+00:00", None),
    (["Published: 3 May 2024 14:05 BST", "Updated: 4 May 2024 09:00 BST"], "", [], "2024-05-03T14:05:00+01:00", "2024-05-04T09:00:00+01:00"),
    (["Published", "3 May 2024", "Last updated", "4 May 2024, 10:00"], "", [], "2024-05-03", "2024-05-04T10:00:00+00:00"),
    (["Published May 3, 2024 Updated May 4, 2024"], "", [], "2024-05-03", "2024-05-04"),
    (["Updated May 4, 2024"], "", [], "2024-05-04", "2024-05-04"),
    (["Updated 10:41 AM CDT, October 8, 2024"], "", [], "2024-10-08T10:41:00-05:00", "2024-10-08T10:41:00-05:00"),
    (["Stand: 3.5.2024, 10:00 Uhr"], "", [], "2024-05-03T10:00:00+00:00", "2024-05-03T10:00:00+00:00"),
    (["September 12, 2024 6:08 PM GMT+2 Updated 2 hours ago"], "", [], "2024-09-12T18:08:00+02:00", None),
    (["Actualizado Miércoles, 30 octubre 2024 - 22:15"], "", [], "2024-10-30T22:15:00+00:00", "2024-10-30T22:15:00+00:00"),
    (["3 maggio 2024 ore 10:00"], "", [], "2024-05-03T10:00:00+00:00", None),
    (["World | May 3, 2024"], "", [], "2024-05-03", None),
    (["Jane Doe | May 3, 2024"], "Jane Doe", ["Jane Doe"], "2024-05-03", None),
    (["By Ann E. Doe", "and Robert Roe"], "By Ann E. Doe and Robert Roe", ["Ann E. Doe", "Robert Roe"], None, None),
    (["By Ann E. Doe and", "Robert Roe"], "By Ann E. Doe and Robert Roe", ["Ann E. Doe", "Robert Roe"], None, None),
    (["Jane Doe, Al Poe and John Roe in London", "May 3, 2024"], "Jane Doe, Al Poe and John Roe in London", ["Jane Doe", "Al Poe", "John Roe"], "2024-05-03", None),
    (["Jane Doe in Paris and John Roe in London", "May 3, 2024"], "Jane Doe in Paris and John Roe in London", ["Jane Doe", "John Roe"], "2024-05-03", None),
    (["Jane Doe", "Staff reporter, The Daily Harbour", "May 3, 2024"], "Jane Doe, Staff reporter, The Daily Harbour", ["Jane Doe"], "2024-05-03", None),
    (["By Staff", "May 3, 2024"], "By Staff", [], "2024-05-03", None),
    (["By Jane Doe", "X", "Email", "Save", "Add us on Google", "May 3, 2024"], "By Jane Doe", ["Jane Doe"], "2024-05-03", None),
    (["2 minuti di lettura", "3 maggio 2024"], "", [], "2024-05-03", None),
    (["Temps de Lecture 4 min.", "Publié le 3 mai 2024"], "", [], "2024-05-03", None),
    (["Publié le 3 mai 2024 à 14h05, mis à jour le 4 mai 2024 à 9h00", "Par Jean Dupont"], "Par Jean Dupont", ["Jean Dupont"], "2024-05-03T14:05:00+00:00", "2024-05-04T09:00:00+00:00"),
    (["입력 2025.09.28 08:33 수정 2025.09.28 10:00", "김철수 기자"], "김철수 기자", ["김철수"], "2025-09-28T08:33:00+00:00", "2025-09-28T10:00:00+00:00"),
    (["Sunday, 28 September 2025"], "", [], "2025-09-28", None),
    (["Share", "Facebook Twitter Email", "By Jane Doe", "5 min read"], "By Jane Doe", ["Jane Doe"], None, None),
    (["Reuters", "May 3, 2024"], "Reuters", [], "2024-05-03", None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "byline", "names", "published", "updated"), TOPS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_byline_and_dates_stand_in_any_order_below_the_headline(between, lines, byline, names, published, updated):
    article = article_of(between.join(["Harbour to close", *lines, VOTE, MONEY]))

    assert article.headline == "Harbour to close"
    assert article.byline == byline
    assert [author.name for author in article.authors] == names
    assert (article.published and str(article.published)) == published
    assert (article.updated and str(article.updated)) == updated
    assert article.paragraphs == [VOTE, MONEY]


PLACED = [
    ("New Delhi | Updated: April 5, 2024 10:12 IST", "New Delhi", "2024-04-05T10:12:00+05:30"),
    ("Updated - October 15, 2024 09:12 pm IST - CHENNAI", "CHENNAI", "2024-10-15T21:12:00+05:30"),
    ("Madrid - 05 NOV 2024 - 13:20 CET", "Madrid", "2024-11-05T13:20:00+01:00"),
    ("CAIRO/JERUSALEM | Aug 22, 2024 14:10 GMT", "CAIRO/JERUSALEM", "2024-08-22T14:10:00+00:00"),
]


@pytest.mark.parametrize(("line", "place", "published"), PLACED)
def test_a_place_beside_the_date_is_the_articles_where_no_dateline_gives_one(line, place, published):
    bare = article_of(f"Harbour to close\n{line}\n{VOTE}\n{MONEY}")
    with_dateline = article_of(f"Harbour to close\n{line}\nLIMA (Reuters) - {VOTE}\n{MONEY}")

    assert (bare.place, str(bare.published), bare.paragraphs) == (place, published, [VOTE, MONEY])
    assert (with_dateline.place, with_dateline.paragraphs) == ("LIMA", [VOTE, MONEY])


def test_the_top_ends_at_a_list_of_other_articles():
    top = ["By JOHN DOE", "PUBLISHED: 10:00, 3 May 2024 | UPDATED: 11:00, 3 May 2024"]
    article = article_of(
        "\n".join(["Harbour to close", *top, VOTE, "Most Read News", "Fish rises", "Boats fall", MONEY])
    )

    assert (article.byline, article.agency, article.authors) == ("By JOHN DOE", "", (Author(name="JOHN DOE"),))
    assert article.paragraphs == [VOTE, MONEY]
    assert article.boilerplate.split("\n") == ["Most Read News", "Fish rises", "Boats fall"]


@pytest.mark.parametrize(
    "line", ["BBC News", "Staff Writer", "Jane Doe, Reporter", "▲ 김철수 기자 /뉴시스", "All News"]
)
def test_below_the_first_paragraph_only_by_begins_a_byline(line):
    article = article_of(f"Harbour to close\nMay 3, 2024\n{VOTE}\n{line}\n{MONEY}")

    assert (article.byline, article.agency, article.authors) == ("", "", ())
    assert line in article.body.split("\n") or article.subheads == (Subhead(line, 1),)


def test_a_known_wire_in_the_dateline_wins_over_a_newsroom():
    assert article_of(f"Harbour\nJane Doe, Harbour News\nMay 3, 2024\nLIMA (Reuters) - {VOTE}").agency == "Reuters"
    assert article_of(f"Harbour\nJane Doe, AFP\nMay 3, 2024\nLIMA (Reuters) - {VOTE}").agency == "AFP"


def test_a_section_in_capitals_above_the_headline_is_the_section():
    kicked = article_of(f"WORLD NEWS\nHarbour to close for a year\nBy Jane Doe\n{VOTE}")
    alone = article_of(f"WORLD NEWS\nBy Jane Doe\n{VOTE}")

    assert (kicked.section, kicked.headline, kicked.byline) == (
        "WORLD NEWS",
        "Harbour to close for a year",
        "By Jane Doe",
    )
    assert (alone.section, alone.headline, alone.byline) == ("", "WORLD NEWS", "By Jane Doe")


def test_an_email_below_a_name_is_that_persons():
    article = article_of(f"Harbour to close\nBy Jane Doe\njane@harbour.example\n{VOTE}")

    assert article.authors == (Author(name="Jane Doe", email="jane@harbour.example"),)


def test_a_line_between_headline_and_byline_is_the_first_paragraph():
    article = article_of(f"Harbour to close\nFishermen fear the worst\nBy Jane Doe\n{VOTE}")

    assert article.paragraphs == ["Fishermen fear the worst", VOTE]
    assert article.byline == "By Jane Doe"


@pytest.mark.parametrize(
    "line",
    [
        "By the time it ended, all had gone.",
        "Breaking News",
        "What happened?",
        "John Roe, president of Peru",
        "Died May 3, 2024",
        "Rich List, Sunday Times",
    ],
)
def test_a_line_that_names_nobody_is_no_byline(line):
    article = article_of(f"Harbour to close\n{line}\n{VOTE}")

    assert article.authors == ()
    assert article.paragraphs == [line, VOTE]


def test_an_ambiguous_date_is_left_out_and_named():
    remark, article = text.page(f"Harbour to close\n10/11/2025\n{VOTE}", "page.txt", Options())

    assert remark == Remark("page.txt", "10/11/2025 may be two dates: left out", lost=False)
    assert isinstance(article, Article)
    assert article.published is None


def test_a_date_inside_a_paragraph_is_not_the_articles():
    article = article_of(f"Harbour to close\nThe council agreed on May 3, 2024 to close it.\n{VOTE}\n{MONEY}")

    assert article.published is None
    assert article.paragraphs[0] == "The council agreed on May 3, 2024 to close it."


def test_a_chronicles_dates_are_not_the_articles():
    article = article_of(f"Harbour to close\nMay 9, 2024\n{VOTE}\nMay 5, 2024\n{MONEY}")

    assert (str(article.published), article.updated) == ("2024-05-09", None)
    assert article.paragraphs == [VOTE, MONEY]
    assert article.subheads == (Subhead("May 5, 2024", 1),)


LEADS = [
    "WASHINGTON — The City Council approved a lane.",
    "BOSTON — Harvard University sued the government on Monday.",
    "GENEVA — The U.N. Human Rights Council voted on Friday.",
    "NEW YORK — A staff writer at The Times resigned.",
    "LONDON — A correspondent for the BBC was detained.",
    "SPRINGFIELD, Ill. – The City Council voted.",
    "LONDON (Reuters) - A Reuters reporter was held.",
    "The City Council approved a lane on Monday.",
    "A correspondent for the BBC was detained.",
]


@pytest.mark.parametrize("top", ["By Tom Smith\n2025-09-08\n", "By Tom Smith\n", "2025-09-08\n", ""])
@pytest.mark.parametrize("lead", LEADS)
def test_a_first_paragraph_that_names_a_newsroom_or_a_council_is_no_byline(lead, top, tmp_path):
    (tmp_path / "a.txt").write_text(
        f"The headline\n{top}{lead}\nThe second paragraph says more of it, and goes on.\n", encoding="utf-8"
    )

    (article,) = readers.read(tmp_path / "a.txt", "a.txt", readers.Options())

    assert lead.split("— ")[-1].split("– ")[-1].split(") - ")[-1] == article.paragraphs[0]


MENUS = [
    ["Home", "News", "Sport", "Sign in", "Subscribe"],
    ["Skip to content", "Menu", "Search"],
    ["Home", "", "Middle East", "", "Harbour life", "", "Weather"],
    ["Startseite", "Politik", "Anmelden"],
    ["Home > World > Europe"],
]


@pytest.mark.parametrize("menu", MENUS)
def test_a_menu_with_an_item_on_each_line_is_boilerplate(menu):
    article = article_of("\n".join([*menu, "", "Oil falls", "By Tom Smith", "3 May 2024", VOTE, MONEY]))

    assert (article.headline, article.byline, str(article.published)) == ("Oil falls", "By Tom Smith", "2024-05-03")
    assert article.boilerplate.split("\n") == list(filter(None, menu))


@pytest.mark.parametrize("headline", ["Home", "Search", "Video", "Live"])
def test_a_headline_that_is_one_word_of_menus_is_a_headline(headline):
    assert article_of(f"{headline}\nBy Tom Smith\n{VOTE}\n{MONEY}").headline == headline


@pytest.mark.parametrize(
    "menu", ["Skip to main content", "Home | World | Politics | Business", "Subscribe now for $1 a week"]
)
def test_a_menu_above_the_headline_is_boilerplate(menu, tmp_path):
    (tmp_path / "a.txt").write_text(
        f"{menu}\nThe headline\nBy Tom Smith\nThe first paragraph says it all, in a sentence.\n", encoding="utf-8"
    )

    (article,) = readers.read(tmp_path / "a.txt", "a.txt", readers.Options())

    assert (article.headline, article.boilerplate) == ("The headline", menu)


MENUS = [
    ["Menu"], ["Log in"], ["World"], ["Advertisement"], ["Home"], ["Live"], ["Home > World"], ["Post Logo"],
    ["Skip to contentSkip to site index", "U.S.", "Account", "Advertisement", ""],
    ["Post Logo", "Menu", "World", "U.S.", "Politics", "WORLD NEWS"],
    ["Post Homepage", "Skip to content", "Accessibility Help", "Your account", "Home", "Harbour life", "Menu", "Coast", "Ports"],
    ["The day's data and analytics for all that matters in ports", "Learn more about Data", "World", "Business", "More", "Subscribe"],
    ["Skip to main content", "Print subscriptions", "Sign in", "International edition", "The Post - Back to home", "News", "", "Norway"],
]  # fmt: skip


@pytest.mark.parametrize("menu", MENUS, ids=" / ".join)
def test_what_stands_above_a_headline_is_no_headline(menu):
    lines = "\n".join([*menu, "Harbour to close for two weeks of repairs", "By Jane Doe", "Sept. 3, 2025", "", VOTE])

    (article,) = text.page(lines, "page.txt", Options())

    assert article.headline == "Harbour to close for two weeks of repairs"
    assert [author.name for author in article.authors] == ["Jane Doe"]
    assert str(article.published) == "2025-09-03"


@pytest.mark.parametrize("below", ["The city says that repairs will take two weeks", ""])
def test_a_short_headline_below_a_menu_is_the_headline(below):
    lines = f"Home\nNews\nSign in\nHarbour to close\n{below}\nBy Jane Doe\n\n{VOTE}"

    (article,) = text.page(lines, "page.txt", Options())

    assert article.headline == "Harbour to close"
