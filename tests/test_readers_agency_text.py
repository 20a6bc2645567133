"""What stands above and below an agency's text: labels, bylines, initials, rules, and the headline once more."""

import pytest

from newssearch.article import Subhead
from newssearch.readers.agency.text import of_flow, of_lines
from newssearch.readers.agency.wire import top
from newssearch.readers.fragment import Flow

TOPS = [
    # lines, labels, headline, byline, notes
    (["Oil falls ="], (), "Oil falls", "", ()),
    (["EXTRA", "Oil falls", "in Westport ="], ("EXTRA",), "Oil falls in Westport", "", ()),
    (["REFILE", "1ST LEAD", "Oil falls", "By Eva Strand, dpa ="], ("REFILE", "1ST LEAD"), "Oil falls", "By Eva Strand, dpa", ()),
    (["OIL FALLS IN WESTPORT", "AND GOLD RISES ="], (), "OIL FALLS IN WESTPORT AND GOLD RISES", "", ()),
    (["Oil falls<", "Eds: Adds quotes<", "By EVA STRAND=", "AP Business Writer="], (), "Oil falls", "By EVA STRAND, AP Business Writer", ("Eds: Adds quotes",)),
    (["Oil falls", "By dpa correspondents ="], (), "Oil falls", "By dpa correspondents", ()),
    (["By the time it rained, oil had fallen ="], (), "By the time it rained, oil had fallen", "", ()),
    ([], (), "", "", ()),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "labels", "headline", "byline", "notes"), TOPS)
def test_the_lines_above_a_text_are_told_apart(lines, labels, headline, byline, notes):
    assert top(lines) == (labels, headline, byline, notes)


SIGNS = ["es/lw", "HH/PH", "dpa es lw", "AAP RTV ar", "ends", "-ends-", "ENDS", "51 77 CRO01 APE4800 GEST03"]
NO_SIGNS = ["ENGLAND 3 WALES 0", "Sub-Zero", "Rock/Pop", "Oil fell.", "Reuters was there.", "1 2 3 4", "B2B A4"]


@pytest.mark.parametrize("sign", SIGNS)
def test_what_a_desk_sets_below_a_text_stands_aside(sign):
    text = of_flow(Flow(["Oil fell.", "Gold rose.", sign], [], []), "")

    assert (text.paragraphs, text.boilerplate) == (["Oil fell.", "Gold rose."], [sign])


@pytest.mark.parametrize("last", NO_SIGNS)
def test_a_last_line_of_the_text_is_kept(last):
    assert of_flow(Flow(["Oil fell.", last], [], []), "").paragraphs == ["Oil fell.", last]


def test_a_rule_parts_and_is_no_paragraph():
    text = of_flow(Flow(["Oil fell.", "___", "Gold rose."], [Subhead("* * *", 1), Subhead("Metals", 2)], []), "")

    assert (text.paragraphs, text.subheads) == (["Oil fell.", "Gold rose."], [Subhead("Metals", 1)])


def test_a_headline_that_is_given_once_more_is_left_out():
    text = of_flow(Flow(["Oil falls", "Oil fell."], [Subhead("Oil falls.", 0), Subhead("Why", 1)], []), "OIL FALLS")

    assert (text.paragraphs, text.subheads) == (["Oil fell."], [Subhead("Why", 0)])


DATELINES = [
    ("(ANSA) - ROMA, 1 LUG - Piove.", "(ANSA) - ROMA, 1 LUG -", "ROMA", "ANSA", "Piove."),
    ("(ANSA) - Piove.", "(ANSA) -", "", "ANSA", "Piove."),
    ("LONDON (Reuters) - Oil fell.", "LONDON (Reuters) -", "LONDON", "Reuters", "Oil fell."),
]


@pytest.mark.parametrize(("paragraph", "printed", "place", "agency", "rest"), DATELINES)
def test_an_agency_may_stand_before_the_place(paragraph, printed, place, agency, rest):
    text = of_flow(Flow([paragraph], [], []), "")

    assert (text.dateline.printed, text.dateline.place, text.dateline.agency) == (printed, place, agency)
    assert text.paragraphs == [rest]


def test_notes_on_what_is_new_may_stand_above_the_dateline():
    text = of_lines(
        ["(Adds quotes, detail)", "", "* Oil falls", "* Gold rises", "", "LONDON, May 3 (Reuters) - Oil fell."]
    )

    assert text.paragraphs == ["(Adds quotes, detail)", "* Oil falls", "* Gold rises", "Oil fell."]
    assert text.dateline.place == "LONDON"
