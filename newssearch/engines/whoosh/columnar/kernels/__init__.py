"""What is done for each chunk, word and posting of a segment in the making: compiled, or in NumPy (see `loops`)."""

from newssearch.loops import are_compiled

if are_compiled(__name__):
    from newssearch.engines.whoosh.columnar.kernels.compiled import *  # noqa: F403 - what is there says `in_numpy`
else:
    from newssearch.engines.whoosh.columnar.kernels.in_numpy import *  # noqa: F403
