"""Records: the names that fields have, the rules that read their bodies, and values of wrong types."""

import json

import pytest
from damaged import json_values
from hypothesis import given
from hypothesis import strategies as st

from newssearch.article import Article, Author, Subhead
from newssearch.errors import UsageError
from newssearch.moment import Moment
from newssearch.readers import Options, Remark, read
from newssearch.readers.records import record


@pytest.fixture
def reading(tmp_path):
    """Write a file and read it: (articles, remarks)."""

    def read_file(content, options=Options()):  # noqa: B008 -- a value
        path = tmp_path / "file"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        items = list(read(path, "feed.json", options))
        return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Remark)]

    return read_file


def test_our_own_form_is_read_back_as_it_was(reading):
    article = Article(
        id="7",
        headline="Harbour to close",
        subheads=(Subhead("What Next", 1),),
        byline="By Jane Doe",
        authors=(Author(name="Jane Doe", role="Reporter", email="jane@harbour.example"),),
        published=Moment.from_iso("2024-05-03T14:05:00", "Asia/Seoul"),
        body="LIMA (Reuters) - It fell.\nIt rose.",
        tags=("fish", "boats, ships"),
        boilerplate="Most read\n- 1 Fish",
        path="feed.json",
    )

    assert reading(article.to_dict()) == ([article], [])


CORPUS = {
    "id": "r1", "headline": "Harbour to close", "author": "Jane Doe  and  John Roe", "published": "2009-09-05T09:09:00-04:00",
    "source": "Harbour", "url": "http://harbour.example/1", "language": "en", "body": "It fell. \n\nIt rose.",
    "topics": ["fish"], "dateline": "LIMA, Sept 5 -",
}  # fmt: skip


def test_the_common_fields_are_read(reading):
    ([article], remarks) = reading(CORPUS)

    assert remarks == []
    assert article == Article(
        id="r1",
        headline="Harbour to close",
        byline="Jane Doe and John Roe",
        authors=(Author(name="Jane Doe"), Author(name="John Roe")),
        dateline="LIMA, Sept 5 -",
        place="LIMA",
        published=Moment.from_iso("2009-09-05T09:09:00-04:00"),
        body="It fell.\nIt rose.",
        language="en",
        tags=("fish",),
        source="Harbour",
        url="http://harbour.example/1",
        path="feed.json",
    )


SCHEMA = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Harbour to close",
    "author": [{"@type": "Person", "name": "Jane Doe", "email": "jane@harbour.example", "jobTitle": "Editor"}, {"@type": "Organization", "name": "Reuters"}],
    "datePublished": "2024-05-03T14:05:00+02:00", "dateModified": "2024-05-04", "articleBody": "It fell.\n\nIt rose.",
    "articleSection": ["World", "Sea"], "keywords": "fish, boats", "inLanguage": "en-US",
    "publisher": {"@type": "Organization", "name": "The Harbour"}, "mainEntityOfPage": {"@id": "https://harbour.example/a"},
}  # fmt: skip


def test_a_record_that_says_only_when_it_was_updated_is_of_that_day(reading):
    ([article], _) = reading({"headline": "H", "dateModified": "2024-05-04"})

    assert (str(article.published), str(article.updated)) == ("2024-05-04", "2024-05-04")


@pytest.mark.parametrize("document", [SCHEMA, [SCHEMA], {"@graph": [{"@type": "WebSite", "name": "Harbour"}, SCHEMA]}])
def test_a_schema_org_article_is_read(reading, document):
    ([article], remarks) = reading(document)

    assert remarks == []
    assert article.authors == (Author(name="Jane Doe", role="Editor", email="jane@harbour.example"),)
    assert (article.agency, article.source, article.url) == ("Reuters", "The Harbour", "https://harbour.example/a")
    assert (str(article.published), str(article.updated)) == ("2024-05-03T14:05:00+02:00", "2024-05-04")
    assert (article.section, article.tags, article.language) == ("World", ("Sea", "fish", "boats"), "en-US")
    assert article.paragraphs == ["It fell.", "It rose."]


FIELDS = [
    ({"title": "Harbour"}, "headline", "Harbour"),
    ({"title": {"rendered": "Harbour"}}, "headline", "Harbour"),
    ({"title": "H", "guid": {"#text": "g1"}}, "id", "g1"),
    ({"title": "H", "id": 5}, "id", "5"),
    ({"title": "H", "link": "http://h.example"}, "url", "http://h.example"),
    ({"title": "H", "content": "It fell."}, "body", "It fell."),
    ({"title": "H", "text": ["It fell.", "It rose."]}, "body", "It fell.\nIt rose."),
    ({"title": "H", "summary": "It fell."}, "body", "It fell."),
    ({"title": "H", "content": "It fell.", "description": "A fall."}, "body", "It fell."),
    ({"titel": "H", "inhalt": "Es fiel.", "datum": "03.05.2024"}, "published", Moment.from_iso("2024-05-03", "UTC")),
    ({"título": "H", "texto": "Cayó.", "autor": "Ana Poe"}, "authors", (Author(name="Ana Poe"),)),
    ({"title": "H", "date": {"$date": {"$numberLong": "1714744800000"}}}, "published", Moment.from_iso("2024-05-03T14:00:00+00:00")),
    ({"title": "H", "_id": {"$oid": "65f0"}}, "id", "65f0"),
    ({"headline": {"main": "Oil falls"}}, "headline", "Oil falls"),
    ({"title": "H", "byline": {"original": "By Jane Doe and John Roe"}}, "authors", (Author(name="Jane Doe"), Author(name="John Roe"))),
    ({"title": {"rendered": "Harbour&#8217;s end"}}, "headline", "Harbour’s end"),
    ({"webTitle": "H", "fields": {"bodyText": "It fell."}}, "body", "It fell."),
    ({"type": "node", "attributes": {"title": "H", "body": {"value": "It fell."}}}, "body", "It fell."),
    ({"title": "H", "body": "By Jane Doe\n\nIt fell."}, "authors", (Author(name="Jane Doe"),)),
    ({"title": "H", "created_at": "Fri May 03 14:00:00 +0000 2024"}, "published", Moment.from_iso("2024-05-03T14:00:00+00:00")),
    ({"title": "H", "body": "It\u0092s down."}, "body", "It’s down."),
    ({"title": "H", "byline": "By Jane Doe"}, "authors", (Author(name="Jane Doe"),)),
    ({"title": "H", "creator": ["Jane Doe", "John Roe"]}, "authors", (Author(name="Jane Doe"), Author(name="John Roe"))),
    ({"title": "H", "location": "Lima"}, "place", "Lima"),
    ({"title": "H", "category": "World"}, "section", "World"),
    ({"title": "H", "tags": [{"name": "fish"}, "fish", "sea"]}, "tags", ("fish", "sea")),
    ({"title": "H", "lang": "pt"}, "language", "pt"),
    ({"title": "H", "pub_date": 1714744800}, "published", Moment.from_iso("2024-05-03T14:00:00+00:00")),
    ({"title": "H", "publishedAt": "Fri, 03 May 2024 14:00:00 +0000"}, "published", Moment.from_iso("2024-05-03T14:00:00+00:00")),
    ({"title": "H", "date": "May 3, 2024"}, "published", Moment.from_iso("2024-05-03", "UTC")),
    ({"title": "H", "publisher": {"name": "Harbour"}}, "source", "Harbour"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "field", "value"), FIELDS)
def test_other_names_of_fields_are_known(reading, plain, field, value):
    ([article], remarks) = reading(plain)

    assert getattr(article, field) == value
    assert remarks == []


def test_a_mapping_comes_first_and_reaches_inside(reading):
    options = Options(mapping=(("headline", "t"), ("body", "data.x"), ("byline", "who")), source_name="Harbour")

    ([article], _) = reading({"t": "A", "headline": "B", "data": {"x": "It fell."}, "who": "By Jane Doe"}, options)

    assert (article.headline, article.body, article.source) == ("A", "It fell.", "Harbour")
    assert article.authors == (Author(name="Jane Doe"),)


@pytest.mark.parametrize("options", [{"mapping": (("headlin", "t"),)}, {"zone": "Mars/Base"}])
def test_options_that_cannot_be_are_refused(options):
    with pytest.raises(UsageError):
        Options(**options)


def test_author_and_place_are_read_from_the_body_where_the_record_has_none(reading):
    body = (
        "LIMA, Peru (Reuters) - It fell on Monday. \n\nIt rose on Tuesday. (Reporting by Jane Doe; editing by Al Roe)"
    )

    ([bare], _) = reading({"headline": "H", "body": body})
    ([given_], _) = reading({"headline": "H", "body": body, "author": "Ann Poe", "place": "Cusco"})

    assert (bare.place, bare.agency, bare.dateline) == ("LIMA, Peru", "Reuters", "LIMA, Peru (Reuters) -")
    assert bare.authors == (Author(name="Jane Doe", role="Reporting"),)
    assert bare.paragraphs[0] == "It fell on Monday."
    assert (given_.place, given_.authors) == ("Cusco", (Author(name="Ann Poe"),))
    assert given_.body == bare.body


