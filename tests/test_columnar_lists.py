"""Lists of ascending numbers: what is encoded is decoded, whole or a stride at a time."""

from itertools import accumulate, chain, cycle, islice

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loops import BOTH, both_of_building, compiled_building, needs_compiled

from newssearch.engines.whoosh.columnar import postings
from newssearch.engines.whoosh.columnar.kernels import encode, in_numpy
from newssearch.engines.whoosh.columnar.lists import STRIDE, Lists, decode, overlapping
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.columnar.postings_writer import PostingsWriter, Terms
from newssearch.engines.whoosh.damage import DamagedFile
from newssearch.engines.whoosh.kernels import posting_list

GAPS = st.sampled_from([1, 2, 254, 255, 256, 257, 510, 65_534, 65_535, 65_536, 65_537, 131_070, 1 << 24]) | st.integers(
    1, 600
)
WEIGHTS = st.sampled_from([1, 1, 1, 2, 255, 256, 65_535, 65_536, 1 << 31])
COUNTS = st.integers(1, 40) | st.sampled_from([STRIDE - 1, STRIDE, STRIDE + 1, 2 * STRIDE, 2 * STRIDE + 1, 1500])


def over_and_over(pattern, count):
    return list(islice(cycle(pattern), count))


def ascending(first, gaps):
    return list(accumulate([first, *gaps]))


LISTS = st.builds(
    ascending,
    st.integers(0, 300) | GAPS,
    st.builds(over_and_over, st.lists(GAPS, min_size=1, max_size=5), COUNTS.map(lambda count: count - 1)),
).filter(lambda numbers: numbers[-1] < 1 << 32)


@st.composite
def archives(draw):
    """Some lists, and for each its weights; or None where no list has any but 1."""
    lists = draw(st.lists(LISTS, min_size=1, max_size=4))
    if draw(st.booleans()):
        return lists, None
    patterns = [draw(st.just([1]) | st.lists(WEIGHTS, min_size=1, max_size=4)) for _ in lists]
    return lists, [over_and_over(pattern, len(one)) for pattern, one in zip(patterns, lists, strict=True)]


def laid_out(lists, weights):
    together = None if weights is None else np.array(list(chain(*weights)))
    return Lists(np.array(list(chain(*lists))), np.cumsum(list(map(len, lists))), together)


def impacts_of(lists):
    """A made-up impact for each number."""
    return np.array(list(chain(*lists))) * 7919 % 65_536


@both_of_building
@given(archives(), st.booleans())
def test_what_is_encoded_is_decoded(loops, archive, impacts):
    lists = laid_out(*archive)

    encoded = loops.encode(lists, impacts_of(archive[0]) if impacts else None)
    data = overlapping(encoded.data.tobytes() + b"???", 0, len(encoded.data))
    sizes = np.diff(encoded.ends, prepend=0)
    values, ends, weights = decode(
        data, encoded.ends - sizes, sizes, encoded.widths, encoded.weight_widths, impacts=impacts
    )

    assert (values.tolist(), ends.tolist()) == (lists.values.tolist(), lists.ends.tolist())
    expected = [1] * len(values) if lists.weights is None else lists.weights.tolist()
    assert (expected if weights is None else weights.tolist()) == expected
    assert encoded.ends[-1] == len(encoded.data)


@needs_compiled
@given(archives(), st.booleans())
def test_both_loops_give_the_same_bytes(archive, impacts):
    lists, own = laid_out(*archive), impacts_of(archive[0]) if impacts else None

    for one, other in zip(compiled_building.encode(lists, own), in_numpy.encode(lists, own), strict=True):
        assert (one.dtype, one.tolist()) == (other.dtype, other.tolist())


