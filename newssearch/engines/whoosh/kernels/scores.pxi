# BM25 of documents.

ctypedef fused number:
    uint8_t
    uint16_t
    uint32_t
    int32_t
    int64_t
    double


cdef void _add_lengths(
    const number* lengths, const int64_t* documents, Py_ssize_t count, double fixed, double growing, double* scores
) noexcept nogil:
    cdef Py_ssize_t at
    for at in range(count):
        scores[at] = fixed + growing * lengths[documents[at]]


cdef void _divide(const number* weights, Py_ssize_t count, double factor, double* scores) noexcept nogil:
    cdef Py_ssize_t at
    for at in range(count):
        scores[at] = factor * weights[at] / (weights[at] + scores[at])


cdef cnp.ndarray _plain(cnp.ndarray numbers):
    """Numbers in one of the types that are read as they are."""
    cdef int kind = cnp.PyArray_TYPE(numbers)
    if kind in (cnp.NPY_UINT8, cnp.NPY_UINT16, cnp.NPY_UINT32, cnp.NPY_INT32, cnp.NPY_INT64, cnp.NPY_DOUBLE):
        if cnp.PyArray_IS_C_CONTIGUOUS(numbers) and cnp.PyArray_ISBEHAVED_RO(numbers):
            return numbers
    return cnp.PyArray_Cast(numbers, cnp.NPY_INT64 if cnp.PyArray_ISINTEGER(numbers) else cnp.NPY_DOUBLE)


cdef int _score(
    const int64_t* documents, Py_ssize_t count, const void* weights, int kind, cnp.ndarray lengths, double fixed,
    double growing, double factor, double* scores
) except -1:
    cdef cnp.ndarray plain = _plain(lengths)
    cdef const void* data = cnp.PyArray_DATA(plain)
    cdef uint64_t size = cnp.PyArray_SIZE(plain)
    cdef int of_lengths = cnp.PyArray_TYPE(plain)
    cdef Py_ssize_t at
    for at in range(count):
        if <uint64_t>documents[at] >= size:
            raise IndexError(f"there is no document {documents[at]}")
    if of_lengths == cnp.NPY_UINT8:
        _add_lengths(<const uint8_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_UINT16:
        _add_lengths(<const uint16_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_UINT32:
        _add_lengths(<const uint32_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_INT32:
        _add_lengths(<const int32_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_INT64:
        _add_lengths(<const int64_t*>data, documents, count, fixed, growing, scores)
    else:
        _add_lengths(<const double*>data, documents, count, fixed, growing, scores)
    if weights == NULL:
        for at in range(count):
            scores[at] = factor / (1.0 + scores[at])
    elif kind == cnp.NPY_UINT8:
        _divide(<const uint8_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_UINT16:
        _divide(<const uint16_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_UINT32:
        _divide(<const uint32_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_INT32:
        _divide(<const int32_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_INT64:
        _divide(<const int64_t*>weights, count, factor, scores)
    else:
        _divide(<const double*>weights, count, factor, scores)
    return 0


def score(cnp.ndarray documents, weights, cnp.ndarray lengths not None, double fixed, double growing, double factor):
    cdef const int64_t* own = _int64(documents)
    cdef Py_ssize_t count = cnp.PyArray_SIZE(documents)
    cdef cnp.ndarray made = _new(count, cnp.NPY_DOUBLE), plain = None
    cdef void* data = NULL
    cdef int kind = cnp.NPY_UINT8
    if weights is not None:
        plain = _plain(weights)
        data, kind = cnp.PyArray_DATA(plain), cnp.PyArray_TYPE(plain)
        if cnp.PyArray_SIZE(plain) != count:
            raise ValueError("a weight for each document is wanted")
    _score(own, count, data, kind, lengths, fixed, growing, factor, <double*>cnp.PyArray_DATA(made))
    return made
