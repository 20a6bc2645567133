"""Stems: words of one stem are one word to a search."""

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

_AT_THE_END = frozenset({"ca", "da", "de", "es", "fi", "fr", "hu", "it", "nb", "nn", "no", "pt", "ro", "sv"})
# Their stemmers change the ends of words; of the beginning at most an elided article goes (l'avion).

_CHANGED = frozenset("eily")
"""What the English stemmer ends a stem with where a word has other letters: "size" of "sizing", "sky" of "skies"."""


@lru_cache(maxsize=256)
def stem_language(code: str) -> str:
    """The stemmer's key for a language code: ``en-US`` is ``en``, none given is ``en``, another is itself.

    >>> stem_language("EN_us"), stem_language(""), stem_language("ko")
    ('en', 'en', 'ko')
    """
    return code.strip().casefold().replace("_", "-").partition("-")[0] or "en"


MARK = "\x1f"
"""What stands in a stem before its language, where that is not English."""


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str = "en") -> str:
    r"""The stem of a folded word: words of one stem are one word to a search.

    A language's stems are its own: the French stem of "news" is "new", and is no English word.

    >>> stem("strikes"), stem("u.s."), stem("2,750"), stem("maisons", "fr")
    ('strike', 'u.s.', '2,750', 'maison\x1ffr')
    """
    if not _is_word(word):
        return word
    root = _stemmer(language)(word) if language in LANGUAGES else word
    return root if language == "en" else f"{root}{MARK}{language}"


def beginning(root: str, language: str = "en") -> str:
    """What every word of a stem begins with, there or behind an apostrophe, as far as it is sure.

    The English stemmer changes no more than the last letter of what it leaves, and that only where it is one of four
    ("cries" has the stem "cri", "capability" has "capabl"), but for "ie", which "dying" has.

    >>> beginning("strike"), beginning("boat"), beginning("die")
    ('strik', 'boat', 'd')
    >>> beginning(stem("dollar", "de"), "de"), beginning("ajar", "id")
    ('d', '')
    """
    root = root.partition(MARK)[0]
    if language not in LANGUAGES or not _is_word(root):
        return root
    if language == "en":
        changed = (root[-1] in _CHANGED) + root.endswith("ie")
        return root[: max(1, len(root) - changed)]
    return root[:1] if language in _AT_THE_END else ""


def _is_word(word: str) -> bool:
    return word.replace("'", "").isalpha()


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Callable[[str], str]:
    import Stemmer  # here: a search without words needs none

    # fold(): accents are gone before stemming, and a stemmer may leave its own.
    stemmer = Stemmer.Stemmer(LANGUAGES[language], 0)
    return lambda word: fold(stemmer.stemWord(word)) or word
