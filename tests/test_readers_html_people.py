"""People whom a page names, where a name is a byline."""

import pytest

from newssearch.article import Article
from newssearch.readers.contract import Options
from newssearch.readers.html import page

TEXT = "<p>The clock of the town hall stopped on Monday, and nobody in the town knows how to mend it.</p>" * 3


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("김수연 기자", [("김수연", "기자")]),
        ("记者 王小明、李芳", [("王小明", "记者"), ("李芳", "记者")]),
        ("（山田太郎、佐藤花子）", [("山田太郎", ""), ("佐藤花子", "")]),
        ("来源：新华社 作者：王小明", [("王小明", "")]),
        ("ジョン・スミス", [("ジョン・スミス", "")]),
        ("李 芳", [("李 芳", "")]),
        ("홍길동 서울대 교수", [("홍길동 서울대 교수", "")]),
    ],
)
def test_a_byline_in_chinese_japanese_or_korean_is_parted_where_it_says_what_its_words_are(said, people):
    markup = f'<html><head><meta name="author" content="{said}"></head><h1>Clock stops</h1>{TEXT}'
    (found,) = [item for item in page.page(markup.encode(), "", Options()) if isinstance(item, Article)]

    assert [(author.name, author.role) for author in found.authors] == people


def test_a_role_and_an_address_that_are_said_of_one_person_are_kept_whatever_is_printed():
    node = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "%s", "jobTitle": "%s", "email": "k@t.example"}}'
    markup = f'<html><script type="application/ld+json">{node % ("김수연", "기자")}</script><h1>Clock stops</h1>{TEXT}'
    (found,) = [item for item in page.page(markup.encode(), "", Options()) if isinstance(item, Article)]

    assert [(one.name, one.role, one.email) for one in found.authors] == [("김수연", "기자", "k@t.example")]
