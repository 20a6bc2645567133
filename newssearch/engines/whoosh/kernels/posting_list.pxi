# Postings as the bytes of a file: see `columnar.lists` for how they lie there.

cdef enum:
    STRIDE = 256  # as in `columnar.lists`


cdef inline int64_t _item(const uint8_t* data, Py_ssize_t at, int width) noexcept nogil:
    if width == 1:
        return data[at]
    data += width * at
    if width == 2:
        return data[0] | <uint32_t>data[1] << 8
    if width == 4:
        return data[0] | <uint32_t>data[1] << 8 | <uint32_t>data[2] << 16 | <uint32_t>data[3] << 24
    return _item(data, 0, 4) | _item(data + 4, 0, 4) << 32


cdef inline int64_t _skip(int width) noexcept nogil:
    return (<int64_t>1 << 8 * width) - 1 if width < 4 else <int64_t>1 << 32


cdef inline Py_ssize_t _running(
    const uint8_t* data, Py_ssize_t start, Py_ssize_t stop, int width, int64_t total, int64_t* numbers
) noexcept nogil:
    cdef Py_ssize_t at, found = 0
    cdef int64_t item
    for at in range(start, stop):
        item = _item(data, at, width)
        total += item
        numbers[found] = total
        found += item != _skip(width)
    return found


cdef Py_ssize_t _sums(
    const uint8_t* data, Py_ssize_t start, Py_ssize_t stop, int width, int64_t total, int64_t* numbers
) noexcept nogil:
    """The numbers of elements `start` to `stop`: running sums, but for those of elements that stand for none."""
    if width == 1:
        return _running(data, start, stop, 1, total, numbers)
    if width == 2:
        return _running(data, start, stop, 2, total, numbers)
    return _running(data, start, stop, 4, total, numbers)


cdef Py_ssize_t _weights(
    const uint8_t* data, const uint8_t* weights, Py_ssize_t start, Py_ssize_t stop, int width, int each, uint8_t* kept
) noexcept nogil:
    """The weights of the same elements; the size of what was kept, in bytes."""
    cdef Py_ssize_t at, size = 0
    for at in range(start, stop):
        memcpy(kept + size, weights + at * each, each)
        size += each if _item(data, at, width) != _skip(width) else 0
    return size


cdef inline Py_ssize_t _meet(
    const uint8_t* data, Py_ssize_t elements, int width, const uint8_t* sums, Py_ssize_t strides,
    const int64_t* wanted, Py_ssize_t count, int64_t* places, int64_t* items
) noexcept nogil:
    """Which of the wanted are among the numbers of a list: their places, and their elements."""
    cdef Py_ssize_t at = 0, place, found = 0, stride, step, next_stride
    cdef int64_t total = 0, number = -(<int64_t>1 << 62), item, sought
    for place in range(count):
        sought = wanted[place]
        stride = at // STRIDE
        if stride + 1 < strides and _item(sums, stride + 1, 4) < sought:
            # On to the last stride that begins below it: by doubled steps, then halved ones.
            step = 1
            while stride + 2 * step < strides and _item(sums, stride + 2 * step, 4) < sought:
                step *= 2
            next_stride = stride + step
            while step:
                if next_stride + step < strides and _item(sums, next_stride + step, 4) < sought:
                    next_stride += step
                else:
                    step //= 2
            at, total = next_stride * STRIDE, _item(sums, next_stride, 4)
        while number < sought and at < elements:
            item = _item(data, at, width)
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


cdef int _kind(int width):
    return cnp.NPY_UINT8 if width == 1 else cnp.NPY_UINT16 if width == 2 else cnp.NPY_UINT32


