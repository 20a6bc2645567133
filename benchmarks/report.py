"""A run as it is written down: the whole of it as JSON, and a page of tables to read."""

import json
from collections.abc import Iterable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one call of the command found out; `date` is its day in UTC."""

    date: str
    command: str
    corpus: Corpus
    machine: Machine
    versions: dict[str, str]
    engines: tuple[Measured, ...]

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.date}-{self.corpus.name}-{self.corpus.articles}"


@dataclass(frozen=True, slots=True)
class Summary:
    """A class of questions: how many, how many of them found anything, and milliseconds in each mode."""

    kind: str
    questions: int
    answered: int
    p50_ms: dict[str, float]
    p95_ms: dict[str, float]


def summaries(timings: Iterable[Timing]) -> list[Summary]:
    """One summary for each class, in the order of the questions."""
    by_kind: dict[str, list[Timing]] = {}
    for timing in timings:
        by_kind.setdefault(timing.question.kind, []).append(timing)
    return [
        Summary(
            kind,
            len(some),
            sum(timing.found > 0 for timing in some),
            {mode: 1e3 * median(timing.seconds[mode] for timing in some) for mode in MODES},
            {mode: 1e3 * p95([timing.seconds[mode] for timing in some]) for mode in MODES},
        )
        for kind, some in by_kind.items()
    ]


def p95(values: Sequence[float]) -> float:
    """The value below which 95 % lie, between two of them where it falls between.

    >>> p95(range(101))
    95.0
    """
    return quantiles(values, n=20, method="inclusive")[-1]


def rate(timings: Sequence[Timing], mode: str) -> float:
    """Questions a second, over all of them."""
    return len(timings) / sum(timing.seconds[mode] for timing in timings)


def write(run: Run, folder: Path) -> Path:
    """Write `run.name`.json and .md into the folder; the page."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{run.name}.json"
    target.write_text(json.dumps(to_dict(run), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    page = target.with_suffix(".md")
    page.write_text("\n".join(to_markdown(run)) + "\n", encoding="utf-8")
    return page


def to_dict(run: Run) -> dict[str, Any]:
    """A run as plain JSON values, with its summaries; every question stands in it with its medians."""
    plain = asdict(run)
    for measured, its_plain in zip(run.engines, plain["engines"], strict=True):
        its_plain["questions_per_second"] = {mode: rate(measured.timings, mode) for mode in MODES}
        its_plain["classes"] = [asdict(summary) for summary in summaries(measured.timings)]
    return plain


def to_markdown(run: Run) -> Iterator[str]:
    """A run as lines of Markdown. Times are in milliseconds, MB are 1,000,000 bytes."""
    machine, corpus = run.machine, run.corpus
    yield f"# {corpus.name}, {corpus.articles:,} articles: {run.date}"
    yield ""
    yield f"    {run.command}"
    yield ""
    yield f"- {machine.cpu}, {machine.cores} cores, {machine.memory_bytes / 2**30:.1f} GiB, {machine.system}"
    yield f"- {', '.join(f'{package} {version}' for package, version in run.versions.items())}"
    yield f"- {corpus.text_bytes / 1e6:,.1f} MB of headlines and bodies"
    for measured in run.engines:
        yield ""
        yield f"## {measured.engine}"
        yield ""
        yield from table(("", ""), _figures(measured, corpus))
        yield ""
        yield f"Milliseconds for the best ten, as ids alone and with headline and {MODES['snippets']} snippets each:"
        yield ""
        columns = ("class", "questions", "answered", "ids p50", "ids p95", "snippets p50", "snippets p95")
        yield from table(columns, map(_row, summaries(measured.timings)))


def _figures(measured: Measured, corpus: Corpus) -> Iterator[tuple[str, str]]:
    build, size = measured.build, measured.build.index_bytes
    yield "articles indexed", f"{build.articles:,}"
    yield "articles per CPU second", f"{build.articles / build.cpu_seconds:,.0f}"
    yield "indexing, CPU", f"{build.cpu_seconds:,.1f} s"
    yield "indexing, wall", f"{build.seconds:,.1f} s"
    yield "peak memory while indexing", f"{build.peak_bytes / 1e6:,.0f} MB"
    yield "index on disk", f"{size / 1e6:,.1f} MB"
    yield "index to text", f"{size / corpus.text_bytes:.2f}"
    yield "questions a second, ids", f"{rate(measured.timings, 'ids'):,.0f}"
    yield "questions a second, snippets", f"{rate(measured.timings, 'snippets'):,.0f}"
    yield f"new process, `{measured.command}`", f"{1e3 * measured.process:,.0f} ms"


def _row(summary: Summary) -> tuple[str, ...]:
    times = (f"{by_mode[mode]:.2f}" for mode in MODES for by_mode in (summary.p50_ms, summary.p95_ms))
    return (summary.kind, str(summary.questions), str(summary.answered), *times)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table, its columns but the first set right.

    >>> list(table(("class", "ms"), [("prefix", "1.5")]))
    ['| class | ms |', '| --- | ---: |', '| prefix | 1.5 |']
    """
    for cells in (header, ["---", *["---:"] * (len(header) - 1)], *rows):
        yield f"| {' | '.join(cells)} |"
