"""NITF: what is the article of a document, and what of it is where."""

import pytest
from agency import heads, names, only


def test_a_document_in_nitf_is_an_article():
    article = only("nitf_with_embargo.xml")

    assert article.headline == "Harbour tunnel to open in spring"
    assert heads(article) == [("Mayor says that tolls stay low", 0), ("What drivers will pay", 2)]
    assert (article.byline, names(article)) == ("By Mira Falk, Senior Reporter", [("Mira Falk", "Senior Reporter")])
    assert (article.dateline, article.place) == ("Westport, Norland", "Westport, Norland")
    assert (article.language, article.section) == ("en-GB", "Economy")
    assert article.tags[:3] == ("Harbour-Tunnel", "tunnel", "harbour")
    assert (article.source, article.agency) == ("Harbour News Agency", "Harbour News Agency")
    assert (str(article.published), str(article.updated)) == ("2024-05-03T09:00:00+02:00", "2024-05-03T10:15:00+02:00")


def test_lists_tables_quotations_and_the_tagline_are_paragraphs():
    assert only("nitf_with_embargo.xml").paragraphs[1:] == [
        "It is two years late — and, she said, “well below its budget”.",
        "Tolls will be these:",
        "cars: 2 crowns",
        "lorries: 9 crowns",
        "Year Cars",
        "2025 40,000",
        '"I drive there each day," said Per Lund, a baker.',
        "Mira Falk reported from Westport.",
    ]


def test_captions_notes_to_editors_and_an_abstract_stand_aside():
    assert only("nitf_with_embargo.xml").boilerplate.split("\n") == [
        "Editors: the picture moved at noon.",
        "The tunnel, seen from Westport. Ola Berg",
        "The tunnel below the harbour opens a year early.",
        "Moves for Saturday's pages",
    ]


def test_a_lead_that_is_given_twice_is_read_once():
    article = only("nitf_lead_given_twice.xml")

    assert article.paragraphs == [
        "A baker from Westport has won the city's prize for bread.",
        "Per Lund, 52, said that he would bake on.",
    ]
    assert (article.byline, names(article)) == ("By MIRA FALK", [("MIRA FALK", "")])
    assert (article.source, article.section) == ("The Westport Paper", "Metropolitan")
    assert article.url == "http://paper.example/1987/01/01/baker.html"


def test_midnight_in_nitf_is_a_day_without_a_time():
    published = only("nitf_lead_given_twice.xml").published

    assert (str(published), published.clock, published.assumed) == ("1987-01-01", None, True)


def test_entities_are_known_and_the_quotation_marks_of_windows_too():
    article = only("nitf_windows_quotes_as_latin1.xml")

    assert article.headline == "Cafés ouverts à Westport"
    assert article.paragraphs == ["Les cafés ont ouvert « tôt », dit l’Agence R&D de la ville."]
    assert (article.dateline, article.place, article.agency) == ("WESTPORT, 3 mai (HNA) -", "WESTPORT", "HNA")


IDS = [
    # docdata, id, version
    ('<doc-id id-string="d1"/>', "d1", 0),
    ('<doc-id id-string="d1-2"/><du-key key="k1" version="2"/>', "k1", 2),
    ('<du-key key="k1" version="2"/><date.issue norm="20240503T090000Z"/>', "k1:20240503", 2),
    ('<du-key key="k-20240502" version="2"/><date.issue norm="20240503T090000Z"/>', "k-20240502", 2),
    ('<doc-id id-string="d1"/><du-key key="k1"/>', "d1", 0),
    ('<du-key key="k1"/><date.issue norm="20240503T090000Z"/>', "k1:20240503", 0),
    ('<du-key key="k1"/>', "", 0),
    ('<doc-id regsrc="HNA"/>', "", 0),
]


@pytest.mark.parametrize(("docdata", "id", "version"), IDS)
def test_an_id_is_what_stays_from_revision_to_revision(docdata, id, version):
    article = only(f"<nitf><head><title>Oil</title><docdata>{docdata}</docdata></head></nitf>")

    assert (article.id, article.version) == (id, version)


BYLINES = [
    # elements, byline, authors
    ("<byline>By Ann Moe</byline>", "By Ann Moe", [("Ann Moe", "")]),
    ("<byline>By Ann Moe<byttl>Staff Writer</byttl></byline>", "By Ann Moe, Staff Writer", [("Ann Moe", "Staff Writer")]),
    ("<byline>By <person>Ann Moe</person>, <byttl>Editor</byttl></byline>", "By Ann Moe, Editor", [("Ann Moe", "Editor")]),
    ("<byline>Ann Moe</byline><byline>Leo Witt</byline>", "Ann Moe; Leo Witt", [("Ann Moe", ""), ("Leo Witt", "")]),
    ("<byline>am/lw</byline>", "am/lw", []),
    ("<byline><byttl>Sports Network</byttl></byline>", "", []),
    ("<byline/>", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("elements", "byline", "authors"), BYLINES)
def test_a_byline_in_nitf_is_names_and_titles(elements, byline, authors):
    top = f"<body.head><hedline><hl1>Oil</hl1></hedline>{elements}</body.head>"

    article = only(f"<nitf><body>{top}</body></nitf>")

    assert (article.byline, names(article)) == (byline, authors)


INLINE = [
    "Oil <object.title>and</object.title> <person><name.given>Ann</name.given> Moe</person> fell.",
    "Oil <num><num.integer>2</num.integer></num> <money unit='x'>crowns</money>",
    "<chron norm='x'>Friday</chron>: <em>oil</em> <a href='x'>fell</a>",
]


@pytest.mark.parametrize("inline", INLINE)
def test_elements_in_a_line_are_part_of_it(inline):
    text = " ".join("".join(part.rpartition(">")[2] for part in inline.split("<")).split())

    document = f"<nitf><head><title>Oil</title></head><body><body.content><p>{inline}</p></body.content></body></nitf>"

    assert only(document).paragraphs == [text]
