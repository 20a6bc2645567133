# Sentences, as `sentences` has them.

cdef enum:
    NEWLINE = 10
    FULL_STOP = 46
    LONGEST_WORD = 4  # letters of an abbreviation
    MOST_WORDS = 64

cdef uint32_t[MOST_WORDS] _ABBREVIATIONS  # each as a number of its letters
cdef Py_ssize_t _abbreviations = 0

if len(ABBREVIATIONS) > MOST_WORDS:
    raise OverflowError("more abbreviations than there is room for")
for _word in sorted(ABBREVIATIONS):
    _ABBREVIATIONS[_abbreviations] = int.from_bytes(_word.encode(), "big")
    _abbreviations += 1

cdef struct Sentence:
    Py_ssize_t end  # without white space
    Py_ssize_t next  # where the next begins
    bint ends_line

cdef struct Around:  # see `sentences.sentences_around`
    Py_ssize_t start
    Py_ssize_t end
    Py_ssize_t stop


cdef inline bint _ends_alone(uint32_t code) noexcept:
    return code == NEWLINE or code == 0x3002 or code == 0xFF01 or code == 0xFF1F  # 。！？


cdef inline bint _may_end(uint32_t code) noexcept:
    return code == FULL_STOP or code == 33 or code == 63 or code == 0x2026 or _ends_alone(code)  # .!?…


cdef inline bint _closes(uint32_t code) noexcept:
    return code == 34 or code == 39 or code == 41 or code == 93 or code == 0xBB or code == 0x2019 or code == 0x201D


cdef bint _is_abbreviated(const character* text, Py_ssize_t stop) noexcept:
    cdef uint32_t word = 0, code
    cdef Py_ssize_t at, letters = 0
    while letters <= LONGEST_WORD and letters < stop:
        code = text[stop - letters - 1]
        if not (Py_UNICODE_ISALNUM(code) or code == 95):
            break
        letters += 1
    if not 0 < letters <= LONGEST_WORD:
        return False
    for at in range(stop - letters, stop):
        if text[at] >= 128:
            return False
        word = word << 8 | text[at]
    for at in range(_abbreviations):
        if _ABBREVIATIONS[at] == word:
            return True
    return False


cdef bint _ends(const character* text, Py_ssize_t length, Py_ssize_t at, Sentence* sentence) noexcept:
    """Whether a sentence ends with the character at `at`, which may end one."""
    cdef Py_ssize_t here = at + 1
    sentence.ends_line = text[at] == NEWLINE
    if not _ends_alone(text[at]):
        while here < length and here - at <= 3 and _closes(text[here]):
            here += 1
        if here == length or not Py_UNICODE_ISSPACE(text[here]):
            return False
    sentence.end = at if sentence.ends_line else here
    while here < length and Py_UNICODE_ISSPACE(text[here]):
        sentence.ends_line = sentence.ends_line or text[here] == NEWLINE
        here += 1
    sentence.next = here
    if _ends_alone(text[at]):
        return True
    if here == length or 97 <= text[here] <= 122:
        return False
    return sentence.ends_line or text[at] != FULL_STOP or not _is_abbreviated(text, at)


cdef Py_ssize_t _begins(const character* text, Py_ssize_t length, Py_ssize_t at, Py_ssize_t since) noexcept:
    """The start of a sentence at or before `at`: that of a line, or behind a full stop, or else `since`."""
    cdef Py_ssize_t here = at
    cdef Sentence sentence
    while here > since and text[here - 1] != NEWLINE:
        here -= 1
        if text[here] == FULL_STOP and _ends(text, length, here, &sentence) and sentence.next <= at:
            return sentence.next
    return here


cdef Around _around(
    const character* text, Py_ssize_t length, Py_ssize_t at, Py_ssize_t width, Py_ssize_t since
) noexcept:
    cdef Py_ssize_t begin = _begins(text, length, at, since), here, start = -1, end = 0, stop = 0
    cdef bint goes_on = True
    cdef Sentence sentence
    while begin < length and Py_UNICODE_ISSPACE(text[begin]):
        begin += 1
    here = begin
    while begin < length and goes_on:
        sentence.ends_line = False
        while here < length and not (_may_end(text[here]) and _ends(text, length, here, &sentence)):
            here += 1
        if here == length:
            sentence.end = sentence.next = length
            sentence.ends_line = False
            while sentence.end and Py_UNICODE_ISSPACE(text[sentence.end - 1]):
                sentence.end -= 1
        if start < 0:
            if sentence.end > at:
                start, end, stop = begin, sentence.end, sentence.end
                goes_on = end - start <= width
        elif sentence.end - start > width:
            goes_on = False
        else:
            stop = sentence.end
        if start >= 0 and sentence.ends_line:
            goes_on = False
        begin = here = sentence.next
    if start < 0:
        return Around(0, length, length)
    return Around(start, end, stop)


def sentences_around(text, Py_ssize_t at, Py_ssize_t width, Py_ssize_t since=0):
    cdef str whole = str.__str__(text)
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(whole)
    cdef int kind = PyUnicode_KIND(whole)
    cdef void* data = PyUnicode_DATA(whole)
    if not 0 <= since <= at <= length:
        raise IndexError("no place in the text")
    cdef Around found
    if kind == 1:
        found = _around(<const uint8_t*>data, length, at, width, since)
    elif kind == 2:
        found = _around(<const uint16_t*>data, length, at, width, since)
    else:
        found = _around(<const uint32_t*>data, length, at, width, since)
    return found.start, found.end, found.stop
