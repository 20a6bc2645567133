"""The few tokens of a text that may hold a sought word, found without reading the rest.

A word keeps the letters of its surface, in order: what happens to ASCII letters on the
way is that case goes, and that hyphens and dots come and go (`F-35` is also ``f35``,
`US` is also ``u.s.``). So a chunk with the word has one of its `spellings` where a
letter or digit does not stand before it; a chunk that is not ASCII is read in any case.
"""

import re
from collections.abc import Callable, Collection, Iterable

from newssearch.analysis.texts import read, tokens, tokens_in
from newssearch.analysis.words import Token

Spelled = frozenset[bytes] | None
"""How a word may be written, as far as its first letters go; None: in any way."""

_LETTERS = 4  # that a word is looked for by: fewer find too much, more have too many spellings
_SPACES = bytes([*range(9, 14), *range(28, 32)])
_PLAIN = bytes.maketrans(bytes(range(65, 91)) + b"." + _SPACES, bytes(range(97, 123)) + b"-" + b" " * len(_SPACES))
_STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "-"}  # what no letter comes from
_REMEMBERED = 1 << 10  # runs, of each word
_SHORT = 100  # bytes that are searched as soon as what is around their hyphens
_CHUNK = re.compile(r"\S+")
_PARTED = re.compile(rb"-[a-z0-9]")
_LETTER = re.compile(r"[^\W_]")
_POSSESSIVE = re.compile(r"(?:['’‘ʼ＇‛][sS](?![^\W_]))+")  # behind a compound, no token has it
_SPACE = ord(" ")
_INSIDE = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789")
_OTHER = b"?"  # what a code point that is not ASCII is replaced with


def spellings(beginning: str) -> Spelled:
    """How a word that begins so may be written.

    A hyphen stands for a dot as well.

    >>> sorted(spellings("f35")), spellings("")
    ([b'f-3', b'f3-5', b'f35'], None)
    """
    letters = beginning.replace("-", "").replace(".", "").lstrip("$")[:_LETTERS]
    if not letters:
        return None
    if not letters.isascii():
        return frozenset()
    parted = [f"{letters[:at]}-{letters[at]}" for at in range(1, len(letters))]
    return frozenset(spelling.encode() for spelling in (letters, *parted))


def any_of(spelled: Iterable[Spelled]) -> Spelled:
    """The spellings of several words together."""
    every = list(spelled)
    return None if None in every else frozenset().union(*filter(None, every))


class Surface:
    """A text made ready for words to be looked for in it.

    >>> Surface("The U.S. boats").runs(spellings("boat"))
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
            self._parted = b" ".join([plain[:_SHORT], *[plain[at - _LETTERS : at + 2] for at in hyphens]])

    def runs(self, written: Collection[bytes]) -> list[tuple[int, int]]:
        """The [start, end) of the runs without a space that have one of the spellings, in order."""
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
            elif before in _INSIDE and spelling != _OTHER:
                end = at + 1
            else:
                end = find(b" ", at)
                found.append((plain.rfind(b" ", 0, at) + 1, end))
            at = find(spelling, end)
        return found

    def is_mixed(self, start: int, end: int) -> bool:
        """Whether the line around a run is mixed, as `chunks` has it."""
        text = self.text
        if not text[start:end].isupper():
            return True
        stop = text.find("\n", end)
        return not text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)].isupper()


class Seeker:
    """Looks in texts for the words that pass a test, which are `written` in some of these ways.

    >>> Seeker(str.isdigit, None).places(Surface("5 boats, 12 drums"))
    [(0, 1), (9, 11)]
    """

    __slots__ = ("_answers", "_wanted", "_written")

    def __init__(self, wanted: Callable[[str], bool], written: Spelled) -> None:
        self._wanted = wanted
        self._written = written
        self._answers: dict[str, tuple[tuple[int, int], ...]] = {}

    def places(self, surface: Surface) -> list[tuple[int, int]]:
        """The [start, end) of every token with such a word, in order."""
        text = surface.text
        if self._written is None:
            return [(start, end) for words, start, end in tokens(text) if any(map(self._wanted, words))]
        answers = self._answers
        found: list[tuple[int, int]] = []
        for start, end in surface.runs(self._written):
            run = text[start:end]
            answer = answers.get(run)
            if answer is None:
                answer = self._answer(run, surface.is_mixed(start, end))
            for left, right in answer:
                found.append((start + left, start + right))
        return found

    def _answer(self, run: str, mixed: bool) -> tuple[tuple[int, int], ...]:
        """Where in a run the words are; remembered, but for runs whose words the line decides."""
        found = tuple(
            [(left, right) for words, left, right in read(run, 0, run.split(), mixed) if any(map(self._wanted, words))]
        )
        if len(self._answers) < _REMEMBERED and not run.isupper():
            self._answers[run] = found
        return found


def sought(surface: Surface, written: Spelled, reach: int) -> list[tuple[int, Token]]:
    """The tokens that may hold a word of these spellings (None: all tokens), with their positions.

    Between two of them are as many positions as in the text, or more than `reach` where
    the text has more. Other tokens may be among them.

    >>> found = sought(Surface("The boats, and then the boat"), spellings("boat"), 2)
    >>> [(at, token.words) for at, token in found]
    [(1, ('boats',)), (5, ('boat',))]
    """
    text = surface.text
    if written is None:
        return list(enumerate(tokens(text)))
    found: list[tuple[int, Token]] = []
    position = end = 0
    for start, stop in surface.runs(written):
        position += _between(text, end, start, reach)
        for token in read(text, start, text[start:stop].split(), surface.is_mixed(start, stop)):
            found.append((position, token))
            position += 1
        end = stop
    return found


def _between(text: str, start: int, end: int, reach: int) -> int:
    """How many positions a part of the text has; counted no further than one past `reach`."""
    count = 0
    for chunk in _CHUNK.finditer(text, start, end):
        count += len(tokens_in(chunk[0], True))  # capitals change what stands at a position, not how many there are
        if count > reach:
            break
    return count


def is_next(text: str, end: int, start: int) -> bool:
    """Whether no token stands between the end of one and the start of another behind it.

    >>> is_next("boats - and", 5, 8), is_next("Rolls-Royce's jets", 11, 14), is_next("boats or drugs", 5, 9)
    (True, True, False)
    """
    if text[end:start] == " ":
        return True
    if possessive := _POSSESSIVE.match(text, end, start):
        end = possessive.end()
    if text[end:start].isascii():
        return _LETTER.search(text, end, start) is None
    return not _between(text, end, start, 0)
