"""The guide says what is so: every example is understood, every code listed."""

import re
from importlib.resources import files

import pytest

from newssearch import Article
from newssearch.query import parse
from newssearch.query.matcher import matches
from newssearch.query.notices import NOT_UNDERSTOOD, UNDERSTOOD

GUIDE = files("newssearch").joinpath("guide.md").read_text(encoding="utf-8")
ROWS = [line.split(" | ")[0] for line in GUIDE.split("## Notices")[0].splitlines() if line.startswith("| `")]
EXAMPLES = [
    text.replace("\\|", "|") for row in ROWS for text in re.findall(r"`([^`]+)`", row) if not text.endswith(":")
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_is_understood(text):
    parse(text, strict=True)


@pytest.mark.parametrize(
    ("text", "found"), [("COVID-19", True), ("covid19", True), ("covid*", True), ("covid", False), ("19", False)]
)
def test_a_compound_of_letters_and_figures_is_found_whole_or_by_its_beginning(text, found):
    assert matches(parse(text).query, Article(headline="COVID-19 wanes")) is found


def test_the_guide_has_an_example_for_every_kind_of_row():
    assert len(EXAMPLES) > 50


@pytest.mark.parametrize(("code", "meaning"), {**NOT_UNDERSTOOD, **UNDERSTOOD}.items())
def test_a_code_is_listed_with_its_meaning(code, meaning):
    listed = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", GUIDE.split("## Notices")[1], re.MULTILINE))

    assert listed[code].replace("`", "").replace("right after", "after") == meaning
