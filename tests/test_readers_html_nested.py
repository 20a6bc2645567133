"""Pages whose elements lie deep in each other: nothing of the text is lost without a word."""

import pytest

from newssearch.article import Article
from newssearch.readers.contract import Options, Remark
from newssearch.readers.html import page, tree

TEXT = [f"On day {n} the council of the town said that it would build a bridge over the river." for n in range(400)]


def read(body):
    return [*page.page(f"<html><body><h1>Town to build a bridge</h1>{body}</body></html>".encode(), "", Options())]


@pytest.mark.parametrize("depth", [255, 300, 1500])
def test_an_article_may_lie_deep(depth):
    (found,) = read("<div>" * depth + "".join(f"<p>{text}</p>" for text in TEXT[:5]) + "</div>" * depth)

    assert found.paragraphs == TEXT[:5]


@pytest.mark.parametrize("open_tag", ["<font size=2>", "<span>", "<b><font face=Arial><strong>"])
def test_a_paragraph_ends_where_the_next_begins_whatever_is_not_closed_in_it(open_tag):
    (found,) = read("".join(f"<p>{open_tag}{text}" for text in TEXT[:400]))

    assert found.paragraphs == TEXT[:400]


PARTED = [
    ("<p>a <strong>b<p>c</strong> d<p>e</p> f", "<p>a b</p><p>c</p> d<p>e</p> f"),
    ("<p>a <span>b<p>c</p> d <p>e</p> f</span> g</p> h", "<p>a b</p><p>c</p> d <p>e</p> f g h"),
    ("<p>a <a href=x>b<p>c</p></a></p>", '<p>a <a href="x">b<p>c</p></a></p>'),
    ("<p>a <b>b</b> c</p><p>d</p>", "<p>a <b>b</b> c</p><p>d</p>"),
]


@pytest.mark.parametrize(("markup", "parted"), PARTED)
def test_no_text_moves_where_paragraphs_are_parted(markup, parted):
    from lxml import html

    root, _ = tree.parsed(markup)

    assert html.tostring(root, encoding="unicode") == f"<html><body>{parted}</body></html>"


def test_a_page_that_is_deeper_than_is_read_is_said_to_be_cut():
    remarks = [item for item in read("<div>" * 5000 + f"<p>{TEXT[0]}") if isinstance(item, Remark)]

    assert remarks[0].lost
    assert "left out from there on" in remarks[0].message


def test_a_date_that_stands_above_the_text_is_not_put_behind_it():
    text = "<p>　　市议会周二宣布，将在河上修建一座新桥，工程预计明年春天开工，费用由市政府与两家公司分担。</p>"
    data = f"<h1>市议会决定建桥</h1><div class=info>2025-09-03 09:30:00　来源：新华社　作者：王小明</div><div>{text * 3}</div>"
    (found,) = [item for item in page.page(data.encode(), "", Options()) if isinstance(item, Article)]

    assert "王小明" not in found.body
    assert [author.name for author in found.authors] == ["王小明"]
    assert str(found.published) == "2025-09-03T09:30:00+00:00"
