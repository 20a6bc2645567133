# Fields of postings: what documents score in several together.

cdef Py_ssize_t _score_list(
    source, int64_t base, cnp.ndarray lengths, double fixed, double growing, double factor
) except -1:
    """How many postings a source has; their documents stand in `_first`, their scores in `_third`."""
    cdef Py_ssize_t at, found
    cdef int64_t* numbers
    cdef const uint8_t* weights = NULL
    cdef int kind = cnp.NPY_UINT8
    cdef PostingList one
    cdef cnp.ndarray documents, frequencies = None
    if type(source) is PostingList:
        one = source
        found = one._decoded()
        numbers = <int64_t*>_first.memory
        if one._each:
            weights, kind = one._kept_weights(found), _kind(one._each)
    else:
        documents, given = source.read()
        found = cnp.PyArray_SIZE(documents)
        numbers = <int64_t*>_room(&_first, found, 8)
        memcpy(numbers, _int64(documents), found * 8)
        if given is not None:
            frequencies = _plain(given)
            if cnp.PyArray_SIZE(frequencies) != found:
                raise ValueError("a weight for each document is wanted")
            weights, kind = <uint8_t*>cnp.PyArray_DATA(frequencies), cnp.PyArray_TYPE(frequencies)
    for at in range(found):
        numbers[at] += base
    _score(numbers, found, weights, kind, lengths, fixed, growing, factor, <double*>_room(&_third, found, 8))
    return found


def leading(list fields not None, Py_ssize_t count, Py_ssize_t best, double slack):
    cdef uint64_t* marks = _clear_marks(count)
    cdef double* sums = <double*>_room(&_sums_of_all, count, 8)
    cdef const uint8_t* alive
    cdef int64_t* numbers
    cdef double* scores
    cdef Py_ssize_t at, found, kept = 0
    cdef int64_t document
    cdef uint64_t bit
    cdef double bound
    try:
        for source, base, living, lengths, fixed, growing, factor in fields:
            alive = NULL
            if living is not None:
                alive = _flags(living, count)
            found = _score_list(source, base, lengths, fixed, growing, factor)
            numbers, scores = <int64_t*>_first.memory, <double*>_third.memory
            for at in range(found):
                document = numbers[at]
                if <uint64_t>document >= <uint64_t>count:
                    raise IndexError(f"there is no document {document}")
                if alive != NULL and not alive[document]:
                    continue
                bit = <uint64_t>1 << (document & 63)
                if marks[document >> 6] & bit:
                    sums[document] += scores[at]
                else:
                    marks[document >> 6] |= bit
                    sums[document] = scores[at]
    finally:
        numbers = <int64_t*>_room(&_first, count, 8)
        found = _collected(marks, count, numbers)
    scores = <double*>_room(&_second, found, 8)
    for at in range(found):
        scores[at] = sums[numbers[at]]
    if best <= 0:
        return _new(0, cnp.NPY_INT64), _new(0, cnp.NPY_DOUBLE), found
    if best < found:
        bound = _least(scores, found, best) - slack
        for at in range(found):
            numbers[kept], scores[kept] = numbers[at], scores[at]
            kept += scores[at] >= bound
    else:
        kept = found
    return _copied(numbers, kept, cnp.NPY_INT64), _copied(scores, kept, cnp.NPY_DOUBLE), found


cdef Py_ssize_t _score_some(
    source, int64_t base, cnp.ndarray lengths, double fixed, double growing, double factor,
    const int64_t* documents, Py_ssize_t count
) except -1:
    """How many of some documents a source has: where they stand, in `_first`, and their scores, in `_third`."""
    cdef int64_t* shifted = <int64_t*>_room(&_fourth, count, 8)
    cdef Py_ssize_t at, found
    cdef int64_t* places
    cdef uint8_t* weights = NULL
    cdef int kind = cnp.NPY_UINT8
    cdef PostingList one
    cdef cnp.ndarray given, frequencies
    for at in range(count):
        shifted[at] = documents[at] - base
    if type(source) is PostingList:
        one = source
        found = one._found(shifted, count)
        if one._each:
            weights, kind = <uint8_t*>_room(&_heap, found, 4), _kind(one._each)
            one._gather_weights(found, weights)
    else:
        given, counts = source.among(_copied(shifted, count, cnp.NPY_INT64))
        found = cnp.PyArray_SIZE(given)
        memcpy(_room(&_first, found, 8), _int64(given), found * 8)
        if counts is not None:
            frequencies = _plain(counts)
            if cnp.PyArray_SIZE(frequencies) != found:
                raise ValueError("a weight for each document is wanted")
            weights, kind = <uint8_t*>cnp.PyArray_DATA(frequencies), cnp.PyArray_TYPE(frequencies)
    places, shifted = <int64_t*>_first.memory, <int64_t*>_fourth.memory
    for at in range(found):
        if <uint64_t>places[at] >= <uint64_t>count:
            raise IndexError(f"there is no place {places[at]}")
        shifted[at] = documents[places[at]]
    _score(shifted, found, weights, kind, lengths, fixed, growing, factor, <double*>_room(&_third, found, 8))
    return found


def scored_among(list fields not None, cnp.ndarray documents):
    cdef const int64_t* own = _int64(documents)
    cdef Py_ssize_t at, found, kept = 0, count = cnp.PyArray_SIZE(documents)
    cdef uint64_t* marks = _clear_marks(count)
    cdef double* sums = <double*>_room(&_sums_of_all, count, 8)
    cdef const uint8_t* alive
    cdef Py_ssize_t many = 0
    cdef int64_t* places
    cdef double* scores
    cdef uint64_t bit
    cdef cnp.ndarray made
    try:
        for source, base, living, lengths, fixed, growing, factor in fields:
            alive = NULL
            if living is not None:
                many = cnp.PyArray_SIZE(living)
                alive = _flags(living, many)
            found = _score_some(source, base, lengths, fixed, growing, factor, own, count)
            places, scores = <int64_t*>_first.memory, <double*>_third.memory
            for at in range(found):
                if alive != NULL and (<uint64_t>own[places[at]] >= <uint64_t>many or not alive[own[places[at]]]):
                    continue
                bit = <uint64_t>1 << (places[at] & 63)
                if marks[places[at] >> 6] & bit:
                    sums[places[at]] += scores[at]
                else:
                    marks[places[at] >> 6] |= bit
                    sums[places[at]] = scores[at]
    finally:
        places = <int64_t*>_room(&_first, count, 8)
        kept = _collected(marks, count, places)
    made = _new(kept, cnp.NPY_DOUBLE)
    scores = <double*>cnp.PyArray_DATA(made)
    for at in range(kept):
        scores[at] = sums[places[at]]
    return _copied(places, kept, cnp.NPY_INT64), made
