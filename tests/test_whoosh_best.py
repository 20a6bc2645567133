"""The best of many documents, found without scoring all, are the best of all."""

import random
from dataclasses import replace

import numpy as np
import pytest

from newssearch.article import Article
from newssearch.engines.whoosh import best as module
from newssearch.engines.whoosh.engine import WhooshEngine
from newssearch.engines.whoosh.evaluate import Evaluation
from newssearch.engines.whoosh.scoring import Matches
from newssearch.engines.whoosh.writer import Writer
from newssearch.query import build, tree

WORDS = ("oil", "gas", "war", "peace", "boat", "navy", "coal", "iron")
FREQUENT = (50, 30, 20, 10, 5, 2, 1, 0.2)


@pytest.fixture(scope="module", params=["columnar", "stock"])
def evaluator(request, tmp_path_factory):
    """An index of three segments, with deletions, and words so common that their lists have many strides."""
    folder, chance, number = tmp_path_factory.mktemp("best") / "index", random.Random(1), 0
    for size in (2_000, 600, 100) if request.param == "columnar" else (300, 90, 20):
        with Writer(folder, codec=request.param) as writer:
            for _ in range(size):
                number += 1
                body = chance.choices((*WORDS, f"x{number}"), (*FREQUENT, 40), k=chance.randint(1, 40))
                headline = chance.choices(WORDS, FREQUENT, k=chance.randint(0, 3))
                writer.add(Article(id=str(number), headline=" ".join(headline), body=" ".join(body)))
            for document in chance.sample(range(writer.snapshot.count), 20) if writer.snapshot else ():
                writer.delete(document)
            writer.commit()
    return WhooshEngine(folder)._evaluator()


def asked(chance):
    words = [
        tree.Word(word, chance.choice([None, None, "body", "headline"]))
        for word in chance.sample(WORDS, chance.randint(1, 4))
    ]
    return build.any_of([build.boosted(word, chance.choice([1, 1, 0.5, 3])) for word in words])


def test_the_best_are_those_of_all_that_match_and_the_total_is_exact(evaluator, monkeypatch):
    monkeypatch.setattr(module, "_FEW", 20)
    chance = random.Random(2)

    for _ in range(200):
        query, count = asked(chance), chance.choice([0, 1, 3, 10, 50])
        every = Matches(*map(np.asarray, evaluator.evaluate(query)))
        found, total, _ = evaluator.best(query, count, total=chance.random() < 0.5)

        assert total in {None, len(every.documents)}, str(query)
        scores = dict(zip(found.documents.tolist(), found.scores.tolist(), strict=True))
        ranked = np.sort(every.scores)[::-1][:count]
        assert sorted(scores.values(), reverse=True)[:count] == pytest.approx(ranked.tolist()), str(query)
        if len(ranked) == count > 0:
            top = every.documents[every.scores >= ranked[-1] - 1e-9]
            assert scores.keys() >= set(top.tolist()), str(query)


def test_what_ties_with_the_last_is_among_the_best_however_little_it_scores(evaluator, monkeypatch):
    monkeypatch.setattr(module, "_FEW", 20)
    query = build.any_of([tree.Boost(tree.Word("oil"), 1e-8), tree.Boost(tree.Word("gas"), 1e-9)])

    every = Matches(*map(np.asarray, evaluator.evaluate(query)))
    found, *_ = evaluator.best(query, 5, total=False)

    assert set(found.documents.tolist()) == set(every.documents[every.scores >= every.scores.max() - 1e-6].tolist())


def test_a_total_that_is_asked_for_is_given(evaluator, monkeypatch):
    monkeypatch.setattr(module, "_FEW", 20)
    query = build.any_of([tree.Word("oil"), tree.Word("iron")])

    assert evaluator.best(query, 10, total=True).total == len(evaluator.evaluate(query).documents)


def test_much_is_left_unread(evaluator, monkeypatch):
    if evaluator.snapshot.manifest.codec == "stock":
        pytest.skip("stock lists have no strides")
    monkeypatch.setattr(module, "_FEW", 20)
    query = tree.Word("oil", "body")

    found, total, _ = evaluator.best(query, 3, total=False)

    assert total is None
    assert len(found.documents) < len(evaluator.evaluate(query).documents) / 10


@pytest.mark.parametrize("part", [tree.Phrase(("oil", "gas")), tree.Near((tree.Word("oil"), tree.Word("war")), 5)])
def test_a_part_that_stands_in_a_query_many_times_is_read_once(evaluator, monkeypatch, part):
    read, real = [], Evaluation._read_fields
    monkeypatch.setattr(Evaluation, "_read_fields", lambda self, query: read.append(query) or real(self, query))

    evaluator.evaluate(tree.Or(tuple(replace(part) for _ in range(20))))

    assert read == [part]