BODIES = [
    ("By Jane Doe LIMA Jan 24 (Reuters) - It fell.", "By Jane Doe", "It fell."),
    ("By Jane Doe \n\nLIMA (Reuters) - It fell.", "By Jane Doe", "It fell."),
    ("Jane Doe \n\nLIMA (Reuters) - It fell.", "Jane Doe", "It fell."),
    ("(Adds details) \n\nBy Jane Doe LIMA (Reuters) - It fell.", "By Jane Doe", "(Adds details)\nIt fell."),
    ("(Adds details) \n\nLIMA (Reuters) - It fell.", "", "(Adds details)\nIt fell."),
]


@pytest.mark.parametrize(("body", "byline", "left"), BODIES)
def test_a_byline_before_the_dateline_is_read(reading, body, byline, left):
    ([article], _) = reading({"headline": "H", "body": body})

    assert (article.byline, article.place, article.body) == (byline, "LIMA", left)


def test_what_a_body_says_again_is_kept_as_boilerplate(reading):
    plain = {
        "headline": "H",
        "author": "Ann Poe",
        "dateline": "CUSCO, May 3",
        "body": "By Jane Doe LIMA (Reuters) - It fell.",
    }

    ([article], _) = reading(plain)

    assert (article.byline, article.place, article.body) == ("Ann Poe", "CUSCO", "It fell.")
    assert article.boilerplate.split("\n") == ["By Jane Doe", "LIMA (Reuters) -"]


def test_a_body_of_html_is_read_as_it_is_seen(reading):
    body = "<p>By Jane Doe</p><p>It fell &amp; rose.</p><h2>What next</h2><p>It<br>waits.</p><figcaption>A boat</figcaption>"

    ([article], remarks) = reading({"headline": "H", "content": {"rendered": body}})

    assert article.paragraphs == ["It fell & rose.", "It waits."]
    assert article.subheads == (Subhead("What next", 1),)
    assert (article.byline, article.boilerplate, remarks) == ("By Jane Doe", "A boat", [])


def test_wrapped_bodies_are_whole_paragraphs(reading):
    body = "The bank of the harbour said it\nwould wait for the spring.\n    Rates fell on Monday, after the\nbank had said so."

    ([article], _) = reading({"headline": "H", "body": body})

    assert article.paragraphs == [
        "The bank of the harbour said it would wait for the spring.",
        "Rates fell on Monday, after the bank had said so.",
    ]


def test_subheads_of_a_body_stand_between_blank_lines(reading):
    parts = ["The bank said that it would wait.", "What Next", "Rates fell on Monday, as was said."]

    ([parted], _) = reading({"headline": "H", "body": "\n\n".join(parts)})
    ([unparted], _) = reading({"headline": "H", "body": "\n".join(parts)})

    assert parted.subheads == (Subhead("What Next", 1),)
    assert unparted.subheads == ()
    assert unparted.paragraphs == parts


WRONG = [
    ({"headline": "H", "body": {"a": 1}}, "body holds no text: left out"),
    ({"headline": "H", "published": True}, "published holds no text: left out"),
    ({"headline": "H", "published": "2024-01"}, "published '2024-01' is not a date that is read: left out"),
    ({"headline": "H", "published": "soon"}, "published 'soon' is not a date that is read: left out"),
    ({"headline": "H", "url": "u" * 3_000}, "url is longer than 2,000 characters: left out"),
    ({"headline": "H", "id": "i" * 3_000}, "id is longer than 2,000 characters: left out"),
]


@pytest.mark.parametrize(("plain", "message"), WRONG)
def test_a_wrong_value_is_a_remark_and_the_article_is_kept(reading, plain, message):
    ([article], [remark]) = reading(plain)

    assert article.headline == "H"
    assert (remark.message, remark.lost) == (message, False)


def test_control_characters_and_lone_surrogates_never_come_out(reading):
    ([article], _) = reading('{"headline": "a\\u0000b\\u001b[31m\\ud800", "body": "x\\u0007y\\tz"}')

    assert (article.headline, article.body) == ("ab\ufffd", "xy z")


VALUES = json_values(st.text(max_size=5) | st.sampled_from(["name", "text"]))


@given(st.dictionaries(st.sampled_from([*Article().to_dict(), "author", "title", "@type", "date", "_source"]), VALUES))
def test_no_record_raises(plain):
    for item in record.read(plain, "feed.json", "", Options()):
        assert isinstance(item, Article | Remark)
