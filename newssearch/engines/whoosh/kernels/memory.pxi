# Arrays, and memory that is kept from one call to the next: fresh pages cost more than what is done in them.
#
# The memory is one for all threads. So between the first use of it and the last, a function runs nothing that may run
# Python: what may (the check of a file, a source that is no list) is done before, and errors are raised after.

cdef struct Scratch:
    void* memory
    size_t size

cdef Scratch _numbers, _items, _standing, _shapes, _kept_weights, _scores, _shifted, _totals, _heap, _marks

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


cdef void _let_go(Scratch* scratch) noexcept:
    """Give back what is too much to be kept: for what is large, and seldom asked for."""
    if scratch.size > MOST_KEPT:
        free(scratch.memory)
        scratch.memory, scratch.size = NULL, 0


cdef cnp.ndarray _new(Py_ssize_t count, int kind):
    cdef cnp.npy_intp size = count
    return cnp.PyArray_EMPTY(1, &size, kind, 0)


cdef cnp.ndarray _copied(const void* items, Py_ssize_t count, int kind):
    cdef cnp.ndarray made = _new(count, kind)
    memcpy(cnp.PyArray_DATA(made), items, count * cnp.PyArray_ITEMSIZE(made))
    return made


cdef const int64_t* _int64(cnp.ndarray numbers) except? NULL:
    if numbers is None or cnp.PyArray_TYPE(numbers) != cnp.NPY_INT64 or not cnp.PyArray_ISCARRAY_RO(numbers):
        raise TypeError("int64, one behind the other, are wanted")
    return <const int64_t*>cnp.PyArray_DATA(numbers)


cdef const double* _doubles(cnp.ndarray numbers) except? NULL:
    if numbers is None or cnp.PyArray_TYPE(numbers) != cnp.NPY_DOUBLE or not cnp.PyArray_ISCARRAY_RO(numbers):
        raise TypeError("float64, one behind the other, are wanted")
    return <const double*>cnp.PyArray_DATA(numbers)


cdef const uint8_t* _bytes(cnp.ndarray data) except? NULL:
    if data is None or cnp.PyArray_TYPE(data) != cnp.NPY_UINT8 or not cnp.PyArray_IS_C_CONTIGUOUS(data):
        raise TypeError("bytes are wanted")
    return <const uint8_t*>cnp.PyArray_DATA(data)


cdef const uint8_t* _flags(cnp.ndarray data) except? NULL:
    if data is None or cnp.PyArray_TYPE(data) != cnp.NPY_BOOL or not cnp.PyArray_IS_C_CONTIGUOUS(data):
        raise TypeError("flags are wanted")
    return <const uint8_t*>cnp.PyArray_DATA(data)


cdef const uint32_t* _uint32(cnp.ndarray numbers) except? NULL:
    if numbers is None or cnp.PyArray_TYPE(numbers) != cnp.NPY_UINT32 or not cnp.PyArray_ISCARRAY_RO(numbers):
        raise TypeError("uint32, one behind the other, are wanted")
    return <const uint32_t*>cnp.PyArray_DATA(numbers)
