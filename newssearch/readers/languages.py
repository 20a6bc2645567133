"""In which language a text is: its letters tell, and among Latin letters its commonest words.

Nothing is learnt and nothing is installed for it, so the same text has the same language on every machine.
"""

from collections.abc import Callable, Mapping

from newssearch.patterns import lazily
from newssearch.readers.language_words import LANGUAGES, POINTS

_WORDS = frozenset(POINTS)
_FEWEST = 3
"""Common words of a language that are enough to tell it, two more than of any other."""

_SCARCEST = 25
"""One word in so many, at least, is a common one; a text with fewer is in a language that is not known, or a table."""

_LATIN = lazily(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_SCRIPTS = tuple(
    (code, lazily(f"[{letters}]"))
    for code, letters in (
        ("ko", r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
        ("ja", r"\u3040-\u30ff"),
        ("zh", r"\u3400-\u4dbf\u4e00-\u9fff"),
        ("ru", r"\u0400-\u052f"),
        ("ar", r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
        ("he", r"\u0590-\u05ff"),
        ("el", r"\u0370-\u03ff\u1f00-\u1fff"),
        ("hi", r"\u0900-\u097f"),
        ("bn", r"\u0980-\u09ff"),
        ("pa", r"\u0a00-\u0a7f"),
        ("gu", r"\u0a80-\u0aff"),
        ("or", r"\u0b00-\u0b7f"),
        ("ta", r"\u0b80-\u0bff"),
        ("te", r"\u0c00-\u0c7f"),
        ("kn", r"\u0c80-\u0cff"),
        ("ml", r"\u0d00-\u0d7f"),
        ("si", r"\u0d80-\u0dff"),
        ("th", r"\u0e00-\u0e7f"),
        ("lo", r"\u0e80-\u0eff"),
        ("my", r"\u1000-\u109f"),
        ("ka", r"\u10a0-\u10ff\u1c90-\u1cbf"),
        ("am", r"\u1200-\u139f"),
        ("km", r"\u1780-\u17ff"),
        ("hy", r"\u0530-\u058f"),
    )
)
_CYRILLIC = (
    ("kk", "әғқңұһ"), ("mk", "ѓќѕ"), ("sr", "ђћјљњџ"), ("be", "ў"), ("uk", "іїєґ"), ("ru", "ыэё"),
)  # fmt: skip
"""The letters that a language has and those below it have not."""

_ARABIC = (("ps", "ښځڅړۍ"), ("ur", "ٹڈڑںےہھ"), ("fa", "پچژگکی"))
_NEPALI, _MARATHI, _HINDI = "छ", "ळ", ("है", "हैं", "में", "और")
_ENOUGH = 40
"""Letters from which those that are missing say something."""


def language(text: str, *, limit: int = 1500) -> str:
    """The code of a text's language, told by its first `limit` characters; "" where they do not tell.

    >>> language("The council said on Monday that it will close the harbour for a year."), language("Oil 70.3")
    ('en', '')
    >>> language("정부는 내년부터 부두를 닫기로 했다고 밝혔다.")
    'ko'
    """
    head = text[:limit]
    if not head.isascii():
        # Accents are few; letters that are not Latin take another byte or two each.
        beyond = len(head.encode("utf-8", "surrogatepass")) - len(head)
        if 4 * beyond > len(head) and (found := _by_letters(head)):
            return found
    return _by_words(head)


def _by_letters(text: str) -> str:
    """The language of the letters that are not Latin, if they are most of the text's."""
    counts = {code: len(letters.findall(text)) for code, letters in _SCRIPTS}
    script = max(counts, key=counts.__getitem__)
    # A letter of these is a syllable or a word.
    weight = 3 if script in {"ko", "ja", "zh"} else 1
    if 2 * weight * counts[script] < len(_LATIN.findall(text)) or counts[script] < 2:
        return ""
    among = _OF_SCRIPT.get(script)
    return among(text.casefold(), counts) if among else script


def _of_han(_: str, counts: Mapping[str, int]) -> str:
    """Japanese has kana between its Han, and Korean has Hangul; few Han alone may be of any."""
    if 10 * counts["ja"] > counts["zh"]:
        return "ja"
    if 4 * counts["ko"] > counts["zh"]:
        return "ko"
    return "zh" if counts["zh"] >= _ENOUGH // 4 else ""


def _of_cyrillic(text: str, counts: Mapping[str, int]) -> str:
    for code, letters in _CYRILLIC:
        if _has(text, letters):
            return code
    return "bg" if counts["ru"] >= 2 * _ENOUGH and _has(text, "ъ") else ""


def _of_arabic(text: str, counts: Mapping[str, int]) -> str:
    for code, letters in _ARABIC:
        if _has(text, letters):
            return code
    return "ar" if counts["ar"] >= _ENOUGH else ""


def _of_devanagari(text: str, _: Mapping[str, int]) -> str:
    words = set(text.split())
    if not words.isdisjoint(_HINDI):
        return "hi"
    return "mr" if _MARATHI in text else "ne" if _NEPALI in text else ""


def _has(text: str, letters: str) -> bool:
    """Whether a text has these letters, and not only in a name or two."""
    return sum(map(text.count, letters)) > len(text) // 200


_OF_SCRIPT: Mapping[str, Callable[[str, Mapping[str, int]], str]] = {
    "ja": _of_han, "zh": _of_han, "ru": _of_cyrillic, "ar": _of_arabic, "hi": _of_devanagari,
}  # fmt: skip


def _by_words(text: str) -> str:
    """The language in Latin letters that has most of a text's words, if it has clearly more than any other."""
    words = set(text.lower().replace(",", " ").replace(".", " ").split())
    counts = sum(map(POINTS.__getitem__, _WORDS & words)).to_bytes(len(LANGUAGES), "little")
    second, most = sorted(counts)[-2:]
    clear = most >= _FEWEST and most - second >= max(2, most // 16) and _SCARCEST * most >= len(words)
    return LANGUAGES[counts.index(most)] if clear else ""
