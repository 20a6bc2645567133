# Rows of numbers. What is given is read as it lies in memory, whoever holds it (see the buffer protocol: an array, a
# part of a mapped file, an array of NumPy's); what is made is an array of the standard library. So nothing here loads
# NumPy, for which a new process would wait longer than for its answer.

from cpython cimport array
from cpython.buffer cimport PyBUF_C_CONTIGUOUS, PyBUF_FORMAT, PyBuffer_Release, PyObject_GetBuffer

import array

cdef struct Row:
    const void* data
    Py_ssize_t count
    Py_ssize_t size  # bytes of each number
    char kind  # as the module `array` calls it: B, H, I, Q without a sign, i and q with one, and d

cdef Scratch _numbers, _items, _kept_weights, _scores, _shifted, _totals, _heap, _marks

cdef array.array _FLAGS = array.array("B"), _UINT16 = array.array("H"), _UINT32 = array.array("I")
cdef array.array _INT32 = array.array("i"), _INT64 = array.array("q"), _DOUBLE = array.array("d")


cdef inline char _kind_of(const char* form, Py_ssize_t size) noexcept:
    """What a format of the module `struct` means on this machine; 0: nothing that is read here."""
    cdef char kind = form[0]
    if kind in b"<@=" and form[1]:
        form += 1
        kind = form[0]
    if form[1]:
        return 0
    if kind in b"?BHILQ":
        return b"B" if size == 1 else b"H" if size == 2 else b"I" if size == 4 else b"Q"
    if kind in b"ilq" and size >= 4:
        return b"i" if size == 4 else b"q"
    return b"d" if kind == b"d" else 0


cdef Row _row(object numbers) except *:
    """What a row holds, for as long as the caller holds the row and nothing runs Python."""
    cdef Row row
    cdef Py_buffer view
    PyObject_GetBuffer(numbers, &view, PyBUF_C_CONTIGUOUS | PyBUF_FORMAT)
    row.data, row.size, row.count = view.buf, view.itemsize, view.len // view.itemsize
    row.kind = _kind_of(view.format, view.itemsize) if view.ndim == 1 and view.format != NULL else 0
    PyBuffer_Release(&view)
    if not row.kind or (row.count and <size_t>row.data % <size_t>row.size):
        raise TypeError("numbers, one behind the other, are wanted")
    return row


cdef const int64_t* _int64(object numbers, Py_ssize_t* count) except? NULL:
    cdef Row row = _row(numbers)
    if row.kind != b"q":
        raise TypeError("int64 are wanted")
    count[0] = row.count
    return <const int64_t*>row.data


cdef const double* _doubles(object numbers, Py_ssize_t* count) except? NULL:
    cdef Row row = _row(numbers)
    if row.kind != b"d":
        raise TypeError("float64 are wanted")
    count[0] = row.count
    return <const double*>row.data


cdef const uint8_t* _flags(object numbers, Py_ssize_t* count) except? NULL:
    cdef Row row = _row(numbers)
    if row.kind != b"B":
        raise TypeError("flags are wanted")
    count[0] = row.count
    return <const uint8_t*>row.data


cdef array.array _new(Py_ssize_t count, array.array like):
    if count < 0:
        raise ValueError("there are no fewer than none")
    return array.clone(like, count, False)


cdef array.array _copied(const void* items, Py_ssize_t count, array.array like):
    cdef array.array made = array.clone(like, count, False)
    if count:
        memcpy(made.data.as_voidptr, items, count * made.ob_descr.itemsize)
    return made


cdef array.array _like(char kind):
    """An array of a kind that there are arrays of."""
    return (
        _FLAGS if kind == b"B" else _UINT16 if kind == b"H" else _UINT32 if kind == b"I" else _INT32 if kind == b"i"
        else _INT64 if kind == b"q" else _DOUBLE
    )


cdef array.array _kept(const int64_t* numbers, Py_ssize_t count):
    return _copied(numbers, count, _INT64)


def keep_memory():
    free_a_large_block()


# --- rows made of rows -------------------------------------------------------------------

cdef Py_ssize_t _within(const int64_t* places, Py_ssize_t size, Py_ssize_t count) except -1:
    """So many places, each of which is below a count."""
    cdef Py_ssize_t at
    for at in range(size):
        if <uint64_t>places[at] >= <uint64_t>count:
            raise IndexError("there is no such document")
    return size


def row(numbers):
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
    """Rows of whole numbers of several kinds, one behind the other."""
    cdef array.array made = _new(count, _INT64)
    cdef Row one
    cdef Py_ssize_t at, found = 0
    for own in rows:
        one = _row(own)
        if one.kind in b"dQ":
            raise TypeError("whole numbers are wanted")
        for at in range(one.count):
            made.data.as_longlongs[found] = _whole(&one, at)
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
