# Chunks spread out to their words.

def spread_out(cnp.ndarray stream not None, cnp.ndarray sizes not None, cnp.ndarray bases not None, chunks):
    cdef cnp.ndarray starts, lengths, words, offsets
    starts, lengths, words, offsets = chunks
    cdef const uint32_t* chunk = _uint32(stream)
    cdef const uint32_t* of = _uint32(sizes)
    cdef const int64_t* base = _int64(bases)
    cdef const uint32_t* begins = _uint32(starts)
    cdef const uint32_t* long_as = _uint32(lengths)
    cdef const uint32_t* word = _uint32(words)
    cdef const uint32_t* offset = _uint32(offsets)
    cdef Py_ssize_t values = cnp.PyArray_SIZE(sizes), count = cnp.PyArray_SIZE(stream), known = cnp.PyArray_SIZE(lengths)
    cdef Py_ssize_t value, at, read = 0, stop, inside, found = 0
    cdef uint64_t place
    cdef cnp.ndarray numbers, places, again
    cdef uint32_t* number
    cdef uint32_t* stands
    cdef uint8_t* second
    if cnp.PyArray_SIZE(bases) != values or cnp.PyArray_SIZE(starts) != known + 1:
        raise ValueError("a base for each value, and a start and a length for each chunk, are wanted")
    if begins[known] > cnp.PyArray_SIZE(words) or cnp.PyArray_SIZE(words) != cnp.PyArray_SIZE(offsets):
        raise ValueError("chunks have more words than there are")
    for at in range(known):
        if begins[at] > begins[at + 1]:
            raise ValueError("a chunk ends before it begins")
    for at in range(count):
        if chunk[at] >= known:
            raise ValueError("there is no such chunk")
        found += begins[chunk[at] + 1] - begins[chunk[at]]
    for value in range(values):
        if of[value] > count - read:
            raise ValueError("values have more chunks than there are")
        read += of[value]
    if read != count:
        raise ValueError("there are more chunks than values have")
    numbers, places, again = _new(found, cnp.NPY_UINT32), _new(found, cnp.NPY_UINT32), _new(found, cnp.NPY_BOOL)
    number, stands = <uint32_t*>cnp.PyArray_DATA(numbers), <uint32_t*>cnp.PyArray_DATA(places)
    second = <uint8_t*>cnp.PyArray_DATA(again)
    read = found = 0
    for value in range(values):
        place = base[value]
        stop = read + of[value]
        while read < stop:
            at = chunk[read]
            for inside in range(begins[at], begins[at + 1]):
                number[found] = word[inside]
                stands[found] = place + offset[inside]
                second[found] = inside > begins[at] and offset[inside] == offset[inside - 1]
                found += 1
            place += long_as[at]
            read += 1
    return numbers, places, again
