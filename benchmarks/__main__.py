"""``python -m benchmarks FILE``: measure, and write down a dated result."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import report
from benchmarks.adapters import ENGINES
from benchmarks.compare import Base
from benchmarks.page import to_markdown
from benchmarks.plan import ROUNDS, SEED, Plan
from benchmarks.plot import draw
from benchmarks.run import run


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    options = _parser().parse_args(arguments)
    plan = Plan(
        file=options.file,
        articles=options.articles,
        generated=options.generated,
        engines=options.engines,
        rounds=options.rounds,
        seed=options.seed,
        beside=options.beside,
    )
    try:
        base = Base.read(plan.beside) if plan.beside else None
        with TemporaryDirectory(prefix="newssearch-benchmark-", dir=options.work) as folder:
            done = run(plan, Path(folder))
        page = report.write(done, to_markdown(done, base), options.out)
    except (ValueError, OSError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    try:
        draw(done, page.with_suffix(".png"))
    except ImportError:
        print("benchmarks: no plot: matplotlib, of the extra [bench], is not installed", file=sys.stderr)
    print(page.read_text(encoding="utf-8"), end="")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure newssearch and its peers on a file of articles, and write down a dated result.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="articles, one JSON object a line: .jsonl, .gz or .xz")
    parser.add_argument("--articles", metavar="N", type=_number, help="only the first N of them")
    parser.add_argument("--generated", metavar="N", type=_number, help="as many articles, made from those of the file")
    parser.add_argument(
        "--engines", metavar="NAMES", type=_engines, default=",".join(ENGINES), help="which, with commas between"
    )
    parser.add_argument("--rounds", metavar="N", type=_number, default=ROUNDS, help="how often a question is timed")
    parser.add_argument("--seed", metavar="N", type=int, default=SEED, help="chooses the questions")
    parser.add_argument("--beside", metavar="JSON", type=Path, help="an earlier result, to show how times grow")
    results = Path(__file__).parent / "results"
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=results, help="where the result goes")
    parser.add_argument(
        "--work", metavar="FOLDER", type=Path, help="where the indexes are made, for the time of the run"
    )
    return parser


def _number(text: str) -> int:
    """A whole number above 0; argparse makes its one-line error of the `ValueError`."""
    if (number := int(text)) < 1:
        raise ValueError
    return number


def _engines(text: str) -> tuple[str, ...]:
    """Names of engines; argparse makes its one-line error of the `ArgumentTypeError`."""
    names = tuple(text.split(","))
    if unknown := [name for name in names if name not in ENGINES]:
        raise argparse.ArgumentTypeError(f"no engine is called {unknown[0]!r}: there are {', '.join(ENGINES)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
