"""Characters: which belong to words, and which are one and the same to a search."""

import unicodedata
from functools import lru_cache

from newssearch.patterns import lazily

CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufaff\U00020000-\U0003ffff"
)
# Marks that stand inside words and that \w leaves out: accents, and the vowels of South Asia and the Near East.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0816-\u082d\u0859-\u085b"
    "\u08d3-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7"
    "\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0ae2\u0ae3\u0b01-\u0b03"
    "\u0b3c-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c62\u0c63\u0c81-\u0c83\u0cbc"
    "\u0cbe-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d\u0d57\u0d62\u0d63\u0d82\u0d83\u0dca-\u0ddf"
    "\u0df2\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e"
    "\u1056-\u1059\u17b4-\u17d3\u3099\u309a"
)
CURRENCY = "$¢£¤¥֏؋৳฿₠-⃀﷼"

# One for one, so that offsets hold: curly apostrophes, hyphens and short dashes; marks of trade part words.
STRAIGHT = str.maketrans(
    {**dict.fromkeys("’‘ʼ＇‛", "'"), **dict.fromkeys("‐‑‒–−", "-"), **dict.fromkeys("™®©℠\u00a0", " ")}
)
_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF]
)
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_ACCENTS = lazily("[\u0300-\u036f]")


def straighten(text: str) -> tuple[str, list[int] | None]:
    """NFKC with straight quotes and hyphens, and where each code point came from (None: from its own place)."""
    if text.isascii():
        return text, None
    text = text.translate(STRAIGHT)
    if unicodedata.is_normalized("NFKC", text) and _INVISIBLE.keys().isdisjoint(map(ord, text)):
        return text, None
    pieces: list[str] = []
    origins: list[int] = []
    start, end = 0, len(text)
    while start < end:
        # A cluster: one code point and the marks that may combine with it.
        stop = start + 1
        while stop < end and (unicodedata.combining(text[stop]) or "\u1160" <= text[stop] <= "\u11ff"):
            stop += 1
        piece = unicodedata.normalize("NFKC", text[start:stop].translate(_INVISIBLE)).translate(STRAIGHT)
        pieces.append(piece)
        origins.extend([start] * len(piece))
        start = stop
    origins.append(end)
    return "".join(pieces), origins


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without case and accents: what is compared.

    >>> fold("Nicolás"), fold("STRASSE") == fold("Straße"), fold("Łódź")
    ('nicolas', True, 'lodz')
    """
    if word.isascii():
        return word.lower()
    folded = word.translate(STRAIGHT).casefold()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).translate(_UNDECOMPOSED)
    again = unicodedata.normalize("NFKC", plain).translate(STRAIGHT)
    # A few letters fold to something that folds further; a word in an index must be its own fold.
    return again if again == word else fold(again)
