"""An article's sketch (see `newssearch.similar`) as its document has it."""

import base64
from collections.abc import Sequence

import numpy as np

from newssearch.similar.sketches import EMPTY, FEW, SHINGLES, Column, Sketches, sketches

_ROW = np.dtype([("words", "<u4"), ("shingles", "<u4", SHINGLES), ("leads", "<u2", FEW), ("numbers", "<u2", FEW)])


def packed(hashes: Sequence[int]) -> tuple[str, list[int]]:
    """The sketch of an article of whose words these are the hashes, and its shingles, by which it is found."""
    row = np.zeros(1, _ROW)
    sketch = sketches(np.array(hashes, np.uint64), np.array([len(hashes)]))
    for name, column in zip(Sketches._fields, sketch, strict=True):
        row[name] = column
    return base64.b64encode(row.tobytes()).decode(), signed(sketch.shingles[sketch.shingles != EMPTY])


def signed(shingles: Column) -> list[int]:
    """Shingles as the server's integers, which have a sign."""
    found: list[int] = shingles.astype(np.uint32).view(np.int32).tolist()
    return found


def unpacked(texts: Sequence[bytes]) -> Sketches:
    """The sketches of so many articles, each as it was before base64."""
    rows = np.frombuffer(b"".join(texts), _ROW)
    return Sketches(*(rows[name] for name in Sketches._fields))
