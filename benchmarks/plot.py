"""A run as a picture: for each class the median of each engine, and how far its slowest questions reach."""

from pathlib import Path

from benchmarks.measure import MODES
from benchmarks.report import Run, summaries

COLOURS = {
    "newssearch": "#c1121f",
    "newssearch-stock": "#f4a6a0",
    "tantivy": "#1d3557",
    "lucene": "#457b9d",
    "xapian": "#2a9d8f",
    "fts5": "#8ab17d",
    "whoosh": "#adb5bd",
}
"""Each engine in its own, the same in every result."""


def draw(run: Run, target: Path) -> None:
    """Write a PNG: a panel for each mode, in it a row for each class, a bar for each engine, a line from p50 to p95.

    Raises `ImportError` without matplotlib.
    """
    from matplotlib.figure import Figure

    columns = {measured.engine: summaries(measured.timings) for measured in run.engines}
    kinds = list(dict.fromkeys(kind for column in columns.values() for kind in column))
    height = 0.84 / len(columns)
    figure = Figure(figsize=(17, 2 + 0.17 * len(kinds) * (len(columns) + 1)), layout="constrained")
    panels = figure.subplots(1, len(MODES), sharex=True, sharey=True)
    for axes, (mode, title) in zip(panels, MODES.items(), strict=True):
        for number, (name, column) in enumerate(columns.items()):
            rows = [(at + number * height, column[kind]) for at, kind in enumerate(kinds) if kind in column]
            p50 = [summary.p50_ms[mode] for _, summary in rows]
            beyond = [max(0.0, summary.p95_ms[mode] - summary.p50_ms[mode]) for _, summary in rows]
            axes.barh(
                [row for row, _ in rows],
                p50,
                height,
                xerr=([0.0] * len(p50), beyond),
                label=name if axes is panels[0] else None,
                color=COLOURS.get(name),
                error_kw={"linewidth": 0.8, "ecolor": "#555555"},
            )
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter("{x:g}")
        axes.set_xlabel("milliseconds: bar p50, line to p95")
        axes.set_title(title)
        axes.grid(axis="x", which="major", linewidth=0.5)
        axes.set_axisbelow(True)
    panels[0].set_yticks([at + height * (len(columns) - 1) / 2 for at in range(len(kinds))], kinds)
    panels[0].set_ylim(len(kinds) - height, -height)
    figure.suptitle(f"{run.corpus.name}, {run.corpus.articles:,} articles, {run.date}")
    figure.legend(loc="outside lower center", ncols=len(columns))
    figure.savefig(target, dpi=110)
