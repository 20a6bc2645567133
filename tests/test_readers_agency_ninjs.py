"""ninjs 1 to 3: which objects are items, and what is the article of each."""

import json

import pytest
from agency import heads, items, names, only, parted

from newssearch.readers.agency.ninjs import articles, is_ninjs
from newssearch.readers.contract import Options


def item(**members):
    return json.dumps({"uri": "urn:1", "type": "text", "headline": "Oil", "versioncreated": "2024-05-03", **members})


def test_an_item_of_version_1_and_the_text_that_it_holds_are_articles():
    (article, held), remarks = parted(items("ninjs_1_with_pictures.json"))

    assert (article.id, article.version) == ("http://ninjs.example/items/20240503-7", 3)
    assert article.headline == "Frost takes half of the cherries"
    assert heads(article) == [("Growers ask for help", 0), ("Cold for a week", 1)]
    assert names(article) == [("Nils Aune", ""), ("Ida Holm", "")]
    assert (article.place, article.language, article.section) == ("Fruitvale", "en", "Business")
    assert article.tags == ("orchard-frost", "agriculture", "Ola Berg", "Norland")
    assert (str(article.published), str(article.updated)) == ("2024-05-03T09:00:00+02:00", "2024-05-03T09:40:00+02:00")
    assert article.paragraphs == [
        "Frost has taken half of the cherries of Fruitvale, growers said.",
        "It froze on five nights & mornings.",
    ]
    assert article.boilerplate.split("\n") == [
        "A cold night in May has cost growers half of their cherries.",
        "Updates with growers",
        "Not for archives",
        "Cherry trees in ice.",
        "Cherries",
    ]
    assert (held.headline, held.paragraphs) == ("How frost is fought", ["Growers light fires.", "Some spray water."])
    assert remarks == []


def test_of_an_items_bodies_the_one_in_html_is_read_with_the_lead_above_it():
    article = only("ninjs_2_with_bodies.json")

    assert (article.headline, heads(article)) == ("Gute Ernte erwartet", [("Bauern hoffen", 0)])
    assert article.paragraphs == ["Die Ernte wird gut.", "Die Bauern erwarten viel.", "Es regnete oft."]
    assert (names(article), article.agency, article.dateline) == ([("Petra Lind", "")], "dpa", "Berlin (dpa) -")


def test_names_of_version_3_are_read_without_their_case():
    article = only("ninjs_3_camel_case.json")

    assert (article.headline, article.place, names(article)) == (
        "Runners back in town",
        "Oslo, Norway",
        [("Liv Dahl", "")],
    )
    assert (article.paragraphs, heads(article)) == (["The runners are back.", "It is in June."], [("Next race", 1)])
    assert (str(article.published), str(article.updated)) == ("2024-05-02T22:00:00+00:00", "2024-05-03T01:00:00+00:00")


BODIES = [
    # members, paragraphs
    ({"body_text": "Oil fell.\n\nGold rose."}, ["Oil fell.", "Gold rose."]),
    ({"body_text": "Oil fell.\nGold rose."}, ["Oil fell.", "Gold rose."]),
    ({"body_text": "a < b and c > d"}, ["a < b and c > d"]),
    ({"body_html": "<p>Oil fell.</p><p>Gold rose.</p>", "body_text": "x"}, ["Oil fell.", "Gold rose."]),
    ({"body_xhtml": "<a href='x'>Oil</a> fell."}, ["Oil fell."]),
    ({"body_xhtml": "\n  Oil fell\n  on Monday.\n"}, ["Oil fell on Monday."]),
    ({"bodies": [{"contenttype": "text/plain", "value": "Oil fell."}]}, ["Oil fell."]),
    ({"bodies": [{"contentType": "text/html", "value": "<p>Oil fell.</p>"}]}, ["Oil fell."]),
    ({"bodies": {"role": "html", "value": "<p>Oil fell.</p>"}}, ["Oil fell."]),
    ({"description_text": "Oil fell."}, ["Oil fell."]),
    ({"descriptions": [{"role": "caption", "value": "A rig."}, {"role": "summary", "value": "Oil fell."}]}, ["Oil fell."]),
    ({"bodies": [None, 7, {"value": 7.5}, {"value": None}]}, ["7.5"]),
    ({}, []),
]  # fmt: skip


