"""A page that a browser saved as one file is that page, and no message."""

import pytest
from mailed import read

PAGE = (
    "<html><head><title>Clock stops</title></head><body><nav><a href=/>Home</a></nav><h1>Clock stops</h1><p>By Ann Moss</p>"
    + "<p>The clock of the town hall stopped on Monday, and nobody in the town knows how to mend it.</p>" * 2
    + "%s<footer><a href=/terms>Terms</a></footer></body></html>"
)
SAVED = """From: <Saved by a browser>
{address}Subject: Clock stops - Tide
Date: Tue, 10 Jun 2025 09:00:00 -0000
MIME-Version: 1.0
{to}Content-Type: multipart/related; type="text/html"; boundary="--b"

----b
Content-Type: text/html; charset=utf-8
Content-Location: {place}

{page}
----b
Content-Type: text/css
Content-Location: cid:css-1@mhtml.browser

p {{ color: red }}
----b--
"""


def saved(page, place="https://tide.example/clock", to="", address=""):
    (found,), _ = read(SAVED.format(page=page, place=place, to=to, address=address).encode())
    return found


def test_a_saved_page_has_its_own_address_dates_and_people():
    found = saved(PAGE % '<time class="published" datetime="2025-06-02T21:00:00Z">2 June</time>')

    assert (found.headline, found.url) == ("Clock stops", "https://tide.example/clock")
    assert [author.name for author in found.authors] == ["Ann Moss"]
    assert (str(found.published), str(found.seen)) == ("2025-06-02T21:00:00+00:00", "2025-06-10T09:00:00+00:00")
    assert "Terms" not in found.body


def test_the_day_on_which_a_page_was_saved_is_not_that_of_the_article():
    assert saved(PAGE % "").published is None


@pytest.mark.parametrize(("place", "url"), [("file:///C:/clock.html", ""), ("cid:frame-1@mhtml.browser", "")])
def test_a_page_that_was_not_found_on_the_web_has_no_address(place, url):
    assert saved(PAGE % "", place).url == url


def test_a_message_to_somebody_is_a_message_wherever_its_page_is_from():
    found = saved(PAGE % "", to="To: desk@tide.example\n")

    assert (found.headline, str(found.published)) == ("Clock stops - Tide", "2025-06-10T09:00:00+00:00")
