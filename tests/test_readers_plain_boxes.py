"""Boxes between the paragraphs of a page: the article goes on behind them, and behind what heads its end it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pasted import FOOTER, MENU, MENU_ABROAD, MONEY, VOTE, article_of, page

from newssearch.readers import Options
from newssearch.readers.plain import text
from newssearch.readers.plain.pages import boxes

HEAD = ["Harbour to close", "", "By Jane Doe", "3 May 2024", ""]
LAST = "The mayor said on Friday that nobody should have to wait that long."
BOXES = [
    ["RELATED: Ferry stops for the winter"],
    ["Advertisement"],
    ["ADVERTISEMENT - CONTINUE READING BELOW"],
    ["Related story", "Ferry stops for the winter"],
    ["Read more", "Ferry stops for the winter", "Bridge opens at last"],
    ["MOST READ IN NEWS", "COLD SNAP", "Snow to fall this weekend", "RAIL CHAOS", "Trains cancelled again"],
    ["Newsletter", "Sign up for our morning briefing and never miss a story."],
    ["Free newsletter: The Quay", "Weekly news from the harbour", "Enter your email address", "Sign up"],
    ["Photo by Getty Images", "Getty Images"],
    ["Mehr zum Thema", "Fähre fährt im Winter nicht"],
    ["Newsletter", "Das Wichtigste am Morgen", "Jetzt kostenlos abonnieren"],
    ["+++ Lesen Sie auch: Fähre fährt im Winter nicht +++"],
    ["Anzeige"],
    ["La suite est réservée aux abonnés"],
    ["Lire aussi : Le bac s'arrête pour l'hiver"],
    ["À découvrir", "Le bac en trois cartes"],
    ["Passer la publicité"],
    ["PUBLICIDAD"],
    ["Más información", "El puerto costará tres millones", "El barco que soñó un pueblo"],
    ["LEIA MAIS", "Por que os barcos mudam de lugar"],
    ["Leggi anche: Il traghetto si ferma"],
    ["Lees ook", "Veerboot vaart niet", "ANP / Foto Marijke Bos"],
    ["Czytaj także: Prom nie popłynie", "Reklama"],
    ["Läs också: Isen kommer tidigare", "ANNONS"],
    ["Читайте также: Паром вернётся", "Реклама"],
    ["관련기사", "섬마을 뱃길 다시 열린다", "등대지기 40년"],
    ["写真：港町市提供", "関連記事", "港の夜景、今年も点灯"],
    ["延伸閱讀", "老街夜市下月搬家"],
]


@pytest.mark.parametrize("blank", [[""], []])
@pytest.mark.parametrize("box", BOXES)
def test_a_paragraph_behind_a_box_is_the_articles(box, blank):
    article = article_of(page(*HEAD, VOTE, *blank, MONEY, *blank, *box, *blank, LAST))

    assert article.paragraphs == [VOTE, MONEY, LAST]
    assert article.boilerplate.split("\n") == [*MENU, *box, *FOOTER]


@given(st.lists(st.sampled_from(BOXES), min_size=1, max_size=3))
def test_the_article_goes_on_behind_each_box(several):
    behind = [f"{LAST} So he said for the {times} time." for times in ("first", "second", "third")]
    story = [line for box, text in zip(several, behind, strict=False) for line in ("", *box, "", text)]

    article = article_of(page(*HEAD, VOTE, "", MONEY, *story))

    assert article.paragraphs == [VOTE, MONEY, *behind[: len(several)]]


BEHIND = [
    [
        "Read more",
        "Ferry stops",
        "It will not sail before the spring comes.",
        "Bridge opens",
        "It took them ten years.",
    ],
    ["Read more", "Ferry stops", "12 May 2024", "It will not sail before the spring comes, and nobody minds that."],
    ["Jane Doe", "Senior Editor", "Jane Doe is a senior editor who writes about ports for The Daily Harbour."],
    ["Tags:", "Harbour", "It will not sail before the spring comes, said everybody who was asked on Monday."],
    ["Comments: Our rules", "We want our comments to be a lively and valuable part of our community."],
    ["© 2024 The Daily Harbour", "The Daily Harbour is printed by people who have lived in the town for long."],
]


@pytest.mark.parametrize("below", BEHIND)
def test_what_stands_below_an_article_is_none_of_it_though_it_has_sentences(below):
    article = article_of(page(*HEAD, VOTE, "", MONEY, "", LAST, "", *below))

    assert article.paragraphs == [VOTE, MONEY, LAST]


@pytest.mark.parametrize("items", [["What happens next"], ["Ferry stops for the winter", "Bridge opens at last"]])
def test_behind_a_few_items_that_may_be_anything_only_a_long_paragraph_is_the_articles(items):
    lines = [VOTE, *items, "He saw that it was very good."]

    assert boxes.resumed([VOTE, *items, MONEY], 1) == len(items) + 2
    assert boxes.resumed(lines, 1) == 1


def test_a_subhead_below_an_advertisement_is_no_item_of_a_box():
    article = article_of(page(*HEAD, VOTE, "", "Advertisement", "", "What happens next", "", MONEY, "", LAST))

    assert [subhead.text for subhead in article.subheads] == ["What happens next"]


UNITS = ["Related\n", "Advertisement\n\n", "Newsletter\nx\n", "RELATED: Ferry stops\n", "· a b c d\n", "Ferry stops\nIt stops for the whole of winter.\n", "Jane Doe\n3 May 2024\n"]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_every_rule_on_boxes_ends_soon(unit):
    """Rules that took more than linear time would take hours here."""
    lines = page(*HEAD, VOTE, "", MONEY, "", unit * (200_000 // len(unit)), LAST)

    assert list(text.page(lines, "page.txt", Options()))


SHORT = [
    "Der Kai soll um zweihundert Meter länger werden.",
    "Das sei alternativlos, sagte die Bürgermeisterin am Freitag.",
    "Die Händler verlieren ihren Platz und bekommen keinen anderen.",
]


def test_a_page_with_a_menu_that_is_not_known_is_one_also_where_its_paragraphs_are_short():
    article = article_of(page("Der neue Kai hilft nur den Reedern", "", "Von Jan Roe", "", *SHORT, menu=MENU_ABROAD))

    assert article.headline == "Der neue Kai hilft nur den Reedern"
    assert article.paragraphs == SHORT


EDGES = [
    "Nobody knew.",
    "“No.”",
    "A newsletter of the council says that the wall leaks.",
    "It was over in ten minutes.",
]


@pytest.mark.parametrize("edge", EDGES)
def test_a_short_sentence_next_to_the_paragraphs_is_the_articles(edge):
    article = article_of(page(*HEAD, VOTE, "", edge, "", MONEY, "", edge.replace("o", "a")))

    assert article.paragraphs == [VOTE, edge, MONEY, edge.replace("o", "a")]
