"""``python -m benchmarks.cluster FILE SERVER``: the same archive embedded and on OpenSearch, by shards and processes.

Each archive gets the same articles and is asked the benchmark's questions, as trees, one
at a time. What the embedded engine finds is what the others are compared with: the exact
totals, and how many of its ten best are among theirs. The server's archives are removed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlsplit

from benchmarks import corpus, generate
from benchmarks.adapters.newssearch import query_text, tree_of
from benchmarks.machine import Machine, own_versions
from benchmarks.measure import LIMIT, apart
from benchmarks.plan import SEED
from benchmarks.questions import Question
from benchmarks.run import ask
from newssearch import Archive, Article

NOW = datetime(2025, 1, 1, tzinfo=UTC)
NAME = "newssearch-benchmark"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one archive answers to a question, and the seconds that it took, with snippets and without."""

    total: int
    ids: tuple[str, ...]
    seconds: float
    page_seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """One archive: what it took to make, its size, and its answers. Without a `server` it is the embedded one."""

    archive: str
    jobs: int
    seconds: float
    bytes: int
    answers: tuple[Answer, ...]

    def times(self, of: Callable[[Answer], float]) -> str:
        """The median and the 95th percentile in milliseconds."""
        each = [of(answer) * 1000 for answer in self.answers]
        return f"{median(each):.2g} / {quantiles(each, n=20)[-1]:.2g}"

    def overlap(self, other: "Row") -> float:
        """The mean share of the other's best that are among these."""
        pairs = zip(self.answers, other.answers, strict=True)
        return mean([len({*ours.ids} & {*theirs.ids}) / len(theirs.ids) if theirs.ids else 1 for ours, theirs in pairs])


def measure(place: str, name: str, articles: Path, asked: Sequence[Question], jobs: int) -> Row:
    """Make an archive of the articles, and ask it."""
    print(f"cluster: {name}, {jobs} processes", file=sys.stderr)
    with closing(Archive(place)) as archive:
        begun = perf_counter()
        with articles.open("rb") as lines:
            archive.add((Article.from_dict(json.loads(line)) for line in lines), jobs=jobs)
        seconds = perf_counter() - begun
        for question in asked[: len(asked) // 10]:  # caches, and the server's compiler, are warm in daily use
            archive.search(tree_of(question), now=NOW)
        answers = tuple([_answer(archive, question) for question in asked])
        return Row(name, jobs, seconds, archive.stats()["bytes"], answers)


def _answer(archive: Archive, question: Question) -> Answer:
    begun = perf_counter()
    found = archive.search(tree_of(question), limit=LIMIT, snippets=0, now=NOW)
    ids = tuple([hit.id for hit in found.hits])
    between = perf_counter()
    archive.search(tree_of(question), limit=LIMIT, now=NOW)
    assert found.total is not None
    return Answer(found.total, ids, between - begun, perf_counter() - between)


def forget(place: str) -> None:
    """Remove an archive from its server."""
    from newssearch.engines.opensearch.client import Client
    from newssearch.engines.opensearch.place import read_place

    client = Client(read_place(place))
    for index in client.ask("GET", f"/{NAME}*/_alias"):
        client.ask_if_there("DELETE", f"/{index}")
    client.close()


def page(rows: Sequence[Row], asked: Sequence[Question], articles: int, command: str) -> str:
    """The result as Markdown."""
    machine, embedded = Machine.this(), rows[0]
    lines = [
        f"# The same archive embedded and on OpenSearch, {articles:,} articles: {datetime.now(UTC).date()}\n",
        f"    {command}\n",
        f"- {machine.cpu}, {machine.cores} cores, {machine.memory_bytes / 2**30:.1f} GiB, {machine.system}",
        f"- {', '.join(f'{name} {version}' for name, version in own_versions().items())}",
        f"- {len(asked)} questions, each asked once, the server on this machine too; median / 95th percentile\n",
        "| archive | processes | articles/s | MB | ids and total, ms | page, ms | same totals | of the ten best |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        same = sum(a.total == b.total for a, b in zip(row.answers, embedded.answers, strict=True))
        lines.append(
            f"| {row.archive} | {row.jobs} | {articles / row.seconds:,.0f} | {row.bytes / 1e6:.0f} |"
            f" {row.times(lambda a: a.seconds)} | {row.times(lambda a: a.page_seconds)} |"
            f" {same} of {len(asked)} | {row.overlap(embedded):.3f} |"
        )
    differing = {
        query_text(question): (first.total, other.total)
        for row in rows[1:]
        for question, first, other in zip(asked, embedded.answers, row.answers, strict=True)
        if first.total != other.total
    }
    lines += [
        f"\nOther totals: `{text}` finds {ours:,}, there {theirs:,}." for text, (ours, theirs) in differing.items()
    ]
    return "\n".join([*lines, ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description=__doc__)
    parser.add_argument("file", metavar="FILE", type=Path, help="articles, one JSON object a line")
    parser.add_argument("server", metavar="SERVER", help="http://host:9200")
    parser.add_argument("--articles", metavar="N", type=int, help="only the first N of them")
    parser.add_argument("--generated", metavar="N", type=int, help="as many articles, made from those of the file")
    parser.add_argument("--shards", metavar="N", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--jobs", metavar="N", type=int, nargs="+", default=[1])
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path(__file__).parent / "results")
    options = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="newssearch-benchmark-") as folder:
        raw, articles = Path(folder) / "raw.jsonl", Path(folder) / "articles.jsonl"
        corpus.take(options.file, options.articles, raw)
        count = apart(corpus.prepare, raw, articles)
        if options.generated:
            models = articles.rename(articles.with_name("models.jsonl"))
            count = apart(generate.write, models, articles, options.generated, SEED)
        _, asked = apart(ask, articles, SEED, count)
        rows = [
            measure(str(Path(folder) / f"embedded-{jobs}"), "embedded", articles, asked, jobs) for jobs in options.jobs
        ]
        for shards, jobs in product(options.shards, options.jobs):
            place = f"opensearch://{urlsplit(options.server).netloc}/{NAME}?shards={shards}&replicas=0"
            try:
                rows.append(measure(place, f"OpenSearch, {shards} shard{'s' * (shards > 1)}", articles, asked, jobs))
            finally:
                forget(place)
    name = f"{datetime.now(UTC).date()}-opensearch-{corpus.name(options.file)}-{count}"
    size = f"--generated {options.generated} " if options.generated else ""
    how = " ".join(["--shards", *map(str, options.shards), "--jobs", *map(str, options.jobs)])
    text = page(rows, asked, count, f"python -m benchmarks.cluster {options.file.name} SERVER {size}{how}")
    (options.out / f"{name}.md").write_text(text, encoding="utf-8")
    plain = [{**asdict(row), "answers": [[a.total, a.seconds, a.page_seconds] for a in row.answers]} for row in rows]
    (options.out / f"{name}.json").write_text(json.dumps(plain) + "\n", encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
