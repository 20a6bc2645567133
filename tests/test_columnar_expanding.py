"""The documents of many words at once are those of each word, however they are read."""

import random
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from newssearch.article import Article, Author  # noqa: E402
from newssearch.engines.whoosh.columnar import documents as documents_module  # noqa: E402
from newssearch.engines.whoosh.columnar import expanding  # noqa: E402
from newssearch.engines.whoosh.columnar.documents import Documents  # noqa: E402
from newssearch.engines.whoosh.expansion import Shape  # noqa: E402
from newssearch.engines.whoosh.snapshot import Snapshot  # noqa: E402
from newssearch.engines.whoosh.writer import Writer  # noqa: E402
from newssearch.query import tree  # noqa: E402
from newssearch.query.matcher import Matcher  # noqa: E402
from newssearch.query.words import within  # noqa: E402

FIELDS = ["headline", "subheads", "body", "byline"]


class Laid(Documents):
    """Texts of so many words, one behind the other with a free place between two."""

    def __init__(self, sizes, dtype):
        self.count = len(sizes)
        self._coarsely = {}
        self._starts = np.array([0, *accumulate(size + 1 for size in sizes)], dtype)

    def starts(self, _):
        return self._starts


SIZES = st.lists(st.integers(0, 5) | st.integers(0, 2000), min_size=1, max_size=60)


@given(SIZES, st.sampled_from([np.uint32, np.uint64]), st.data())
def test_a_place_is_in_the_text_that_it_lies_in_by_search_and_by_table(sizes, dtype, data):
    laid = Laid(sizes, dtype)
    starts = laid.starts("body").tolist()
    places = data.draw(st.lists(st.integers(0, starts[-1] - 1), max_size=50))
    expected = [max(at for at, start in enumerate(starts) if start <= place) for place in places]

    for many in (0, 10_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(documents_module, "_MANY", many)
            assert laid.at("body", np.array(places, np.int64)).tolist() == expected


def of_many_words(number):
    rng = random.Random(number)
    words = [f"p{'aeiou'[at % 5]}{at}" for at in range(rng.randrange(3, 90))]
    return Article(
        id=f"n{number}",
        headline=" ".join(rng.sample(words, 3)),
        body=" ".join(rng.choices(words, k=60)) + " port" * (number % 40) + (" x" * 400 + " peer") * (number % 2),
        authors=(Author(name="Pae Two"),) * (number % 3 == 0),
        source="Press" if number % 2 else "Post",
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    articles = list(map(of_many_words, range(150)))
    with Writer(folder) as writer:
        for one in articles:
            writer.add(one)
        writer.commit()
    with Snapshot.open(folder) as snapshot:
        yield articles, snapshot


@pytest.mark.parametrize(
    ("few", "long"), [(0, 0), (0, 40), (0, 1 << 30), (1 << 30, 0)], ids=["long", "both", "at once", "one by one"]
)
@pytest.mark.parametrize(
    "query",
    [
        tree.Pattern("p*"), tree.Pattern("po*"), tree.Pattern("*a*5"), tree.Pattern("pa*", "headline"),
        tree.Pattern("z*"), tree.Fuzzy("prot"), tree.Fuzzy("pa5", 2), tree.Pattern("p*", "source"),
    ],
    ids=str,
)  # fmt: skip
def test_however_its_lists_are_read_a_shape_finds_what_the_reference_finds(archive, monkeypatch, query, few, long):
    monkeypatch.setattr(expanding, "_FEW", few)
    monkeypatch.setattr(expanding, "_LONG", long)
    articles, snapshot = archive
    fields = [query.field] if query.field else FIELDS

    found = snapshot.expanded(fields, Shape.of(query))

    for field in fields:
        asked = type(query)(*[getattr(query, name) for name in query.__slots__[:-1]], field)
        expected = [at for at, one in enumerate(articles) if Matcher(one, ["en"]).matches(asked)]
        assert found.get(field, np.array([])).tolist() == expected


LIKE = st.text("abß1-", min_size=1, max_size=7)


@given(st.lists(LIKE, min_size=1, unique=True), LIKE, st.sampled_from([1, 2]))
def test_no_word_so_near_is_passed_over_for_its_letters_or_its_length(words, word, edits):
    texts = [other.encode() for other in words]
    ends = np.array([0, *accumulate(map(len, texts))])
    spellings = expanding.spelled(np.frombuffer(b"".join(texts), np.uint8), ends)

    like = expanding.like(spellings, word, edits).tolist()

    assert all(passed for other, passed in zip(words, like, strict=True) if within(word, edits)(other))
