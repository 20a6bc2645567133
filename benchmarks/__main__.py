"""``python -m benchmarks FILE``: measure, and write down a dated result."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import report
from benchmarks.plot import draw
from benchmarks.questions import CorpusTooSmall
from benchmarks.run import ROUNDS, SEED, Plan, run


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit code."""
    options = _parser().parse_args(arguments)
    plan = Plan(options.file, options.articles, options.rounds, options.seed)
    try:
        with TemporaryDirectory(prefix="newssearch-benchmark-") as folder:
            done = run(plan, Path(folder))
        page = report.write(done, options.out)
    except (CorpusTooSmall, OSError) as error:
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
        description="Measure newssearch on a file of articles, and write down a dated result.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="articles, one JSON object a line: .jsonl, .gz or .xz")
    parser.add_argument("--articles", metavar="N", type=_number, help="only the first N of them")
    parser.add_argument("--rounds", metavar="N", type=_number, default=ROUNDS, help="how often a question is timed")
    parser.add_argument("--seed", metavar="N", type=int, default=SEED, help="chooses the questions")
    results = Path(__file__).parent / "results"
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=results, help="where the result goes")
    return parser


def _number(text: str) -> int:
    """A whole number above 0; argparse makes its one-line error of the `ValueError`."""
    if (number := int(text)) < 1:
        raise ValueError
    return number


if __name__ == "__main__":
    sys.exit(main())
