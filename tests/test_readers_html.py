"""HTML pages: the article as it was published, from what a page says of itself and what it prints."""

import io
import logging
from datetime import date, time
from pathlib import Path

import pytest
from damaged import ENCODINGS, damaged
from hypothesis import given, settings

from newssearch.article import Article, Author, Subhead
from newssearch.moment import Moment
from newssearch.readers.contract import Options, Remark
from newssearch.readers.html import dates as html_dates
from newssearch.readers.html import headline as html_headline
from newssearch.readers.html import page as html
from newssearch.readers.html import people as html_people
from newssearch.readers.html import tree as html_tree
from newssearch.readers.html.metadata import Metadata

PAGES = Path(__file__).parent / "data" / "html"
TEXT = "".join(
    f"<p>The council of the town said on day {n} that it would build a bridge over the river.</p>" for n in range(4)
)


def article(page, **given):
    """The article of a page: its markup, or the name of a file in tests/data/html."""
    data = (PAGES / page).read_bytes() if page.endswith(".html") else page.encode()
    return next(item for item in html.page(data, "page.html", Options(), **given) if isinstance(item, Article))


BEGINNINGS = [
    (b"<!DOCTYPE html><html>", True),
    (b"<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<title>x</title>", True),
    (b"<HTML lang=en><head>", True),
    (b"<!-- saved --><html>", True),
    (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', True),
    (b"<p>Oil fell.</p>", True),
    (b"<article><h1>Oil</h1>", True),
    (b'<?xml version="1.0"?><rss version="2.0">', False),
    (b"<rss><channel>", False),
    (b'<nitf version="-//IPTC//DTD NITF 3.3//EN"><body>', False),
    (b'<?xml version="1.0"?><section><p>', False),
    (b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", False),
    (b"Oil fell <b>again</b>.", False),
    (b"{}", False),
    (b"", False),
]


@pytest.mark.parametrize(("head", "is_page"), BEGINNINGS)
def test_a_page_is_known_by_its_beginning(head, is_page):
    assert html.begins(head) is is_page


def test_a_page_with_a_graph_is_read_whole():
    found = article("json_ld_graph.html")

    assert found.headline == "Harbour bridge to close for repairs"
    assert found.authors == (Author(name="Jane Whitlock"), Author(name="Peter Ashdown", role="Transport Editor"))
    assert found.published == Moment(date(2025, 9, 3), time(8), "+01:00")
    assert found.updated == Moment(date(2025, 9, 4), time(11, 30), "+01:00")
    assert (found.agency, found.place) == ("Reuters", "LINDOW")
    assert found.url == "https://www.lindowcourier.example/local/harbour-bridge"
    assert (found.language, found.section, found.source) == ("en-GB", "Local", "The Lindow Courier")
    assert found.tags == ("Bridges", "Harbour")
    assert found.paragraphs[0].startswith("Drivers face a detour")
    assert found.paragraphs[1].startswith("The harbour bridge will close")
    assert [head.text for head in found.subheads] == ["What it means for the ferry", "A long wait"]
    assert found.paragraphs[found.subheads[1].before].startswith("The council first promised")


@pytest.mark.parametrize("text", ["Sport", "Photo: Ann Onym", "READ MORE: Ferry fares", "© 2025"])
def test_captions_menus_and_links_to_other_articles_are_kept_aside(text):
    found = article("json_ld_graph.html")

    assert text not in found.body
    assert text in found.boilerplate


def test_what_is_only_printed_is_read():
    found = article("german_printed_only.html", url="https://tageblatt.example/bruecke")

    assert found.headline == "Neue Brücke über die Elme"
    assert found.authors == (Author(name="Karla Nordmann"),)
    assert found.published == Moment(date(2025, 9, 3), time(12, 15), "UTC", assumed=True)
    assert found.language == "de"
    assert len(found.paragraphs) == 3
    assert found.url == "https://tageblatt.example/bruecke"


def test_a_page_is_in_the_encoding_that_it_names():
    assert article("windows_1250.html").headline == "Nový most přes řeku"


def test_the_encoding_that_came_with_a_page_wins_over_its_own():
    data = '<meta charset="iso-8859-1"><h1>Über Łódź</h1>'.encode() + TEXT.encode()

    assert "Łódź" in next(iter(html.page(data, "x", Options(), charset="utf-8"))).headline


@pytest.mark.parametrize("charset", ["unicode_escape", "utf-7", "rot13", "idna", "no-such", "zlib"])
def test_an_encoding_that_is_none_of_pages_is_not_used(charset):
    text, _ = html_tree.text_of(f"<meta charset={charset}><p>\\x41+AGE-".encode())

    assert text.endswith("\\x41+AGE-")


HEADLINES = [
    ("Oil falls | Example Times", "Example Times", "Oil falls"),
    ("Oil falls - Example Times", "Example Times", "Oil falls"),
    ("Example Times: Oil falls", "Example Times", "Oil falls"),
    ("Oil falls – business – Example", "Example", "Oil falls – business"),
    ("Oil - and gas - fall", "Example Times", "Oil - and gas - fall"),
    ("Example Times", "Example Times", ""),
]


@pytest.mark.parametrize(("title", "site", "headline"), HEADLINES)
def test_the_name_of_the_site_is_no_part_of_a_headline(title, site, headline):
    root, _ = html_tree.parsed(f'<meta property="og:site_name" content="{site}"><p>x')

    assert html_headline.without_site(title, Metadata(root, "https://news.example/a")) == headline


AUTHORS = [
    ('<meta name="author" content="Jane Doe">', ["Jane Doe"]),
    ('<meta name="author" content="Jane Doe"><meta name="author" content="John Roe">', ["Jane Doe", "John Roe"]),
    ('<meta name="author" content="By Jane Doe and John Roe">', ["Jane Doe", "John Roe"]),
    ('<meta name="author" content="admin"><a rel="author">Jane Doe</a>', ["Jane Doe"]),
    ('<meta property="article:author" content="https://facebook.com/janedoe">', []),
    ('<meta name="author" content="Example Times">', []),
    ('<meta name="author" content="Redaktion">', []),
    ('<meta name="author" content="jane.doe"><span class="author">Jane Doe</span>', ["Jane Doe"]),
    ('<script type="application/ld+json">{"@type":"NewsArticle","author":"Jane Doe"}</script>', ["Jane Doe"]),
    ('<script type="application/ld+json">{"@type":"NewsArticle","author":["Jane Doe",],}</script>', ["Jane Doe"]),
    ('<meta name="author" content="Von: Jane Doe">', ["Jane Doe"]),
    ('<meta name="author" content="Текст: Анна По">', ["Анна По"]),
    ('<div class="username">Account You\'re logged in as Profile Logout</div>', []),
    ('<script type="application/ld+json">[{"@type":"Report","author":{"name":["Jane Doe","Al Roe"]}}]</script>', ["Jane Doe", "Al Roe"]),
    ('<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Example Times"}}</script>', []),
    ('<span itemprop="author"><meta itemprop="url" content="x"><span itemprop="name">Jane Doe</span></span>', ["Jane Doe"]),
    ('<div class="vcard">Veröffentlicht von <a class="fn">Jane Doe</a> am 3. Mai 2024</div>', ["Jane Doe"]),
    ('<div class="comments"><span class="author">Ann Gry</span></div>', []),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "names"), AUTHORS)
def test_people_are_authors_and_sites_addresses_and_logins_are_not(markup, names):
    page = f'<meta property="og:site_name" content="Example Times">{markup}<h1>Oil falls</h1>{TEXT}'

    assert [author.name for author in article(page).authors] == names


DATES = [
    ('<meta property="article:published_time" content="2025-09-03T08:00:00Z">', "2025-09-03T08:00:00+00:00"),
    ('<meta name="DC.date.issued" content="2025-09-03">', "2025-09-03"),
    ('<time pubdate datetime="2025-09-03T08:00+02:00">yesterday</time>', "2025-09-03T08:00:00+02:00"),
    ('<span itemprop="datePublished" content="2025-09-03">3/9</span>', "2025-09-03"),
    ("<h1>Oil falls</h1><p>Published 3 September 2025 08:00 BST</p>", "2025-09-03T08:00:00+01:00"),
    ("<h1>Oil falls</h1><p>Publié le 3 septembre 2025</p>", "2025-09-03"),
    ("<h1>Oil falls</h1><p>02/10/2025</p>", "None"),
    ('<meta name="date" content="1970-01-01">', "None"),
    ("<footer>© 12 May 2019 Example Times</footer>", "None"),
    ("<h1>Oil falls</h1><p>It was on 3 May 2019 that the council of the town first met to speak about it.</p>", "None"),
]


@pytest.mark.parametrize(("markup", "published"), DATES)
def test_a_date_is_the_articles_or_none(markup, published):
    head = "" if "<h1>" in markup else "<h1>Oil falls</h1>"

    assert str(article(f"{head}{markup}{TEXT}").published) == published


def test_of_two_days_that_are_said_the_one_that_is_printed_is_the_date():
    said = '<script type="application/ld+json">{"@type":"Article","datePublished":"2025-08-28"}</script>'
    said += '<meta property="article:published_time" content="2025-09-03T08:00:00Z">'

    found = article(f"{said}<h1>Oil falls</h1><p>3 September 2025</p>{TEXT}")

    assert found.published.day == date(2025, 9, 3)


def test_a_page_without_a_date_has_the_day_of_its_address_else_when_it_was_seen():
    seen = Moment(date(2025, 10, 1), time(3), "UTC")
    page = f"<h1>Oil falls</h1>{TEXT}"

    assert str(article(page, url="https://news.example/2025/09/03/oil", seen=seen).published) == "2025-09-03"
    assert article(page, seen=seen).published == Moment(date(2025, 10, 1), time(3), "UTC", assumed=True)
    assert article(page, seen=seen).seen == seen


@pytest.mark.parametrize(("url", "day"), [("/20250903/oil", "2025-09-03"), ("/29-10-2021", "2021-10-29"), ("/05-04-2021", "None"), ("/2025/13/03/", "None"), ("/p/20259999-1", "None")])  # fmt: skip
def test_a_day_is_read_in_an_address_where_it_is_one_day_only(url, day):
    assert str(html_dates.in_url(f"https://news.example{url}", "UTC")) == day


def test_a_canonical_link_to_the_front_page_is_not_the_address():
    page = f'<link rel="canonical" href="https://news.example/"><h1>Oil falls</h1>{TEXT}'

    assert article(page, url="https://news.example/oil").url == "https://news.example/oil"


def test_bold_lines_and_headings_are_subheads():
    paragraph = "<p>The council of the town said on Monday that it would build a bridge.</p>"
    page = (
        f"<article><h1>Bridge</h1>{paragraph}<p><b>What is next</b></p>{paragraph}<h3>Costs</h3>{paragraph}</article>"
    )

    assert article(page).subheads == (Subhead("What is next", 1), Subhead("Costs", 2))


def test_a_role_that_is_printed_beside_a_marked_name_is_the_authors():
    found = article(
        "<h1>Harbour to close</h1><p>By <a rel='author' href='/jane'>Jane Doe</a>, Transport Correspondent</p>"
        f"<p>{'The council voted to close the harbour for a year on Monday. ' * 4}</p>"
    )

    assert found.authors == (Author(name="Jane Doe", role="Transport Correspondent"),)


def test_a_login_is_known():
    assert [name for name in ("jane", "jane.doe", "Jane Doe", "김철수") if html_people.is_login(name)] == [
        "jane",
        "jane.doe",
    ]


@pytest.mark.parametrize(
    "page", [b"", b"   ", b"<html></html>", b"<title>404</title>", b"\0\1\2" * 100, b"<div>" * 99_999]
)
def test_a_page_without_an_article_is_named(page):
    items = list(html.page(page, "x.html", Options()))

    assert [(item.path, item.lost) for item in items if isinstance(item, Remark)][-1] == ("x.html", True)
    assert not [item for item in items if isinstance(item, Article)]


def test_a_page_past_the_limit_is_passed_over(monkeypatch):
    monkeypatch.setattr(html_tree, "LARGEST", 100)

    (remark,) = html.read(io.BytesIO(b"<p>" + b"x" * 100), "x.html", Options())

    assert remark.lost
    assert "larger than" in remark.message


def test_entities_of_a_page_are_not_resolved():
    page = f'<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><h1>Oil &e; falls</h1>{TEXT}'

    assert "root:" not in article(page).headline


def test_reading_says_nothing_on_the_terminal(capfd):
    list(html.page(b"<p>x", "x", Options()))

    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("trafilatura").handlers


SOUND = [path.read_bytes() for path in sorted(PAGES.iterdir())]
SCRAPS = [b"<p>", b"</div>", b"<script>", b'"', b"<!--", b"<a href=x>"]


@settings(max_examples=60, deadline=None)
@given(damaged(SOUND, SCRAPS, ENCODINGS, most=4))
def test_damaged_pages_give_articles_or_remarks(data):
    items = list(html.page(data, "x.html", Options()))

    assert items
    for item in items:
        assert isinstance(item, Article | Remark)
        if isinstance(item, Article):
            assert Article.from_json(item.to_json()) == item
            assert all(0 <= head.before < len(item.paragraphs) for head in item.subheads)
