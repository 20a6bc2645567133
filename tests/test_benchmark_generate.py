"""Generated articles: the same for the same seed, as many as asked for, with more words the more there are."""

import json

import invented
import pytest

from benchmarks.corpus import articles, prepare
from benchmarks.generate import write


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prepared")
    prepare(invented.write(folder / "invented.jsonl"), folder / "prepared.jsonl")
    return folder / "prepared.jsonl"


@pytest.fixture
def generated(prepared, tmp_path):
    def generated(number, seed=1):
        target = tmp_path / f"{number}-{seed}.jsonl"
        assert write(prepared, target, number, seed) == number
        return target

    return generated


def test_the_same_seed_gives_the_same_file_and_another_seed_another(generated):
    first = generated(50).read_bytes()

    assert first == generated(50).read_bytes()
    assert first != generated(50, seed=2).read_bytes()


def test_fewer_articles_of_a_seed_have_the_same_bodies_as_the_first_of_more(generated):
    few, many = (list(articles(generated(number))) for number in (20, 60))

    assert [article.body for article in few] == [article.body for article in many[:20]]


def test_generated_articles_have_ids_of_their_own_and_are_dated_and_signed(generated):
    found = list(articles(generated(200)))

    assert len({article.id for article in found}) == 200
    assert all(article.published and article.authors and article.headline and article.body for article in found)
    assert len({article.authors[0].name for article in found}) > 4
    assert len({article.published.day for article in found}) > 100


def test_words_go_on_coming_that_no_article_had(generated):
    words = [set(article.body.split()) for article in articles(generated(600))]

    seen = [len(set().union(*words[:count])) for count in (200, 400, 600)]

    assert seen[0] < seen[1] < seen[2]


def test_articles_without_text_author_or_date_are_models_too(tmp_path):
    source, prepared, target = (tmp_path / name for name in ("bare.jsonl", "prepared.jsonl", "generated.jsonl"))
    source.write_text('{"id": "a", "headline": "Only a headline"}\n{"id": "b", "body": "Only a body."}\n')
    prepare(source, prepared)

    write(prepared, target, 20, seed=1)

    assert len(target.read_text().splitlines()) == 20
    assert not any(json.loads(line)["authors"] for line in target.read_text().splitlines())