@pytest.mark.parametrize(("members", "paragraphs"), BODIES)
def test_a_body_may_have_any_form(members, paragraphs):
    assert only(item(**members)).paragraphs == paragraphs


NO_ARTICLES = [
    ({"type": "picture"}, "picture"), ({"type": "video"}, "video"), ({"type": "planning"}, "planning"), ({"type": "composite"}, "package"),
    ({"type": None, "eventDetails": {"dates": {"startDate": "2024-05-03"}}}, "event"),
]  # fmt: skip


@pytest.mark.parametrize(("members", "kind"), NO_ARTICLES)
def test_what_is_no_text_is_named(members, kind):
    found, (remark,) = parted(items(item(**members)))

    assert found == []
    assert (remark.message, remark.lost) == (f"urn:1: of type {kind}, no article: passed over", False)


def test_a_picture_that_is_canceled_is_said_so_all_the_same():
    assert only(item(type="picture", pubstatus="canceled")).status == "canceled"


def test_an_item_without_headline_and_body_is_passed_over():
    found, (remark,) = parted(list(articles({"uri": "urn:1", "type": "text"}, "file", Options(), "line 7")))

    assert found == []
    assert (remark.message, remark.lost) == ("line 7: neither headline nor body: passed over", True)


IS = [
    {"uri": "urn:1", "versioncreated": "2024-05-03", "body_text": "Oil fell."},
    {"guid": "urn:1", "pubstatus": "usable", "renditions": {}},
    {"uri": "urn:1", "versionCreated": "2024-05-03", "headlines": []},
    {"$standard": {"name": "ninjs", "version": "1.4"}, "uri": "urn:1"},
    {"standard": {"name": "TTNINJS"}},
]
IS_NOT = [
    {},
    {"uri": "urn:1"},
    {"uri": "https://example.com/1", "headline": "Oil", "body_text": "Oil fell."},
    {"headline": "Oil", "versioncreated": "2024-05-03", "pubstatus": "usable"},
    {"uri": 7, "versioncreated": "2024-05-03", "pubstatus": "usable"},
    {"id": "1", "title": "Oil", "content": "Oil fell.", "standard": "ninjs"},
]


@pytest.mark.parametrize("value", IS)
def test_an_item_is_known_by_its_names(value):
    assert is_ninjs(value)


@pytest.mark.parametrize("value", IS_NOT)
def test_other_records_are_no_items(value):
    assert not is_ninjs(value)


BYLINES = [
    # members, byline, names and roles, agency
    ({"bylines": [{"by": "By EVA STRAND", "title": "Associated Press", "code": "1"}]},
     "By EVA STRAND, Associated Press", [("EVA STRAND", "")], "Associated Press"),
    ({"bylines": [{"by": "By EVA STRAND"}, {"by": "By LEO WITT"}]},
     "By EVA STRAND; By LEO WITT", [("EVA STRAND", ""), ("LEO WITT", "")], ""),
    ({"bylines": ["Eva Strand", ""]}, "Eva Strand", [("Eva Strand", "")], ""),
    ({"byline": "Eva Strand", "bylines": [{"by": "Leo Witt"}]}, "Eva Strand", [("Eva Strand", "")], ""),
    ({"byline": "Eva Strand/NB", "source": "NB"}, "Eva Strand/NB", [("Eva Strand", "")], "NB"),
    ({"byline": "NB", "source": "NB"}, "NB", [], "NB"),
    ({"byline": "Eva Strand", "source": "Eva Strand"}, "Eva Strand", [("Eva Strand", "")], ""),
    ({"byline": "Eva Strand, NB Courts Correspondent", "source": "NB"},
     "Eva Strand, NB Courts Correspondent", [("Eva Strand", "Courts Correspondent")], "NB"),
]  # fmt: skip


@pytest.mark.parametrize(("members", "byline", "people", "agency"), BYLINES)
def test_a_byline_names_people_and_the_agency_that_sends_the_item(members, byline, people, agency):
    article = only(item(**members))

    assert (article.byline, names(article), article.agency) == (byline, people, agency)
