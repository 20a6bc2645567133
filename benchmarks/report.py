"""A run as it is written down: the whole of it as JSON, and what is read off from it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.machine import Machine
from benchmarks.measure import MODES, Build, Timing


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was indexed. `text_bytes` are those of headlines and bodies."""

    name: str
    articles: int
    text_bytes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine's numbers. `process` is the median seconds of a whole new process, `command` what it ran."""

    engine: str
    build: Build
    timings: tuple[Timing, ...]
    process: float
    command: str

    @property
    def indexed(self) -> float:
        """Articles indexed in a CPU second."""
        return self.build.articles / self.build.cpu_seconds


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one call of the command found out; `date` is its day in UTC.

    `missing` says what the engines lack that could not be measured; `reading` is what
    newssearch took to index the file itself, where there was one.
    """

    date: str
    command: str
    corpus: Corpus
    machine: Machine
    versions: dict[str, str]
    engines: tuple[Measured, ...]
    missing: dict[str, str]
    reading: Build | None = None

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.date}-{self.corpus.name}-{self.corpus.articles}"

    def engine(self, name: str) -> Measured | None:
        """The numbers of one engine, if it was measured."""
        return next((measured for measured in self.engines if measured.engine == name), None)


@dataclass(frozen=True, slots=True)
class Summary:
    """A class of questions: how many, how many of them found anything, and milliseconds in each mode."""

    kind: str
    questions: int
    answered: int
    p50_ms: dict[str, float]
    p95_ms: dict[str, float]


def summaries(timings: Iterable[Timing]) -> dict[str, Summary]:
    """One summary for each class, in the order of the questions."""
    by_kind: dict[str, list[Timing]] = {}
    for timing in timings:
        by_kind.setdefault(timing.question.kind, []).append(timing)
    return {
        kind: Summary(
            kind,
            len(some),
            sum(timing.total > 0 for timing in some),
            {mode: 1e3 * median(timing.seconds[mode] for timing in some) for mode in MODES},
            {mode: 1e3 * p95([timing.seconds[mode] for timing in some]) for mode in MODES},
        )
        for kind, some in by_kind.items()
    }


def p95(values: Sequence[float]) -> float:
    """The value below which 95 % lie, between two of them where it falls between.

    >>> p95(range(101))
    95.0
    """
    return quantiles(values, n=20, method="inclusive")[-1]


def rate(timings: Sequence[Timing], mode: str) -> float:
    """Questions a second, over all of them."""
    return len(timings) / sum(timing.seconds[mode] for timing in timings)


def write(run: Run, page: Iterable[str], folder: Path) -> Path:
    """Write `run.name`.json, and the lines of its page as .md, into the folder; the path of the page."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{run.name}.json"
    target.write_text(json.dumps(to_dict(run), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    target = target.with_suffix(".md")
    target.write_text("\n".join(page) + "\n", encoding="utf-8")
    return target


def to_dict(run: Run) -> dict[str, Any]:
    """A run as plain JSON values, with its summaries; every question stands in it with its medians."""
    plain = asdict(run)
    for measured, its_plain in zip(run.engines, plain["engines"], strict=True):
        its_plain["questions_per_second"] = {mode: rate(measured.timings, mode) for mode in MODES}
        its_plain["classes"] = [asdict(summary) for summary in summaries(measured.timings).values()]
        for timing in its_plain["timings"]:
            del timing["best"]  # ids of articles are long, and say nothing without the articles
    return plain
