"""What an article has in each field."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from strategies import articles

from newssearch import Article, Author
from newssearch.query.fields import DEFAULTS, EXACT, WORDS, facet_values, keys, present, texts

BLANKS = st.sampled_from(["", " ", "\n", "a", "A  b", "a@b.example", "en-US", "pt_BR"])


@given(articles(), BLANKS, BLANKS, BLANKS, BLANKS)
def test_a_field_is_present_where_it_has_texts_or_keys(article, source, tag, language, email):
    authors = (*article.authors, Author(name="", email=email))
    article = replace(article, source=source, section=tag, url=tag, tags=(tag, ""), language=language, authors=authors)
    held = {field for field in (*DEFAULTS, *WORDS) if texts(article, field)}
    held |= {field for field in EXACT if keys(article, field)} | ({"date"} if article.published else set())

    assert present(article) == held


def test_keys_are_folded_and_an_email_is_also_its_domain():
    article = Article(id="A b", language="pt_BR", tags=("Öl ", " "), authors=(Author(name="X", email="X@Y.example"),))

    found = {field: set(keys(article, field)) for field in EXACT}

    assert found == {
        "source": set(), "section": set(), "lang": {"pt-br", "pt"}, "tag": {"ol"}, "id": {"a b"}, "url": set(),
        "email": {"x@y.example", "y.example"}, "status": set(), "embargo": set(),
    }  # fmt: skip


def test_facets_are_as_shown_with_single_spaces():
    article = Article(tags=("a  b", " "), authors=(Author(name="JANE DOE"), Author(name="Jane Doe")), language="EN")

    assert facet_values(article, "tag") == {"a b"}
    assert facet_values(article, "author") == {"Jane Doe"}
    assert facet_values(article, "language") == {"en"}
    assert facet_values(article, "place") == set()
