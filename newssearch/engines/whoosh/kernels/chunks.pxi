# Written chunks to their numbers: a text is parted and looked up in one go, without a string for each chunk.

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ, PyUnicode_Substring, Py_UNICODE_ISLOWER,
    Py_UNICODE_ISSPACE, Py_UNICODE_ISTITLE, Py_UNICODE_ISUPPER,
)
from cpython cimport array

cdef enum:
    LONGEST = 48  # as in `chunk_table`

ctypedef fused character:
    uint8_t
    uint16_t
    uint32_t

cdef struct Entry:
    uint64_t hash
    uint32_t start
    uint32_t length
    uint32_t number


cdef uint64_t _seed = <uint64_t>hash("chunks") | 1  # another in every process: nobody can write texts that collide


cdef class ChunkTable:
    """See `chunk_table.ChunkTable`. Open addressing; `_letters` holds the chunks' code points, one behind the other."""

    cdef object _missing
    cdef Entry* _entries
    cdef uint32_t* _letters
    cdef Py_ssize_t _capacity, _count, _room, _used

    def __cinit__(self, missing):
        self._missing = missing
        self._capacity, self._room = 1 << 10, 1 << 13
        self._entries = <Entry*>calloc(self._capacity, sizeof(Entry))
        self._letters = <uint32_t*>malloc(self._room * sizeof(uint32_t))
        if self._entries == NULL or self._letters == NULL:
            raise MemoryError

    def __dealloc__(self):
        free(self._entries)
        free(self._letters)

    def __len__(self):
        return self._count

    def number(self, chunk):
        return self._number(str.__str__(chunk))  # of a subclass too, which `str` refuses as the type

    cdef int64_t _number(self, str chunk) except -1:
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(chunk)
        cdef int kind = PyUnicode_KIND(chunk)
        cdef void* data = PyUnicode_DATA(chunk)
        if kind == 1:
            return self._look_up(<const uint8_t*>data, 0, length, chunk)
        if kind == 2:
            return self._look_up(<const uint16_t*>data, 0, length, chunk)
        return self._look_up(<const uint32_t*>data, 0, length, chunk)

    cdef int64_t _look_up(self, const character* text, Py_ssize_t start, Py_ssize_t stop, str whole) except -1:
        """The number of a part of a text; a new one is analysed and remembered, unless it is too long to come again."""
        cdef uint64_t hash = _seed
        cdef Py_ssize_t at, slot, length = stop - start, mask = self._capacity - 1
        cdef Entry* entry
        cdef const uint32_t* letters
        cdef bint same
        if length > LONGEST:
            return self._missing(PyUnicode_Substring(whole, start, stop))
        for at in range(start, stop):
            hash = (hash ^ text[at]) * <uint64_t>0x9E3779B97F4A7C15
            hash ^= hash >> 29
        hash |= 1  # 0 is an entry that is free
        slot = hash >> 20 & mask
        while self._entries[slot].hash:
            entry = &self._entries[slot]
            if entry.hash == hash and entry.length == length:
                letters = self._letters + entry.start
                same = True
                for at in range(length):
                    if letters[at] != text[start + at]:
                        same = False
                        break
                if same:
                    return entry.number
            slot = (slot + 1) & mask
        return self._meet(hash, PyUnicode_Substring(whole, start, stop))

    cdef int64_t _meet(self, uint64_t hash, str chunk) except -1:
        """The number of a new chunk, which is remembered."""
        cdef uint32_t number = self._missing(chunk)  # which may have put others in: the slot is looked for again
        cdef Py_ssize_t at, slot, length = PyUnicode_GET_LENGTH(chunk)
        cdef int kind = PyUnicode_KIND(chunk)
        cdef void* data = PyUnicode_DATA(chunk)
        self._grow(length)
        for at in range(length):
            self._letters[self._used + at] = PyUnicode_READ(kind, data, at)
        slot = self._free_slot(self._entries, self._capacity, hash)
        self._entries[slot] = Entry(hash, self._used, length, number)
        self._used += length
        self._count += 1
        return number

    cdef Py_ssize_t _free_slot(self, const Entry* entries, Py_ssize_t capacity, uint64_t hash) noexcept:
        cdef Py_ssize_t slot = hash >> 20 & (capacity - 1)
        while entries[slot].hash:
            slot = (slot + 1) & (capacity - 1)
        return slot

    cdef int _grow(self, Py_ssize_t length) except -1:
        """Make room for one more chunk: no more than half of the entries are taken."""
        cdef Entry* entries
        cdef uint32_t* letters
        cdef Py_ssize_t at
        if self._used + length > self._room:
            letters = <uint32_t*>realloc(self._letters, 2 * self._room * sizeof(uint32_t))
            if letters == NULL:
                raise MemoryError
            self._letters, self._room = letters, 2 * self._room
        if 2 * (self._count + 1) > self._capacity:
            entries = <Entry*>calloc(2 * self._capacity, sizeof(Entry))
            if entries == NULL:
                raise MemoryError
            for at in range(self._capacity):
                if self._entries[at].hash:
                    entries[self._free_slot(entries, 2 * self._capacity, self._entries[at].hash)] = self._entries[at]
            free(self._entries)
            self._entries, self._capacity = entries, 2 * self._capacity
        return 0


cdef bint _is_upper(const character* text, Py_ssize_t start, Py_ssize_t stop) noexcept:
    """Whether a line is in capitals, as `str.isupper` has it."""
    cdef Py_ssize_t at
    cdef bint cased = False
    for at in range(start, stop):
        if Py_UNICODE_ISLOWER(text[at]) or Py_UNICODE_ISTITLE(text[at]):
            return False
        cased = cased or Py_UNICODE_ISUPPER(text[at])
    return cased


cdef int _number_lines(
    const character* text, Py_ssize_t length, str whole, ChunkTable mixed, ChunkTable capitals, array.array stream
) except -1:
    cdef Py_ssize_t line = 0, end, start, at
    cdef ChunkTable table
    cdef uint32_t number
    while line <= length:
        end = line
        while end < length and text[end] != 10:
            end += 1
        table = capitals if _is_upper(text, line, end) else mixed
        at = line
        while at < end:
            while at < end and Py_UNICODE_ISSPACE(text[at]):
                at += 1
            start = at
            while at < end and not Py_UNICODE_ISSPACE(text[at]):
                at += 1
            if start < at:
                number = table._look_up(text, start, at, whole)
                array.extend_buffer(stream, <char*>&number, 1)
        line = end + 1
    return 0


def number_chunks(text, ChunkTable mixed not None, ChunkTable capitals not None, array.array stream):
    cdef str whole = str.__str__(text)
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(whole)
    cdef int kind = PyUnicode_KIND(whole)
    cdef void* data = PyUnicode_DATA(whole)
    if stream is None or stream.ob_descr.typecode != b"I":
        raise TypeError("an array of unsigned numbers is wanted")
    if kind == 1:
        _number_lines(<const uint8_t*>data, length, whole, mixed, capitals, stream)
    elif kind == 2:
        _number_lines(<const uint16_t*>data, length, whole, mixed, capitals, stream)
    else:
        _number_lines(<const uint32_t*>data, length, whole, mixed, capitals, stream)
