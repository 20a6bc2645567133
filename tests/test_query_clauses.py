"""Clauses side by side are read as the grammar reads them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newssearch.query import parse
from newssearch.query.clauses import side_by_side
from newssearch.query.fields import DATE, NAMES
from newssearch.query.parser import by_grammar

PLAIN = [
    "boat", "tren", "US", "U.S.", "F-35", "e-mail", "$50", "Maduro's", "and", "2025-09", "7d", "2025", "march", "9/8/2025", "venez*", "*",
    "madura~", "oil^2", "ap,reuters", "東京都", "ß",
]  # fmt: skip
ODD = [
    "AND", "OR", "NOT", "NEAR/3", "NEAR", "PRE/", "PRE/0x", "-boat", "soon", "2025-09..", "what?", "boat~3", "oil^x", "newest",
    "—", "!", "a|b", "(", "a)", "[2025", "x:y",
]  # fmt: skip
ODD += ["https://x.example/*", r"a\ b", r"\"", r"\\"]
SPACES = [" ", " ", " ", " OR ", " OR\n ", "\n", "\x1f", "\u3000", ""]

written = st.sampled_from(PLAIN) | st.sampled_from(ODD) | st.text('abU-.*~^ \t\xa0"“:()\\|é1', max_size=6)
fields = st.sampled_from(["", "", *(f"{name}:" for name in (*NAMES, *DATE)), "Title:", "bylin:", "headline:by:"])


def texts(words, fields):
    phrases = st.lists(words, max_size=3).map(" ".join).map('"{}"'.format)
    clauses = st.builds("{}{}{}".format, fields, words | phrases, st.sampled_from(SPACES))
    return st.lists(clauses, max_size=5).map("".join)


def as_written(parsed):
    return repr(parsed)  # with the columns, which trees compare without


@given(texts(written, fields) | texts(st.sampled_from(PLAIN), st.sampled_from(["", "", "headline:", "by:", "since:"])))
@example("drug boats")
@example("a\\ b")
@example('"drug boats"')
@example('"')
@example('"a" "b"')
@example('byline:"Ko Yong-chul" since:2025-09')
@example("headline:a\\ b")
def test_a_text_is_read_as_the_grammar_reads_it(text):
    assert as_written(parse(text)) == as_written(by_grammar(text))


@pytest.mark.parametrize(
    "text",
    ["boat", "drug boats", '"drug boats"', 'boats "Tren de Aragua"', 'by:"Ko Yong-chul" date:2025-09', "venez* US^2 madura~", "date:7d *", "source:ap,reuters x ", "a OR b", 'a "b c" OR\nby:ko  OR d '],
)  # fmt: skip
def test_clauses_and_a_choice_of_them_need_no_grammar(text):
    assert side_by_side(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "OR", "OR a", "a OR", "a OR ", "a OR OR b", "a OR -b", "a OR AND b", "a AND b", "a or: OR b", "-a", "a -b", "(a b)", 'a"b"', '"a b"~2', '"a', "a|b", r"\a", "sort:newest", "bylin:x", "headline:", "date:soon", "x^0", "AND", "a NEAR/2 b", "a NEAR b", "PRE/ b", "date:[2025 TO *]", "!"],
)  # fmt: skip
def test_anything_else_is_left_to_the_grammar(text):
    assert side_by_side(text) is None
