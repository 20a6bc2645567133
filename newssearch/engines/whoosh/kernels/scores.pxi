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


cdef struct Lengths:
    Row of
    double fixed
    double growing


cdef void _score(
    const int64_t* documents, Py_ssize_t count, const void* weights, char kind, const Lengths* lengths, double factor,
    double* scores
) noexcept nogil:
    """See `scores.score`; each document has a length."""
    cdef Py_ssize_t at
    if lengths.of.kind == b"B":
        _add_lengths(<const uint8_t*>lengths.of.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.of.kind == b"H":
        _add_lengths(<const uint16_t*>lengths.of.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.of.kind == b"I":
        _add_lengths(<const uint32_t*>lengths.of.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.of.kind == b"i":
        _add_lengths(<const int32_t*>lengths.of.data, documents, count, lengths.fixed, lengths.growing, scores)
    elif lengths.of.kind == b"q":
        _add_lengths(<const int64_t*>lengths.of.data, documents, count, lengths.fixed, lengths.growing, scores)
    else:
        _add_lengths(<const double*>lengths.of.data, documents, count, lengths.fixed, lengths.growing, scores)
    if weights == NULL:
        for at in range(count):
            scores[at] = factor / (1.0 + scores[at])
    elif kind == b"B":
        _divide(<const uint8_t*>weights, count, factor, scores)
    elif kind == b"H":
        _divide(<const uint16_t*>weights, count, factor, scores)
    elif kind == b"I":
        _divide(<const uint32_t*>weights, count, factor, scores)
    elif kind == b"i":
        _divide(<const int32_t*>weights, count, factor, scores)
    elif kind == b"q":
        _divide(<const int64_t*>weights, count, factor, scores)
    else:
        _divide(<const double*>weights, count, factor, scores)


def score(documents, weights, lengths, double fixed, double growing, double factor):
    cdef Py_ssize_t count
    cdef const int64_t* own = _int64(documents, &count)
    cdef Lengths of = Lengths(_row(lengths), fixed, growing)
    cdef Row times
    cdef array.array made
    times.data, times.kind = NULL, b"B"
    _within(own, count, of.of.count)
    _needs_numbers(&of.of)
    if weights is not None:
        times = _row(weights)
        _needs_numbers(&times)
        if times.count != count:
            raise ValueError("a weight for each document is wanted")
    made = _new(count, _DOUBLE)
    _score(own, count, times.data, times.kind, &of, factor, made.data.as_doubles)
    return made
