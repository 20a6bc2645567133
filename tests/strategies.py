"""Random articles and canonical queries, over few words so that they meet."""

from datetime import date, time

from hypothesis import strategies as st

from newssearch import Article, Author, Moment, Subhead
from newssearch.query import build, tree
from newssearch.query.fields import DEFAULTS, EXACT, WORDS

TEXT_WORDS = [
    "drug",
    "drugs",
    "boat",
    "boats",
    "strike",
    "striking",
    "the",
    "us",
    "u.s.",
    "f35",
    "50",
    "maduro",
    "東京",
]
WRITTEN = [*TEXT_WORDS, "US", "U.S.", "F-35", "$50", "Maduro's", "state-owned", "東京都", "Boats,", "\n", "STRIKE"]
NAMES = ["Ko Yong-chul", "Y. Ko", "Jane Doe", "John Smith", "JANE SMITH"]
VALUES = ["ap", "reuters", "ap news"]

moments = st.builds(
    Moment,
    day=st.dates(date(2025, 9, 1), date(2025, 9, 5)),
    clock=st.none() | st.times(time(0), time(23, 59)).map(lambda t: t.replace(microsecond=0)),
    zone=st.sampled_from(["UTC", "+09:00", "America/New_York"]),
)
texts = st.lists(st.sampled_from(WRITTEN), max_size=12).map(" ".join)


@st.composite
def articles(draw):
    return Article(
        headline=draw(texts),
        subheads=tuple(Subhead(text) for text in draw(st.lists(texts, max_size=2))),
        authors=tuple(Author(name=n, role=r) for n, r in draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["", "Reporter"])), max_size=2))),
        body=draw(texts),
        place=draw(st.sampled_from(["", "PARIS", "SAN JUAN, Puerto Rico"])),
        published=draw(st.none() | moments),
        language=draw(st.sampled_from(["", "en", "fr"])),
        source=draw(st.sampled_from(["", *VALUES])),
        tags=tuple(draw(st.lists(st.sampled_from(VALUES), max_size=2))),
        seen=draw(st.none() | moments),
        embargo=draw(st.none() | moments),
        status=draw(st.sampled_from(["", "", "canceled", "withheld"])),
        version=draw(st.integers(0, 2)),
    )  # fmt: skip


words = st.sampled_from(TEXT_WORDS)
fields = st.none() | st.sampled_from([*DEFAULTS, *WORDS])
text_fields = st.none() | st.sampled_from([field for field in (*DEFAULTS, *WORDS) if field != "byline"])
patterns = st.sampled_from(["dru*", "b?ats", "*s", "s*k*"])
near_leaves = st.one_of(
    st.builds(tree.Word, words, text_fields),
    st.builds(tree.Phrase, st.lists(words, min_size=2, max_size=3).map(tuple), st.integers(0, 3), text_fields),
    st.builds(tree.Phrase, words.map(lambda word: (word,)), field=text_fields),
    st.builds(tree.Pattern, patterns, fields),
    st.builds(tree.Fuzzy, st.sampled_from(["drug", "boat", "maduro"]), st.sampled_from([1, 2]), fields),
)
days = st.dates(date(2025, 8, 30), date(2025, 9, 7)).map(str)
instants = st.datetimes(
    min_value=__import__("datetime").datetime(2025, 8, 31), max_value=__import__("datetime").datetime(2025, 9, 6)
).map(lambda t: t.isoformat(timespec="minutes") + "Z")
bounds = days | instants | st.sampled_from(["2025-09", "2025-W36"])
dates = st.one_of(
    st.builds(lambda bound: tree.Date(bound, bound), bounds),
    st.builds(lambda bound, after: tree.Date(start=bound, after=after), bounds, st.booleans()),
    st.builds(lambda bound, before: tree.Date(end=bound, before=before), bounds, st.booleans()),
)
leaves = st.one_of(
    near_leaves,
    st.sampled_from(["ko", "yong chul", "y ko", "smith jane", "yongchul ko"]).map(tree.Name),
    st.builds(tree.Value, st.sampled_from(VALUES), st.sampled_from(["source", "tag"])),
    st.builds(tree.Pattern, st.sampled_from(["a*", "*news", "re*s"]), st.sampled_from(["source", "tag"])),
    st.sampled_from([*DEFAULTS, *WORDS, *EXACT, "date"]).map(tree.Exists),
    st.just(tree.Everything()),
    dates,
)


def _near(parts):
    def joined(pair_and_distance):
        (left, right), distance, ordered = pair_and_distance
        return build.near(left, right, distance, ordered=ordered)

    return st.tuples(st.tuples(parts, parts).filter(_in_one_field), st.integers(0, 4), st.booleans()).map(joined)


def _in_one_field(pair):
    left, right = map(build.near_fields, pair)
    return None in left or None in right or bool(left & right)


nears = st.recursive(
    near_leaves, lambda parts: _near(parts) | st.lists(parts, min_size=2, max_size=2).map(build.any_of), max_leaves=4
)


def queries():
    """Canonical trees, as the parser makes them."""
    return st.recursive(
        leaves | nears,
        lambda parts: st.one_of(
            st.lists(parts, min_size=2, max_size=3).map(build.all_of),
            st.lists(parts, min_size=2, max_size=3).map(build.any_of),
            parts.map(build.negate),
            st.tuples(parts, st.sampled_from([0.5, 2.0, 3.0])).map(lambda pair: build.boosted(*pair)),
        ),
        max_leaves=6,
    )
