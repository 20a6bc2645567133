"""The documents of many words at once are those of each word, however they are read."""

import random
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")

from newssearch.article import Article, Author  # noqa: E402
from newssearch.engines.whoosh.columnar import spellings as by_letters  # noqa: E402
from newssearch.engines.whoosh.expansion import Shape  # noqa: E402
from newssearch.engines.whoosh.snapshot import Snapshot  # noqa: E402
from newssearch.engines.whoosh.writer import Writer  # noqa: E402
from newssearch.query import tree  # noqa: E402
from newssearch.query.matcher import Matcher  # noqa: E402
from newssearch.query.words import within  # noqa: E402

FIELDS = ["headline", "subheads", "body", "byline"]


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
    "query",
    [
        tree.Pattern("p*"), tree.Pattern("po*"), tree.Pattern("*a*5"), tree.Pattern("pa*", "headline"),
        tree.Pattern("z*"), tree.Fuzzy("prot"), tree.Fuzzy("pa5", 2), tree.Pattern("p*", "source"),
    ],
    ids=str,
)  # fmt: skip
def test_a_shape_finds_what_the_reference_finds(archive, query):
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
    spellings = by_letters.spelled(np.frombuffer(b"".join(texts), np.uint8), ends)

    like = by_letters.are_like(spellings, word, edits).tolist()

    assert all(passed for other, passed in zip(words, like, strict=True) if within(word, edits)(other))
