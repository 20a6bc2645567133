"""Clippings: what stands above a text in lines with labels, or as YAML, is what is known of it."""

from io import BytesIO

import pytest

from newssearch.article import Article
from newssearch.readers import Options, Remark, formats

TEXT = [
    "The council voted on Monday to close the harbour for a year.",
    "",
    "Nobody will lose a job over it, the mayor said.",
]
KNOWN = {"headline": "Harbour to close", "published": "2025-06-02", "url": "https://harbour.example/close"}


def read(written):
    return [*formats.read(BytesIO(written.encode()), "clipping.md", Options())]


def article_of(written):
    (found,) = [item for item in read(written) if isinstance(item, Article)]
    return found


def clipping(*header, text=TEXT):
    return "\n".join([*header, *text])


def said(article):
    return {
        "headline": article.headline,
        "published": article.published and str(article.published),
        "url": article.url,
        "authors": [author.name for author in article.authors],
        "source": article.source,
        "tags": list(article.tags),
        "body": article.body.split("\n"),
    }


BODY = [line for line in TEXT if line]


@pytest.mark.parametrize(
    "header",
    [
        ["Title: Harbour to close", "Author: Ann Poe; Max Roe", "Date: 2025-06-02", "Source: Harbour Times",
         "URL: https://harbour.example/close", "Tags: harbour, jobs", ""],
        ["URL: https://harbour.example/close", "HEADLINE: Harbour to close", "BY: Ann Poe, Max Roe", "DATE: 2 June 2025",
         "PUBLICATION: Harbour Times", "TAGS: harbour, jobs", "", "TEXT:"],
        ["Titel: Harbour to close", "Autor: Ann Poe, Max Roe", "Datum: 2.6.2025", "Quelle: Harbour Times",
         "URL: https://harbour.example/close", "Schlagworte: harbour, jobs", "Text:"],
        ["---", 'title: "Harbour to close"', 'source: "https://harbour.example/close"', "author:", '  - "[[Ann Poe]]"',
         '  - "[[Max Roe]]"', "published: 2025-06-02", "publisher: Harbour Times", "tags:", "  - harbour", "  - jobs",
         "---"],
        ["---", "title: Harbour to close", "authors: [Ann Poe, 'Max Roe']", "date: 2025-06-02", "publisher: >",
         "  Harbour", "  Times", "canonical_url: https://harbour.example/close", "tags: [harbour]", "categories: [jobs]",
         "...", "", "# Harbour to close", ""],
        ["---", "author: Ann Poe, Max Roe", "date: 2025-06-02", "publisher: Harbour Times", "tags: harbour, jobs",
         "url: https://harbour.example/close", "---", "# Harbour to close", ""],
    ],
)  # fmt: skip
def test_what_a_header_says_is_known_of_the_article(header):
    article = article_of(clipping(*header))

    assert said(article) == {
        **KNOWN, "authors": ["Ann Poe", "Max Roe"], "source": "Harbour Times", "tags": ["harbour", "jobs"], "body": BODY,
    }  # fmt: skip


def test_below_an_address_the_article_begins_as_it_does_without_one():
    lines = ["Harbour to close", "By Ann Poe", "2 June 2025", ""]
    article = article_of(clipping("https://harbour.example/close", "", *lines))
    alone = article_of(clipping(*lines))

    assert said(article) == {**said(alone), "url": "https://harbour.example/close"}
    assert said(alone)["authors"] == ["Ann Poe"]


def test_what_a_clipping_was_created_is_when_it_was_seen_and_not_when_it_was_published():
    article = article_of(clipping("---", "title: Harbour to close", "created: 2025-06-10", "---"))

    assert (article.published, str(article.seen)) == (None, "2025-06-10")


def test_a_header_that_is_no_valid_yaml_is_read_line_by_line():
    article = article_of(
        clipping("---", "title: Harbour: a year of silence", "tags: [harbour", "date: 2025-06-02", "---")
    )

    assert (article.headline, str(article.published)) == ("Harbour: a year of silence", "2025-06-02")


def test_of_an_author_with_an_address_of_their_own_the_name_is_read():
    article = article_of(clipping("---", "title: Harbour to close", "author:", "  name: Ann Poe", "  x: '@ann'", "---"))

    assert [author.name for author in article.authors] == ["Ann Poe"]


def test_a_label_that_is_not_known_is_kept_beside_the_text():
    article = article_of(clipping("Title: Harbour to close", "Date: 2025-06-02", "Folder: Ports", ""))

    assert article.boilerplate == "Folder: Ports"


def test_headings_of_markdown_are_subheads_links_are_their_texts_and_pictures_are_beside_the_text():
    link = "Ask [the **mayor**](https://m.example/a_(b)), she said."
    text = [TEXT[0], "", "![the harbour](a.jpg)", "", "## What *is* next", "", link]
    article = article_of(clipping("---", "title: Harbour to close", "---", text=text))

    assert article.body.split("\n") == [TEXT[0], "Ask the mayor, she said."]
    assert [(subhead.text, subhead.before) for subhead in article.subheads] == [("What *is* next", 1)]
    assert article.boilerplate == "![the harbour](a.jpg)"


@pytest.mark.parametrize(
    "lines",
    [
        ["Harbour: a year of silence", "Date: open", "", *TEXT],  # a headline with a colon
        ["Title: the story of a name", *TEXT],  # one label only
        ["Title: Harbour to close", "Date: 2025-06-02", *TEXT],  # goes over into the text
        ["---", *TEXT],
        ["---", "no: one knows", "---", *TEXT],
    ],
)
def test_what_is_no_header_is_the_text(lines):
    article = article_of("\n".join(lines))

    assert article.url == "" == article.source
    assert "The council voted on Monday to close the harbour for a year." in article.body


def test_a_date_of_a_header_that_may_be_two_is_left_out_and_told():
    written = clipping("Title: Harbour to close", "Date: 06/02/2025", "")

    assert article_of(written).published is None
    assert ["may be two dates" in item.message for item in read(written) if isinstance(item, Remark)] == [True]
