"""Agencies' items: what is the article of each, and what of it is where."""

import pytest
from agency import DATA, FORMATS, heads, items, names, newsml_item, only, parted

from newssearch.readers.agency import anpa, iptc7901, newsml, newsml_g2, nitf, reuters_corpus
from newssearch.readers.contract import Options

# --- NITF -------------------------------------------------------------------------


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


# --- NewsML 1 ---------------------------------------------------------------------


def test_an_item_in_newsml_is_put_together_from_its_parts_by_their_roles():
    article = only("newsml_parts_by_role.xml")

    assert article.id == "urn:newsml:wire.example:20240503:A17"
    assert article.version == 3
    assert article.headline == "Ferry line buys third ship"
    assert heads(article) == [("Two more to come", 0), ("Fares stay as they are", 0), ("About the line", 1)]
    assert names(article) == [("Jon Rask", "Shipping Correspondent")]
    assert (article.dateline, article.place) == ("WESTPORT, May 3 -", "WESTPORT")
    assert article.tags == ("NO-WESTPORT-FERRY", "ships", "ferry")
    assert article.source == "Westport Wire"
    assert (str(article.published), str(article.updated)) == ("2024-05-03T07:00:00+00:00", "2024-05-03T08:15:30+00:00")
    assert article.paragraphs == [
        "The ferry line of Westport has bought a third ship, it said on Friday.",
        "It has sailed since 1921, and carries a million people a year.",
    ]
    assert article.boilerplate.split("\n") == [
        "Copyright Westport Wire 2024",
        "The new ferry leaves its dock.",
        "Ferry Line Ann Moe, 555-0117",
    ]


def test_of_one_text_in_several_forms_and_languages_one_is_read():
    (article,), (remark,) = parted(items("newsml_same_text_in_forms_and_languages.xml"))

    assert article.headline == "Bridge shut for a week"
    assert article.paragraphs == ["The bridge is shut for a week.", "Repairs began on Saturday."]
    assert (article.language, article.boilerplate) == ("en", "")
    assert remark.message == "urn:newsml:wire.example:20240504:B2: read in en, and not in fr"
    assert not remark.lost


CONTENTS = [
    # what the data content is
    "<nitf><body><body.content><p>Oil fell.</p><p>Gold rose.</p></body.content></body></nitf>",
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Oil fell.</p><p>Gold rose.</p></body></html>',
    "<p>Oil fell.</p><p>Gold rose.</p>",
    "&lt;p&gt;Oil fell.&lt;/p&gt;&lt;p&gt;Gold rose.&lt;/p&gt;",
    "<![CDATA[<html><body><p>Oil fell.</p><p>Gold rose.</p></body></html>]]>",
    "<![CDATA[<?xml version='1.0'?><nitf><body><body.content><p>Oil fell.</p><p>Gold rose.</p></body.content></body></nitf>]]>",
    "Oil fell.\n\nGold rose.",
]


@pytest.mark.parametrize("content", CONTENTS)
def test_a_text_in_newsml_may_have_any_form(content):
    lines = "<NewsLines><HeadLine>Oil</HeadLine></NewsLines>"
    component = f"{lines}<ContentItem><DataContent>{content}</DataContent></ContentItem>"

    assert only(f"<NewsML>\n{newsml_item(component)}</NewsML>").paragraphs == ["Oil fell.", "Gold rose."]


def test_texts_with_headlines_of_their_own_are_articles_of_their_own():
    parts = "".join(
        f"<NewsComponent><NewsLines><HeadLine>{head}</HeadLine></NewsLines><ContentItem><DataContent>{text}"
        "</DataContent></ContentItem></NewsComponent>"
        for head, text in (("Oil", "Oil fell."), ("Gold", "Gold rose."))
    )

    articles, remarks = parted(items(f"<NewsML>{newsml_item(parts)}</NewsML>"))

    assert [(a.id, a.headline, a.body) for a in articles] == [
        ("urn:newsml:w:20240503:N1", "Oil", "Oil fell."),
        ("urn:newsml:w:20240503:N1#2", "Gold", "Gold rose."),
    ]
    assert remarks == []


