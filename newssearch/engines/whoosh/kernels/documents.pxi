# Rows of documents, put together and compared.

# A set of documents is a bit for each.

cdef uint64_t* _no_marks(Py_ssize_t count) except NULL:
    """The marks of a set without any."""
    cdef Py_ssize_t words = (count >> 6) + 1
    cdef uint64_t* marks
    if count < 0:
        raise ValueError("there are no fewer than no documents")
    marks = <uint64_t*>_room(&_marks, words, 8)
    memset(marks, 0, words * 8)
    return marks


cdef inline Py_ssize_t _collected(uint64_t* marks, Py_ssize_t count, int64_t* documents) noexcept nogil:
    """The marked documents, ascending."""
    cdef Py_ssize_t word, found = 0
    cdef uint64_t bits
    for word in range((count >> 6) + 1):
        bits = marks[word]
        if bits:
            while bits:
                documents[found] = (word << 6) + lowest_bit(bits)
                found += 1
                bits &= bits - 1
    return found


cdef inline void _add(uint64_t* marks, double* sums, int64_t document, double score) noexcept nogil:
    """Mark a document, and add to what it scores."""
    cdef uint64_t bit = <uint64_t>1 << (document & 63)
    if marks[document >> 6] & bit:
        sums[document] += score
    else:
        marks[document >> 6] |= bit
        sums[document] = score


cdef Py_ssize_t _within(cnp.ndarray documents, Py_ssize_t count) except -1:
    """How many documents there are, each of which is below a count."""
    cdef const int64_t* own = _int64(documents)
    cdef Py_ssize_t at, size = cnp.PyArray_SIZE(documents)
    for at in range(size):
        if <uint64_t>own[at] >= <uint64_t>count:
            raise IndexError("there is no such document")
    return size


def summed(list parts not None, Py_ssize_t count):
    cdef uint64_t* marks = _no_marks(count)
    cdef double* sums = <double*>_room(&_totals, count, 8)
    cdef const int64_t* own
    cdef const double* added
    cdef cnp.ndarray documents, scores, made
    cdef Py_ssize_t at, found, most = 0
    cdef double* result
    cdef int64_t* numbers
    for documents, scores in parts:
        most += _within(documents, count)
        _doubles(scores)
        if cnp.PyArray_SIZE(scores) != cnp.PyArray_SIZE(documents):
            raise ValueError("a score for each document is wanted")
    numbers = <int64_t*>_room(&_numbers, min(most, count), 8)
    for documents, scores in parts:
        own, added = _int64(documents), _doubles(scores)
        for at in range(cnp.PyArray_SIZE(documents)):
            _add(marks, sums, own[at], added[at])
    found = _collected(marks, count, numbers)
    made = _new(found, cnp.NPY_DOUBLE)
    result = <double*>cnp.PyArray_DATA(made)
    for at in range(found):
        result[at] = sums[numbers[at]]
    return _copied(numbers, found, cnp.NPY_INT64), made


def union(list parts not None, Py_ssize_t count):
    cdef uint64_t* marks = _no_marks(count)
    cdef const int64_t* own
    cdef cnp.ndarray documents
    cdef Py_ssize_t at, found, most = 0
    for documents in parts:
        most += _within(documents, count)
    cdef int64_t* numbers = <int64_t*>_room(&_numbers, min(most, count), 8)
    for documents in parts:
        own = _int64(documents)
        for at in range(cnp.PyArray_SIZE(documents)):
            marks[own[at] >> 6] |= <uint64_t>1 << (own[at] & 63)
    found = _collected(marks, count, numbers)
    return _copied(numbers, found, cnp.NPY_INT64)


# --- two ascending rows ------------------------------------------------------------------

cdef inline Py_ssize_t _onward(const int64_t* numbers, Py_ssize_t at, Py_ssize_t count, int64_t sought) noexcept nogil:
    """Where the first from `at` on stands that is not below what is sought: by doubled steps, then halved ones."""
    cdef Py_ssize_t step = 1, low, high, middle
    if at >= count or numbers[at] >= sought:
        return at
    while at + step < count and numbers[at + step] < sought:
        at += step
        step *= 2
    low, high = at + 1, min(at + step, count)
    while low < high:
        middle = (low + high) >> 1
        if numbers[middle] < sought:
            low = middle + 1
        else:
            high = middle
    return low


def meeting(cnp.ndarray some, cnp.ndarray others):
    cdef const int64_t* own = _int64(some)
    cdef const int64_t* theirs = _int64(others)
    cdef Py_ssize_t at = 0, place, found = 0, count = cnp.PyArray_SIZE(some), most = cnp.PyArray_SIZE(others)
    cdef int64_t* places = <int64_t*>_room(&_numbers, min(count, most), 8)
    cdef int64_t* items = <int64_t*>_room(&_items, min(count, most), 8)
    if count > most:
        theirs, own, count, most = own, theirs, most, count
    for place in range(count):
        at = _onward(theirs, at, most, own[place])
        if at == most:
            break
        if theirs[at] == own[place]:
            places[found], items[found] = place, at
            found += 1
            at += 1
    if count == cnp.PyArray_SIZE(some):
        return _copied(places, found, cnp.NPY_INT64), _copied(items, found, cnp.NPY_INT64)
    return _copied(items, found, cnp.NPY_INT64), _copied(places, found, cnp.NPY_INT64)


def is_among(cnp.ndarray wanted, cnp.ndarray others):
    cdef const int64_t* own = _int64(wanted)
    cdef const int64_t* theirs = _int64(others)
    cdef Py_ssize_t at = 0, place, count = cnp.PyArray_SIZE(wanted), most = cnp.PyArray_SIZE(others)
    cdef cnp.ndarray made = cnp.PyArray_ZEROS(1, <cnp.npy_intp*>&count, cnp.NPY_BOOL, 0)
    cdef uint8_t* found = <uint8_t*>cnp.PyArray_DATA(made)
    for place in range(count):
        at = _onward(theirs, at, most, own[place])
        if at == most:
            break
        found[place] = theirs[at] == own[place]
    return made


# --- columns -------------------------------------------------------------------------------

cdef Py_ssize_t _choose(
    const number* column, const int64_t* documents, Py_ssize_t count, int64_t low, int64_t high, int64_t* places
) noexcept nogil:
    cdef Py_ssize_t at, found = 0
    cdef int64_t one
    for at in range(count):
        one = <int64_t>column[documents[at]]
        places[found] = at
        found += low <= one <= high
    return found


def between(cnp.ndarray column not None, cnp.ndarray documents, int64_t low, int64_t high):
    cdef const int64_t* own = _int64(documents)
    cdef cnp.ndarray plain = _readable(column)
    cdef Py_ssize_t found, count = _within(documents, cnp.PyArray_SIZE(plain))
    cdef int64_t* places = <int64_t*>_room(&_numbers, count, 8)
    cdef void* data = cnp.PyArray_DATA(plain)
    if cnp.PyArray_TYPE(plain) == cnp.NPY_INT32:
        found = _choose(<int32_t*>data, own, count, low, high, places)
    elif cnp.PyArray_TYPE(plain) == cnp.NPY_INT64:
        found = _choose(<int64_t*>data, own, count, low, high, places)
    else:
        raise TypeError("a column of whole numbers is wanted")
    return _copied(places, found, cnp.NPY_INT64)
