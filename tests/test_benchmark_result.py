"""What a result says: medians and ratios of one run, goals met or missed, agreement, growth."""

import json
import platform
from dataclasses import replace

import pytest

from benchmarks.compare import Base, agreement, mean_ratio, rate_ratio, ratios
from benchmarks.goals import goals
from benchmarks.machine import Machine
from benchmarks.measure import MODES, Build, Timing
from benchmarks.page import to_markdown
from benchmarks.questions import Question
from benchmarks.report import Corpus, Measured, Run, summaries, write

QUESTIONS = [Question("phrase2", "phrase", ("word", str(number))) for number in range(20)]
FUZZY = [Question("fuzzy", "fuzzy", (f"word{number}",)) for number in range(20)]


def timed(questions, seconds, found=1):
    best = tuple(map(str, range(found)))
    return tuple(Timing(question, found, best, dict.fromkeys(MODES, seconds)) for question in questions)


def measured(engine, seconds, questions=(*QUESTIONS, *FUZZY), **values):
    build = Build(articles=100, seconds=1, cpu_seconds=values.get("cpu", 1), peak_bytes=2 * 10**9, index_bytes=900)
    return Measured(engine, build, timed(questions, seconds), values.get("process", 0.1), "python x")


def a_run(*engines, articles=100, text_bytes=1000):
    machine = Machine("a processor", 2, 2**33, "Linux")
    corpus = Corpus("wire", articles, text_bytes)
    return Run(
        "2026-11-22", "python -m benchmarks wire.jsonl", corpus, machine, {"Python": "3"}, engines, {"xapian": "no"}
    )


def verdicts(run, base=None):
    return {goal.what: (goal.measured, goal.verdict) for goal in goals(run, base)}


def test_p50_and_p95_are_taken_over_the_questions_of_a_class():
    seconds = [{"ids": n / 1000, "total": n / 1000, "page": n / 100} for n in range(1, 21)]
    timings = [Timing(question, 1, (), taken) for question, taken in zip(QUESTIONS, seconds, strict=True)]

    (summary,) = summaries(timings).values()

    assert (summary.kind, summary.questions, summary.answered) == ("phrase2", 20, 20)
    assert summary.p50_ms == pytest.approx({"ids": 10.5, "total": 10.5, "page": 105})
    assert summary.p95_ms == pytest.approx({"ids": 19.05, "total": 19.05, "page": 190.5})


def test_an_engine_is_compared_in_what_both_were_asked():
    ours, peer = measured("newssearch", 0.002), measured("fts5", 0.004, QUESTIONS)

    assert ratios(ours, peer, "ids") == {"phrase2": pytest.approx(0.5)}
    assert mean_ratio(ours, peer, "ids") == pytest.approx(0.5)
    assert rate_ratio(ours, peer, "ids") == pytest.approx(2)


def test_engines_agree_where_they_find_as_many_articles_and_the_same_ones_best():
    one = [*timed(QUESTIONS[:10], 1, found=4), *timed(QUESTIONS[10:], 1, found=2)]
    other = timed(QUESTIONS, 1, found=4)

    (found,) = agreement(one, other).values()

    assert (found.questions, found.equal) == (20, 10)
    assert found.overlap == pytest.approx(0.75)


@pytest.mark.parametrize(("seconds", "verdict"), [(0.001, "met"), (0.002, "first step met"), (0.003, "missed")])
def test_a_goal_is_met_or_in_its_first_step_or_missed(seconds, verdict):
    run = a_run(measured("newssearch", seconds), measured("tantivy", 0.001))

    assert verdicts(run)["p50 of the class that is worst, ids only"][1] == verdict


def test_goals_whose_peer_is_missing_say_so():
    found = verdicts(a_run(measured("newssearch", 0.001)))

    assert found["a whole new process"] == ("tantivy was not measured", "–")
    assert found["size on disk, stored text included"] == ("0.90 × raw text", "met")


def test_memory_and_growth_are_judged_at_a_million_articles():
    run = a_run(measured("newssearch", 0.003), articles=1_000_000)
    base = Base("before", 40_000, {"newssearch": {"ids": {"phrase2": 2.0, "fuzzy": 0.1}}})

    found = verdicts(run, base)

    assert found["peak memory while indexing 1,000,000"] == ("2.00 GB", "missed")
    assert found["p50 at 1,000,000 over p50 at 40,000, ids only"] == ("30.00 × (fuzzy)", "missed")
    assert verdicts(run)["p50 at 1,000,000 over p50 at 40,000, ids only"][1] == "–"


def test_a_result_is_the_base_of_a_later_one(tmp_path):
    run = a_run(measured("newssearch", 0.002), measured("tantivy", 0.001, QUESTIONS))
    page = write(run, to_markdown(run), tmp_path)

    base = Base.read(page.with_suffix(".json"))

    assert base.articles == 100
    assert base.growth(measured("newssearch", 0.004), "ids") == pytest.approx({"phrase2": 2, "fuzzy": 2})
    assert base.growth(measured("lucene", 0.004), "ids") == {}


def test_what_is_no_result_is_no_base(tmp_path):
    path = tmp_path / "wire.json"
    path.write_text('{"corpus": []}')

    with pytest.raises(ValueError, match=r"wire.json is no result of a benchmark"):
        Base.read(path)


def test_the_page_names_every_engine_class_and_what_is_missing(tmp_path):
    run = a_run(measured("newssearch", 0.002), measured("tantivy", 0.001, QUESTIONS))
    run = replace(run, reading=run.engines[0].build)
    base = Base("before", 50, {"newssearch": {"ids": {"phrase2": 1.0}}})

    text = "\n".join(to_markdown(run, base))

    assert "- left out: xapian (no)" in text
    assert "| phrase2 | 2.0 / 2.0 | 1.0 / 1.0 |" in text
    assert "| fuzzy | 2.0 / 2.0 | – |" in text
    assert "| phrase2 | 20 of 20, 1.00 |" in text
    assert "| newssearch, reading the file too | 100 |" in text
    assert "over that of before, of 50 articles" in text


def test_a_result_names_no_machine(tmp_path):
    run = replace(a_run(measured("newssearch", 0.002)), machine=Machine.this())

    page = write(run, to_markdown(run), tmp_path)

    written = page.read_text() + page.with_suffix(".json").read_text()
    assert str(tmp_path) not in written
    assert platform.node() not in json.loads(page.with_suffix(".json").read_text())["machine"].values()


def test_a_plot_is_drawn_of_any_engines(tmp_path):
    pytest.importorskip("matplotlib")
    from benchmarks.plot import draw

    draw(a_run(measured("newssearch", 0.002), measured("fts5", 0.001, QUESTIONS)), tmp_path / "plot.png")

    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
