"""NewsML-G2 and the Reuters corpus: what is the article of each item, and what is none."""

import pytest
from agency import heads, items, names, only, parted


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


MADE_BY = [
    # what the item says of its makers, names and roles
    ("<creator role='x:reporter'><name>Eva Strand</name></creator>", [("Eva Strand", "reporter")]),
    ("<creator role='x:author'><name>Eva Strand</name></creator>", [("Eva Strand", "")]),
    ("<creator role='x:writer'><name>Eva Strand</name></creator><contributor role='x:editor'><name>Al Roe</name></contributor>",
     [("Eva Strand", "")]),
    ("<creator><name>Eva Strand</name></creator>", []),
    ("<creator><name>Eva Strand</name></creator><creator><name>Leo Witt</name></creator><by>Eva Strand</by>",
     [("Eva Strand", ""), ("Leo Witt", "")]),
    ("<creator><name>Eva Strand</name></creator><creator><name>Business Desk</name></creator><by>By Eva Strand</by>",
     [("Eva Strand", "")]),
    ("<creator><name>Leo Witt</name></creator><by>By Eva Strand</by>", [("Eva Strand", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("makers", "people"), MADE_BY)
def test_those_who_made_an_item_wrote_it_where_their_role_or_the_byline_says_so(makers, people):
    document = f"<newsItem guid='g'><contentMeta>{makers}<headline>Oil</headline></contentMeta></newsItem>"

    assert names(only(document)) == people


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
