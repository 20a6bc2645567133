"""What is passed over quickly is what the rules themselves would pass over."""

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newssearch.dates.months import MONTHS
from newssearch.readers import encoding
from newssearch.readers.bylines import credits as credit_lines
from newssearch.readers.dates import dateline
from newssearch.readers.plain import boilerplate, paragraphs, phrases

RULES = [phrases.HEADING, phrases.LINE, phrases.NOTICE]


@pytest.mark.parametrize("rule", RULES, ids=["headings", "lines", "notices"])
def test_no_line_of_boilerplate_is_passed_over_by_how_it_begins(rule):
    @given(st.from_regex(re.compile(rule.pattern, rule.flags), fullmatch=True))
    def every_line_is_looked_at(line):
        assert boilerplate._suspects([line.replace("\n", " ")]) == [0]

    every_line_is_looked_at()


@given(st.lists(st.sampled_from([*phrases.SHARE_WORDS, "-", "–", "Oil", "(5)", "."]), min_size=1).map(" ".join))
def test_no_row_of_buttons_is_passed_over_by_how_it_begins(line):
    assert not boilerplate._buttons(line) or boilerplate._suspects([line])


PIECES = [
    "(",
    ")",
    "\n",
    " ",
    "-",
    "Reporting by Jane Doe",
    "editing by Al Roe",
    "With ",
    "(with",
    "He contributed to this ",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_credits_are_passed_over_by_how_they_begin(text):
    printed = [match[1] or match[2] or "" for match in credit_lines._CREDIT_LINE.finditer(text)]

    with patch.object(credit_lines, "_lines", return_value=printed):
        expected = credit_lines.credited(text)

    assert credit_lines.credited(text) == expected


STARTS = [
    "PARIS",
    "Paris",
    ", ",
    " ",
    "-",
    "--",
    "–",
    " — ",
    "(Reuters)",
    "(AP)",
    "May 3",
    "[",
    "]",
    "【",
    "東京",
    "=",
    "共同",
    "Oil",
    "fell.",
]


@given(st.lists(st.sampled_from(STARTS), min_size=1).map("".join))
def test_no_dateline_is_passed_over_by_its_marks(text):
    with patch.object(dateline, "_EVIDENCE", ("",)):
        expected = dateline.find(text)

    assert dateline.find(text) == expected


@pytest.mark.parametrize("month", [*MONTHS, "März", "août", "févr", "décembre"])
def test_a_dateline_knows_every_month(month):
    found = dateline.find(f"PARIS, {month} 3 (Reuters) - The franc fell.")

    assert found is not None
    assert found.date == f"{month} 3"


@given(st.text(st.characters() | st.sampled_from("\0\t\n\x85\u2028\ud800\x7fa")))
def test_a_text_is_clean_where_nothing_in_it_is_to_be_cleaned(text):
    assert encoding.is_clean(text) == (encoding._UNCLEAN.search(text) is None)


@given(st.text(st.characters() | st.sampled_from(" \t\n\x1c\u3000\u00a0ab")))
@example("a  b")
def test_white_space_is_collapsed(text):
    text = text.strip()

    assert paragraphs._collapsed(text) == " ".join(text.split())
