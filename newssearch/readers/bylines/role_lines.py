"""Lines below a name that say what the person is, or for whom she wrote."""

import re

from newssearch.patterns import lazily
from newssearch.readers.bylines.newsroom import ends_in_role, is_role

_MOST = 8
"""Words of a role that has capitals, or begins with what it is: `Correspondent for the north of the country`."""

_MOST_SMALL = 5
"""Words of any other."""

_SMALL = frozenset(["and", "at", "covering", "for", "in", "of", "the", "to"])
_HANDLE = lazily(r"[\s,|]+@\w{1,30}$")
_FOR_WHOM = lazily(r"(?:special|exclusive) (?:to|for) (?:the )?[^\W\d_]", re.IGNORECASE)


def is_role_of(text: str) -> bool:
    """Whether a line below a name says what they are: `Scotland business reporter, Harbour News`.

    >>> is_role_of("BBC Scotland's Highlands and Islands reporter"), is_role_of("Special to The Harbour")
    (True, True)
    >>> is_role_of("Health correspondent @anndoe")
    True
    >>> is_role_of("How a town lost its last reporter")
    False
    """
    text = _HANDLE.sub("", text)
    if _FOR_WHOM.match(text):
        return True
    role = text.partition(",")[0]
    words = role.split()
    if is_role(role) or (ends_in_role(role) and len(words) <= _MOST_SMALL):
        return True
    if not 0 < len(words) <= _MOST:
        return False
    capitals = all(word[0].isupper() or word in _SMALL for word in words[:-1])
    return is_role(words[0]) or (ends_in_role(role) and capitals)
