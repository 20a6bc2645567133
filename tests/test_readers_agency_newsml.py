"""NewsML 1: an article is put together from an item's parts, by their roles, forms and languages."""

import pytest
from agency import heads, items, names, newsml_item, only, parted


def test_an_item_in_newsml_is_put_together_from_its_parts_by_their_roles():
    article = only("newsml_parts_by_role.xml")

    assert article.id == "urn:newsml:wire.example:20240503:A17"
    assert article.version == 3
    assert article.headline == "Ferry line buys third ship"
    assert heads(article) == [("Two more to come", 0), ("Fares stay as they are", 0), ("About the line", 1)]
    assert names(article) == [("Jon Rask", "Shipping Correspondent")]
    assert (article.dateline, article.place) == ("WESTPORT, May 3 -", "WESTPORT")
    assert article.tags == ("NO-WESTPORT-FERRY", "ships", "ferry")
    assert article.source == "Westport Wire"
    assert (str(article.published), str(article.updated)) == ("2024-05-03T07:00:00+00:00", "2024-05-03T08:15:30+00:00")
    assert article.paragraphs == [
        "The ferry line of Westport has bought a third ship, it said on Friday.",
        "It has sailed since 1921, and carries a million people a year.",
    ]
    assert article.boilerplate.split("\n") == [
        "Copyright Westport Wire 2024",
        "The new ferry leaves its dock.",
        "Ferry Line Ann Moe, 555-0117",
    ]


def test_of_one_text_in_several_forms_and_languages_one_is_read():
    (article,), (remark,) = parted(items("newsml_same_text_in_forms_and_languages.xml"))

    assert article.headline == "Bridge shut for a week"
    assert article.paragraphs == ["The bridge is shut for a week.", "Repairs began on Saturday."]
    assert (article.language, article.boilerplate) == ("en", "")
    assert remark.message == "urn:newsml:wire.example:20240504:B2: read in en, and not in fr"
    assert not remark.lost


CONTENTS = [
    # what the data content is
    "<nitf><body><body.content><p>Oil fell.</p><p>Gold rose.</p></body.content></body></nitf>",
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Oil fell.</p><p>Gold rose.</p></body></html>',
    "<p>Oil fell.</p><p>Gold rose.</p>",
    "&lt;p&gt;Oil fell.&lt;/p&gt;&lt;p&gt;Gold rose.&lt;/p&gt;",
    "<![CDATA[<html><body><p>Oil fell.</p><p>Gold rose.</p></body></html>]]>",
    "<![CDATA[<?xml version='1.0'?><nitf><body><body.content><p>Oil fell.</p><p>Gold rose.</p></body.content></body></nitf>]]>",
    "Oil fell.\n\nGold rose.",
]


@pytest.mark.parametrize("content", CONTENTS)
def test_a_text_in_newsml_may_have_any_form(content):
    lines = "<NewsLines><HeadLine>Oil</HeadLine></NewsLines>"
    component = f"{lines}<ContentItem><DataContent>{content}</DataContent></ContentItem>"

    assert only(f"<NewsML>\n{newsml_item(component)}</NewsML>").paragraphs == ["Oil fell.", "Gold rose."]


def test_texts_with_headlines_of_their_own_are_articles_of_their_own():
    parts = "".join(
        f"<NewsComponent><NewsLines><HeadLine>{head}</HeadLine></NewsLines><ContentItem><DataContent>{text}"
        "</DataContent></ContentItem></NewsComponent>"
        for head, text in (("Oil", "Oil fell."), ("Gold", "Gold rose."))
    )

    articles, remarks = parted(items(f"<NewsML>{newsml_item(parts)}</NewsML>"))

    assert [(a.id, a.headline, a.body) for a in articles] == [
        ("urn:newsml:w:20240503:N1", "Oil", "Oil fell."),
        ("urn:newsml:w:20240503:N1#2", "Gold", "Gold rose."),
    ]
    assert remarks == []


NO_ARTICLES = [
    ("<ContentItem Href='a.jpg'><MediaType FormalName='Photo'/></ContentItem>", "a photo urn:newsml:w:20240503:N1"),
    ("<NewsItemRef NewsItem='urn:x'/>", "a list of items urn:newsml:w:20240503:N1"),
]


@pytest.mark.parametrize(("component", "known"), NO_ARTICLES)
def test_what_is_no_text_is_named(component, known):
    articles, (remark,) = parted(items(f"<NewsML>{newsml_item(component)}</NewsML>"))

    assert articles == []
    assert (remark.message, remark.lost) == (f"{known} is no article: passed over", False)


def test_parts_without_a_language_go_with_the_first_that_has_one():
    parts = "".join(
        f"<NewsComponent xml:lang='{language}'><ContentItem><DataContent>{text}</DataContent></ContentItem></NewsComponent>"
        for language, text in (("", "Oil fell."), ("en-GB", "Gold rose."), ("en", "Tin rose."), ("", "Gold rose."))
    )
    headline = "<NewsLines><HeadLine>Metals</HeadLine></NewsLines>"

    assert only(f"<NewsML>{newsml_item(headline + parts)}</NewsML>").paragraphs == [
        "Oil fell.",
        "Gold rose.",
        "Tin rose.",
    ]


def test_parts_in_several_forms_are_one_text():
    texts = ("<p>Oil fell.</p>", "Gold rose.\n\nTin rose.")
    parts = "".join(f"<ContentItem><DataContent>{text}</DataContent></ContentItem>" for text in texts)
    split = parts.replace("</ContentItem><ContentItem>", "</ContentItem></NewsComponent><NewsComponent><ContentItem>")
    component = f"<NewsLines><HeadLine>Metals</HeadLine></NewsLines><NewsComponent>{split}</NewsComponent>"

    assert only(f"<NewsML>{newsml_item(component)}</NewsML>").paragraphs == ["Oil fell.", "Gold rose.", "Tin rose."]


def test_a_part_of_an_unknown_role_is_the_text_where_there_is_no_other():
    content = "<ContentItem><DataContent>Oil fell.</DataContent></ContentItem>"
    component = f"<NewsLines><HeadLine>Oil</HeadLine></NewsLines><NewsComponent><Role FormalName='Supporting'/>{content}</NewsComponent>"

    article = only(f"<NewsML>{newsml_item(component)}</NewsML>")

    assert (article.body, article.boilerplate) == ("Oil fell.", "")
