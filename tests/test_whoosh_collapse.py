"""Of the documents that tell one story, the first in an order is kept, and each knows the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from newssearch.engines.whoosh.collapse import Copies  # noqa: E402
from newssearch.engines.whoosh.stories import Stories  # noqa: E402

COUNT = 30


@st.composite
def groups(draw):
    """Some documents in groups, each with one of its documents as the leader."""
    documents = draw(st.permutations(range(COUNT)))
    found, at = [], 0
    for size in draw(st.lists(st.integers(2, 5), max_size=6)):
        found.append(documents[at : at + size])
        at += size
    return found


def copies(groups):
    leaders = {document: group[0] for group in groups for document in group}
    documents = np.array(sorted(leaders), np.uint32)
    return Copies(Stories(documents, np.array([leaders[at] for at in documents.tolist()], np.uint32)), COUNT)


@given(groups(), st.permutations(range(COUNT)), st.integers(0, COUNT))
def test_of_each_story_the_first_is_kept(groups, order, size):
    order = order[:size]
    first = [min((at for at in group if at in order), key=order.index, default=None) for group in groups]
    told = {at for group in groups for at in group}

    kept = copies(groups).left_out([(at, 1.0) for at in order])

    assert kept == [(at, 1.0) for at in order if at not in told or at in first]


@given(groups())
def test_a_document_knows_the_others_of_its_story(groups):
    found = copies(groups)
    others = {at: sorted({*group} - {at}) for group in groups for at in group}

    assert {at: found.of(at).tolist() for at in range(COUNT)} == {at: others.get(at, []) for at in range(COUNT)}
    assert bool(found) == bool(groups)
