"""Written words: their shape, their tokens, and what each is found as."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newssearch.analysis.characters import CJK, CURRENCY, MARKS, fold
from newssearch.patterns import lazily


class Token(NamedTuple):
    """What stands at one position: its words, the canonical one first, and [start, end) in code points."""

    words: tuple[str, ...]
    start: int
    end: int


# The patterns are made when they are first needed: the sets of the marks and of Chinese take milliseconds to compile,
# and a search in English needs neither.
@lru_cache
def word_pattern(*, ascii: bool, extra: str = "") -> re.Pattern[str]:
    """The shape of a written word in a text; `extra` are further characters that count as letters."""
    letter = rf"(?:[^\W_]|[{extra}])" if extra else r"[^\W_]"
    run = f"{letter}+" if ascii else f"{letter}+(?:[{MARKS}]+{letter}*)*"  # a mark alone is no word
    sign = r"\$" if ascii else f"[{CURRENCY}]"
    acronym = r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])(?:\.(?![^\W_]))?(?:'[sS](?![^\W_]))?"
    compound = rf"(?:{sign}(?=\d))?{run}(?:(?:['-]|(?<=\d)[.,](?=\d)){run})*"
    return re.compile(f"{acronym}|{compound}" if not extra else compound)


@lru_cache
def _cjk_run() -> re.Pattern[str]:
    return re.compile(f"[{CJK}]+")


def is_cjk(word: str) -> bool:
    """Whether the word is of a script that puts no spaces between words."""
    return not word.isascii() and max(word) >= CJK[0] and _cjk_run().search(word) is not None


_DOTTED = lazily(r"[^\W\d_](?:\.[^\W\d_])+\.?")

PRONOUNS = frozenset({"us", "it", "who"})
"""Words that are also acronyms when in capitals: only there a query's capitals choose the acronym."""


def written_words(straight: str) -> Iterator[tuple[int, str]]:
    """The written words of a straightened text, each with its offset."""
    for match in word_pattern(ascii=straight.isascii()).finditer(straight):
        yield match.start(), match[0]


def tokens_of(surface: str, start: int, acronyms: bool) -> Iterator[Token]:
    """The tokens of one written word that stands at `start`; `acronyms`: capitals are also found dotted."""
    if is_cjk(surface):
        yield from _cjk_tokens(surface, start, acronyms)
        return
    end = start + len(surface)
    bare = without_possessive(surface)
    if "." in bare and _DOTTED.fullmatch(bare):
        letters = fold(bare.replace(".", ""))
        joined = bare[0].isupper() and letters not in PRONOUNS
        yield Token((_dotted(letters), letters) if joined else (_dotted(letters),), start, end)
        return
    if "-" in bare and _is_parted(bare):
        for part in bare.split("-"):
            end = start + len(part)
            yield Token(_words(without_possessive(part), acronyms), start, end)
            start = end + 1
        return
    yield Token(_words(bare, acronyms), start, end)


def _is_parted(compound: str) -> bool:
    """Whether the parts of a compound are words of their own."""
    return all(len(part) > 1 and part.replace("'", "").isalpha() for part in map(_bare, compound.split("-")))


def _bare(part: str) -> str:
    """A part as its letters: without marks and wildcards, which isalpha does not know."""
    return "".join(c for c in part if c.isalnum() or c == "'") + "".join("a" for c in part if c in "*?")


def without_possessive(part: str) -> str:
    while len(part) > 2 and part[-2:] in {"'s", "'S"}:
        part = part[:-2]
    return part


def _words(part: str, acronyms: bool) -> tuple[str, ...]:
    """The words at one position for one part of a written word, the canonical one first."""
    if not part.isascii():
        word = fold(part)
    elif part.isalpha():
        return plain_words(part, acronyms)
    else:
        word = part.lower()
    if "-" in word:
        return word, word.replace("-", "")
    if unicodedata.category(word[0]) == "Sc":
        return word[1:], word
    return (word,)


def plain_words(part: str, acronyms: bool) -> tuple[str, ...]:
    """The words at one position for ASCII letters: two to five capitals may be an acronym."""
    word = part.lower()
    return (word, _dotted(word)) if acronyms and part.isupper() and 2 <= len(part) <= 5 else (word,)


def _dotted(word: str) -> str:
    return "".join([f"{letter}." for letter in word])


def _cjk_tokens(surface: str, start: int, acronyms: bool) -> Iterator[Token]:
    end = 0
    for match in _cjk_run().finditer(surface):
        yield from _others(surface[end : match.start()], start + end, acronyms)
        run, base, end = match[0], start + match.start(), match.end()
        if len(run) == 1:
            yield Token((fold(run),), base, base + 1)
        for at in range(base, base + len(run) - 1):
            yield Token((fold(run[at - base : at - base + 2]),), at, at + 2)
    yield from _others(surface[end:], start + end, acronyms)


def _others(part: str, start: int, acronyms: bool) -> Iterator[Token]:
    """The tokens of the part of a word that is not Chinese, Japanese or Korean."""
    for at, inner in written_words(part):
        yield from tokens_of(inner, start + at, acronyms)
