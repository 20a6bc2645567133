"""What stands above a headline and is none: kinds of articles, and for whom they are; and lines that only look so."""

import pytest
from pasted import MENU, MONEY, VOTE, article_of, page

from newssearch.readers.plain.boilerplate import is_line

LABELS = [
    "Article réservé aux abonnés", "Réservé aux abonnés", "Abonnés", "Premium", "EXCLUSIVE", "Opinion", "Kommentar",
    "Exclusivo para suscriptores", "Analyse", "Leitartikel", "Nur für Abonnenten", "Breaking news",
    "For subscribers", "会員限定記事", "단독", "独家", "Opinie", "Komentarz", "Commento",
]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("above", [[], [*MENU, ""]])
def test_a_label_above_the_headline_is_no_headline(above, label):
    lines = [
        *above,
        label,
        "",
        "Harbour to close for a year of repairs",
        "",
        "By Jane Doe",
        "3 May 2024",
        "",
        VOTE,
        MONEY,
    ]

    article = article_of("\n".join(lines))

    assert article.headline == "Harbour to close for a year of repairs"
    assert [author.name for author in article.authors] == ["Jane Doe"]
    assert label in f"{article.boilerplate}\n{article.section}".split("\n")


def test_of_a_name_of_a_series_and_the_title_below_it_the_title_is_the_headline():
    lines = ["Letter from the Coast", "", "The Last Eel-Smoker of the Harbour", "", "By Jane Doe", "", VOTE, "", MONEY]

    assert article_of(page(*lines)).headline == "The Last Eel-Smoker of the Harbour"


def test_the_points_of_a_standfirst_are_the_articles():
    points = ["· Satellite finds 11,042 sheep", "· Farmers say 11,040", "· Two rams remain unexplained"]

    article = article_of(
        page("Sheep counted from space", "", *points, "", "By Jane Doe", "3 May 2024", "", VOTE, MONEY)
    )

    assert article.paragraphs == [points[0], *points[1:], VOTE, MONEY]


LINES = [
    "Actualizado a las 11:40 CET", "Actualizado a las 09:12h.", "Aggiornato alle 11:05", "Publié hier à 18:22, mis à jour il y a 3 heures",
    "Updated 9:12 a.m.", "Publicado ayer a las 9:12", "Passer la publicité", "Reklama", "Реклама", "ANNONS", "Annonce",
    "La suite est réservée aux abonnés", "Il vous reste 75 % de cet article à lire", "残り312文字", "[PR]", "責任編輯：王五",
    "（责任编辑：王五）", "Ascolta l'articolo", "Artikel hören", "View image in fullscreen", "Keine Kommentare", "3 commentaires",
    "Compartilhe", "Partager", "Udostępnij", "공유", "Drucken", "字号：大 中 小", "© RIPRODUZIONE RISERVATA", "RELATED: Fish prices rise",
    "Polecamy: Ceny ryb", "© dpa-infocom, dpa:261120-930-12345/1", "ⓒ 한빛일보. 무단전재 및 재배포 금지",
]  # fmt: skip
SENTENCES = [
    "Related: the cost of fish has risen as well.", "© signs on nets are forbidden by the exchange, which says that buyers were misled for years.",
    "Updated rules came at 9:12 and surprised everybody.", "Publicado el libro, nadie lo leyó.", "La suite est connue de tous.",
    "Premium fish is dear.", "Advertisement for fish was banned in the town.", "Il vous reste du pain.", "Read more: that was the plan.",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_notices_times_without_a_day_and_buttons_are_boilerplate_in_any_language(line):
    assert is_line(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_that_begin_so_are_the_articles(line):
    assert not is_line(line)
    assert article_of(f"Harbour to close\nBy Jane Doe\n\n{VOTE}\n\n{line}\n\n{MONEY}").paragraphs == [VOTE, line, MONEY]
