"""Rows made of rows are what plain Python makes of them, compiled or in NumPy, whoever holds the numbers."""

import ctypes
from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from loops import both, compiled, needs_compiled

INT64 = st.integers(-(2**63), 2**63 - 1)
KINDS = {"B": (0, 2**8 - 1), "H": (0, 2**16 - 1), "I": (0, 2**32 - 1), "i": (-(2**31), 2**31 - 1),
         "q": (-(2**63), 2**63 - 1)}  # fmt: skip
SCORES = st.lists(st.floats(-1e6, 1e6), max_size=20)


def held(kind, numbers, holder):
    """Numbers as one of those hold them who may."""
    own = array(kind, numbers)
    return {"array": own, "memory": memoryview(own.tobytes()).cast(kind), "numpy": np.array(own)}[holder]


@st.composite
def rows(draw, kinds=tuple(KINDS), max_size=20):
    """A row and what it holds."""
    kind = draw(st.sampled_from(kinds))
    numbers = draw(st.lists(st.integers(*KINDS[kind]), max_size=max_size))
    return held(kind, numbers, draw(st.sampled_from(["array", "memory", "numpy"]))), numbers


def ascending(most):
    return st.sets(st.integers(0, most)).map(sorted)


@both
@given(rows(), st.data())
def test_what_stands_at_some_places_is_taken(loops, row, data):
    row, numbers = row
    places = data.draw(st.lists(st.integers(0, len(numbers) - 1), max_size=9)) if numbers else []

    assert loops.taken(row, loops.row_of(places)).tolist() == [numbers[place] for place in places]


@both
@given(st.lists(rows(), max_size=4))
def test_rows_of_whatever_kinds_are_laid_one_behind_the_other(loops, parts):
    whole = loops.chained([row for row, _ in parts])

    assert whole.tolist() == [number for _, numbers in parts for number in numbers]


@both
@pytest.mark.parametrize(("kinds", "size"), [("BB", 1), ("BH", 2), ("HI", 4), ("BI", 4), ("Bq", 8), ("iI", 8)])
def test_rows_take_no_more_room_than_the_widest_of_them(loops, kinds, size):
    whole = memoryview(loops.chained([array(kind, [1]) for kind in kinds]))

    assert (whole.itemsize, whole.tolist()) == (size, [1, 1])


@both
def test_a_single_row_is_not_copied(loops):
    row = array("q", [1, 2])

    assert loops.chained([row]) is row


@both
@given(rows())
def test_numbers_of_any_kind_are_the_same_as_int64_and_as_float64(loops, row):
    row, numbers = row

    assert loops.whole(row).tolist() == numbers
    assert loops.doubles(row).tolist() == list(map(float, numbers))


@both
@given(st.integers(-5, 5), st.integers(-5, 5), st.integers(-9, 9))
def test_numbers_are_counted_and_shifted(loops, start, stop, by):
    counted = loops.counting(start, stop)

    assert counted.tolist() == list(range(start, stop))
    assert loops.shifted(counted, by).tolist() == [number + by for number in range(start, stop)]


@both
@given(SCORES, st.floats(-9, 9), st.data())
def test_scores_are_multiplied_and_added(loops, scores, factor, data):
    own = array("d", scores)
    more = data.draw(st.lists(st.floats(0, 9), min_size=len(scores), max_size=len(scores)))
    places = data.draw(ascending(len(scores) - 1)) if scores else []
    at = [score + (more[places.index(place)] if place in places else 0.0) for place, score in enumerate(scores)]

    assert loops.times(np.array(own), factor).tolist() == [score * factor for score in scores]
    assert loops.plus(np.array(own), np.array(more)).tolist() == [a + b for a, b in zip(scores, more, strict=True)]
    assert loops.plus_at(np.array(own), loops.row_of(places), np.array(more[: len(places)])).tolist() == at
    assert own.tolist() == scores


