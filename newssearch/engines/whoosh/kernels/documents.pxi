# Documents and their scores, as arrays of numbers.

ctypedef fused number:
    uint8_t
    uint16_t
    uint32_t
    int32_t
    int64_t
    double


cdef void _add_lengths(
    const number* lengths, const int64_t* documents, Py_ssize_t count, double fixed, double growing, double* scores
) noexcept nogil:
    cdef Py_ssize_t at
    for at in range(count):
        scores[at] = fixed + growing * lengths[documents[at]]


cdef void _divide(const number* weights, Py_ssize_t count, double factor, double* scores) noexcept nogil:
    cdef Py_ssize_t at
    for at in range(count):
        scores[at] = factor * weights[at] / (weights[at] + scores[at])


cdef cnp.ndarray _plain(cnp.ndarray numbers):
    """Numbers in one of the types that are read as they are."""
    cdef int kind = cnp.PyArray_TYPE(numbers)
    if kind in (cnp.NPY_UINT8, cnp.NPY_UINT16, cnp.NPY_UINT32, cnp.NPY_INT32, cnp.NPY_INT64, cnp.NPY_DOUBLE):
        if cnp.PyArray_IS_C_CONTIGUOUS(numbers) and cnp.PyArray_ISBEHAVED_RO(numbers):
            return numbers
    return cnp.PyArray_Cast(numbers, cnp.NPY_INT64 if cnp.PyArray_ISINTEGER(numbers) else cnp.NPY_DOUBLE)


