"""What comes first is what a plain sort of all documents gives, however many there are and tie."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from newssearch.engines.base import Request  # noqa: E402
from newssearch.engines.entry import NO_TIME, microseconds  # noqa: E402
from newssearch.engines.ranking import DECIMALS, decay  # noqa: E402
from newssearch.engines.whoosh.ordering import first  # noqa: E402
from newssearch.engines.whoosh.scoring import Matches  # noqa: E402

NOW = datetime(2025, 9, 30, tzinfo=UTC)
DAY = 86_400_000_000


def name(document):
    return f"{document * 7919 % 10_007:05}"  # not in the order of the documents


def in_plain_order(scores, stamps, request):
    """Documents and scores as the documentation says, one by one."""

    def worth(document):
        score, stamp = round(scores[document], DECIMALS), stamps[document]
        undated = stamp == NO_TIME
        if request.sort == "recent":
            age = (microseconds(NOW) - stamp) / DAY
            score = 0.0 if undated else round(score * decay(age, request.half_life), DECIMALS)
        key = {
            "newest": (undated, -stamp),
            "oldest": (undated, stamp),
            "recent": (undated, -score, -stamp),
            "relevance": (-score, undated, -stamp),
        }[request.sort]
        return (*key, name(document)), document, score

    ordered = sorted(map(worth, range(len(scores))))
    end = None if request.limit is None else request.offset + request.limit
    return [(document, score) for _, document, score in ordered[request.offset : end]]


def paged(scores, stamps, request):
    matches = Matches(np.arange(len(scores)), np.array(scores, np.float64))
    end = None if request.limit is None else request.offset + request.limit
    found = first(matches, np.array(stamps, np.int64), request, end, name)
    return [(at, round(score, DECIMALS)) for at, score in found[request.offset :]]


SORTS = st.sampled_from(["relevance", "newest", "oldest", "recent"])
NEAR = st.sampled_from([0.0, 1.0, 1.0000004, 1.0000006, 1.0000011, 2.5, 2.5000003])
documents = st.lists(
    st.tuples(
        NEAR | st.floats(0, 40).map(lambda score: round(score, 5)),
        st.sampled_from([NO_TIME, 0, -DAY, 5, 6]) | st.integers(-DAY, DAY * 20_000),
    ),
    max_size=120,
)


@given(documents, SORTS, st.integers(0, 12) | st.none(), st.integers(0, 5))
def test_a_page_is_a_piece_of_the_plain_order(documents, sort, limit, offset):
    scores, stamps = [score for score, _ in documents], [stamp for _, stamp in documents]
    request = Request(now=NOW, sort=sort, limit=limit, offset=offset)

    assert paged(scores, stamps, request) == in_plain_order(scores, stamps, request)


MANY = 9_000
LAYOUTS = {
    "all different": (lambda at: at * 37 % 9_001 / 100, lambda at: at * DAY // 100),
    "one score": (lambda _: 1.0, lambda at: at * 53 % 8_999 * DAY // 100),
    "one score, nearly": (lambda at: 1.0 + at % 3 * 4e-7, lambda at: at * DAY // 100),
    "all undated": (lambda at: at % 5, lambda _: NO_TIME),
    "a few better": (lambda at: 3.0 if at % 2_000 == 1 else 1.0, lambda at: at % 50 * DAY),
    "ascending": (lambda at: at / 10, lambda at: at),
    "descending": (lambda at: -at / 10, lambda at: -at),
}


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "recent"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_so_it_is_among_thousands(layout, sort):
    score, stamp = LAYOUTS[layout]
    scores, stamps = list(map(score, range(MANY))), list(map(stamp, range(MANY)))

    for limit, offset in ((10, 0), (3, 2_000), (200, 100)):
        request = Request(now=NOW, sort=sort, limit=limit, offset=offset)
        assert paged(scores, stamps, request) == in_plain_order(scores, stamps, request)


def test_only_those_that_tie_among_the_first_are_asked_for_their_ids():
    scores = [1.0] * 5_000
    stamps = [DAY * at for at in range(4_990)] + [DAY * 5_000] * 10
    asked = []

    first(
        Matches(np.arange(5_000), np.array(scores)),
        np.array(stamps),
        Request(now=NOW, limit=5),
        5,
        lambda document: asked.append(document) or name(document),
    )

    assert sorted(asked) == list(range(4_990, 5_000))
