"""Which words a pattern or a fuzzy word means."""

import fnmatch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssearch.query.words import literal_prefix, wildcard, within

PATTERNS = [
    ("venez*", "venezuela", True), ("venez*", "venez", True), ("venez*", "avenez", False), ("*cartel", "cartel", True),
    ("organi?ation", "organisation", True), ("organi?ation", "organiation", False), ("a*b*c", "abbc", True), ("a*b*c", "acb", False),
    ("a*a", "a", False), ("ab*ba", "aba", False), ("*", "anything", True), ("?*?", "a", False),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "word", "matches"), PATTERNS)
def test_a_pattern_means_words_of_its_shape(pattern, word, matches):
    assert wildcard(pattern)(word) is matches


@pytest.mark.parametrize(
    ("pattern", "word", "matches"),
    [
        (r"a\*b*", "a*bc", True),
        (r"a\*b*", "axbc", False),
        (r"a\\*", "a\\x", True),
        ("what?*", "what?now", True),
        ("what?*", "whatever", False),
    ],
)
def test_in_a_whole_value_only_the_star_is_special(pattern, word, matches):
    assert wildcard(pattern, exact=True)(word) is matches


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=8))
def test_a_pattern_is_a_shell_pattern(pattern, word):
    assert wildcard(pattern)(word) is fnmatch.fnmatchcase(word, pattern)


def test_a_pattern_of_many_stars_takes_no_exponential_time():
    assert not wildcard("*a" * 30 + "b")("a" * 5_000)


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=8))
def test_every_word_of_a_pattern_begins_with_its_prefix(pattern, word):
    assert not wildcard(pattern)(word) or word.startswith(literal_prefix(pattern))


EDITS = [
    ("madura", "maduro", 1, True), ("madura", "madura", 1, True), ("madura", "madra", 1, True), ("madura", "maadura", 1, True),
    ("madura", "mdaura", 1, True), ("madura", "adura", 1, False), ("madura", "nadura", 1, False), ("madura", "madoro", 1, False),
    ("madura", "madoro", 2, True), ("madura", "mudara", 2, True), ("ab", "a", 1, True), ("a", "b", 1, False),
]  # fmt: skip


@pytest.mark.parametrize(("word", "other", "edits", "matches"), EDITS)
def test_a_fuzzy_word_means_words_so_many_edits_away_with_its_first_letter(word, other, edits, matches):
    assert within(word, edits)(other) is matches


def distance(left, right):
    """The optimal string alignment distance, as its recurrence is written."""
    if not left or not right:
        return len(left) + len(right)
    best = min(
        distance(left[1:], right) + 1,
        distance(left, right[1:]) + 1,
        distance(left[1:], right[1:]) + (left[0] != right[0]),
    )
    if len(left) > 1 and len(right) > 1 and left[0] == right[1] and left[1] == right[0]:
        best = min(best, distance(left[2:], right[2:]) + 1)
    return best


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.sampled_from([1, 2]))
def test_edits_are_counted_as_the_recurrence_counts_them(word, other, edits):
    assert within(word, edits)(other) is (word[:1] == other[:1] and distance(word, other) <= edits)
