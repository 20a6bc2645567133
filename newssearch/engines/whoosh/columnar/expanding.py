"""The documents of many words at once: what a pattern or a fuzzy word asks a segment for."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from newssearch.engines.whoosh.columnar.layout import PLACED, word_bytes
from newssearch.engines.whoosh.columnar.postings import PostingsFile
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.kernels import counting, row_of
from newssearch.engines.whoosh.rows import Numbers

if TYPE_CHECKING:
    from newssearch.engines.whoosh.columnar.segment import ColumnarSegment


def documents(segment: "ColumnarSegment", fields: Collection[str], shape: Shape) -> dict[str, Numbers]:
    """The documents with a term of a shape, ascending, in each of the fields."""
    files: dict[PostingsFile, list[str]] = {}
    for field in fields:
        files.setdefault(segment.terms_of(field)[0], []).append(field)
    found: dict[str, Numbers] = {}
    for file, own in files.items():
        placed = {field: segment.documents.texts(field) if field in PLACED else None for field in own}
        found.update(file.holders(matching(file, shape), placed, segment.count))
    return found


def matching(file: PostingsFile, shape: Shape) -> Numbers:
    """The numbers of the terms that have a shape."""
    first, last = file.span(word_bytes(shape.prefix))
    numbers = counting(first, last)
    if shape.fits is None or first == last:
        return numbers
    if shape.near is not None:
        from newssearch.engines.whoosh.columnar.spellings import like  # which takes NumPy

        numbers = like(file, first, last, *shape.near)
    fits = shape.fits
    return row_of([number for number in numbers.tolist() if fits(file.text(number).decode())])
