"""A text's words: where they are, and what each is found as."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from newssearch.analysis.characters import CJK, CURRENCY, MARKS, fold, straighten

GAP = 100
"""Positions between two values of one field (two subheads, two authors)."""


class Token(NamedTuple):
    """What stands at one position: its words, the canonical one first, and [start, end) in code points."""

    words: tuple[str, ...]
    start: int
    end: int


def word_pattern(extra: str = "") -> re.Pattern[str]:
    """The shape of a written word; `extra` are further characters that count as letters."""
    letter = rf"(?:[^\W_]|[{extra}])" if extra else r"[^\W_]"
    run = f"{letter}+(?:[{MARKS}]+{letter}*)*"  # a mark alone is no word
    acronym = r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])(?:\.(?![^\W_]))?(?:'[sS](?![^\W_]))?"
    compound = rf"(?:[{CURRENCY}](?=\d))?{run}(?:(?:['-]|(?<=\d)[.,](?=\d)){run})*"
    return re.compile(f"{acronym}|{compound}" if not extra else compound)


_WORD = word_pattern()
_CJK_PARTS = re.compile(f"[{CJK}]+|[^{CJK}]+")
_HAS_CJK = re.compile(f"[{CJK}]").search


def is_cjk(word: str) -> bool:
    """Whether the word is of a script that puts no spaces between words."""
    return _HAS_CJK(word) is not None


_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?")
_CAPITALS = re.compile(r"[A-Z]{2,5}")

PRONOUNS = frozenset({"us", "it", "who"})
"""Words that are also acronyms when in capitals: only there a query's capitals choose the acronym."""


def tokens(text: str) -> list[Token]:
    """The tokens of an article's text; the index in the list is the position.

    >>> [token.words for token in tokens("The U.S. state-owned F-35")]
    [('the',), ('u.s.',), ('state',), ('owned',), ('f-35', 'f35')]
    """
    text, origins = straighten(text)
    found: list[Token] = []
    offset = 0
    for line in text.split("\n"):
        mixed: bool | None = None
        for match in _WORD.finditer(line):
            base = offset + match.start()
            surface = match[0]
            if surface.isupper() and _CAPITALS.search(surface):
                if mixed is None:
                    mixed = line != line.upper()
                parts = _split(surface, mixed)
            else:
                parts = _split(surface, False)
            for words, start, end in parts:
                found.append(Token(words, base + start, base + end))
        offset += len(line) + 1
    if origins is not None:
        found = [Token(words, origins[start], _end(origins, end)) for words, start, end in found]
    return found


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


def _end(origins: list[int], end: int) -> int:
    """Where the cluster of the last character ends, in the text as it was."""
    last = origins[end - 1]
    return origins[bisect_right(origins, last, end - 1)]


@lru_cache(maxsize=1 << 16)
def _split(surface: str, acronyms: bool) -> tuple[Token, ...]:
    """The tokens of one written word, at offsets within it; `acronyms`: capitals are also found dotted."""
    return tuple(tokens_of(surface, acronyms))


def tokens_of(surface: str, acronyms: bool) -> Iterator[Token]:
    if not surface.isascii() and _HAS_CJK(surface):
        yield from _cjk_tokens(surface, acronyms)
        return
    whole = len(surface)
    bare = without_possessive(surface)
    if _DOTTED.fullmatch(bare):
        letters = fold(bare.replace(".", ""))
        dotted = "".join(f"{letter}." for letter in letters)
        joined = bare[0].isupper() and letters not in PRONOUNS
        yield Token((dotted, letters) if joined else (dotted,), 0, whole)
        return
    parts = bare.split("-")
    if len(parts) > 1 and all(len(part) > 1 and part.replace("'", "").isalpha() for part in map(_bare, parts)):
        start = 0
        for part in parts:
            end = start + len(part)
            yield Token(_words(without_possessive(part), acronyms), start, end)
            start = end + 1
        return
    yield Token(_words(bare, acronyms), 0, whole)


def _bare(part: str) -> str:
    """A part as its letters: without marks and wildcards, which isalpha does not know."""
    return "".join(c for c in part if c.isalnum() or c == "'") + "".join("a" for c in part if c in "*?")


def without_possessive(part: str) -> str:
    while len(part) > 2 and part[-2:] in {"'s", "'S"}:
        part = part[:-2]
    return part


def _words(part: str, acronyms: bool) -> tuple[str, ...]:
    """The words at one position for one part of a written word, the canonical one first."""
    word = fold(part)
    if "-" in word:
        return word, word.replace("-", "")
    if unicodedata.category(word[0]) == "Sc":
        return word[1:], word
    if acronyms and _CAPITALS.fullmatch(part):
        return word, "".join(f"{letter}." for letter in word)
    return (word,)


def _cjk_tokens(surface: str, acronyms: bool) -> Iterator[Token]:
    for match in _CJK_PARTS.finditer(surface):
        run, base = match[0], match.start()
        if not _HAS_CJK(run):
            for inner in _WORD.finditer(run):
                for words, start, end in tokens_of(inner[0], acronyms):
                    yield Token(words, base + inner.start() + start, base + inner.start() + end)
        elif len(run) == 1:
            yield Token((fold(run),), base, base + 1)
        else:
            for at in range(len(run) - 1):
                yield Token((fold(run[at : at + 2]),), base + at, base + at + 2)
