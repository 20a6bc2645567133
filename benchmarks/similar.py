"""``python -m benchmarks.similar FILE``: what finding the same story twice costs, and what it finds.

Articles of the file are edited as editors do it, and put beside the articles they were
made of. How many of them are then in one group with their own article? Of all edits but
the last all should be, of the last none. Beside it, MinHash signatures of 128
permutations over the same shingles, as datasketch and rensa make them (if they are
installed), with a Jaccard estimate of half or more. Times are CPU time of one process.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from newssearch.analysis import tokens
from newssearch.article import Article
from newssearch.readers import Options, read
from newssearch.similar.alike import Numbers
from newssearch.similar.changes import Change, regrouped
from newssearch.similar.groups import groups
from newssearch.similar.pairs import chosen_of
from newssearch.similar.sketches import NO_DAY, SHINGLE, Short, Sketches, joined, sketches, word_hash

EDITED = 500
"""Articles that are edited in each way."""

ADDED = 100
"""Articles that come to all the others, in the measurement of that."""

LEAST = 120
"""Words of an article that is edited."""

PERMUTATIONS = 128

T = TypeVar("T")
Words = list[str]
Edit = Callable[[list[Words], Random], list[Words]]
"""Paragraphs to paragraphs."""

_BYLINE = ["by", "our", "staff", "writer"]
_NOTICE = [f"notice{number}" for number in range(35)]

# --- edits ------------------------------------------------------------------------


def syndicated(paragraphs: list[Words], _random: Random) -> list[Words]:
    return [_BYLINE, *paragraphs, _NOTICE]


def inserted(paragraphs: list[Words], random: Random) -> list[Words]:
    at = random.randint(0, len(paragraphs))
    new = [f"new{random.randrange(10_000)}" for _ in range(40)]
    return [*paragraphs[:at], new, *paragraphs[at:]]


def corrected(paragraphs: list[Words], random: Random) -> list[Words]:
    flat = [word for paragraph in paragraphs for word in paragraph]
    for _ in range(3):
        flat[random.randrange(len(flat))] = "corrected"
    return [flat]


def reworded(paragraphs: list[Words], random: Random) -> list[Words]:
    return [["other" if random.random() < 0.05 else word for word in paragraph] for paragraph in paragraphs]


def led_anew(paragraphs: list[Words], random: Random) -> list[Words]:
    flat = [word for paragraph in paragraphs for word in paragraph]
    return [[f"new{random.randrange(10_000)}" for _ in range(60)], flat[60:]]


def cut(part: float) -> Edit:
    def edit(paragraphs: list[Words], _random: Random) -> list[Words]:
        flat = [word for paragraph in paragraphs for word in paragraph]
        return [flat[: max(40, int(len(flat) * part))]]

    return edit


def in_a_template(paragraphs: list[Words], random: Random) -> list[Words]:
    def other(word: str) -> str:
        return str(random.randrange(10_000)) if any(map(str.isdecimal, word)) else word

    return [[other(word) for word in paragraph] for paragraph in paragraphs]


EDITS: dict[str, Edit] = {
    "a byline before, a notice behind": syndicated,
    "a paragraph inserted": inserted,
    "three words corrected": corrected,
    "every 20th word another": reworded,
    "the first 60 words written anew": led_anew,
    "cut to two thirds": cut(2 / 3),
    "cut to a third": cut(1 / 3),
    "cut to a fifth": cut(1 / 5),
    "cut to a tenth": cut(1 / 10),
    "not the same: all numbers others": in_a_template,
}

# --- articles ---------------------------------------------------------------------


def articles(file: Path, most: int | None) -> Iterator[Article]:
    found = (item for item in read(file, file.name, Options()) if isinstance(item, Article))
    return islice(found, most)


def paragraphs_of(article: Article) -> list[Words]:
    return [[token.words[0] for token in tokens(paragraph)] for paragraph in article.paragraphs]


def sketched(texts: Sequence[Words]) -> Sketches:
    hashes = {word: word_hash(word) for words in texts for word in words}
    stream = [hashes[word] for words in texts for word in words]
    return sketches(np.array(stream, np.uint64), np.array(list(map(len, texts)), np.int64))


def figured(paragraphs: list[Words]) -> bool:
    """Are numbers what a text is about: one word in twenty?"""
    words = [word for paragraph in paragraphs for word in paragraph]
    return sum(any(map(str.isdecimal, word)) for word in words) * 20 > len(words)


# --- measurements -----------------------------------------------------------------


def costs(texts: Sequence[Words], days: NDArray[np.int32]) -> Sketches:
    """Print what signatures and groups cost; the signatures."""
    number = len(texts)
    distinct = sorted({word for words in texts for word in words})
    vocabulary, seconds = _timed(lambda: {word: word_hash(word) for word in distinct})
    stream = np.array([vocabulary[word] for words in texts for word in words], np.uint64)
    sizes = np.array(list(map(len, texts)), np.int64)
    print(f"{number:,} articles, {len(stream):,} words, {len(distinct):,} different ones")
    print(f"word hashes  {seconds:8.2f} s {seconds / number * 1e6:8.1f} µs an article")
    made, seconds = _timed(lambda: sketches(stream, sizes))
    print(f"sketches     {seconds:8.2f} s {seconds / number * 1e6:8.1f} µs an article")
    print(f"             {sum(column.nbytes for column in made) / number:8.0f} bytes an article")
    found, seconds = _timed(lambda: groups(made, days))
    print(f"groups       {seconds:8.2f} s {seconds / number * 1e6:8.1f} µs an article")
    print(f"             {int((found.leaders != np.arange(number)).sum()):,} articles are copies of another")
    old = Sketches(*(column[:-ADDED] for column in made))
    change = Change(np.arange(number - ADDED, number), np.arange(0), renumbered=lambda articles: articles)
    again, seconds = _timed(lambda: regrouped(_InMemory(old, days[:-ADDED]), _InMemory(made, days), change))
    same = again is not None and np.array_equal(again.leaders, found.leaders[again.articles])
    print(f"{ADDED} more     {seconds:8.2f} s, {'the same groups' if same else 'OTHER GROUPS'}\n")
    return made


class _InMemory(NamedTuple):
    """Articles as `regrouped` asks for them."""

    sketches: Sketches
    days: NDArray[np.int32]

    def having(self, shingles: Short) -> Numbers:
        return np.flatnonzero(chosen_of(self.sketches.shingles, shingles).any(axis=1))

    def read(self, numbers: Numbers) -> tuple[Sketches, NDArray[np.int32]]:
        return self.sketches.of(numbers), self.days[numbers]


def recall(made: Sketches, days: NDArray[np.int32], chosen: dict[int, list[Words]], kind: str) -> float:
    """How much of the articles edited in one way is grouped with what it was made of."""
    random = Random(kind)
    texts = {
        number: [word for paragraph in EDITS[kind](paragraphs, random) for word in paragraph]
        for number, paragraphs in chosen.items()
        if EDITS[kind] is not in_a_template or figured(paragraphs)
    }
    numbers = np.array(list(texts), np.int64)
    found = groups(joined([made, sketched(list(texts.values()))]), np.append(days, days[numbers])).leaders
    return float((found[len(days) :] == found[numbers]).mean()) if len(numbers) else float("nan")


def _timed(make: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return make(), time.process_time() - start


# --- peers ------------------------------------------------------------------------


def _shingles(words: Words) -> list[str]:
    return list({" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)})


def by_rensa(texts: Sequence[Words]) -> NDArray[np.uint64]:
    from rensa import RMinHash  # type: ignore[import-untyped,import-not-found,unused-ignore]

    rows = []
    for words in texts:
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update(_shingles(words))
        rows.append(signature.digest())
    return np.array(rows, np.uint64)


def by_datasketch(texts: Sequence[Words]) -> NDArray[np.uint64]:
    from datasketch import MinHash  # type: ignore[import-untyped,import-not-found,unused-ignore]

    rows = []
    for words in texts:
        signature = MinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update_batch([shingle.encode() for shingle in _shingles(words)])
        rows.append(signature.digest())
    return np.array(rows, np.uint64)


def peers(chosen: dict[int, list[Words]]) -> None:
    """Print what others' signatures cost, and which edits their estimate of half or more finds."""
    flat = [[word for paragraph in paragraphs for word in paragraph] for paragraphs in chosen.values()]
    for name, make in (("datasketch", by_datasketch), ("rensa", by_rensa)):
        if find_spec(name) is None:
            continue
        rows, seconds = _timed(lambda make=make: make(flat))  # type: ignore[misc]
        print(f"\n{name}, {PERMUTATIONS} permutations: {seconds / len(flat) * 1e6:.0f} µs an article")
        for kind, edit in EDITS.items():
            random = Random(kind)
            texts = [[word for one in edit(paragraphs, random) for word in one] for paragraphs in chosen.values()]
            alike = (make(texts) == rows).mean(axis=1) >= 0.5
            print(f"    {kind:36}{alike.mean():7.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.similar", description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=None, help="only the first so many")
    given = parser.parse_args()
    read_ = [(article.published, paragraphs_of(article)) for article in articles(given.file, given.articles)]
    if len(read_) <= ADDED:
        sys.exit(f"{given.file} has {len(read_)} articles: too few")
    days = np.array([NO_DAY if moment is None else moment.day.toordinal() for moment, _ in read_], np.int32)
    texts = [[word for paragraph in paragraphs for word in paragraph] for _, paragraphs in read_]
    made = costs(texts, days)
    alone = np.flatnonzero(groups(made, days).leaders == np.arange(len(texts)))
    long = [int(number) for number in alone if len(texts[number]) >= LEAST]
    chosen = {number: read_[number][1] for number in Random(1).sample(long, min(EDITED, len(long)))}
    print(f"of {len(chosen)} articles edited, found beside their own:")
    for kind in EDITS:
        print(f"    {kind:36}{recall(made, days, chosen, kind):7.1%}")
    peers(chosen)


if __name__ == "__main__":
    main()
