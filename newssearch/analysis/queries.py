"""What the words of a query ask for."""

import unicodedata

from newssearch.analysis.characters import STRAIGHT, fold, straighten
from newssearch.analysis.texts import tokens
from newssearch.analysis.words import PRONOUNS, is_cjk, tokens_of, without_possessive, word_pattern


def query_words(text: str) -> list[str]:
    """The one word that a query's text asks for at each position.

    A compound that holds a letter asks for its joined form and so finds both
    spellings (`e-mail`, `email`); a price asks for its sign; `US` asks for ``u.s.``.

    >>> query_words("US strikes"), query_words("us"), query_words("F-35 for $50")
    (['u.s.', 'strikes'], ['us'], ['f35', 'for', '$50'])
    """
    return [_asked(token.words, text[token.start : token.end]) for token in tokens(text)]


def _asked(words: tuple[str, ...], surface: str) -> str:
    first = words[0]
    if len(words) > 1 and ("-" in first and not first.replace("-", "").isnumeric()):
        return words[1]
    if len(words) > 1 and unicodedata.category(words[1][0]) == "Sc":
        return words[1]
    if first in PRONOUNS and (bare := without_possessive(surface.translate(STRAIGHT))).isupper() and "." not in bare:
        return "".join(f"{letter}." for letter in first)
    return first


def pattern_words(text: str) -> list[str]:
    """As `query_words`, where `*` and `?` count as letters: `state-own*` is two words.

    >>> pattern_words("Venez*"), pattern_words("state-own*")
    (['venez*'], ['state', 'own*'])
    """
    straight, _ = straighten(text)
    found: list[str] = []
    for match in word_pattern(ascii=straight.isascii(), extra="*?").finditer(straight):
        if is_cjk(match[0]) and ("*" in match[0] or "?" in match[0]):
            found.append(fold(match[0]))  # a shape of pairs: 核* is every pair that begins so
            continue
        found += [token.words[0] for token in tokens_of(match[0], 0, False)]
    return found
