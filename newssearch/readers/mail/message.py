"""A message of e-mail to the article that it holds."""

import email
import email.errors
import email.policy
import email.utils
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from newssearch.article import Article, Subhead
from newssearch.errors import UsageError
from newssearch.moment import Moment
from newssearch.readers.agency import text as agency_text
from newssearch.readers.bylines.people import Byline, people
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.dates import record_dates
from newssearch.readers.html import page as html
from newssearch.readers.mail import parts as mail_parts
from newssearch.readers.mail.headers import header
from newssearch.readers.mail.parts import Parts
from newssearch.readers.mail.saved_page import saved_page
from newssearch.readers.mail.sender import sender_of
from newssearch.readers.plain import body, top
from newssearch.readers.plain.body import Body
from newssearch.readers.records.fields import texts
from newssearch.readers.records.values import LONGEST_KEY

_MOST_PARTS = 500
_MOST_LOOKS = 1 << 31
"""Bytes, as often as they are looked at: for each part in which a line lies, the standard library does so once."""
_DEEPEST = 3
_PARAMETERS = re.compile(rb"^content-(?:type|disposition)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_LONGEST_PARAMETERS = 10_000
"""Bytes of a header of parameters that is read: the standard library takes quadratic time."""

_WRONG = (RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError, email.errors.MessageError)
"""What the standard library raises on odd messages."""

_SIGNATURE = re.compile(r"-- ?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def read(data: bytes, name: str, options: Options, depth: int = 0) -> Iterator[Item]:
    """The article of a message, those of the messages that are attached to it, and what else is."""
    count = data.count(b"oundary=") + data.count(b"essage/rfc822")
    if count > _MOST_PARTS or count * len(data) > _MOST_LOOKS:
        yield Remark(name, f"a message in too many parts ({count:,}): passed over", lost=True)
        return
    if any(len(found[0]) > _LONGEST_PARAMETERS for found in _PARAMETERS.finditer(data)):
        yield Remark(name, f"a header longer than {_LONGEST_PARAMETERS:,} bytes: passed over", lost=True)
        return
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        saved = saved_page(message)
        parts = Parts() if saved else mail_parts.parts(message)
    except _WRONG as error:
        yield Remark(name, f"a message that cannot be read ({type(error).__name__}): passed over", lost=True)
        return
    if not any(header(message, each) for each in ("From", "Subject", "Date", "Message-ID")):
        yield Remark(name, "a message without headers: passed over", lost=True)
        return
    problems: list[str] = []
    if saved:
        seen = _sent(message, options.zone, problems)
        for item in html.page(saved.data, name, options, url=saved.url, charset=saved.charset):
            yield replace(item, seen=seen) if isinstance(item, Article) else item
        yield from (Remark(name, problem, lost=False) for problem in problems)
        return
    article = _article(message, parts, name, options, problems)
    if article.body or (article.headline and not parts.messages):
        for problem in problems:
            yield Remark(name, problem, lost=False)
        yield article
    elif not parts.messages:
        yield Remark(name, "a message with neither subject nor text: passed over", lost=True)
    if parts.attached:
        yield Remark(name, f"attached: {' '.join(', '.join(parts.attached).split())[:300]}: passed over", lost=False)
    for inner in parts.messages:
        if depth < _DEEPEST:
            yield from read(inner, name, options, depth + 1)
        else:
            yield Remark(name, f"a message in {_DEEPEST} others, the limit: passed over", lost=True)


def _article(message: Message, parts: Parts, name: str, options: Options, problems: list[str]) -> Article:
    headline = header(message, "Subject")
    found, aside = _text(parts, headline, options.zone)
    sender = sender_of(message)
    if found.byline:
        byline, printed = found.byline, people(", ".join(filter(None, [found.byline, found.email])))
        aside.append(sender.printed)
    elif sender.is_newsletter:
        byline, printed = "", Byline()
    else:
        byline, printed = sender.name or sender.address, sender.people()
    identity = header(message, "Message-ID").strip("<> ")
    language = header(message, "Content-Language").partition(",")[0].strip()
    url = header(message, "Archived-At").strip("<> ")
    return Article(
        id=identity if len(identity) <= LONGEST_KEY else "",
        headline=headline,
        subheads=tuple(found.subheads),
        byline=byline,
        authors=printed.authors or found.credits.authors,
        agency=found.agency(printed),
        dateline=found.dateline.printed,
        place=found.dateline.place,
        published=_sent(message, options.zone, problems) or found.published(options.zone),
        body="\n".join(found.paragraphs),
        language=language if _LANGUAGE.fullmatch(language) else "",
        tags=tuple(texts(header(message, "Keywords"))),
        source=sender.source or options.source_name,
        url=url if url.startswith(("https://", "http://")) and len(url) <= LONGEST_KEY else "",
        path=name,
        boilerplate="\n".join(filter(None, [*found.boilerplate, *aside])),
    )


def _text(parts: Parts, headline: str, zone: str) -> tuple[Body, list[str]]:
    """The text of a message, and what stands beside it."""
    if parts.flow:
        return agency_text.of_flow(parts.flow, headline), []
    lines = [line.rstrip() for line in parts.lines]
    end = next((at for at, line in enumerate(parts.lines) if _SIGNATURE.fullmatch(line)), len(lines))
    signature = [line for line in lines[end + 1 :] if line.strip()]
    lines = lines[:end]
    while lines and (not lines[0].strip() or " ".join(lines[0].split()).casefold() == headline.casefold()):
        lines.pop(0)
    above, start = top.read(lines, zone)
    if not above.byline:
        return body.read(lines), signature
    found = body.read(lines[start:])
    aside = [*above.boilerplate, *signature, found.byline]
    found.byline, found.email = above.byline, ", ".join(above.emails)
    found.subheads = [Subhead(head.text, head.before + len(above.standfirst)) for head in found.subheads]
    found.paragraphs[:0] = above.standfirst
    return found, aside


def _sent(message: Message, zone: str, problems: list[str]) -> Moment | None:
    """When a message was sent, in the zone of its sender."""
    printed = header(message, "Date")
    if not printed:
        return None
    try:
        sent = email.utils.parsedate_to_datetime(printed).replace(microsecond=0)
        return Moment.from_iso(sent.isoformat(), zone, named="UTC" if "-0000" in printed else "")
    except (ValueError, TypeError, OverflowError, LookupError, UsageError):
        moment = None if email.utils.parsedate_tz(printed) else record_dates.moment(printed, zone)
    if moment is None:
        problems.append(f"date {printed[:40]!r} is not one that is read: left out")
    return moment
