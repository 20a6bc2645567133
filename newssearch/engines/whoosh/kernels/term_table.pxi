# The sorted terms of a file of postings, and what lists each has.

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize, PyBytes_GET_SIZE
from libc.string cimport memcmp

cdef struct Section:
    Py_ssize_t start
    Py_ssize_t count
    int width


cdef class TermTable:
    """See `term_table.TermTable`."""

    cdef object _file, _fields, _averages
    cdef object _octets
    cdef Row _bytes
    cdef bytearray _unread
    cdef Section _text_ends, _texts, _list_ends, _codes, _counts, _data_ends, _data
    cdef int64_t _limit
    cdef bint _impacts

    def __init__(self, file, list fields, list averages, int64_t limit, bint impacts):
        self._file, self._octets, self._unread = file, file.octets, file.unread
        self._bytes = _row(self._octets)
        if self._bytes.size != 1:
            raise TypeError("bytes are wanted")
        self._fields, self._averages, self._limit, self._impacts = fields, averages, limit, impacts
        self._text_ends, self._texts = self._section("text_ends"), self._section("texts")
        self._list_ends, self._codes = self._section("list_ends"), self._section("codes")
        self._counts, self._data_ends = self._section("counts"), self._section("data_ends")
        self._data = self._section("data")

    cdef Section _section(self, name) except *:
        cdef Section found
        found.start, found.count, found.width = self._file.where(name)
        if found.width not in (1, 2, 4, 8):
            raise self._file.wrong(f"section {name!r} has items that cannot be")
        if found.start < 0 or not 0 <= found.count <= (self._bytes.count - found.start) // found.width:
            raise self._file.wrong(f"section {name!r} lies where there is nothing")
        return found

    cdef const uint8_t* _checked(self, Py_ssize_t start, Py_ssize_t stop) except NULL:
        """Where a byte of the file lies, once those up to `stop` are known to be what was written."""
        _check(self._file, self._unread, start, stop)
        return <const uint8_t*>self._bytes.data + start

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

    cdef int _lay_out(self, Py_ssize_t at, int code, List* one) except -1:
        """Say where a list lies, once it is known to be what was written."""
        cdef int64_t start = self._at(&self._data_ends, at), stop = self._at(&self._data_ends, at + 1)
        if not 0 <= start < stop <= self._data.count:
            raise self._file.wrong("a list lies where there is nothing")
        data = self._checked(self._data.start + start, self._data.start + stop)
        if _lay(one, data, stop - start, code, self._impacts, self._limit) < 0:
            raise self._file.wrong("a list of elements that cannot be")
        return 0

    def holders(self, terms, list fields not None, Py_ssize_t count):
        cdef Py_ssize_t size, slots = len(fields), lists = 0, term, slot
        cdef const int64_t* own = _int64(terms, &size)
        cdef Py_ssize_t most = min(size * slots, self._codes.count)
        cdef List* laid = <List*>malloc((most + 1) * (sizeof(List) + sizeof(Py_ssize_t)))
        cdef Py_ssize_t* slot_of = <Py_ssize_t*>(laid + most + 1)
        cdef Py_ssize_t wanted[16]
        cdef int64_t at, first, last
        cdef int code, seen
        if laid == NULL:
            raise MemoryError
        try:
            for at in range(16):
                wanted[at] = -1
            for slot, (field, _) in enumerate(fields):
                if not 0 <= field < 16:
                    raise self._file.wrong("more fields than there can be")
                wanted[<int>field] = slot
            for term in range(size):
                first, last = self._at(&self._list_ends, own[term]), self._at(&self._list_ends, own[term] + 1)
                seen = 0
                for at in range(first, last):
                    code = self._at(&self._codes, at)
                    if wanted[code & 15] >= 0 and not seen >> (code & 15) & 1:
                        seen |= 1 << (code & 15)
                        if lists == most:
                            raise self._file.wrong("terms share their lists")
                        slot_of[lists] = wanted[code & 15]
                        self._lay_out(at, code, &laid[lists])
                        lists += 1
            return [self._held(laid, slot_of, lists, slot, fields[slot][1], count) for slot in range(slots)]
        except IndexError as error:
            raise self._file.wrong(str(error)) from None
        finally:
            free(laid)

    cdef array.array _held(
        self, const List* laid, const Py_ssize_t* slot_of, Py_ssize_t lists, Py_ssize_t slot, Texts texts, Py_ssize_t count
    ):
        """The documents of the lists of one field."""
        cdef uint64_t* marks = _no_marks(count)
        cdef int64_t* numbers
        cdef Py_ssize_t at, found, number
        for at in range(lists):
            if slot_of[at] != slot:
                continue
            numbers = <int64_t*>_room(&_numbers, laid[at].count, 8)
            found = _decode(&laid[at], 0, laid[at].count, 0, numbers)
            if texts is not None and found > 0:
                found = texts._find(numbers, found, numbers)
            if found <= 0 or numbers[found - 1] >= count:
                raise IndexError("a list names what is not there")
            for number in range(found):
                marks[numbers[number] >> 6] |= <uint64_t>1 << (numbers[number] & 63)
        numbers = <int64_t*>_room(&_numbers, count, 8)
        return _kept(numbers, _collected(marks, count, numbers))

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
