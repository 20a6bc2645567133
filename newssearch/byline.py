"""People in bylines: who is named there, how a name is shown, and the keys it is found by.

A byline is read by what stands between its separators: a name, a role (`Staff
Writer`), an agency (`Reuters`, `BBC News`), an e-mail, or a label (`- Analysis`).

A name is found by keys. Its parts are what spaces, hyphens and dots part, folded; a
part of a query asks for that part or its printed initial, and parts side by side are
also found joined. So "yong chul ko", "yongchul" and "Y. Ko" find KO YONG-CHUL.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache

from newssearch.analysis import fold
from newssearch.article import Author


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: its people in their order, and the agency."""

    authors: tuple[Author, ...] = ()
    agency: str = ""


# --- reading a printed byline -----------------------------------------------------

LONGEST = 1_000
"""Characters of a byline that are read; a longer text is no byline."""

EMAIL = re.compile(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")


def _table(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.replace("\n", ",").split(",") if part.strip())


_AGENCIES = _table("""
    aap, afp, agence france-presse, agence france presse, agencia efe, anadolu, ani, ansa, anp, ap, apa, ats, bbc, belga
    associated press, bernama, bloomberg, canadian press, cnn, dow jones, dpa, efe, hollywood reporter, ians, ifr, irna
    interfax, itar-tass, jiji, jiji press, kcna, kuna, kyodo, lusa, newsis, ntb, pa, pa media, press association, pti
    press trust of india, reuter, reuters, reuters life, rlpc, sputnik, tass, thomson reuters, thomson reuters accelus
    united press international, upi, variety, xinhua, yonhap, 연합뉴스, 뉴시스, 뉴스1, 新华社, 新華社, 共同, 共同通信
""")
_NEWSROOM = _table("agency, bureau, bureaus, bureaux, desk, news, newsroom, newswire, newswires, staff, team")
_ROLES = _table("""
    analyst, anchor, blogger, chief, columnist, commentator, contributor, correspondent, critic, editor, fellow, intern
    journalist, photographer, producer, reporter, stringer, writer, editor-in-chief, redakteur, redakteurin
    korrespondent, korrespondentin, reporterin, journaliste, correspondant, correspondante, rédacteur, rédactrice
    periodista, redactor, redactora, corresponsal, jornalista, repórter, giornalista, corrispondente, inviato
    기자, 특파원, 논설위원, 인턴기자, 記者, 记者, 特派員
""")
_FIELDS = _table("""
    africa, arts, asia, assistant, associate, bureau, business, city, contributing, courts, crime, culture, data
    defence, defense, deputy, diplomatic, economics, education, energy, environment, europe, european, executive
    features, finance, financial, food, foreign, freelance, general, global, guest, health, international, legal
    investigative, managing, media, metro, national, news, our, political, politics, science, security, senior, special
    sport, sports, staff, state, tech, technology, travel, washington, world
""")

_PREFIX = re.compile(
    r"^[*\s]*(?:(?i:(?:(?:words|written|reported|story|text|report|article)\s+)?by\b\s*:?\s*)"
    r"|(?:[Vv]on|[Pp]or|[Pp]ar|[Dd][ei]|VON|POR|PAR|DE|DI)\s+(?=[^\W\d_a-z]\S*\s+[^\W\d_a-z]))"
)
_SEPARATOR = re.compile(r"\s*( [-–—]+(?: |$)|[|•·,;()<>\[\]]|(?<=\w\s)(?<!and\s)(?=(?:Reuters?|REUTERS?|AFP|AP)$))\s*")
_AND = re.compile(r"(?:\s+(?:and|und|with))+\s+|\s*[&/]\s*|^and\s+", re.IGNORECASE)
_NARROW_AND = re.compile(r"(?<=\S \S)(\S*)\s+(?:y|e|et|en)\s+(?=\S+\s+\S)")  # Ortega y Gasset is one name
_PLACE = re.compile(r"\s+(?:reporting\s+)?(?:in|from)\s+[^\W\d_a-z].*")
_BEFORE_ROLES = frozenset([",", "|", "-", "–", "—", "("])
_SUFFIX = re.compile(r" ?, ?(?=(?:Jr|Sr|II|III|IV)\b)")


def people(printed: str) -> Byline:
    """Read a printed byline.

    >>> people("By KO YONG-CHUL, Staff Writer").authors
    (Author(name='KO YONG-CHUL', role='Staff Writer', email=''),)
    >>> [author.name for author in people("Jane Doe  and  John Smith, Associated Press").authors]
    ['Jane Doe', 'John Smith']
    """
    text = _SUFFIX.sub(" ", _PREFIX.sub("", " ".join(printed[:LONGEST].split())))
    reading = _Reading()
    end, separator = 0, ""
    for email in EMAIL.finditer(text):
        separator = reading.take_all(text[end : email.start()], separator)
        reading.take_email(email[0])
        end = email.end()
    reading.take_all(text[end:], separator)
    return Byline(tuple(reading.authors), reading.agency)


@dataclass(slots=True)
class _Reading:
    """A byline, read from left to right."""

    authors: list[Author] = field(default_factory=list)
    agency: str = ""
    _waiting: str = ""  # an e-mail that stands before its person

    def take_all(self, text: str, separator: str) -> str:
        """Read every section; the separator before the next one is returned."""
        for number, section in enumerate(_SEPARATOR.split(text)):
            if number % 2:
                separator = section.strip()
            elif section:
                self.take(section, separator)
                separator = " "
        return separator

    def take(self, section: str, separator: str) -> None:
        if is_agency(section):
            self.agency = self.agency or section
        elif is_role(section) or (self.authors and separator in _BEFORE_ROLES and _ends_in_role(section)):
            self.take_role(section)
        elif not self.authors or separator in {"", ",", ";", "·"}:
            for part in filter(None, _AND.split(_NARROW_AND.sub(r"\1 and ", section))):
                self.take_name(part, after_comma=separator == ",")

    def take_name(self, part: str, *, after_comma: bool) -> None:
        author = _person(part)
        if is_agency(part):
            self.agency = self.agency or part
        elif author is None:
            return
        elif after_comma and " " not in author.name and author.name.isascii():
            # "Doe, Jane" is one name; a single word behind a whole name is a place.
            if len(self.authors) == 1 and " " not in self.authors[0].name:
                self.authors[0] = replace(self.authors[0], name=f"{self.authors[0].name}, {author.name}")
        else:
            self.authors.append(replace(author, email=self._waiting))
            self._waiting = ""

    def take_role(self, role: str) -> None:
        """A role in the plural is that of all who have none, one in the singular the last one's."""
        first = 0 if role.casefold().endswith("s") else max(len(self.authors) - 1, 0)
        self.authors[first:] = [a if a.role else replace(a, role=role) for a in self.authors[first:]]

    def take_email(self, email: str) -> None:
        """An e-mail is that of the person whose name is in it, else of the one it stands behind."""
        local = fold(email.partition("@")[0])
        free = [at for at, author in enumerate(self.authors) if not author.email]
        named = [at for at in free if any(len(part) > 2 and part in local for part in _parts(self.authors[at].name))]
        for at in (named or free[-1:])[:1]:
            self.authors[at] = replace(self.authors[at], email=email)
        self._waiting = "" if free else email


def is_agency(text: str) -> bool:
    """Whether this names an agency or a newsroom and clearly no person."""
    words = text.strip(" .,!*").split()
    newsroom = 1 < len(words) <= 4 and not any(word.islower() for word in words[1:-1])
    return is_wire(text) or (newsroom and (fold(words[-1]) in _NEWSROOM or words[0].casefold() == "the"))


def is_wire(text: str) -> bool:
    """Whether this is the name of a known agency, with or without its article."""
    return fold(text).strip(" .,!*").removeprefix("the ") in _AGENCIES


def is_role(text: str) -> bool:
    """Whether this is a role or a post and nothing else: `Reporter`, `Senior Political Editor`."""
    words = _role_words(text)
    return _ends_in_role(text) and all(word in _ROLES or word in _FIELDS or word in {"and", "of"} for word in words)


def _ends_in_role(text: str) -> bool:
    words = _role_words(text)
    return bool(words) and (words[-1] in _ROLES or words[0] in {"editor", "head", "editor-in-chief", "director"})


def _role_words(text: str) -> list[str]:
    return [word if word in _ROLES else word.removesuffix("s") if word.removesuffix("s") in _ROLES else word
            for word in (word.replace(".", "") or word for word in text.casefold().split())]  # fmt: skip


def _person(text: str) -> Author | None:
    """One name with the role printed next to it; None where there is no letter."""
    words = _PLACE.sub("", text).strip(" :*-–—'\"“”‘’=").split()
    roles = _role_words(" ".join(words))
    last = len(words)
    if last > 1 and roles[-1] in _ROLES:
        last -= 1
        while last > 2 and roles[last - 1] in _FIELDS:
            last -= 1
    first = 1 if last > 2 and roles[0] in _ROLES else 0
    name = " ".join(words[first:last]).rstrip(",")
    if name.endswith(".") and len(words[last - 1]) > 3:
        name = name[:-1]
    if not any(c.isalpha() for c in name) or any(c.isdigit() for c in name):
        return None
    return Author(name=name, role=" ".join(words[last:]) or " ".join(words[:first]))


# --- how a name is shown ----------------------------------------------------------

_KOREAN_FAMILIES = _table("""
    ahn, an, bae, baek, ban, bang, byun, cha, chae, chang, cheon, chin, cho, choe, choi, chon, choo, chu, chun, chung
    do, eom, eun, gil, go, gu, gwak, gwon, ha, ham, han, heo, hong, huh, hur, hwang, hyun, im, jang, jeon, jeong, jin
    jo, joo, ju, jun, jung, kang, ki, kil, kim, ko, koh, koo, ku, kwak, kwon, lee, lim, ma, min, mo, moon, mun, na, nam
    no, noh, oh, ok, om, pae, paik, pak, park, pyo, rhee, ri, roh, ryu, seo, seok, shim, shin, sim, sin, so, sohn, son
    song, suh, suk, sun, sung, tak, um, wi, won, woo, yang, yeo, yeom, yi, yim, yoo, yoon, you, yu, yun
""")
_SYLLABLE = re.compile(r"(?:ch|sh?|[bdghjklmnprtwy])?[wy]?(?:ae|ai|eo|eu|ee|oo|ou|ui|[aeiou])(?:ng|[bghklmnprt])?")
_PARTICLES = _table("da, de, del, della, den, der, di, dos, du, van, von")
_CAPITAL = re.compile(r"(?<![^\W\d_])(?:mc(?=[^\W\d_]{3})|[od]['’](?=[^\W\d_]))?[^\W\d_]")


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
