"""The names of people in bylines: how one is shown, and the keys it is found by.

A name is found by keys. Its parts are what spaces, hyphens and dots part, folded; a
part of a query asks for that part or its printed initial, and parts side by side are
also found joined. So "yong chul ko", "yongchul" and "Y. Ko" find KO YONG-CHUL.
"""

import re
import unicodedata
from functools import lru_cache

from newssearch.analysis import fold
from newssearch.patterns import lazily


def _table(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", ",").split(",") if part.strip())


# --- how a name is shown ----------------------------------------------------------

_KOREAN_FAMILIES = _table("""
    ahn, an, bae, baek, ban, bang, byun, cha, chae, chang, cheon, chin, cho, choe, choi, chon, choo, chu, chun, chung
    do, eom, eun, gil, go, gu, gwak, gwon, ha, ham, han, heo, hong, huh, hur, hwang, hyun, im, jang, jeon, jeong, jin
    jo, joo, ju, jun, jung, kang, ki, kil, kim, ko, koh, koo, ku, kwak, kwon, lee, lim, ma, min, mo, moon, mun, na, nam
    no, noh, oh, ok, om, pae, paik, pak, park, pyo, rhee, ri, roh, ryu, seo, seok, shim, shin, sim, sin, so, sohn, son
    song, suh, suk, sun, sung, tak, um, wi, won, woo, yang, yeo, yeom, yi, yim, yoo, yoon, you, yu, yun
""")
_SYLLABLE = lazily(r"(?:ch|sh?|[bdghjklmnprtwy])?[wy]?(?:ae|ai|eo|eu|ee|oo|ou|ui|[aeiou])(?:ng|[bghklmnprt])?")
_PARTICLES = _table("da, de, del, della, den, der, di, dos, du, van, von")
_CAPITAL = lazily(r"(?<![^\W\d_])(?:mc(?=[^\W\d_]{3})|[od]['’](?=[^\W\d_]))?[^\W\d_]")


@lru_cache(maxsize=1 << 14)
def shown(name: str) -> str:
    """A name as it is displayed: one in capitals in title case, any other as printed.

    >>> shown("KO YONG-CHUL"), shown("CONAN O'BRIEN"), shown("Jane McDonald")
    ('Ko Yong-chul', "Conan O'Brien", 'Jane McDonald')
    """
    if not name.isupper():
        return name
    words = name.split()
    korean = len(words) == 2 and not _KOREAN_FAMILIES.isdisjoint(map(str.lower, words))
    return " ".join(_titled(word, korean=korean, inner=0 < at < len(words) - 1) for at, word in enumerate(words))


def _titled(word: str, *, korean: bool, inner: bool) -> str:
    small = word.lower()
    if inner and small in _PARTICLES:
        return small
    if re.fullmatch(r"[IVX]{2,4}|[B-DF-HJ-NP-TV-XZ]{2}", word) and word != "NG":
        return word  # JD, PJ; the third of that name
    syllables = small.split("-")
    if korean and len(syllables) == 2 and all(map(_SYLLABLE.fullmatch, syllables)):
        return small.capitalize()
    return _CAPITAL.sub(lambda m: m[0][:-1].capitalize() + m[0][-1].upper(), small)


# --- the keys that people are found by --------------------------------------------


@lru_cache(maxsize=1 << 16)
def _parts(name: str) -> tuple[str, ...]:
    letters = fold(name).replace("'", "")
    bare = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in letters)
    # Again until nothing changes: what was taken out may have kept two letters from being one.
    return tuple(bare.split()) if bare == name else _parts(bare)


def canonical(text: str) -> str:
    """The text that asks for the same people: its folded parts.

    >>> canonical("Yong-Chul  KO"), canonical("J.-P. O'Brien")
    ('yong chul ko', 'j p obrien')
    """
    return " ".join(_parts(text))


@lru_cache(maxsize=1 << 16)
def keys(name: str) -> frozenset[str]:
    """What a name is found by: runs of 1 to 4 parts, joined; ``k.`` for an initial, ``=k`` for a printed one.

    >>> sorted(keys("J. Ko"))
    ['=j', 'j', 'j.', 'jko', 'k.', 'ko']
    """
    parts = _parts(name)
    runs = {"".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, start + 5)}
    initials = {f"{part[0]}." for part in parts}
    return frozenset(runs | initials | {f"={part}" for part in parts if len(part) == 1})


@lru_cache(maxsize=1 << 8)
def wanted(text: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """What a query asks for: in one of the alternatives, every group shares a key with one author's.

    >>> [[sorted(group) for group in groups] for groups in wanted("Y. Ko")]
    [[['y.'], ['=k', 'ko']], [['yko']]]
    """
    parts = _parts(text)
    if not parts:
        return ()
    runs = _runs(parts) if len(parts) <= 6 else [tuple((part,) for part in parts)]
    return tuple(tuple(_asked(run) for run in alternative) for alternative in runs)


def _runs(parts: tuple[str, ...]) -> list[tuple[tuple[str, ...], ...]]:
    """The ways to cut parts into runs, the single parts first."""
    return [(parts[:end], *rest) for end in range(1, len(parts) + 1) for rest in _runs(parts[end:])] or [()]


def _asked(run: tuple[str, ...]) -> frozenset[str]:
    joined = "".join(run)
    if len(joined) == 1:
        return frozenset({f"{joined}."})
    return frozenset({joined} if len(run) > 1 else {joined, f"={joined[0]}"})


def matches(text: str, name: str) -> bool:
    """Whether a query's text asks for this name.

    >>> matches("Y. Ko", "KO YONG-CHUL"), matches("Jane Smith", "Jane Doe")
    (True, False)
    """
    found = keys(name)
    return any(all(not group.isdisjoint(found) for group in groups) for groups in wanted(text))
