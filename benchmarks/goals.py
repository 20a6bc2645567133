"""The goals, each with what a run measured of it: met or missed, as a ratio in one run."""

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.adapters import OURS
from benchmarks.compare import Base, mean_ratio, rate_ratio, ratios
from benchmarks.report import Measured, Run

PEER = "tantivy"
"""The engine that newssearch is to be as fast as."""

STOCK = "whoosh"
"""What newssearch is made of, as it comes."""

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Goal:
    """One row: the goal, the first step towards it, what was measured, and whether that is met."""

    what: str
    goal: str
    first: str
    measured: str
    verdict: str


def goals(run: Run, base: Base | None = None) -> list[Goal]:
    """Every goal that there is; where nothing could be measured of one, its row says why."""
    ours = run.engine(OURS)
    if ours is None:
        return []
    return list(_goals(run, ours, base))


def _goals(run: Run, ours: Measured, base: Base | None) -> Iterator[Goal]:
    peer, stock = run.engine(PEER), run.engine(STOCK)
    # Each row: what, the ratio, the goal, the first step, in what they are told; a ratio may be why there is none.
    yield _least("articles indexed per CPU second", _over(peer, PEER, _indexed, ours), 1.0, 0.4, f"× {PEER}")
    yield _least("articles indexed per CPU second", _over(stock, STOCK, _indexed, ours), None, 10, f"× {STOCK}")
    yield _slowest(ours, peer)
    faster = _over(stock, STOCK, lambda ours, stock: 1 / mean_ratio(ours, stock, "ids"), ours)
    yield _least("p50 of the classes in the mean, ids only", faster, None, 20, f"× faster than {STOCK}")
    ids = _over(peer, PEER, lambda ours, peer: rate_ratio(ours, peer, "ids"), ours)
    yield _least("questions a second, ids only", ids, 1.5, 1.0, f"× {PEER}")
    pages = _over(peer, PEER, lambda ours, peer: rate_ratio(ours, peer, "page"), ours)
    yield _least("questions a second, headlines and snippets", pages, 1.5, 1.0, f"× {PEER}")
    size = ours.build.index_bytes / run.corpus.text_bytes
    yield _most("size on disk, stored text included", size, 0.9, 1.2, "× raw text")
    process = _over(peer, PEER, lambda ours, peer: ours.process / peer.process, ours)
    yield _most("a whole new process", process, 1.0, 1.5, f"× {PEER}")
    yield _memory(run, ours)
    yield _growth(run, ours, base)


def _over(
    peer: Measured | None, name: str, ratio: Callable[[Measured, Measured], float], ours: Measured
) -> float | str:
    return f"{name} was not measured" if peer is None else ratio(ours, peer)


def _indexed(ours: Measured, peer: Measured) -> float:
    return ours.indexed / peer.indexed


def _slowest(ours: Measured, peer: Measured | None) -> Goal:
    what, unit = "p50 of the class that is worst, ids only", f"× {PEER}"
    if peer is None:
        return _most(what, f"{PEER} was not measured", 1.0, 2.5, unit)
    kind, worst = max(ratios(ours, peer, "ids").items(), key=lambda item: item[1])
    return _most(what, worst, 1.0, 2.5, unit, f" ({kind})")


def _memory(run: Run, ours: Measured) -> Goal:
    peak, count = ours.build.peak_bytes / 1e9, run.corpus.articles
    measured = peak if count >= MILLION else f"{peak:.2f} GB at {count:,}"
    return _most("peak memory while indexing 1,000,000", measured, 1.0, 1.5, "GB")


def _growth(run: Run, ours: Measured, base: Base | None) -> Goal:
    what, unit = "p50 at 1,000,000 over p50 at 40,000, ids only", "×"
    grown = base.growth(ours, "ids") if base else {}
    if not grown or run.corpus.articles < MILLION:
        return _most(what, "not in this run", 25, None, unit)
    kind, worst = max(grown.items(), key=lambda item: item[1])
    return _most(what, worst, 25, None, unit, f" ({kind})")


def _least(what: str, measured: float | str, goal: float | None, first: float | None, unit: str) -> Goal:
    return _row(what, measured, (goal, first), ("at least", unit), operator.ge)


def _most(what: str, measured: float | str, goal: float | None, first: float | None, unit: str, note: str = "") -> Goal:
    return _row(what, measured, (goal, first), ("at most", unit), operator.le, note)


def _row(
    what: str,
    measured: float | str,
    bounds: tuple[float | None, float | None],
    words: tuple[str, str],
    meets: Callable[[float, float], bool],
    note: str = "",
) -> Goal:
    side, unit = words
    goal, first = ("–" if bound is None else f"{side} {bound:g} {unit}" for bound in bounds)
    if isinstance(measured, str):
        return Goal(what, goal, first, measured, "–")
    met = [bound is not None and meets(measured, bound) for bound in bounds]
    verdict = "met" if met[0] or (bounds[0] is None and met[1]) else "first step met" if met[1] else "missed"
    return Goal(what, goal, first, f"{measured:.2f} {unit}{note}", verdict)
