"""Who sent a message: a person, an office, or a newsletter."""

import re
from dataclasses import replace
from email.message import Message
from typing import NamedTuple

from newssearch.analysis import fold
from newssearch.article import Author
from newssearch.readers.bylines import newsroom
from newssearch.readers.bylines.people import Byline, people
from newssearch.readers.mail.headers import addresses, header

_VIA = re.compile(r"['\"]?([^'\"]{1,200}?)['\"]? via (.{1,200})")
_AND_PAPER = re.compile(r"(.{3,60}?)(?:,| ([|•–—-]|at|from|via|bei|chez)) (\S.{0,100})")
_OFFICE = re.compile(
    r"(?:admin|contact|desk|digest|do-?not-?reply|editor(?:ial|s)?|hello|info|mail(?:er)?|media|news(?:desk|letters?|room)?"
    r"|no-?reply|office|press(?:e|office)?|prensa|pr|public-?affairs|redaktion|redaccion|redaction|stampa|support)"
    r"(?:[-_.+0-9].{0,64})?",
    re.IGNORECASE,
)
"""Who writes from such an address is no person."""


class Sender(NamedTuple):
    """Who sent a message, `through` whom; `source` is the list that it was sent to, or the newsletter that it is."""

    name: str
    address: str
    through: str
    source: str
    is_newsletter: bool

    @property
    def printed(self) -> str:
        """As a header has it."""
        return " ".join(filter(None, [self.name, self.address and f"<{self.address}>"]))

    def people(self) -> Byline:
        """The person who sent a message; an office is none, and stands where agencies do."""
        printed = people(self.name)
        local, _, host = self.address.partition("@")
        is_office = _OFFICE.fullmatch(local) is not None
        name, paper = self._person_and_paper(host if is_office else "")
        if name:
            return Byline((Author(name=name, email="" if is_office else self.address),), paper)
        if is_office:
            return Byline((), printed.agency or self.name)
        if len(printed.authors) == 1 and not printed.authors[0].email:
            return Byline((replace(printed.authors[0], email=self.address),), printed.agency)
        return printed

    def _person_and_paper(self, host: str) -> tuple[str, str]:
        """The two of `Jane Doe at Harbour Post`; with marks alone between them where the paper's name is the host's."""
        parted = _AND_PAPER.fullmatch(f"{self.name} via {self.through}" if host and self.through else self.name)
        name, mark, paper = parted.groups() if parted else ("", "", "")
        is_one = " " in name and not newsroom.speaks_of(name.split()) and len(people(name).authors) == 1
        is_said = _is_of(host, paper) if host else (mark or "").isalpha()
        return (name, paper) if is_one and is_said else ("", "")


def _is_of(host: str, name: str) -> bool:
    """Whether a host's name holds a word of a paper's name, or its initials.

    >>> _is_of("mail.harbourpost.example", "The Harbour Post"), _is_of("hp.example", "Harbour Post")
    (True, True)
    """
    words = re.findall(r"\w+", fold(name))
    own = host.casefold().rpartition(".")[0]
    initials = "".join(word[0] for word in words)
    return (len(initials) > 1 and initials in own.split(".")) or any(len(word) > 3 and word in own for word in words)


def sender_of(message: Message) -> Sender:
    """Who sent a message, and for which list or newsletter."""
    name, address = next(iter(addresses(message, "From")), ("", ""))
    through = ""
    if via := _VIA.fullmatch(name):
        name, through = via.groups()
    listed = next(iter(addresses(message, "List-Id")), ("", ""))
    is_list = bool(any(listed) or header(message, "List-Unsubscribe"))
    is_newsletter = is_list and not header(message, "List-Post")
    source = listed[0] or (name if is_newsletter else "") or listed[1]
    return Sender(name, address, through, source, is_newsletter)
