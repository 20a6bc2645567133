"""The labels of Lexis and ProQuest: in which language, what they give, and when a line only looks like one."""

import pytest
from databases import LEXIS, NEXIS_UNI, PROQUEST, articles

GERMAN = """\
                              Dokument 1 von 1

                                Der Hafenbote

                         Dienstag 10.Dezember 2019

Fähre fährt nicht mehr

AUTOR: Jan Baum

RUBRIK: LOKALES; S. 5

LÄNGE: 1.234 Wörter

 Die Fähre fährt seit Montag nicht mehr.

UPDATE: 11. Dezember 2019

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung
"""
FRENCH = """\
                              Document 1 de 1

                                   Le Port

                          mardi 10 décembre 2019

Le bac s'arrête

AUTEUR: Jean Port

RUBRIQUE: FRANCE; Pg. 3

LONGUEUR: 1 234 mots

Le bac ne part plus.

DATE-CHARGEMENT: 11 décembre 2019

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal
"""
DUTCH = """\
                               1 of 1 DOCUMENTS

                           Copyright 2019 De Haven

                                   De Haven

                              10. december 2019

                              December 10, 2019

LENGTE: 1.234 woorden

SECTION: BINNENLAND

KOP: Veer stopt

AUTEUR: BOOM, JAN

TEKST:

Het veer vaart niet meer.

PUB-TYPE: Paper

TAAL: Dutch / Nederlands
"""


@pytest.mark.parametrize(
    ("printed", "headline", "author", "section", "source", "language"),
    [
        (GERMAN, "Fähre fährt nicht mehr", "Jan Baum", "LOKALES", "Der Hafenbote", "de"),
        (FRENCH, "Le bac s'arrête", "Jean Port", "FRANCE", "Le Port", "fr"),
        (DUTCH, "Veer stopt", "JAN BOOM", "BINNENLAND", "De Haven", "nl"),
    ],
    ids=["German", "French", "Dutch"],
)
def test_labels_may_be_in_another_language(printed, headline, author, section, source, language):
    (article,) = articles(printed)

    assert (article.headline, article.section, article.source, article.language) == (
        headline,
        section,
        source,
        language,
    )
    assert [author.name for author in article.authors] == [author]
    assert (str(article.published), len(article.paragraphs), article.subheads) == ("2019-12-10", 1, ())


@pytest.mark.parametrize(
    "label",
    """SUBJECT LOAD-DATE LANGUAGE PUBLICATION-TYPE JOURNAL-CODE GRAPHIC GEOGRAPHIC PERSON COMPANY TICKER INDUSTRY
    CORRECTION-DATE ORGANIZATION SECTION LENGTH""".split(),  # noqa: SIM905
)
def test_a_label_behind_the_text_ends_it(label):
    (first, *_) = articles(LEXIS.replace("URL: http://harbour.example/a", f"{label}: May 4, 2024; PORTS (90%)"))

    assert first.paragraphs[-1] == "Notes: this line is of the text."


@pytest.mark.parametrize(
    "line",
    [
        "SUBJECT: to what, she asked",
        "SUBJECT: To what, she asked.",
        "UPDATE: the ferry runs again.",
        "COMPANY: that was what he missed.",
        "LANGUAGE: the words of the harbour.",
        "COPYRIGHT reform was lost.",
        "Copyright is a law of 1911.",
    ],
)
def test_a_line_that_begins_like_a_label_is_of_the_text_where_the_text_goes_on(line):
    first, _ = articles(LEXIS.replace("\nURL:", f"\n{line}\n\nIt rained again.\n\nURL:"))

    assert first.paragraphs[-2:] == [line, "It rained again."]
    assert first.tags == ("HARBOURS & PORTS", "WATER")


@pytest.mark.parametrize("headline", ["Ferry makes its final trip", "May 3, 2024 was its last day"])
def test_a_headline_may_look_like_an_edition_or_a_date(headline):
    first, _ = articles(LEXIS.replace("Swimmers told to stay\nout of the water", headline))

    assert (first.headline, str(first.published)) == (headline, "2024-05-03")


@pytest.mark.parametrize("line", ["Notes: It was late.", "Location: the harbour", "Type: a ferry"])
def test_a_line_of_a_list_is_of_the_text_where_the_text_goes_on(line):
    first, _ = articles(NEXIS_UNI.replace("\nTitle: a line", f"\n{line}\n\nIt rained.\n\nTitle: a line"))

    assert first.paragraphs[1:3] == [line, "It rained."]


def test_the_last_line_of_a_text_may_begin_like_a_label():
    first, _ = articles(LEXIS.replace("\nURL:", "\nSUBJECT: to what, she asked\n\nURL:"))

    assert first.paragraphs[-1] == "SUBJECT: to what, she asked"


