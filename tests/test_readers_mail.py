"""E-mail: who wrote what when, in whatever encoding."""

import pytest
from mailed import DATA, message, read

from newssearch.article import Author, Subhead
from newssearch.readers.mail import messages as mail
from newssearch.readers.mail.parts import unflowed


def test_a_message_is_an_article_with_all_that_its_headers_say():
    (found,), remarks = read((DATA / "alternative.eml").read_bytes())

    assert (found.id, found.headline) == ("harbour-1@harbour.example", "Hafen schließt am Möntag")
    assert (found.byline, found.authors) == (
        "José Núñez",
        (Author(name="José Núñez", email="jose.nunez@harbour.example"),),
    )
    assert (str(found.published), found.published.assumed) == ("2025-04-30T13:59:58+02:00", False)
    assert (found.dateline, found.place, found.agency) == ("NORDHAFEN, 30. April (APA) -", "NORDHAFEN", "APA")
    assert found.paragraphs == [
        "Der Hafen schließt am Montag, weil die Mauer erneuert wird.",
        "Die Fähre fährt von Südhafen – bis zum Sommer.",
    ]
    assert (found.language, found.tags, found.boilerplate) == (
        "de-AT",
        ("Hafen", "Schiffe"),
        "José Núñez, Pressestelle",
    )
    assert remarks == ["attached: Hafenübersicht.pdf: passed over"]


def test_a_newsletter_is_a_source_and_no_author_and_its_text_is_not_the_one_for_those_who_see_no_html():
    (found,), remarks = read((DATA / "newsletter.eml").read_bytes())

    assert (found.source, found.byline, found.authors) == ("The Morning Tide", "", ())
    assert (found.url, str(found.published)) == ("https://post.example/tide/77", "2025-05-02T06:00:00-04:00")
    assert found.paragraphs == [
        "The harbour of Northport closes on Monday, the port said on Friday.",
        "Ships will be sent to Southport for as long as the work lasts.",
    ]
    assert found.subheads == (Subhead("What is next", 1),)
    assert remarks == []


def test_the_byline_in_a_text_wins_over_the_sender():
    (found,), _ = read((DATA / "wire.eml").read_bytes())

    assert (found.byline, [author.name for author in found.authors]) == (
        "By Jane Doe and Al Roe",
        ["Jane Doe", "Al Roe"],
    )
    assert (found.agency, found.place, str(found.published)) == ("AP", "NORTHPORT", "2025-05-02T10:00:00+00:00")
    assert found.paragraphs[0].startswith("The harbour closes on Monday, the port said, because")
    assert found.boilerplate == "News Desk <desk@agency.example>"


def test_a_message_in_a_message_is_an_article_of_its_own():
    (found,), remarks = read((DATA / "forwarded.eml").read_bytes())

    assert (found.headline, found.byline, str(found.published)) == ("Harbour", "Al Roe", "2025-05-01T06:00:00+09:00")
    assert remarks == []


SENDERS = [
    ("Jane Doe <jane@post.example>", "Jane Doe", [("Jane Doe", "jane@post.example")]),
    ('"Doe, Jane" <jane@post.example>', "Doe, Jane", [("Doe, Jane", "jane@post.example")]),
    ("jane@post.example (Jane Doe)", "Jane Doe", [("Jane Doe", "jane@post.example")]),
    ("jane@post.example", "jane@post.example", []),
    ("Harbour Ministry <press@harbour.example>", "Harbour Ministry", []),
    ("Northport Council <no-reply@council.example>", "Northport Council", []),
    ("=?utf-8?q?Jos=C3=A9?= =?utf-8?q?_N=C3=BA=C3=B1ez?= <j@x.example>", "José Núñez", [("José Núñez", "j@x.example")]),
    ("José Núñez <j@x.example>", "José Núñez", [("José Núñez", "j@x.example")]),
    ("", "", []),
]


@pytest.mark.parametrize(("printed", "byline", "authors"), SENDERS)
def test_a_sender_is_an_author_where_it_is_a_person(printed, byline, authors):
    found = message(From=printed, To="desk@post.example")

    assert (found.byline, [(author.name, author.email) for author in found.authors]) == (byline, authors)


