"""Which loops run: the compiled ones, where a C compiler was there when newssearch was installed, else Python's.

A package of loops has each of them twice, with the same answers: in Python or NumPy, which says what they
promise, and in its module `compiled`, in Cython. ``NEWSSEARCH_LOOPS=numpy`` chooses the first.
"""

import os
from importlib.util import find_spec

from newssearch.errors import UsageError


def are_compiled(package: str) -> bool:
    """Whether the compiled loops of a package are to be used.

    Raises `UsageError` where ``NEWSSEARCH_LOOPS`` chooses what there is not.
    """
    wanted = os.environ.get("NEWSSEARCH_LOOPS", "")
    if wanted not in {"", "compiled", "numpy"}:
        raise UsageError(f"NEWSSEARCH_LOOPS is {wanted!r}: choose compiled or numpy")
    there = wanted != "numpy" and find_spec(f"{package}.compiled") is not None
    if wanted == "compiled" and not there:
        raise UsageError("NEWSSEARCH_LOOPS is 'compiled', and no loops were compiled: install again with a C compiler")
    return there
