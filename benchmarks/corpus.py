"""The articles that a run is about: the first so many of a JSONL file, prepared, and what is in them.

Questions are made from a `Census`: how many articles have each word, and a random
sample of whole articles for phrases, dates and names.
"""

import gzip
import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BufferedIOBase
from itertools import islice
from pathlib import Path
from random import Random

from newssearch.analysis import stem, stem_language, tokens
from newssearch.article import Article
from newssearch.readers import Options, read

SAMPLE = 2_000
"""Articles that are kept whole, however many there are."""

COUNTED = 50_000
"""Articles whose words are counted, at least; of more than twice as many, every second, third and so on."""


def take(source: Path, count: int | None, target: Path) -> int:
    """Write the first `count` records of a JSONL file (.gz and .xz too) to a plain one; how many there were."""
    taken = 0
    with _opened(source) as lines, target.open("wb") as file:
        for line in islice((line for line in lines if not line.isspace()), count):
            file.write(line if line.endswith(b"\n") else line + b"\n")
            taken += 1
    return taken


def _opened(source: Path) -> BufferedIOBase:
    match source.suffix:
        case ".gz":
            return gzip.open(source)
        case ".xz":
            return lzma.open(source)
        case _:
            return source.open("rb")


def name(source: Path) -> str:
    """What a corpus is called in a result: its file without the endings.

    >>> name(Path("news/wire-40k.jsonl.xz"))
    'wire-40k'
    """
    return source.name.split(".", maxsplit=1)[0]


def prepare(source: Path, target: Path) -> int:
    """Read a file as an archive would, and write each article as its `to_dict` in a line; how many there are.

    Of articles with one id the first is taken, so that every engine holds as many.
    """
    taken: set[str] = set()
    with target.open("w", encoding="utf-8") as file:
        for item in read(source, source.name, Options()):
            if isinstance(item, Article) and (article := item.identified()).id not in taken:
                taken.add(article.id)
                file.write(json.dumps(article.to_dict(), ensure_ascii=False) + "\n")
    return len(taken)


def articles(path: Path) -> Iterator[Article]:
    """The articles of a prepared file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Article.from_dict(json.loads(line))


@dataclass(frozen=True)
class Census:
    """What was counted in headlines and bodies; `text_bytes` is their size in UTF-8.

    `words` gives for each word the number of articles that a search for it finds, which
    is those with its stem. A *word* is a folded one of letters alone, so that it means
    the same to every engine.
    """

    articles: int
    text_bytes: int
    words: Mapping[str, int]
    sample: tuple[Article, ...]

    @classmethod
    def of(cls, articles: Iterable[Article], random: Random, number: int = 0) -> "Census":
        """Count, in one pass; `random` chooses the sample, `number` is about how many articles there are."""
        step = max(1, number // COUNTED)
        total = text_bytes = 0
        stems: dict[str, str] = {}
        counts: Counter[str] = Counter()
        sample: list[Article] = []
        for article in articles:
            text = f"{article.headline}\n{article.body}"
            total += 1
            text_bytes += len(text.encode()) - 1
            if total % step == 0:
                language = stem_language(article.language)
                words = {token.words[0] for token in tokens(text) if token.words[0].isalpha()}
                counts.update({stems.setdefault(word, stem(word, language)) for word in words})
            # Vitter's algorithm R: each article is in the sample with the same chance.
            if len(sample) < SAMPLE:
                sample.append(article)
            elif (at := random.randrange(total)) < SAMPLE:
                sample[at] = article
        return cls(
            total, text_bytes, {word: step * counts[its_stem] for word, its_stem in stems.items()}, tuple(sample)
        )

    @cached_property
    def bands(self) -> Mapping[str, tuple[int, int]]:
        """The fewest and the most articles that a rare, a mid and a common word is in.

        Shares of the archive, with floors that keep the bands apart in a small one.

        >>> Census(40_000, 0, {}, ()).bands
        {'rare': (2, 20), 'mid': (200, 800), 'common': (4000, 40000)}
        """
        return {
            "rare": (2, max(3, self.articles // 2_000)),
            "mid": (max(4, self.articles // 200), max(8, self.articles // 50)),
            "common": (max(9, self.articles // 10), self.articles),
        }

    def is_in(self, word: str, *bands: str) -> bool:
        """Whether a word is in any of the bands."""
        count = self.words.get(word, 0)
        return any(low <= count <= high for low, high in map(self.bands.__getitem__, bands))

    @cached_property
    def by_band(self) -> Mapping[str, tuple[str, ...]]:
        """The words of each band, in alphabetical order."""
        return {band: tuple(sorted(word for word in self.words if self.is_in(word, band))) for band in self.bands}
