"""By whom and when a page is that was copied whole: what says so beside the headline, and what only seems to."""

import pytest
from pasted import MENU, MONEY, VOTE, article_of, page

from newssearch.readers.bylines.newsroom import is_wire
from newssearch.readers.dates.labels import label

STORY = [VOTE, "", MONEY, "", f"{VOTE} It was close."]
SIGNED = [
    ["Veröffentlicht am 12. Juni 2017 von gizzmo"],
    ["Posted on 12 June 2017 by gizzmo | Leave a comment"],
    ["12. Juni 2017 @ 18:13 // Autor: gizzmo // ~ Lesezeit: 1 Minute"],
    ["Geschrieben von gizzmo am 12.06.2017 22:30"],
    ["12.Juni 2017 um 09:43 · von gizzmo · 6 Kommentare"],
    ["Veröffentlicht: 12.06.2017 | Autor: gizzmo | Abgelegt unter: Hafen"],
]


@pytest.mark.parametrize("lines", SIGNED)
def test_beside_a_date_a_name_of_one_word_is_an_authors_behind_by(lines):
    article = article_of(page("Harbour to close for repairs", "", *lines, "", *STORY))

    assert [author.name for author in article.authors] == ["gizzmo"]
    assert str(article.published)[:10] == "2017-06-12"


NEXT_TO = [
    ["3 May 2024", "Jane Doe", ""],
    ["3 May 2024", "Jane Doe", "1 Comment", ""],
    ["The city says that repairs will take two weeks", "Jane Doe / EFE", "Harbour", "3 May 2024", ""],
    ["Par Jane Doe (avec AFP)", "3 May 2024", ""],
    ["Door onze redacteur Jane Doe", "3 May 2024", ""],
    ["opracowanie: Jane Doe", "3 May 2024", ""],
    ["Interview: Jane Doe", "3 May 2024", ""],
    ["Post author By Jane Doe", "Post date May 3, 2024", ""],
    ["Jane Doe", "Jane Doe es historiadora y vive en Harbour", "3 May 2024", ""],
]


@pytest.mark.parametrize("lines", NEXT_TO)
def test_names_are_an_authors_where_something_next_to_them_says_so(lines):
    article = article_of(page("Harbour to close for repairs", "", *lines, *STORY))

    assert [author.name for author in article.authors] == ["Jane Doe"]
    assert str(article.published) == "2024-05-03"


@pytest.mark.parametrize("bio", ["Jane Doe is a writer of books.", "JANE DOE Is a senior editor of the paper"])
def test_names_above_a_standfirst_are_an_authors_where_it_is_told_below_who_that_is(bio):
    top = ["Jane Doe", "", "The city says that repairs will take two weeks", "", "3 May 2024", ""]

    article = article_of(
        page("Harbour to close for repairs", "", *top, *STORY, "", bio, "", "She may be asked for more.")
    )

    assert [author.name for author in article.authors] == ["Jane Doe"]


@pytest.mark.parametrize("line", ["DIMINUIR FONTE", "Harbour Life", "Listen Now"])
def test_buttons_and_the_sites_own_name_below_a_date_are_nobodys(line):
    lines = ["Harbour to close for repairs", "", "3 May 2024", line, "Text Size", "", *STORY]

    article = article_of(page(*lines, menu=[*MENU, "Harbour Life"]))

    assert article.authors == ()
    assert line in article.boilerplate


AROUND = [
    (["Par Jane Doe et Al Roe (avec AFP)", "Publié le 3 mai 2024", ""], []),
    ([], ["", "Aktualisiert: 03.05.2024"]),
    ([], ["", "Datum: 03.05.2024", "Autor: Jane Doe"]),
    ([], ["", "zuletzt bearbeitet: 03.05.2024, 08:27 Uhr"]),
]


@pytest.mark.parametrize(("above", "below"), AROUND)
def test_a_byline_or_a_labelled_date_may_stand_around_headline_and_text(above, below):
    article = article_of(page(*above, "Harbour to close for repairs", "", *STORY, *below))

    assert str(article.published or article.updated)[:10] == "2024-05-03"
    assert not above or [author.name for author in article.authors] == ["Jane Doe", "Al Roe"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Publicerad", "published"),
        ("Data publikacji:", "published"),
        ("Aktualizacja:", "updated"),
        ("Laatste update:", "updated"),
        ("Ultima modifica", "updated"),
        ("기사수정", "updated"),
        ("配信", "published"),
        ("Stand: ", "updated"),
        ("Standpunkt", ""),
        ("The datum was old", ""),
        ("(modifica l'", "updated"),
        ("Опубліковано:", "published"),
        ("نُشر:", "published"),
        ("آخر تحديث:", "updated"),
    ],
)
def test_a_label_says_which_date_stands_behind_it(text, said):
    assert label(text) == said


@pytest.mark.parametrize(
    ("text", "is_one"), [("dpa/lno", True), ("dpa", True), ("AP/Jane Doe", False), ("dpa/LNO", False)]
)
def test_a_wire_may_name_its_desk(text, is_one):
    assert is_wire(text) is is_one
