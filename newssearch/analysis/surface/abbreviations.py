"""What a full stop stands behind that ends no sentence."""

ABBREVIATIONS = frozenset([
    *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col",
    "Prof", "No", "vs", "Inc", "Ltd", "Corp", "Co", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
])  # fmt: skip
"""What stands before a full stop that ends no sentence: of ASCII letters, four at most."""

_LONGEST = max(map(len, ABBREVIATIONS))


def is_abbreviated(text: str, stop: int) -> bool:
    """Whether the character at `stop` is the full stop of an abbreviation.

    >>> is_abbreviated("Gen. Li", 3), is_abbreviated("He left.", 7)
    (True, False)
    """
    if text[stop] != ".":
        return False
    if stop > _LONGEST and text[stop - _LONGEST - 1 : stop].isalpha():
        return False  # as most are
    start = stop
    while 0 < start > stop - 5 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return text[start:stop] in ABBREVIATIONS
