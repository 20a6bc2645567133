"""What is done for each posting: compiled, where a C compiler was there when newssearch was installed, else in NumPy.

Both give the same answers (tests/test_kernels.py); `compiled` is in Cython and does not wait
for an interpreter between two arrays. ``NEWSSEARCH_LOOPS=numpy`` chooses the other.
"""

import os
from importlib.util import find_spec

from newssearch.errors import UsageError

LOOPS = os.environ.get("NEWSSEARCH_LOOPS") or ("compiled" if find_spec(f"{__name__}.compiled") else "numpy")
"""Which of the two run."""

if LOOPS == "compiled":
    from newssearch.engines.whoosh.kernels.compiled import *  # noqa: F403 - what is there says `in_numpy`
elif LOOPS == "numpy":
    from newssearch.engines.whoosh.kernels.in_numpy import *  # noqa: F403
else:
    raise UsageError(f"NEWSSEARCH_LOOPS is {LOOPS!r}: choose compiled or numpy")
