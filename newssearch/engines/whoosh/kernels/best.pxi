# The best of many, by a heap of the greatest so far.

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


def latest(stamps, documents, Py_ssize_t count):
    cdef Py_ssize_t at, found = 0, size, all
    cdef const int64_t* when = _int64(stamps, &all)
    cdef const int64_t* own = _int64(documents, &size)
    cdef int64_t* places = <int64_t*>_room(&_numbers, size, 8)
    cdef int64_t* heap
    _within(own, size, all)
    if not 0 < count < size:
        return counting(0, size if count > 0 else 0)
    heap = <int64_t*>_room(&_heap, count, 8)
    for at in range(size):
        _offer(heap, at, count, when[own[at]])
    for at in range(size):
        places[found] = at
        found += when[own[at]] >= heap[0]
    return _kept(places, found)


def strongest(impacts, Py_ssize_t count):
    cdef Row own = _row(impacts)
    cdef Py_ssize_t at, found = 0, more = 0
    cdef const uint16_t* impact = <const uint16_t*>own.data
    cdef int64_t* places = <int64_t*>_room(&_numbers, own.count, 8)
    cdef int64_t* heap
    if own.kind != b"H":
        raise TypeError("impacts are wanted")
    if not 0 < count < own.count:
        return counting(0, own.count if count > 0 else 0)
    heap = <int64_t*>_room(&_heap, count, 8)
    for at in range(own.count):
        _offer(heap, at, count, <int64_t>impact[at])
    for at in range(own.count):
        more += impact[at] > heap[0]
    more = count - more  # so many of those that are as strong as the last
    for at in range(own.count):
        if impact[at] > heap[0] or (impact[at] == heap[0] and more > 0):
            more -= impact[at] == heap[0]
            places[found] = at
            found += 1
    return _kept(places, found)


def least_of_best(scores, Py_ssize_t count):
    cdef Py_ssize_t size
    cdef const double* own = _doubles(scores, &size)
    return _least(own, size, count) if 0 < count <= size else 0.0


def at_least(documents, scores, double bound):
    cdef Py_ssize_t at, found = 0, size, others
    cdef const int64_t* own = _int64(documents, &size)
    cdef const double* worth = _doubles(scores, &others)
    cdef int64_t* numbers = <int64_t*>_room(&_numbers, size, 8)
    cdef double* kept = <double*>_room(&_scores, size, 8)
    if others != size:
        raise ValueError("a score for each document is wanted")
    for at in range(size):
        numbers[found], kept[found] = own[at], worth[at]
        found += worth[at] >= bound
    return _kept(numbers, found), _copied(kept, found, _DOUBLE)


def candidates(documents, scores, stamps, Py_ssize_t count, double slack):
    cdef Py_ssize_t at, size, others, all, found = 0, sure = 0
    cdef const int64_t* own = _int64(documents, &size)
    cdef const double* worth = _doubles(scores, &others)
    cdef const int64_t* when = _int64(stamps, &all)
    cdef int64_t* numbers = <int64_t*>_room(&_numbers, size, 8)
    cdef double* kept = <double*>_room(&_scores, size, 8)
    cdef double least
    cdef bint is_one_score = True
    cdef int64_t* heap
    _within(own, size, all)
    if others != size:
        raise ValueError("a score for each document is wanted")
    if not 0 < count < size:
        return documents, scores
    least = _least(worth, size, count)
    for at in range(size):
        if worth[at] >= least - slack:
            numbers[found], kept[found] = own[at], worth[at]
            found += 1
            if worth[at] > least + slack:
                sure += 1
            elif worth[at] != least:
                is_one_score = False
    if found > count and is_one_score:
        # Some tie with the last: of these the newest, and all that tie with the last of them too.
        heap = <int64_t*>_room(&_heap, count, 8)
        size, found = found, 0
        for at in range(size):
            if kept[at] == least:
                _offer(heap, found, count - sure, when[numbers[at]])
                found += 1
        found = 0
        for at in range(size):
            if kept[at] != least or when[numbers[at]] >= heap[0]:
                numbers[found], kept[found] = numbers[at], kept[at]
                found += 1
    return _kept(numbers, found), _copied(kept, found, _DOUBLE)
