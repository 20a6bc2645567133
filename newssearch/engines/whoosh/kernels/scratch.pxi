# Memory that is kept from one call to the next: fresh pages cost more than what is done in them.
#
# It is one for all threads. So between the first use of it and the last, a function runs nothing that may run
# Python: what may (the check of a file, a source that is no list) is done before, and errors are raised after; and
# what is made of the numbers is an object that is not collected, or is made while nothing is.

from libc.stdlib cimport free, malloc

cdef struct Scratch:
    void* memory
    size_t size

cdef enum:
    MOST_KEPT = 1 << 24  # bytes of each


cdef void* _room(Scratch* scratch, Py_ssize_t items, size_t each) except NULL:
    """Room for so many items, in place of what stood there."""
    cdef size_t size = (<size_t>items + 1) * each
    cdef void* memory
    if items >> 56:  # below none, or so many that their size is not a number
        raise MemoryError
    if size > scratch.size or scratch.size > MOST_KEPT:
        memory = malloc(size)
        if memory == NULL:
            raise MemoryError
        free(scratch.memory)
        scratch.memory, scratch.size = memory, size
    return scratch.memory
