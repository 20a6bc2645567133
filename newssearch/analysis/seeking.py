"""The few tokens of a text that may hold a sought word, found without reading the rest.

A word keeps the letters of its surface, in order: what happens to ASCII letters on the
way is that case goes, and that hyphens and dots come and go (`F-35` is also ``f35``,
`US` is also ``u.s.``). So a chunk with the word has one of its `spellings` where a
letter or digit does not stand before it; a chunk that is not ASCII is read in any case.
"""

import re
from collections.abc import Callable, Iterable

from newssearch.analysis.surface import Surface
from newssearch.analysis.surface.plain import LETTERS
from newssearch.analysis.texts import read, tokens, tokens_in
from newssearch.analysis.words import Token
from newssearch.patterns import lazily

Spelled = frozenset[bytes] | None
"""How a word may be written, as far as its first letters go; None: in any way."""

_REMEMBERED = 1 << 10  # runs, of each word
_CHUNK = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W_]")
_APOSTROPHES = tuple("'’‘ʼ＇‛")
_POSSESSIVE = lazily(rf"(?:[{''.join(_APOSTROPHES)}][sS](?![^\W_]))+")  # behind a compound, no token has it


def spellings(beginning: str) -> Spelled:
    """How a word that begins so may be written.

    A hyphen stands for a dot as well.

    >>> sorted(spellings("f35")), spellings("")
    ([b'f-3', b'f3-5', b'f35'], None)
    """
    letters = beginning.replace("-", "").replace(".", "").lstrip("$")[:LETTERS]
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
                answer = self._answer(run, _is_mixed(text, start, end))
            for left, right in answer:
                found.append((start + left, start + right))
        return found

    def _answer(self, run: str, mixed: bool) -> tuple[tuple[int, int], ...]:
        """Where in a run the words are; remembered, but for runs whose words the line decides."""
        # A run of ASCII is one chunk; in another there may be white space that ends no run.
        every = tokens_in(run, mixed) if run.isascii() else read(run, 0, run.split(), mixed)
        found = tuple([(left, right) for words, left, right in every if any(map(self._wanted, words))])
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
        for token in read(text, start, text[start:stop].split(), _is_mixed(text, start, stop)):
            found.append((position, token))
            position += 1
        end = stop
    return found


def _is_mixed(text: str, start: int, end: int) -> bool:
    """Whether the line around a run is mixed, as `chunks` has it."""
    if not text[start:end].isupper():
        return True
    stop = text.find("\n", end)
    return not text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)].isupper()


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
    between = text[end:start]
    if between == " ":
        return True
    if between[:1] == " " and between[1:2].isalnum() and between.isascii():
        return False  # as most are: the next word is another
    if text.startswith(_APOSTROPHES, end) and (possessive := _POSSESSIVE.match(text, end, start)):
        end = possessive.end()
    if text[end:start].isascii():
        return _LETTER.search(text, end, start) is None
    return not _between(text, end, start, 0)
