"""The people of records, however a program writes a list of them."""

import pytest
from reading import articles

from newssearch.readers import Options
from newssearch.readers.records import record

TWO = ["Jane Doe", "Al Roe"]
AUTHORS = [
    ("Jane Doe|Al Roe", TWO),
    ("Jane Doe\nAl Roe", TWO),
    ("Doe, Jane; Roe, Al", TWO),
    ("Doe, Jane; Roe, Al K.", ["Jane Doe", "Al K. Roe"]),
    ("Jane Doe; Al Roe", TWO),
    ("{Jane Doe,Al Roe}", TWO),
    ('{"Jane Doe","Al Roe"}', TWO),
    ("['Jane Doe', 'Al Roe']", TWO),
    ('[{"name": "Jane Doe"}, {"name": "Al Roe"}]', TWO),
    ("[{'name': 'Jane Doe'}, {'name': 'Al Roe'}]", TWO),
    ([{"first_name": "Jane", "last_name": "Doe"}, {"givenName": "Al", "familyName": "Roe"}], TWO),
    ([{"firstname": "Jane", "middlename": "K.", "lastname": "Doe"}], ["Jane K. Doe"]),
    ("Jane Doe, ContributorWriter and chess player", ["Jane Doe"]),
    ("Jane Doe|Energy Reporter", ["Jane Doe"]),
    ("Jane Doe | Coast Radio", ["Jane Doe"]),
    ("Jane Doe|Harbour Post", ["Jane Doe"]),
    ("Jane Doe\nStaff Writer", ["Jane Doe"]),
    ("Jane Doe, Reuters; Al Roe, AFP", TWO),
    ("None", []),
    ("nan", []),
    ("[]", []),
    ("{}", []),
]


@pytest.mark.parametrize(("value", "names"), AUTHORS)
def test_authors_are_told_apart(value, names):
    plain = {"title": "Oil falls", "text": "It fell.", "source": "Harbour Post", "author": value}

    (article,) = articles(record.read(plain, "feed.json", "", Options()))

    assert [author.name for author in article.authors] == names


def test_a_list_in_a_text_is_printed_as_names_and_nothing_is_printed_as_nothing():
    plain = {"title": "Oil falls", "text": "It fell."}

    bylines = [
        [article.byline for article in articles(record.read({**plain, "author": value}, "x", "", Options()))]
        for value in ("{Jane Doe,Al Roe}", "None", "Doe, Jane; Roe, Al")
    ]

    assert bylines == [["Jane Doe, Al Roe"], [""], ["Doe, Jane; Roe, Al"]]


def test_a_byline_says_who_wrote_it_and_not_the_names_that_others_have_too():
    plain = {"title": "Oil falls", "byline": "By Jane Doe, Staff Writer", "contributors": [{"name": "Al Roe"}]}

    (article,) = articles(record.read(plain, "feed.json", "", Options()))

    assert [(author.name, author.role) for author in article.authors] == [("Jane Doe", "Staff Writer")]


@pytest.mark.parametrize("unit", ["[", "{", "['a',", '{"a",', "{a", "|", ";", "a,", '"', "\\"])
def test_every_list_is_read_soon(unit):
    for author in ((unit * 60_000)[:60_000], (unit * 2_000)[:3_900] + "]", (unit * 2_000)[:3_900] + "}"):
        assert [*record.read({"title": "Oil falls", "author": author}, "x", "", Options())]
