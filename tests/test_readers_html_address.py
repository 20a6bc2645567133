"""A page's address and its source, wherever it says them."""

import pytest

from newssearch.article import Article
from newssearch.readers.contract import Options
from newssearch.readers.html import page

TEXT = "<p>The clock of the town hall stopped on Monday, and nobody in the town knows how to mend it.</p>" * 3


def article(markup):
    (found,) = [item for item in page.page(markup.encode(), "", Options()) if isinstance(item, Article)]
    return found


URL = "https://tide.example/clock"
NODE = (
    '<script type="application/ld+json">{"@type": "%s", "url": "https://tide.example/clock", "mainEntity": %s}</script>'
)
NEWS = '{"@type": "NewsArticle", "headline": "Clock stops", "datePublished": "2025-06-01"}'


@pytest.mark.parametrize(
    ("said", "url"),
    [
        (f'<meta itemprop="mainEntityOfPage" content="{URL}">', URL),
        (f'<link itemprop="mainEntityOfPage" href="{URL}">', URL),
        (f'<meta itemprop="mainEntityOfPage" content="{URL}"><meta itemprop="mainEntityOfPage" content="{URL}2">', ""),
        (NODE % ("WebPage", NEWS), URL),
        (NODE % ("WebSite", NEWS), ""),
        (f"<!-- saved from url=(0026){URL} -->", URL),
        (f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue Jun 10 2025\n-->", URL),
        ("<!-- saved from url=(0014)about:internet -->", ""),
        ("<!-- saved from url=(0021)https://tide.example/ -->", ""),
        (f"<p>See url: {URL}</p>", ""),
    ],
)
def test_the_address_is_read_wherever_a_page_or_its_browser_says_it(said, url):
    assert article(f"<!DOCTYPE html>{said}<html><h1>Clock stops</h1>{TEXT}").url == url


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ('<div itemprop="publisher" itemscope><meta itemprop="name" content="Tide Radio"></div>', "Tide Radio"),
        ('<p itemprop="publisher">Tide Radio</p>', "Tide Radio"),
        ('<meta name="application-name" content="Tide"><p itemprop="publisher">Tide Radio Ltd</p>', "Tide"),
    ],
)
def test_the_publisher_in_microdata_is_the_source_where_no_other_is_named(said, source):
    assert article(f"<html>{said}<h1>Clock stops</h1>{TEXT}").source == source


@pytest.mark.parametrize("kind", ["", "id_"])
def test_a_copy_in_an_archive_of_the_web_has_the_address_of_the_page_and_was_seen_then(kind):
    link = f'<link rel="canonical" href="https://archive.example/web/20120314155903{kind}/{URL}">'
    found = article(f"<html><head>{link}</head><h1>Clock stops</h1>{TEXT}")

    assert (found.url, str(found.seen)) == (URL, "2012-03-14T15:59:03+00:00")
    assert found.published is None
