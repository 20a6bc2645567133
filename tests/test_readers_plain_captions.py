"""Credits of pictures, in the text and in the place of a byline: boilerplate, and nobody's article."""

import pytest
from pasted import MONEY, VOTE, article_of, page

from newssearch.readers.plain.captions import is_caption

CREDITS = [
    "Getty Images", "Photo by Getty Images", "Photo by Ann Poe", "Photograph by Ann Poe for The Harbour Review", "Shutterstock",
    "Featured image by Ann Poe/The Harbour Points.", "Foto: Divulgação", "Foto: dpa", "AFP/Archives - Ilian Petrov",
    "ANP / Foto Marijke Bos", "Fot. M. Lis", "The street is short. / fot. M. Lis", "Le pont est fermé. © L'Écho - Jean Petit",
    "写真", "写真：北港市提供", "사진=한빛시",
    "改装された駅舎＝2026年11月、佐藤花子撮影", "新华社记者 李四 摄", "图片来源：江湾晚报", "老码头。资料图片",
]  # fmt: skip
SENTENCES = [
    "Getty Images sold more than before.", "Photo by photo, the town was lost.", "Foto: was man sieht.", "EPA - Trump Plan",
    "写真を撮る人が増えた。", "He paid for the photo by selling fish.", "AFP/Archives were closed.", "By Jane Doe",
]  # fmt: skip


@pytest.mark.parametrize("line", CREDITS)
def test_a_credit_is_no_part_of_an_article_and_no_byline(line):
    assert is_caption(line)
    for between in ([line, "3 May 2024", "", VOTE, ""], ["3 May 2024", "", VOTE, "", line, ""]):
        article = article_of(page("Harbour to close", "", *between, MONEY))
        assert (article.authors, article.paragraphs) == ((), [VOTE, MONEY])


@pytest.mark.parametrize("line", SENTENCES)
def test_a_line_that_only_names_pictures_is_no_credit(line):
    assert not is_caption(line)


def test_the_day_of_a_picture_is_not_the_articles():
    caption = "改装された駅舎＝2026年11月18日、港町市、佐藤花子撮影"

    article = article_of(page("Harbour to close", "", "3 May 2024", caption, "", VOTE, MONEY))

    assert (str(article.published), article.updated) == ("2024-05-03", None)
