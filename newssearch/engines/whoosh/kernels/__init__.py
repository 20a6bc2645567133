"""What is done for each posting: compiled, or in NumPy (see `newssearch.loops`).

Both give the same answers (tests/test_kernels.py); `compiled` is in Cython, does not wait for an interpreter between
two rows, and is what needs no NumPy.
"""

from typing import TYPE_CHECKING

from newssearch.loops import are_compiled

LOOPS = "compiled" if are_compiled(__name__) else "numpy"
"""Which of the two run."""

if TYPE_CHECKING or LOOPS == "compiled":
    from newssearch.engines.whoosh.kernels.compiled import *  # noqa: F403 - what is there says `in_numpy`
else:
    from newssearch.engines.whoosh.kernels.in_numpy import *  # noqa: F403
