"""Agencies' files: which format knows each, times without a zone, and documents one behind the other."""

import pytest
from agency import DATA, FORMATS, items, only, parted

from newssearch.readers.agency import anpa, iptc7901, newsml, newsml_g2, nitf, reuters_corpus
from newssearch.readers.contract import Options


@pytest.mark.parametrize("path", sorted(p for p in DATA.iterdir() if p.suffix != ".json"), ids=lambda path: path.name)
def test_each_file_is_known_by_one_format(path):
    head = path.read_bytes().lstrip()
    expected = {
        "nitf": nitf,
        "newsml": newsml,
        "g2": newsml_g2,
        "rcv1": reuters_corpus,
        "iptc7901": iptc7901,
        "anpa": anpa,
    }

    assert [form for form in FORMATS if form.begins(head)] == [expected[path.name.partition("_")[0]]]


NONE = [
    b"", b"\x01", b"\x01\x02\x03", b"Oil falls\n\nOil fell on Monday.", b"By Jane Doe\nBC-Oil 02-20 0500\n^", b"<rss><channel/></rss>",
    b"<html><body><nitf></nitf></body></html>", b"<!-- <nitf> --><p>newsml</p>", b"eca0003 3 i 380  dpa 0045\n\nOil/\n\nIt fell.",
    b"r2024 3 i 380\nOil falls", b'{"nitf": 1}', b"\xff\xfe\x00", b"Z1000 is a plane\nz a It flew 3-4 \nhours",
]  # fmt: skip


@pytest.mark.parametrize("head", NONE)
def test_what_no_agency_sent_is_known_by_none(head):
    assert [form for form in FORMATS if form.begins(head)] == []


def test_times_without_a_zone_are_in_the_one_given():
    article = only("iptc7901_marks_lost.txt", Options(zone="Europe/Berlin"))

    assert str(article.published) == "2024-05-03T23:22:00+02:00"


def test_documents_may_stand_one_behind_the_other():
    document = (DATA / "nitf_lead_given_twice.xml").read_bytes()
    others = [(DATA / f"nitf_{name}.xml").read_bytes() for name in ("kill_notice", "with_embargo")]

    articles, remarks = parted(items(b"\n".join([document, *others, b"\0\0\x1a"])))

    assert [article.headline for article in articles if article.headline] == [
        "Baker Wins Prize",
        "Kill: Harbour-Tunnel",
        "Harbour tunnel to open in spring",
    ]
    assert remarks == []


def test_what_stands_behind_a_document_is_named():
    (article,), (remark,) = parted(items("<nitf><head><title>Oil</title></head></nitf>\nOil fell."))

    assert article.headline == "Oil"
    assert remark.message.startswith("behind document 1: no XML")