NO_ARTICLES = [
    ("<ContentItem Href='a.jpg'><MediaType FormalName='Photo'/></ContentItem>", "a photo urn:newsml:w:20240503:N1"),
    ("<NewsItemRef NewsItem='urn:x'/>", "a list of items urn:newsml:w:20240503:N1"),
]


@pytest.mark.parametrize(("component", "known"), NO_ARTICLES)
def test_what_is_no_text_is_named(component, known):
    articles, (remark,) = parted(items(f"<NewsML>{newsml_item(component)}</NewsML>"))

    assert articles == []
    assert (remark.message, remark.lost) == (f"{known} is no article: passed over", False)


# --- NewsML-G2 --------------------------------------------------------------------


def test_a_message_gives_its_texts_and_names_what_is_none():
    articles, remarks = parted(items("g2_message_of_many_kinds.xml"))

    assert [article.id for article in articles] == [f"urn:hna:text:{number}" for number in (1, 0, 2, 3)]
    assert [(remark.message.partition(" is no")[0], remark.lost) for remark in remarks] == [
        ("item 1: a package urn:hna:pack:1", False),
        ("item 3: a picture urn:hna:pict:1", False),
        ("item 4: a planning item urn:hna:plan:1", False),
    ]


def test_an_item_in_newsml_g2_is_an_article():
    article = parted(items("g2_message_of_many_kinds.xml"))[0][0]

    assert (article.headline, article.version) == ("Norland holds rates", 4)
    assert heads(article) == [("Crown falls to a low", 0), ("A weak crown", 1)]
    assert names(article) == [("Eva Strand", ""), ("Leo Witt", "")]
    assert (article.dateline, article.place, article.agency) == ("WESTPORT (Reuters) -", "WESTPORT", "Reuters")
    assert (article.language, article.section, article.source) == ("en-GB", "Economy", "Harbour News")
    assert article.tags == ("NORLAND-RATES", "rates", "central bank")
    assert (str(article.published), str(article.updated)) == ("2024-05-03T07:10:00+02:00", "2024-05-03T08:59:00+02:00")
    assert article.paragraphs == [
        "The central bank of Norland held its rate at 4 percent.",
        "The crown fell to a low of the year.",
    ]
    assert article.boilerplate.split("\n") == [
        "rates",
        "The bank in Westport.",
        "es/lw",
        "Not for use in Norland",
        "Adds the minister's answer",
    ]


def test_a_text_that_was_set_in_lines_is_read_as_one():
    article = only("g2_text_set_in_lines.xml")

    assert (article.byline, names(article)) == ("By Eva Strand", [("Eva Strand", "")])
    assert (article.dateline, article.agency) == ("May 3 (Reuters) -", "Reuters")
    assert article.paragraphs[:3] == [
        "(Adds comments, detail)",
        "* Mine shuts for a month",
        "Tin rose on Friday after the largest mine of Norland was shut, and as traders bought metal ahead of the long weekend.",
    ]


def test_an_item_of_the_reuters_corpus_is_an_article():
    article = only("rcv1_item.xml")

    assert (article.id, article.headline) == ("reuters:990001", "Norland's markets wake up")
    assert (article.byline, names(article)) == ("Eva Strand", [("Eva Strand", "")])
    assert (article.dateline, article.place, article.agency) == ("WESTPORT 1996-08-20", "WESTPORT", "Reuters")
    assert (str(article.published), article.language, article.tags) == ("1996-08-20", "en", ("NORLAND",))
    assert article.paragraphs == ["Norland's markets woke up on Tuesday.", "Shares rose by 2 percent."]
    assert article.boilerplate == "(c) Example Limited 1996"


# --- IPTC 7901 and ANPA 1312 ------------------------------------------------------


