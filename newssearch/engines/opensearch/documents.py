"""An article as a document: what is searched of it, and its record."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from newssearch import byline
from newssearch.analysis import chunks, stem, stem_language, words_at
from newssearch.article import Article
from newssearch.engines.entry import NAMES, TEXTS, record, stemmed, times
from newssearch.engines.opensearch.mapping import ALSO, HOLE, LONGEST, PARTS
from newssearch.engines.opensearch.sketch import packed
from newssearch.query.fields import EXACT, VALUES, WORDS, facet_values, keys, present, texts
from newssearch.similar import word_hash

_LONGEST_ID = 512
_APART = str.maketrans(dict.fromkeys([" ", ALSO], "\x1c"))
_SHORT = 48  # a longer chunk hardly comes again
_MOST = 1 << 17  # chunks that are remembered, of each language


def document(article: Article, versions: Sequence[Article] = (), story: str | None = None) -> bytes:
    """The document as JSON. `story` is the name of the article that leads its story, where that is another."""
    language = stem_language(article.language)
    kept, number = record(article, versions)
    day, first, last = times(article.published)
    found: dict[str, Any] = {
        "has": sorted(present(article)),
        "key": {field: _fitted(keys(article, field)) for field in EXACT},
        "facet": {name: _fitted(facet_values(article, name)) for name in VALUES},
        "length": {},
        "content": {str(part): number >> 16 * part & 0xFFFF for part in range(PARTS)},
        "name": fit(article.id),
        "document": document_id(article.id),
        "story": fit(article.id) if story is None else story,
        "stems_of": language,
        "dated": int(day > 0),
        NAMES: [ALSO.join(sorted(map(fit, byline.keys(author.name)))) or HOLE for author in article.authors],
    }
    if day:
        found |= {"day": day, "first": first, "last": last}
    for field in (*TEXTS, *WORDS):
        laid_out = _laid_out(texts(article, field), language)
        found[field] = [value.words for value in laid_out]
        if field in TEXTS:
            found[stemmed(field)] = [value.stems for value in laid_out]
            found["length"][field] = sum([value.length for value in laid_out])
        if field == "body":
            found["sketch"], found["shingle"] = packed([number for value in laid_out for number in value.hashes])
    return kept[:-1] + b"," + json.dumps(found, separators=(",", ":")).encode()[1:]


def document_id(id: str) -> str:
    """The server's id of an article: its own, or a digest where that is too long for one.

    >>> document_id("drug-hubs"), len(document_id("x" * 600))
    ('drug-hubs', 71)
    """
    size = len(id.encode("utf-8", "replace"))
    return id if 0 < size <= _LONGEST_ID and id.isprintable() else f"sha256:{_digest(id)}"


def fit(text: str) -> str:
    """A word or value as the server can hold it: a very long one ends in the digest of the whole."""
    if len(text) <= LONGEST // 4:
        return text
    whole = text.encode("utf-8", "replace")
    return text if len(whole) <= LONGEST else f"{whole[: LONGEST - 80].decode('utf-8', 'ignore')}{HOLE}{_digest(text)}"


def term(word: str) -> str:
    """A word or stem as a position holds it: a stem names its language, which may be written in any way."""
    return fit(word.translate(_APART))


def stems(word: str, languages: Iterable[str]) -> list[str]:
    """What a word is looked up as where stems are: those that it has in the languages."""
    return sorted({term(stem(word, language)) for language in languages})


def is_cut(text: str) -> bool:
    """Whether `fit` left something out."""
    return HOLE in text


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def _fitted(values: Iterable[str]) -> list[str]:
    return sorted(map(fit, values))


class _Laid(NamedTuple):
    """A text as it is sent: its words, its stems, how many positions they have, and the hash of each one's first."""

    words: str
    stems: str
    length: int
    hashes: tuple[int, ...]


_NONE = _Laid(HOLE, HOLE, 0, ())


def _laid_out(values: Sequence[str], language: str) -> list[_Laid]:
    """A field's values."""
    return [
        _joined([part for mixed, line in chunks(value) for part in map(_written(mixed, language).__getitem__, line)])
        for value in values
    ]


def _joined(parts: Iterable[_Laid]) -> _Laid:
    found = [part for part in parts if part.length]
    if not found:
        return _NONE
    words, roots, lengths, hashes = zip(*found, strict=True)
    return _Laid(" ".join(words), " ".join(roots), sum(lengths), tuple(chain.from_iterable(hashes)))


class _Written(dict[str, _Laid]):
    """What stands in a chunk, made when it is asked for; what is short is remembered.

    A dict, for its speed: an article has hundreds of chunks, nearly all of them seen before.
    """

    def __init__(self, mixed: bool, language: str) -> None:
        self._mixed = mixed
        self._language = language

    def __missing__(self, chunk: str) -> _Laid:
        positions = words_at(chunk, self._mixed)
        words = " ".join([ALSO.join(map(term, words)) for words in positions])
        roots = " ".join([self._stems(words) for words in positions])
        found = _Laid(words, roots, len(positions), tuple([word_hash(words[0]) for words in positions]))
        if len(chunk) <= _SHORT:
            if len(self) >= _MOST:
                self.clear()
            self[chunk] = found
        return found

    def _stems(self, words: Sequence[str]) -> str:
        return ALSO.join(dict.fromkeys([term(stem(word, self._language)) for word in words]))


_written = lru_cache(maxsize=64)(_Written)
