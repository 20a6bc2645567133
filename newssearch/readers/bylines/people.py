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
from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk as byline_cjk
from newssearch.readers.bylines import names as byline_names
from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.labels import LABEL, before_newsroom, label
from newssearch.readers.bylines.trim import trimmed

__all__ = ["EMAIL", "LABEL", "LONGEST", "Byline", "people"]


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: its people in their order, and the agency."""

    authors: tuple[Author, ...] = ()
    agency: str = ""


LONGEST = 1_000
"""Characters of a byline that are read; a longer text is no byline."""

EMAIL = lazily(
    r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\."
    r"(?:[a-z]{2,24}(?![a-z])|[A-Z]{2,24}(?![A-Za-z]))"
)

_SEPARATOR = lazily(
    r"\s*(\s[-–—]+\s*|[|•·,;()<>\[\]]|(?<!/)//(?!/)"
    r"|(?<!and)(?<!und)(?<!\s[&+yeo])\.?\s(?=(?i:as\stold\sto\s|(?:with\s)?additional\sreporting\sby\s"
    r"|(?:words|story|text[eo]?|photo(?:graph)?s?|photography|pictures?|videos?|illustrations?|graphics?|fotos?|bilder)"
    r"(?:\sby\s|\s?:))))\s*"
)
_AND = lazily(r"(?:\s+(?:(?i:and|und|with)|avec|mit|och|og|ja|ve|és|и))+\s+|\s*[&/+]\s*|\s+(?i:and|und)$")
_NARROW_AND = lazily(  # Ortega y Gasset is one name
    r"(?<=\S \S)(\S*)\s+(?:y|e|i|et|en)\s+(?=(?!\S+\s+(?:y|e|i|et|en)\s)\S+\s+\S)"
)
_BEGINS_WITH_AND = lazily(r"(?:and|AND|und|UND|et|with|mit|avec|con|y|e|och|og|i)\s")
_FROM = lazily(r"(?:in|from|aus|à|en|da|do|desde)\s+[^\W\d_a-z]")
_FOR = lazily(r"(?:^|\s+)(?i:(?:special|exclusive(?:ly)?)\s+(?:to|for)|for|of(?=\s+the\s))\s+(?=[^\W\d_a-z]|the\s)")
_BEFORE_ROLES = frozenset([",", ";", "|", "-", "–", "—", "("])
_BETWEEN_PEOPLE = frozenset(["", ",", ";", "·", "//"])
_MOST = 16
"""Words of a name with its role and agency; what has more is a sentence."""

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
    text = _SUFFIX.sub(" ", trimmed(printed))
    reading = _Reading()
    end, separator = 0, ""
    if "@" in text:
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
    _unsigned: bool = False  # whether the newsroom is named in the place of a person
    _role: str = ""  # what the label before these people says that they did
    _waiting: str = ""  # an e-mail that stands before its person

    def take_all(self, text: str, separator: str) -> str:
        """Read every section; the separator before the next one is returned."""
        if byline_cjk.is_cjk(text):
            authors, agency = byline_cjk.read(text[label(text).end :])
            self.authors += authors
            self.take_agency(agency)
            return " "
        for number, section in enumerate(_SEPARATOR.split(text)):
            if number % 2:
                separator = section.strip()
            elif section:
                self.take(section, separator)
                separator = " "
        return separator

    def take(self, section: str, separator: str) -> None:
        section, separator = self.take_label(section, separator)
        section, *employers = _FOR.split(section, maxsplit=1)
        for employer in employers:
            self.take_agency(employer)
        if begins := _BEGINS_WITH_AND.match(section):
            section, separator = section[begins.end() :], ""
        if self.authors and separator in _BEFORE_ROLES and (another := _behind_role(section)):
            self.take(section[: another.start()], separator)
            section, separator = section[another.end() :], ""
        words = section.split()
        if newsroom.speaks_of(words) and self.take_newsroom(_newsroom_alone(section), separator):
            return
        if self.authors and separator == "(":
            self.authors[-1] = replace(self.authors[-1], role=self.authors[-1].role or label(f"{section}:").role)
        elif self.authors and separator in _BETWEEN_PEOPLE and (newsroom.is_place(section) or _FROM.match(section)):
            pass  # where the one before is
        elif not byline_names.is_degrees(section):
            self.take_names(section, separator)

    def take_newsroom(self, section: str, separator: str) -> bool:
        """Read an agency, a role or a section's name; whether it is one."""
        words = section.split()
        employed = newsroom.employer(words)
        role = newsroom.is_role(section)
        if newsroom.is_nobody(section) and not role:
            self._unsigned = True
        elif (newsroom.is_paper(section) and _AND.search(section) is None) or (
            newsroom.is_agency(section) and newsroom.employer_behind(words) == len(words)
        ):
            self.take_agency(section)
        elif employed:
            self.take_agency(" ".join(words[:employed]))
            self.take_role(" ".join(words[employed:]))
        elif role or (self.authors and separator in _BEFORE_ROLES and _is_role_of_its_own(section)):
            self.take_role(section)
        else:
            return not self.authors and newsroom.is_section(section)
        return True

    def take_label(self, text: str, separator: str) -> tuple[str, str]:
        """A text without the label that it begins with, which says what the people behind it did."""
        found = label(text)
        if not found.end:
            return text, separator
        self._role = found.role
        return text[found.end :], ""

    def take_names(self, section: str, separator: str) -> None:
        if self.authors and separator not in _BETWEEN_PEOPLE and not (separator == "•" and _is_full_name(section)):
            return
        parts = [part for part in _AND.split(_NARROW_AND.sub(r"\1 and ", section)) if part]
        for number, part in enumerate(parts):
            self.take_name(self.take_label(part, "")[0] if number else part, separator == ",", first=number == 0)

    def take_name(self, part: str, after_comma: bool, *, first: bool) -> None:
        words = byline_names.without_place(part).split()
        if len(words) > _MOST:
            return
        known = newsroom.speaks_of(words)
        words = _newsroom_alone(" ".join(words)).split() if known else words
        end = newsroom.employer_behind(words) if known else len(words)
        author = byline_names.person(" ".join(words[:end]))
        if known and end == len(words) and newsroom.is_no_person(" ".join(words)):
            self.take_agency(" ".join(words))
        elif author is None:
            return
        elif known and newsroom.is_nobody(author.name):
            self._unsigned = True
        elif " " not in author.name and (after_comma or ((self.agency or self._unsigned) and not self.authors)):
            self.take_single(author.name, first=first)
        else:
            self.take_author(author)
        if end < len(words):
            self.take(" ".join(words[end:]), ",")

    def take_author(self, author: Author) -> None:
        role = author.role.split()
        employed = newsroom.employer(role)
        self.take_agency(" ".join(role[:employed]))
        self.authors.append(Author(name=author.name, role=" ".join(role[employed:]) or self._role, email=self._waiting))
        self._waiting = ""

    def take_single(self, name: str, *, first: bool) -> None:
        """A single word behind a comma: "Doe, Jane" is one name; behind a whole name it is a place."""
        last = self.authors[-1].name if self.authors else " "
        if first and not {" ", ","} & set(last):
            self.authors[-1] = replace(self.authors[-1], name=f"{last}, {name}")
        elif not first and "," in last:
            self.authors.append(Author(name=name, role=self._role))

    def take_agency(self, name: str) -> None:
        self.agency = self.agency or name.strip(" *.,")

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


