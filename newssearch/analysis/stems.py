"""Stems: words of one stem are one word to a search."""

import re
from collections.abc import Callable
from functools import lru_cache

from newssearch.analysis.characters import fold

LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""Language codes with a stemmer; other known languages are not stemmed, an unknown one is English."""


def stem_language(code: str) -> str:
    """The stemmer's key for a language code: ``en-US`` is ``en``, none given is ``en``, another is itself.

    >>> stem_language("EN_us"), stem_language(""), stem_language("ko")
    ('en', 'en', 'ko')
    """
    return re.split("[-_]", code.strip().casefold(), maxsplit=1)[0] or "en"


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str = "en") -> str:
    """The stem of a folded word: words of one stem are one word to a search.

    >>> stem("strikes"), stem("u.s."), stem("2,750")
    ('strike', 'u.s.', '2,750')
    """
    if language not in LANGUAGES or not word.replace("'", "").isalpha():
        return word
    return _stemmer(language)(word)


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Callable[[str], str]:
    import Stemmer  # here: a search without words needs none

    # fold(): accents are gone before stemming, and a stemmer may leave its own.
    stemmer = Stemmer.Stemmer(LANGUAGES[language], 0)
    return lambda word: fold(stemmer.stemWord(word)) or word
