"""Every engine under measurement answers the benchmark's questions, and the same articles answer them."""

import json

import pytest

from benchmarks.adapters import ENGINES, Missing, adapter
from benchmarks.adapters.prepared import days
from benchmarks.corpus import prepare
from benchmarks.measure import LIMIT, MODES, build, timings
from benchmarks.questions import Question

RECORDS = [
    {
        "id": "navy",
        "headline": "Navy boards a boat",
        "author": "Jane Doe",
        "published": "2006-10-21T20:11:00-04:00",
        "body": "The navy boarded a fishing boat. It was stopped off the coast on Friday.",
    },
    {
        "id": "boats",
        "headline": "Boats return",
        "author": "John Smith",
        "published": "2006-11-02",
        "body": "Fishing boats came home.",
    },
    {
        "id": "oil",
        "headline": "Prices of oil fall",
        "author": "Jane Doe",
        "published": "2007-01-05",
        "body": "A tanker waits off the coast of Peru.",
    },
]

QUESTIONS = [
    (Question("word", "all", ("boat",)), {"navy", "boats"}),
    (Question("and2", "all", ("fishing", "coast")), {"navy"}),
    (Question("or2", "any", ("oil", "home")), {"oil", "boats"}),
    (Question("phrase3", "phrase", ("off", "the", "coast")), {"navy", "oil"}),
    (Question("phrase2", "phrase", ("the", "fishing")), set()),
    (Question("quarter", "all", ("boat",), period="2006-Q4"), {"navy", "boats"}),
    (Question("month", "all", ("boat",), period="2006-10"), {"navy"}),
    (Question("byline", "all", ("coast",), author="Jane Doe"), {"navy", "oil"}),
    (Question("byline", "all", ("boat",), author="Jane Doe"), {"navy"}),
    (Question("prefix", "prefix", ("tank",)), {"oil"}),
    (Question("fuzzy", "fuzzy", ("tamker",)), {"oil"}),
]


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    source = folder / "records.jsonl"
    source.write_text("".join(json.dumps({"language": "en", **record}) + "\n" for record in RECORDS))
    prepare(source, folder / "prepared.jsonl")
    return folder / "prepared.jsonl"


@pytest.fixture(scope="module", params=ENGINES)
def engine(request, articles, tmp_path_factory):
    """An engine that holds the three articles, opened."""
    if request.param == "lucene":
        lucene = pytest.importorskip("benchmarks.adapters.lucene")
        if not lucene.made():
            pytest.skip("Lucene's jars are not there yet: `python -m benchmarks` fetches them")
    try:
        engine = adapter(request.param, tmp_path_factory.mktemp("index") / request.param)
    except Missing as lack:
        pytest.skip(str(lack))
    assert engine.build(articles) == 3
    engine.open()
    yield engine
    engine.close()


@pytest.mark.parametrize(("question", "expected"), QUESTIONS, ids=lambda value: getattr(value, "kind", ""))
def test_the_same_articles_answer_a_question_in_every_engine_and_mode(engine, question, expected):
    if question.shape in engine.lacks:
        pytest.skip("the engine has no such query")

    counted = engine.find(question, LIMIT, total=True)
    quick = engine.find(question, LIMIT, total=False)

    assert (counted.total, quick.total) == (len(expected), None)
    assert set(engine.ids(counted)) == set(engine.ids(quick)) == expected
    assert len(engine.page(question, LIMIT).hits) == len(expected)


def test_an_engine_says_which_versions_its_numbers_depend_on(engine):
    assert engine.versions
    assert all(engine.versions.values())


def test_engines_whose_library_is_not_there_are_missing_by_name(monkeypatch, tmp_path):
    monkeypatch.setitem(ENGINES, "sphinx", "sphinx_of_giza.Sphinx")

    with pytest.raises(Missing, match=r"sphinx_of_giza is not installed"):
        adapter("sphinx", tmp_path)


def test_every_question_is_timed_in_every_mode_by_every_engine_that_has_it(articles, tmp_path):
    engines = {name: adapter(name, tmp_path / name) for name in ("newssearch", "fts5")}
    asked = [question for question, _ in QUESTIONS]
    for name in engines:
        built = build(lambda place, name=name: adapter(name, place), articles, tmp_path / name)
        assert (built.articles, built.index_bytes > 0, built.peak_bytes > 0) == (3, True, True)

    timed = timings(engines, asked, rounds=2)

    assert [timing.question for timing in timed["newssearch"]] == asked
    assert [timing.question for timing in timed["fts5"]] == [
        question for question in asked if question.shape != "fuzzy"
    ]
    for timing in (timing for some in timed.values() for timing in some):
        assert (timing.total, set(timing.best)) == (
            len(dict(QUESTIONS)[timing.question]),
            dict(QUESTIONS)[timing.question],
        )
        assert set(timing.seconds) == set(MODES)
        assert min(timing.seconds.values()) > 0


@pytest.mark.parametrize(("period", "length"), [("2006-Q4", 92), ("2006-12", 31), ("2008-02", 29), ("2006-Q1", 90)])
def test_a_period_has_all_its_days(period, length):
    first, last = days(period)

    assert last - first + 1 == length
