"""Checking all of a segment of the stock codec."""

from collections.abc import Iterator

import numpy as np

from newssearch.article import Article
from newssearch.engines.entry import POSITIONAL
from newssearch.engines.whoosh.w3.postings import occurrences
from newssearch.engines.whoosh.w3.segment import StockSegment


def check_files(segment: StockSegment) -> Iterator[str]:
    """Read every posting. Raises odd errors; there is nothing else to tell."""
    for field, _, term in segment.terms:
        positional = field in POSITIONAL
        postings = segment.read(term, positions=positional)
        if positional:
            occurrences(postings)
        if term.weight != np.float32(postings.frequencies.sum(dtype=np.float64)):
            raise ValueError("a term's total is not that of its postings")
    segment.sketches()
    yield from ()


def check_article(segment: StockSegment, document: int, article: Article) -> Iterator[str]:
    """A line where Whoosh's own hits would carry another id or headline than the article has."""
    if segment.stored(document) != {"id": article.id, "headline": article.headline}:
        yield f"article {article.id!r} is stored for Whoosh otherwise than it is"
