"""The headline of a page that was copied whole: which line it is, and that none that may be it is lost."""

import pytest
from pasted import MONEY, VOTE, article_of

MENU = ["Skip to content", "The Daily Harbour", "Home", "News", "Politics", "Business", "Sport", "Culture", "Opinion", "Sign in"]  # fmt: skip
FOOTER = ["About us", "Contact us", "Privacy policy", "© 2026 The Daily Harbour"]
HEADLINE = "Harbour to close for a year"
BELOW = ["", "By Jane Doe", "3 May 2026", "", VOTE, "", MONEY, "", f"{VOTE} It was close.", "", *FOOTER]


def headline(*lines, menu=MENU, below=BELOW):
    return article_of("\n".join([*menu, "", *lines, *below])).headline


ABOVE = [
    ["Local news"],
    ["Ports • Fishing"],
    ["This article is more than 2 years old"],
    ["Local news", "This article is more than 1 month old"],
    ["Autos & Boats"],
]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("between", [[""], ["This article is more than 2 years old", ""]])
@pytest.mark.parametrize(
    "standfirst", [[], ["Council votes 31-12; people of the quays say that nobody has asked them"]]
)
def test_a_kicker_directly_above_the_headline_does_not_hide_it(above, between, standfirst):
    assert headline(*above, HEADLINE, *between, *standfirst) == HEADLINE


def test_a_section_that_is_printed_again_below_the_text_is_no_headline():
    assert headline("Autos & Boats", HEADLINE, below=[*BELOW, "Topics", "Autos & Boats"]) == HEADLINE


def test_a_standfirst_directly_below_the_headline_does_not_hide_it():
    standfirst = "The council has voted for it. Nobody on the quays was asked."
    captioned = ["", "Boats wait on the quay, in Northport, 2 May 2026. MARTA BRUNN / AFP", ""]

    assert headline("Ports • Fishing", HEADLINE, standfirst, *captioned) == HEADLINE


@pytest.mark.parametrize(
    "between",
    [
        ["Share full article", "217"],
        ["Share full article", "", "A flooded quay.", "The quay.Credit...Jane Photo for AFP"],
    ],
)
def test_buttons_and_captions_between_headline_and_text_are_no_headline(between):
    found = article_of("\n".join([*MENU, "", "Local news", HEADLINE, "", *between, *BELOW]))

    assert (found.headline, found.byline) == (HEADLINE, "By Jane Doe")


def test_no_paragraph_and_no_name_is_a_headline():
    said = '"We cannot wait for another winter," said Ann Poe, who leads the council. "There is no other plan."'

    assert headline("Local news", HEADLINE, below=[*BELOW[:4], VOTE, "", said, "", MONEY, "", *FOOTER]) == HEADLINE
    assert headline("", HEADLINE, "Ana María Ruiz de la Vega", "Iker Urrutia") == HEADLINE


def test_a_line_that_may_be_the_headline_as_well_is_a_subhead():
    first, second = "Harbour council votes to close", "Nobody will lose their home in spring"
    found = article_of("\n".join([*MENU, "", first, "", "Sport", "", second, *BELOW]))

    assert found.headline in {first, second}
    assert {first, second} <= {found.headline, *(subhead.text for subhead in found.subheads), *found.paragraphs}


JAPANESE = ["朝潮新聞", "ニュース", "速報", "社会", "経済", "朝潮新聞デジタル", "記事"]
KOREAN = ["본문 바로가기", "한빛통신", "최신기사", "정치", "경제", "사회", "전국"]
JAPANESE_STORY = [
    "北港市は8日、古い灯台を来年の春まで閉じる方針を決めた。",
    "対象は市内の三つの灯台で、近く国と協議する。",
    "市長は記者会見で「遅れに配慮した」と述べた。",
]
KOREAN_STORY = [
    "북항시가 16일 오래된 등대를 내년 봄까지 닫기로 결정했다.",
    "시는 등대의 안전 점검이 끝나지 않았다고 설명했다.",
    "시장은 올해 안에는 다시 열기 어렵다고 말했다.",
]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (["2026年10月8日 19時00分"], []),
        (["山口花子　小林太郎", "2026年10月8日 19時00分"], ["山口花子", "小林太郎"]),
        (["山口花子、小林太郎", "2026年10月8日 19時00分"], ["山口花子", "小林太郎"]),
        (["山口花子　小林太郎2026年10月8日 19時00分"], ["山口花子", "小林太郎"]),
    ],
)
def test_below_a_japanese_menu_are_headline_names_and_date(byline, names):
    found = article_of(
        "\n".join([*JAPANESE, "古い灯台、来年の春まで閉鎖へ　北港市方針", "有料記事", "", *byline, *JAPANESE_STORY])
    )

    assert found.headline == "古い灯台、来年の春まで閉鎖へ 北港市方針"
    assert [author.name for author in found.authors] == names
    assert str(found.published) == "2026-10-08T19:00:00+00:00"
    assert found.paragraphs == JAPANESE_STORY


def test_below_a_korean_menu_are_headline_names_and_date():
    top = ["북항 등대, 내년 봄까지 폐쇄…안전 점검", "송고2026-10-16 09:52", "이지은", "이지은기자", "기자 페이지"]
    first = f"(서울=한빛통신) 이지은 최민수 기자 = {KOREAN_STORY[0]}"
    found = article_of("\n".join([*KOREAN, *top, first, *KOREAN_STORY[1:]]))

    assert found.headline == top[0]
    assert [author.name for author in found.authors] == ["이지은", "최민수"]
    assert found.paragraphs == KOREAN_STORY
