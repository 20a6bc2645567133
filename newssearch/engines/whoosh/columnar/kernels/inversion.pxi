# Texts turned over into postings: the words of some terms are gathered, what stands in each list counted and dealt out.

cdef struct Standing:
    uint32_t list
    uint32_t number  # a place or a document

cdef uint32_t NOBODY = <uint32_t>-1


cdef Py_ssize_t _words_of(const uint32_t* ranks, Py_ssize_t words, uint32_t low, uint32_t terms) noexcept nogil:
    """How many words are of so many terms from `low` on."""
    cdef Py_ssize_t word, count = 0
    for word in range(words):
        count += ranks[word] - low < terms
    return count


cdef Py_ssize_t _noted(
    const uint32_t* ranks, Py_ssize_t words, uint32_t low, uint32_t terms, uint32_t each, uint32_t field,
    const uint32_t* numbers, bint of_value, Standing* standing
) noexcept nogil:
    """Put down in which list each word of a value stands that is of these terms; how many these are.

    Most words are of other terms, and no processor guesses which: so each is written, over the one before if that was
    of another, and one more than there are.
    """
    cdef Py_ssize_t word, count = 0
    cdef uint32_t term
    for word in range(words):
        term = ranks[word] - low
        standing[count].list = term * each + field
        standing[count].number = numbers[0] if of_value else numbers[word]
        count += term < terms
    return count


cdef Py_ssize_t _counted(const Standing* standing, Py_ssize_t count, uint32_t* last, int64_t* counts) noexcept nogil:
    """Count what is in each list, a document once; how many these are. `last` is NULL where places are counted."""
    cdef Py_ssize_t at, found = 0
    for at in range(count):
        if last == NULL or last[standing[at].list] != standing[at].number:
            counts[standing[at].list] += 1
            found += 1
            if last != NULL:
                last[standing[at].list] = standing[at].number
    return found


cdef void _deal(
    const Standing* standing, Py_ssize_t count, uint32_t* last, int64_t* next_free, int64_t* postings, int64_t* weights
) noexcept nogil:
    """Put everything behind what is in its list already; a document that a list had last weighs one more there."""
    cdef Py_ssize_t at
    cdef int64_t* free
    for at in range(count):
        free = next_free + standing[at].list
        if last != NULL:
            if last[standing[at].list] == standing[at].number:
                weights[free[0] - 1] += 1
                continue
            last[standing[at].list] = standing[at].number
            weights[free[0]] = 1
        postings[free[0]] = standing[at].number
        free[0] += 1


def turned_over(
    cnp.ndarray ranks not None, Py_ssize_t low, Py_ssize_t high, cnp.ndarray sizes not None,
    cnp.ndarray fields not None, Py_ssize_t each, cnp.ndarray documents not None, cnp.ndarray places
):
    cdef Py_ssize_t values = cnp.PyArray_SIZE(fields), words = cnp.PyArray_SIZE(ranks), lists, at, read = 0, count = 0
    cdef const uint32_t* own = _uint32(ranks)
    cdef const uint32_t* numbers = _uint32(documents if places is None else places)
    cdef const int64_t* of = _int64(sizes)
    cdef const uint8_t* named = _bytes(fields)
    cdef bint of_value = places is None
    cdef Standing* standing
    cdef uint32_t* last = NULL
    cdef int64_t* next_free
    cdef int64_t total = 0
    cdef cnp.ndarray postings, weights = None, counts
    if not 0 <= low <= high < 1 << 32 or not 0 < each <= 1 << 8 or (high - low) * each >> 32:
        raise ValueError("no range of terms is like that")
    if cnp.PyArray_SIZE(sizes) != values or cnp.PyArray_SIZE(documents if of_value else places) != (
        values if of_value else words
    ):
        raise ValueError("a size, a field and a document for each value, and a place for each word, are wanted")
    for at in range(values):
        if of[at] < 0 or named[at] >= each or read > words - of[at]:
            raise ValueError("values have more words than there are")
        if of_value and numbers[at] == NOBODY:  # which `last` begins with
            raise ValueError("a document has no number")
        read += of[at]
    lists = (high - low) * each
    counts = _new(lists, cnp.NPY_INT64)
    memset(cnp.PyArray_DATA(counts), 0, lists * 8)
    standing = <Standing*>_room(&_standing, _words_of(own, read, low, high - low), sizeof(Standing))
    if of_value:
        last = <uint32_t*>_room(&_items, lists, 4)
        memset(last, 0xFF, lists * 4)
    read = 0
    for at in range(values):
        count += _noted(
            own + read, of[at], low, high - low, each, named[at], numbers + (at if of_value else read), of_value,
            standing + count
        )
        read += of[at]
    postings = _new(_counted(standing, count, last, <int64_t*>cnp.PyArray_DATA(counts)), cnp.NPY_INT64)
    if of_value:
        weights = _new(cnp.PyArray_SIZE(postings), cnp.NPY_INT64)
        memset(last, 0xFF, lists * 4)
    next_free = <int64_t*>_room(&_numbers, lists, 8)
    for at in range(lists):
        next_free[at] = total
        total += (<int64_t*>cnp.PyArray_DATA(counts))[at]
    _deal(
        standing, count, last, next_free, <int64_t*>cnp.PyArray_DATA(postings),
        NULL if weights is None else <int64_t*>cnp.PyArray_DATA(weights)
    )
    _let_go(&_standing)
    return postings, weights, counts
