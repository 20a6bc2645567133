"""Documents of news databases, printed to text: several in a file, with labels or codes for what each line is."""

import io
import time

import pytest
from databases import FACTIVA, FACTIVA_PLAIN, LEXIS, NEWSBANK, NEXIS_UNI, PROQUEST, articles

from newssearch.article import Article, Subhead
from newssearch.readers import Options
from newssearch.readers.databases import factiva, factiva_plain, lexis, newsbank


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        (LEXIS, ["SAM OKAFOR"]),
        (NEXIS_UNI, ["Sam Okafor"]),
        (PROQUEST, ["Sam Okafor", "Al Roe"]),
        (FACTIVA, ["Sam Okafor"]),
        (FACTIVA_PLAIN, ["Sam Okafor"]),
        (NEWSBANK, ["Sam Okafor"]),
    ],
    ids=["Lexis", "Nexis Uni", "ProQuest", "Factiva", "Factiva without codes", "NewsBank"],
)
def test_each_document_of_a_file_is_an_article(printed, names):
    first, second = articles(printed)

    assert (first.headline, first.source) == ("Swimmers told to stay out of the water", "The Harbour Times")
    assert [author.name for author in first.authors] == names
    assert (str(first.published)[:10], first.language) == ("2024-05-03", "en")
    assert first.paragraphs[0].startswith("Swimmers in the harbour were told on Friday")
    assert (second.headline, second.body) == ("Ferry stops", "The ferry stopped on Monday.")
    assert str(second.published) == "2024-05-02"


def test_the_labels_of_lexis_say_what_stands_behind_them():
    first, second = articles(LEXIS)

    assert (first.byline, first.dateline, first.place) == ("By SAM OKAFOR", "LIMA, Peru", "LIMA, Peru")
    assert (first.section, first.url) == ("Foreign Desk", "http://harbour.example/a")
    assert first.tags == ("HARBOURS & PORTS", "WATER")
    assert first.paragraphs == [
        "Swimmers in the harbour were told on Friday to stay out of the water after it rained.",
        "Notes: this line is of the text.",
    ]
    assert {"LENGTH: 92 words", "Late Edition - Final", "All Rights Reserved"} <= {*first.boilerplate.split("\n")}
    assert (second.subheads, second.section) == ((Subhead("Winter is early."),), "NEWS")


def test_the_captions_and_notices_below_a_text_are_boilerplate():
    first, _ = articles(NEXIS_UNI)

    assert first.paragraphs[1:] == ["Title: a line of the text is what it is."]
    assert {"The harbour on Friday.", "Edition 1, National Edition", "Load-Date: May 4, 2024"} <= {
        *first.boilerplate.split("\n")
    }


def test_a_document_of_factiva_has_its_number_for_an_id_and_its_time():
    first, second = articles(FACTIVA)

    assert (first.id, second.id) == ("factiva:HARB000020240503emb7000a1", "factiva:HARB000020240502emb7000a2")
    assert (str(first.published), first.agency, first.place) == ("2024-05-03T08:30:00+00:00", "Reuters", "LIMA")
    assert first.tags == ("Water", "Politics", "Ports")
    assert first.paragraphs[1] == "IN the end nobody minded."
    assert "RE uk : United Kingdom" in first.boilerplate


@pytest.mark.parametrize(
    "sentence",
    [
        "HD cameras filmed the last ship.",
        "SE Asia: traders mourned it.",
        "BY land: nobody came.",
        "AN investigation began.",
        "AN investigation",
    ],
)
@pytest.mark.parametrize("above", ["IN the end nobody minded.", "The ferry stopped on Monday."], ids=["TD", "LP"])
def test_a_paragraph_of_factiva_that_begins_like_a_code_is_of_the_text(sentence, above):
    first, second = articles(FACTIVA.replace(above, f"{above}\n\n{sentence}\n\nIt rained."))

    changed = first if above in first.paragraphs else second
    number = changed.paragraphs.index(above)
    assert changed.paragraphs[number:] == [above, sentence, "It rained."]
    assert (first.id, second.id) == ("factiva:HARB000020240503emb7000a1", "factiva:HARB000020240502emb7000a2")


