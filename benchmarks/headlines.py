"""``python -m benchmarks.headlines FOLDER...``: fit what each sign of a copied page's headline is worth.

The folders hold pages and their truth, as `benchmarks.extraction` takes them, or ``X.txt`` as a browser copied it
beside ``X.json`` with its ``headline``. Half of the pages, by a digest of their names, are fitted with; what the
weights, and those in `newssearch.readers.plain.pages.headline`, find right is told of both halves.

The weights are those of a conditional logit (McFadden, "Conditional logit analysis of qualitative choice behavior",
1974) with a small penalty on their squares: of the lines that may be a page's headline, one is it, with a probability
that grows with the exponential of the sum of its signs' weights. They are given times four, rounded.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks import truth, visible
from benchmarks.extraction import half
from newssearch.readers.plain.pages import extent
from newssearch.readers.plain.pages.headline import POINTS
from newssearch.readers.plain.pages.signs import Page

SCALE = 4
_STEPS, _RATE, _PENALTY = 2_000, 0.05, 0.001
_NAMES = tuple(POINTS)

Weights = NDArray[np.float64]


class Choice(NamedTuple):
    """A page: the signs of each line that may be its headline, a row each, and which of them it is."""

    half: str
    signs: NDArray[np.float64]
    right: NDArray[np.bool_]


def choices(folder: Path) -> Iterator[Choice]:
    """The pages of a folder of which a line that may be the headline is it."""
    for name, text, headline in _copied(folder):
        lines = [line.rstrip() for line in text.split("\n")]
        found = extent.find(lines)
        if found is None or not any(map(str.strip, lines[: found.first])):
            continue
        candidates = [*Page(lines, found.first).signs()]
        right = np.array([" ".join(lines[at].split()) == headline for at, _ in candidates], np.bool_)
        if right.any():
            signs = np.array([[float(signs[sign]) for sign in _NAMES] for _, signs in candidates])
            yield Choice(half(name), signs, right)


def _copied(folder: Path) -> Iterator[tuple[str, str, str]]:
    """The name, the text and the headline of each page."""
    copied = [path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".json").exists()]
    for path in copied:
        known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        yield path.name, path.read_text(encoding="utf-8"), " ".join(known["headline"].split())
    if not copied:
        for page in truth.pages(folder):
            if page.truth.headline:
                yield page.name, visible.text(page.data), " ".join(page.truth.headline.split())


def fit(pages: list[Choice]) -> Weights:
    """The weights under which the right lines are most probable: by steps along the gradient (Adam)."""
    weights, mean, square = (np.zeros(len(_NAMES)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        gradient = _PENALTY * len(pages) * weights
        for _, signs, right in pages:
            odds = np.exp(signs @ weights - (signs @ weights).max())
            chance, among_right = odds / odds.sum(), odds * right / (odds * right).sum()
            gradient += (chance - among_right) @ signs
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        weights -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def found(pages: list[Choice], weights: Weights) -> int:
    """Of how many pages the right line has the most points; of several with as many, the last."""
    return sum(bool(page.right[_best(page.signs @ weights)]) for page in pages)


def _best(points: NDArray[np.float64]) -> int:
    return int(np.flatnonzero(points == points.max())[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    pages = [page for folder in parser.parse_args().folders for page in choices(folder)]
    halves = {name: [page for page in pages if page.half == name] for name in ("first", "second")}
    fitted = np.round(SCALE * fit(halves["first"]))
    held = np.array([POINTS[sign] for sign in _NAMES], np.float64)
    print(f"{'sign':32} fitted  as it is")
    for sign, new, old in zip(_NAMES, fitted, held, strict=True):
        print(f"{sign:32} {new:6.0f} {old:9.0f}")
    for name, own in halves.items():
        print(f"{name} half: {found(own, fitted)} right with the fitted, {found(own, held)} as it is, of {len(own)}")


if __name__ == "__main__":
    main()
