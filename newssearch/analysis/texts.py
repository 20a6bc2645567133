"""A text's chunks and the tokens in them.

No written word spans white space, so the words of a text are the words of its chunks
("strikes," "(U.S.-led"), which repeat endlessly and can be remembered. Of what surrounds
a chunk only one thing counts: whether its line is all in capitals.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newssearch.analysis.characters import straighten
from newssearch.analysis.words import Token, plain_words, tokens_of, written_words

GAP = 100
"""Positions between two values of one field (two subheads, two authors)."""

# ASCII's are those of `string.punctuation`, whose module would compile a pattern for templates.
_AROUND = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~“”‘’«»—–…"""
_REMEMBERED = 48  # a longer chunk hardly comes again: a paragraph of Chinese, an address


def chunks(text: str) -> Iterator[tuple[bool, list[str]]]:
    r"""The chunks of each line, and whether the line is mixed: not all in capitals, which there tell an acronym.

    >>> list(chunks("US STRIKES\nthe US struck"))
    [(False, ['US', 'STRIKES']), (True, ['the', 'US', 'struck'])]
    """
    for line in text.split("\n"):
        yield not line.isupper(), line.split()


def words_at(chunk: str, mixed: bool) -> tuple[tuple[str, ...], ...]:
    """The words at each position of a chunk, as `Token.words` has them: those of its text are these in a row.

    >>> words_at("(U.S.-led", True), words_at("US,", True), words_at("—", True)
    ((('u.s.',), ('led',)), (('us', 'u.s.'),), ())
    """
    if bare := bare_word(chunk):
        return (plain_words(bare, mixed),)
    return tuple([token.words for token in _parted(chunk, mixed)])


def tokens(text: str) -> list[Token]:
    """The tokens of an article's text; the index in the list is the position.

    >>> [token.words for token in tokens("The U.S. state-owned F-35")]
    [('the',), ('u.s.',), ('state',), ('owned',), ('f-35', 'f35')]
    """
    found: list[Token] = []
    start = 0
    for mixed, line in chunks(text):
        found += read(text, start, line, mixed)
        start = text.find("\n", start) + 1
    return found


def read(text: str, start: int, line: Iterable[str], mixed: bool) -> Iterator[Token]:
    """The tokens of chunks that stand one behind the other in the text, from `start` on."""
    for chunk in line:
        start = text.index(chunk, start)
        for words, left, right in tokens_in(chunk, mixed):
            yield Token(words, start + left, start + right)
        start += len(chunk)


def laid_out(texts: Iterable[str]) -> Iterator[tuple[int, list[Token]]]:
    """A field's values, each as its first position and its tokens; `GAP` positions from value to value.

    >>> [base for base, _ in laid_out(["Jane Doe", "John Smith"])]
    [0, 101]
    """
    base = 0
    for text in texts:
        found = tokens(text)
        yield base, found
        base += max(len(found) - 1, 0) + GAP


def bare_word(chunk: str) -> str:
    """The word of a chunk that is ASCII letters with punctuation around them, as three of four are; "" for any other.

    >>> bare_word("(strikes,"), bare_word("U.S.-led"), bare_word("—")
    ('strikes', '', '')
    """
    bare = chunk.strip(_AROUND)
    return bare if bare.isascii() and bare.isalpha() else ""


def tokens_in(chunk: str, mixed: bool) -> tuple[Token, ...]:
    """The tokens of a chunk, at offsets within it; short chunks are remembered."""
    return _remembered(chunk, mixed) if len(chunk) <= _REMEMBERED else _found(chunk, mixed)


def _found(chunk: str, mixed: bool) -> tuple[Token, ...]:
    if bare := bare_word(chunk):
        start = chunk.index(bare)
        return (Token(plain_words(bare, mixed), start, start + len(bare)),)
    return _parted(chunk, mixed)


def _parted(chunk: str, mixed: bool) -> tuple[Token, ...]:
    """The same of any chunk, also one that is more than a bare word."""
    straight, origins = straighten(chunk)
    inside = [
        token
        for at, surface in written_words(straight)
        for token in tokens_of(surface, at, mixed and surface.isupper())
    ]
    if origins is None:
        return tuple(inside)
    return tuple([Token(words, origins[start], _end(origins, end)) for words, start, end in inside])


_remembered = lru_cache(maxsize=1 << 16)(_found)


def _end(origins: list[int], end: int) -> int:
    """Where the cluster of the last character ends, in the chunk as it was."""
    last = origins[end - 1]
    return origins[bisect_right(origins, last, end - 1)]
