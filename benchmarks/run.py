"""A run from beginning to end: prepare articles, index, make questions, ask them, start new processes."""

import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

from benchmarks import corpus, generate, measure
from benchmarks.adapters import OURS, Adapter, Missing, adapter
from benchmarks.adapters.newssearch import Reading
from benchmarks.machine import Machine, own_versions
from benchmarks.measure import Build, Timing, apart
from benchmarks.plan import Plan
from benchmarks.questions import Question, questions
from benchmarks.report import Corpus, Measured, Run

ROOT = Path(__file__).parents[1]

BUILDS = 3
SHORT = 60.0
"""How often an engine indexes all articles, and the seconds beyond which once is enough."""


def run(plan: Plan, folder: Path) -> Run:
    """Carry out a plan; indexes are made in the folder. Raises `CorpusTooSmall`, and `OSError` for the file."""
    raw, articles = folder / "raw.jsonl", folder / "articles.jsonl"
    count = _prepare(plan, raw, articles)
    places, missing = _here(plan.engines, folder)
    builds = _builds(places, articles, count)
    _say("making questions")
    text_bytes, asked = apart(ask, articles, plan.seed, count)
    _say(f"asking {len(asked)} questions, {plan.rounds} times")
    timings = apart(_timings, places, asked, plan.rounds)
    phrase = _phrase(asked, timings)
    _say("starting new processes")
    commands = {name: adapter(name, place).command for name, place in places.items()}
    took = measure.processes({name: command(phrase, str(places[name])) for name, command in commands.items()})
    engines = tuple(
        Measured(name, builds[name], tuple(timings[name]), took[name], shown(command(phrase, "INDEX")))
        for name, command in commands.items()
    )
    return Run(
        date=datetime.now(UTC).date().isoformat(),
        command=plan.command,
        corpus=Corpus(f"{'generated-' if plan.generated else ''}{corpus.name(plan.file)}", count, text_bytes),
        machine=Machine.this(),
        versions=_versions(places),
        engines=engines,
        missing=missing,
        reading=None if plan.generated or OURS not in places else _reading(raw, folder / "reading"),
    )


def _prepare(plan: Plan, raw: Path, target: Path) -> int:
    """Write the file's first records as they are, and the articles that all engines get; how many of these."""
    _say("reading articles")
    corpus.take(plan.file, plan.articles, raw)
    if not plan.generated:
        return apart(corpus.prepare, raw, target)
    models = target.with_name("models.jsonl")
    apart(corpus.prepare, raw, models)
    _say(f"generating {plan.generated:,} articles")
    return apart(generate.write, models, target, plan.generated, plan.seed)


def _here(names: Sequence[str], folder: Path) -> tuple[dict[str, Path], dict[str, str]]:
    """The engines that can be measured, each with the folder of its index, and what the others lack."""
    places: dict[str, Path] = {}
    missing: dict[str, str] = {}
    for name in names:
        try:
            adapter(name, folder / name)
        except Missing as lack:
            missing[name] = str(lack)
            _say(f"{name}: left out: {lack}")
        else:
            places[name] = folder / name
    return places, missing


def _builds(places: Mapping[str, Path], articles: Path, count: int) -> dict[str, Build]:
    """The build of each engine; the median of several in turns where one takes less than a minute."""
    found: dict[str, list[Build]] = {name: [] for name in places}
    for turn in range(BUILDS):
        for name, place in places.items():
            if turn and found[name][0].seconds > SHORT:
                continue
            _say(f"{name}: indexing {count:,} articles{', again' if turn else ''}")
            folder = place.with_name(f"{name}-again") if turn else place
            found[name].append(apart(measure.build, partial(adapter, name), articles, folder))
            if turn:
                shutil.rmtree(folder)
    return {
        name: sorted(builds, key=lambda build: build.cpu_seconds)[len(builds) // 2] for name, builds in found.items()
    }


def _versions(places: Mapping[str, Path]) -> dict[str, str]:
    found = own_versions()
    for name, place in places.items():
        found |= adapter(name, place).versions
    return found


def _reading(raw: Path, place: Path) -> Build:
    """What it takes newssearch to index the file as it was given."""
    _say("newssearch: reading and indexing the file itself")
    return apart(measure.build, Reading, raw, place)


def ask(articles: Path, seed: int, number: int = 0) -> tuple[int, tuple[Question, ...]]:
    """The bytes of a file's headlines and bodies, and the questions that its about so many articles give."""
    census = corpus.Census.of(corpus.articles(articles), Random(seed), number)
    return census.text_bytes, questions(census, seed)


def _timings(places: Mapping[str, Path], asked: Sequence[Question], rounds: int) -> dict[str, list[Timing]]:
    engines: dict[str, Adapter] = {name: adapter(name, place) for name, place in places.items()}
    return measure.timings(engines, asked, rounds)


def _phrase(asked: Sequence[Question], timings: Mapping[str, Sequence[Timing]]) -> Question:
    """The first phrase that fills a page in every engine, or else the first."""
    phrases = [question for question in asked if question.shape == "phrase"]
    scarce = {timing.question for some in timings.values() for timing in some if timing.total < measure.LIMIT}
    return next((question for question in phrases if question not in scarce), phrases[0])


def shown(command: Sequence[str]) -> str:
    """A command as it is written down: no folder of this machine is in it.

    >>> shown([sys.executable, str(ROOT / "benchmarks" / "run.py"), "INDEX", '"drug cartels"'])
    'python benchmarks/run.py INDEX \\'"drug cartels"\\''
    """
    words = []
    for word in command:
        if word == sys.executable:
            words.append("python")
        elif word.startswith("/"):
            words.append(str(Path(word).relative_to(ROOT)) if Path(word).is_relative_to(ROOT) else "...")
        else:
            words.append(word)
    return shlex.join(words)


def _say(line: str) -> None:
    print(f"benchmarks: {line}", file=sys.stderr)
