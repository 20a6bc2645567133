"""The sketches of a batch's articles: of the words of their bodies, each at its first of several at a position."""

import numpy as np

from newssearch.engines.whoosh.arrays import Int64Array, Uint32Array
from newssearch.engines.whoosh.columnar.batch import Batch
from newssearch.engines.whoosh.columnar.layout import PLACED
from newssearch.engines.whoosh.columnar.tokens import Values
from newssearch.similar.sketches import Sketches, sketches

_BODY = PLACED.index("body")


def sketched(batch: Batch, values: Values, words: Uint32Array, seconds: Int64Array) -> Sketches:
    """The sketches of all articles; `words` are the numbers of all words, `seconds` where further ones stand."""
    hashes = np.frombuffer(batch.vocabulary.hashes, np.uint64)
    found = sketches(np.empty(0, np.uint64), np.zeros(batch.count, np.int64))
    for own, at in values.pieces():
        counted = np.repeat(values.fields[own] == _BODY, values.words[own])
        low, high = np.searchsorted(seconds, (at.start, at.stop))
        counted[seconds[low:high] - at.start] = False
        bodies = np.flatnonzero(values.fields[own] == _BODY)
        owners = np.repeat(np.arange(own.stop - own.start), values.words[own])
        sizes = np.bincount(owners[counted], minlength=own.stop - own.start)[bodies]
        some = sketches(hashes[words[at][counted]], sizes)
        documents = values.documents[own][bodies]
        for name in Sketches._fields:
            getattr(found, name)[documents] = getattr(some, name)
    return found
