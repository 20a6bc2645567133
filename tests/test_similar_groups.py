"""Groups of one story: each member like its leader, whatever the order and however they came to be there."""

import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from retold import MONDAY, NOTICE, OTHER, STORY, TODAY, days_of, invented, sketched

from newssearch.similar.alike import alike
from newssearch.similar.groups import groups
from newssearch.similar.pairs import PIVOTS, candidates, pairs
from newssearch.similar.sketches import NO_DAY, SHINGLES


def test_groups_do_not_chain():
    long = invented("a story that goes on for months", 2000)
    texts = [long[at : at + 400] for at in range(0, 1601, 40)]

    made, days = sketched(*texts), days_of(texts, None)
    leaders = groups(made, days).leaders

    numbers = np.arange(len(texts))
    assert all(alike(made, days, numbers[:-1], numbers[1:]) > 0), "each is like the next"
    members = numbers[leaders != numbers]
    assert all(alike(made, days, leaders[members], members) > 0), "and each like its leader"
    assert leaders[0] != leaders[-1]


EDITS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(0, 150),
        st.integers(20, 200),
        st.sampled_from([TODAY, TODAY + 1, TODAY + 30, NO_DAY]),
    ),
    max_size=25,
)
"""Which of six stories, from where on, how many words of it, and the day."""
STORIES = [*[invented(number, 200) for number in range(4)], [*STORY[:100], *OTHER[:100]], MONDAY]


def edited(edits):
    texts = [STORIES[story][start : start + size] for story, start, size, _ in edits]
    return sketched(*texts), np.array([day for *_, day in edits], np.int32)


def by_content(made, days, leaders):
    """The groups as sets of what is in them, which has no order."""
    rows = [(*map(bytes, row), int(day)) for *row, day in zip(*made, days, strict=True)]
    members = {}
    for number, leader in enumerate(leaders.tolist()):
        members.setdefault(leader, []).append(rows[number])
    return sorted(map(sorted, members.values()))


@given(EDITS, st.randoms())
def test_the_order_of_the_articles_does_not_matter(edits, random):
    shuffled = random.sample(edits, len(edits))

    first, second = edited(edits), edited(shuffled)

    assert by_content(*first, groups(*first).leaders) == by_content(*second, groups(*second).leaders)


@given(EDITS)
def test_every_member_is_like_its_leader(edits):
    made, days = edited(edits)
    leaders, paired = groups(made, days)

    numbers = np.arange(len(days))
    members = numbers[leaders != numbers]

    assert (leaders[leaders] == leaders).all()
    assert (alike(made, days, leaders[members], members) > 0).all()
    assert paired[members].all()


def test_comparisons_grow_with_the_articles_and_no_faster():
    def compared(count):
        boilerplate = invented("in every article", 60)
        texts = [[*invented(number, 20), *boilerplate] for number in range(count)]
        return sum(map(len, candidates(sketched(*texts).shingles)))

    assert compared(200) > 200
    assert compared(400) < 2.2 * compared(200)
    assert compared(400) <= 400 * SHINGLES * PIVOTS


def test_many_entries_are_sorted_in_parts_with_the_same_result(monkeypatch):
    texts = [text[at : at + 150] for text in (STORY, OTHER, NOTICE * 5) for at in range(0, 200, 25)]
    made, days = sketched(*texts), days_of(texts, None)
    whole = pairs(made, days)

    monkeypatch.setattr(sys.modules[pairs.__module__], "_ENTRIES", 50)
    monkeypatch.setattr(sys.modules[pairs.__module__], "_PAIRS", 3)

    assert len(whole.first) > 5
    assert all(map(np.array_equal, whole, pairs(made, days)))
