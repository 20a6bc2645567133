"""All loops of building, in NumPy and Python: what each promises, and what runs where they were not compiled."""

from newssearch.engines.whoosh.columnar.kernels.chunk_table import ChunkTable, number_chunks
from newssearch.engines.whoosh.columnar.kernels.encoding import encode
from newssearch.engines.whoosh.columnar.kernels.spreading import spread_out
from newssearch.engines.whoosh.columnar.kernels.turning import turned_over

__all__ = ["ChunkTable", "encode", "number_chunks", "spread_out", "turned_over"]
