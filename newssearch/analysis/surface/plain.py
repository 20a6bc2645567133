"""Spellings looked for in a text by Python's own searches of bytes."""

import re
from collections.abc import Collection

LETTERS = 4
"""How many letters a spelling has at most: fewer find too much, more have too many spellings."""

_SPACES = bytes([*range(9, 14), *range(28, 32)])
_PLAIN = bytes.maketrans(bytes(range(65, 91)) + b"." + _SPACES, bytes(range(97, 123)) + b"-" + b" " * len(_SPACES))
_STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "-"}  # what no letter comes from
_SHORT = 100  # bytes that are searched as soon as what is around their hyphens
_PARTED = re.compile(rb"-[^ ]")
_SPACE = ord(" ")
_INSIDE = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789")
_OTHER = b"?"  # what a code point that is not ASCII is replaced with


class Surface:
    """A text, and the runs without a space in it in which something is written.

    Capitals are small, a dot is a hyphen, and curly quotation marks and dashes are straight ones.

    >>> Surface("The U.S. boats").runs({b"boat"})
    [(9, 14)]
    """

    __slots__ = ("_is_plain", "_parted", "_plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        if not text.isascii():
            for curly, straight in _STRAIGHT.items():
                text = text.replace(curly, straight)
        plain = text.encode("ascii", "replace").translate(_PLAIN) + b" "
        self._is_plain = text.isascii()
        self._plain = plain
        self._parted = plain
        if len(plain) > _SHORT:
            hyphens = [match.start() for match in _PARTED.finditer(plain)]
            self._parted = b" ".join([plain[:_SHORT], *[plain[at - LETTERS : at + 2] for at in hyphens]])

    def runs(self, written: Collection[bytes]) -> list[tuple[int, int]]:
        """The [start, end) of the runs that have one of the spellings, in order. No spelling has white space in it.

        No letter or digit stands before one. Where there are other code points than ASCII's, a run with one of them
        may have any spelling, and one with a question mark too.
        """
        parted = self._parted
        lists = [self._runs(spelling) for spelling in written if b"-" not in spelling or spelling in parted]
        if not self._is_plain:
            lists.append(self._runs(_OTHER))
        lists = [found for found in lists if found]
        return sorted(set().union(*lists)) if len(lists) > 1 else lists[0] if lists else []

    def _runs(self, spelling: bytes) -> list[tuple[int, int]]:
        plain = self._plain
        find = plain.find
        found: list[tuple[int, int]] = []
        at = find(spelling)
        while at >= 0:
            before = plain[at - 1]  # of the first, the space at the end
            if before == _SPACE:
                end = find(b" ", at)
                found.append((at, end))
            elif before in _INSIDE and (self._is_plain or spelling != _OTHER):
                end = at + 1
            else:
                end = find(b" ", at)
                found.append((plain.rfind(b" ", 0, at) + 1, end))
            at = find(spelling, end)
        return found
