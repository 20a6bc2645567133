"""A page's section where a byline would stand: it names nobody."""

import pytest

from newssearch.readers.contract import Options
from newssearch.readers.html import page

TEXT = "".join(f"<p>The council of the harbour voted on day {day} to close its northern road.</p>" for day in range(9))


@pytest.mark.parametrize(
    ("section", "printed", "authors"),
    [("North Korea", "North Korea", []), ("Open Future", "OPEN FUTURE", []), ("World", "Jane Doe", ["Jane Doe"])],
)
def test_a_section_is_no_author(section, printed, authors):
    html = (
        f"<html><head><meta property='article:section' content='{section}'></head><body><article>"
        f"<h1>Harbour road to close</h1><div class='author'>{printed}</div>{TEXT}</article></body></html>"
    )

    (article,) = page.page(html.encode(), "page.html", Options())

    assert [author.name for author in article.authors] == authors
    assert article.byline == ", ".join(authors)
    assert article.section == section
