"""Who sent a message: a person, an office, or a newsletter."""

import re
from dataclasses import replace
from email.message import Message
from typing import NamedTuple

from newssearch.readers.bylines.people import Byline, people
from newssearch.readers.mail.headers import addresses, header

_VIA = re.compile(r"['\"]?([^'\"]{1,200}?)['\"]? via .{1,200}")
_OFFICE = re.compile(
    r"(?:admin|contact|desk|digest|do-?not-?reply|editor(?:ial|s)?|hello|info|mail(?:er)?|media|news(?:desk|letters?|room)?"
    r"|no-?reply|office|press(?:e|office)?|prensa|pr|public-?affairs|redaktion|redaccion|redaction|stampa|support)"
    r"(?:[-_.+0-9].{0,64})?",
    re.IGNORECASE,
)
"""Who writes from such an address is no person."""


class Sender(NamedTuple):
    """Who sent a message; `source` is the list that it was sent to, or the newsletter that it is."""

    name: str
    address: str
    source: str
    is_newsletter: bool

    @property
    def printed(self) -> str:
        """As a header has it."""
        return " ".join(filter(None, [self.name, self.address and f"<{self.address}>"]))

    def people(self) -> Byline:
        """The person who sent a message; an office is none, and stands where agencies do."""
        printed = people(self.name)
        if _OFFICE.fullmatch(self.address.partition("@")[0]):
            return Byline((), printed.agency or self.name)
        if len(printed.authors) == 1 and not printed.authors[0].email:
            return Byline((replace(printed.authors[0], email=self.address),), printed.agency)
        return printed


def sender_of(message: Message) -> Sender:
    """Who sent a message, and for which list or newsletter."""
    name, address = next(iter(addresses(message, "From")), ("", ""))
    if via := _VIA.fullmatch(name):
        name = via[1]
    listed = next(iter(addresses(message, "List-Id")), ("", ""))
    is_list = bool(any(listed) or header(message, "List-Unsubscribe"))
    is_newsletter = is_list and not header(message, "List-Post")
    source = listed[0] or (name if is_newsletter else "") or listed[1]
    return Sender(name, address, source, is_newsletter)
