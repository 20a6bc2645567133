"""An article as it goes into an index: its words and their positions, its keys and columns.

This is all that the index knows of an article but for the record, from which it is given
back whole. The names of fields are those of the query language.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from newssearch import byline
from newssearch.analysis import laid_out, stem, stem_language
from newssearch.article import Article, content_digest
from newssearch.digests import sha256
from newssearch.errors import UsageError
from newssearch.moment import Moment
from newssearch.query.fields import DEFAULTS, EXACT, VALUES, WORDS, facet_values, keys, present, texts

ANALYSIS = 2
"""The rules that made the words; queries of other rules would miss them."""

TEXTS = tuple(DEFAULTS)
"""Fields of words that have a stem view (`stemmed`) beside them."""

NAMES = "names"
"""The keys of the authors' names; the position is the author's index."""

HAS = "has"
"""The names of the fields in which the article has a value."""

FACETED = "facets"
"""What the article is counted under: see `facet`."""

SEPARATOR = "\x1f"

KEYS = (*EXACT, HAS, FACETED)
"""Fields of whole values."""

COLUMNS = ("day", "first", "last")
"""Numbers, one an article: the local day as an ordinal (0: none), and the span in microseconds since 1970."""

NO_TIME = -(2**63)
"""The `first` and `last` of an article without a date."""

LARGEST_RECORD = 1 << 28
"""Bytes of what is stored of an article; more is a bomb, and no article."""

_BEGINNING = b'{"article":'
_DECODER = json.JSONDecoder()
_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


STEM_ENDING = "_stem"


def stemmed(field: str) -> str:
    """The name of a text field's stem view.

    >>> stemmed("body")
    'body_stem'
    """
    return f"{field}{STEM_ENDING}"


POSITIONAL = (*TEXTS, *map(stemmed, TEXTS), *WORDS, NAMES)
"""Every field whose terms have positions."""


class Entry(NamedTuple):
    """What is written for one article.

    `words` maps a field to its words and each word to its ascending positions; `lengths`
    counts a field's positions, which is what BM25 calls its length; `record` is JSON;
    `number` is the `content_number`.
    """

    words: Mapping[str, Mapping[str, Sequence[int]]]
    lengths: Mapping[str, int]
    keys: Mapping[str, frozenset[str]]
    day: int
    first: int
    last: int
    record: bytes
    stored: Mapping[str, str]
    language: str
    number: int


def entry(article: Article, versions: Sequence[Article] = ()) -> Entry:
    """The entry of an article; `versions` are its earlier ones, newest first: kept, and not searched."""
    language = stem_language(article.language)
    words: dict[str, Mapping[str, Sequence[int]]] = {NAMES: _names(article)}
    lengths = {NAMES: len(article.authors)}
    for field in (*TEXTS, *WORDS):
        positions, lengths[field] = _positions(texts(article, field))
        words[field] = positions
        if field in TEXTS:
            words[stemmed(field)], lengths[stemmed(field)] = _stems(positions, language), lengths[field]
    day, first, last = times(article.published)
    text, number = record(article, versions)
    return Entry(
        words=words,
        lengths=lengths,
        keys={field: keys(article, field) for field in EXACT} | {HAS: present(article), FACETED: facets(article)},
        day=day,
        first=first,
        last=last,
        record=text,
        stored={"id": article.id, "headline": article.headline},
        language=language,
        number=number,
    )


def content_number(article: Article) -> int:
    """A number of 256 bits for an article's id and content; an archive's digest is the sum of them."""
    return _number(article.id, article.content_digest())


def mark(number: int) -> bytes:
    """As much of a `content_number` as tells a damaged record from a sound one."""
    return b"%016x" % (number >> 192)


def _number(id: str, digest: str) -> int:
    text = f"{id}\0{digest}"
    return int.from_bytes(sha256(text.encode("utf-8", "backslashreplace")), "big")


def facet(name: str, value: str) -> str:
    r"""The term of a facet's value.

    >>> facet("source", "Reuters")
    'source\x1fReuters'
    """
    return f"{name}{SEPARATOR}{value}"


def microseconds(moment: datetime) -> int:
    """A moment as the columns have it.

    >>> microseconds(datetime(1970, 1, 2, tzinfo=UTC))
    86400000000
    """
    return (moment - _EPOCH) // _MICROSECOND


def _positions(values: Sequence[str]) -> tuple[dict[str, list[int]], int]:
    """The positions of each word of a field's values, and how many positions there are."""
    found: dict[str, list[int]] = {}
    length = 0
    for start, tokens in laid_out(values):
        length += len(tokens)
        for position, token in enumerate(tokens, start):
            for word in token.words:
                found.setdefault(word, []).append(position)
    return found, length


def _stems(words: Mapping[str, list[int]], language: str) -> dict[str, list[int]]:
    """The same positions by stem; words of one stem at one position count once."""
    found: dict[str, list[int]] = {}
    for word, positions in words.items():
        root = stem(word, language)
        found[root] = sorted({*found[root], *positions}) if root in found else positions
    return found


def _names(article: Article) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, author in enumerate(article.authors):
        for key in byline.keys(author.name):
            found.setdefault(key, []).append(index)
    return found


def facets(article: Article) -> frozenset[str]:
    """The terms of everything that an article is counted under."""
    return frozenset(facet(name, value) for name in VALUES for value in facet_values(article, name))


def times(moment: Moment | None) -> tuple[int, int, int]:
    """The columns `day`, `first` and `last` of a moment."""
    if moment is None:
        return 0, NO_TIME, NO_TIME
    first, last = map(microseconds, moment.span)
    return moment.day.toordinal(), first, last


def record(article: Article, versions: Sequence[Article] = ()) -> tuple[bytes, int]:
    """What is stored of an article, as JSON, and its number: see `content_number`."""
    text = article.to_json()
    number = _number(article.id, content_digest(text))
    earlier = b",".join(version.to_json() for version in versions)
    whole = b'{"article":%b,"versions":[%b],"digest":"%s"}' % (text, earlier, mark(number))
    if len(whole) > LARGEST_RECORD:
        raise UsageError(
            f"article {article.id!r} and its {len(versions):,} earlier versions take {len(whole):,} bytes, and one"
            f" record holds {LARGEST_RECORD:,}: take it out with `newssearch remove`, or leave its source out"
        )
    return whole, number


def read_record(text: bytes) -> dict[str, Any]:
    """What `record` made, as plain JSON values. Raises `ValueError` or `TypeError` for anything else."""
    whole = text.decode()
    plain, end = _DECODER.raw_decode(whole)  # `loads` looks for an encoding and for white space first
    if end != len(whole):
        raise ValueError("something stands behind a record")
    if not isinstance(plain, dict):
        raise TypeError("a record is no object")
    return plain


def read_article(text: bytes) -> dict[str, Any]:
    """The article of what `record` made, without its earlier versions, however many these are.

    >>> read_article(record(Article(id="x"), [Article(id="x", headline="Oil")] * 3)[0])["headline"]
    ''
    """
    if not text.startswith(_BEGINNING):
        raise ValueError("a record does not begin with an article")
    plain, _ = _DECODER.raw_decode(text.decode(), len(_BEGINNING))
    if not isinstance(plain, dict):
        raise TypeError("an article is no object")
    return plain
