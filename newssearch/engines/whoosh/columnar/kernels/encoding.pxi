# Lists made into bytes: see `columnar.lists` for what these are.

cdef struct Shape:
    Py_ssize_t elements
    Py_ssize_t strides
    int width
    int each  # bytes of a weight

cdef struct Pen:
    uint8_t* sums
    uint8_t* impacts
    uint8_t* element
    uint8_t* weight
    Py_ssize_t in_stride  # elements
    uint64_t sum
    int64_t greatest  # impact of the stride
    Shape shape


cdef inline void _put(uint8_t* place, uint64_t number, int width) noexcept nogil:
    place[0] = <uint8_t>number
    if width > 1:
        place[1] = <uint8_t>(number >> 8)
    if width > 2:
        place[2] = <uint8_t>(number >> 16)
        place[3] = <uint8_t>(number >> 24)


cdef int _shape(const int64_t* values, const int64_t* weights, Py_ssize_t count, Shape* shape) noexcept nogil:
    """How a list is encoded in the fewest bytes. 1: it descends; 2: its numbers or weights need more than 4 bytes."""
    cdef int64_t gap, before = 0, greatest = 1
    cdef Py_ssize_t at, one = count, two = count
    for at in range(count):
        if values[at] < before or (weights != NULL and weights[at] < 0):
            return 1
        if values[at] >> 32 or (weights != NULL and weights[at] >> 32):
            return 2
        gap = values[at] - before
        if gap >= 255:
            one += gap // 255
            two += gap // 65535
        if weights != NULL and weights[at] > greatest:
            greatest = weights[at]
        before = values[at]
    if one <= 2 * two and one <= 4 * count:
        shape.width, shape.elements = 1, one
    elif 2 * two <= 4 * count:
        shape.width, shape.elements = 2, two
    else:
        shape.width, shape.elements = 4, count
    shape.each = 0 if greatest == 1 else 1 if greatest < 1 << 8 else 2 if greatest < 1 << 16 else 4
    shape.strides = (shape.elements + STRIDE - 1) // STRIDE if shape.elements > STRIDE else 0
    return 0


cdef inline void _end_stride(Pen* pen) noexcept nogil:
    if pen.impacts != NULL:
        _put(pen.impacts, pen.greatest, 2)
        pen.impacts += 2
    pen.greatest = 0
    pen.in_stride = 0


cdef inline void _write_element(Pen* pen, uint64_t element, uint64_t weight, int64_t impact) noexcept nogil:
    if pen.shape.strides:
        if pen.in_stride == STRIDE:
            _end_stride(pen)
        if pen.in_stride == 0:
            _put(pen.sums, pen.sum, 4)
            pen.sums += 4
        pen.in_stride += 1
        pen.sum += element
        pen.greatest = max(pen.greatest, impact)
    _put(pen.element, element, pen.shape.width)
    pen.element += pen.shape.width
    if pen.shape.each:
        _put(pen.weight, weight, pen.shape.each)
        pen.weight += pen.shape.each


cdef void _write_list(
    const int64_t* values, const int64_t* weights, const int64_t* impacts, Py_ssize_t count, Shape shape, uint8_t* data
) noexcept nogil:
    cdef uint64_t gap, before = 0, skip = 255 if shape.width == 1 else 65535 if shape.width == 2 else <uint64_t>1 << 32
    cdef Py_ssize_t at
    cdef Pen pen
    pen.shape, pen.sums, pen.impacts = shape, data, NULL if impacts == NULL else data + 4 * shape.strides
    pen.element = data + shape.strides * (4 if impacts == NULL else 6)
    pen.weight = pen.element + shape.elements * shape.width
    pen.in_stride, pen.sum, pen.greatest = 0, 0, 0
    for at in range(count):
        gap = values[at] - before
        while gap >= skip:
            _write_element(&pen, skip, 0, 0)
            gap -= skip
        _write_element(&pen, gap, 1 if weights == NULL else weights[at], 0 if impacts == NULL else impacts[at])
        before = values[at]
    if shape.strides:
        _end_stride(&pen)


def encode(lists, cnp.ndarray impacts=None):
    cdef cnp.ndarray values, ends, weights, data, byte_ends, widths, weight_widths
    values, ends, weights = lists
    cdef const int64_t* value = _int64(values)
    cdef const int64_t* end = _int64(ends)
    cdef const int64_t* weight = NULL if weights is None else _int64(weights)
    cdef const int64_t* impact = NULL if impacts is None else _int64(impacts)
    cdef Py_ssize_t numbers = cnp.PyArray_SIZE(values), count = cnp.PyArray_SIZE(ends), at, start = 0, total = 0, stop
    cdef Shape* shapes = <Shape*>_room(&_shapes, count, sizeof(Shape))
    cdef int wrong = 0
    if (weight != NULL and cnp.PyArray_SIZE(weights) != numbers) or (
        impact != NULL and cnp.PyArray_SIZE(impacts) != numbers
    ):
        raise ValueError("a weight and an impact for each number are wanted")
    for at in range(count):
        if not start < end[at] <= numbers:
            raise ValueError("lists end one behind the other, and none is empty")
        wrong = wrong or _shape(
            value + start, NULL if weight == NULL else weight + start, end[at] - start, &shapes[at]
        )
        start = end[at]
    if wrong == 2:
        raise OverflowError("a segment of more than 4,294,967,296 places")
    if wrong or start != numbers:
        raise ValueError("numbers ascend, and each is in a list")
    byte_ends, widths = _new(count, cnp.NPY_INT64), _new(count, cnp.NPY_UINT8)
    weight_widths = _new(count, cnp.NPY_UINT8)
    for at in range(count):
        total += shapes[at].strides * (4 if impact == NULL else 6)
        total += shapes[at].elements * (shapes[at].width + shapes[at].each)
        (<int64_t*>cnp.PyArray_DATA(byte_ends))[at] = total
        (<uint8_t*>cnp.PyArray_DATA(widths))[at] = shapes[at].width
        (<uint8_t*>cnp.PyArray_DATA(weight_widths))[at] = shapes[at].each
    data = _new(total, cnp.NPY_UINT8)
    start = total = 0
    for at in range(count):
        stop = end[at]
        _write_list(
            value + start, NULL if weight == NULL else weight + start, NULL if impact == NULL else impact + start,
            stop - start, shapes[at], <uint8_t*>cnp.PyArray_DATA(data) + total
        )
        start, total = stop, (<int64_t*>cnp.PyArray_DATA(byte_ends))[at]
    _let_go(&_shapes)
    return _Encoded(data, byte_ends, widths, weight_widths)
