# Written chunks to their numbers: a text is parted and looked up in one go, without a string for each chunk.

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_Substring, Py_UNICODE_ISLOWER, Py_UNICODE_ISSPACE,
    Py_UNICODE_ISTITLE, Py_UNICODE_ISUPPER,
)
from cpython cimport array

from os import urandom as _urandom

cdef enum:
    LONGEST = 48  # as in `chunk_table`
    SHORT = 16  # letters that fit into two words, where they are of Latin 1: nearly every chunk
    AT_ONCE = 256

ctypedef fused character:
    uint8_t
    uint16_t
    uint32_t

cdef struct Entry:
    uint64_t first  # of a short chunk its letters, a byte each, else a hash of them
    uint64_t second  # the rest of them, else where they stand in `_letters`
    uint32_t number
    uint32_t length  # 0: the entry is free; `LONG` is added to that of a chunk that is not short

cdef uint32_t LONG = 1 << 31

# What chunks are multiplied with, in another way in every process: so it is hard to write a text whose chunks fall
# together. The high bits of a product with a random odd number are spread as random ones are (Dietzfelbinger et al.,
# *A reliable randomized algorithm for the closest-pair problem*, 1997).
cdef uint64_t[2] _odd = [int.from_bytes(_urandom(8), "little") | 1 for _ in range(2)]


cdef class ChunkTable:
    """See `chunk_table.ChunkTable`. Open addressing; `_letters` holds the code points of chunks that are not short."""

    cdef object _missing
    cdef Entry* _entries
    cdef uint32_t* _letters
    cdef Py_ssize_t _bits, _count, _room, _used

    def __cinit__(self, missing):
        self._missing = missing
        self._bits, self._room = 10, 1 << 10
        self._entries = <Entry*>calloc(1 << self._bits, sizeof(Entry))
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
        cdef Py_ssize_t at, slot, length = stop - start, mask = (1 << self._bits) - 1
        cdef Entry wanted
        cdef Entry* entry
        if length > LONGEST:
            wanted.number = self._missing(PyUnicode_Substring(whole, start, stop))
            return wanted.number
        wanted = _entry(text, start, length)
        slot = self._first_slot(&wanted, self._bits)
        while self._entries[slot].length:
            entry = &self._entries[slot]
            if entry.first == wanted.first and entry.length == wanted.length and (
                self._has(entry, text, start, length) if entry.length & LONG else entry.second == wanted.second
            ):
                return entry.number
            slot = (slot + 1) & mask
        wanted.number = self._missing(PyUnicode_Substring(whole, start, stop))  # which may put others in
        self._grow(length)
        if wanted.length & LONG:
            wanted.second = self._used
            for at in range(length):
                self._letters[self._used + at] = text[start + at]
            self._used += length
        self._put(self._entries, self._bits, &wanted)
        self._count += 1
        return wanted.number

    cdef bint _has(self, const Entry* entry, const character* text, Py_ssize_t start, Py_ssize_t length) noexcept:
        """Whether the entry of a long chunk is that of this one."""
        cdef Py_ssize_t at
        for at in range(length):
            if self._letters[entry.second + at] != text[start + at]:
                return False
        return True

    cdef Py_ssize_t _first_slot(self, const Entry* entry, Py_ssize_t bits) noexcept:
        """Where a chunk is, unless others are there: then it is in the first slot behind that was free."""
        cdef uint64_t hash = entry.first * _odd[0]
        hash ^= hash >> 32
        if not entry.length & LONG:
            hash += entry.second
        return (hash + entry.length) * _odd[1] >> (64 - bits)

    cdef void _put(self, Entry* entries, Py_ssize_t bits, const Entry* entry) noexcept:
        cdef Py_ssize_t slot = self._first_slot(entry, bits), mask = (1 << bits) - 1
        while entries[slot].length:
            slot = (slot + 1) & mask
        entries[slot] = entry[0]

    cdef int _grow(self, Py_ssize_t length) except -1:
        """Make room for one more chunk: no more than three quarters of the entries are taken."""
        cdef Entry* entries
        cdef uint32_t* letters
        cdef Py_ssize_t at, capacity = 1 << self._bits
        if self._used + length > self._room:
            letters = <uint32_t*>realloc(self._letters, 2 * self._room * sizeof(uint32_t))
            if letters == NULL:
                raise MemoryError
            self._letters, self._room = letters, 2 * self._room
        if 4 * (self._count + 1) > 3 * capacity:
            entries = <Entry*>calloc(2 * capacity, sizeof(Entry))
            if entries == NULL:
                raise MemoryError
            for at in range(capacity):
                if self._entries[at].length:
                    self._put(entries, self._bits + 1, &self._entries[at])
            free(self._entries)
            self._entries, self._bits = entries, self._bits + 1
        return 0


cdef Entry _entry(const character* text, Py_ssize_t start, Py_ssize_t length) noexcept:
    """What is looked for in the place of a chunk."""
    cdef uint64_t[2] letters = [0, 0]
    cdef uint64_t hash = 0
    cdef Py_ssize_t at
    cdef bint short = 0 < length <= SHORT
    for at in range(length):
        if text[start + at] > 0xFF:
            short = False
            break
    if short:
        for at in range(length):
            letters[at >> 3] |= <uint64_t>text[start + at] << 8 * (at & 7)
        return Entry(letters[0], letters[1], 0, length)
    for at in range(length):
        hash = (hash ^ text[start + at]) * _odd[0]
        hash ^= hash >> 29
    return Entry(hash, 0, 0, length | LONG)


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
    cdef Py_ssize_t line = 0, end, start, at, found = 0
    cdef ChunkTable table
    cdef uint32_t[AT_ONCE] numbers
    try:
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
                    numbers[found] = table._look_up(text, start, at, whole)
                    found += 1
                    if found == AT_ONCE:
                        found = 0
                        stream.frombytes((<char*>numbers)[:sizeof(numbers)])
            line = end + 1
    finally:
        stream.frombytes((<char*>numbers)[:found * sizeof(uint32_t)])
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
