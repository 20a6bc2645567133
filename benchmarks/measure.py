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
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import ParamSpec, TypeVar

from benchmarks.adapters import Adapter
from benchmarks.questions import Question

Args = ParamSpec("Args")
Answer = TypeVar("Answer")

MODES = {"ids": 0, "snippets": 3}
"""How each question is asked: for ids alone, and for headlines with so many fragments."""

LIMIT = 10
"""How many of the best articles a question asks for."""

PROCESSES = 7
"""How often a whole new process is run."""


@dataclass(frozen=True, slots=True)
class Build:
    """What it took to index all articles, and the index that came of it. `peak_bytes` is the whole process."""

    articles: int
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    index_bytes: int


@dataclass(frozen=True, slots=True)
class Timing:
    """One question: how many ids came back, and the median of its seconds in each of `MODES`."""

    question: Question
    found: int
    seconds: dict[str, float]


def apart(work: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs) -> Answer:
    """The answer of a function that runs in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *args, **kwargs).result()


def build(make: Callable[[Path], Adapter], articles: Path, folder: Path) -> Build:
    """Index a JSONL file into a folder that is not there yet. To be run `apart`."""
    engine = make(folder)
    cpu, begun = _cpu_seconds(), perf_counter()
    count = engine.build(articles)
    seconds, cpu_seconds = perf_counter() - begun, _cpu_seconds() - cpu
    index_bytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Build(count, seconds, cpu_seconds, _peak_bytes(), index_bytes)


def _cpu_seconds() -> float:
    """CPU seconds of this process and of those that it started and waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak_bytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024  # Linux counts in KiB


def timings(engines: Mapping[str, Adapter], questions: Sequence[Question], rounds: int) -> dict[str, list[Timing]]:
    """Ask every question in every mode once to warm up, then in so many rounds; the engines take turns."""
    for engine in engines.values():
        engine.open()
    found: dict[tuple[str, Question], int] = {}
    seconds: dict[tuple[str, Question, str], list[float]] = {}
    for turn in range(rounds + 1):
        for mode, snippets in MODES.items():
            for question in questions:
                for name, engine in engines.items():
                    begun = perf_counter()
                    ids = engine.search(question, LIMIT, snippets)
                    took = perf_counter() - begun
                    found[name, question] = len(ids)
                    if turn:
                        seconds.setdefault((name, question, mode), []).append(took)
    return {
        name: [
            Timing(question, found[name, question], {mode: median(seconds[name, question, mode]) for mode in MODES})
            for question in questions
        ]
        for name in engines
    }


def process(command: Sequence[str]) -> float:
    """Median seconds from the start to the end of a program, run once before to warm up."""
    return median([_run(command) for _ in range(PROCESSES + 1)][1:])


def _run(command: Sequence[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun
