"""What is not to be shown is left out by the engine itself: as if it were not there, but that scores know of it."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from both_codecs import TEXTS
from hypothesis import given
from hypothesis import strategies as st
from opensearch_server import needs_server, new_engine

from newssearch import Archive, Article, Moment
from newssearch.engines.base import CODECS, Request
from newssearch.engines.reference import ReferenceEngine
from newssearch.engines.whoosh.withholding import beginnings_after
from newssearch.query import parse
from newssearch.query.build import all_of, any_of, negate
from newssearch.query.fields import stamp
from newssearch.query.tree import Exists, Pattern

NOW = datetime(2025, 9, 28, 8, 0, tzinfo=UTC)
QUERIES = [
    "oil", "gas", "oil OR gas", "oil^3 OR gas OR pipeline", "oil gas", "-oil", "*", "oil -gas", '"oil gas"', "pip*",
    "oil~", "source:wire", "oil NEAR/2 gas", "nowhere", "status:*", "embargo:*", "-date:*",
]  # fmt: skip
REQUESTS = [
    Request(NOW),
    Request(NOW, limit=3, offset=2),
    Request(NOW, limit=0),
    Request(NOW, limit=None),
    Request(NOW, sort="newest", limit=2),
    Request(NOW, sort="recent", copies=True),
    Request(NOW, facets=("month", "source")),
    Request(NOW, limit=1, count=False),
]


def embargoed(minutes):
    return Moment.from_iso((NOW + timedelta(minutes=minutes)).isoformat())


def some(chance, count):
    for number in range(count):
        words = " ".join(chance.choices(["oil", "gas", "pipeline", "ferry"], k=chance.randrange(1, 9)))
        fields = chance.choice([{}, {}, {"status": "withheld"}, {"embargo": embargoed(chance.randrange(-90, 90))}])
        day = Moment(date(2025, 1 + number % 12, 3)) if number % 5 else None
        source = chance.choice(["Wire", "Gazette"])
        yield Article(
            id=f"{number:05}", headline=f"Report {number}", body=words, published=day, source=source, **fields
        )


HIDDEN = any_of([Exists("status"), *[Pattern(f"{start}*", "embargo") for start in beginnings_after(stamp(NOW))]])
"""What finds the articles that are not to be shown now."""


def answer(found):
    return [(match.id, match.score, match.similar) for match in found.page], found.facets


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", [*CODECS, pytest.param("opensearch", marks=needs_server)])
def test_an_engine_leaves_out_what_the_reference_does(tmp_path, kind, seed):
    chance = random.Random(seed)
    articles = list(some(chance, 60))
    archive = Archive(tmp_path / "index")
    if kind == "opensearch":
        archive._engine = new_engine(shards=2)
    archive.add(articles[:40], codec=kind if kind in CODECS else None)
    archive.add(articles[40:])
    gone = chance.sample(articles, 7)
    archive.remove([article.id for article in gone])
    reference = ReferenceEngine()
    with reference.session() as session:
        for article in articles:
            if article not in gone:
                session.put(archive._engine.get(article.id))
        session.commit({}, [])

    for text in QUERIES:
        for request in REQUESTS:
            asked = parse(text).query, replace(request, withheld=False, copies=request.copies or kind == "opensearch")
            ours, theirs = archive._engine.search(*asked), reference.search(*asked)
            ids = [[match.id for match in found.page] for found in (ours, theirs)]
            if kind == "opensearch":  # which reckons scores in 32 bits, so that what is as good may come first
                ids = [sorted(some) if request.limit is None else len(some) for some in ids]
            assert ids[0] == ids[1]
            assert ours.facets == theirs.facets
            if request.count:
                assert (ours.total, ours.withheld) == (theirs.total, theirs.withheld)
        each = archive._engine.each(parse(text).query, Request(NOW, withheld=False))
        assert sum(1 for _ in each) == len(
            reference.search(parse(text).query, Request(NOW, limit=None, withheld=False)).page
        )
    archive.close()


@pytest.mark.parametrize("seed", range(2))
def test_of_many_articles_the_same_come_first_as_where_a_query_leaves_them_out(tmp_path, seed):
    archive = Archive(tmp_path / "index")
    archive.add(some(random.Random(seed), 6_000))
    engine = archive._engine
    for text in QUERIES:
        query = parse(text).query
        for request in REQUESTS:
            found = engine.search(query, replace(request, withheld=False))
            assert answer(found) == answer(engine.search(all_of([query, negate(HIDDEN)]), request))
            if request.count:
                assert found.total + found.withheld == engine.search(query, request).total


def test_an_embargo_ends_while_the_archive_is_open(tmp_path):
    archive = Archive(tmp_path / "index")
    archive.add([Article(id=str(n), headline="Budget", embargo=embargoed(n)) for n in (10, 20, 30)])

    def shown(minutes):
        now = NOW + timedelta(minutes=minutes)
        return sorted(hit.id for hit in archive.search("budget", now=now).hits)

    assert [shown(at) for at in (0, 9.99, 10, 20, 19, 31, 5)] == [
        [], [], ["10"], ["10", "20"], ["10"], ["10", "20", "30"], []
    ]  # fmt: skip


def test_what_was_withheld_is_shown_after_the_commit_that_frees_it(tmp_path):
    archive = Archive(tmp_path / "index")
    held = Article(id="a", headline="Budget leaked", status="withheld")
    archive.add([held, Article(id="b", headline="Budget")])
    before = archive.search("budget").total
    archive.add(replace(held, status=""))

    assert (before, archive.search("budget").total) == (1, 2)


@given(st.datetimes(timezones=st.just(UTC)).map(stamp), st.datetimes(timezones=st.just(UTC)).map(stamp))
def test_what_begins_so_comes_later(at, other):

    assert any(map(other.startswith, beginnings_after(at))) == (other > at)


@given(TEXTS, st.integers(-3, 3))
def test_an_article_is_withheld_until_the_second_of_its_embargo(text, seconds):
    end = Moment(date(2025, 9, 28), time(8, 0, 0), "UTC")
    archive = Archive("memory:")
    archive.add(Article(id="a", headline="Budget", body=text, embargo=end))

    found = archive._engine.search(parse("budget").query, Request(NOW + timedelta(seconds=seconds), withheld=False))

    assert (found.total, found.withheld) == ((1, 0) if seconds >= 0 else (0, 1))