@both
@given(ascending(40), ascending(40), st.booleans())
def test_a_flag_says_which_documents_are_meant(loops, chosen, documents, flag):
    flags = loops.flags(loops.row_of(chosen), 41, flag)

    assert [bool(own) for own in flags.tolist()] == [(at in chosen) == flag for at in range(41)]
    for wanted in (True, False):
        found = [at for at, document in enumerate(documents) if ((document in chosen) == flag) == wanted]
        assert loops.flagged(flags, loops.row_of(documents), wanted).tolist() == found


@both
@given(rows(kinds=["H"], max_size=60), st.integers(-1, 70))
def test_the_strongest_are_the_greatest_and_of_equals_the_first(loops, row, count):
    row, impacts = row

    best = sorted(range(len(impacts)), key=lambda at: (-impacts[at], at))[: max(count, 0)]
    assert loops.strongest(row, count).tolist() == sorted(best)


@both
@given(st.lists(st.integers(0, 9)))
def test_numbers_are_put_in_order_and_equal_ones_stay_in_theirs(loops, numbers):
    row = array("I", numbers)

    assert loops.in_order(row, 10).tolist() == sorted(range(len(numbers)), key=lambda at: numbers[at])


@both
@pytest.mark.parametrize(
    ("documents", "leaders", "sound"),
    [
        ([], [], True),
        ([1, 4, 5], [4, 4, 4], True),
        ([1, 4, 5], [4, 4], False),
        ([4, 1, 5], [4, 4, 4], False),
        ([1, 1, 5], [5, 5, 5], False),
        ([1, 4, 9], [4, 4, 4], False),
        ([1, 4, 5], [4, 4, 2], False),
        ([1, 4, 5], [4, 4, 9], False),
    ],
)
def test_groups_are_ascending_documents_led_by_some_of_them(loops, documents, leaders, sound):
    assert loops.are_groups(array("I", documents), array("I", leaders), 9) is sound


@needs_compiled
@pytest.mark.parametrize(
    "call",
    {
        "places behind the end": lambda: compiled.taken(array("q", [1]), array("q", [1])),
        "a place before the start": lambda: compiled.taken(array("q", [1]), array("q", [-1])),
        "places of another kind": lambda: compiled.taken(array("q", [1]), array("i", [0])),
        "numbers that may not fit": lambda: compiled.taken(array("Q", [1]), array("q", [0])),
        "numbers that may not fit, as int64": lambda: compiled.whole(array("Q", [1])),
        "numbers that may not fit, as float64": lambda: compiled.doubles(array("Q", [1])),
        "scores beside numbers": lambda: compiled.chained([array("d", [1]), array("q", [1])]),
        "rows of what is none": lambda: compiled.chained([array("d", [1]), None]),
        "letters": lambda: compiled.taken("abc", array("q", [0])),
        "a table": lambda: compiled.taken(np.zeros((2, 2)), array("q", [0])),
        "scores that are missing": lambda: compiled.plus(array("d", [1]), array("d")),
        "scores of no place": lambda: compiled.plus_at(array("d", [1]), array("q", [1]), array("d", [1])),
        "scores of fewer places": lambda: compiled.plus_at(array("d", [1]), array("q", [0]), array("d")),
        "flags of no document": lambda: compiled.flags(array("q", [3]), 3, True),
        "flags of fewer than none": lambda: compiled.flags(array("q"), -1, True),
        "documents without a flag": lambda: compiled.flagged(b"\1", array("q", [1]), True),
        "flags that are numbers": lambda: compiled.flagged(array("q", [1]), array("q", [0]), True),
        "impacts of another kind": lambda: compiled.strongest(array("q", [1]), 1),
        "numbers that are not below the count": lambda: compiled.in_order(array("I", [3]), 3),
        "numbers of no size": lambda: compiled.taken(np.zeros(3, "V0"), array("q", [0])),
        "numbers of an odd size": lambda: compiled.Texts((ctypes.c_uint8 * 3 * 9)()),
        "a column of scores": lambda: compiled.between(array("d", [1]), array("q", [0]), 0, 1),
    }.items(),
    ids=lambda case: case[0],
)
def test_a_row_that_is_not_what_is_wanted_is_refused(call):
    with pytest.raises((IndexError, TypeError, ValueError)):
        call[1]()
