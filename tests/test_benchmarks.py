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

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.adapters.newssearch import query_text
from benchmarks.corpus import Census, articles, name, take
from benchmarks.measure import Build, Timing
from benchmarks.questions import CLASSES, EACH, CorpusTooSmall, misspelt, questions
from benchmarks.report import summaries
from benchmarks.run import ask
from newssearch import parse
from newssearch.query.words import within

ROOT = Path(__file__).parent.parent
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
NAMES = ["Ada Brook", "Ben Carver", "Cora Dunn", "Dan Elder"]


def invented(random, count):
    return ["".join(random.choices(SYLLABLES, k=4)) for _ in range(count)]


def record(random, number, words):
    """An article of six sentences: three words from a list of common ones, one from a list of rare ones, and so on."""
    often, seldom = words
    lines = []
    for _ in range(6):
        line = [random.choice(seldom) if at % 4 == 3 else random.choice(often) for at in range(16)]
        lines.append(" ".join(line).capitalize() + ".")
    return {
        "id": f"made-up-{number}",
        "headline": " ".join(random.choices(often, k=5)).capitalize(),
        "author": random.choice(NAMES),
        "published": f"20{20 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}T08:00:00+00:00",
        "language": "en",
        "body": " ".join(lines),
    }


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Sixty made-up articles."""
    random = Random(7)
    words = invented(random, 30), invented(random, 400)
    path = tmp_path_factory.mktemp("corpus") / "invented.jsonl"
    path.write_text("".join(json.dumps(record(random, number, words)) + "\n" for number in range(60)))
    return path


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


def test_p50_and_p95_are_taken_over_the_questions_of_a_class(corpus):
    _, asked = ask(corpus, seed=1)
    phrases = [question for question in asked if question.kind == "phrase2"]
    timings = [Timing(q, 1, {"ids": n / 1000, "snippets": n / 100}) for n, q in enumerate(phrases, 1)]

    (summary,) = summaries(timings)

    assert (summary.questions, summary.answered) == (20, 20)
    assert summary.p50_ms == pytest.approx({"ids": 10.5, "snippets": 105})
    assert summary.p95_ms == pytest.approx({"ids": 19.05, "snippets": 190.5})


@pytest.mark.slow  # it starts eleven processes, one after the other
def test_the_command_writes_a_dated_result_with_every_class(corpus, tmp_path):
    command = [
        sys.executable,
        "-m",
        "benchmarks",
        str(corpus),
        "--articles",
        "60",
        "--rounds",
        "1",
        "--out",
        str(tmp_path),
    ]

    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)

    (page,), (plain,) = tmp_path.glob("*-invented-60.md"), tmp_path.glob("*-invented-60.json")
    text, run = page.read_text(), json.loads(plain.read_text())
    (engine,) = run["engines"]
    assert done.stdout == text
    assert [row["kind"] for row in engine["classes"]] == list(CLASSES)
    assert all(f"| {kind} | 20 | " in text for kind in CLASSES)
    assert engine["build"]["articles"] == 60
    assert set(engine["build"]) == set(Build.__dataclass_fields__)
    assert min(engine["build"]["cpu_seconds"], engine["build"]["peak_bytes"], engine["process"]) > 0
    assert {len(engine["timings"]), sum(row["questions"] for row in engine["classes"])} == {260}
    assert run["command"] == "python -m benchmarks invented.jsonl --articles 60 --rounds 1 --seed 1"
    assert not [folder for folder in (tmp_path, corpus.parent, ROOT) if str(folder) in text + plain.read_text()]
    assert platform.node() not in run["machine"].values()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["missing.jsonl"], "missing.jsonl"), (["x", "--articles", "0"], "--articles"), ([], "FILE")],
)
def test_what_cannot_be_measured_is_one_error_and_exit_code_two(arguments, complaint, tmp_path):
    command = [sys.executable, "-m", "benchmarks", *arguments, "--out", str(tmp_path)]

    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)

    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
