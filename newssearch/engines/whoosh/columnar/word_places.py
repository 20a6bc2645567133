"""Where the words and stems of a segment stand, in NumPy."""

from typing import TYPE_CHECKING

import numpy as np

from newssearch.engines.entry import STEM_ENDING
from newssearch.engines.whoosh.arrays import Int64Array, array_of, distinct
from newssearch.engines.whoosh.columnar.layout import word_bytes
from newssearch.engines.whoosh.kernels import PostingList

if TYPE_CHECKING:
    from newssearch.engines.whoosh.columnar.segment import ColumnarSegment

_NONE = np.empty(0, np.int64)


def places_of(segment: "ColumnarSegment", field: str, word: str) -> Int64Array:
    """Every place of a word or stem, ascending, as document << 32 | position."""
    if field.endswith(STEM_ENDING):
        return _places_of_stem(segment, field.removesuffix(STEM_ENDING), word)
    found = segment.words_file.find_in(field, word_bytes(word))
    return _NONE if found is None else _keys(segment, field, found)


def _keys(segment: "ColumnarSegment", field: str, found: PostingList) -> Int64Array:
    places = array_of(found.read()[0])
    documents = array_of(segment.documents.at(field, places))
    starts = array_of(segment.documents.starts(field))
    keys: Int64Array = documents << 32 | (places - starts[documents])
    return keys


def _places_of_stem(segment: "ColumnarSegment", field: str, stem: str) -> Int64Array:
    """The places of all words of a stem, each in the documents of the language in which that is its stem."""
    number = segment.stems_file.number(word_bytes(stem))
    if number is None:
        return _NONE
    file = segment.stems_file.file
    first, last = file.pair("root_ends", number)
    found = [_NONE]
    words, languages = file.row("root_words", first, last), file.row("root_languages", first, last)
    for word, language in zip(words.tolist(), languages.tolist(), strict=True):
        places = dict(segment.words_file.lists_of(word)).get(field)
        if places is not None:
            keys = _keys(segment, field, places)
            if len(segment.documents.languages) > 1:
                keys = keys[array_of(segment.documents.column("languages"))[keys >> 32] == language]
            found.append(keys)
    return distinct(np.concatenate(found))
