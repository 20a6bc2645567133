"""The loops over postings give what plain Python says that they give, compiled or not."""

import os
import subprocess
import sys
from array import array
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from loops import BOTH, compiled  # noqa: E402

from newssearch import Archive, Article, Author, Moment  # noqa: E402
from newssearch.analysis import chunks  # noqa: E402
from newssearch.engines.whoosh import kernels  # noqa: E402
from newssearch.engines.whoosh.held import Held  # noqa: E402
from newssearch.engines.whoosh.kernels import in_numpy  # noqa: E402
from newssearch.engines.whoosh.kernels.plain import located  # noqa: E402

both = pytest.mark.parametrize("loops", BOTH)
needs_compiled = pytest.mark.skipif(compiled is None, reason="no C compiler was there")

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
def test_those_that_are_among_others_are_told_from_the_rest(loops, data):
    size = data.draw(SIZES)
    others, wanted = chosen(data, 0, size, 30_000), chosen(data, -9, size, 30_000)

    assert loops.is_among(wanted, others).tolist() == np.isin(wanted, others).tolist()


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
        fields.append((Held(documents, weights), base, living, lengths, 0.3, 0.01, factor))
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
        fields.append((Held(documents, weights), base, living, lengths, 0.3, 0.01, factor))
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


# --- what writing asks for -----------------------------------------------------------------------

ODD = ["boats", "BOATS", "(boats,", "it’s", "Œuvre", "京都は", "F-35", "a" * 48, "b" * 49, "𝒳", "ǅ", "US", "-"]
SPACES = [" ", "  ", "\n", "\t", "\u3000", "\x1c", "\x85", "\u2028", "\r\n"]


def numbered():
    """What gives each new chunk the next number, and the chunks that it was asked for."""
    asked = []
    return asked, lambda chunk: asked.append(chunk) or len(asked) - 1


@both
@given(st.lists(st.lists(st.sampled_from(ODD + SPACES) | st.text(max_size=5)).map("".join), max_size=8))
def test_chunks_are_numbered_as_python_parts_a_text_and_each_is_asked_for_once(loops, texts):
    (of_mixed, mixed), (of_capitals, capitals) = numbered(), numbered()
    tables, stream = (loops.ChunkTable(mixed), loops.ChunkTable(capitals)), array("I")

    for text in texts:
        before = len(stream)
        loops.number_chunks(text, *tables, stream)
        found = iter(stream[before:])
        for is_mixed, line in chunks(text):
            assert [(of_mixed if is_mixed else of_capitals)[number] for _, number in zip(line, found)] == line  # noqa: B905
        assert next(found, None) is None

    for table, asked in zip(tables, (of_mixed, of_capitals), strict=True):
        remembered = [chunk for chunk in asked if len(chunk) <= 48]
        assert len(remembered) == len(set(remembered)) == len(table)


@both
def test_a_table_remembers_many_chunks_and_what_a_new_one_looks_up(loops):
    asked = []

    def missing(chunk):
        asked.append(chunk)
        return table.number(chunk[1:]) if chunk.startswith("(") else len(asked)

    table = loops.ChunkTable(missing)
    chunks = [f"({number}" for number in range(5_000)]

    first = [table.number(chunk) for chunk in chunks]

    assert [table.number(chunk) for chunk in chunks] == first == [table.number(chunk[1:]) for chunk in chunks]
    assert len(asked) == len(table) == 10_000


