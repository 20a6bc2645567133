"""Looking for a word in a text without reading all of it."""

from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from loops import compiled_surface as compiled
from loops import needs_compiled_surface as needs_compiled

from newssearch.analysis import LANGUAGES, beginning, fold, sought, spellings, stem, tokens
from newssearch.analysis.seeking import Seeker, any_of, is_next
from newssearch.analysis.surface import Surface, plain

PIECES = [
    "a", "b", "S", "é", "ﬁ", "5", "50", "-", ".", "'", "’", "$", "€", ",", "_", "?", "\u0301", "\u00ad", "\u00a0", "東", "US",
    " ", " ", " ", "\n", "\t", "strike", "Boats", "F-35", "U.S.", "'s",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
ENDINGS = ["", "s", "es", "ies", "ied", "y", "ed", "ing", "ying", "eed", "ly", "bility", "ational", "ousness", "ement", "e", "er", "en", "ique", "mente", "ción", "ung"]  # fmt: skip


@given(texts)
@example("a$50 12.5 s-trike dying US U.N. e-mail é’s")
def test_no_token_with_the_word_is_passed_over(text):
    every = tokens(text)

    for word in {word for token in every for word in token.words}:
        assert [token for _, token in sought(Surface(text), spellings(word), 0) if word in token.words] == [
            token for token in every if word in token.words
        ]


@given(texts, st.integers(0, 4))
@example("a b-b c, - d e a", 0)
@example("a b-b c, - d e a", 4)
@example("a b-b c, - d e a", 5)
def test_the_distance_between_tokens_is_exact_up_to_the_reach(text, reach):
    positions = {(token.start, token.end): at for at, token in enumerate(tokens(text))}

    for (before, left), (after, right) in pairwise(sought(Surface(text), spellings("a"), reach)):
        between = positions[right.start, right.end] - positions[left.start, left.end] - 1
        assert after - before - 1 == between or min(after - before - 1, between) > reach


@given(texts.filter(lambda text: "東" not in text))  # pairs of Chinese overlap: those that touch may have one between
@example("a\u2103b a\u2014b a\u2026b a\u6771b a_b a\u0301b a ? b")
def test_the_next_token_is_the_one_without_another_between(text):
    for (at, first), (after, second) in combinations(enumerate(tokens(text)), 2):
        assert is_next(text, first.end, second.start) == (after == at + 1)


@given(texts, st.sampled_from(["a", "b", "us", "50", "boats", "f-35", "é"]))
@example("U.S. us US's US-b\nUS BOATS", "us")
def test_a_seeker_finds_the_tokens_with_the_word(text, word):
    seeker = Seeker(word.__eq__, spellings(word))

    places = [(token.start, token.end) for token in tokens(text) if word in token.words]

    assert seeker.places(Surface(text)) == places
    assert seeker.places(Surface(f"{text}\nend")) == places  # what was remembered is the same


@needs_compiled
@given(
    st.lists(
        st.sampled_from([*PIECES, "“", "”", "‘", "–", "…", "😀", "\x10", "\x1c", "\x85", "@", "[", "\ud800"]),
        max_size=30,
    ).map("".join),
    st.lists(st.sampled_from(["a", "b", "us", "50", "boats", "f-35", "bo", "stri", "é", "'s", "a'b", "?"]), max_size=4),
    st.integers(0, 130).map(lambda size: "x" * size + " " if size else ""),
    st.sampled_from(["", " x" * 70]),
)
@example("U.S. “us” US’s a-us?\nB–us bus us", ["us"], "", "")
@example("é us? ? u-s", ["us"], "", "")
@example("boat " * 50 + "b-oat", ["boats"], "", "")
@example("a-'b a?", ["a'b", "?"], "x" * 100 + " ", " x" * 70)
@example("’S", ["'s"], "x ", " x" * 70)
@example("é" + " x" * 70 + " what?", ["us"], "", " x" * 70)
@example("a_b", ["a_b"], "x ", " x" * 70)
@example("a@b", ["a@b"], "x ", " x" * 70)
def test_the_compiled_search_finds_the_runs_that_pythons_finds(text, words, before, after):
    written, text = any_of(map(spellings, words)), before + text + after

    assert compiled.Surface(text).runs(written) == plain.Surface(text).runs(written)


@needs_compiled
@pytest.mark.parametrize("around", ["{}strike", "s{}trike", "{}u.s.", "{}5-0", "{}", "s{}"])
def test_the_compiled_search_knows_every_character_in_a_long_text_as_python_does(around):
    for code in [*range(0x500), *range(0x2000, 0x2100), 0xD800, 0xFF0E, 0x1F600]:
        text = "x" * 99 + around.format(chr(code)) + " x" * 99
        for word in ("strike", "us", "50"):
            assert compiled.Surface(text).runs(spellings(word)) == plain.Surface(text).runs(spellings(word)), hex(code)


def test_a_text_may_be_of_a_class_that_is_a_string():
    class Text(str):
        __slots__ = ()

    assert Surface(Text("The boats")).runs(spellings("boat")) == [(4, 9)]


@needs_compiled
@pytest.mark.parametrize("spelling", [b"", b"ninebytes", "é".encode()])
def test_a_spelling_that_cannot_be_is_refused(spelling):
    with pytest.raises(ValueError, match="a few letters"):
        compiled.Surface("boats").runs({spelling})


@needs_compiled
def test_spellings_of_which_there_are_not_so_many_as_they_say_are_refused():
    class Lie(list):
        __slots__ = ()

        def __len__(self):
            return 2**62 - 1

    with pytest.raises(ValueError, match="more spellings than"):
        compiled.Surface("boats").runs(Lie([b"us"] * 4_000))


def test_without_a_spelling_every_token_is_sought():
    assert spellings("") is spellings("-") is None
    assert sought(Surface("The navy"), None, 0) == list(enumerate(tokens("The navy")))


@pytest.mark.parametrize(
    "word",
    [
        "cries", "cry", "skies", "dying", "sizing", "hoping", "hopping", "possibility", "capabilities", "ability",
        "ably", "amply", "only", "early", "ugly", "rationality", "hesitancy", "relational", "digitizer", "it's",
    ],
)  # fmt: skip
def test_an_english_word_begins_as_its_stem_says(word):
    assert word.startswith(beginning(stem(word)))


def test_no_more_is_taken_from_an_english_stem_than_the_stemmer_changes():
    assert [beginning(stem(word)) for word in ("an", "boats", "drugs", "strikes", "cries", "dies")] == [
        "an", "boat", "drug", "strik", "cr", "d",
    ]  # fmt: skip


@pytest.mark.parametrize("language", sorted({*LANGUAGES, "ko"}))
@given(st.text("abcdeiouylgqnstr'", min_size=1, max_size=6), st.sampled_from(ENDINGS))
def test_a_word_begins_as_its_stem_says(language, start, ending):
    word = fold(start.lstrip("'") + ending)

    first = beginning(stem(word, language), language)

    assert word.startswith(first) or f"'{first}" in word
