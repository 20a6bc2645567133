# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The loops of building, compiled: what each promises is said where it is done in NumPy or Python.

Nothing here trusts a number: what is used as a place in memory is compared with its bounds first.
"""

from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, realloc
from libc.string cimport memcpy, memset

cimport numpy as cnp

from newssearch.engines.whoosh.columnar.lists import Encoded as _Encoded

cnp.import_array()

cdef enum:
    STRIDE = 256  # as in `columnar.lists`

include "../../kernels/scratch.pxi"
include "memory.pxi"
include "chunks.pxi"
include "spreading.pxi"
include "inversion.pxi"
include "encoding.pxi"
