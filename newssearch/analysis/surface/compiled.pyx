# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The searches of `plain`, `sentences` and `cutting`, compiled: of the text as it lies nothing is copied.

All spellings are looked for in one pass.
"""

from cpython.bytes cimport PyBytes_AS_STRING
from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, Py_UNICODE_ISALNUM, Py_UNICODE_ISSPACE,
)
from libc.stdint cimport uint8_t, uint16_t, uint32_t
from libc.string cimport memcpy, memset

from newssearch.analysis.surface.abbreviations import ABBREVIATIONS

ctypedef fused character:
    uint8_t
    uint16_t
    uint32_t

cdef enum:
    MOST = 1 << 20  # spellings
    LONGEST = 8  # bytes of a spelling: more than `plain.LETTERS` and a hyphen
    STRETCH = 64  # characters that are looked at together
    OTHER = 63  # "?", which a code point that is not ASCII is read as

# What follows is as in `plain`.

cdef uint8_t _FOLDED[128]  # a capital is small, a dot a hyphen, white space a space
cdef bint _IS_INSIDE[128]  # letters and digits

for _code in range(128):
    _FOLDED[_code] = ord(chr(_code).lower()) if chr(_code) != "." else ord("-")
    if 9 <= _code < 14 or 28 <= _code < 32:
        _FOLDED[_code] = ord(" ")
    _IS_INSIDE[_code] = chr(_code).isalnum()


cdef inline uint8_t _folded(uint32_t code) noexcept nogil:
    if code < 128:
        return _FOLDED[code]
    if code == 0x2018 or code == 0x2019:
        return 39
    if code == 0x201C or code == 0x201D:
        return 34
    if code == 0x2013 or code == 0x2014 or code == 0x2026:
        return 45
    return OTHER


cdef struct Spelling:
    uint8_t letters[LONGEST]
    int length


cdef bint _is_plain(const character* text, Py_ssize_t length) noexcept nogil:
    cdef Py_ssize_t at
    for at in range(length):
        if text[at] >= 128 and _folded(text[at]) == OTHER:
            return False
    return True


cdef inline bint _is_space(uint32_t code) noexcept nogil:
    return code < 128 and _FOLDED[code] == 32


cdef bint _stands(
    const character* text, Py_ssize_t at, Py_ssize_t length, const Spelling* spellings, Py_ssize_t count
) noexcept nogil:
    """Whether one of the spellings stands here."""
    cdef Py_ssize_t one, ahead
    for one in range(count):
        ahead = 0
        while ahead < spellings[one].length and at + ahead < length:
            if _folded(text[at + ahead]) != spellings[one].letters[ahead]:
                break
            ahead += 1
        if ahead == spellings[one].length:
            return True
    return False


cdef int _second(const Spelling* spellings, Py_ssize_t count) noexcept nogil:
    """The second letter of all spellings that begin with one letter, but for those with a hyphen there; -1: none."""
    cdef Py_ssize_t one
    cdef int second = -1
    if not count or spellings[0].letters[0] >= 128 or not _IS_INSIDE[spellings[0].letters[0]]:
        return -1  # what curly quotation marks and dashes are read as, for one
    for one in range(count):
        if spellings[one].length < 2 or spellings[one].letters[0] != spellings[0].letters[0]:
            return -1
        if spellings[one].letters[1] != 45:
            if second >= 0 and second != spellings[one].letters[1]:
                return -1
            second = spellings[one].letters[1]
    return second


cdef bint _may_stand(const character* text, character first, character second, bint is_plain) noexcept nogil:
    """Whether a spelling with these letters, or what is not ASCII, may begin in a stretch: of all places at once.

    A capital is a small letter without one bit, which the letters looked for have. What else differs in it alone is
    looked at in vain.
    """
    cdef character may = 0, before, here, after
    cdef Py_ssize_t at
    for at in range(STRETCH):
        before, here, after = text[at - 1], text[at], text[at + 1] | 32
        may |= (
            ((here | 32) == first)
            & ((after == second) | (after == 45) | (after == 46) | (after > 127))
            & ((before < 48) | (before > 57)) & (((before | 32) < 97) | ((before | 32) > 122))
        )
        may |= ((here > 127) | (here == OTHER)) & (not is_plain)
    return may


cdef list _runs(const character* text, Py_ssize_t length, bint is_plain, const Spelling* spellings, Py_ssize_t count):
    cdef bint may_begin[256]  # what begins a spelling, and what is not ASCII
    cdef Py_ssize_t at, start, end = 0, looked_at = 0
    cdef int second = _second(spellings, count)
    cdef uint8_t first
    cdef list runs = []
    memset(may_begin, 0, sizeof(may_begin))
    for at in range(128, 256):
        may_begin[at] = True
    may_begin[OTHER] = not is_plain
    for at in range(count):
        first = spellings[at].letters[0]
        may_begin[first] = True
        may_begin[first - 32 if 97 <= first <= 122 else 46 if first == 45 else first] = True  # which is folded to it
    at = 0
    while at < length:
        if second >= 0 and at and at >= looked_at and at + STRETCH < length:
            if not _may_stand(text + at, spellings[0].letters[0], second | 32, is_plain):
                at += STRETCH
                continue
            looked_at = at + STRETCH
        if not may_begin[text[at] if text[at] < 255 else 255]:
            at += 1
            continue
        if (not is_plain and _folded(text[at]) == OTHER) or (
            not (at and text[at - 1] < 128 and _IS_INSIDE[text[at - 1]]) and _stands(text, at, length, spellings, count)
        ):
            start, end = at, at
            while start and not _is_space(text[start - 1]):
                start -= 1
            while end < length and not _is_space(text[end]):
                end += 1
            runs.append((start, end))
            at = end
        at += 1
    return runs


cdef class Surface:
    """See `plain.Surface`."""

    cdef readonly str text

    def __init__(self, text):
        self.text = str.__str__(text)  # of a subclass too, which `str` refuses as the type of an argument

    def runs(self, written):
        cdef str text = self.text
        if text is None:
            raise TypeError("a surface has a text")
        if len(written) > MOST:
            raise ValueError(f"more spellings than {MOST:,}")
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0, size, count = len(written)
        cdef int kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        cdef bint is_plain = text.isascii()
        cdef bytes spelling
        cdef Spelling* spellings = <Spelling*>PyMem_Malloc((count + 1) * sizeof(Spelling))
        if spellings == NULL:
            raise MemoryError
        try:
            for spelling in written:
                size = len(spelling)
                if not 0 < size <= LONGEST or not spelling.isascii() or at == count:
                    raise ValueError(f"no spelling {spelling!r}: a few letters of ASCII are wanted")
                memcpy(spellings[at].letters, PyBytes_AS_STRING(spelling), size)
                spellings[at].length = size
                at += 1
            if kind == 1:
                is_plain = is_plain or _is_plain(<const uint8_t*>data, length)
                return _runs(<const uint8_t*>data, length, is_plain, spellings, at)
            if kind == 2:
                is_plain = _is_plain(<const uint16_t*>data, length)
                return _runs(<const uint16_t*>data, length, is_plain, spellings, at)
            is_plain = _is_plain(<const uint32_t*>data, length)
            return _runs(<const uint32_t*>data, length, is_plain, spellings, at)
        finally:
            PyMem_Free(spellings)


include "sentences.pxi"
include "cutting.pxi"
