# Postings as the bytes of a file: see `columnar.lists` for how they lie there.

from cpython.bytearray cimport PyByteArray_AS_STRING, PyByteArray_GET_SIZE
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize, PyBytes_GET_SIZE
from libc.string cimport memcmp

cdef enum:
    STRIDE = 256
    STRIDE_COST = 1_000
    BLOCK_BITS = 14


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
    """See `plain_lists.PostingList`."""

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

    def among(self, cnp.ndarray wanted):
        cdef const int64_t* sought = _int64(wanted)
        cdef const uint8_t* sums = self._checked()
        cdef const uint8_t* data = sums + self._index()
        cdef Py_ssize_t found, place, count = cnp.PyArray_SIZE(wanted)
        cdef int64_t* places = <int64_t*>_room(&_first, count, 8)
        cdef int64_t* items = <int64_t*>_room(&_second, count, 8)
        cdef const uint8_t* weights
        cdef uint8_t* kept
        cdef cnp.ndarray made
        if self._width == 1:
            found = _meet(data, self._elements, 1, sums, self.strides, sought, count, places, items)
        elif self._width == 2:
            found = _meet(data, self._elements, 2, sums, self.strides, sought, count, places, items)
        else:
            found = _meet(data, self._elements, 4, sums, self.strides, sought, count, places, items)
        if not self._each:
            return _copied(places, found, cnp.NPY_INT64), None
        weights = data + self._elements * self._width
        made = _new(found, _kind(self._each))
        kept = <uint8_t*>cnp.PyArray_DATA(made)
        for place in range(found):
            memcpy(kept + place * self._each, weights + items[place] * self._each, self._each)
        return _copied(places, found, cnp.NPY_INT64), made

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
            alive = NULL if living is None else _flags(living, count)
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


cdef struct Section:
    Py_ssize_t start
    Py_ssize_t count
    int width


