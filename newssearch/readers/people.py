"""People in a printed byline: it is read by what stands between its separators.

That is a name, a role (`Staff Writer`), an agency or a paper (`Reuters`, `BBC News`),
a place, an e-mail, or a label (`- Analysis`).
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from newssearch.analysis import fold
from newssearch.article import Author
from newssearch.byline import canonical
from newssearch.readers import newsroom
from newssearch.readers.patterns import lazily


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: its people in their order, and the agency."""

    authors: tuple[Author, ...] = ()
    agency: str = ""


LONGEST = 1_000
"""Characters of a byline that are read; a longer text is no byline."""

EMAIL = lazily(r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")

LABEL = (
    r"(?:(?:words|written|reported|reporting|story|text|report|article|opinion|analysis|review|reviewed|commentary"
    r"|interview|essay|column|compiled|photos?|photographs?|photography|pictures?|video|graphics?|illustrations?)"
    r"(?:\s+and\s+(?:photos?|photographs|pictures|video))?\s+)?by\b\s*:?\s*"
    r"|(?:(?:eine?|une?|una?)\s+)?(?:analyse|kommentar|bericht|gastbeitrag|interview|kolumne|reportage|essay|análisis"
    r"|analisi|opinión|opinião|commento|commentaire)\s+(?:von|par|de|por|di)\s+"
)
"""A regular expression's source for the words before a name: `By`, `Photos by`, `Eine Analyse von`."""

_PREFIX = lazily(
    rf"^[*\s]*(?:(?i:{LABEL})"
    r"|(?:[Vv]on|[Pp]or|[Pp]ar|[Dd][ei]|VON|POR|PAR|DE|DI)\s+(?=[^\W\d_a-z]\S*\s+[^\W\d_a-z]))"
)
_SEPARATOR = lazily(r"\s*( [-–—]+(?: |$)|[|•·,;()<>\[\]]|(?<=\w\s)(?<!and\s)(?=(?:Reuters?|REUTERS?|AFP|AP)$))\s*")
_AND = lazily(r"(?:\s+(?:and|und|with))+\s+|\s*[&/]\s*|^and\s+|\s+and$", re.IGNORECASE)
_NARROW_AND = lazily(r"(?<=\S \S)(\S*)\s+(?:y|e|et|en)\s+(?=\S+\s+\S)")  # Ortega y Gasset is one name
_PLACE = lazily(r"(?:^|\s+)(?:reporting\s+)?(?:in|from|IN|FROM)\s+[^\W\d_a-z].*")
_FOR = lazily(r"(?:^|\s+)(?i:(?:special|exclusive(?:ly)?)\s+(?:to|for)|for)\s+(?=[^\W\d_a-z])")
_BEFORE_ROLES = frozenset([",", "|", "-", "–", "—", "("])
_BETWEEN_PEOPLE = frozenset(["", ",", ";", "·"])
_SUFFIX = lazily(r" ?, ?(?=(?:Jr|Sr|II|III|IV)\b)")
_FULL_NAME = lazily(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")


def people(printed: str) -> Byline:
    """Read a printed byline.

    >>> people("By KO YONG-CHUL, Staff Writer").authors
    (Author(name='KO YONG-CHUL', role='Staff Writer', email=''),)
    >>> [author.name for author in people("Jane Doe  and  John Smith, Associated Press").authors]
    ['Jane Doe', 'John Smith']
    """
    return _people(printed[:LONGEST])


@lru_cache(maxsize=4096)
def _people(printed: str) -> Byline:
    text = _SUFFIX.sub(" ", _PREFIX.sub("", " ".join(printed.split())))
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
        section, *employers = _FOR.split(section, maxsplit=1)
        for employer in employers:
            self.take_agency(employer)
        if newsroom.is_agency(section) or (self.authors and newsroom.is_paper(section)):
            self.take_agency(section)
        elif newsroom.is_role(section) or (
            self.authors and separator in _BEFORE_ROLES and _is_role_of_its_own(section)
        ):
            self.take_role(section)
        elif self.authors and separator in _BETWEEN_PEOPLE and newsroom.is_place(section):
            pass  # where the one before is
        elif not self.authors or separator in _BETWEEN_PEOPLE or (separator == "•" and _is_full_name(section)):
            for part in filter(None, _AND.split(_NARROW_AND.sub(r"\1 and ", section))):
                self.take_name(_PREFIX.sub("", part), after_comma=separator == ",")

    def take_name(self, part: str, *, after_comma: bool) -> None:
        words = part.split()
        end = newsroom.wire_behind(words)
        if end < len(words):
            self.take_agency(" ".join(words[end:]))
        author = _person(" ".join(words[:end]))
        if newsroom.is_agency(part):
            self.take_agency(part)
        elif author is None or newsroom.is_nobody(author.name):
            return
        elif after_comma and " " not in author.name and author.name.isascii():
            # "Doe, Jane" is one name; a single word behind a whole name is a place.
            if self.authors and not {" ", ","} & set(self.authors[-1].name):
                self.authors[-1] = replace(self.authors[-1], name=f"{self.authors[-1].name}, {author.name}")
        else:
            self.authors.append(replace(author, email=self._waiting))
            self._waiting = ""

    def take_agency(self, name: str) -> None:
        self.agency = self.agency or name

    def take_role(self, role: str) -> None:
        """A role in the plural is that of all who have none, one in the singular the last one's."""
        first = 0 if role.casefold().endswith("s") else max(len(self.authors) - 1, 0)
        self.authors[first:] = [a if a.role else replace(a, role=role) for a in self.authors[first:]]

    def take_email(self, email: str) -> None:
        """An e-mail is that of the person whose name is in it, else of the one it stands behind."""
        local = fold(email.partition("@")[0])
        free = [at for at, author in enumerate(self.authors) if not author.email]
        parts = {at: canonical(self.authors[at].name).split() for at in free}
        named = [at for at in free if any(len(part) > 2 and part in local for part in parts[at])]
        for at in (named or free[-1:])[:1]:
            self.authors[at] = replace(self.authors[at], email=email)
        self._waiting = "" if free else email


def _is_role_of_its_own(section: str) -> bool:
    """Whether a section behind a person is that one's role, and not another person with a role."""
    if newsroom.is_post(section) and not newsroom.ends_in_role(section):
        return True
    if not newsroom.ends_in_role(section):
        return False
    words = section.split()
    first, last = newsroom.parted_role(words)
    if not section.isascii() and len(words) == 2:
        return False  # 이영희 기자
    return last == len(words) or newsroom.is_beat(words[first:last]) or _AND.search(section) is not None


def _is_full_name(section: str) -> bool:
    return _FULL_NAME.fullmatch(section) is not None and not newsroom.begins_section(section)


def _person(text: str) -> Author | None:
    """One name with the role printed next to it; None where there is no letter."""
    words = _PLACE.sub("", text).strip(" :*-–—'\"“”‘’=").split()
    first, last = newsroom.parted_role(words)
    name = " ".join(words[first:last]).rstrip(",")
    if name.endswith(".") and len(words[last - 1]) > 3:
        name = name[:-1]
    if not any(c.isalpha() for c in name) or any(c.isdigit() for c in name):
        return None
    return Author(name=name, role=" ".join(words[last:]) or " ".join(words[:first]))
