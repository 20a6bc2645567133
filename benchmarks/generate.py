"""More articles than anyone has at hand: made from real ones, the same file for the same seed.

An article takes its sentences from three articles of the file, most of them from one of
them, so that words keep the company that they have in it. Authors and days are drawn
anew, and words and numbers that no article had come up as they do in real text: the
vocabulary grows with a power of the length (Heaps' law).
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

KEPT = 40_000
"""Articles that are held in memory to make others of."""

BETA = 0.52
"""Heaps' exponent, as in 40,000 articles of a wire: ten times as much text has 3.3 times as many words."""

NEW = 300.0
"""New words an article, times its number to the power of `1 - BETA`: 1.5 in number 62,000, 0.4 in a million."""

NEW_AT_FIRST = 1.5
"""New words an article, as long as the models' own are mostly new too."""

YEARS = 5
"""How far a day is moved, at most."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) +")
_SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or"))


def write(source: Path, target: Path, number: int, seed: int) -> int:
    """Write so many prepared articles, made of those of a prepared file; the number."""
    models = tuple(_models(source))
    with target.open("w", encoding="utf-8") as file:
        for article in generated(models, number, seed):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    return number


@dataclass(frozen=True, slots=True)
class Model:
    """An article to make others of: its plain form without headline and body, and those two in pieces."""

    plain: dict[str, Any]
    headline: tuple[str, ...]
    sentences: tuple[str, ...]


def _models(source: Path) -> Iterator[Model]:
    with source.open(encoding="utf-8") as lines:
        for line in islice(lines, KEPT):
            plain = json.loads(line)
            headline, body = plain.pop("headline"), plain.pop("body")
            sentences = [one for paragraph in body.split("\n") for one in _SENTENCE_END.split(paragraph) if one]
            yield Model(plain, tuple(headline.split()), tuple(sentences))


def generated(models: Sequence[Model], number: int, seed: int) -> Iterator[dict[str, Any]]:
    """So many articles in their plain form, each made when it is asked for.

    >>> model = Model({"subheads": [], "authors": [], "published": None}, ("Oil", "falls"), ("It fell.", "So what?"))
    >>> [article["id"] for article in generated([model], 2, seed=1)]
    ['generated-1', 'generated-2']
    """
    # random.random() alone: it is ten times as fast as randrange, and the same in every Python.
    random = Random(seed)
    names = _names(models)
    authors = int(len(names) * max(1.0, number / len(models)) ** BETA)
    coined = 0
    for count in range(1, number + 1):
        first, second, third = (models[int(random.random() * len(models))] for _ in range(3))
        sentences = _mixed(first, (second, third), random)
        for _ in range(int(min(NEW_AT_FIRST, NEW * count ** (BETA - 1)) + random.random())):
            if random.random() < 0.7:
                _insert(_coin(coined), sentences, random)
                coined += 1
            else:
                _insert(_figure(random), sentences, random)
            _insert(_coin(int(coined * random.random())), sentences, random)
        middle = len(first.headline) // 2
        body = "\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
        yield {
            **first.plain,
            **_signed(names, int(authors * random.random() ** 2), first),
            **_dated(first, random),
            "id": f"generated-{count}",
            "url": "",
            "path": "",
            "headline": " ".join(first.headline[:middle] + second.headline[middle:]),
            "subheads": [],
            "body": body,
        }


def _mixed(first: Model, others: tuple[Model, Model], random: Random) -> list[str]:
    """As many sentences as the first has, seven of ten from it."""
    draw = random.random
    sentences = []
    for _ in first.sentences:
        chosen = draw()
        pool = (first if chosen < 0.7 else others[chosen < 0.85]).sentences or first.sentences
        sentences.append(pool[int(draw() * len(pool))])
    return sentences


def _insert(word: str, sentences: list[str], random: Random) -> None:
    """Put a word behind the first one of a sentence."""
    if sentences:
        at = int(random.random() * len(sentences))
        head, space, tail = sentences[at].partition(" ")
        sentences[at] = f"{head} {word}{space}{tail}"


def _coin(number: int) -> str:
    """A word that no other number has, the longer the later.

    >>> _coin(0), _coin(100), _coin(1_000_000)
    ('Baba', 'Vuba', 'Pasaror')
    """
    syllables: list[str] = []
    while number or len(syllables) < 2:
        number, at = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[at])
    return "".join(syllables).capitalize()


def _figure(random: Random) -> str:
    return f"{int(10 ** (3 + 4 * random.random())):,}"


def _names(models: Sequence[Model]) -> list[str]:
    """The authors' names, each once."""
    return sorted({author["name"] for model in models for author in model.plain["authors"]})


def _signed(names: Sequence[str], number: int, model: Model) -> dict[str, Any]:
    """An author where the model has one: the first name of one, the last of another, by number."""
    if not model.plain["authors"]:
        return {"byline": "", "authors": []}
    first = names[number % len(names)].split()[0]
    last = names[(number + number // len(names) * 31) % len(names)].split()[-1]
    return {"byline": f"By {first} {last}", "authors": [{"name": f"{first} {last}", "role": "", "email": ""}]}


def _dated(model: Model, random: Random) -> dict[str, Any]:
    """The model's day moved by up to `YEARS`, at a full second in UTC; no day where it has none."""
    moved = int((2 * random.random() - 1) * YEARS * 365)
    if not model.plain["published"]:
        return {"published": None, "updated": None}
    day = date.fromordinal(max(1, date.fromisoformat(model.plain["published"][:10]).toordinal() + moved))
    second = int(random.random() * 86_400)
    clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    zone = {"published_zone": "UTC", "published_zone_assumed": False}
    return {"published": f"{day}T{clock}+00:00", **zone, "updated": None}
