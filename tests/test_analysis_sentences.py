"""Sentences end where a reader sees them end, whichever of the two loops looks for it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from loops import compiled_surface as compiled
from loops import needs_compiled_surface as needs_compiled

from newssearch.analysis.surface import sentences

both = pytest.mark.parametrize(
    "loops", [pytest.param(sentences, id="python"), pytest.param(compiled, id="compiled", marks=needs_compiled)]
)

PIECES = [
    "He", "left", "Mr", "Sept", "U", "S", "5", ".", ".", ".", "!", "?", "…", "。", "！", " ", " ", " ", "\n", "\u2003",
    '"', "”", "’", ")", "]", "»", "'", "-", "é", "東", "𝒳", "_", ",", "\x1c",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@needs_compiled
@given(texts, st.data())
@example("", None)
@example(" \n ", None)
def test_both_find_the_same_sentences(text, data):
    places = range(len(text) + 1)
    widths = [0, 3, 10, 1_000] if data is None else [data.draw(st.integers(0, 40))]

    for at in places:
        for width in widths:
            assert compiled.sentences_around(text, at, width) == sentences.sentences_around(text, at, width)


@both
@given(texts)
def test_every_place_of_a_sentence_is_in_that_one_alone(loops, text):
    for at in range(len(text.rstrip())):
        start, end, stop = loops.sentences_around(text, at, 20)

        assert 0 <= start <= end <= stop <= len(text)
        assert at < end
        for place in range(start, end):
            assert loops.sentences_around(text, place, 20) == (start, end, stop)


@both
@given(texts, st.integers(0, 20))
def test_a_sentence_is_the_same_where_no_more_is_read_than_from_the_end_of_one_before(loops, text, width):
    ends = [0]
    for at in range(len(text.rstrip())):
        found = loops.sentences_around(text, at, width)
        if found[1] != ends[-1]:
            ends.append(found[1])
        for since in ends[:-1]:
            assert loops.sentences_around(text, max(at, since), width, since) == loops.sentences_around(
                text, max(at, since), width
            )


@both
@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("He left. She stayed.", 1, "He left."),
        ("He left. She stayed.", 10, "She stayed."),
        ("He met Mr. Li. She did not.", 3, "He met Mr. Li."),
        ("In Sept. 2025 it rained.", 0, "In Sept. 2025 it rained."),
        ("The U.S. Navy left.", 12, "The U.S. Navy left."),
        ('"He left." She stayed.', 1, '"He left."'),
        ("It was 2.5 percent. More came.", 1, "It was 2.5 percent."),
        ("What? No! Yes.", 7, "No!"),
        ("What? No! Yes.", 1, "What?"),
        ("a headline\nThe text. More.", 2, "a headline"),
        ("first. second", 8, "first. second"),
        ("他走了。她留下。", 5, "她留下。"),
        ("Zuerst (am 3. Mai). Dann.", 20, "Dann."),
        ("  one.  ", 3, "one."),
    ],
)
def test_the_sentence_around_a_place(loops, text, at, sentence):
    start, end, _ = loops.sentences_around(text, at, 0)

    assert text[start:end] == sentence


@both
@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (0, "One two."),
        (14, "One two."),
        (15, "One two. Three."),
        (20, "One two. Three. Four"),
        (99, "One two. Three. Four"),
    ],
)
def test_what_follows_is_shown_with_it_as_far_as_it_fits_and_the_line_goes(loops, width, shown):
    text = "Before. One two. Three. Four\nFive."

    start, end, stop = loops.sentences_around(text, 9, width)

    assert (text[start:end], text[start:stop]) == ("One two.", shown)


@both
@pytest.mark.parametrize(("at", "since"), [(-1, 0), (5, 0), (3, -1), (3, 4)])
def test_a_place_outside_of_the_text_is_refused(loops, at, since):
    with pytest.raises(IndexError, match="no place"):
        loops.sentences_around("text", at, 0, since)


@needs_compiled
def test_a_text_may_be_of_a_class_that_is_a_string_and_what_is_none_is_refused():
    class Loud(str):
        __slots__ = ()

        def __str__(self):
            return "no"

    assert compiled.sentences_around(Loud("One. Two."), 6, 0) == (5, 9, 9)
    with pytest.raises(TypeError):
        compiled.sentences_around(b"text", 0, 0)
