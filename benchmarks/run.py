"""A run from beginning to end: index, make questions, ask them, start new processes."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from benchmarks import corpus, measure
from benchmarks.adapters import ADAPTERS
from benchmarks.machine import Machine, versions
from benchmarks.measure import Timing, apart
from benchmarks.questions import Question, questions
from benchmarks.report import Corpus, Measured, Run

ROUNDS = 5
SEED = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: the first `articles` of a file (None: all), with questions of a seed, in so many rounds."""

    file: Path
    articles: int | None = None
    rounds: int = ROUNDS
    seed: int = SEED

    @property
    def command(self) -> str:
        """The command that repeats it, without the folders of this machine.

        >>> Plan(Path("/home/jo/wire.jsonl.xz"), articles=1000).command
        'python -m benchmarks wire.jsonl.xz --articles 1000 --rounds 5 --seed 1'
        """
        first = [] if self.articles is None else ["--articles", self.articles]
        words = ["python", "-m", "benchmarks", self.file.name, *first, "--rounds", self.rounds, "--seed", self.seed]
        return shlex.join(map(str, words))


def run(plan: Plan, folder: Path) -> Run:
    """Carry out a plan; indexes are made in the folder. Raises `CorpusTooSmall`, and `OSError` for the file."""
    articles = folder / "articles.jsonl"
    count = corpus.take(plan.file, plan.articles, articles)
    places = {name: folder / name for name in ADAPTERS}
    builds = {}
    for name, place in places.items():
        _say(f"{name}: indexing {count:,} articles")
        builds[name] = apart(measure.build, ADAPTERS[name], articles, place)
    _say("making questions")
    text_bytes, asked = apart(ask, articles, plan.seed)
    _say(f"asking {len(asked)} questions, {plan.rounds} times")
    timings = apart(_timings, places, asked, plan.rounds)
    phrase = next(question for question in asked if question.shape == "phrase")
    engines = []
    for name, place in places.items():
        _say(f"{name}: starting new processes")
        command = ADAPTERS[name](place).command
        shown = shlex.join(["python", *command(phrase, "INDEX")[1:]])
        took = measure.process(command(phrase, str(place)))
        engines.append(Measured(name, builds[name], tuple(timings[name]), took, shown))
    return Run(
        date=datetime.now(UTC).date().isoformat(),
        command=plan.command,
        corpus=Corpus(corpus.name(plan.file), count, text_bytes),
        machine=Machine.this(),
        versions=versions(package for name, place in places.items() for package in ADAPTERS[name](place).packages),
        engines=tuple(engines),
    )


def ask(articles: Path, seed: int) -> tuple[int, tuple[Question, ...]]:
    """The bytes of a file's headlines and bodies, and the questions that its articles give."""
    census = corpus.Census.of(corpus.articles(articles), Random(seed))
    return census.text_bytes, questions(census, seed)


def _timings(places: Mapping[str, Path], asked: Sequence[Question], rounds: int) -> dict[str, list[Timing]]:
    return measure.timings({name: ADAPTERS[name](place) for name, place in places.items()}, asked, rounds)


def _say(line: str) -> None:
    print(f"benchmarks: {line}", file=sys.stderr)
