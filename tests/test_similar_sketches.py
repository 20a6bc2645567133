"""Sketches: what is kept of a text, the same on every machine."""

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from retold import OTHER, STORY, invented, sketched

from newssearch.similar.sketches import EMPTY, EMPTY_FEW, FEW, LEAD, SHINGLE, SHINGLES, joined, word_hash


def test_a_words_hash_is_the_same_on_every_machine():
    assert word_hash("strike") == 0xD8B994C8C1C51910
    assert word_hash("東京") == 0xF02B68D1CA5511EE
    assert word_hash("\ud800") % 2 == 0, "half a surrogate pair, as broken files have"


@pytest.mark.parametrize(
    ("word", "number"), [("oil", 0), ("61", 1), ("f-35", 1), ("1,5", 1), ("٣", 1), ("½", 0), ("", 0)]
)
def test_a_words_hash_says_whether_a_digit_is_in_it(word, number):
    assert word_hash(word) & 1 == number


def mixed(value):
    value = value * 0x9E37_79B9_7F4A_7C15 % 2**64
    return (value ^ value >> 29) * 0x9E37_79B9_7F4A_7C15 % 2**64


def slowly(text):
    """The sketch of a text by its definition."""
    hashes = [word_hash(word) for word in text]
    shingles = []
    for at in range(len(hashes) - SHINGLE + 1):
        value = hashes[at]
        for word in hashes[at + 1 : at + SHINGLE]:
            value = (mixed(value) + word) % 2**64
        shingles.append(mixed(value) >> 32)
    leads = {min(value % 2**16, EMPTY_FEW - 1) for value in shingles[:LEAD]}
    numbers = {min(mixed(value) >> 48, EMPTY_FEW - 1) for value in hashes if value & 1}
    return [
        len(text),
        [*sorted({min(value, EMPTY - 1) for value in shingles}), *[EMPTY] * SHINGLES][:SHINGLES],
        [*sorted(leads), *[EMPTY_FEW] * FEW][:FEW],
        [*sorted(numbers), *[EMPTY_FEW] * FEW][:FEW],
    ]


TEXTS = st.lists(
    st.one_of(
        st.lists(st.sampled_from(["oil", "fell", "to", "61", "35", "dollars", "東京"]), max_size=120),
        st.integers(0, 300).map(lambda size: invented(size, size)),
        st.integers(0, 300).map(lambda size: ["the"] * size),
        st.integers(0, 300).map(lambda size: [*["the"] * size, *invented(size, 30)]),
    ),
    max_size=8,
)


@given(TEXTS, st.sampled_from([1, 50, 1 << 17]))
@settings(max_examples=60)
def test_a_sketch_is_that_of_its_text_alone_whatever_stands_beside_it(texts, piece):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[word_hash.__module__], "_PIECE", piece)
        made = sketched(*texts)

    assert [[column[at].tolist() for column in made] for at in range(len(texts))] == [*map(slowly, texts)]


def test_sketches_joined_are_those_of_all():
    assert all(map(np.array_equal, joined([sketched(STORY), sketched(OTHER, [])]), sketched(STORY, OTHER, [])))


def test_a_sketch_takes_132_bytes():
    assert sum(column.nbytes for column in sketched(STORY)) == 132
