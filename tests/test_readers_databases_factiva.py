"""Documents of Factiva as its pages show them, without codes: what a line is, is said by where it stands."""

import pytest
from databases import FACTIVA, FACTIVA_PLAIN, articles

LANGUAGES = [
    ("English", "1,234 words", "20 November 2026", "Document", "en"),
    ("German", "1.234 Wörter", "20. November 2026", "Dokument", "de"),
    ("Deutsch", "1.234 Wörter", "20 November 2026", "Dokument", "de"),
    ("Français", "1 234 mots", "20 novembre 2026", "Document", "fr"),
    ("Français", "1\N{NO-BREAK SPACE}234 mots", "20 novembre 2026", "Document", "fr"),
    ("Español", "1.234 palabras", "20 de noviembre de 2026", "Documento", "es"),
    ("Italiano", "1.234 parole", "20 novembre 2026", "Documento", "it"),
    ("Português", "1.234 palavras", "20 Novembro 2026", "Documento", "pt"),
    ("Nederlands", "1.234 woorden", "20 november 2026", "Document", "nl"),
]
ENDS = "Document HARB000020261120embk000a1\n"


def shown(*above, below=("The Harbour Times", "HARB", "English", "(c) 2026 Harbour Ltd"), text="It stopped."):
    return "\n".join([*above, "812 words", "20 November 2026", *below, "", text, "", ENDS])


def test_what_stands_around_the_number_of_words_is_of_no_text():
    first, second = articles(FACTIVA_PLAIN)

    assert (first.id, second.id) == ("factiva:HARB000020240503ek53000a1", "factiva:EVHA000020240502ek52000a2")
    assert (str(first.published), first.section, second.section) == ("2024-05-03T08:30:00+00:00", "News", "")
    assert (first.agency, first.place, first.byline, second.byline) == ("Reuters", "LIMA", "By Sam Okafor", "")
    assert first.paragraphs[1] == "812 words were not enough, she said."
    assert first.boilerplate.split("\n") == ["1,234 words", "HARB", "5", "(c) 2024 Harbour Ltd. All rights reserved."]


@pytest.mark.parametrize(("language", "words", "date", "document", "code"), LANGUAGES)
def test_each_language_has_its_words_and_months(language, words, date, document, code):
    printed = FACTIVA_PLAIN.replace("1,234 words", words).replace("3 May 2024", date).replace("English", language)

    first, second = articles(printed.replace("Document", document))

    assert (str(first.published)[:10], first.language, first.source) == ("2026-11-20", code, "The Harbour Times")
    assert (first.headline, second.headline) == ("Swimmers told to stay out of the water", "Ferry stops")


@pytest.mark.parametrize(
    ("above", "headline", "byline", "section"),
    [
        (["Ferry stops"], "Ferry stops", "", ""),
        (["Ferry stops", "Al Roe"], "Ferry stops", "Al Roe", ""),
        (["World News", "Ferry stops", "By Al Roe", "Reuters"], "Ferry stops", "By Al Roe, Reuters", "World News"),
        (["Ferry stops", "", "By Al Roe", ""], "Ferry stops", "By Al Roe", ""),
        (["World News", "", "Ferry stops", ""], "Ferry stops", "", "World News"),
        (
            ["The ferry of the harbour stops for the whole of the winter and the", "spring", "By Al Roe"],
            "The ferry of the harbour stops for the whole of the winter and the spring",
            "By Al Roe",
            "",
        ),
    ],
)
def test_the_headline_stands_above_the_byline_and_below_the_section(above, headline, byline, section):
    (article,) = articles(shown(*above))

    assert (article.headline, article.byline, article.section, article.body) == (
        headline, byline, section, "It stopped.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("below", "source", "language"),
    [
        (["AFP", "AFPR", "English", "Copyright Harbour Agency, 2026 All rights reserved"], "AFP", "en"),
        (
            ["The Harbour Times", "HARB", "1 - 5", "A5", "Volume 12", "English", "© 2026 Harbour"],
            "The Harbour Times",
            "en",
        ),
        (
            ["The Harbour Times", "HARB", "English", "(c) 2026 Harbour Ltd.", "All rights kept."],
            "The Harbour Times",
            "en",
        ),
        (["The Harbour Times", "HARB", "English"], "The Harbour Times", "en"),
        (["The Harbour Times", "HARB"], "The Harbour Times", ""),
        (["", "The Harbour Times", "", "HARB", "", "English", "", "(c) 2026 Harbour"], "The Harbour Times", "en"),
    ],
)
def test_a_text_begins_behind_the_rights_or_else_the_language_or_the_code(below, source, language):
    (article,) = articles(shown("Ferry stops", below=below, text="El ferri paró."))

    assert (article.source, article.body) == (source, "El ferri paró.")
    assert article.language == language or not language


@pytest.mark.parametrize("byline", ["By Al Roe", "Al Roe", "Al Roe; Ann Poe"])
def test_where_no_line_is_wrapped_a_byline_below_a_long_headline_is_none_of_it(byline):
    headline = "The ferry of the harbour stops for the whole of the winter and the spring"
    (article,) = articles(shown(headline, byline, text="It stopped. " * 20))

    assert (article.headline, article.byline) == (headline, byline)
    assert [author.name for author in article.authors] == byline.removeprefix("By ").split("; ")


def test_a_text_right_below_the_rights_is_the_text():
    (article,) = articles(shown("Ferry stops").replace("Ltd\n\nIt", "Ltd\nIt"))

    assert article.body == "It stopped."


def test_a_document_that_was_cut_off_ends_where_the_next_headline_stands():
    cut = shown("Harbour closes", text="It closes on Mon").replace(ENDS, "\n")

    first, second = articles(f"{cut}{shown('Ferry stops', 'By Al Roe')}")

    assert (first.headline, first.body, second.headline, second.body) == (
        "Harbour closes", "It closes on Mon", "Ferry stops", "It stopped.",
    )  # fmt: skip
    assert second.id == "factiva:HARB000020261120embk000a1"
    assert not first.id.startswith("factiva")


def test_a_date_that_is_not_read_is_left_out_and_named():
    remark, article = articles(shown("Ferry stops").replace("20 November 2026", "10/11/2026"))

    assert (article.headline, article.body, article.published) == ("Ferry stops", "It stopped.", None)
    assert remark.message == "published '10/11/2026' may be two dates: left out; --date-order says which"


def test_the_rest_of_a_document_that_has_only_its_number_is_read():
    rest, article = articles(f"It rained.\n\n{ENDS}\n{shown('Ferry stops').replace('a1', 'a2')}")

    assert (rest.headline, rest.body, rest.id) == ("", "It rained.", "factiva:HARB000020261120embk000a1")
    assert article.headline == "Ferry stops"


def test_documents_with_codes_may_have_something_above_them():
    first, second = articles(f"Page 1 of 2\n\nFactiva\n\n{FACTIVA}")

    assert (first.headline, second.headline) == ("Swimmers told to stay out of the water", "Ferry stops")


def test_a_text_of_codes_begins_another_document_only_with_the_codes_of_a_beginning():
    first, second = articles(
        FACTIVA.replace("minded.\n", "minded.\n\nHD televisions were sold.\n\nSN and PD were letters.\n")
    )

    assert first.paragraphs[1:] == ["IN the end nobody minded.", "HD televisions were sold.", "SN and PD were letters."]
    assert second.headline == "Ferry stops"
