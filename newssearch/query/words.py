"""Which words a pattern or a fuzzy word means."""

import re
from collections.abc import Callable

from newssearch.patterns import lazily

_PIECE = lazily(r"((?:\\.|[^*\\])*)\*?", re.DOTALL)


def wildcard(pattern: str, *, exact: bool = False) -> Callable[[str], bool]:
    """A test for words of the pattern's shape: `*` is any run, `?` any one character.

    With `exact` only `*` is special, and a backslash makes the next character
    ordinary. Time grows with the word's length times the pattern's, never faster:
    each piece between stars is found at its leftmost place.

    >>> wildcard("organi?ation")("organization"), wildcard("*cartel")("cartels")
    (True, False)
    """
    if exact:
        pieces = [re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL) for piece in _pieces(pattern)]
        shapes = [re.escape(piece) for piece in pieces]
    else:
        shapes = ["".join("." if c == "?" else re.escape(c) for c in piece) for piece in pattern.split("*")]
    first, *others = (re.compile(shape, re.DOTALL) for shape in shapes)
    if not others:
        return lambda word: first.fullmatch(word) is not None
    *middle, _ = others
    last = re.compile(f"(?:{shapes[-1]})\\Z", re.DOTALL)

    def matches(word: str) -> bool:
        found = first.match(word)
        for piece in middle:
            found = found and piece.search(word, found.end())
        # The last piece has one length, so it fits at one place: the end.
        return found is not None and last.search(word, max(found.end(), len(word) - lengths[-1])) is not None

    lengths = [len(piece) for piece in (pieces if exact else pattern.split("*"))]
    return matches


def _pieces(pattern: str) -> list[str]:
    """The pieces between the stars that no backslash makes ordinary."""
    pieces, at = [], 0
    while True:
        match = _PIECE.match(pattern, at)
        assert match is not None
        pieces.append(match[1])
        at = match.end()
        if not match[0].endswith("*") or len(match[0]) == len(match[1]):
            return pieces


def literal_prefix(pattern: str) -> str:
    """The characters that every word of the pattern begins with.

    >>> literal_prefix("venez*a?")
    'venez'
    """
    return re.split(r"[*?\\]", pattern, maxsplit=1)[0]


def within(word: str, edits: int) -> Callable[[str], bool]:
    """A test for words at most so many edits away, with the same first letter.

    An edit inserts, drops or replaces a letter, or swaps two neighbours, and no letter
    is edited twice (the optimal string alignment distance).

    >>> close = within("madura", 1)
    >>> close("maduro"), close("amdura"), close("mdaura")
    (True, False, True)
    """

    def matches(other: str) -> bool:
        if abs(len(word) - len(other)) > edits or word[:1] != other[:1]:
            return False
        if edits == 1:
            return _is_one_edit(word, other)
        return _distance(word, other, edits) <= edits

    return matches


def _is_one_edit(left: str, right: str) -> bool:
    """Whether the words are equal or one edit apart: what is behind the first difference tells."""
    at, shorter = 0, min(len(left), len(right))
    while at < shorter and left[at] == right[at]:
        at += 1
    ours, theirs = left[at:], right[at:]
    return (
        ours[1:] == theirs[1:]
        or ours[1:] == theirs
        or ours == theirs[1:]
        or (ours[1::-1] == theirs[:2] and ours[2:] == theirs[2:])
    )


def _distance(left: str, right: str, limit: int) -> int:
    """The optimal string alignment distance; any number above `limit` once it must be."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
