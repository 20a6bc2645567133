"""What newssearch's numbers are beside those of a peer, and of an earlier run."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, geometric_mean

from benchmarks.measure import LIMIT, Timing
from benchmarks.report import Measured, rate, summaries


def ratios(ours: Measured, peer: Measured, mode: str) -> dict[str, float]:
    """For each class that both were asked, the p50 of newssearch over the peer's: under 1 is faster."""
    our, their = summaries(ours.timings), summaries(peer.timings)
    return {kind: our[kind].p50_ms[mode] / their[kind].p50_ms[mode] for kind in our if kind in their}


def mean_ratio(ours: Measured, peer: Measured, mode: str) -> float:
    """The geometric mean of the `ratios`: no class counts for more because it takes longer."""
    return geometric_mean(ratios(ours, peer, mode).values())


def rate_ratio(ours: Measured, peer: Measured, mode: str) -> float:
    """Questions a second of newssearch over the peer's, of those questions that the peer has."""
    asked = {timing.question for timing in peer.timings}
    return rate([timing for timing in ours.timings if timing.question in asked], mode) / rate(peer.timings, mode)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A class: for how many of the questions two engines found as many articles, and the same ones best.

    `overlap` is the share of one's best ten that are among the other's, in the mean.
    """

    questions: int
    equal: int
    overlap: float


def agreement(ours: Iterable[Timing], theirs: Iterable[Timing]) -> dict[str, Agreement]:
    """For each class that both were asked."""
    their = {timing.question: timing for timing in theirs}
    pairs: dict[str, list[tuple[Timing, Timing]]] = {}
    for timing in ours:
        if timing.question in their:
            pairs.setdefault(timing.question.kind, []).append((timing, their[timing.question]))
    return {
        kind: Agreement(
            len(some),
            sum(one.total == other.total for one, other in some),
            fmean(overlap(one.best, other.best) for one, other in some),
        )
        for kind, some in pairs.items()
    }


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of ids that stand in both, of the longer of the two.

    >>> overlap(["a", "b"], ["b", "c", "d", "e"]), overlap([], [])
    (0.25, 1.0)
    """
    longest = max(len(one), len(other))
    assert longest <= LIMIT
    return len(set(one) & set(other)) / longest if longest else 1.0


@dataclass(frozen=True, slots=True)
class Base:
    """An earlier result to stand beside: its name, its size, and milliseconds by engine, mode and class."""

    name: str
    articles: int
    p50_ms: Mapping[str, Mapping[str, Mapping[str, float]]]

    @classmethod
    def read(cls, path: Path) -> "Base":
        """From the JSON of a result. Raises `OSError`, and `ValueError` where it is none."""
        try:
            plain = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                path.stem,
                plain["corpus"]["articles"],
                {
                    engine["engine"]: {
                        mode: {row["kind"]: row["p50_ms"][mode] for row in engine["classes"]}
                        for mode in engine["questions_per_second"]
                    }
                    for engine in plain["engines"]
                },
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name} is no result of a benchmark") from error

    def growth(self, measured: Measured, mode: str) -> dict[str, float]:
        """For each class, the engine's p50 now over the p50 then; empty where it was not measured then."""
        before = self.p50_ms.get(measured.engine, {}).get(mode, {})
        now = summaries(measured.timings)
        return {kind: now[kind].p50_ms[mode] / before[kind] for kind in now if kind in before}
