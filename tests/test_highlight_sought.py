"""The highlighter's shortcut: it finds what the reference matcher finds in the whole article."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NAMES, WRITTEN, queries

from newssearch import Article, Author, Subhead
from newssearch.highlight import highlight, highlighted
from newssearch.query import build, parse, resolve, tree
from newssearch.query.matcher import Matcher

ODD = [
    "Mr.", "Gen.", "said.", "boat!”", "“boats”", "’boat’", "St.\n", "U.S.\n", "\n \n", "\t", "\r\n", "—", "-", "...", "。",
    "e-mail", "s-trike", "d-rug", "U.N.", "f-35", "3.5", "12.5", "US$50", "dying", "die", "cried", "cry", "l'avion",
    "STRIKE’S", "co\u00adop", "drug\u00a0boat", "drug-boat", "(drug)", "São", "and", "quiet", "東京。",
]  # fmt: skip
WORDS = ["drug", "boat", "strike", "cri", "die", "u.s.", "un", "f35", "email", "50", "$50", "12.5", "avion", "sao", "東京"]  # fmt: skip

texts = st.lists(st.sampled_from([*WRITTEN, *ODD]), max_size=40).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
articles = st.builds(
    Article,
    headline=texts,
    body=texts,
    subheads=st.lists(st.builds(Subhead, texts), max_size=2).map(tuple),
    authors=st.lists(st.builds(Author, name=st.sampled_from(NAMES), role=st.sampled_from(["", "US drug"])), max_size=2).map(tuple),
    place=st.sampled_from(["", "PARIS", "US boats"]),
    language=st.sampled_from(["", "en", "fr", "de", "ko", "id"]),
)  # fmt: skip
words = st.sampled_from(WORDS).map(tree.Word)
parts = st.one_of(
    words,
    st.builds(tree.Phrase, st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(tuple), st.integers(0, 3)),
    st.builds(tree.Fuzzy, st.sampled_from(WORDS), st.sampled_from([1, 2])),
    st.sampled_from(["dru*", "b?ats", "*s", "u.s*", "東*"]).map(tree.Pattern),
    st.builds(lambda *pair, n: build.near(*pair, n), words, words, n=st.integers(0, 120)),
)


@given(articles, parts | st.lists(parts | queries(), min_size=2, max_size=3).map(build.any_of) | queries())
def test_the_quick_way_gives_the_fragments_of_the_reference(article, query):
    query, _ = resolve(query, datetime(2025, 9, 3, tzinfo=UTC), UTC)

    whole = Matcher(article, {"en", "fr"}, most=1_000)

    assert highlight(article, query, {"en", "fr"}) == highlighted(whole, query)


@pytest.mark.parametrize(
    ("body", "text", "marked"),
    [
        ("The F-35 flew.", "f35", "F-35"),
        ("The US struck.", "U.S.", "US"),
        ("He is dying.", "die", "dying"),
        ("They CRIED.", "cries", "CRIED"),
        ("“São Paulo”", "sao", "São"),
        ("Get e-mail.", "email", "e-mail"),
        ("It cost US$50.", "50", "$50"),
        ("The drug\u2014boat.", '"drug boat"', "drug\u2014boat"),
        ("A Rolls-Royce's boats.", '"royce boats"', "Royce's boats"),
        ("The “drug” … boats.", '"drug boats"', "drug” … boats"),
    ],
)
def test_a_word_is_found_however_it_is_written(body, text, marked):
    (fragment,) = highlight(Article(body=body), parse(text).query)

    assert [fragment.text[start:end] for start, end in fragment.marks] == [marked]
