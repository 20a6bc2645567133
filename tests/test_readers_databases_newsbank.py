"""Documents of NewsBank and EBSCO: a citation with a label for each of its parts, and the text."""

import pytest
from databases import EBSCO, NEWSBANK, articles

from newssearch.readers import Options


def test_what_is_below_a_text_of_newsbank_is_boilerplate():
    first, second = articles(NEWSBANK)

    assert (first.section, first.source, second.source) == ("News", "The Harbour Times", "The Evening Harbour")
    assert first.paragraphs[1:] == ["Title: a line of the text is what it is."]
    assert {"Page: A5", "Record Number: 1A2B3C"} <= {*first.boilerplate.split("\n")}
    assert second.boilerplate == "Record Number: 1A2B3D"


def test_ebsco_says_paper_and_date_on_one_line_and_its_abstract_is_not_of_the_paper():
    first, second = articles(EBSCO)

    assert (first.source, str(first.published), str(second.published)) == (
        "The Harbour Times",
        "2024-05-23",
        "2024-05-22",
    )
    assert [author.name for author in first.authors] == ["Sam Okafor", "Al Roe"]
    assert (first.tags, second.headline, second.authors) == (("PORTS",), "Ferry stops", ())
    assert first.paragraphs == ["Swimmers in the harbour were told on Friday to stay out of the water."]
    assert {"Abstract: The article reports on rain.", "Accession Number: 2W62"} <= {*first.boilerplate.split("\n")}


@pytest.mark.parametrize(("order", "published"), [("mdy", "2024-05-02"), ("dmy", "2024-02-05"), ("", "None")])
def test_a_date_that_may_be_two_is_none_unless_its_order_is_said(order, published):
    found = articles(EBSCO.replace("5/22/2024", "5/2/2024"), Options(date_order=order))

    remarks = [item.message for item in found if hasattr(item, "message")]
    assert str(found[-1].published) == published
    assert bool(remarks) == (not order)


def test_an_abstract_of_ebsco_is_the_text_where_there_is_no_other():
    first, second = articles(
        EBSCO.replace("Swimmers in the harbour were told on Friday to stay out of the water.\n", "")
    )

    assert (first.body, second.body) == ("The article reports on rain.", "The ferry stopped on Monday.")


def test_an_error_is_searched_with_the_text():
    first, _ = articles(NEWSBANK.replace("Copyright:", "Correction: The harbour is in Lima.\n\nCopyright:", 1))

    assert first.paragraphs[-1] == "Correction: The harbour is in Lima."


@pytest.mark.parametrize(
    "line",
    ["Title: a play by Al Roe.", "Title: one\n\nDate: none, she said.", "Record Number: he had none.\n\nIt was late."],
)
def test_a_line_of_a_text_begins_no_document(line):
    first, second = articles(NEWSBANK.replace("out of the water.\n", f"out of the water.\n\n{line}\n\nIt rained.\n"))

    assert "It rained." in first.paragraphs
    assert second.headline == "Ferry stops"


@pytest.mark.parametrize("line", ["Source: Harbour Institute, May 1, 2024.", "Authors: Poe, Ann"])
def test_a_label_of_a_citation_in_a_text_is_of_the_text(line):
    first, _ = articles(EBSCO.replace("out of the water.\n", f"out of the water.\n\n{line}\n\nIt rained.\n"))

    assert first.paragraphs[1:] == [line, "It rained."]
    assert (str(first.published), len(first.authors)) == ("2024-05-23", 2)