@both_of_building
@pytest.mark.parametrize(
    "lists",
    [
        Lists(np.array([1, 1 << 32]), np.array([2])),
        Lists(np.array([1, 2]), np.array([2]), np.array([1, 1 << 32])),
    ],
)
def test_what_four_bytes_do_not_hold_is_refused(loops, lists):
    with pytest.raises(OverflowError, match="more than 4,294,967,296 places"):
        loops.encode(lists)


@pytest.mark.parametrize(
    ("gaps", "size"),
    [
        ([0], 1),
        ([254], 1),
        ([255], 2),
        ([255 + 255], 2),
        ([65_534], 2),
        ([65_535], 4),
        ([1 << 24], 4),
        ([2**32 - 1], 4),
        ([1] * 100, 100),
        ([1] * 99 + [255], 101),
        ([300] * 100, 200),
        ([300] * 99 + [65_535], 202),
        ([70_000] * 100, 400),
        ([1] * STRIDE, STRIDE),
        ([1] * (STRIDE + 1), STRIDE + 1 + 2 * 4),
        ([255] * (STRIDE // 2), STRIDE),
        ([1] * STRIDE + [255], STRIDE + 2 + 2 * 4),
    ],
)
def test_a_list_takes_the_fewest_bytes_that_hold_it(gaps, size):
    assert len(encode(laid_out([list(accumulate(gaps))], None)).data) == size


@pytest.mark.parametrize(("value", "weight"), [(1 << 32, 1), (1, 1 << 32)])
def test_what_four_bytes_do_not_hold_is_refused_and_not_written_as_something_else(value, weight):
    with pytest.raises(OverflowError):
        encode(laid_out([[0, value]], [[1, weight]]))


def test_no_lists_are_no_bytes():
    encoded = encode(Lists(np.empty(0, np.int64), np.empty(0, np.int64), None))

    assert [len(part) for part in encoded] == [0, 0, 0, 0]


# --- one list of a file ---------------------------------------------------------------


@pytest.fixture(scope="module", params=BOTH)
def in_a_file(request, tmp_path_factory):
    """Lists as a file gives them: what a term each in one field has."""
    path = tmp_path_factory.mktemp("lists") / "lists"

    def write(lists, weights, impacts):
        own = laid_out(lists, weights)
        names = [b"%06d" % number for number in range(len(lists))]
        counts = np.array(list(map(len, lists)))
        terms = Terms(names, np.ones(len(lists), np.int64), np.zeros(len(lists), np.uint8), counts)
        writer = PostingsWriter(path, "lists", ["field"], impacts=impacts is not None)
        writer.write(terms, encode(own, impacts))
        writer.finish()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(postings, "TermTable", request.param.TermTable)
            file = PostingsFile(path.read_bytes(), "any.lists")
        return [file.find(name)["field"] for name in names]

    return write


def pairs(read):
    """(number, weight) for each number that was read."""
    numbers, weights = read
    return [*zip(numbers.tolist(), [1] * len(numbers) if weights is None else weights.tolist(), strict=True)]


def expected(lists, weights):
    return [
        [*zip(one, [1] * len(one) if weights is None else weights[at], strict=True)] for at, one in enumerate(lists)
    ]


@given(archives(), st.booleans())
@settings(max_examples=60)
def test_a_list_reads_whole_and_in_strides_as_it_was_written(in_a_file, archive, impacts):
    lists, weights = archive
    given_impacts = impacts_of(lists) if impacts else None

    for found, wanted in zip(in_a_file(lists, weights, given_impacts), expected(lists, weights), strict=True):
        assert (found.count, pairs(found.read())) == (len(wanted), wanted)
        assert bool(found.strides) or len(wanted) <= STRIDE
        if found.strides:
            assert pairs(found.read_strides(np.arange(found.strides))) == wanted
            parts = [pairs(found.read_strides(np.array([stride]))) for stride in range(found.strides)]
            assert list(chain(*parts)) == wanted
            assert pairs(found.read_strides(np.arange(0, found.strides, 2))) == list(chain(*parts[::2]))


@given(archives())
@settings(max_examples=40)
def test_the_greatest_impact_of_a_stride_is_the_greatest_of_its_numbers(in_a_file, archive):
    lists, weights = archive
    impact = dict(zip(list(chain(*lists)), impacts_of(lists).tolist(), strict=True))

    for found in in_a_file(lists, weights, impacts_of(lists)):
        for stride in range(found.strides):
            numbers = found.read_strides(np.array([stride]))[0].tolist()
            assert found.impacts()[stride] == max((impact[number] for number in numbers), default=0)


@given(archives(), st.data(), st.sampled_from([0, 1_000]))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_list_tells_where_the_wanted_are_that_it_holds_and_their_weights(in_a_file, monkeypatch, archive, data, cost):
    monkeypatch.setattr(posting_list, "_STRIDE_COST", cost)  # of 0: as in a list so long that NumPy takes it apart
    lists, weights = archive

    for found, held in zip(in_a_file(lists, weights, None), expected(lists, weights), strict=True):
        weight = dict(held)
        beside = st.sampled_from(list(weight)).flatmap(lambda n: st.sampled_from([n - 255, n - 1, n, n + 1, n + 255]))
        wanted = sorted(data.draw(st.sets(beside | st.integers(-10, held[-1][0] + 10), max_size=60)))
        at, weights_there = found.among(np.array(wanted, np.int64))
        assert [wanted[place] for place in at.tolist()] == [number for number in wanted if number in weight]
        if weights_there is not None:
            assert weights_there.tolist() == [weight[number] for number in wanted if number in weight]


@pytest.mark.parametrize("loops", BOTH)
def test_a_list_that_names_what_is_not_there_is_refused_whole_and_by_the_stride(loops, tmp_path, monkeypatch):
    one = np.ones(1, np.int64)
    writer = PostingsWriter(tmp_path / "x", "lists", ["field"])
    writer.write(Terms([b"oil"], one, one.astype(np.uint8) - 1, one * 1000), encode(laid_out([range(1000)], None)))
    writer.finish()
    monkeypatch.setattr(postings, "TermTable", loops.TermTable)

    found = PostingsFile((tmp_path / "x").read_bytes(), "x.lists", limit=900).find(b"oil")["field"]

    assert pairs(found.read_strides(np.array([0, 1]))) == [(number, 1) for number in range(512)]
    for ask in (found.read, lambda: found.read_strides(np.array([1, 3]))):
        with pytest.raises(DamagedFile, match="names what is not there"):
            ask()


# --- a file of lists --------------------------------------------------------------------


def test_a_file_without_terms_answers_that_there_are_none(tmp_path):
    writer = PostingsWriter(tmp_path / "x", "lists", ["field"])
    writer.finish()

    file = PostingsFile((tmp_path / "x").read_bytes(), "x.lists")

    assert (file.terms, file.find(b"oil"), file.span(b""), file.number(b"")) == (0, {}, (0, 0), None)


@given(st.sets(st.binary(max_size=3), min_size=1, max_size=30), st.binary(max_size=2))
@settings(max_examples=50)
def test_terms_are_found_by_text_and_by_beginning(tmp_path_factory, texts, prefix):
    path = tmp_path_factory.mktemp("terms") / "terms"
    ordered = sorted(texts)
    writer = PostingsWriter(path, "terms", ["field"])
    ones = np.ones(len(ordered), np.int64)
    writer.write(Terms(ordered, ones, ones.astype(np.uint8) - 1, ones), encode(laid_out([[7]] * len(ordered), None)))
    writer.finish()

    file = PostingsFile(path.read_bytes(), "x.terms")

    assert file.texts(0, file.terms) == ordered
    assert [file.number(text) for text in ordered] == list(range(len(ordered)))
    assert file.number(b"zzzz") is None
    assert file.texts(*file.span(prefix)) == [text for text in ordered if text.startswith(prefix)]
