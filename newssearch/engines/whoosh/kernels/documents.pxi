# Rows of documents, put together and compared.

# A set of documents is a bit for each.

cdef uint64_t* _no_marks(Py_ssize_t count) except NULL:
    """The marks of a set without any."""
    cdef Py_ssize_t words = (count >> 6) + 1
    cdef uint64_t* marks
    if count < 0:
        raise ValueError("there are no fewer than no documents")
    marks = <uint64_t*>_room(&_marks, words, 8)
    memset(marks, 0, words * 8)
    return marks


cdef inline Py_ssize_t _collected(uint64_t* marks, Py_ssize_t count, int64_t* documents) noexcept nogil:
    """The marked documents, ascending."""
    cdef Py_ssize_t word, found = 0
    cdef uint64_t bits
    for word in range((count >> 6) + 1):
        bits = marks[word]
        if bits:
            while bits:
                documents[found] = (word << 6) + lowest_bit(bits)
                found += 1
                bits &= bits - 1
    return found


cdef inline void _add(uint64_t* marks, double* sums, int64_t document, double score) noexcept nogil:
    """Mark a document, and add to what it scores."""
    cdef uint64_t bit = <uint64_t>1 << (document & 63)
    if marks[document >> 6] & bit:
        sums[document] += score
    else:
        marks[document >> 6] |= bit
        sums[document] = score


cdef struct Scores:
    const int64_t* documents
    const double* scores
    Py_ssize_t count


cdef Scores* _parts(list parts, bint are_scored, Py_ssize_t count, Py_ssize_t* most) except NULL:
    """What the parts hold, each document below a count, and how many can be in them together. To be freed."""
    cdef Scores* made = <Scores*>malloc((len(parts) + 1) * sizeof(Scores))
    cdef Py_ssize_t at, size
    if made == NULL:
        raise MemoryError
    most[0] = 0
    try:
        for at, part in enumerate(parts):
            documents = part[0] if are_scored else part
            made[at].documents = _int64(documents, &made[at].count)
            most[0] += _within(made[at].documents, made[at].count, count)
            if are_scored:
                made[at].scores = _doubles(part[1], &size)
                if size != made[at].count:
                    raise ValueError("a score for each document is wanted")
    except:
        free(made)
        raise
    most[0] = min(most[0], count)
    return made


def summed(list parts not None, Py_ssize_t count):
    cdef Py_ssize_t part, at, found, most
    cdef Scores* own = _parts(parts, True, count, &most)
    cdef uint64_t* marks
    cdef double* sums
    cdef int64_t* numbers
    cdef array.array made
    try:
        marks, sums = _no_marks(count), <double*>_room(&_totals, count, 8)
        numbers = <int64_t*>_room(&_numbers, most, 8)
        for part in range(len(parts)):
            for at in range(own[part].count):
                _add(marks, sums, own[part].documents[at], own[part].scores[at])
    finally:
        free(own)
    found = _collected(marks, count, numbers)
    made = _new(found, _DOUBLE)
    for at in range(found):
        made.data.as_doubles[at] = sums[numbers[at]]
    return _kept(numbers, found), made


def union(list parts not None, Py_ssize_t count):
    cdef Py_ssize_t part, at, most
    cdef Scores* own = _parts(parts, False, count, &most)
    cdef uint64_t* marks
    cdef int64_t* numbers
    cdef int64_t document
    try:
        marks = _no_marks(count)
        numbers = <int64_t*>_room(&_numbers, most, 8)
        for part in range(len(parts)):
            for at in range(own[part].count):
                document = own[part].documents[at]
                marks[document >> 6] |= <uint64_t>1 << (document & 63)
    finally:
        free(own)
    return _kept(numbers, _collected(marks, count, numbers))


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


def meeting(some, others):
    cdef Py_ssize_t at = 0, place, found = 0, count, most, size
    cdef const int64_t* own = _int64(some, &count)
    cdef const int64_t* theirs = _int64(others, &most)
    cdef int64_t* places = <int64_t*>_room(&_numbers, min(count, most), 8)
    cdef int64_t* items = <int64_t*>_room(&_items, min(count, most), 8)
    size = count
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
    if count == size:
        return _kept(places, found), _kept(items, found)
    return _kept(items, found), _kept(places, found)


def outside(some, others):
    cdef Py_ssize_t at = 0, place, found = 0, count, most
    cdef const int64_t* own = _int64(some, &count)
    cdef const int64_t* theirs = _int64(others, &most)
    cdef int64_t* places = <int64_t*>_room(&_numbers, count, 8)
    for place in range(count):
        at = _onward(theirs, at, most, own[place])
        places[found] = place
        found += at == most or theirs[at] != own[place]
    return _kept(places, found)


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


def between(column, documents, int64_t low, int64_t high):
    cdef Row own = _row(column)
    cdef Py_ssize_t found, count
    cdef const int64_t* wanted = _int64(documents, &count)
    cdef int64_t* places = <int64_t*>_room(&_numbers, count, 8)
    _within(wanted, count, own.count)
    if own.kind == b"i":
        found = _choose(<const int32_t*>own.data, wanted, count, low, high, places)
    elif own.kind == b"q":
        found = _choose(<const int64_t*>own.data, wanted, count, low, high, places)
    elif own.kind == b"B":
        found = _choose(<const uint8_t*>own.data, wanted, count, low, high, places)
    elif own.kind == b"H":
        found = _choose(<const uint16_t*>own.data, wanted, count, low, high, places)
    elif own.kind == b"I":
        found = _choose(<const uint32_t*>own.data, wanted, count, low, high, places)
    else:
        raise TypeError("a column of whole numbers is wanted")
    return _kept(places, found)


# --- stories -------------------------------------------------------------------------------

def are_groups(documents, leaders, Py_ssize_t count):
    cdef Row own = _row(documents), of = _row(leaders)
    cdef uint64_t* marks = _no_marks(count)
    cdef Py_ssize_t at
    cdef uint32_t document
    if own.kind != b"I" or of.kind != b"I":
        raise TypeError("uint32 are wanted")
    if own.count != of.count:
        return False
    for at in range(own.count):
        document = (<const uint32_t*>own.data)[at]
        if document >= count or (at and document <= (<const uint32_t*>own.data)[at - 1]):
            return False
        marks[document >> 6] |= <uint64_t>1 << (document & 63)
    for at in range(of.count):
        document = (<const uint32_t*>of.data)[at]
        if document >= count or not marks[document >> 6] >> (document & 63) & 1:
            return False
    return True


def in_order(numbers, Py_ssize_t count):
    """By counting: how many there are of each, so where the first of each goes."""
    cdef Row own = _row(numbers)
    cdef Py_ssize_t at, number
    cdef int64_t before = 0, here
    cdef int64_t* starts
    cdef array.array made
    if own.kind in b"dQ":
        raise TypeError("whole numbers are wanted")
    made = _new(own.count, _INT64)
    starts = <int64_t*>_room(&_numbers, count, 8)
    memset(starts, 0, count * 8)
    for at in range(own.count):
        if <uint64_t>_whole(&own, at) >= <uint64_t>count:
            raise IndexError("there is no such document")
        starts[_whole(&own, at)] += 1
    for number in range(count):
        here, starts[number] = starts[number], before
        before += here
    for at in range(own.count):
        number = _whole(&own, at)
        made.data.as_longlongs[starts[number]] = at
        starts[number] += 1
    return made
