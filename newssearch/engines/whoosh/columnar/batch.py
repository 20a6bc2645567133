"""Articles in the making of a segment: what of each goes into it, as plain arrays, until there is enough to invert."""

from array import array
from functools import lru_cache

from newssearch.article import Article
from newssearch.engines.entry import HAS, KEYS, NAMES, facets, times
from newssearch.engines.whoosh.columnar.layout import PLACED
from newssearch.engines.whoosh.columnar.vocabulary import Vocabulary
from newssearch.moment import Moment
from newssearch.query.fields import EXACT, keys, present, texts

_BYTES_A_CHUNK = 12
"""What a chunk of text costs until its batch is written: its number, its word's, its place's and some of a sort key."""


class Batch:
    """Some articles, by number from 0. A *value* is one text of a field; its chunks stand in a row in `stream`."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        vocabulary.forget_if_full()
        self.vocabulary = vocabulary
        self.count = 0
        self.stream = array("I")
        self.value_sizes = array("I")
        """How many chunks each value has."""
        self.value_fields = array("B")
        self.value_documents = array("I")
        self.key_numbers: dict[tuple[int, str], int] = {}
        """Keys by (field, text)."""
        self.keys = array("I")
        self.key_counts = array("I")
        """How many of `keys` are each document's."""
        self.languages: list[str] = []
        self.days, self.firsts, self.lasts = array("i"), array("q"), array("q")
        self.ids: list[str] = []

    @property
    def bytes(self) -> int:
        """About how much memory it takes to write this batch."""
        return _BYTES_A_CHUNK * len(self.stream)

    def add(self, article: Article, language: str) -> None:
        """Add an article that is stemmed in a language."""
        document = self.count
        stream, vocabulary = self.stream, self.vocabulary
        for number, field in enumerate(PLACED):
            if field == NAMES:
                before = len(stream)
                stream.extend([vocabulary.name(author.name) for author in article.authors])
                self._end_value(number, document, len(stream) - before)
                continue
            for text in texts(article, field):
                before = len(stream)
                vocabulary.extend(stream, text)
                self._end_value(number, document, len(stream) - before)
        self._add_keys(article)
        self.languages.append(language)
        day, first, last = _times(article.published)
        self.days.append(day)
        self.firsts.append(first)
        self.lasts.append(last)
        self.ids.append(article.id)
        self.count += 1

    def _end_value(self, field: int, document: int, size: int) -> None:
        self.value_sizes.append(size)
        self.value_fields.append(field)
        self.value_documents.append(document)

    def _add_keys(self, article: Article) -> None:
        numbers = self.key_numbers
        before = len(self.keys)
        for field, name in enumerate(KEYS):
            found = keys(article, name) if name in EXACT else present(article) if name == HAS else facets(article)
            for key in found:
                self.keys.append(numbers.setdefault((field, key), len(numbers)))
        self.key_counts.append(len(self.keys) - before)


@lru_cache(maxsize=1 << 14)
def _times(moment: Moment | None) -> tuple[int, int, int]:
    return times(moment)