DATES = [
    ("Fri, 2 May 2025 10:00:00 +0900", "2025-05-02T10:00:00+09:00", False),
    ("2 May 25 10:00 EST", "2025-05-02T10:00:00-05:00", False),
    ("Fri, 2 May 2025 10:00:00 GMT (today)", "2025-05-02T10:00:00+00:00", False),
    ("Fri, 2 May 2025 10:00:00 -0000", "2025-05-02T10:00:00+00:00", False),
    ("Fri, 2 May 2025 10:00:00", "2025-05-02T10:00:00+00:00", True),
    ("2025-05-02T10:00:00Z", "2025-05-02T10:00:00+00:00", False),
    ("Fri, 32 May 2025 10:00:00 +0900", "None", None),
    ("Fri, 2 May 2025 10:00:00 +9999", "None", None),
    ("yesterday", "None", None),
    ("", "None", None),
]


@pytest.mark.parametrize(("printed", "published", "assumed"), DATES)
def test_a_date_is_kept_with_its_offset(printed, published, assumed):
    found = message(Date=printed)

    assert str(found.published) == published
    assert found.published is None or found.published.assumed is assumed


CHARSETS = [
    ("utf-8", "utf-8"),
    ("iso-8859-1", "cp1252"),
    ("us-ascii", "utf-8"),
    ("unknown-8bit", "cp1252"),
    ("x-nonsense", "utf-8"),
    ("utf-16", "utf-16"),
    ("punycode", "utf-8"),
    ("unicode_escape", "utf-8"),
    ("hex", "utf-8"),
]


@pytest.mark.parametrize(("said", "real"), CHARSETS)
def test_a_text_is_read_in_its_charset_or_else_in_what_it_most_likely_is(said, real):
    data = f"From: j@x\nSubject: A\nContent-Type: text/plain; charset={said}\n\n".encode() + "“Café” – 4 €".encode(real)

    (found,), _ = read(data)

    assert found.body == "“Café” – 4 €"


def test_korean_and_japanese_are_read_in_their_own_charsets():
    for charset, real, text in [
        ("ks_c_5601-1987", "cp949", "항구가 월요일에 닫힌다."),
        ("iso-2022-jp", "iso-2022-jp", "港は月曜日に閉まる。"),
    ]:
        data = f"From: j@x\nSubject: A\nContent-Type: text/plain; charset={charset}\n\n".encode() + text.encode(real)

        assert [article.body for article in read(data)[0]] == [text]


FLOWED = [
    ("Oil fell \non Monday.\nGas rose.", "Oil fell on Monday.\nGas rose."),
    ("Oil fell.\n-- \nJane", "Oil fell.\n-- \nJane"),
    ("a \nb \nc", "a b c"),
    ("a \n> b", "a \n> b"),
    ("a \n\nb", "a \n\nb"),
]


@pytest.mark.parametrize(("text", "joined"), FLOWED)
def test_lines_of_flowed_text_that_end_in_a_space_go_on(text, joined):
    assert unflowed(text) == joined


BEGINNINGS = [
    (b"From: a@x\nSubject: A\n\nText", True),
    (b"Received: by x\n\tfor y\nDate: today\r\n\r\n", True),
    (b"From a@x Sat Jan  3 01:05:34 1998\nFrom: a@x\nSubject: A\n\nText", True),
    (b"SUBJECT: A\nTO: b\n\nText", True),
    (b"From: our correspondent\n\nThe harbour closes.", False),
    (b"From: our correspondent\nNorthport: the harbour closes\n\nText", False),
    (b"From: a@x\nSubject: A\nand this is no header\n\nText", False),
    (b"From: a@x\nSubject: A", False),
    (b"From here on Sat 1998 it goes.\nIt goes.\n", False),
    (b"To: b\nCc: c\n\nText", False),
    (b"Harbour to close\nSubject: A\nFrom: B\n\n", False),
    (b"\nFrom: a@x\nSubject: A\n\n", False),
    (b"", False),
    (b"a: b\n" * 2000, False),
]


@pytest.mark.parametrize(("head", "is_mail"), BEGINNINGS)
def test_only_two_known_headers_above_a_blank_line_are_mail(head, is_mail):
    assert mail.begins(head) is is_mail
