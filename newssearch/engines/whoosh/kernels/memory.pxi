# Rows of numbers. What is given is read as it lies in memory, whoever holds it (see the buffer protocol: an array, a
# part of a mapped file, an array of NumPy's); what is made is an array of the standard library. So nothing here loads
# NumPy, for which a new process would wait longer than for its answer.

from cpython cimport array
from cpython.object cimport Py_SIZE
from cpython.buffer cimport PyBUF_C_CONTIGUOUS, PyBUF_FORMAT, PyBuffer_Release, PyObject_GetBuffer

import array

cdef extern from "Python.h":
    bint PyGC_Disable()
    bint PyGC_Enable()

cdef struct Row:
    const void* data
    Py_ssize_t count
    Py_ssize_t size  # bytes of each number
    char kind  # as the module `array` calls it: B, H, I, Q without a sign, i and q with one, and d

cdef int64_t _nothing = 0  # where an empty row lies: not nowhere, which means that there is none
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
        return b"B" if size == 1 else b"H" if size == 2 else b"I" if size == 4 else b"Q" if size == 8 else 0
    if kind in b"ilq":
        return b"i" if size == 4 else b"q" if size == 8 else 0
    return b"d" if kind == b"d" and size == 8 else 0


cdef Row _row(object numbers) except *:
    """What a row holds, for as long as the caller holds the row and nothing runs Python."""
    cdef Row row
    cdef Py_buffer view
    cdef char[2] form
    if type(numbers) is array.array:  # as nearly all are: a tenth of the time
        row.count = Py_SIZE(numbers)
        row.data = (<array.array>numbers).data.as_voidptr if row.count else &_nothing
        row.size = (<array.array>numbers).ob_descr.itemsize
        form[0], form[1] = (<array.array>numbers).ob_descr.typecode, 0
        row.kind = _kind_of(form, row.size)
        if not row.kind:
            raise TypeError("numbers, one behind the other, are wanted")
        return row
    PyObject_GetBuffer(numbers, &view, PyBUF_C_CONTIGUOUS | PyBUF_FORMAT)
    row.data, row.size, row.count = view.buf, view.itemsize, 0
    row.kind = _kind_of(view.format, view.itemsize) if view.ndim == 1 and view.format != NULL else 0
    if row.kind:
        row.count = view.len // view.itemsize
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
    """An array, made while nothing is collected: before Python 3.12 to make one may end the lives of others.

    That may run Python, and whoever calls this has numbers in scratch memory.
    """
    cdef bint was_on
    if count < 0:
        raise ValueError("there are no fewer than none")
    was_on = PyGC_Disable()
    try:
        return array.clone(like, count, False)
    finally:
        if was_on:
            PyGC_Enable()


cdef array.array _copied(const void* items, Py_ssize_t count, array.array like):
    cdef array.array made = _new(count, like)
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


cdef int _needs_numbers(const Row* row) except -1:
    """See that numbers are of a kind that is reckoned with."""
    if row.kind == b"Q":
        raise TypeError("numbers below 2**63 are wanted")
    return 0
