"""The stop-watch: what indexing, a search and a whole process take, the same for every engine.

Whatever is heavy runs `apart`, in a process of its own, so that no measurement pays for
the memory of another.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import ParamSpec, TypeVar

from benchmarks.adapters import Adapter, Found
from benchmarks.questions import Question

Args = ParamSpec("Args")
Answer = TypeVar("Answer")

MODES = {
    "ids": "ids only",
    "total": "ids and the exact total",
    "page": "headlines and snippets",
}
"""How each question is asked, and what that is called."""

LIMIT = 10
"""How many of the best articles a question asks for."""

PROCESSES = 15
"""How often a whole new process is run."""


@dataclass(frozen=True, slots=True)
class Build:
    """What it took to index all articles, and the index that came of it.

    `peak_bytes` is the whole process's, and that of the largest one that it started.
    """

    articles: int
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    index_bytes: int


@dataclass(frozen=True, slots=True)
class Timing:
    """One question: its exact total, the ids of the best, and the median of its seconds in each of `MODES`."""

    question: Question
    total: int
    best: tuple[str, ...]
    seconds: dict[str, float]


def apart(work: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs) -> Answer:
    """The answer of a function that runs in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *args, **kwargs).result()


def build(make: Callable[[Path], Adapter], articles: Path, folder: Path) -> Build:
    """Index a file of articles into a folder that is not there yet. To be run `apart`."""
    engine = make(folder)
    cpu, begun = _cpu_seconds(), perf_counter()
    count = engine.build(articles)
    seconds, cpu_seconds = perf_counter() - begun, _cpu_seconds() - cpu
    index_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Build(count, seconds, cpu_seconds, _peak_bytes(), index_bytes)


def _cpu_seconds() -> float:
    """CPU seconds of this process and of those that it started and waited for."""
    return sum(usage.ru_utime + usage.ru_stime for usage in _usages())


def _peak_bytes() -> int:
    peak = sum(usage.ru_maxrss for usage in _usages())
    return peak if sys.platform == "darwin" else peak * 1024  # Linux counts in KiB


def _usages() -> tuple[resource.struct_rusage, ...]:
    return resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)


def timings(engines: Mapping[str, Adapter], questions: Sequence[Question], rounds: int) -> dict[str, list[Timing]]:
    """Ask every question in every mode once to warm up, then in so many rounds.

    The engines take turns, class by class and each time in another order: what slows the
    machine for a while slows all of them, and none always follows the slowest.
    """
    for engine in engines.values():
        engine.open()
    totals: dict[tuple[str, Question], tuple[int, tuple[str, ...]]] = {}
    seconds: dict[tuple[str, Question, str], list[float]] = {}
    by_class = [list(some) for _, some in groupby(sorted(questions, key=lambda q: q.kind), key=lambda q: q.kind)]
    names = list(engines)
    for turn in range(rounds + 1):
        order = names[turn % len(names) :] + names[: turn % len(names)]
        for some in by_class:
            for mode in MODES:
                for name, engine in ((name, engines[name]) for name in order):
                    for question in (question for question in some if question.shape not in engine.lacks):
                        found, took = _asked(engine, question, mode)
                        if turn:
                            seconds.setdefault((name, question, mode), []).append(took)
                        elif found.total is not None:
                            totals[name, question] = found.total, tuple(engine.ids(found))
    for engine in engines.values():
        engine.close()
    return {
        name: [
            Timing(question, *totals[name, question], {mode: median(seconds[name, question, mode]) for mode in MODES})
            for question in questions
            if (name, question) in totals
        ]
        for name in engines
    }


def _asked(engine: Adapter, question: Question, mode: str) -> tuple[Found, float]:
    begun = perf_counter()
    found = engine.page(question, LIMIT) if mode == "page" else engine.find(question, LIMIT, total=mode == "total")
    took = perf_counter() - begun
    return found, took if found.seconds is None else found.seconds


def processes(commands: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Median seconds from the start to the end of each program, after one turn to warm up.

    They take turns, each time in another order: none always comes behind the same other.
    """
    orders = [Random(turn).sample(list(commands), len(commands)) for turn in range(PROCESSES + 1)]
    turns = [{name: _run(commands[name]) for name in order} for order in orders]
    return {name: median(turn[name] for turn in turns[1:]) for name in commands}


# As an installed program runs: not compiled anew each time.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _run(command: Sequence[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
    return perf_counter() - begun
