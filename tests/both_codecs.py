"""The same articles in an index of each codec, opened by Whoosh itself: what it is asked, and what it tells."""

import random
from contextlib import contextmanager
from datetime import date

from hypothesis import strategies as st
from whoosh import query
from whoosh.index import open_dir
from whoosh.query import spans

from newssearch.article import Article, Author
from newssearch.engines.base import CODECS
from newssearch.engines.entry import KEYS, POSITIONAL
from newssearch.engines.whoosh.columnar.matcher import BLOCK
from newssearch.engines.whoosh.writer import Writer
from newssearch.moment import Moment

WORDS = ("oil", "oils", "gas", "of", "öl", "石油")
# Texts of at most ten words, whose lengths Whoosh's own codec does not round: so scores can be compared too.
TEXTS = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
ARTICLES = st.builds(
    Article,
    headline=TEXTS,
    body=TEXTS,
    authors=st.lists(st.builds(Author, name=st.sampled_from(["Jane Doe", "KO YONG-CHUL"])), max_size=2).map(tuple),
    tags=st.lists(st.sampled_from(["a", "B"]), max_size=2).map(tuple),
    published=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9)).map(Moment),
    source=st.sampled_from(["", "Reuters", "AP"]),
    language=st.sampled_from(["en", "fr"]),
)
COMMITS = st.tuples(  # each so much smaller than the one before that its segment stays its own
    st.lists(ARTICLES, min_size=12, max_size=14),
    st.lists(ARTICLES, min_size=2, max_size=3),
    st.lists(ARTICLES, max_size=1),
)


def term(text, field="body"):
    return query.Term(field, text)


OIL, GAS, OF, NONE = map(term, ("oil", "gas", "of", "nowhere"))
NEAR = spans.SpanNear(OIL, GAS, slop=2)
QUERIES = [
    OIL,
    NONE,
    term("石油"),
    term("oil", "headline"),
    term("oil", "body_stem"),
    term("reuters", "source"),
    term("body", "has"),
    term("oil", "no such field"),
    query.And([OIL, GAS]),
    query.And([OIL, query.Not(GAS)]),
    query.Or([OIL, GAS, NONE]),
    query.Or([OIL, GAS, OF], minmatch=2),
    query.Or([term(word, field) for word in WORDS for field in POSITIONAL]),
    query.Not(OIL),
    query.AndNot(OIL, GAS),
    query.AndMaybe(OIL, GAS),
    query.Require(OIL, GAS),
    query.Otherwise(NONE, GAS),
    query.DisjunctionMax([OIL, GAS]),
    query.ConstantScoreQuery(OIL, 3.0),
    query.Every(),
    query.Every("body"),
    query.Every("tag"),
    query.NullQuery,
    query.Prefix("body", "oi"),
    query.Prefix("tag", ""),
    query.Prefix("body_stem", "o", constantscore=False),
    query.Wildcard("body", "?i*"),
    query.Wildcard("body", "*"),
    query.Regex("body", "[go].*s"),
    query.FuzzyTerm("body", "oik", maxdist=1),
    query.FuzzyTerm("body", "goes", maxdist=2, prefixlength=1),
    query.FuzzyTerm("headline", "öil", maxdist=1, prefixlength=0),
    query.TermRange("body", "gas", "oil"),
    query.TermRange("body", "gas", "oils", startexcl=True, endexcl=True),
    query.TermRange("source", None, "ap"),
    query.TermRange("body", "oil", None),
    query.Variations("body", "oil"),
    query.Phrase("body", ["oil", "gas"]),
    query.Phrase("body", ["oil", "gas"], slop=3),
    query.Phrase("body_stem", ["oil", "oil"]),
    query.Phrase("names", ["jane", "doe"]),
    query.Ordered([OIL, GAS]),
    query.Sequence([OIL, GAS, OF], slop=2),
    query.Sequence([OIL, query.Prefix("body", "g")], slop=4, ordered=False),
    NEAR,
    spans.SpanNear(OIL, GAS, slop=3, ordered=False, mindist=2),
    spans.SpanNear2([OIL, GAS, OF], slop=2),
    spans.SpanNear2([OIL, term("oil", "headline")], slop=9, ordered=False),
    spans.SpanFirst(OIL, limit=1),
    spans.SpanNot(NEAR, OF),
    spans.SpanOr([OIL, NEAR]),
    spans.SpanContains(spans.SpanNear(OIL, GAS, slop=6), OF),
    spans.SpanBefore(OIL, GAS),
    spans.SpanCondition(OIL, GAS),
    query.ConstantScoreQuery(query.ColumnQuery("day", date(2020, 1, 3).toordinal())),
    query.ConstantScoreQuery(query.ColumnQuery("first", lambda first: first > 0)),
    query.NestedParent(term("reuters", "source"), OIL),
    query.NestedChildren(term("reuters", "source"), OIL),
]


