# Windows, as `cutting` has them.

cdef enum:
    LONGEST_END = 40  # characters of a word that is not cut

cdef struct Place:
    Py_ssize_t start
    Py_ssize_t end


cdef Py_ssize_t _word_start(const character* text, Py_ssize_t at, Py_ssize_t latest) noexcept:
    """The first start of a word from `at` on, but not behind `latest`."""
    while at and at < latest and not Py_UNICODE_ISSPACE(text[at - 1]):
        at += 1
    return at


cdef Py_ssize_t _word_end(const character* text, Py_ssize_t length, Py_ssize_t at) noexcept:
    """The end of the word that `at`, in the text, falls into; for text without spaces, `at` itself."""
    cdef Py_ssize_t limit = min(length, at + LONGEST_END), end = at
    while end < limit and not Py_UNICODE_ISSPACE(text[end]):
        end += 1
    return end if end < limit or limit == length else at


cdef list _inside(
    const character* text, Py_ssize_t length, Around sentence, const Place* places, Py_ssize_t at, Py_ssize_t last,
    Py_ssize_t width,
):
    """Parts of a long sentence, each around the places from one on that fit together."""
    cdef Py_ssize_t first, behind, taken, margin, left, right
    cdef list found = []
    while at < last:
        first = places[at].start
        behind = at + 1
        while behind < last and places[behind].end - first <= width * 3 // 4:
            behind += 1
        taken = places[behind - 1].end
        margin = max(0, width - (taken - first)) // 2
        left = _word_start(text, max(sentence.start, min(first - margin, sentence.end - width)), first)
        right = _word_end(text, length, max(taken, min(sentence.end, left + width)))
        found.append((left, min(right, sentence.end), at, behind))
        at = behind
    return found


cdef list _windows(
    const character* text, Py_ssize_t length, const Place* places, Py_ssize_t count, Py_ssize_t width
):
    cdef Py_ssize_t first = 0, behind, last
    cdef Around sentence
    cdef list found = []
    sentence.end = 0
    while first < count:
        sentence = _around(text, length, places[first].start, width, sentence.end)
        behind = first
        while behind < count and places[behind].start < sentence.end:
            behind += 1
        if sentence.end - sentence.start > width:
            found += _inside(text, length, sentence, places, first, behind, width)
        else:
            last = behind
            while last < count and places[last].end <= sentence.stop:
                last += 1
            found.append((sentence.start, sentence.stop, first, last))
        first = behind
    return found


def windows(text, list places not None, Py_ssize_t width):
    cdef str whole = str.__str__(text)
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(whole), count = len(places), at = 0, start, end
    cdef int kind = PyUnicode_KIND(whole)
    cdef void* data = PyUnicode_DATA(whole)
    cdef Place* found = <Place*>PyMem_Malloc((count + 1) * sizeof(Place))
    if found == NULL:
        raise MemoryError
    width = max(0, min(width, length))  # what is less or more is as these
    try:
        for start, end, _ in places:
            if at == count or not 0 <= start < end <= length:
                raise IndexError("no place in the text")
            found[at] = Place(start, end)
            at += 1
        if kind == 1:
            return _windows(<const uint8_t*>data, length, found, at, width)
        if kind == 2:
            return _windows(<const uint16_t*>data, length, found, at, width)
        return _windows(<const uint32_t*>data, length, found, at, width)
    finally:
        PyMem_Free(found)
