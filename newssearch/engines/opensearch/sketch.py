"""An article's sketch (see `newssearch.similar`) as its document has it."""

import base64
from collections.abc import Sequence

import numpy as np

from newssearch.similar.sketches import FEW, SHINGLES, Sketches, sketches

_ROW = np.dtype([("words", "<u4"), ("shingles", "<u4", SHINGLES), ("leads", "<u2", FEW), ("numbers", "<u2", FEW)])


def packed(hashes: Sequence[int]) -> str:
    """The sketch of an article of whose words these are the hashes."""
    row = np.zeros(1, _ROW)
    sketch = sketches(np.array(hashes, np.uint64), np.array([len(hashes)]))
    for name, column in zip(Sketches._fields, sketch, strict=True):
        row[name] = column
    return base64.b64encode(row.tobytes()).decode()


def unpacked(texts: list[str]) -> Sketches:
    """The sketches of so many articles."""
    rows = np.frombuffer(base64.b64decode("".join(texts)), _ROW)
    return Sketches(*(rows[name] for name in Sketches._fields))
