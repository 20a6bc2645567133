"""What of an article goes into the index."""

from datetime import UTC, date, datetime, time

from newssearch.article import Article, Author, Subhead
from newssearch.engines.entry import NO_TIME, content_number, entry, facet, microseconds
from newssearch.moment import Moment


def test_every_word_of_a_position_is_found_there():
    words = entry(Article(headline="US weighs the F-35")).words["headline"]

    assert words == {"us": [0], "u.s.": [0], "weighs": [1], "the": [2], "f-35": [3], "f35": [3]}


def test_stems_are_a_second_view_of_the_same_positions():
    made = entry(Article(headline="Strikes strike twice"))

    assert made.words["headline_stem"] == {"strike": [0, 1], "twice": [2]}
    assert made.lengths["headline"] == made.lengths["headline_stem"] == 3


def test_words_are_stemmed_in_the_language_of_the_article():
    assert "boat" in entry(Article(body="boats")).words["body_stem"]
    assert "boats\x1fko" in entry(Article(body="boats", language="ko")).words["body_stem"]


def test_values_of_a_field_are_a_hundred_positions_apart():
    made = entry(Article(subheads=(Subhead("Oil falls"), Subhead("Gas"))))

    assert made.words["subheads"] == {"oil": [0], "falls": [1], "gas": [101]}
    assert made.lengths["subheads"] == 3


def test_boilerplate_and_a_byline_without_authors_are_not_indexed():
    made = entry(Article(byline="From our own correspondent", boilerplate="Most read"))

    assert not any(made.words.values())


def test_the_keys_of_a_name_stand_at_the_author():
    names = entry(Article(authors=(Author(name="Jane Doe"), Author(name="John Smith")))).words["names"]

    assert (names["jane"], names["smith"]) == ([0], [1])


def test_an_address_is_found_whole_and_by_its_domain():
    assert entry(Article(authors=(Author(name="Ko", email="Ko@Naver.com"),))).keys["email"] == {
        "ko@naver.com",
        "naver.com",
    }


def test_a_language_is_found_with_and_without_its_region():
    assert entry(Article(language="en-US")).keys["lang"] == {"en-us", "en"}
    assert entry(Article()).keys["lang"] == frozenset()


def test_an_article_is_counted_once_under_each_value_as_shown():
    made = entry(Article(source="Reuters", place="New  York", authors=(Author(name="JANE DOE"),), tags=("Oil", "Oil")))

    assert made.keys["facets"] == {
        facet("source", "Reuters"),
        facet("place", "New York"),
        facet("author", "Jane Doe"),
        facet("tag", "Oil"),
    }


def test_the_span_of_a_moment_is_in_microseconds_and_its_day_is_as_printed():
    made = entry(Article(published=Moment(date(2025, 9, 28), time(8, 33), "Asia/Seoul")))

    assert date.fromordinal(made.day) == date(2025, 9, 28)
    assert made.first == made.last == microseconds(datetime(2025, 9, 27, 23, 33, tzinfo=UTC))


def test_an_article_without_a_date_has_no_day_and_no_time():
    made = entry(Article(headline="Oil"))

    assert (made.day, made.first, made.last) == (0, NO_TIME, NO_TIME)
    assert "date" not in made.keys["has"]


def test_the_number_of_the_content_tells_ids_and_texts_apart():
    article = Article(id="1", body="oil", path="a.txt")

    assert content_number(article) == content_number(Article(id="1", body="oil", path="b.txt"))
    assert len({content_number(Article(id=id, body=body)) for id in "12" for body in ("oil", "gas")}) == 4


def test_half_a_surrogate_pair_does_no_harm():
    assert entry(Article(id="\ud800", headline="oil \ud800", tags=("\udfff",))).record.isascii()