cdef int _score(
    const int64_t* documents, Py_ssize_t count, const void* weights, int kind, cnp.ndarray lengths, double fixed,
    double growing, double factor, double* scores
) except -1:
    cdef cnp.ndarray plain = _plain(lengths)
    cdef const void* data = cnp.PyArray_DATA(plain)
    cdef uint64_t size = cnp.PyArray_SIZE(plain)
    cdef int of_lengths = cnp.PyArray_TYPE(plain)
    cdef Py_ssize_t at
    for at in range(count):
        if <uint64_t>documents[at] >= size:
            raise IndexError(f"there is no document {documents[at]}")
    if of_lengths == cnp.NPY_UINT8:
        _add_lengths(<const uint8_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_UINT16:
        _add_lengths(<const uint16_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_UINT32:
        _add_lengths(<const uint32_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_INT32:
        _add_lengths(<const int32_t*>data, documents, count, fixed, growing, scores)
    elif of_lengths == cnp.NPY_INT64:
        _add_lengths(<const int64_t*>data, documents, count, fixed, growing, scores)
    else:
        _add_lengths(<const double*>data, documents, count, fixed, growing, scores)
    if weights == NULL:
        for at in range(count):
            scores[at] = factor / (1.0 + scores[at])
    elif kind == cnp.NPY_UINT8:
        _divide(<const uint8_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_UINT16:
        _divide(<const uint16_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_UINT32:
        _divide(<const uint32_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_INT32:
        _divide(<const int32_t*>weights, count, factor, scores)
    elif kind == cnp.NPY_INT64:
        _divide(<const int64_t*>weights, count, factor, scores)
    else:
        _divide(<const double*>weights, count, factor, scores)
    return 0


def score(cnp.ndarray documents, weights, cnp.ndarray lengths not None, double fixed, double growing, double factor):
    cdef const int64_t* own = _int64(documents)
    cdef Py_ssize_t count = cnp.PyArray_SIZE(documents)
    cdef cnp.ndarray made = _new(count, cnp.NPY_DOUBLE), plain = None
    cdef void* data = NULL
    cdef int kind = cnp.NPY_UINT8
    if weights is not None:
        plain = _plain(weights)
        data, kind = cnp.PyArray_DATA(plain), cnp.PyArray_TYPE(plain)
        if cnp.PyArray_SIZE(plain) != count:
            raise ValueError("a weight for each document is wanted")
    _score(own, count, data, kind, lengths, fixed, growing, factor, <double*>cnp.PyArray_DATA(made))
    return made


# --- sets of documents: a bit for each; all are 0 between two calls -----------------------

cdef uint64_t* _clear_marks(Py_ssize_t count) except NULL:
    return <uint64_t*>_room(&_marks, (count >> 6) + 1, 8)


cdef inline Py_ssize_t _collected(uint64_t* marks, Py_ssize_t count, int64_t* documents) noexcept nogil:
    """The marked documents, ascending; the marks are taken away."""
    cdef Py_ssize_t word, found = 0
    cdef uint64_t bits
    for word in range((count >> 6) + 1):
        bits = marks[word]
        if bits:
            marks[word] = 0
            while bits:
                documents[found] = (word << 6) + lowest_bit(bits)
                found += 1
                bits &= bits - 1
    return found


cdef Py_ssize_t _within(cnp.ndarray documents, Py_ssize_t count) except -1:
    """How many documents there are, each of which is below a count."""
    cdef const int64_t* own = _int64(documents)
    cdef Py_ssize_t at, size = cnp.PyArray_SIZE(documents)
    for at in range(size):
        if <uint64_t>own[at] >= <uint64_t>count:
            raise IndexError(f"there is no document {own[at]}")
    return size


def summed(list parts not None, Py_ssize_t count):
    cdef uint64_t* marks = _clear_marks(count)
    cdef double* sums = <double*>_room(&_third, count, 8)
    cdef const int64_t* own
    cdef const double* added
    cdef cnp.ndarray documents, scores, made
    cdef Py_ssize_t at, found, most = 0
    cdef int64_t document
    cdef uint64_t bit
    cdef double* result
    cdef int64_t* numbers
    for documents, scores in parts:
        most += _within(documents, count)
        _doubles(scores)
        if cnp.PyArray_SIZE(scores) != cnp.PyArray_SIZE(documents):
            raise ValueError("a score for each document is wanted")
    numbers = <int64_t*>_room(&_first, min(most, count), 8)
    for documents, scores in parts:
        own, added = _int64(documents), _doubles(scores)
        for at in range(cnp.PyArray_SIZE(documents)):
            document = own[at]
            bit = <uint64_t>1 << (document & 63)
            if marks[document >> 6] & bit:
                sums[document] += added[at]
            else:
                marks[document >> 6] |= bit
                sums[document] = added[at]
    found = _collected(marks, count, numbers)
    made = _new(found, cnp.NPY_DOUBLE)
    result = <double*>cnp.PyArray_DATA(made)
    for at in range(found):
        result[at] = sums[numbers[at]]
    return _copied(numbers, found, cnp.NPY_INT64), made


def union(list parts not None, Py_ssize_t count):
    cdef uint64_t* marks = _clear_marks(count)
    cdef const int64_t* own
    cdef cnp.ndarray documents
    cdef Py_ssize_t at, found, most = 0
    for documents in parts:
        most += _within(documents, count)
    cdef int64_t* numbers = <int64_t*>_room(&_first, min(most, count), 8)
    for documents in parts:
        own = _int64(documents)
        for at in range(cnp.PyArray_SIZE(documents)):
            marks[own[at] >> 6] |= <uint64_t>1 << (own[at] & 63)
    found = _collected(marks, count, numbers)
    return _copied(numbers, found, cnp.NPY_INT64)


# --- two ascending rows ------------------------------------------------------------------

cdef inline Py_ssize_t _onward(const int64_t* numbers, Py_ssize_t at, Py_ssize_t count, int64_t sought) noexcept nogil:
    """Where the first from `at` on stands that is not below what is sought: by doubled steps, then halved ones."""
    cdef Py_ssize_t step = 1, low, high, middle
    if at >= count or numbers[at] >= sought:
        return at
    while at + step < count and numbers[at + step] < sought:
        at += step
        step *= 2
    low, high = at + 1, min(at + step, count)
    while low < high:
        middle = (low + high) >> 1
        if numbers[middle] < sought:
            low = middle + 1
        else:
            high = middle
    return low


def meeting(cnp.ndarray some, cnp.ndarray others):
    cdef const int64_t* own = _int64(some)
    cdef const int64_t* theirs = _int64(others)
    cdef Py_ssize_t at = 0, place, found = 0, count = cnp.PyArray_SIZE(some), most = cnp.PyArray_SIZE(others)
    cdef int64_t* places = <int64_t*>_room(&_first, min(count, most), 8)
    cdef int64_t* items = <int64_t*>_room(&_second, min(count, most), 8)
    if count > most:
        theirs, own, count, most = own, theirs, most, count
    for place in range(count):
        at = _onward(theirs, at, most, own[place])
        if at == most:
            break
        if theirs[at] == own[place]:
            places[found], items[found] = place, at
            found += 1
            at += 1
    if count == cnp.PyArray_SIZE(some):
        return _copied(places, found, cnp.NPY_INT64), _copied(items, found, cnp.NPY_INT64)
    return _copied(items, found, cnp.NPY_INT64), _copied(places, found, cnp.NPY_INT64)


def is_among(cnp.ndarray wanted, cnp.ndarray others):
    cdef const int64_t* own = _int64(wanted)
    cdef const int64_t* theirs = _int64(others)
    cdef Py_ssize_t at = 0, place, count = cnp.PyArray_SIZE(wanted), most = cnp.PyArray_SIZE(others)
    cdef cnp.ndarray made = cnp.PyArray_ZEROS(1, <cnp.npy_intp*>&count, cnp.NPY_BOOL, 0)
    cdef uint8_t* found = <uint8_t*>cnp.PyArray_DATA(made)
    for place in range(count):
        at = _onward(theirs, at, most, own[place])
        if at == most:
            break
        found[place] = theirs[at] == own[place]
    return made


# --- the best ------------------------------------------------------------------------------

ctypedef fused sortable:
    int64_t
    double


cdef inline void _offer(sortable* heap, Py_ssize_t filled, Py_ssize_t count, sortable one) noexcept nogil:
    """Put one into a heap of the `count` greatest so far, whose root is the least of them; `filled` are in it."""
    cdef Py_ssize_t parent, child
    if filled < count:
        child = filled
        while child and heap[(child - 1) >> 1] > one:
            heap[child] = heap[(child - 1) >> 1]
            child = (child - 1) >> 1
        heap[child] = one
    elif one > heap[0]:
        parent = 0
        while 2 * parent + 1 < count:
            child = 2 * parent + 1
            if child + 1 < count and heap[child + 1] < heap[child]:
                child += 1
            if heap[child] >= one:
                break
            heap[parent] = heap[child]
            parent = child
        heap[parent] = one


cdef double _least(const double* scores, Py_ssize_t size, Py_ssize_t count) except? -1:
    """The last of the `count` greatest of at least so many."""
    cdef double* heap = <double*>_room(&_heap, count, 8)
    cdef Py_ssize_t at
    for at in range(size):
        _offer(heap, at, count, scores[at])
    return heap[0]


def latest(cnp.ndarray stamps not None, cnp.ndarray documents, Py_ssize_t count):
    cdef const int64_t* own = _int64(documents)
    cdef cnp.ndarray plain = _plain(stamps)
    cdef const int64_t* when = _int64(plain)
    cdef Py_ssize_t at, found = 0, size = _within(documents, cnp.PyArray_SIZE(plain))
    cdef int64_t* places = <int64_t*>_room(&_first, size, 8)
    cdef int64_t* heap = <int64_t*>_room(&_heap, count, 8)
    if not 0 < count < size:
        return cnp.PyArray_Arange(0, size if count > 0 else 0, 1, cnp.NPY_INT64)
    for at in range(size):
        _offer(heap, at, count, when[own[at]])
    for at in range(size):
        places[found] = at
        found += when[own[at]] >= heap[0]
    return _copied(places, found, cnp.NPY_INT64)


def least_of_best(cnp.ndarray scores, Py_ssize_t count):
    cdef const double* own = _doubles(scores)
    cdef Py_ssize_t size = cnp.PyArray_SIZE(scores)
    return _least(own, size, count) if 0 < count <= size else 0.0


def at_least(cnp.ndarray documents, cnp.ndarray scores, double bound):
    cdef const int64_t* own = _int64(documents)
    cdef const double* worth = _doubles(scores)
    cdef Py_ssize_t at, found = 0, size = cnp.PyArray_SIZE(documents)
    cdef int64_t* numbers = <int64_t*>_room(&_first, size, 8)
    cdef double* kept = <double*>_room(&_third, size, 8)
    if cnp.PyArray_SIZE(scores) != size:
        raise ValueError("a score for each document is wanted")
    for at in range(size):
        numbers[found], kept[found] = own[at], worth[at]
        found += worth[at] >= bound
    return _copied(numbers, found, cnp.NPY_INT64), _copied(kept, found, cnp.NPY_DOUBLE)


# --- columns -------------------------------------------------------------------------------

cdef Py_ssize_t _choose(
    const number* column, const int64_t* documents, Py_ssize_t count, int64_t low, int64_t high, int64_t* places
) noexcept nogil:
    cdef Py_ssize_t at, found = 0
    cdef int64_t one
    for at in range(count):
        one = <int64_t>column[documents[at]]
        places[found] = at
        found += low <= one <= high
    return found


def between(cnp.ndarray column not None, cnp.ndarray documents, int64_t low, int64_t high):
    cdef const int64_t* own = _int64(documents)
    cdef cnp.ndarray plain = _plain(column)
    cdef Py_ssize_t found, count = _within(documents, cnp.PyArray_SIZE(plain))
    cdef int64_t* places = <int64_t*>_room(&_first, count, 8)
    cdef void* data = cnp.PyArray_DATA(plain)
    if cnp.PyArray_TYPE(plain) == cnp.NPY_INT32:
        found = _choose(<int32_t*>data, own, count, low, high, places)
    elif cnp.PyArray_TYPE(plain) == cnp.NPY_INT64:
        found = _choose(<int64_t*>data, own, count, low, high, places)
    else:
        raise TypeError("a column of whole numbers is wanted")
    return _copied(places, found, cnp.NPY_INT64)


# --- places --------------------------------------------------------------------------------

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
    """See `plain_texts.Texts`."""

    cdef cnp.ndarray _starts, _table
    cdef Py_ssize_t _count, _sought
    cdef int _bits

    def __init__(self, cnp.ndarray starts not None):
        if cnp.PyArray_TYPE(starts) != cnp.NPY_UINT32 or not cnp.PyArray_IS_C_CONTIGUOUS(starts):
            starts = cnp.PyArray_Cast(starts, cnp.NPY_UINT32)
        self._starts, self._count = starts, cnp.PyArray_SIZE(starts) - 1
        if self._count < 0:
            raise ValueError("texts start somewhere and end somewhere")

    cdef int _lay_out(self) except -1:
        """Make a table of the text at every 2**bits-th place: from there it is a step or two to that of any place."""
        cdef const uint32_t* starts = <const uint32_t*>cnp.PyArray_DATA(self._starts)
        cdef uint64_t places = starts[self._count], each = places // <uint64_t>max(self._count, 1), at
        cdef Py_ssize_t text = 0
        cdef uint32_t* table
        while <uint64_t>1 << (self._bits + 2) <= each:
            self._bits += 1
        self._table = _new((places >> self._bits) + 1, cnp.NPY_UINT32)
        table = <uint32_t*>cnp.PyArray_DATA(self._table)
        for at in range((places >> self._bits) + 1):
            while text + 1 < self._count and starts[text + 1] <= at << self._bits:
                text += 1
            table[at] = text
        return 0

    cdef int _find(self, const int64_t* places, Py_ssize_t count, int64_t* found) except -1:
        """The text of each of ascending places."""
        cdef const uint32_t* starts = <const uint32_t*>cnp.PyArray_DATA(self._starts)
        cdef const uint32_t* table
        cdef Py_ssize_t at, text = 0
        if not count:
            return 0
        if not self._count or places[0] < starts[0] or places[count - 1] >= starts[self._count]:
            raise IndexError("a place is in no text")
        self._sought += count
        if self._table is None and self._sought > self._count:  # so far, making the table was not worth it
            self._lay_out()
        if self._table is None:
            for at in range(count):
                text = _text(starts, self._count, text, places[at])
                found[at] = text
            return 0
        table = <const uint32_t*>cnp.PyArray_DATA(self._table)
        for at in range(count):
            if <uint64_t>places[at] >= starts[self._count]:
                raise IndexError("a place is in no text")
            text = table[places[at] >> self._bits]
            while text + 1 < self._count and starts[text + 1] <= <uint64_t>places[at]:
                text += 1
            found[at] = text
        return 0

    def of(self, cnp.ndarray places):
        cdef const int64_t* own = _int64(places)
        cdef cnp.ndarray made = _new(cnp.PyArray_SIZE(places), cnp.NPY_INT64)
        self._find(own, cnp.PyArray_SIZE(places), <int64_t*>cnp.PyArray_DATA(made))
        return made

    def tally(self, cnp.ndarray places):
        cdef const int64_t* own = _int64(places)
        cdef Py_ssize_t at, found = 0, count = cnp.PyArray_SIZE(places)
        cdef int64_t* texts = <int64_t*>_room(&_first, count, 8)
        cdef int64_t* counts = <int64_t*>_room(&_second, count, 8)
        self._find(own, count, texts)
        for at in range(count):
            if not at or texts[at] != texts[found - 1]:
                texts[found], counts[found] = texts[at], 0
                found += 1
            counts[found - 1] += 1
        return _copied(texts, found, cnp.NPY_INT64), _copied(counts, found, cnp.NPY_INT64)