cdef class PostingList:
    """See `posting_list.PostingList`."""

    cdef readonly Py_ssize_t count, strides
    cdef readonly int64_t average
    cdef object _file
    cdef cnp.ndarray _octets
    cdef Py_ssize_t _start, _size, _elements
    cdef int64_t _limit
    cdef int _width, _each
    cdef bint _impacts, _is_checked

    def __init__(
        self, file, Py_ssize_t start, Py_ssize_t size, int code, Py_ssize_t count, int64_t limit, bint impacts,
        int64_t average
    ):
        cdef Py_ssize_t both, index = 6 if impacts else 4
        self._file, self._octets = file, file.octets
        _octets(self._octets)
        if start < 0 or size < 0 or size > cnp.PyArray_SIZE(self._octets) - start:
            raise file.wrong("a list lies where there is nothing")
        self._start, self._size, self._limit, self._impacts = start, size, limit, impacts
        self.count, self.average = count, average
        self._width, self._each = 1 << (code >> 4 & 3), 1 << (code >> 6) >> 1
        if self._width > 4:
            raise file.wrong("a list of elements that cannot be")
        both = self._width + self._each
        self.strides = 0
        if size > STRIDE * both:
            self.strides = (size + STRIDE * both + index - 1) // (STRIDE * both + index)
        self._elements = (size - self.strides * index) // both

    @property
    def strided(self):
        return self if self.strides else None

    cdef const uint8_t* _checked(self) except NULL:
        """Where the list lies, once all of it is known to be what was written."""
        if not self._is_checked:
            self._file.check(self._start, self._start + self._size)
            self._is_checked = True
        return <const uint8_t*>cnp.PyArray_DATA(self._octets) + self._start

    cdef Py_ssize_t _index(self):
        return self.strides * (6 if self._impacts else 4)

    cdef Py_ssize_t _decoded(self) except -1:
        """How many numbers there are; they stand in `_first`."""
        cdef const uint8_t* data = self._checked() + self._index()
        cdef int64_t* numbers = <int64_t*>_room(&_first, self._elements, 8)
        cdef Py_ssize_t found = _sums(data, 0, self._elements, self._width, 0, numbers)
        if not found or numbers[found - 1] >= self._limit:
            raise self._file.wrong("a list names what is not there")
        return found

    def read(self):
        cdef Py_ssize_t found = self._decoded()
        numbers = _copied(_first.memory, found, cnp.NPY_INT64)
        return numbers, _copied(self._kept_weights(found), found, _kind(self._each)) if self._each else None

    cdef const uint8_t* _kept_weights(self, Py_ssize_t found) except NULL:
        """Where the weights of all numbers stand, one behind the other."""
        cdef const uint8_t* data = self._checked() + self._index()
        cdef const uint8_t* weights = data + self._elements * self._width
        cdef uint8_t* kept
        if found == self._elements:
            return weights
        kept = <uint8_t*>_room(&_second, self._elements, 4)
        _weights(data, weights, 0, self._elements, self._width, self._each, kept)
        return kept

    cdef Py_ssize_t _found(self, const int64_t* wanted, Py_ssize_t count) except -1:
        """How many of the wanted there are: where they stand, in `_first`, and their elements, in `_second`."""
        cdef const uint8_t* sums = self._checked()
        cdef const uint8_t* data = sums + self._index()
        cdef int64_t* places = <int64_t*>_room(&_first, count, 8)
        cdef int64_t* items = <int64_t*>_room(&_second, count, 8)
        if self._width == 1:
            return _meet(data, self._elements, 1, sums, self.strides, wanted, count, places, items)
        if self._width == 2:
            return _meet(data, self._elements, 2, sums, self.strides, wanted, count, places, items)
        return _meet(data, self._elements, 4, sums, self.strides, wanted, count, places, items)

    cdef int _gather_weights(self, Py_ssize_t found, uint8_t* kept) except -1:
        """The weights of the elements in `_second`."""
        cdef const uint8_t* weights = self._checked() + self._index() + self._elements * self._width
        cdef const int64_t* items = <const int64_t*>_second.memory
        cdef Py_ssize_t at
        for at in range(found):
            memcpy(kept + at * self._each, weights + items[at] * self._each, self._each)
        return 0

    def among(self, cnp.ndarray wanted):
        cdef Py_ssize_t found = self._found(_int64(wanted), cnp.PyArray_SIZE(wanted))
        cdef cnp.ndarray weights
        if not self._each:
            return _copied(_first.memory, found, cnp.NPY_INT64), None
        weights = _new(found, _kind(self._each))
        self._gather_weights(found, <uint8_t*>cnp.PyArray_DATA(weights))
        return _copied(_first.memory, found, cnp.NPY_INT64), weights

    def read_strides(self, cnp.ndarray chosen):
        cdef const int64_t* strides = _int64(chosen)
        cdef const uint8_t* sums = self._checked()
        cdef const uint8_t* data = sums + self._index()
        cdef const uint8_t* weights = data + self._elements * self._width
        cdef Py_ssize_t at, start, stop, found = 0, size = 0, count = cnp.PyArray_SIZE(chosen)
        cdef int64_t* numbers = <int64_t*>_room(&_first, count * STRIDE, 8)
        cdef uint8_t* kept = <uint8_t*>_room(&_second, count * STRIDE, 4)
        for at in range(count):
            if not 0 <= strides[at] < self.strides:
                raise IndexError(f"there is no stride {strides[at]}")
            start = strides[at] * STRIDE
            stop = min(start + STRIDE, self._elements)
            found += _sums(data, start, stop, self._width, _item(sums, strides[at], 4), numbers + found)
            if self._each:
                size += _weights(data, weights, start, stop, self._width, self._each, kept + size)
        if found and numbers[found - 1] >= self._limit:
            raise self._file.wrong("a list names what is not there")
        weight = _copied(kept, found, _kind(self._each)) if self._each else None
        return _copied(numbers, found, cnp.NPY_INT64), weight

    def impacts(self):
        return _copied(self._checked() + 4 * self.strides, self.strides, cnp.NPY_UINT16)
