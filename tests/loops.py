"""The loops over postings, compiled and in NumPy: what is tested of one is tested of both."""

import pytest

from newssearch.engines.whoosh.kernels import in_numpy

try:
    from newssearch.engines.whoosh.kernels import compiled
except ModuleNotFoundError:
    compiled = None

needs_compiled = pytest.mark.skipif(compiled is None, reason="no C compiler was there")
BOTH = [
    pytest.param(in_numpy, id="numpy"),
    pytest.param(compiled, id="compiled", marks=needs_compiled),
]

both = pytest.mark.parametrize("loops", BOTH)
