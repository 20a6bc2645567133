# The texts of a field, one behind the other: which of them a place is in.

cdef inline Py_ssize_t _text(const uint32_t* starts, Py_ssize_t texts, Py_ssize_t text, uint64_t place) noexcept nogil:
    """The text that a place is in, which is not behind the last, from another on that is not behind it."""
    cdef Py_ssize_t step = 1, low, high, middle
    if place < starts[text + 1]:
        return text
    while text + step < texts and starts[text + step] <= place:
        text += step
        step *= 2
    low, high = text, min(text + step, texts) - 1
    while low < high:
        middle = (low + high + 1) >> 1
        if starts[middle] <= place:
            low = middle
        else:
            high = middle - 1
    return low


cdef class Texts:
    """See `texts.Texts`."""

    cdef object _held
    cdef const uint32_t* _starts
    cdef uint32_t* _table
    cdef Py_ssize_t _count, _sought
    cdef int _bits

    def __init__(self, starts):
        cdef Row row
        cdef Py_ssize_t at
        cdef array.array narrow
        free(self._table)
        self._table, self._sought, self._bits = NULL, 0, 0
        self._held = memoryview(starts)  # which nobody changes the length of while it is held
        row = _row(self._held)
        if row.kind == b"Q" or row.kind == b"q":
            narrow = _new(row.count, _UINT32)
            for at in range(row.count):
                if (<const uint64_t*>row.data)[at] >> 32:
                    raise ValueError("texts that end behind 4,294,967,296 places")
                narrow.data.as_uints[at] = (<const uint64_t*>row.data)[at]
            self._held = memoryview(narrow)
            row = _row(self._held)
        if row.kind != b"I":
            raise TypeError("uint32 are wanted")
        if not row.count:
            raise ValueError("texts start somewhere and end somewhere")
        self._starts, self._count = <const uint32_t*>row.data, row.count - 1

    def __dealloc__(self):
        free(self._table)

    cdef int _lay_out(self) except -1:
        """Make a table of the text at every 2**bits-th place: from there it is a step or two to that of any place."""
        cdef const uint32_t* starts = self._starts
        cdef uint64_t places = starts[self._count], each = places // <uint64_t>max(self._count, 1), at
        cdef Py_ssize_t text = 0
        cdef uint32_t* table
        while <uint64_t>1 << (self._bits + 2) <= each:
            self._bits += 1
        table = <uint32_t*>malloc(((places >> self._bits) + 1) * sizeof(uint32_t))
        if table == NULL:
            raise MemoryError
        for at in range((places >> self._bits) + 1):
            while text + 1 < self._count and starts[text + 1] <= at << self._bits:
                text += 1
            table[at] = text
        self._table = table
        return 0

    cdef Py_ssize_t _find(self, const int64_t* places, Py_ssize_t count, int64_t* found) except -1:
        """The text of each of ascending places, which may stand where these do; how many there are."""
        cdef const uint32_t* starts = self._starts
        cdef const uint32_t* table
        cdef Py_ssize_t at, text = 0
        if not count:
            return 0
        if not self._count or places[0] < starts[0] or places[count - 1] >= starts[self._count]:
            raise IndexError("a place is in no text")
        self._sought += count
        if self._table == NULL and self._sought > self._count:  # so far, making the table was not worth it
            self._lay_out()
        if self._table == NULL:
            for at in range(count):
                text = _text(starts, self._count, text, places[at])
                found[at] = text
            return count
        table = self._table
        for at in range(count):
            if <uint64_t>places[at] >= starts[self._count]:
                raise IndexError("a place is in no text")
            text = table[places[at] >> self._bits]
            while text + 1 < self._count and starts[text + 1] <= <uint64_t>places[at]:
                text += 1
            found[at] = text
        return count

    def of(self, places):
        cdef Py_ssize_t count
        cdef const int64_t* own = _int64(places, &count)
        cdef array.array made = _new(count, _INT64)
        self._find(own, count, <int64_t*>made.data.as_longlongs)
        return made

    def tally(self, places):
        cdef Py_ssize_t at, found = 0, count
        cdef const int64_t* own = _int64(places, &count)
        cdef int64_t* texts = <int64_t*>_room(&_numbers, count, 8)
        cdef int64_t* counts = <int64_t*>_room(&_items, count, 8)
        self._find(own, count, texts)
        for at in range(count):
            if not at or texts[at] != texts[found - 1]:
                texts[found], counts[found] = texts[at], 0
                found += 1
            counts[found - 1] += 1
        return _kept(texts, found), _kept(counts, found)
