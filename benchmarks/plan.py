"""What a run is to measure, and the command that repeats it."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.adapters import ENGINES

ROUNDS = 5
SEED = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure.

    The first `articles` of a file (None: all), or as many as `generated` made from those;
    with questions of a seed, in so many rounds. `beside` is the JSON of an earlier result.
    """

    file: Path
    articles: int | None = None
    generated: int | None = None
    engines: tuple[str, ...] = tuple(ENGINES)
    rounds: int = ROUNDS
    seed: int = SEED
    beside: Path | None = None

    @property
    def command(self) -> str:
        """The command that repeats it, without the folders of this machine.

        >>> Plan(Path("/home/jo/wire.jsonl.xz"), articles=1000).command
        'python -m benchmarks wire.jsonl.xz --articles 1000 --rounds 5 --seed 1'
        """
        options: dict[str, Any] = {
            "--articles": self.articles,
            "--generated": self.generated,
            "--engines": None if self.engines == tuple(ENGINES) else ",".join(self.engines),
            "--rounds": self.rounds,
            "--seed": self.seed,
            "--beside": self.beside and self.beside.name,
        }
        given = [word for name, value in options.items() if value is not None for word in (name, value)]
        return shlex.join(map(str, ["python", "-m", "benchmarks", self.file.name, *given]))
