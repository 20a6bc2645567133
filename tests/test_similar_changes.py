"""What a change reaches is grouped as if all were grouped anew, and the rest is as it was."""

import sys
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from retold import MONDAY, OTHER, STORY, TODAY, days_of, invented, sketched

from newssearch.similar.changes import Change, regrouped
from newssearch.similar.groups import groups
from newssearch.similar.pairs import chosen_of, pairs
from newssearch.similar.sketches import NO_DAY

STORIES = [*[invented(number, 120) for number in range(3)], [*STORY[:100], *OTHER[:100]], STORY, MONDAY]
EDIT = st.tuples(
    st.integers(0, len(STORIES) - 1),
    st.sampled_from([0, 0, 10, 60]),
    st.sampled_from([20, 60, 100, 200]),
    st.sampled_from([TODAY, TODAY, TODAY + 1, TODAY + 30, NO_DAY]),
)
"""Which story, from where on, how many words of it, and the day."""
NONE = np.empty(0, np.int64)
FATES = st.lists(st.tuples(EDIT, st.sampled_from(["stays", "stays", "goes", "comes"])), max_size=40)


class Held:
    def __init__(self, made, days):
        self.made, self.days = made, days

    def having(self, shingles):
        return np.flatnonzero(chosen_of(self.made.shingles, shingles).any(axis=1))

    def read(self, articles):
        return self.made.of(articles), self.days[articles]


def held(edits):
    texts = [STORIES[story][start : start + size] for story, start, size, _ in edits]
    return Held(sketched(*texts), np.array([day for *_, day in edits], np.int64))


@pytest.mark.parametrize("pivots", [1, 2, 8])
@settings(max_examples=150)
@given(FATES)
def test_a_change_gives_the_groups_of_all(pivots, fates):
    before = [(edit, fate) for edit, fate in fates if fate != "comes"]
    after = [(edit, fate) for edit, fate in fates if fate != "goes"]
    old, new = (np.array([fate == "stays" for _, fate in side], np.bool_) for side in (before, after))
    stayed, kept = np.flatnonzero(old), np.flatnonzero(new)
    renumbered = np.full(len(before), -1)
    renumbered[stayed] = kept
    change = Change(np.flatnonzero(~new), np.flatnonzero(~old), renumbered.take)
    was, now = (held([edit for edit, _ in side]) for side in (before, after))

    with (
        patch.object(sys.modules[pairs.__module__], "PIVOTS", pivots),
        patch.object(sys.modules[regrouped.__module__], "_HOPS", 100),
    ):
        known, whole = groups(was.made, was.days), groups(now.made, now.days)
        found = regrouped(was, now, change)

    leaders, paired = np.arange(len(after)), np.zeros(len(after), np.bool_)
    leaders[kept], paired[kept] = renumbered[known.leaders[stayed]], known.paired[stayed]
    leaders[found.articles], paired[found.articles] = found.leaders, found.paired
    assert leaders.tolist() == whole.leaders.tolist()
    assert paired.tolist() == whole.paired.tolist()


def test_what_shares_nothing_with_a_change_is_not_looked_at():
    texts = [invented(number, 80) for number in range(30)]
    both = [*texts, *[text[:70] for text in texts]]
    was = Held(sketched(*both), days_of(both, None))
    now = Held(sketched(*both, texts[3]), days_of([*both, ""], None))

    found = regrouped(was, now, Change(np.array([60]), NONE, lambda articles: articles))

    assert found.articles.tolist() == [3, 33, 60]
    assert found.leaders.tolist() == [3, 3, 3]


def chain(length):
    """Texts of which each shares most words with the next, and none with those farther on."""
    words = invented(7, 100 + 20 * length)
    return [words[20 * number : 20 * number + 100] for number in range(length)]


@pytest.mark.parametrize(("length", "is_followed"), [(5, True), (60, False)])
def test_a_change_that_goes_on_and_on_is_given_up(length, is_followed):
    texts = chain(length)
    was, now = Held(sketched(*texts[1:]), days_of(texts[1:], None)), Held(sketched(*texts), days_of(texts, None))
    scans = []
    now.having = lambda shingles: scans.append(shingles) or Held.having(now, shingles)

    found = regrouped(was, now, Change(np.array([0]), NONE, lambda articles: articles + 1))

    assert (found is not None) is is_followed
    assert len(scans) < 12


def test_a_change_of_nothing_reaches_nothing():
    was = Held(sketched(*STORIES), days_of(STORIES, None))

    assert [len(column) for column in regrouped(was, was, Change(NONE, NONE, lambda some: some))] == [0, 0, 0]
