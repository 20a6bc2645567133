# Texts turned over into postings: counted, then dealt out.

cdef Py_ssize_t _deal(
    const uint32_t* ranks, uint32_t low, uint32_t high, const int64_t* sizes, const uint8_t* fields,
    const uint32_t* numbers, Py_ssize_t values, bint of_values, Py_ssize_t each, uint32_t* last, uint64_t* next_free,
    int64_t* postings, int64_t* weights
) noexcept nogil:
    """Count the postings of each list (`postings` is NULL), or put each where `next_free` says; how many words are read.

    `numbers` are those of the words, or of the values. One that a list had last counts as one more of its weight.
    """
    cdef Py_ssize_t value, word = 0, stop, found
    cdef uint32_t rank, number
    for value in range(values):
        stop = word + sizes[value]
        while word < stop:
            rank = ranks[word]
            if low <= rank < high:
                number = numbers[value if of_values else word]
                found = (rank - low) * each + fields[value]
                if weights == NULL and of_values and last[found] == number + 1:
                    pass  # counted already
                elif weights != NULL and last[found] == number + 1:
                    weights[next_free[found] - 1] += 1
                else:
                    if of_values:
                        last[found] = number + 1
                    if postings != NULL:
                        postings[next_free[found]] = number
                        if weights != NULL:
                            weights[next_free[found]] = 1
                    next_free[found] += 1
            word += 1
    return word


def turned_over(
    cnp.ndarray ranks not None, Py_ssize_t low, Py_ssize_t high, cnp.ndarray sizes not None,
    cnp.ndarray fields not None, Py_ssize_t each, cnp.ndarray documents not None, cnp.ndarray places
):
    cdef Py_ssize_t values = cnp.PyArray_SIZE(fields), words = cnp.PyArray_SIZE(ranks), lists, at, found = 0
    cdef const uint32_t* own = _uint32(ranks)
    cdef const uint32_t* numbers = _uint32(documents if places is None else places)
    cdef const int64_t* of = _int64(sizes)
    cdef const uint8_t* named = _bytes(fields)
    cdef uint64_t* next_free
    cdef uint32_t* last
    cdef uint64_t total = 0, count
    cdef cnp.ndarray postings, weights = None, starts
    if not 0 <= low <= high < 1 << 32 or not 0 < each <= 1 << 8 or (high - low) * each >> 40:
        raise ValueError("no range of terms is like that")
    if cnp.PyArray_SIZE(sizes) != values or cnp.PyArray_SIZE(documents if places is None else places) != (
        values if places is None else words
    ):
        raise ValueError("a size, a field and a document for each value, and a place for each word, are wanted")
    for at in range(values):
        if of[at] < 0 or named[at] >= each or found > words - of[at]:
            raise ValueError("values have more words than there are")
        if places is None and numbers[at] == <uint32_t>-1:  # which `_deal` would take for none
            raise ValueError("a document has no number")
        found += of[at]
    lists = (high - low) * each
    next_free, last = <uint64_t*>_room(&_numbers, lists, 8), <uint32_t*>_room(&_items, lists, 4)
    memset(next_free, 0, lists * 8)
    memset(last, 0, lists * 4)
    _deal(own, low, high, of, named, numbers, values, places is None, each, last, next_free, NULL, NULL)
    counts = _copied(next_free, lists, cnp.NPY_INT64)
    for at in range(lists):
        count = next_free[at]
        next_free[at] = total
        total += count
    postings = _new(total, cnp.NPY_INT64)
    if places is None:
        weights = _new(total, cnp.NPY_INT64)
        memset(last, 0, lists * 4)
    _deal(
        own, low, high, of, named, numbers, values, places is None, each, last, next_free,
        <int64_t*>cnp.PyArray_DATA(postings), NULL if weights is None else <int64_t*>cnp.PyArray_DATA(weights)
    )
    return postings, weights, counts
