"""The loops over postings give what plain Python says that they give, compiled or not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from loops import both

from newssearch.engines.whoosh.held import Held
from newssearch.engines.whoosh.kernels.documents import located


class Listed(Held):
    """Postings that are asked for by either kind of loops, whichever runs."""

    def among(self, wanted):
        return super().among(np.asarray(wanted))


SIZES = st.sampled_from([40, 20_000, 3_000_000])
LENGTH_TYPES = st.sampled_from(["u1", "u2", "u4", "i4", "i8", "f8"])
WEIGHT_TYPES = st.sampled_from([None, "u1", "u2", "u4", "i4", "i8"])


def chosen(data, low, size, most=9_000):
    """Some ascending numbers."""
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    return np.unique(random.integers(low, size, data.draw(st.sampled_from([0, 1, 30, 900, most]))))


def some_scores(data, documents):
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    return random.choice([0.0, 0.5, 1.25, 2.0, 7.5], len(documents)) + random.integers(0, 3, len(documents))


# --- rows of numbers ------------------------------------------------------------------------


@given(st.data())
def test_those_that_are_among_others_are_found_where_they_stand(data):
    size = data.draw(st.sampled_from([40, 20_000, 200_000]))
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    among = chosen(data, 0, size)
    wanted = random.integers(-9, size + 9, data.draw(st.sampled_from([0, 1, 900, 4_000, 9_000])))

    kept, at = located(wanted, among)

    assert kept.tolist() == np.isin(wanted, among).tolist()
    assert among[at].tolist() == wanted[kept].tolist()


@both
@given(st.data())
def test_those_that_are_not_among_others_are_told_from_the_rest(loops, data):
    size = data.draw(SIZES)
    others, wanted = chosen(data, 0, size, 30_000), chosen(data, -9, size, 30_000)

    assert loops.outside(wanted, others).tolist() == np.flatnonzero(~np.isin(wanted, others)).tolist()


@both
@given(st.data())
def test_what_two_rows_have_in_common_is_found_in_both(loops, data):
    size = data.draw(SIZES)
    some, others = chosen(data, 0, size), chosen(data, 0, size)

    at, there = loops.meeting(some, others)

    assert some[at].tolist() == others[there].tolist() == np.intersect1d(some, others).tolist()


@both
@given(st.data())
def test_the_documents_of_any_part_are_those_of_all(loops, data):
    size = data.draw(SIZES)
    parts = [chosen(data, 0, size) for _ in range(data.draw(st.integers(0, 4)))]

    assert loops.union(parts, size).tolist() == sorted({document for part in parts for document in part.tolist()})


# --- scores ---------------------------------------------------------------------------------


@both
@given(st.data())
def test_what_documents_score_in_several_parts_is_added(loops, data):
    size = data.draw(SIZES)
    parts = [(part, some_scores(data, part)) for part in (chosen(data, 0, size) for _ in range(3)) if len(part)]
    expected = {}
    for part, scores in parts:
        for document, score in zip(part.tolist(), scores.tolist(), strict=True):
            expected[document] = expected.get(document, 0) + score

    documents, scores = loops.summed(parts, size)

    assert dict(zip(documents.tolist(), scores.tolist(), strict=True)) == pytest.approx(expected)
    assert documents.tolist() == sorted(expected)


@both
@given(LENGTH_TYPES, WEIGHT_TYPES, st.data())
def test_a_score_is_what_the_formula_says_whatever_the_numbers_are_kept_in(loops, lengths_in, weights_in, data):
    documents = chosen(data, 0, 40)
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    lengths = random.integers(0, 200, 40).astype(lengths_in)
    weights = None if weights_in is None else random.integers(1, 100, len(documents)).astype(weights_in)

    scores = loops.score(documents, weights, lengths, 0.3, 0.01, 7.0)

    times = [1] * len(documents) if weights is None else weights.tolist()
    expected = [7.0 * tf / (tf + 0.3 + 0.01 * lengths[at]) for at, tf in zip(documents.tolist(), times, strict=True)]
    assert scores.tolist() == pytest.approx(expected, rel=1e-12)


@both
@given(st.integers(0, 30), st.data())
def test_the_best_are_those_that_score_as_much_as_the_last_of_them(loops, count, data):
    documents = chosen(data, 0, 20_000)
    scores = some_scores(data, documents)

    least = loops.least_of_best(scores, count)
    found, worth = loops.at_least(documents, scores, 2.0)

    ranked = sorted(scores.tolist(), reverse=True)
    assert least == (ranked[count - 1] if 0 < count <= len(ranked) else 0)
    assert [*zip(found.tolist(), worth.tolist(), strict=True)] == [
        pair for pair in zip(documents.tolist(), scores.tolist(), strict=True) if pair[1] >= 2
    ]


@both
@given(st.integers(0, 12), st.sampled_from([1, 2, 40]), st.sampled_from([3, 400]), st.data())
def test_the_first_by_score_and_stamp_are_among_the_candidates(loops, count, scores_there_are, stamps_there_are, data):
    documents = chosen(data, 0, 3_000)
    random = np.random.default_rng(data.draw(st.integers(0, 99)))
    scores = random.integers(0, scores_there_are, len(documents)).astype(float)
    stamps = random.integers(0, stamps_there_are, 3_000)

    found, worth = loops.candidates(documents, scores, stamps, count, 1e-6)

    every = dict(zip(documents.tolist(), scores.tolist(), strict=True))
    keys = sorted([(score, int(stamps[document])) for document, score in every.items()], reverse=True)
    first = {at for at, score in every.items() if 0 < count <= len(keys) and (score, stamps[at]) >= keys[count - 1]}
    assert first <= set(found.tolist()) <= every.keys()
    assert found.tolist() == sorted(found.tolist())
    assert worth.tolist() == [every[document] for document in found.tolist()]
    assert len(found) <= max(4 * count + 50, len(first)) or not 0 < count < len(every)


@both
@given(st.booleans(), st.data())
def test_some_documents_score_in_several_fields_what_all_of_them_do(loops, dead, data):
    size, base = 3_000, data.draw(st.sampled_from([0, 500]))
    lengths = np.arange(size, dtype=np.uint16) % 300
    living = np.arange(size) % 3 > 0 if dead else None
    fields = []
    for factor in (2.0, 0.5):
        documents = chosen(data, 0, size - base)
        weights = None if factor == 2 else (documents % 5 + 1).astype(np.uint8)
        fields.append((Listed(documents, weights), base, living, lengths, 0.3, 0.01, factor))
    wanted = chosen(data, 0, size)

    at, scores = loops.scored_among(fields, wanted)

    every = dict(zip(*[column.tolist() for column in loops.leading(fields, size, size, 0)[:2]], strict=True))
    expected = {place: every[one] for place, one in enumerate(wanted.tolist()) if one in every}
    assert dict(zip(at.tolist(), scores.tolist(), strict=True)) == pytest.approx(expected)
    assert at.tolist() == sorted(expected)


@both
@given(st.integers(0, 12), st.booleans(), st.data())
def test_the_leading_of_several_fields_are_the_best_of_all_that_live(loops, count, dead, data):
    size, base = 3_000, data.draw(st.sampled_from([0, 500]))
    lengths = np.arange(size, dtype=np.uint16) % 300
    living = np.arange(size) % 3 > 0 if dead else None
    fields, expected = [], {}
    for factor in (2.0, 0.5):
        documents = chosen(data, 0, size - base)
        weights = (documents % 5 + 1).astype(np.uint8)
        fields.append((Listed(documents, weights), base, living, lengths, 0.3, 0.01, factor))
        for document, tf in zip((documents + base).tolist(), weights.tolist(), strict=True):
            if living is None or living[document]:
                expected[document] = expected.get(document, 0) + factor * tf / (
                    tf + 0.3 + 0.01 * int(lengths[document])
                )

    documents, scores, total = loops.leading(fields, size, count, 1e-9)

    assert total == len(expected)
    bound = sorted(expected.values(), reverse=True)[count - 1] - 1e-9 if 0 < count <= total else 0
    best = {document: score for document, score in expected.items() if count and score >= bound}
    assert dict(zip(documents.tolist(), scores.tolist(), strict=True)) == pytest.approx(best)


# --- columns and texts --------------------------------------------------------------------------


@both
@given(st.integers(0, 30), st.data())
def test_the_latest_are_those_no_earlier_than_the_last_of_them(loops, count, data):
    documents = chosen(data, 0, 20_000)
    stamps = np.random.default_rng(1).integers(-50, 50, 20_000)
    stamps[::7] = -(2**63)

    found = loops.latest(stamps, documents, count).tolist()

    own = stamps[documents].tolist()
    bound = sorted(own, reverse=True)[count - 1] if 0 < count <= len(own) else -(2**63) if count else 2**63
    assert found == [at for at, stamp in enumerate(own) if stamp >= bound]


@both
@given(st.sampled_from(["i4", "i8"]), st.integers(-30, 30), st.integers(-30, 30), st.data())
def test_a_column_tells_which_documents_lie_between_two_bounds(loops, kept_in, low, high, data):
    documents = chosen(data, 0, 20_000)
    column = np.random.default_rng(1).integers(-20, 20, 20_000).astype(kept_in)

    found = loops.between(column, documents, low, high).tolist()

    assert found == [at for at, document in enumerate(documents.tolist()) if low <= column[document] <= high]


@both
@given(
    st.lists(st.integers(0, 5) | st.integers(0, 2000), min_size=1, max_size=60),
    st.sampled_from(["u4", "u8"]),
    st.data(),
)
def test_a_place_is_in_the_text_that_it_lies_in(loops, sizes, kept_in, data):
    starts = np.concatenate([[0], np.cumsum(np.array(sizes) + 1)])
    texts = loops.Texts(starts.astype(kept_in))

    for _ in range(3):  # by search, and by the table that pays after some
        places = sorted(data.draw(st.lists(st.integers(0, int(starts[-1]) - 1), max_size=50)))
        expected = [int(np.flatnonzero(starts <= place)[-1]) for place in places]
        assert texts.of(np.array(places, np.int64)).tolist() == expected
        tallied = [numbers.tolist() for numbers in texts.tally(np.array(places, np.int64))]
        assert tallied == [sorted(set(expected)), [expected.count(text) for text in sorted(set(expected))]]


@both
@pytest.mark.parametrize("places", [[-1], [12], [3, 99]])
def test_a_place_in_no_text_is_refused(loops, places):
    texts = loops.Texts(np.array([0, 4, 12], np.uint32))

    with pytest.raises(IndexError):
        texts.of(np.array(places))