def test_a_text_of_factiva_begins_once():
    first, _ = articles(FACTIVA.replace("minded.\n", "minded.\n\nTD Bank lent the money.\n"))

    assert first.paragraphs[1:] == ["IN the end nobody minded.", "TD Bank lent the money."]


def test_a_document_of_factiva_ends_with_its_number_in_whatever_language_it_is_named():
    first, second = articles(FACTIVA.replace("AN  Document", "AN  Dokument"))

    assert (first.id, second.id) == ("factiva:HARB000020240503emb7000a1", "factiva:HARB000020240502emb7000a2")


def test_a_document_on_its_own_needs_no_number():
    (article,) = articles(
        "The Harbour Times\n\nMay 3, 2024 Friday\n\nFerry stops\n\nBYLINE: Al Roe\n\nLENGTH: 92 words\n\nIt stopped.\n"
    )

    assert (article.source, article.headline, article.byline, article.body) == (
        "The Harbour Times", "Ferry stops", "Al Roe", "It stopped.",
    )  # fmt: skip


def test_a_headline_may_hold_a_date_and_a_line_between_two_labels_is_no_text():
    (article,) = articles(
        "Harbour closed since May 1, 2024 to open\nThe Harbour Times\nMay 3, 2024 Friday 10:30 AM GMT\n\nLENGTH: 9 words\n\n"
        "Special to the Times\n\nBYLINE: Al Roe\n\nIt opened.\n\nGRAPHIC: a\n\nGRAPHIC: b\n",
        Options(zone="Europe/London"),
    )

    assert article.headline == "Harbour closed since May 1, 2024 to open"
    assert (str(article.published), article.source) == ("2024-05-03T10:30:00+00:00", "The Harbour Times")
    assert (article.byline, article.body) == ("Al Roe", "It opened.")
    assert {"Special to the Times", "GRAPHIC: a", "GRAPHIC: b"} <= {*article.boilerplate.split("\n")}


TEXTS = [
    "Ferry stops\nBy Al Roe\nLENGTH matters, he said.\nSECTION: A\nBODY: B\n",
    "1 of 3\n\nThe council voted.\n",
    "HD is what they call it.\nPD James wrote it.\nIt fell.\n",
    "Length: 3 words\n\nIt fell.\n",
    "Ferry stops\nBy Al Roe\n812 words\n3 May 2024\n\nDocument HARB was lost.\n",
    "Document HARB000020240503ek53000a1\n\nis the document of which he spoke for 812\nwords.\n",
    "Title: Ferry stops\nAuthor: Al Roe\nDate: May 3, 2024\nSection: News\n\nIt stopped.\n",
    "Record Number: 5\nTitle: it is the fifth, and Date: May.\n",
]
MODULES = [lexis, factiva, factiva_plain, newsbank]


@pytest.mark.parametrize("printed", TEXTS)
def test_a_text_with_a_label_or_a_number_is_no_document_of_a_database(printed):
    assert [module for module in MODULES if module.begins(printed.encode())] == []


def test_a_document_without_text_is_named_and_passed_over():
    found = articles("1 of 2 DOCUMENTS\n\nLENGTH: 0 words\n\nLANGUAGE: ENGLISH\n\n" + LEXIS[LEXIS.index("2 of 2") :])

    assert [(item.message, item.lost) for item in found if not isinstance(item, Article)] == [
        ("document 1: neither headline nor body: passed over", True)
    ]


def test_the_lines_below_a_label_are_read_in_linear_time():
    printed = "1 of 2 DOCUMENTS\nLENGTH: 2 words\nGRAPHIC: a\n" + "b\n" * 500_000 + "\nBODY:\n\nIt stopped.\n"
    start = time.process_time()

    (article,) = lexis.read(io.BytesIO(printed.encode()), "a.txt", Options())

    assert time.process_time() - start < 20
    assert article.body == "It stopped."
    assert f"GRAPHIC: a{' b' * 500_000}" in article.boilerplate.split("\n")


@pytest.mark.parametrize("module", MODULES)
def test_a_file_past_the_limit_is_passed_over(module, monkeypatch):
    monkeypatch.setattr("newssearch.readers.databases.documents.LARGEST", 1 << 20)

    (remark,) = module.read(io.BytesIO(b"x" * (1 << 20) + b"x"), "a.txt", Options())

    assert (remark.message, remark.lost) == ("larger than 1 MiB, the limit for documents: passed over", True)
