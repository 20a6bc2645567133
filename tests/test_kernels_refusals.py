"""What the compiled loops must not trust: a number that lies outside is refused, and leaves no trace."""

from array import array

import numpy as np
import pytest
from loops import compiled, compiled_building, needs_compiled

from newssearch.engines.whoosh.columnar.kernels.spreading import Chunks
from newssearch.engines.whoosh.columnar.lists import Lists
from newssearch.engines.whoosh.held import Held

FAR = np.array([0, 5, 1 << 40])
FEW = np.arange(3)
NO_NUMBER = np.array([0xFFFFFFFF], np.uint32)
ONES = np.ones(3)
CHUNKS = Chunks(*(np.array(row, np.uint32) for row in ([0, 2], [1], [7, 8], [0, 0])))


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
        "numbers that lie apart": lambda: compiled.outside(np.arange(9)[::3], FEW),
        "nothing": lambda: compiled.outside(None, FEW),
        "turned over, words missing": lambda: compiled_building.turned_over(
            np.zeros(2, np.uint32), 0, 1, FEW + 1, FEW.astype(np.uint8), 3, FEW.astype(np.uint32), None
        ),
        "turned over, a field too many": lambda: compiled_building.turned_over(
            np.zeros(3, np.uint32), 0, 1, ONES.astype(int), FEW.astype(np.uint8), 2, FEW.astype(np.uint32), None
        ),
        "turned over, no range": lambda: compiled_building.turned_over(
            np.zeros(3, np.uint32), 3, 1, ONES.astype(int), FEW.astype(np.uint8), 3, FEW.astype(np.uint32), None
        ),
        "spread out, a chunk that is not there": lambda: compiled_building.spread_out(
            np.array([1], np.uint32), np.ones(1, np.uint32), FEW[:1], CHUNKS
        ),
        "spread out, more chunks than there are": lambda: compiled_building.spread_out(
            np.array([0], np.uint32), np.array([2], np.uint32), FEW[:1], CHUNKS
        ),
        "spread out, chunks of no value": lambda: compiled_building.spread_out(
            np.array([0, 0], np.uint32), np.ones(1, np.uint32), FEW[:1], CHUNKS
        ),
        "spread out, a base missing": lambda: compiled_building.spread_out(
            np.array([0], np.uint32), np.ones(1, np.uint32), FEW[:0], CHUNKS
        ),
        "spread out, words missing": lambda: compiled_building.spread_out(
            np.array([0], np.uint32), np.ones(1, np.uint32), FEW[:1], CHUNKS._replace(words=CHUNKS.words[:1])
        ),
        "spread out, a chunk that ends before it begins": lambda: compiled_building.spread_out(
            np.array([0], np.uint32), np.ones(1, np.uint32), FEW[:1], CHUNKS._replace(starts=CHUNKS.starts[::-1].copy())
        ),
        "spread out, chunks of nothing": lambda: compiled_building.spread_out(
            np.array([0], np.uint32), np.ones(1, np.uint32), FEW[:1], CHUNKS._replace(offsets=None)
        ),
        "encoded, a list that descends": lambda: compiled_building.encode(Lists(FEW[::-1].copy(), np.array([3]))),
        "encoded, a number below none": lambda: compiled_building.encode(Lists(-FEW, np.array([1, 2, 3]))),
        "encoded, a weight below none": lambda: compiled_building.encode(Lists(FEW, np.array([3]), FEW - 1)),
        "encoded, an empty list": lambda: compiled_building.encode(Lists(FEW, np.array([1, 1, 3]))),
        "encoded, a list that ends behind all": lambda: compiled_building.encode(Lists(FEW, np.array([4]))),
        "encoded, a number of no list": lambda: compiled_building.encode(Lists(FEW, np.array([2]))),
        "encoded, weights missing": lambda: compiled_building.encode(Lists(FEW, np.array([3]), FEW[:2])),
        "encoded, impacts missing": lambda: compiled_building.encode(Lists(FEW, np.array([3])), FEW[:2]),
        "encoded, nothing": lambda: compiled_building.encode(Lists(None, None)),
        "numbers of signed chunks": lambda: compiled_building.number_chunks(
            "a", compiled_building.ChunkTable(len), compiled_building.ChunkTable(len), array("i")
        ),
        "texts that are too long": lambda: compiled.Texts(np.array([0, 1 << 32], np.uint64)),
        "scores of another type": lambda: compiled.least_of_best(FEW, 2),
        "numbers of another byte order": lambda: compiled.outside(FEW.astype(">i8"), FEW),
        "numbers that lie between two": lambda: compiled.meeting(
            np.frombuffer(bytes(25), np.uint8)[1:].view(np.int64), FEW
        ),
        "fewer documents than none": lambda: compiled.union([FEW], -1),
        "scored among, nothing read": lambda: compiled.scored_among([(Empty(), 0, None, np.ones(10), 1, 1, 1)], FEW),
        "leading, no lengths": lambda: compiled.leading([(Held(FEW), 0, None, None, 1, 1, 1)], 10, 3, 0),
        "turned over, nothing": lambda: compiled_building.turned_over(None, 0, 1, None, None, 1, None, None),
        "turned over, a document without a number": lambda: compiled_building.turned_over(
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
        self.octets = bytes(number for own in sections.values() for number in own)
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
