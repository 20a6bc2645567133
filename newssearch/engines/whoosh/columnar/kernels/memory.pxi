# NumPy's arrays, and the memory that is kept from one call to the next.

cdef Scratch _numbers, _items, _standing, _shapes


cdef void _let_go(Scratch* scratch) noexcept:
    """Give back what is too much to be kept: for what is large, and seldom asked for."""
    if scratch.size > MOST_KEPT:
        free(scratch.memory)
        scratch.memory, scratch.size = NULL, 0


cdef cnp.ndarray _new(Py_ssize_t count, int kind):
    cdef cnp.npy_intp size = count
    return cnp.PyArray_EMPTY(1, &size, kind, 0)


cdef const int64_t* _int64(cnp.ndarray numbers) except? NULL:
    if numbers is None or cnp.PyArray_TYPE(numbers) != cnp.NPY_INT64 or not cnp.PyArray_ISCARRAY_RO(numbers):
        raise TypeError("int64, one behind the other, are wanted")
    return <const int64_t*>cnp.PyArray_DATA(numbers)


cdef const uint8_t* _bytes(cnp.ndarray data) except? NULL:
    if data is None or cnp.PyArray_TYPE(data) != cnp.NPY_UINT8 or not cnp.PyArray_IS_C_CONTIGUOUS(data):
        raise TypeError("bytes are wanted")
    return <const uint8_t*>cnp.PyArray_DATA(data)


cdef const uint32_t* _uint32(cnp.ndarray numbers) except? NULL:
    if numbers is None or cnp.PyArray_TYPE(numbers) != cnp.NPY_UINT32 or not cnp.PyArray_ISCARRAY_RO(numbers):
        raise TypeError("uint32, one behind the other, are wanted")
    return <const uint32_t*>cnp.PyArray_DATA(numbers)
