"""Captions on pages that end with a credit of somebody whom no table knows: no paragraph of an article ends so."""

from newssearch.patterns import lazily
from newssearch.readers.plain import captions
from newssearch.readers.plain.size import count

_LONGEST = 60
"""Words of such a caption."""

_STOPS = (". ", "! ", "? ")
_TAIL = 90
"""Characters at the end of it in which the credit stands."""

_BIG = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰĞİŞĂȘȚА-ЯЁІЇЄҐ"
_WORD = rf"[{_BIG}][\w.'’-]{{0,30}}"
_NAME = rf"{_WORD}(?: (?:{_WORD}|d[aeiou]s?|von|van|of|the|for|–|-)){{0,5}}"
_ENDS = lazily(
    rf"\[{_NAME} ?/ ?{_NAME}\]$|\({_NAME} ?/ ?{_NAME}\)$|[.!?”\"»’'] ?[—–-]? ?{_NAME} ?/ ?{_NAME}\.?$"
    rf"|[.!?”\"]{_NAME} for {_NAME}$|[.!?”\"] \((?:{_NAME}): {_NAME}\)$|\(Supplied: [^()]{{3,40}}\)$"
    rf"|\w\.{_WORD} {_WORD}/{_NAME}$"
    rf"|© ?{_NAME}(?: ?/ ?{_NAME})?$|\| ?{_NAME} ?/ ?{_NAME}(?: via {_NAME})?$"
    rf"|[.!?”\"»] ?[{_BIG}][{_BIG}'’.-]{{1,19}}(?:[\s/]{{1,3}}[«»{_BIG}'’.&-]{{1,20}}){{1,7}}(?:\s»)?$"
)
_PERSON = rf"{_WORD}(?: {_WORD}){{1,3}}"
_ALONE = lazily(
    rf"{_PERSON} ?[/|] ?{_NAME}(?: ?[/|] ?{_NAME})?|[{_BIG}][{_BIG}'’. -]{{4,40}} \S{{1,40}}@\S{{3,40}}"
    rf"|Supplied: {_NAME}|{_PERSON} for [{_BIG}]{{2,8}}"
)
"""A credit on a line of its own."""

_MOST_ALONE = 10
"""Words of one."""

_MARKS = ("/", "©", ": ", " for ")
"""Of what each of them holds one that does not end with a capital letter."""

_LIBRARIES = ("Getty Images", "PA Media", "Shutterstock", "Alamy", "AFP", "EPA", "Reuters")
_BEGINS = lazily(rf"(?:{'|'.join(_LIBRARIES)})(?:/\w{{2,20}})? [^\W\d_a-z](?!.*[.!?][\"'”’]?$).{{20,}}")


def has_credit(text: str) -> bool:
    """Whether a line ends, or begins, with whose picture it is.

    >>> has_credit("Boats at the quay on Monday. Ann Poe/The Quay"), has_credit("Boats [Ann Poe/The Quay]")
    (True, True)
    >>> has_credit("Boats at the quay in 1967.COURTESY OF ANN POE"), has_credit("He works for Poe/Quay.")
    (True, False)
    """
    tail = text[-_TAIL:]
    may_end = tail[-1:].isupper() or tail.endswith("»") or any(mark in tail for mark in _MARKS)
    if may_end and _ENDS.search(tail):
        return count(text) <= _LONGEST
    return text.startswith(_LIBRARIES) and _BEGINS.fullmatch(text) is not None and count(text) <= _LONGEST


def is_credit(text: str) -> bool:
    """Whether a line is nothing but whose picture the one above it is the caption of.

    >>> is_credit("Ann Poe/The Quay"), is_credit("Photo: Ann Poe"), is_credit("Ann Poe | The Quay | Quay Images")
    (True, True, True)
    >>> is_credit("Boats and nets"), is_credit("The boats on Monday. Photo: Ann Poe")
    (False, False)
    """
    if count(text) > _MOST_ALONE or any(stop in text for stop in _STOPS):
        return False
    return _ALONE.fullmatch(text) is not None or captions.is_caption(text)
