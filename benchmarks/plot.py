"""A run as a picture: the median of each class, and how far its slowest questions reach."""

from pathlib import Path

from benchmarks.measure import MODES
from benchmarks.report import Run, summaries


def draw(run: Run, target: Path) -> None:
    """Write a PNG: a row for each class, a bar for each engine and mode, a line from p50 to p95.

    Raises `ImportError` without matplotlib.
    """
    from matplotlib.figure import Figure  # type: ignore[import-not-found, unused-ignore]

    figure = Figure(figsize=(9, 6.5), layout="constrained")
    axes = figure.add_subplot()
    series = [(measured, mode) for measured in run.engines for mode in MODES]
    height = 0.8 / len(series)
    kinds: list[str] = []
    for number, (measured, mode) in enumerate(series):
        found = summaries(measured.timings)
        kinds = [summary.kind for summary in found]
        p50 = [summary.p50_ms[mode] for summary in found]
        beyond = [summary.p95_ms[mode] - summary.p50_ms[mode] for summary in found]
        rows = [at + number * height for at in range(len(kinds))]
        label = f"{measured.engine}, {mode}"
        axes.barh(rows, p50, height, xerr=([0.0] * len(p50), beyond), label=label, error_kw={"linewidth": 0.8})
    middle = height * (len(series) - 1) / 2
    axes.set_yticks([at + middle for at in range(len(kinds))], kinds)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:g}")
    axes.set_xlabel("milliseconds: bar p50, line to p95")
    axes.set_title(f"{run.corpus.name}, {run.corpus.articles:,} articles, {run.date}")
    axes.grid(axis="x", which="both", linewidth=0.3)
    axes.set_axisbelow(True)
    figure.legend(loc="outside lower center", ncols=len(series))
    figure.savefig(target, dpi=120)
