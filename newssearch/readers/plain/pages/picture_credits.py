"""Captions on pages that end with a credit of somebody whom no table knows: no paragraph of an article ends so."""

from newssearch.readers.patterns import lazily
from newssearch.readers.plain.size import count

_LONGEST = 60
"""Words of such a caption."""

_TAIL = 90
"""Characters at the end of it in which the credit stands."""

_BIG = "A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰĞİŞĂȘȚА-ЯЁІЇЄҐ"
_WORD = rf"[{_BIG}][\w.'’-]{{0,30}}"
_NAME = rf"{_WORD}(?: (?:{_WORD}|d[aeiou]s?|von|van|of|the|for|–|-)){{0,5}}"
_ENDS = lazily(
    rf"\[{_NAME} ?/ ?{_NAME}\]$|\({_NAME} ?/ ?{_NAME}\)$|[.!?”\"»’'] ?[—–-]? ?{_NAME} ?/ ?{_NAME}\.?$"
    rf"|© ?{_NAME}(?: ?/ ?{_NAME})?$|\| ?{_NAME} ?/ ?{_NAME}(?: via {_NAME})?$"
    rf"|[.!?”\"»] ?[{_BIG}][{_BIG}'’.-]{{1,19}}(?:[\s/]{{1,3}}[«»{_BIG}'’.&-]{{1,20}}){{1,7}}(?:\s»)?$"
)
_BEGINS = lazily(
    r"(?:Getty Images|PA Media|Shutterstock|Alamy|AFP|EPA|Reuters)(?:/\w{2,20})? [^\W\d_a-z](?!.*[.!?][\"'”’]?$).{20,}"
)


def has_credit(text: str) -> bool:
    """Whether a line ends, or begins, with whose picture it is.

    >>> has_credit("Boats at the quay on Monday. Ann Poe/The Quay"), has_credit("Boats [Ann Poe/The Quay]")
    (True, True)
    >>> has_credit("Boats at the quay in 1967.COURTESY OF ANN POE"), has_credit("He works for Poe/Quay.")
    (True, False)
    """
    if count(text) > _LONGEST:
        return False
    return _ENDS.search(text[-_TAIL:]) is not None or _BEGINS.fullmatch(text) is not None
