# Postings as the bytes of a file: see `columnar.lists` for how they lie there.

from cpython.bytearray cimport PyByteArray_AS_STRING, PyByteArray_GET_SIZE

cdef enum:
    STRIDE = 256  # as in `columnar.lists`
    BLOCK_BITS = 14  # as in `columnar.blocks`

cdef struct List:
    const uint8_t* sums  # of the strides, 4 bytes each; behind them their impacts, where there are any
    const uint8_t* elements
    const uint8_t* weights
    Py_ssize_t count  # of elements
    Py_ssize_t strides
    int width  # of an element
    int each  # of a weight
    int64_t limit  # that no number reaches


cdef inline int64_t _item(const uint8_t* data, Py_ssize_t at, int width) noexcept nogil:
    if width == 1:
        return data[at]
    data += width * at
    if width == 2:
        return data[0] | <uint32_t>data[1] << 8
    if width == 4:
        return data[0] | <uint32_t>data[1] << 8 | <uint32_t>data[2] << 16 | <uint32_t>data[3] << 24
    return _item(data, 0, 4) | <int64_t>(<uint64_t>_item(data + 4, 0, 4) << 32)


cdef inline int64_t _skip(int width) noexcept nogil:
    return (<int64_t>1 << 8 * width) - 1 if width < 4 else <int64_t>1 << 32


cdef int _lay(List* one, const uint8_t* data, Py_ssize_t size, int code, bint impacts, int64_t limit) noexcept nogil:
    """Say where the parts of a list of so many bytes lie; -1 where its code cannot be."""
    cdef Py_ssize_t index = 6 if impacts else 4, both
    if not 0 <= code < 256 or code >> 4 & 3 == 3:
        return -1
    one.width, one.each, one.limit = 1 << (code >> 4 & 3), 1 << (code >> 6) >> 1, limit
    both = one.width + one.each
    one.strides = (size + STRIDE * both + index - 1) // (STRIDE * both + index) if size > STRIDE * both else 0
    one.count = (size - one.strides * index) // both
    one.sums = data
    one.elements = data + one.strides * index
    one.weights = one.elements + one.count * one.width
    return 0


cdef inline Py_ssize_t _running(
    const List* one, Py_ssize_t start, Py_ssize_t stop, int width, int64_t total, int64_t* numbers
) noexcept nogil:
    cdef Py_ssize_t at, found = 0
    cdef int64_t item
    for at in range(start, stop):
        item = _item(one.elements, at, width)
        total += item
        numbers[found] = total
        found += item != _skip(width)
    return found


cdef Py_ssize_t _decode(
    const List* one, Py_ssize_t start, Py_ssize_t stop, int64_t total, int64_t* numbers
) noexcept nogil:
    """The numbers of elements `start` to `stop`: running sums, but for those of elements that stand for none.

    -1 where one is beyond the limit.
    """
    cdef Py_ssize_t found
    if one.width == 1:
        found = _running(one, start, stop, 1, total, numbers)
    elif one.width == 2:
        found = _running(one, start, stop, 2, total, numbers)
    else:
        found = _running(one, start, stop, 4, total, numbers)
    return -1 if found and numbers[found - 1] >= one.limit else found


cdef Py_ssize_t _keep_weights(const List* one, Py_ssize_t start, Py_ssize_t stop, uint8_t* kept) noexcept nogil:
    """The weights of the same elements; the size of what was kept, in bytes."""
    cdef Py_ssize_t at, size = 0
    for at in range(start, stop):
        memcpy(kept + size, one.weights + at * one.each, one.each)
        size += one.each if _item(one.elements, at, one.width) != _skip(one.width) else 0
    return size


cdef inline Py_ssize_t _met(
    const List* one, int width, const int64_t* wanted, Py_ssize_t count, int64_t* places, int64_t* items
) noexcept nogil:
    cdef Py_ssize_t at = 0, place, found = 0, stride, step
    cdef int64_t total = 0, number = -(<int64_t>1 << 62), item, sought
    for place in range(count):
        sought = wanted[place]
        stride = at // STRIDE
        if stride + 1 < one.strides and _item(one.sums, stride + 1, 4) < sought:
            # On to the last stride that begins below it: by doubled steps, then halved ones.
            step = 1
            while stride + 2 * step < one.strides and _item(one.sums, stride + 2 * step, 4) < sought:
                step *= 2
            stride += step
            while step:
                if stride + step < one.strides and _item(one.sums, stride + step, 4) < sought:
                    stride += step
                else:
                    step //= 2
            at, total = stride * STRIDE, _item(one.sums, stride, 4)
        while number < sought and at < one.count:
            item = _item(one.elements, at, width)
            at += 1
            total += item
            if item != _skip(width):
                number = total
        if number == sought:
            places[found], items[found] = place, at - 1
            found += 1
        elif number < sought:
            break
    return found


cdef Py_ssize_t _meet(
    const List* one, const int64_t* wanted, Py_ssize_t count, int64_t* places, int64_t* items
) noexcept nogil:
    """Which of the wanted, ascending, are among a list's numbers: their places, and their elements."""
    if one.width == 1:
        return _met(one, 1, wanted, count, places, items)
    if one.width == 2:
        return _met(one, 2, wanted, count, places, items)
    return _met(one, 4, wanted, count, places, items)


