"""The loops over postings, of asking and of building, compiled and in NumPy: what is tested of one is tested of both."""

import pytest

from newssearch.engines.whoosh.columnar.kernels import in_numpy as building_in_numpy
from newssearch.engines.whoosh.kernels import in_numpy

try:
    from newssearch.engines.whoosh.columnar.kernels import compiled as compiled_building
    from newssearch.engines.whoosh.kernels import compiled
except ImportError:
    compiled = compiled_building = None

try:
    from newssearch.analysis.surface import compiled as compiled_surface
except ImportError:
    compiled_surface = None

needs_compiled_surface = pytest.mark.skipif(compiled_surface is None, reason="no C compiler was there")
needs_compiled = pytest.mark.skipif(compiled is None, reason="no C compiler was there")
BOTH = [
    pytest.param(in_numpy, id="numpy"),
    pytest.param(compiled, id="compiled", marks=needs_compiled),
]

BOTH_OF_BUILDING = [
    pytest.param(building_in_numpy, id="numpy"),
    pytest.param(compiled_building, id="compiled", marks=needs_compiled),
]

both_of_building = pytest.mark.parametrize("loops", BOTH_OF_BUILDING)
both = pytest.mark.parametrize("loops", BOTH)
