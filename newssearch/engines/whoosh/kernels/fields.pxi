# Fields of postings: what documents score in several together.

cdef struct Scored:
    List list  # its documents, where there are no others
    const int64_t* documents  # what a source that is no list gave: documents, or places of them
    const void* weights  # of these
    char kind  # of weights
    Py_ssize_t count
    int64_t base
    const uint8_t* living
    Py_ssize_t all
    Lengths lengths
    double factor


cdef list _prepared(list fields, wanted, Scored* prepared):
    """What is known of the fields, with all that may run Python behind it; what is given keeps it in memory.

    Of a source that is no list, the postings are read: all, or of the wanted documents.
    """
    cdef Scored* one
    cdef Py_ssize_t at, size
    cdef Row weights
    held = []
    for at in range(len(fields)):
        one = &prepared[at]
        source, base, living, lengths, one.lengths.fixed, one.lengths.growing, one.factor = fields[at]
        one.base, one.documents, one.weights, one.living, one.kind = base, NULL, NULL, NULL, b"B"
        one.lengths.of = _row(lengths)
        _needs_numbers(&one.lengths.of)
        one.all = one.lengths.of.count
        if living is not None:
            one.living = _flags(living, &size)
            one.all = min(one.all, size)
        if type(source) is PostingList:
            one.list = (<PostingList>source)._checked()[0]
            one.count = one.list.count
            held.append((source, lengths, living))
            continue
        numbers, given = source.read() if wanted is None else source.among(shifted(wanted, -base))
        one.documents = _int64(numbers, &one.count)
        if given is not None:
            weights = _row(given)
            _needs_numbers(&weights)
            if weights.count != one.count:
                raise ValueError("a weight for each document is wanted")
            one.weights, one.kind = weights.data, weights.kind
        held.append((numbers, given, lengths, living))
    return held


cdef Py_ssize_t _score_all(Scored* one, int64_t** documents, double** scores) except -2:
    """The documents of a field and their scores; -1 where the field names what is not there."""
    cdef Py_ssize_t at, found = one.count
    cdef int64_t* numbers = <int64_t*>_room(&_numbers, one.count, 8)
    cdef uint8_t* kept
    if one.documents != NULL:
        memcpy(numbers, one.documents, found * 8)
    else:
        found = _decode(&one.list, 0, one.count, 0, numbers)
        if found <= 0:
            return -1
        if one.list.each:
            one.weights, one.kind = one.list.weights, _kind(one.list.each)
            if found < one.count or <size_t>one.weights % one.list.each:  # not aligned: they lie anywhere
                kept = <uint8_t*>_room(&_kept_weights, one.count, one.list.each)
                _keep_weights(&one.list, 0, one.count, kept)
                one.weights = kept
    for at in range(found):
        numbers[at] += one.base
        if <uint64_t>numbers[at] >= <uint64_t>one.all:
            return -1
    documents[0], scores[0] = numbers, <double*>_room(&_scores, max(found, 0), 8)
    _score(numbers, found, one.weights, one.kind, &one.lengths, one.factor, scores[0])
    return found


cdef Py_ssize_t _score_some(
    Scored* one, const int64_t* wanted, Py_ssize_t count, int64_t** places, double** scores
) except -2:
    """Where those of the wanted documents stand that are in a field, and their scores; -1 as of `_score_all`."""
    cdef int64_t* found_at = <int64_t*>_room(&_numbers, count, 8)
    cdef int64_t* items = <int64_t*>_room(&_items, count, 8)
    cdef int64_t* shifted = <int64_t*>_room(&_shifted, count, 8)
    cdef uint8_t* weights
    cdef Py_ssize_t at, found = one.count
    if one.documents != NULL:
        if found > count:
            return -1
        memcpy(found_at, one.documents, found * 8)
    else:
        for at in range(count):
            shifted[at] = wanted[at] - one.base
        found = _meet(&one.list, shifted, count, found_at, items)
        if one.list.each:
            weights = <uint8_t*>_room(&_kept_weights, found, one.list.each)
            _gather(&one.list, items, found, weights)
            one.weights, one.kind = weights, _kind(one.list.each)
    for at in range(found):
        if <uint64_t>found_at[at] >= <uint64_t>count:
            return -1
        shifted[at] = wanted[found_at[at]]
        if <uint64_t>shifted[at] >= <uint64_t>one.all:
            return -1
    places[0], scores[0] = found_at, <double*>_room(&_scores, found, 8)
    _score(shifted, found, one.weights, one.kind, &one.lengths, one.factor, scores[0])
    return found


cdef Py_ssize_t _total(list fields, wanted, Py_ssize_t count) except -1:
    """How many documents are in any of the fields: they stand in `_numbers`, what they score in all in `_scores`.

    With wanted documents, of these, and where they stand in place of them; `count` is how many there can be.
    """
    fields = list(fields)  # whoever holds them may change them while a source is read
    cdef Py_ssize_t size = len(fields), at, field, found = 0
    cdef Scored* prepared = <Scored*>malloc(max(size, 1) * sizeof(Scored))
    cdef const int64_t* own = NULL
    cdef uint64_t* marks
    cdef double* totals
    cdef double* scores = NULL
    cdef int64_t* numbers = NULL
    cdef int64_t document
    if prepared == NULL:
        raise MemoryError
    try:
        held = _prepared(fields, wanted, prepared)
        if wanted is not None:
            own = _int64(wanted, &at)
            if at != count:
                raise ValueError("documents went while fields were asked for them")
        marks, totals = _no_marks(count), <double*>_room(&_totals, count, 8)
        for field in range(size):
            if own == NULL:
                found = _score_all(&prepared[field], &numbers, &scores)
            else:
                found = _score_some(&prepared[field], own, count, &numbers, &scores)
            if found < 0:
                raise IndexError("a field names what is not there")
            for at in range(found):
                document = numbers[at] if own == NULL else own[numbers[at]]
                if prepared[field].living != NULL and not prepared[field].living[document]:
                    continue
                if numbers[at] >= count:
                    raise IndexError("a field names what is not there")
                _add(marks, totals, numbers[at], scores[at])
    finally:
        free(prepared)
    numbers = <int64_t*>_room(&_numbers, count, 8)
    found = _collected(marks, count, numbers)
    scores = <double*>_room(&_scores, found, 8)
    for at in range(found):
        scores[at] = totals[numbers[at]]
    return found


def leading(list fields not None, Py_ssize_t count, Py_ssize_t best, double slack):
    cdef Py_ssize_t at, found = _total(fields, None, count), kept = found
    cdef int64_t* numbers = <int64_t*>_numbers.memory
    cdef double* scores = <double*>_scores.memory
    cdef double bound
    if best <= 0:
        kept = 0
    elif best < found:
        kept, bound = 0, _least(scores, found, best) - slack
        for at in range(found):
            numbers[kept], scores[kept] = numbers[at], scores[at]
            kept += scores[at] >= bound
    return _kept(numbers, kept), _copied(scores, kept, _DOUBLE), found


def scored_among(list fields not None, documents):
    cdef Py_ssize_t found, count
    _int64(documents, &count)
    found = _total(fields, documents, count)
    return _kept(<const int64_t*>_numbers.memory, found), _copied(_scores.memory, found, _DOUBLE)
