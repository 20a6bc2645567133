"""Pieces of a text around places in it, whichever of the two loops cuts them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from loops import compiled_surface as compiled
from loops import needs_compiled_surface as needs_compiled

from newssearch.analysis.surface import cutting as python

both = pytest.mark.parametrize(
    "loops", [pytest.param(python, id="python"), pytest.param(compiled, id="compiled", marks=needs_compiled)]
)

WORDS = [
    "He",
    "left",
    "Mr.",
    "Gen.",
    "5.",
    "left.",
    "No!",
    "what?”",
    "é",
    "東京。",
    "𝒳",
    "x" * 50,
    "a\u2003b",
    "\n",
    "…",
]
texts = st.lists(st.sampled_from(WORDS), max_size=40).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)


def places_of(text):
    """All its words, and two that overlap as pairs of Chinese do."""
    words = [match.span() for match in re.finditer(r"[^\W_]+", text)]
    return sorted([*((start, end, 1) for start, end in words), *((s, s + 1, 2) for s, e in words[:1] if e - s > 1)])


@needs_compiled
@given(texts, st.sets(st.integers(0, 40)), st.integers(-3, 90) | st.sampled_from([2**62, -(2**62)]))
@example("", set(), 10)
@example("a b c. d", {0, 1, 2, 3}, 0)
@example("left " * 40, set(range(0, 40, 3)), 60)
def test_both_cut_the_same_windows(text, chosen, width):
    places = [place for at, place in enumerate(places_of(text)) if at in chosen]

    assert compiled.windows(text, places, width) == python.windows(text, places, width)


@both
@given(texts, st.integers(0, 90))
def test_every_place_is_in_a_window_that_knows_it(loops, text, width):
    places = places_of(text)

    found = loops.windows(text, places, width)

    assert {at for _, _, first, behind in found for at in range(first, behind)} == set(range(len(places)))
    for start, end, first, behind in found:
        assert 0 <= start <= places[first][0]
        assert start < end <= len(text)
        assert all(left < end for left, _, _ in places[first:behind])


@both
@pytest.mark.parametrize(
    ("width", "pieces"),
    [
        (99, ["One boat left. No boat came.", "No boat came.", "A boat."]),
        (20, ["One boat left.", "No boat came.", "A boat."]),
        (8, ["boat left.", "boat came.", "A boat."]),
    ],
)
def test_a_window_is_sentences_of_a_line_or_part_of_one(loops, width, pieces):
    text = "None. One boat left. No boat came.\nA boat."
    places = [(match.start(), match.end(), 1) for match in re.finditer("boat", text)]

    assert [text[start:end] for start, end, _, _ in loops.windows(text, places, width)] == pieces


@both
@pytest.mark.parametrize("place", [(-1, 2, 1), (2, 2, 1), (3, 2, 1), (2, 9, 1), (9, 10, 1)])
def test_a_place_outside_of_the_text_is_refused(loops, place):
    with pytest.raises(IndexError, match="no place"):
        loops.windows("text", [place], 240)


@needs_compiled
def test_what_is_no_text_and_what_are_no_places_is_refused():
    with pytest.raises(TypeError):
        compiled.windows(b"text", [], 240)
    with pytest.raises(TypeError):
        compiled.windows("text", None, 240)
    with pytest.raises(TypeError):
        compiled.windows("text", [(0, "4", 1)], 240)


@needs_compiled
@given(texts.filter(bool), st.lists(st.tuples(st.integers(0, 99), st.integers(1, 9)), max_size=9), st.integers(0, 90))
def test_places_in_any_order_end_inside_of_the_text(text, spans, width):
    places = [(start % len(text), min(start % len(text) + size, len(text)), 1) for start, size in spans]

    for start, end, _, _ in compiled.windows(text, places, width):
        assert 0 <= start <= len(text)
        assert 0 <= end <= len(text)
