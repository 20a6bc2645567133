"""A file of made-up articles for the benchmark's tests: sixty, of words that are in no language."""

import json
from random import Random

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
NAMES = ["Ada Brook", "Ben Carver", "Cora Dunn", "Dan Elder"]


def words(random, count):
    return ["".join(random.choices(SYLLABLES, k=4)) for _ in range(count)]


def record(random, number, often, seldom):
    """An article of six sentences: three words from a list of common ones, one from a list of rare ones, and so on."""
    lines = []
    for _ in range(6):
        line = [random.choice(seldom) if at % 4 == 3 else random.choice(often) for at in range(16)]
        lines.append(" ".join(line).capitalize() + ".")
    return {
        "id": f"made-up-{number}",
        "headline": " ".join(random.choices(often, k=5)).capitalize(),
        "author": random.choice(NAMES),
        "published": f"20{20 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}T08:00:00+00:00",
        "language": "en",
        "body": " ".join(lines),
    }


def write(path, number=60):
    """Write them as a newsroom's file has them, one JSON object a line."""
    random = Random(7)
    often, seldom = words(random, 30), words(random, 400)
    path.write_text("".join(json.dumps(record(random, at, often, seldom)) + "\n" for at in range(number)))
    return path
