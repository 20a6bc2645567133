# Rows made of rows, as `rows` has them.

cdef Py_ssize_t _within(const int64_t* places, Py_ssize_t size, Py_ssize_t count) except -1:
    """So many places, each of which is below a count."""
    cdef Py_ssize_t at
    for at in range(size):
        if <uint64_t>places[at] >= <uint64_t>count:
            raise IndexError("there is no such document")
    return size


def row_of(numbers):
    return array.array("q", numbers)


def counting(int64_t start, int64_t stop):
    cdef Py_ssize_t at, count = max(stop - start, 0)
    cdef array.array made = _new(count, _INT64)
    for at in range(count):
        made.data.as_longlongs[at] = start + at
    return made


def filled(Py_ssize_t count, double score):
    cdef Py_ssize_t at
    cdef array.array made = _new(max(count, 0), _DOUBLE)
    for at in range(count):
        made.data.as_doubles[at] = score
    return made


def taken(numbers, places):
    cdef Row own = _row(numbers)
    cdef Py_ssize_t at, count
    cdef const int64_t* place = _int64(places, &count)
    cdef array.array made
    _within(place, count, own.count)
    if own.kind == b"Q":
        raise TypeError("numbers below 2**63 are wanted")
    made = _new(count, _like(own.kind))
    if own.size == 8:
        for at in range(count):
            made.data.as_longlongs[at] = (<const int64_t*>own.data)[place[at]]
    elif own.size == 4:
        for at in range(count):
            made.data.as_ints[at] = (<const int32_t*>own.data)[place[at]]
    elif own.size == 2:
        for at in range(count):
            made.data.as_shorts[at] = (<const int16_t*>own.data)[place[at]]
    else:
        for at in range(count):
            made.data.as_uchars[at] = (<const uint8_t*>own.data)[place[at]]
    return made


def shifted(numbers, int64_t by):
    cdef Py_ssize_t at, count
    cdef const int64_t* own = _int64(numbers, &count)
    cdef array.array made = _new(count, _INT64)
    for at in range(count):
        made.data.as_longlongs[at] = <int64_t>(<uint64_t>own[at] + <uint64_t>by)
    return made


def chained(list rows not None):
    cdef Row one
    cdef array.array made
    cdef Py_ssize_t count = 0
    cdef char kind = 0
    cdef bint alike = True
    if len(rows) == 1:
        return rows[0]
    for own in rows:
        one = _row(own)
        alike = alike and kind in (0, one.kind)
        kind, count = one.kind, count + one.count
    if not kind or not alike or kind == b"Q":
        return _widened(rows, count)
    made, count = _new(count, _like(kind)), 0
    for own in rows:
        one = _row(own)
        memcpy(made.data.as_chars + count * one.size, one.data, one.count * one.size)
        count += one.count
    return made


cdef array.array _widened(list rows, Py_ssize_t count):
    """Rows of whole numbers of several kinds, one behind the other: in the widest of them, or with a sign as int64."""
    cdef array.array made
    cdef Row one
    cdef Py_ssize_t at, found = 0
    cdef char kind = b"B"
    for own in rows:
        one = _row(own)
        if one.kind in b"dQ":
            raise TypeError("whole numbers are wanted")
        kind = b"q" if one.kind in b"iq" or kind == b"q" else max(kind, one.kind)  # B, H and I follow one another
    made = _new(count, _like(kind) if rows else _INT64)
    for own in rows:
        one = _row(own)
        for at in range(one.count):
            if kind == b"q":
                made.data.as_longlongs[found] = _whole(&one, at)
            elif kind == b"I":
                made.data.as_uints[found] = _whole(&one, at)
            else:
                made.data.as_ushorts[found] = _whole(&one, at)
            found += 1
    return made


cdef inline int64_t _whole(const Row* one, Py_ssize_t at) noexcept nogil:
    if one.kind == b"q":
        return (<const int64_t*>one.data)[at]
    if one.kind == b"i":
        return (<const int32_t*>one.data)[at]
    if one.kind == b"I":
        return (<const uint32_t*>one.data)[at]
    if one.kind == b"H":
        return (<const uint16_t*>one.data)[at]
    return (<const uint8_t*>one.data)[at]


def whole(numbers):
    cdef Row own = _row(numbers)
    cdef Py_ssize_t at
    cdef array.array made
    if own.kind in b"dQ":
        raise TypeError("whole numbers are wanted")
    made = _new(own.count, _INT64)
    for at in range(own.count):
        made.data.as_longlongs[at] = _whole(&own, at)
    return made


def doubles(numbers):
    cdef Row own = _row(numbers)
    cdef Py_ssize_t at
    cdef array.array made
    _needs_numbers(&own)
    made = _new(own.count, _DOUBLE)
    for at in range(own.count):
        made.data.as_doubles[at] = (<const double*>own.data)[at] if own.kind == b"d" else _whole(&own, at)
    return made


# --- scores, changed ---------------------------------------------------------------------

def times(scores, double factor):
    cdef Py_ssize_t at, count
    cdef const double* own = _doubles(scores, &count)
    cdef array.array made = _new(count, _DOUBLE)
    for at in range(count):
        made.data.as_doubles[at] = own[at] * factor
    return made


def plus(scores, more):
    cdef Py_ssize_t at, count, others
    cdef const double* own = _doubles(scores, &count)
    cdef const double* added = _doubles(more, &others)
    cdef array.array made
    if count != others:
        raise ValueError("a score for each document is wanted")
    made = _new(count, _DOUBLE)
    for at in range(count):
        made.data.as_doubles[at] = own[at] + added[at]
    return made


def plus_at(scores, places, more):
    cdef Py_ssize_t at, count, size, others
    cdef const double* own = _doubles(scores, &count)
    cdef const int64_t* place = _int64(places, &size)
    cdef const double* added = _doubles(more, &others)
    cdef array.array made
    if size != others:
        raise ValueError("a score for each document is wanted")
    _within(place, size, count)
    made = _copied(own, count, _DOUBLE)
    for at in range(size):
        made.data.as_doubles[place[at]] += added[at]
    return made


# --- flags -------------------------------------------------------------------------------

def flags(documents, Py_ssize_t count, bint flag):
    cdef Py_ssize_t at, size
    cdef const int64_t* own = _int64(documents, &size)
    cdef array.array made
    _within(own, size, count)
    made = _new(count, _FLAGS)
    if count:
        memset(made.data.as_voidptr, not flag, count)
    for at in range(size):
        made.data.as_uchars[own[at]] = flag
    return made


def flagged(own_flags, documents, bint flag):
    cdef Py_ssize_t at, size, count, found = 0
    cdef const uint8_t* one = _flags(own_flags, &count)
    cdef const int64_t* own = _int64(documents, &size)
    cdef int64_t* places = <int64_t*>_room(&_numbers, size, 8)
    _within(own, size, count)
    for at in range(size):
        places[found] = at
        found += (one[own[at]] != 0) == flag
    return _kept(places, found)


def keep_memory():
    free_a_large_block()