cdef void _gather(const List* one, const int64_t* items, Py_ssize_t count, uint8_t* weights) noexcept nogil:
    """The weights of some elements."""
    cdef Py_ssize_t at
    for at in range(count):
        memcpy(weights + at * one.each, one.weights + items[at] * one.each, one.each)


cdef int _check(file, bytearray unread, Py_ssize_t start, Py_ssize_t stop) except -1:
    """See that bytes of a file are what was written: the file is asked where it was not before."""
    if unread is None:
        raise ValueError("no file is open")
    cdef const char* flags = PyByteArray_AS_STRING(unread)
    cdef Py_ssize_t block, last = (stop - 1) >> BLOCK_BITS
    if start < 0 or last >= PyByteArray_GET_SIZE(unread):
        raise file.wrong("bytes are named that are not there")
    for block in range(start >> BLOCK_BITS, last + 1):  # none, of no bytes at the end of a block
        if flags[block]:
            file.check(start, stop)
            break
    return 0


cdef char _kind(int width) noexcept:
    return b"B" if width == 1 else b"H" if width == 2 else b"I"


cdef class PostingList:
    """See `posting_list.PostingList`."""

    cdef readonly Py_ssize_t count
    cdef readonly int64_t average
    cdef object _file
    cdef object _octets
    cdef bytearray _unread
    cdef Py_ssize_t _start, _size
    cdef List _list
    cdef bint _is_checked

    def __init__(
        self, file, Py_ssize_t start, Py_ssize_t size, int code, Py_ssize_t count, int64_t limit, bint impacts,
        int64_t average
    ):
        cdef Row octets
        self._file, self._octets, self._unread, self._start, self._size = file, file.octets, file.unread, start, size
        self.count, self.average = count, average
        octets = _row(self._octets)
        if start < 0 or size < 0 or octets.size != 1 or size > octets.count - start:
            raise file.wrong("a list lies where there is nothing")
        if _lay(&self._list, <const uint8_t*>octets.data + start, size, code, impacts, limit) < 0:
            raise file.wrong("a list of elements that cannot be")

    @property
    def strides(self):
        return self._list.strides

    @property
    def strided(self):
        return self if self._list.strides else None

    cdef const List* _checked(self) except NULL:
        """The list, once all of it is known to be what was written. To find that out may run Python."""
        if not self._is_checked:
            _check(self._file, self._unread, self._start, self._start + self._size)
            self._is_checked = True
        return &self._list

    cdef _wrong(self):
        return self._file.wrong("a list names what is not there")

    def read(self):
        cdef const List* one = self._checked()
        cdef int64_t* numbers = <int64_t*>_room(&_numbers, one.count, 8)
        cdef Py_ssize_t found = _decode(one, 0, one.count, 0, numbers)
        if found <= 0:
            raise self._wrong()
        return _kept(numbers, found), self._weights_of(0, one.count, found)

    cdef _weights_of(self, Py_ssize_t start, Py_ssize_t stop, Py_ssize_t found):
        """The weights of the elements `start` to `stop`, of which so many stand for numbers."""
        cdef uint8_t* kept
        cdef int each = self._list.each
        if not each:
            return None
        if found == stop - start:
            return _copied(self._list.weights + start * each, found, _like(_kind(each)))
        kept = <uint8_t*>_room(&_kept_weights, stop - start, each)
        _keep_weights(&self._list, start, stop, kept)
        return _copied(kept, found, _like(_kind(each)))

    def among(self, wanted):
        cdef Py_ssize_t count, found
        cdef const List* one = self._checked()
        cdef const int64_t* sought = _int64(wanted, &count)
        cdef int64_t* places = <int64_t*>_room(&_numbers, count, 8)
        cdef int64_t* items = <int64_t*>_room(&_items, count, 8)
        cdef array.array weights = None
        found = _meet(one, sought, count, places, items)
        if one.each:
            weights = _new(found, _like(_kind(one.each)))
            _gather(one, items, found, weights.data.as_uchars)
        return _kept(places, found), weights

    def read_strides(self, chosen):
        cdef Py_ssize_t at, start, stop, more, found = 0, size = 0, count
        cdef const List* one = self._checked()
        cdef const int64_t* strides = _int64(chosen, &count)
        cdef int64_t* numbers = <int64_t*>_room(&_numbers, count * STRIDE, 8)
        cdef uint8_t* kept = <uint8_t*>_room(&_kept_weights, count * STRIDE, 4)
        for at in range(count):
            if not 0 <= strides[at] < one.strides:
                raise IndexError("there is no such stride")
            start = strides[at] * STRIDE
            stop = min(start + STRIDE, one.count)
            more = _decode(one, start, stop, _item(one.sums, strides[at], 4), numbers + found)
            if more < 0:
                raise self._wrong()
            found += more
            size += _keep_weights(one, start, stop, kept + size)
        weights = _copied(kept, found, _like(_kind(one.each))) if one.each else None
        return _kept(numbers, found), weights

    def impacts(self):
        cdef const List* one = self._checked()
        return _copied(one.sums + 4 * one.strides, one.strides, _UINT16)
