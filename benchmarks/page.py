"""A run as a page of tables to read: times in milliseconds, MB of 1,000,000 bytes."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.adapters import OURS
from benchmarks.compare import Base, agreement, mean_ratio, rate_ratio, ratios
from benchmarks.goals import goals
from benchmarks.measure import MODES, Build
from benchmarks.report import Measured, Run, rate, summaries

DIFFERENCES = """\
Where the numbers of articles differ, it is the analysis. newssearch looks for phrases, prefixes and misspelt words
among the words as they are printed, the peers among stems: `payi*` finds *paying* here and not there, and
"drug cartels" finds *drug cartel* there and not here. A misspelt word keeps its first letter with newssearch,
Lucene and Whoosh only. Stock codes (`LFG.N`) and web addresses are one word to Lucene and Whoosh, *they're* is
*they* to tantivy, SQLite and Whoosh, and SQLite's older stemmer has stems of its own (*tries* is not *try*). The
order differs further by how lengths and fields are weighed: Xapian has one field of all words, SQLite one length
of an article."""


def to_markdown(run: Run, base: Base | None = None) -> Iterator[str]:
    """The lines of the page; `base` is an earlier result to stand beside."""
    ours = run.engine(OURS)
    peers = [measured for measured in run.engines if measured is not ours]
    names = [measured.engine for measured in run.engines]
    yield from _head(run)
    if ours:
        judged = ((goal.what, goal.goal, goal.first, goal.measured, goal.verdict) for goal in goals(run, base))
        yield from _section("Goals", ("what", "goal", "first step", "measured", ""), judged)
    yield from _section("Indexing, and a new process", _INDEXING, _indexing(run))
    yield from ("", "The programs of the new processes:", "")
    yield from (f"- {measured.engine}: `{measured.command}`" for measured in run.engines)
    rates = ((title, *_rates(run, mode)) for mode, title in MODES.items())
    yield from _section("Questions a second, over the whole set", ("", *names), rates)
    for mode, title in MODES.items():
        yield from _section(f"Milliseconds, {title}: p50 / p95", ("class", *names), _times(run, mode))
        if ours and peers:
            header = ("class", *(f"{OURS} / {peer.engine}" for peer in peers))
            yield from _section(
                f"Ratios of p50, {title}: under 1, newssearch is faster", header, _ratios(ours, peers, mode)
            )
    if ours and peers:
        yield from _agreements(ours, peers)
    if base:
        title = f"Growth: p50 of ids only over that of {base.name}, of {base.articles:,} articles"
        yield from _section(title, ("class", *names), _growth(run, base))


def _head(run: Run) -> Iterator[str]:
    machine, corpus = run.machine, run.corpus
    yield f"# {corpus.name}, {corpus.articles:,} articles: {run.date}"
    yield ""
    yield f"    {run.command}"
    yield ""
    yield f"- {machine.cpu}, {machine.cores} cores, {machine.memory_bytes / 2**30:.1f} GiB, {machine.system}"
    yield f"- {', '.join(f'{package} {version}' for package, version in run.versions.items())}"
    yield f"- {corpus.text_bytes / 1e6:,.1f} MB of headlines and bodies"
    for name, lack in run.missing.items():
        yield f"- left out: {name} ({lack})"


_INDEXING = ("", "articles", "per CPU s", "CPU s", "wall s", "peak MB", "index MB", "index / text", "new process ms")


def _indexing(run: Run) -> Iterator[tuple[str, ...]]:
    for measured in run.engines:
        yield measured.engine, *_build(measured.build, run.corpus.text_bytes), f"{1e3 * measured.process:,.0f}"
    if run.reading:
        yield f"{OURS}, reading the file too", *_build(run.reading, run.corpus.text_bytes), "–"


def _build(build: Build, text_bytes: int) -> Iterator[str]:
    yield f"{build.articles:,}"
    yield f"{build.articles / build.cpu_seconds:,.0f}"
    yield f"{build.cpu_seconds:,.1f}"
    yield f"{build.seconds:,.1f}"
    yield f"{build.peak_bytes / 1e6:,.0f}"
    yield f"{build.index_bytes / 1e6:,.1f}"
    yield f"{build.index_bytes / text_bytes:.2f}"


def _rates(run: Run, mode: str) -> Iterator[str]:
    ours = run.engine(OURS)
    for measured in run.engines:
        its_rate = f"{rate(measured.timings, mode):,.0f}"
        beside = "" if ours is None or measured is ours else f" ({rate_ratio(ours, measured, mode):.2f} ×)"
        yield its_rate + beside


def _times(run: Run, mode: str) -> Iterator[tuple[str, ...]]:
    columns = [summaries(measured.timings) for measured in run.engines]
    for kind in _kinds(run.engines):
        cells = (column.get(kind) for column in columns)
        yield kind, *("–" if c is None else f"{_ms(c.p50_ms[mode])} / {_ms(c.p95_ms[mode])}" for c in cells)


def _ms(value: float) -> str:
    """Two figures that count.

    >>> _ms(0.01234), _ms(1.234), _ms(123.4)
    ('0.012', '1.2', '123')
    """
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def _kinds(engines: Sequence[Measured]) -> list[str]:
    return list(dict.fromkeys(timing.question.kind for measured in engines for timing in measured.timings))


def _ratios(ours: Measured, peers: Sequence[Measured], mode: str) -> Iterator[tuple[str, ...]]:
    columns = [ratios(ours, peer, mode) for peer in peers]
    for kind in _kinds([ours]):
        yield kind, *(f"{column[kind]:.3g}" if kind in column else "–" for column in columns)
    yield "**geometric mean**", *(f"{mean_ratio(ours, peer, mode):.3g}" for peer in peers)


def _agreements(ours: Measured, peers: Sequence[Measured]) -> Iterator[str]:
    columns = [agreement(ours.timings, peer.timings) for peer in peers]
    rows = (
        (
            kind,
            *(f"{c[kind].equal} of {c[kind].questions}, {c[kind].overlap:.2f}" if kind in c else "–" for c in columns),
        )
        for kind in _kinds([ours])
    )
    title = "Agreement: questions that find as many articles as newssearch, and the share of its best ten found"
    yield from _section(title, ("class", *(peer.engine for peer in peers)), rows)
    yield ""
    yield from DIFFERENCES.splitlines()


def _growth(run: Run, base: Base) -> Iterator[tuple[str, ...]]:
    columns = [base.growth(measured, "ids") for measured in run.engines]
    for kind in _kinds(run.engines):
        yield kind, *(f"{column[kind]:.1f}" if kind in column else "–" for column in columns)


def _section(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield from table(header, rows)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table, its columns but the first set right.

    >>> list(table(("class", "ms"), [("prefix", "1.5")]))
    ['| class | ms |', '| --- | ---: |', '| prefix | 1.5 |']
    """
    for cells in (header, ["---", *["---:"] * (len(header) - 1)], *rows):
        yield f"| {' | '.join(cells)} |"
