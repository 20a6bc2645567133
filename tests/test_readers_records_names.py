"""Names of fields that collections and programs have in common, and what else stands under the same names."""

import pytest
from reading import articles, messages

from newssearch.article import Author
from newssearch.moment import Moment
from newssearch.readers import Options
from newssearch.readers.records import record

BODY = "The harbour closed on Monday, the council said, and the ferry did not sail. It opens again in spring."
DAY = Moment.from_iso("2025-06-03", "UTC")
NAMES = [
    ("headline", "Harbour to close", "headline_text article_title news_title Heading"),
    (
        "body",
        BODY,
        "article Article_Text plain_text article_content story_text cleaned_text content_html news document",
    ),
    (
        "published",
        DAY,
        "published_date date_publish article_date publish_time post_date datetime article:published_time",
    ),
    ("updated", DAY, "updated_date date_modify last_updated modified_date"),
    ("seen", DAY, "seendate indexed_date crawl_date"),
    (
        "authors",
        (Author(name="Jane Doe"),),
        "author_name bylines journalist reporter creators article_author author(s)",
    ),
    ("source", "Harbour Post", "source_domain domain media_name clean_url source_name newspaper publication_name"),
    ("url", "https://hp.example/dam", "article_url requested_url page_url original_url"),
    ("section", "World", "news_desk category_name"),
    ("tags", ("ships", "fish"), "keyword meta_keywords news_keywords"),
]
PLAIN = {"body": BODY, "published": "2025-06-03", "updated": "2025-06-03", "seen": "2025-06-03"} | {
    "headline": "Harbour to close", "authors": "Jane Doe", "source": "Harbour Post", "url": "https://hp.example/dam",
    "section": "World", "tags": "ships,fish",
}  # fmt: skip


def read(plain):
    items = [*record.read({"title": "Oil falls", **plain}, "feed.json", "", Options())]
    assert messages(items) == []
    (article,) = articles(items)
    return article


@pytest.mark.parametrize(("field", "value", "names"), NAMES)
def test_a_field_has_many_names(field, value, names):
    other = {"text": "It fell."} if field == "headline" else {"title": "Oil falls"}
    for name in names.split():
        (article,) = articles(record.read({name: PLAIN[field], **other}, "feed.json", "", Options()))

        assert getattr(article, field) == value, name


@pytest.mark.parametrize("value", [7, "Article", "https://hp.example/dam", {"id": 7}, [{"title": "Gas"}], "dam-closed"])
@pytest.mark.parametrize("name", ["article", "news", "document"])
def test_a_name_that_may_be_of_something_else_is_a_body_where_a_text_stands_there(name, value):
    assert read({name: value}).body == ""
    assert read({name: value, "summary": "It fell."}).body == "It fell."
    assert read({name: [BODY, "It fell."]}).paragraphs == [BODY, "It fell."]


def test_the_name_that_says_more_comes_first():
    article = read({"text": "It fell.", "article": BODY, "date": "2025-06-03", "dateTimePub": "2025-06-02T13:58:00Z"})

    assert (article.body, str(article.published)) == ("It fell.", "2025-06-02T13:58:00+00:00")


CLOCKS = [
    ({"date": "2025-06-03", "time": "14:05:33"}, "2025-06-03T14:05:33+00:00"),
    ({"Date": "3 June 2025", "Time": "2:05 PM"}, "2025-06-03T14:05:00+00:00"),
    ({"Datum": "03.06.2025", "Uhrzeit": "14:05"}, "2025-06-03T14:05:00+00:00"),
    ({"date": "2025-06-03T10:00:00Z", "time": "14:05"}, "2025-06-03T10:00:00+00:00"),
    ({"date": "2025-06-03", "time": "soon"}, "2025-06-03"),
    ({"date": "2025-06-03", "time": {"to": "read"}}, "2025-06-03"),
    ({"date": "2025-06-03", "time": "25:99"}, "2025-06-03"),
    ({"published": "2025-06-03", "time": "14:05"}, "2025-06-03"),
]


@pytest.mark.parametrize(("plain", "printed"), CLOCKS)
def test_a_time_of_day_may_stand_beside_its_date(plain, printed):
    assert str(read(plain).published) == printed


VALUES = [
    ({"tags": [{"name": "subject", "value": "Ports, Harbours"}, {"name": "persons", "value": "Doe, Jane"}]}, "tags", ("Ports, Harbours", "Doe, Jane")),
    ({"tags": [{"name": "Ports", "value": 7}]}, "tags", ("Ports",)),
    ({"topics": [{"topic": "Ports", "score": "0.9"}]}, "tags", ("Ports",)),
    ({"tags": '{Ports,"Fish, fried"}'}, "tags", ("Ports", "Fish, fried")),
    ({"tags": [5, 6]}, "tags", ()),
    ({"category": 3}, "section", ""),
    ({"location": {"type": "place", "label": {"eng": "Karvel City"}}}, "place", "Karvel City"),
    ({"language": "English"}, "language", "en"),
    ({"language": "spa"}, "language", "es"),
    ({"language": "Deutsch"}, "language", "de"),
    ({"language": "pt-BR"}, "language", "pt-BR"),
    ({"language": "Klingon"}, "language", "Klingon"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "field", "value"), VALUES)
def test_a_value_is_read_as_programs_write_it(plain, field, value):
    assert getattr(read(plain), field) == value


@pytest.mark.parametrize("value", ["None", "nan", "NaT", "null", "[]"])
def test_what_a_program_writes_for_no_value_is_none(value):
    names = ("id", "date", "author", "language", "section", "tags", "source", "url")

    assert read({"text": "It fell.", **dict.fromkeys(names, value)}) == read({"text": "It fell."})


def test_what_a_record_names_by_a_number_is_looked_up_where_it_holds_it():
    embedded = {
        "author": [{"id": 5, "name": "Jane Doe"}],
        "wp:term": [[{"id": 3, "name": "World"}], [{"id": 5, "name": "Ports"}]],
    }

    article = read({"id": 3, "author": 5, "categories": [3], "tags": [5, 6], "_embedded": embedded})

    assert (article.id, article.authors, article.tags) == ("3", (Author(name="Jane Doe"),), ("Ports",))
