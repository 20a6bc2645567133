"""Numbers are found among others in one of two ways, with one result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from newssearch.engines.whoosh.postings import is_among, located, meeting  # noqa: E402


@given(st.data())
def test_those_that_are_among_others_are_found_where_they_stand(data):
    size = data.draw(st.sampled_from([40, 20_000, 200_000]))
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    among = np.unique(random.integers(0, size, data.draw(st.sampled_from([0, 1, 30, 5_000]))))
    wanted = random.integers(-9, size + 9, data.draw(st.sampled_from([0, 1, 900, 4_000, 9_000])))

    kept, at = located(wanted, among)

    assert kept.tolist() == np.isin(wanted, among).tolist()
    assert among[at].tolist() == wanted[kept].tolist()


@given(st.data())
def test_those_that_are_among_others_are_told_from_the_rest(data):
    size = data.draw(st.sampled_from([40, 20_000, 5_000_000]))  # one window of the table, and several
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    others, wanted = (
        np.unique(random.integers(first, size, data.draw(st.sampled_from([0, 1, 30, 5_000, 30_000]))))
        for first in (0, -9)
    )

    assert is_among(wanted, others).tolist() == np.isin(wanted, others).tolist()


@given(st.data())
def test_what_two_rows_have_in_common_is_found_in_both(data):
    size = data.draw(st.sampled_from([40, 20_000]))
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    some, others = (
        np.unique(random.integers(0, size, data.draw(st.sampled_from([0, 1, 30, 5_000, 9_000])))) for _ in range(2)
    )

    at, there = meeting(some, others)

    assert some[at].tolist() == others[there].tolist() == np.intersect1d(some, others).tolist()
