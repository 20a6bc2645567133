"""Reuters-21578: each document of the collection is an article, also the briefs and those that were never set."""

import io
from pathlib import Path

from damaged import damaged
from hypothesis import given
from reading import messages

from newssearch.article import Article
from newssearch.readers.agency import reuters_sgml
from newssearch.readers.contract import Options, Remark

SGML = (Path(__file__).parent / "data" / "sgml" / "reut2.sgm").read_bytes()


def read(data=SGML, **options):
    """(articles by their numbers, messages of the remarks)"""
    items = [*reuters_sgml.read(io.BytesIO(data), "reut2.sgm", Options(**options))]
    return (
        {item.id: item for item in items if isinstance(item, Article)},
        messages(items),
    )


def test_a_document_is_an_article_with_all_that_its_elements_say():
    found = read(zone="America/New_York")[0]["reuters-21578-101"]

    assert (found.headline, found.source, found.language) == ("HARBOUR <HBR.N> TO CLOSE", "Reuters", "en")
    assert (found.byline, [author.name for author in found.authors]) == ("By Jane Doe, Reuters", ["Jane Doe"])
    assert (found.agency, found.dateline, found.place) == ("Reuters", "NORTHPORT, Feb 26 -", "NORTHPORT")
    assert (str(found.published), found.published.assumed) == ("1987-02-26T15:01:01-05:00", True)
    assert found.paragraphs == [
        "The harbour of Northport closes on Monday, the port said, because its wall needs repairs that will take until the summer.",
        "Ships will be sent to Southport for as long as the work lasts, Smith & Co said.",
    ]
    assert found.tags == ("ship", "cocoa", "el-salvador", "doe")
    assert found.boilerplate.split("\n") == ["C T f0704reute u f BC-HARBOUR 02-26 0105", "Reuter"]


def test_a_brief_has_a_headline_and_no_body():
    found = read()[0]["reuters-21578-102"]

    assert (found.headline, found.body) == ("HARBOUR SAYS IT CLOSES ON MONDAY", "")
    assert str(found.published) == "1987-03-03T09:15:05+00:00"


def test_a_text_that_was_never_set_keeps_its_lines_and_its_date_without_a_time_that_is_none():
    found = read()[0]["reuters-21578-103"]

    assert found.headline == "HARBOUR DUES - MARCH 31"
    assert found.paragraphs == ["Ships.....644 vs.....1,337", "Ferries...206 vs.......519"]
    assert str(found.published) == "1987-03-31"


def test_what_is_no_entity_stands_as_it_is_and_the_encoding_is_latin_1():
    found = read()[0]["reuters-21578-105"]

    assert (found.headline, found.body) == ("CAFÉ OPENS", "It opened in <the harbour.")


def test_documents_without_text_or_end_are_named():
    articles, remarks = read()

    assert len(articles) == 4
    assert remarks == [
        "document 4: neither headline nor body: passed over",
        "document 6: breaks off: passed over",
    ]


def test_a_document_past_the_limit_is_named_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(reuters_sgml, "LARGEST", 600)

    articles, remarks = read()

    assert "reuters-21578-102" in articles
    assert remarks[0] == "document 1: longer than 0 MiB, the limit: passed over"


def test_the_collection_is_known_by_its_first_document():
    wrapped = b'<DATA>\n<REUTERS TOPICS="NO" NEWID="1">'

    assert reuters_sgml.begins(SGML)
    assert reuters_sgml.begins(wrapped)
    for other in [b"<REUTERS>", b"<html>\n<p>REUTERS NEWID=", b'See <REUTERS NEWID="1">', b""]:
        assert not reuters_sgml.begins(other)


SCRAPS = [b"<REUTERS", b"</", b"&#x110000;", b"\xff", b"-99"]


@given(damaged([SGML], SCRAPS, most=5))
def test_no_damage_raises(data):
    for item in reuters_sgml.read(io.BytesIO(data), "x", Options()):
        assert isinstance(item, Article | Remark)
