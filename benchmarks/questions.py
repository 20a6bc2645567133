"""The questions of a run: a fixed set in thirteen classes, the same for the same articles and seed.

A `Question` is no engine's query: each adapter writes it in its own engine's language.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from benchmarks.corpus import Census
from newssearch.analysis import tokens
from newssearch.article import Article

EACH = 20
"""Questions in each class."""

_TRIES = 500
"""Draws for each question, before the articles count as too few."""


class CorpusTooSmall(ValueError):
    """The articles do not give enough different questions of a class."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for.

    `shape` says how the words are meant: "all" of them, "any", a "phrase", or one that is
    a "prefix" or written "fuzzy" (with one edit). `period` is a month or a quarter as in
    2006-10 and 2006-Q4, `author` a whole name.
    """

    kind: str
    shape: str
    words: tuple[str, ...]
    period: str = ""
    author: str = ""


Draw = Callable[[Census, Random], Question | None]
"""Makes one question of a class at random, or None where this attempt gave none."""


def questions(census: Census, seed: int) -> tuple[Question, ...]:
    """`EACH` different questions of each class, the classes taking turns. Raises `CorpusTooSmall`."""
    # A generator of its own for each class: a new class leaves the questions of the others as they were.
    drawn = [_different(kind, draw, census, Random(f"{seed} {kind}")) for kind, draw in CLASSES.items()]
    return tuple(question for turn in zip(*drawn, strict=True) for question in turn)


def _different(kind: str, draw: Draw, census: Census, random: Random) -> list[Question]:
    found: dict[Question, None] = {}
    for _ in range(EACH * _TRIES):
        if question := draw(census, random):
            found[question] = None
            if len(found) == EACH:
                return list(found)
    raise CorpusTooSmall(f"{census.articles:,} articles give {len(found)} questions of the class {kind!r}, not {EACH}")


# --- one word -------------------------------------------------------------------------


def _word(band: str) -> Draw:
    def draw(census: Census, random: Random) -> Question | None:
        return _asked(f"{band} word", "all", random, census.by_band[band], 1)

    return draw


def _prefix(census: Census, random: Random) -> Question | None:
    words = _longer(census)
    return Question("prefix", "prefix", (random.choice(words)[:4],)) if words else None


def _fuzzy(census: Census, random: Random) -> Question | None:
    words = _longer(census)
    return Question("fuzzy", "fuzzy", (misspelt(random.choice(words), random),)) if words else None


def _longer(census: Census) -> list[str]:
    """The mid words of six letters or more: cut short or misspelt, they still tell what is meant."""
    return [word for word in census.by_band["mid"] if len(word) > 5]


def misspelt(word: str, random: Random) -> str:
    """The word with one slip of the pen behind its first letter: one dropped, doubled, changed or swapped.

    >>> misspelt("cartel", Random(3))
    'carrtel'
    """
    at = random.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    slips = (
        before + after,
        before + letter + letter + after,
        before + random.choice("aeiourstln") + after,
        before + after[0] + letter + after[1:],
    )
    return random.choice([slip for slip in slips if slip != word])


# --- several words --------------------------------------------------------------------


def _and2(census: Census, random: Random) -> Question | None:
    article = random.choice(census.sample)
    mid, common = _telling(article, census, "mid"), _telling(article, census, "common")
    return Question("and2", "all", (random.choice(mid), random.choice(common))) if mid and common else None


def _or3(census: Census, random: Random) -> Question | None:
    return _asked("or3", "any", random, census.by_band["mid"], 3)


def _or5(census: Census, random: Random) -> Question | None:
    return _asked("or5 of common words", "any", random, census.by_band["common"], 5)


def _asked(kind: str, shape: str, random: Random, words: tuple[str, ...], count: int) -> Question | None:
    """A question for so many of the words."""
    return Question(kind, shape, tuple(random.sample(words, count))) if len(words) >= count else None


def _telling(article: Article, census: Census, *bands: str) -> list[str]:
    """An article's words of the bands, in alphabetical order: what it can be asked for by."""
    return sorted(word for word in {token.words[0] for token in tokens(article.body)} if census.is_in(word, *bands))


def _phrase(kind: str, length: int, *, common: bool) -> Draw:
    """Words that stand together in a sentence: all of them common, or at least one that is not."""

    def draw(census: Census, random: Random) -> Question | None:
        body = random.choice(census.sample).body
        found = tokens(body)
        start = random.randrange(max(1, len(found) - length + 1))
        part = found[start : start + length]
        words = tuple(token.words[0] for token in part)
        # Only a space between them: a comma or a full stop would part them for a reader.
        together = all(body[one.end : other.start] == " " for one, other in pairwise(part))
        if len(part) < length or not together or not all(map(str.isalpha, words)):
            return None
        if common != all(census.is_in(word, "common") for word in words):
            return None
        return Question(kind, "phrase", words)

    return draw


# --- a word and something else --------------------------------------------------------


def _dated(census: Census, random: Random) -> Question | None:
    article = random.choice(census.sample)
    words = _telling(article, census, "mid", "common")
    if article.published is None or not words:
        return None
    day = article.published.day
    month, quarter = day.isoformat()[:7], f"{day.isoformat()[:4]}-Q{(day.month + 2) // 3}"
    return Question("word + date", "all", (random.choice(words),), period=random.choice((month, quarter)))


def _signed(census: Census, random: Random) -> Question | None:
    article = random.choice(census.sample)
    words = _telling(article, census, "mid", "common")
    names = [author.name for author in article.authors if '"' not in author.name and "\\" not in author.name]
    if not names or not words:
        return None
    return Question("word + byline", "all", (random.choice(words),), author=random.choice(names))


CLASSES: dict[str, Draw] = {
    "rare word": _word("rare"),
    "mid word": _word("mid"),
    "common word": _word("common"),
    "and2": _and2,
    "or3": _or3,
    "or5 of common words": _or5,
    "phrase2": _phrase("phrase2", 2, common=False),
    "phrase3": _phrase("phrase3", 3, common=False),
    "phrase of common words": _phrase("phrase of common words", 2, common=True),
    "word + date": _dated,
    "word + byline": _signed,
    "prefix": _prefix,
    "fuzzy": _fuzzy,
}
"""The classes of questions, each with what makes one of it."""
