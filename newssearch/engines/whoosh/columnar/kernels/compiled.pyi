# What each promises is said where it is done in NumPy.

from newssearch.engines.whoosh.columnar.kernels.in_numpy import *  # noqa: F403
