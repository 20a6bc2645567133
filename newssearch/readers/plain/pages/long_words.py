"""The words of a text that tell what it is about, to be compared with those of another."""

from newssearch.patterns import lazily

STEM = 5
"""Letters of a word that are compared: its end is that of a grammatical form."""

_WORD = lazily(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4,}")
_PAIR = lazily(r"(?=([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}))")


def long_words(text: str, least: int = 4) -> frozenset[str]:
    """The beginnings of the words of so many letters at least; of scripts without spaces, pairs of letters.

    >>> sorted(long_words("The harbour is to close")), sorted(long_words("灯台の港"))
    (['close', 'harbo'], ['の港', '台の', '灯台'])
    """
    words = (word[:STEM] for word in _WORD.findall(text.casefold()) if len(word) >= least)
    return frozenset(words) if text.isascii() else frozenset([*words, *_PAIR.findall(text)])
