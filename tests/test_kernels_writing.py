"""The loops that writing asks for give what plain Python says that they give, compiled or not."""

from array import array
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from loops import both_of_building

from newssearch.analysis import chunks
from newssearch.engines.whoosh.columnar.kernels.spreading import Chunks

ODD = ["boats", "BOATS", "(boats,", "it’s", "Œuvre", "京都は", "F-35", "a" * 48, "b" * 49, "𝒳", "ǅ", "US", "-"]
SPACES = [" ", "  ", "\n", "\t", "\u3000", "\x1c", "\x85", "\u2028", "\r\n"]


def numbered():
    """What gives each new chunk the next number, and the chunks that it was asked for."""
    asked = []
    return asked, lambda chunk: asked.append(chunk) or len(asked) - 1


@both_of_building
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


@both_of_building
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


@both_of_building
def test_an_error_of_what_numbers_a_chunk_comes_through_and_nothing_is_remembered(loops):
    table = loops.ChunkTable(lambda _: 1 // 0)

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            table.number("boats")

    assert len(table) == 0


@both_of_building
def test_what_was_numbered_before_an_error_is_in_the_stream(loops):
    table = loops.ChunkTable(lambda chunk: len(chunk) if chunk != "bad" else 1 // 0)
    stream = array("I")

    with pytest.raises(ZeroDivisionError):
        loops.number_chunks("a bb " * 200 + "ccc bad dd", table, table, stream)

    assert stream.tolist() == [1, 2] * 200 + [3]


@both_of_building
def test_a_stream_that_is_looked_at_is_not_moved(loops):
    table, stream = loops.ChunkTable(len), array("I", range(100))

    with memoryview(stream) as held:
        with pytest.raises(BufferError):
            loops.number_chunks("a b c " * 5_000, table, table, stream)

        assert held.tolist() == list(range(100))


@both_of_building
@pytest.mark.parametrize("number", [-1, 1 << 32])
@pytest.mark.parametrize("chunk", ["boats", "b" * 49])
def test_a_number_that_is_none_is_refused(loops, chunk, number):
    table = loops.ChunkTable(lambda _: number)

    with pytest.raises(OverflowError):
        loops.number_chunks(chunk, table, table, array("I"))


@both_of_building
def test_chunks_that_differ_in_one_letter_or_in_their_length_alone_are_told_apart(loops):
    letters = ["", "\0", "a", "ÿ", "Ā", "𝒳"]
    chunks = [first + "b" * size + last for first in letters for size in range(20) for last in letters]
    table = loops.ChunkTable({chunk: at for at, chunk in enumerate(dict.fromkeys(chunks))}.__getitem__)

    first = [table.number(chunk) for chunk in chunks]

    assert [table.number(chunk) for chunk in chunks] == first
    assert len(set(first)) == len(set(chunks)) == len(table)


@both_of_building
@given(st.data())
def test_the_words_of_chunks_stand_behind_one_another_from_where_their_value_begins(loops, data):
    known = data.draw(st.lists(st.lists(st.integers(0, 9), max_size=4).map(sorted), min_size=1, max_size=5))
    lengths = [data.draw(st.integers(0, 12)) for _ in known]
    ends = np.cumsum([0, *map(len, known)])
    chunks = Chunks._make(
        np.array(row, np.uint32)
        for row in (ends, lengths, np.arange(ends[-1]) + 100, [offset for one in known for offset in one])
    )
    values = data.draw(st.lists(st.lists(st.integers(0, len(known) - 1), max_size=6), max_size=5))
    bases = np.arange(len(values)) * 1_000
    stream = np.array([chunk for value in values for chunk in value], np.uint32)

    found = loops.spread_out(stream, np.array([*map(len, values)], np.uint32), bases, chunks)

    expected = []
    for base, value in zip(bases.tolist(), values, strict=True):
        for chunk in value:
            own = known[chunk]
            expected += [
                (100 + int(ends[chunk]) + at, base + offset, at > 0 and offset == own[at - 1])
                for at, offset in enumerate(own)
            ]
            base += lengths[chunk]  # noqa: PLW2901 - the next chunk stands behind
    assert [*zip(*(numbers.tolist() for numbers in found), strict=True)] == expected
    assert [str(numbers.dtype) for numbers in found] == ["uint32", "uint32", "bool"]


@both_of_building
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
