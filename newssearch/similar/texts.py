"""The sketch of one text."""

import numpy as np

from newssearch.analysis import tokens
from newssearch.similar.sketches import Sketches, sketches, word_hash


def of_text(text: str) -> Sketches:
    """The sketch of a body, of the first word at each of its positions: the same that engines make of many at once.

    >>> int(of_text("Oil fell to 61.5 dollars on Friday").words[0])
    7
    """
    hashes = [word_hash(token.words[0]) for token in tokens(text)]
    return sketches(np.array(hashes, np.uint64), np.array([len(hashes)]))