@both
def test_an_error_of_what_numbers_a_chunk_comes_through_and_nothing_is_remembered(loops):
    table = loops.ChunkTable(lambda _: 1 // 0)

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            table.number("boats")

    assert len(table) == 0


@both
@given(st.data())
def test_texts_are_turned_over_into_a_list_for_each_term_and_field(loops, data):
    random = np.random.default_rng(data.draw(st.integers(0, 999)))
    terms, each, articles = data.draw(st.integers(1, 30)), data.draw(st.integers(1, 5)), data.draw(st.integers(0, 40))
    values = sorted(
        (at, field) for at in range(articles) for field in range(each) for _ in range(random.integers(0, 3))
    )
    sizes = random.integers(0, 12, len(values))
    ranks = random.choice([*range(terms), 0xFFFFFFFF], int(sizes.sum())).astype(np.uint32)
    of_value = (
        sizes.astype(np.int64), np.array([field for _, field in values], np.uint8), each,
        np.array([document for document, _ in values], np.uint32),
    )  # fmt: skip
    places = np.arange(len(ranks), dtype=np.uint32) * 3
    low = data.draw(st.integers(0, terms))
    high = data.draw(st.integers(low, terms))

    by_document, weights, counts = loops.turned_over(ranks, low, high, *of_value, None)
    by_place, none, as_many = loops.turned_over(ranks, low, high, *of_value, places)

    documents, standing = {}, {}
    for at, value in enumerate(np.repeat(np.arange(len(values)), sizes).tolist()):
        document, field = values[value]
        if low <= ranks[at] < high:
            documents.setdefault((ranks[at] - low, field), Counter())[document] += 1
            standing.setdefault((ranks[at] - low, field), []).append(int(places[at]))
    lists = [(rank, field) for rank in range(high - low) for field in range(each)]
    assert none is None
    assert counts.tolist() == [len(documents.get(one, ())) for one in lists]
    assert as_many.tolist() == [len(standing.get(one, ())) for one in lists]
    assert [*zip(by_document.tolist(), weights.tolist(), strict=True)] == [
        pair for one in lists for pair in sorted(documents.get(one, {}).items())
    ]
    assert by_place.tolist() == [place for one in lists for place in standing.get(one, ())]


# --- what compiled code must not trust ------------------------------------------------------------

FAR = np.array([0, 5, 1 << 40])
FEW = np.arange(3)
NO_NUMBER = np.array([0xFFFFFFFF], np.uint32)
ONES = np.ones(3)


class Empty:
    """Postings that say nothing."""

    def read(self):
        return None, None

    def among(self, _):
        return None, None


@needs_compiled
@pytest.mark.parametrize(
    "call",
    {
        "summed": lambda: compiled.summed([(FAR, ONES)], 10),
        "summed, negative": lambda: compiled.summed([(FEW - 1, ONES)], 10),
        "summed, scores missing": lambda: compiled.summed([(FEW, ONES[:2])], 10),
        "union": lambda: compiled.union([FAR], 10),
        "score": lambda: compiled.score(FAR, None, np.ones(10), 1, 1, 1),
        "score, weights missing": lambda: compiled.score(FEW, np.ones(2), np.ones(10), 1, 1, 1),
        "between": lambda: compiled.between(np.arange(10), FAR, 0, 5),
        "latest": lambda: compiled.latest(np.arange(10), FAR, 2),
        "at least": lambda: compiled.at_least(FEW, ONES[:2], 0),
        "leading": lambda: compiled.leading([(Held(FAR), 0, None, np.ones(10), 1, 1, 1)], 10, 3, 0),
        "leading, behind the base": lambda: compiled.leading([(Held(FEW), 9, None, np.ones(10), 1, 1, 1)], 10, 3, 0),
        "leading, flags missing": lambda: compiled.leading(
            [(Held(FEW), 0, np.ones(2, bool), np.ones(10), 1, 1, 1)], 10, 3, 0
        ),
        "leading, a list of no list": lambda: compiled.leading([(None, 0, None, np.ones(10), 1, 1, 1)], 10, 3, 0),
        "scored among": lambda: compiled.scored_among([(Held(FAR), 0, None, np.ones(10), 1, 1, 1)], FAR),
        "scored among, no flags": lambda: compiled.scored_among([(Held(FEW), 0, [], np.ones(10), 1, 1, 1)], FEW),
        "candidates": lambda: compiled.candidates(FAR, ONES, np.arange(10), 2, 0),
        "candidates, scores missing": lambda: compiled.candidates(FEW, ONES[:2], np.arange(10), 2, 0),
        "numbers of another type": lambda: compiled.meeting(FEW.astype(np.int32), FEW),
        "numbers that lie apart": lambda: compiled.is_among(np.arange(9)[::3], FEW),
        "nothing": lambda: compiled.is_among(None, FEW),
        "turned over, words missing": lambda: compiled.turned_over(
            np.zeros(2, np.uint32), 0, 1, FEW + 1, FEW.astype(np.uint8), 3, FEW.astype(np.uint32), None
        ),
        "turned over, a field too many": lambda: compiled.turned_over(
            np.zeros(3, np.uint32), 0, 1, ONES.astype(int), FEW.astype(np.uint8), 2, FEW.astype(np.uint32), None
        ),
        "turned over, no range": lambda: compiled.turned_over(
            np.zeros(3, np.uint32), 3, 1, ONES.astype(int), FEW.astype(np.uint8), 3, FEW.astype(np.uint32), None
        ),
        "numbers of signed chunks": lambda: compiled.number_chunks(
            "a", compiled.ChunkTable(len), compiled.ChunkTable(len), array("i")
        ),
        "texts that are too long": lambda: compiled.Texts(np.array([0, 1 << 32], np.uint64)),
        "scores of another type": lambda: compiled.least_of_best(FEW, 2),
        "numbers of another byte order": lambda: compiled.is_among(FEW.astype(">i8"), FEW),
        "numbers that lie between two": lambda: compiled.meeting(
            np.frombuffer(bytes(25), np.uint8)[1:].view(np.int64), FEW
        ),
        "fewer documents than none": lambda: compiled.union([FEW], -1),
        "scored among, nothing read": lambda: compiled.scored_among([(Empty(), 0, None, np.ones(10), 1, 1, 1)], FEW),
        "leading, no lengths": lambda: compiled.leading([(Held(FEW), 0, None, None, 1, 1, 1)], 10, 3, 0),
        "turned over, nothing": lambda: compiled.turned_over(None, 0, 1, None, None, 1, None, None),
        "turned over, a document without a number": lambda: compiled.turned_over(
            np.zeros(2, np.uint32),
            0,
            1,
            np.array([2]),
            np.zeros(1, np.uint8),
            1,
            np.array([-1 % 2**32], np.uint32),
            None,
        ),
    }.items(),
    ids=lambda case: case[0] if isinstance(case, tuple) else None,
)
def test_what_would_lie_outside_is_refused_and_leaves_no_trace(call):
    with pytest.raises((AttributeError, IndexError, TypeError, ValueError)):
        call[1]()

    assert compiled.union([FEW], 10).tolist() == [0, 1, 2]


@needs_compiled
@pytest.mark.parametrize(("count", "found"), [(-2, 0), (1 << 58, 3)])
def test_the_latest_of_fewer_than_none_or_of_more_than_there_are_take_no_memory(count, found):
    assert len(compiled.latest(np.arange(9), FEW, count)) == found


class Forged:
    """A file of terms whose checksums are right, whatever it says."""

    def __init__(self, **sections):
        ends = np.cumsum([0, *map(len, sections.values())]).tolist()
        self.octets = np.array([number for own in sections.values() for number in own], np.uint8)
        self.unread = bytearray(1)
        self._sections = {
            name: (start, len(own), 1) for (name, own), start in zip(sections.items(), ends, strict=False)
        }

    def where(self, name):
        return self._sections[name]

    def wrong(self, what):
        return ValueError(what)


def terms(list_ends, codes, fields):
    """The documents of a table of two terms, with lists of the documents 3, of 5 and of 7."""
    file = Forged(
        text_ends=[0, 1, 2], texts=b"ab", list_ends=list_ends, codes=codes, counts=[1, 1, 1], data_ends=[0, 1, 2, 3],
        data=[3, 5, 7],
    )  # fmt: skip
    table = compiled.TermTable(file, ["body", "headline"], [], 10, False)
    return [found.tolist() for found in table.holders(np.array([0, 1]), fields, 10)]


@needs_compiled
def test_the_lists_of_many_terms_are_told_apart_by_their_fields():
    assert terms([0, 2, 3], [0, 1, 1], [(0, None), (1, None)]) == [[3], [5, 7]]
    assert terms([0, 2, 3], [0, 1, 1], [(1, None)]) == [[5, 7]]
    assert terms([0, 2, 3], [0, 1, 1], []) == []


@needs_compiled
def test_forged_lists_of_terms_are_refused_or_passed_over():
    assert terms([0, 2, 3], [0, 0, 0], [(0, None)]) == [[3, 7]]  # a second list in a field is none
    for list_ends, fields in (([0, 3, 3], [(16, None)]), ([0, 9, 3], [(0, None)]), ([0, 3, 3], [(-1, None)])):
        with pytest.raises(ValueError, match=r"more fields|there is no item"):
            terms(list_ends, [0, 1, 2], fields)


# --- threads ---------------------------------------------------------------------------------------


class Interrupted(Held):
    """Postings during whose reading another thread asks something."""

    def read(self):
        kernels.union([np.arange(50)], 60)
        kernels.leading([(Held(np.arange(40)), 0, None, np.ones(60), 1, 1, 9)], 60, 3, 0)
        return super().read()

    def among(self, wanted):
        self.read()
        return super().among(wanted)


@both
def test_what_another_thread_asks_between_two_fields_changes_nothing(loops):
    def fields(kind):
        return [(kind(np.arange(at, 20, 2)), 0, None, np.ones(60), 1, 1, 2.0) for at in (0, 1, 0)]

    for ask in (lambda own: loops.leading(own, 60, 60, 0)[:2], lambda own: loops.scored_among(own, np.arange(5, 15))):
        alone, interrupted = (ask(fields(kind)) for kind in (Held, Interrupted))
        assert [column.tolist() for column in interrupted] == [column.tolist() for column in alone]


def test_many_threads_get_the_answers_of_one(tmp_path):
    random = Random(1)
    words = [f"w{number}" for number in range(60)]
    archive = Archive(tmp_path / "index")
    for commit in range(2):
        archive.add(
            Article(id=f"{commit}-{at}", headline=" ".join(random.choices(words, k=3)), authors=(Author(name="Ann Lee"),),
                    body=" ".join(random.choices(words, k=40)), published=Moment(date(2020, 1 + at % 12, 1)))
            for at in range(150)
        )  # fmt: skip
    queries = [
        query
        for one, other in zip(words[:25], words[25:], strict=False)
        for query in (one, f"{one} {other}", f"{one} OR {other}", f'"{one} {other}"', f"{one} date:2020-03", f"{one}*",
                      f"{one} by:lee", f"{one}~1", f"{one} NEAR/2 {other}", f"{one} -{other}")
    ]  # fmt: skip

    def ask(opened, query):
        found = opened.search(query, limit=5, snippets=0)
        return found.total, [(hit.id, hit.score) for hit in found.hits]

    alone = {query: ask(archive, query) for query in queries}
    opened = Archive(tmp_path / "index")
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as threads:
            asked = random.choices(queries, k=1_000)
            together = list(threads.map(lambda query: ask(opened, query), asked))
    finally:
        sys.setswitchinterval(before)

    assert [query for query, found in zip(asked, together, strict=True) if found != alone[query]] == []


# --- which of the two runs -------------------------------------------------------------------------


def loops_of(wanted):
    return subprocess.run(
        [sys.executable, "-c", "from newssearch.engines.whoosh import kernels; print(kernels.LOOPS)"],
        env={**os.environ, "NEWSSEARCH_LOOPS": wanted}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_compiled_loops_run_where_they_are_there_and_numpys_where_these_are_asked_for():
    assert [loops_of(wanted).stdout.strip() for wanted in ("", "numpy")] == [
        "compiled" if compiled else "numpy",
        "numpy",
    ]


def test_loops_that_there_are_not_are_refused():
    done = loops_of("fast")

    assert done.returncode
    assert done.stderr.endswith("NEWSSEARCH_LOOPS is 'fast': choose compiled or numpy\n")


def test_the_command_says_in_a_line_that_there_are_no_such_loops():
    done = subprocess.run(
        [sys.executable, "-m", "newssearch", "--help"],
        env={**os.environ, "NEWSSEARCH_LOOPS": "fast"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "newssearch: NEWSSEARCH_LOOPS is 'fast': choose compiled or numpy\n"


@needs_compiled
def test_compiled_is_all_that_is_said_in_numpy():
    assert [name for name in in_numpy.__all__ if not hasattr(compiled, name)] == []