cdef class TermTable:
    """See `plain_lists.TermTable`."""

    cdef object _file, _fields, _averages
    cdef cnp.ndarray _octets
    cdef bytearray _unread
    cdef Section _text_ends, _texts, _list_ends, _codes, _counts, _data_ends, _data
    cdef int64_t _limit
    cdef bint _impacts

    def __init__(self, file, list fields, list averages, int64_t limit, bint impacts):
        self._file, self._octets, self._unread = file, file.octets, file.unread
        _octets(self._octets)
        self._fields, self._averages, self._limit, self._impacts = fields, averages, limit, impacts
        self._text_ends, self._texts = self._section("text_ends"), self._section("texts")
        self._list_ends, self._codes = self._section("list_ends"), self._section("codes")
        self._counts, self._data_ends = self._section("counts"), self._section("data_ends")
        self._data = self._section("data")

    cdef Section _section(self, name) except *:
        cdef Section found
        found.start, found.count, found.width = self._file.where(name)
        if found.start < 0 or found.start + found.count * found.width > cnp.PyArray_SIZE(self._octets):
            raise self._file.wrong(f"section {name!r} lies where there is nothing")
        if found.width not in (1, 2, 4, 8):
            raise self._file.wrong(f"section {name!r} has items that cannot be")
        return found

    cdef const uint8_t* _checked(self, Py_ssize_t start, Py_ssize_t stop) except NULL:
        """Where a byte of the file lies, once those up to `stop` are known to be what was written."""
        cdef const char* unread = PyByteArray_AS_STRING(self._unread)
        cdef Py_ssize_t block, last = (stop - 1) >> BLOCK_BITS
        if start < 0 or last >= PyByteArray_GET_SIZE(self._unread):
            raise self._file.wrong("bytes are named that are not there")
        for block in range(start >> BLOCK_BITS, last + 1):  # none, of no bytes at the end of a block
            if unread[block]:
                self._file.check(start, stop)
                break
        return <const uint8_t*>cnp.PyArray_DATA(self._octets) + start

    cdef int64_t _at(self, Section* section, Py_ssize_t index) except? -1:
        cdef Py_ssize_t start
        if not 0 <= index < section.count:
            raise self._file.wrong(f"there is no item {index:,} of a section")
        start = section.start + index * section.width
        return _item(self._checked(start, start + section.width), 0, section.width)

    cdef const uint8_t* _text(self, Py_ssize_t number, Py_ssize_t* size) except NULL:
        cdef int64_t first = self._at(&self._text_ends, number), last = self._at(&self._text_ends, number + 1)
        if not 0 <= first <= last <= self._texts.count:
            raise self._file.wrong(f"the text of term {number:,} lies where there is nothing")
        size[0] = last - first
        return self._checked(self._texts.start + first, self._texts.start + last)

    def text(self, Py_ssize_t number):
        cdef Py_ssize_t size
        cdef const uint8_t* found = self._text(number, &size)
        return PyBytes_FromStringAndSize(<const char*>found, size)

    def seek(self, bytes text not None):
        cdef Py_ssize_t low = 0, high = self._text_ends.count - 1, middle, size, length = PyBytes_GET_SIZE(text)
        cdef const uint8_t* found
        cdef int order
        while low < high:
            middle = (low + high) >> 1
            found = self._text(middle, &size)
            order = memcmp(found, PyBytes_AS_STRING(text), min(size, length))
            if order < 0 or (order == 0 and size < length):
                low = middle + 1
            else:
                high = middle
        return low

    def number(self, bytes text not None):
        cdef Py_ssize_t term = self.seek(text), size
        cdef const uint8_t* found
        if term == self._text_ends.count - 1:
            return None
        found = self._text(term, &size)
        if size != PyBytes_GET_SIZE(text) or memcmp(found, PyBytes_AS_STRING(text), size):
            return None
        return term

    def list_in(self, bytes text not None, int field):
        cdef int64_t at, first, last
        term = self.number(text)
        if term is None:
            return None
        first, last = self._at(&self._list_ends, term), self._at(&self._list_ends, <int64_t>term + 1)
        for at in range(first, last):
            if self._at(&self._codes, at) & 15 == field:
                return self.named_list(at)[1]
        return None

    cdef Py_ssize_t _decoded(self, Py_ssize_t at, int code) except -1:
        """How many numbers a list has; they stand in `_first`."""
        cdef int64_t start = self._at(&self._data_ends, at), stop = self._at(&self._data_ends, at + 1)
        cdef int width = 1 << (code >> 4 & 3), both = width + (1 << (code >> 6) >> 1)
        cdef Py_ssize_t size = stop - start, index = 6 if self._impacts else 4, strides = 0, elements, found
        cdef const uint8_t* data
        cdef int64_t* numbers
        if not 0 <= start < stop <= self._data.count or width > 4:
            raise self._file.wrong("a list lies where there is nothing")
        data = self._checked(self._data.start + start, self._data.start + stop)
        if size > STRIDE * both:
            strides = (size + STRIDE * both + index - 1) // (STRIDE * both + index)
        elements = (size - strides * index) // both
        numbers = <int64_t*>_room(&_first, elements, 8)
        found = _sums(data + strides * index, 0, elements, width, 0, numbers)
        if not found or numbers[found - 1] >= self._limit:
            raise self._file.wrong("a list names what is not there")
        return found

    def holders(self, cnp.ndarray terms, int field, Texts texts, Py_ssize_t count):
        cdef const int64_t* own = _int64(terms)
        cdef uint64_t* marks = _clear_marks(count)
        cdef int64_t* numbers
        cdef int64_t at, first, last
        cdef Py_ssize_t term, found, number
        cdef int code
        try:
            for term in range(cnp.PyArray_SIZE(terms)):
                first, last = self._at(&self._list_ends, own[term]), self._at(&self._list_ends, own[term] + 1)
                for at in range(first, last):
                    code = self._at(&self._codes, at)
                    if code & 15 != field:
                        continue
                    found = self._decoded(at, code)
                    numbers = <int64_t*>_first.memory
                    if texts is not None:
                        texts._find(numbers, found, numbers)
                    for number in range(found):
                        if numbers[number] >= count:
                            raise self._file.wrong("a list names what is not there")
                        marks[numbers[number] >> 6] |= <uint64_t>1 << (numbers[number] & 63)
        except IndexError:
            raise self._file.wrong("a list names a place that is not there") from None
        finally:
            # What was marked is taken away again, whatever happened.
            numbers = <int64_t*>_room(&_first, count, 8)
            found = _collected(marks, count, numbers)
        return _copied(numbers, found, cnp.NPY_INT64)

    def lists_of(self, Py_ssize_t term):
        cdef int64_t first = self._at(&self._list_ends, term), last = self._at(&self._list_ends, term + 1)
        return [self.named_list(at) for at in range(first, last)]

    def named_list(self, Py_ssize_t at):
        cdef int code = self._at(&self._codes, at)
        cdef int64_t start = self._at(&self._data_ends, at), stop = self._at(&self._data_ends, at + 1)
        if not 0 <= start <= stop <= self._data.count or code & 15 >= len(self._fields):
            raise self._file.wrong("a list lies where there is nothing")
        average = self._averages[code & 15] if self._averages else 0
        found = PostingList(
            self._file, self._data.start + start, stop - start, code, self._at(&self._counts, at), self._limit,
            self._impacts, average
        )
        return self._fields[code & 15], found