def _newsroom_alone(section: str) -> str:
    """A section without the `Por` or `Von` that no label is, where an agency or a newsroom stands behind it."""
    rest = section[before_newsroom(section) :]
    if rest != section and (newsroom.is_agency(rest) or newsroom.is_nobody(rest) or newsroom.is_organisation(rest)):
        return rest
    return section


def _is_role_of_its_own(section: str) -> bool:
    """Whether a section behind a person is that one's role, and not another person with a role."""
    if newsroom.is_post(section) and not newsroom.ends_in_role(section):
        return True
    if not newsroom.ends_in_role(section):
        return False
    words = section.split()
    first, last = newsroom.parted_role(words)
    return last == len(words) or newsroom.is_beat(words[first:last]) or _AND.search(section) is not None


def _behind_role(section: str) -> re.Match[str] | None:
    """The `and` of a section between a role and another person: `Staff Writer and John Roe`."""
    for found in _AND.finditer(section):
        after = section[found.end() :]
        if (
            _is_full_name(after)
            and not newsroom.speaks_of(after.split())
            and newsroom.ends_in_role(section[: found.start()])
        ):
            return found
    return None


def _is_full_name(section: str) -> bool:
    return _FULL_NAME.fullmatch(section) is not None and not newsroom.begins_section(section)
