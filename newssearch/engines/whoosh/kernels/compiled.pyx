# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The loops, compiled: what each promises is said where it is done in NumPy, and tests hold both to the same answers.

Nothing here trusts a number: what is used as a place in memory is compared with its bounds
first, so forged bytes give an error or a wrong answer and nothing worse. Postings in files
are little-endian and lie anywhere, so they are put together of bytes, which compilers know
to be one load. What may run Python, where another thread may come by, comes before the loops.
"""

from libc.stdint cimport int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memcpy, memset

cdef extern from *:
    """
    #if defined(_MSC_VER)
    #include <intrin.h>
    static inline int lowest_bit(unsigned long long bits) {
        unsigned long at; _BitScanForward64(&at, bits); return (int)at;
    }
    #else
    static inline int lowest_bit(unsigned long long bits) { return __builtin_ctzll(bits); }
    #endif
    #include <stdlib.h>
    static void free_a_large_block(void) {
        void *volatile block = malloc(16 << 20);  /* volatile: a compiler may leave out what nobody uses */
        free(block);
    }
    """
    int lowest_bit(unsigned long long bits) noexcept nogil
    void free_a_large_block()

include "scratch.pxi"
include "memory.pxi"
include "rows.pxi"
include "scores.pxi"
include "documents.pxi"
include "best.pxi"
include "texts.pxi"
include "posting_list.pxi"
include "term_table.pxi"
include "fields.pxi"
