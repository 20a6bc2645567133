"""The benchmark: its questions are fixed, cover every class, and end in a result that names no machine."""

import gzip
import json
import lzma
import platform
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

import invented
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.adapters.newssearch import query_text, tree_of
from benchmarks.corpus import Census, articles, name, prepare, take
from benchmarks.measure import Build
from benchmarks.questions import CLASSES, EACH, CorpusTooSmall, misspelt, questions
from benchmarks.run import ask
from newssearch import parse
from newssearch.query.words import within

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Sixty made-up articles, as a newsroom has them."""
    return invented.write(tmp_path_factory.mktemp("source") / "invented.jsonl")


@pytest.fixture(scope="module")
def corpus(source, tmp_path_factory):
    """The same, prepared."""
    target = tmp_path_factory.mktemp("corpus") / "prepared.jsonl"
    assert prepare(source, target) == 60
    return target


def test_every_class_has_its_number_of_different_questions(corpus):
    _, asked = ask(corpus, seed=1)

    assert Counter(question.kind for question in asked) == dict.fromkeys(CLASSES, EACH)
    assert len(set(asked)) == len(asked) >= 240


def test_the_same_articles_and_seed_give_the_same_questions(corpus):
    assert ask(corpus, seed=1) == ask(corpus, seed=1)


def test_another_seed_gives_other_questions(corpus):
    assert ask(corpus, seed=1)[1] != ask(corpus, seed=2)[1]


def test_questions_do_not_depend_on_the_order_of_hashes(corpus):
    program = "import sys; from pathlib import Path; from benchmarks.run import ask; print(ask(Path(sys.argv[1]), 1))"
    command = [sys.executable, "-c", program, str(corpus)]

    outputs = {
        subprocess.run(command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, check=True, capture_output=True).stdout
        for seed in "12"
    }

    assert outputs == {f"{ask(corpus, seed=1)}\n".encode()}


def test_newssearch_understands_every_question(corpus):
    _, asked = ask(corpus, seed=1)

    assert [notice for question in asked for notice in parse(query_text(question)).notices] == []
    assert [tree_of(question) for question in asked] == [parse(query_text(question)).query for question in asked]


def test_too_few_articles_are_refused():
    with pytest.raises(CorpusTooSmall, match="0 articles give 0 questions of the class 'rare word', not 20"):
        questions(Census(0, 0, {}, ()), seed=1)


@given(st.text("abcdef", min_size=3), st.integers())
def test_a_misspelt_word_is_one_edit_away_and_keeps_its_first_letter(word, seed):
    slip = misspelt(word, Random(seed))

    assert slip != word
    assert within(word, 1)(slip)


@pytest.mark.parametrize("count", [10, 41, 40_000])
def test_the_bands_of_words_do_not_overlap(count):
    bands = sorted(Census(count, 0, {}, ()).bands.values())

    assert all(one[1] < other[0] for one, other in pairwise(bands))


def test_a_word_counts_for_all_words_of_its_stem(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"headline": "A strike", "body": "x"}\n{"headline": "Strikes", "body": "y"}\n')

    census = Census.of(articles(path), Random(1))

    assert (census.words["strike"], census.words["strikes"]) == (2, 2)
    assert census.text_bytes == len("A strikexStrikesy")


@pytest.mark.parametrize(("ending", "opened"), [("jsonl", open), ("jsonl.gz", gzip.open), ("jsonl.xz", lzma.open)])
def test_the_first_records_are_taken_from_plain_and_packed_files(tmp_path, ending, opened):
    source, target = tmp_path / f"wire.{ending}", tmp_path / "taken"
    with opened(source, "wb") as file:
        file.write(b'{"a": 1}\n\n{"a": 2}\n{"a": 3}')

    assert take(source, 2, target) == 2
    assert target.read_bytes() == b'{"a": 1}\n{"a": 2}\n'
    assert take(source, None, target) == 3
    assert name(source) == "wire"


def test_articles_of_one_id_are_prepared_once(tmp_path):
    source, target = tmp_path / "twice.jsonl", tmp_path / "prepared.jsonl"
    source.write_text('{"id": "a", "headline": "One", "body": "x"}\n' * 2 + '{"headline": "Two", "body": "y"}\n')

    assert prepare(source, target) == 2
    assert [article.headline for article in articles(target)] == ["One", "Two"]
    assert all(article.id for article in articles(target))


def test_words_of_a_large_corpus_are_estimated_from_a_part_of_it(corpus, monkeypatch):
    monkeypatch.setattr("benchmarks.corpus.COUNTED", 30)

    all_counted, half_counted = (Census.of(articles(corpus), Random(1), number) for number in (0, 60))

    assert (half_counted.articles, half_counted.text_bytes) == (all_counted.articles, all_counted.text_bytes)
    assert {count % 2 for count in half_counted.words.values()} == {0}


@pytest.mark.slow  # it starts forty processes, one after the other
def test_the_command_writes_a_dated_result_with_every_class_and_engine(source, tmp_path):
    options = ["--articles", "60", "--rounds", "1", "--engines", "newssearch,fts5,whoosh"]
    command = [sys.executable, "-m", "benchmarks", str(source), *options, "--out", str(tmp_path)]

    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)

    (page,), (plain,) = tmp_path.glob("*-invented-60.md"), tmp_path.glob("*-invented-60.json")
    text, run = page.read_text(), json.loads(plain.read_text())
    assert done.stdout == text
    assert [engine["engine"] for engine in run["engines"]] == ["newssearch", "fts5", "whoosh"]
    for engine in run["engines"]:
        asked = [kind for kind in CLASSES if engine["engine"] != "fts5" or kind != "fuzzy"]
        assert [row["kind"] for row in engine["classes"]] == asked
        assert {len(engine["timings"]), sum(row["questions"] for row in engine["classes"])} == {len(asked) * EACH}
        assert engine["build"]["articles"] == 60
        assert set(engine["build"]) == set(Build.__dataclass_fields__)
        assert min(engine["build"]["cpu_seconds"], engine["build"]["peak_bytes"], engine["process"]) > 0
    assert all(f"| {kind} | " in text for kind in CLASSES)
    assert run["command"] == f"python -m benchmarks invented.jsonl {' '.join(options[:2])} " + " ".join(
        [*options[4:], *options[2:4], "--seed", "1"]
    )
    assert not [folder for folder in (tmp_path, source.parent, ROOT) if str(folder) in text + plain.read_text()]
    assert platform.node() not in run["machine"].values()


@pytest.mark.slow  # the same
def test_the_command_measures_generated_articles_beside_an_earlier_result(source, tmp_path):
    options = ["--rounds", "1", "--engines", "newssearch,fts5", "--out", str(tmp_path)]
    command = [sys.executable, "-m", "benchmarks", str(source), *options]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (base,) = tmp_path.glob("*-invented-60.json")

    more = ["--generated", "200", "--beside", str(base)]
    done = subprocess.run([*command, *more], cwd=ROOT, check=True, capture_output=True, text=True)

    assert "# generated-invented, 200 articles" in done.stdout
    assert f"## Growth: p50 of ids only over that of {base.stem}, of 60 articles" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["missing.jsonl"], "missing.jsonl"),
        (["x", "--articles", "0"], "--articles"),
        (["x", "--engines", "fts5,sphinx"], "no engine is called 'sphinx'"),
        (["x", "--beside", "missing.json"], "missing.json"),
        (["x", "--beside", "pyproject.toml"], "pyproject.toml"),
        ([], "FILE"),
    ],
)
def test_what_cannot_be_measured_is_one_error_and_exit_code_two(arguments, complaint, tmp_path):
    command = [sys.executable, "-m", "benchmarks", *arguments, "--out", str(tmp_path)]

    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)

    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