def test_a_message_in_iptc_7901_is_an_article():
    article = parted(items("iptc7901_story_and_kill.txt"))[0][0]

    assert article.id == "dpa:0061:2024-05-03"
    assert article.headline == "Talks on a coalition in Norland could fail"
    assert names(article) == [("Eva Strand", "")]
    assert (article.dateline, article.place, article.agency) == ("Westport (dpa) -", "Westport", "dpa")
    assert article.tags == ("Norland-politics/parties", "EXTRA")
    assert str(article.published) == "2024-05-03T11:37:00+00:00"
    assert len(article.paragraphs) == 2
    assert article.paragraphs[0].startswith("Talks between the two largest parties of Norland could fail, a leader")
    assert "Ida Holm" in article.boilerplate


def test_a_message_of_which_the_marks_were_lost_is_read_by_its_lines():
    article = only("iptc7901_marks_lost.txt")

    assert article.headline == "Norland joins the countries that will not sign"
    assert (article.byline, names(article)) == ("By dpa correspondents", [])
    assert article.tags == ("Norland/migration/UN", "REFILE", "1ST LEAD")
    assert (str(article.published), article.published.assumed) == ("2024-05-03T23:22:00+00:00", True)


def test_a_message_in_anpa_1312_is_an_article():
    article = only("anpa_marks_lost.txt")

    assert article.id == "AP:BC-LT--Westport-Bread:2024-05-13"
    assert article.headline == "In Westport, bread is a hope"
    assert names(article) == [("PER LUND", ""), ("ANN MOE", "")]
    assert article.place == "WESTPORT, Norland"
    assert str(article.published) == "2024-05-13T15:09:00+00:00"
    assert article.paragraphs == [
        "Bread is baked at night in Westport.",
        "“It is good,” said a baker who has baked it for forty years.",
    ]


# --- who knows what ---------------------------------------------------------------


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


def test_parts_without_a_language_go_with_the_first_that_has_one():
    parts = "".join(
        f"<NewsComponent xml:lang='{language}'><ContentItem><DataContent>{text}</DataContent></ContentItem></NewsComponent>"
        for language, text in (("", "Oil fell."), ("en-GB", "Gold rose."), ("en", "Tin rose."), ("", "Gold rose."))
    )
    headline = "<NewsLines><HeadLine>Metals</HeadLine></NewsLines>"

    assert only(f"<NewsML>{newsml_item(headline + parts)}</NewsML>").paragraphs == [
        "Oil fell.",
        "Gold rose.",
        "Tin rose.",
    ]


def test_parts_in_several_forms_are_one_text():
    texts = ("<p>Oil fell.</p>", "Gold rose.\n\nTin rose.")
    parts = "".join(f"<ContentItem><DataContent>{text}</DataContent></ContentItem>" for text in texts)
    split = parts.replace("</ContentItem><ContentItem>", "</ContentItem></NewsComponent><NewsComponent><ContentItem>")
    component = f"<NewsLines><HeadLine>Metals</HeadLine></NewsLines><NewsComponent>{split}</NewsComponent>"

    assert only(f"<NewsML>{newsml_item(component)}</NewsML>").paragraphs == ["Oil fell.", "Gold rose.", "Tin rose."]


def test_a_part_of_an_unknown_role_is_the_text_where_there_is_no_other():
    content = "<ContentItem><DataContent>Oil fell.</DataContent></ContentItem>"
    component = f"<NewsLines><HeadLine>Oil</HeadLine></NewsLines><NewsComponent><Role FormalName='Supporting'/>{content}</NewsComponent>"

    article = only(f"<NewsML>{newsml_item(component)}</NewsML>")

    assert (article.body, article.boilerplate) == ("Oil fell.", "")


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


@pytest.mark.parametrize(("figures", "year"), [("96", 1996), ("24", 2024)])
def test_years_of_two_figures_are_of_their_century(figures, year):
    message = (DATA / "anpa_marks_lost.txt").read_text(encoding="utf-8").replace("05-13-24", f"05-13-{figures}")

    assert only(message).published.day.year == year
