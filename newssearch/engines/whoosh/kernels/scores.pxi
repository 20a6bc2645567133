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


cdef cnp.ndarray _readable(cnp.ndarray numbers):
    """Numbers in one of the types that are read as they are."""
    if numbers is None:
        raise TypeError("numbers are wanted")
    cdef int kind = cnp.PyArray_TYPE(numbers)
    if kind in (cnp.NPY_UINT8, cnp.NPY_UINT16, cnp.NPY_UINT32, cnp.NPY_INT32, cnp.NPY_INT64, cnp.NPY_DOUBLE):
        if cnp.PyArray_IS_C_CONTIGUOUS(numbers) and cnp.PyArray_ISBEHAVED_RO(numbers):
            return numbers
    return cnp.PyArray_Cast(numbers, cnp.NPY_INT64 if cnp.PyArray_ISINTEGER(numbers) else cnp.NPY_DOUBLE)


cdef struct Lengths:
    const void* data
    int kind
    Py_ssize_t count
    double fixed
    double growing


cdef void _score(
    const int64_t* documents, Py_ssize_t count, const void* weights, int kind, const Lengths* lengths, double factor,
    double* scores
) noexcept nogil:
    """See `plain.score`; each document has a length."""
    cdef Py_ssize_t at
    if lengths.kind == cnp.NPY_UINT8:
        _add_lengths(<const uint8_t*>lengths.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.kind == cnp.NPY_UINT16:
        _add_lengths(<const uint16_t*>lengths.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.kind == cnp.NPY_UINT32:
        _add_lengths(<const uint32_t*>lengths.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.kind == cnp.NPY_INT32:
        _add_lengths(<const int32_t*>lengths.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.kind == cnp.NPY_INT64:
        _add_lengths(<const int64_t*>lengths.data, documents, count, lengths.fixed, lengths.growing, scores)
    else:
        _add_lengths(<const double*>lengths.data, documents, count, lengths.fixed, lengths.growing, scores)
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


def score(cnp.ndarray documents, weights, cnp.ndarray lengths not None, double fixed, double growing, double factor):
    cdef const int64_t* own = _int64(documents)
    cdef Py_ssize_t at, count = cnp.PyArray_SIZE(documents)
    cdef cnp.ndarray made = _new(count, cnp.NPY_DOUBLE), own_lengths = _readable(lengths), own_weights = None
    cdef Lengths of = Lengths(
        cnp.PyArray_DATA(own_lengths), cnp.PyArray_TYPE(own_lengths), cnp.PyArray_SIZE(own_lengths), fixed, growing
    )
    cdef void* data = NULL
    cdef int kind = cnp.NPY_UINT8
    for at in range(count):
        if <uint64_t>own[at] >= <uint64_t>of.count:
            raise IndexError("there is no such document")
    if weights is not None:
        own_weights = _readable(weights)
        data, kind = cnp.PyArray_DATA(own_weights), cnp.PyArray_TYPE(own_weights)
        if cnp.PyArray_SIZE(own_weights) != count:
            raise ValueError("a weight for each document is wanted")
    _score(own, count, data, kind, &of, factor, <double*>cnp.PyArray_DATA(made))
    return made
