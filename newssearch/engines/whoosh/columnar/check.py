"""Checking all of a columnar segment: all that its readers rely on, and that it says of an article what that does."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from newssearch.analysis import stem_language
from newssearch.article import Article
from newssearch.engines.entry import COLUMNS, KEYS, times
from newssearch.engines.whoosh.arrays import Int64Array, array_of
from newssearch.engines.whoosh.columnar.articles import Articles
from newssearch.engines.whoosh.columnar.blocks import BlockFile
from newssearch.engines.whoosh.columnar.documents_writer import Extents
from newssearch.engines.whoosh.columnar.kernels import encode
from newssearch.engines.whoosh.columnar.layout import (
    ARTICLES_FILE,
    DOCUMENTS_FILE,
    KEYS_FILE,
    PLACED,
    STEMMED,
    STEMS_FILE,
    WORDS_FILE,
)
from newssearch.engines.whoosh.columnar.lists import Lists
from newssearch.engines.whoosh.columnar.output import impacts_of
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.columnar.postings_writer import Terms
from newssearch.engines.whoosh.columnar.ranges import roots_of, term_lists
from newssearch.engines.whoosh.columnar.segment import ColumnarSegment
from newssearch.engines.whoosh.damage import DamagedFile, reading_file
from newssearch.engines.whoosh.storage import SKETCHES_FILE

_SLICE = 1 << 22
"""Bytes of lists that are decoded at a time, about."""


def check_files(segment: ColumnarSegment) -> Iterator[str]:
    """A line for each file that is wrong, with the first thing that is: every byte and every number is read."""
    for ending, check in _CHECKS.items():
        name = segment.info.file(ending)
        try:
            with reading_file(name):
                check(segment)
        except DamagedFile as error:
            yield str(error)


def check_article(segment: ColumnarSegment, document: int, article: Article) -> Iterator[str]:
    """A line for each column that says of a document other than its article does."""
    documents = segment.documents
    name = documents.file.name
    if segment.id(document) != article.id:
        yield f"{name}: the id of article {article.id!r} is another"
    held = tuple(documents.file.item(column, document) for column in COLUMNS)
    if held != times(article.published):
        yield f"{name}: the date of article {article.id!r} is another"
    if documents.languages[documents.file.item("languages", document)] != stem_language(article.language):
        yield f"{name}: the language of article {article.id!r} is another"


def _check_documents(segment: ColumnarSegment) -> None:
    documents = segment.documents
    file = documents.file
    file.check_all()
    _check_ends(file, "id_ends", file.length("ids"))
    for id in documents.ids():
        id.decode("utf-8", "surrogatepass")
    names, used = documents.languages, np.unique(array_of(documents.column("languages"))).tolist()
    _require(file, names == sorted(set(names)) and used == list(range(len(names))), "languages that are not used")
    for field in PLACED:
        starts, lengths = (
            array_of(documents.starts(field)).astype(np.int64),
            array_of(documents.lengths(field)).astype(np.int64),
        )
        _require(file, starts[0] == 0 and bool((np.diff(starts) > lengths).all()), f"texts of {field!r} that overlap")
        total = int(lengths.sum())
        _require(file, total == documents.totals[field], f"a total of {field!r} that is not that of its lengths")
        _require(file, total == segment.info.lengths[field], f"a total of {field!r} that the manifest denies")


def _check_articles(segment: ColumnarSegment) -> None:
    articles: Articles = segment.articles
    file = articles.file
    file.check_all()
    _check_ends(file, "ends", file.length("data"))
    _check_ends(file, "dictionary_ends", file.length("dictionaries"))
    dictionaries = articles.dictionaries()
    groups = file.array("groups").reshape(-1, 2).astype(np.int64)
    first, dictionary = groups.T
    sound = len(groups) and first[0] == 0 and first[-1] < segment.count and dictionary.max() <= len(dictionaries)
    _require(file, bool(sound) and bool((np.diff(first) > 0).all()), "groups of articles that cannot be")


def _check_words(segment: ColumnarSegment) -> None:
    file = segment.words_file
    starts = [array_of(segment.documents.starts(field)).astype(np.int64) for field in PLACED]
    for terms, lists in _checked(file, PLACED):
        field_of = np.repeat(terms.fields, terms.counts)
        for field, own in enumerate(starts):
            places = lists.values[field_of == field]
            after = own[np.minimum(np.searchsorted(own, places, side="right"), len(own) - 1)]
            _require(file.file, bool((places + 1 < after).all()), f"places of {PLACED[field]!r} that are in no text")
        _check_encoding(file, terms, lists, None)


def _check_stems(segment: ColumnarSegment) -> None:
    file, count = segment.stems_file, segment.count
    texts = Extents([], [array_of(segment.documents.lengths(field)).astype(np.int64) for field in STEMMED])
    for terms, lists in _checked(file, STEMMED):
        _require(file.file, int(lists.values.max(initial=-1)) < count, "documents that are not there")
        _check_encoding(file, terms, lists, impacts_of(terms, lists, texts, file.averages))
    roots = file.file.length("root_words")
    file.file.expect(root_ends=file.terms + 1, root_languages=roots)
    _check_ends(file.file, "root_ends", roots)
    stems, words, languages = rows = roots_of(segment.stems_file).T
    ascending = np.lexsort(rows[::-1]).tolist() == list(range(roots))
    names = segment.documents.languages
    inside = not roots or (words.max() < segment.words_file.terms and languages.max() < len(names))
    whole = len(np.unique(stems)) == file.terms and len(np.unique(rows, axis=1).T) == roots
    _require(file.file, ascending and bool(inside) and whole, "roots of stems that cannot be")


def _check_keys(segment: ColumnarSegment) -> None:
    file, count = segment.keys_file, segment.count
    for terms, lists in _checked(file, KEYS):
        _require(file.file, int(lists.values.max(initial=-1)) < count, "documents that are not there")
        _require(file.file, lists.weights is None, "weights of keys")
        _check_encoding(file, terms, lists, None)


def _checked(file: PostingsFile, fields: tuple[str, ...]) -> Iterator[tuple[Terms, Lists]]:
    """All terms and lists, some at a time, and what is to be said of those of any file."""
    own = file.file
    own.check_all()
    _require(own, file.fields == list(fields), "fields of another index")
    _check_ends(own, "text_ends", own.length("texts"))
    _check_ends(own, "list_ends", file.lists)
    _check_ends(own, "data_ends", own.length("data"))
    before = None
    first = 0
    while first < file.terms:
        last = max(first + 1, file.within(first, _SLICE))
        terms, lists = term_lists(file, first, last)
        texts = terms.texts if before is None else [before, *terms.texts]
        _require(own, all(text < after for text, after in pairwise(texts)), "terms out of order")
        b"\n".join(texts).decode()
        ends = np.cumsum(terms.lists_each)
        list_starts = np.zeros(len(terms.fields), np.bool_)
        list_starts[ends[:-1]] = True
        _require(own, _ascending(terms.fields.astype(np.int64), list_starts), "a term's fields out of order")
        _require(own, int(terms.counts.min()) > 0, "an empty list")
        value_starts = np.zeros(len(lists.values), np.bool_)
        value_starts[lists.ends[:-1]] = True
        _require(own, _ascending(lists.values, value_starts), "a list out of order")
        _require(own, lists.weights is None or int(lists.weights.min()) > 0, "a weight of nothing")
        yield terms, lists
        before, first = terms.texts[-1], last


def _check_encoding(file: PostingsFile, terms: Terms, lists: Lists, impacts: Int64Array | None) -> None:
    """There is one way to encode a list: its index and impacts are right if its bytes are those."""
    encoded = encode(lists, impacts)
    first = file.seek(terms.texts[0])
    start = file.file.item("data_ends", file.file.item("list_ends", first))
    held = file.file.array("data", start, start + len(encoded.data))
    _require(file.file, np.array_equal(held, encoded.data), "a list that is encoded otherwise than it is written")


def _check_sketches(segment: ColumnarSegment) -> None:
    segment.sketches_file.check_all()
    bodies = array_of(segment.documents.lengths("body"))
    _require(segment.sketches_file, np.array_equal(segment.sketches().words, bodies), "sketches of other texts")


def _check_ends(file: BlockFile, name: str, size: int) -> None:
    ends = file.array(name).astype(np.int64)
    sound = len(ends) and ends[0] == 0 and ends[-1] == size and (np.diff(ends) >= 0).all()
    _require(file, bool(sound), f"{name!r} out of order")


def _ascending(numbers: Int64Array, starts: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> bool:
    """Whether each number is greater than the one before, but for those that start anew."""
    return bool((starts[1:] | (np.diff(numbers) > 0)).all())


def _require(file: BlockFile, sound: bool, otherwise: str) -> None:
    if not sound:
        raise file.wrong(otherwise)


_CHECKS: dict[str, Callable[[ColumnarSegment], None]] = {
    DOCUMENTS_FILE: _check_documents,
    ARTICLES_FILE: _check_articles,
    WORDS_FILE: _check_words,
    STEMS_FILE: _check_stems,
    KEYS_FILE: _check_keys,
    SKETCHES_FILE: _check_sketches,
}
