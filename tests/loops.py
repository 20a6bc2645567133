"""The loops over postings, compiled and in NumPy: what is tested of one is tested of both."""

from types import ModuleType

import pytest

from newssearch.engines.whoosh import kernels
from newssearch.engines.whoosh.kernels import chunk_table, plain, turning
from newssearch.engines.whoosh.kernels.posting_list import PostingList
from newssearch.engines.whoosh.kernels.term_table import TermTable
from newssearch.engines.whoosh.kernels.texts import Texts

NUMPY = ModuleType("numpy loops")
for name in kernels.__all__:
    setattr(NUMPY, name, getattr(plain, name, None))
NUMPY.PostingList, NUMPY.TermTable, NUMPY.Texts = PostingList, TermTable, Texts
NUMPY.ChunkTable, NUMPY.number_chunks = chunk_table.ChunkTable, chunk_table.number_chunks
NUMPY.turned_over = turning.turned_over

try:
    from newssearch.engines.whoosh.kernels import compiled
except ImportError:
    compiled = None

BOTH = [
    pytest.param(NUMPY, id="numpy"),
    pytest.param(compiled, id="compiled", marks=pytest.mark.skipif(compiled is None, reason="no C compiler was there")),
]