def written(folder, *commits, codec=CODECS[0], deleted=()):
    """An index of several commits; the ids of articles are their numbers, some of which the last commit deletes."""
    count = 0
    for number, articles in enumerate(commits, 1):
        with Writer(folder, codec=codec) as writer:
            for article in articles:
                writer.add(Article.from_dict({**article.to_dict(), "id": str(count)}))
                count += 1
            if number == len(commits):
                for id in deleted:
                    for document in writer.snapshot.documents("id", str(id)):
                        writer.delete(int(document))
            writer.commit()
    return open_dir(str(folder))


@contextmanager
def both(folder, *commits, deleted=()):
    """The same in both codecs: the searchers, columnar first."""
    indexes = [written(folder / codec, *commits, codec=codec, deleted=deleted) for codec in CODECS]
    with indexes[0].searcher() as columnar, indexes[1].searcher() as stock:
        yield columnar, stock


def scored(searcher, asked, **options):
    """The hits by id, each with its score."""
    return {hit["id"]: hit.score for hit in searcher.search(asked, limit=None, **options)}


def walked(matcher):
    """What a matcher comes by from its first to its last posting."""
    while matcher.is_active():
        yield matcher.id(), matcher.weight(), matcher.value_as("positions") if matcher.supports("positions") else None
        matcher.next()


def numbers(info):
    return (
        info.weight(), info.doc_frequency(), info.min_length(), info.max_length(),
        info.max_weight(), info.min_id(), info.max_id(),
    )  # fmt: skip


def told_of_terms(reader):
    return [
        (term, numbers(info), reader.frequency(*term), reader.doc_frequency(*term), [*walked(reader.postings(*term))])
        for term, info in reader
    ]


def told_of_documents(reader):
    count = reader.doc_count_all()
    lengths = {field: [reader.doc_field_length(n, field) or 0 for n in range(count)] for field in (*POSITIONAL, *KEYS)}
    assert all(reader.field_length(field) == sum(own) for field, own in lengths.items())
    return count, reader.doc_count(), reader.has_deletions(), [*reader.iter_docs()], lengths


@contextmanager
def three_segments(folder):
    """Searchers of an archive of three segments, the first of several blocks of postings; some articles are deleted."""
    chosen = random.Random(7)

    def article(_):
        return Article(
            headline=" ".join(chosen.choices(WORDS, k=3)),
            body=" ".join(chosen.choices(WORDS, [30, 3, 3, 30, 1, 1], k=chosen.randrange(1, 11))),
            published=chosen.choice([None, Moment(date(2020, 1, chosen.randrange(1, 28)))]),
            source=chosen.choice(["", "Reuters", "AP"]),
            tags=tuple(chosen.sample(["a", "b"], chosen.randrange(3))),
        )

    commits = [list(map(article, range(size))) for size in (3 * BLOCK, 60, 9)]
    with both(folder, *commits, deleted=range(0, 3 * BLOCK, 5)) as opened:
        yield opened


def answers(searchers, ask):
    """What is asked of the columnar and of the stock searcher."""
    return [ask(searcher) for searcher in searchers]


def ids(results):
    return [hit["id"] for hit in results]