def test_what_is_said_to_be_wrong_in_a_text_is_searched_with_it():
    first, _ = articles(
        LEXIS.replace("\nURL:", "\nCORRECTION: The harbour is in Lima.\n\nCORRECTION-DATE: May 5, 2024\n\nURL:")
    )

    assert first.paragraphs[-1] == "CORRECTION: The harbour is in Lima."
    assert "CORRECTION-DATE: May 5, 2024" in first.boilerplate.split("\n")


def test_a_text_has_a_label_for_its_beginning_once():
    (article,) = articles(DUTCH.replace("niet meer.", "niet meer.\n\nBODY:\n\nHet was mooi."))

    assert article.paragraphs == ["Het veer vaart niet meer.", "BODY:", "Het was mooi."]


ABSTRACT = "Abstract: It rained."


@pytest.mark.parametrize(
    ("abstract", "text", "paragraphs", "aside"),
    [
        (ABSTRACT, "Full text: It rained. It stopped.", ["It rained. It stopped."], False),
        ("Abstract: IT RAINED...", "Full text: It rained. It stopped.", ["It rained. It stopped."], False),
        (ABSTRACT, "Full text: The ferry stopped.", ["The ferry stopped."], True),
        (ABSTRACT, "Full text: Not available.", ["It rained."], False),
        (ABSTRACT, "", ["It rained."], False),
        (f"{ABSTRACT}\n\nIt stopped.", "", ["It rained.", "It stopped."], False),
    ],
)
def test_an_abstract_is_the_text_where_there_is_no_other(abstract, text, paragraphs, aside):
    head = "Document 1 of 1\n\nFerry stops\n\nAuthor: Roe, Al\n\n"

    (article,) = articles(f"{head}{abstract}\n\n{text}\n\nSubject: Ports\n\nPublication date: May 2, 2024\n")

    assert (article.paragraphs, article.tags) == (paragraphs, ("Ports",))
    assert (ABSTRACT in article.boilerplate) == aside


def test_no_label_of_proquest_is_in_a_text():
    for article in articles(PROQUEST):
        assert "ubject" not in article.body
        assert "ProQuest" not in article.body


def test_the_title_that_proquest_prints_below_a_text_again_is_not_of_it():
    (article,) = articles(
        "Document 1 of 1\n\nFerry stops\n\nFull text: It stopped.\n\nTitle: it is one.\n\nIt rained.\n\n"
        "Title: Ferry stops\n\nPublication title: The Harbour Times\n\nPublication date: May 2, 2024\n"
    )

    assert (article.headline, article.source, article.boilerplate) == ("Ferry stops", "The Harbour Times", "")
    assert article.paragraphs == ["It stopped.", "Title: it is one.", "It rained."]


def test_the_number_of_a_photograph_begins_no_document():
    found = articles(LEXIS.replace("after it rained.\n", "after it rained.\n\n1 of 3\n\n2 of 3\n"))

    assert len(found) == 2
    assert "2 of 3" in found[0].paragraphs


def test_a_document_whose_number_was_lost_is_one_of_its_own():
    first, second = articles(LEXIS.replace("2 of 2 DOCUMENTS", ""))

    assert (first.headline, second.headline) == ("Swimmers told to stay out of the water", "Ferry stops")
    assert (second.source, str(second.published)) == ("The Evening Harbour", "2024-05-02")


def test_one_document_of_proquest_needs_no_number_and_has_a_citation_below_its_title():
    (article,) = articles(
        "Ferry stops\n\nRoe, Al. The Harbour Times; London (UK) [London (UK)]20 Nov 2026: 5.\n\n"
        "Publication info: The Harbour Times; London (UK) [London (UK)]20 Nov 2026: 5.\n\nProQuest document link\n\n"
        "Full text: It stopped.\n\nIllustration\nCaption: The ferry\n\nPublication title: The Harbour Times\n\n"
        "Publication date: Nov 20, 2026\n\nProQuest document ID: 123\n"
    )

    assert (article.headline, article.subheads, article.body) == ("Ferry stops", (), "It stopped.")
    assert (article.source, str(article.published)) == ("The Harbour Times", "2026-11-20")
    assert "Roe, Al. The Harbour Times" in article.boilerplate


def test_what_each_page_of_nexis_begins_with_is_of_no_text():
    above = "The ferry to the islands, which had run for a hundred years and was loved by all who saw it,"
    first, second = articles(
        "Page 1 of 1\nSwimmers told to stay out of the water\n\n"
        + NEXIS_UNI.replace("\nFerry stops\n", "\nPage 1 of 2\nFerry stops\n\nFerry stops\n").replace(
            "The ferry stopped", f"{above}\n\nPage 2 of 2\nFerry stops\n\nstopped"
        )
    )

    assert (first.headline, second.headline) == ("Swimmers told to stay out of the water", "Ferry stops")
    assert second.body.replace("\n", " ") == f"{above} stopped on Monday."
