"""IPTC 7901, the messages of teleprinter services: a header, a keyword, a text, and when it was sent."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from newssearch.patterns import lazily
from newssearch.readers.agency.item import AgencyItem, items
from newssearch.readers.agency.wire import ETX, LARGEST, MOST, SOH, STX, Top, as_text, full_year, is_kill, top
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.dates import record_dates

_HEADER = (
    r"(?P<service>[a-zA-Z]{1,8})?-?(?P<number>\d{1,5}) (?P<priority>\d) (?P<category>[a-zA-Z]{1,3}) (?P<words>\d{1,5})"
    r"(?: +[^\n]{0,40}?(?P<agency>[a-zA-Z][a-zA-Z-]{1,14}) (?P<running>\d{3,5}))?"
)
_SENT = (
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?: (?P<zone>[A-Z]{3,4}))? (?P<month>[a-zA-Z]{3,4})\.? (?P<year>\d\d)"
)
_HEAD = lazily(rf"\s*{_HEADER}[ \t]*(?:\n|$)")
_TIME = lazily(rf"{_SENT}\s*")
_MARKED = re.compile(rb"[\x00\x16\x7f\s]{0,100}\x01" + _HEADER.encode() + rb"(?=\s)")
_UNMARKED = re.compile(
    _HEADER.encode() + rb"\s*\n\s*\S[^\n]{0,100}/[ \t]*\r?\n(?s:.)*?\n" + _SENT.encode() + rb"\s*(?:\n|$)"
)

LONGEST_HEADLINE = 400
"""Characters of what may stand above a text; more is the text itself."""

_NOT_FOR_READERS = lazily(
    r"#+ .{0,20}\b(?:notebook|notizblock)\b|(?:\* ?){4}|.{0,60}\bnot (?:intended )?for publication\b"
    r"|.{0,60}\bnicht zur veröffentlichung\b",
    re.IGNORECASE,
)


def begins(head: bytes) -> bool:
    """Whether messages begin here: with the mark of a header, or with one and a time below it where marks were lost."""
    return _MARKED.match(head) is not None or _UNMARKED.match(head) is not None


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each message."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Remark(name, f"larger than {LARGEST >> 20} MiB, the limit for messages: passed over", lost=True)
        return
    messages = [message for message in data.split(SOH) if message.strip(b"\0\x16\x7f \r\n")]
    for number, message in enumerate(messages[:MOST], 1):
        where = f"message {number}" if len(messages) > 1 else ""
        try:
            yield from _message(message, name, where, options)
        except ValueError as error:
            yield Remark(name, f"{where}: {error}: passed over".removeprefix(": "), lost=True)
    if len(messages) > MOST:
        yield Remark(name, f"more than {MOST:,} messages: those behind are passed over", lost=True)


def _message(message: bytes, name: str, where: str, options: Options) -> Iterator[Item]:
    head, text, end = _parts(message)
    header = _HEAD.match(head)
    slugline = " ".join(head[header.end() if header else 0 :].split()).rstrip("/ ")
    above, lines, notes = _parted(text)
    sent = _sent(end)
    agency = (header and header["agency"]) or ""
    item = AgencyItem(
        id=_id(header, sent, options),
        headline=above.headline,
        slugline=slugline,
        byline=above.byline,
        published=sent,
        lines=tuple(lines),
        tags=above.labels,
        source=agency,
        agency=agency,
        notes=(*above.notes, *notes),
    )
    yield from items(item, name, where, options)
    if is_kill(*above.labels, above.headline if above.headline.isupper() else ""):
        yield from _canceled(item, name, where, options)


def _parts(message: bytes) -> tuple[str, str, str]:
    """Header and keyword, the text, and what stands behind it; by blank lines where the marks between were lost."""
    head, mark, rest = message.partition(STX)
    if mark:
        text, _, end = rest.partition(ETX)
        return as_text(head), as_text(text), as_text(end)
    lines = as_text(message).strip("\n").split("\n")
    start = next((at + 1 for at, line in enumerate(lines) if at and line.strip()), len(lines))
    end_at = max((at for at, line in enumerate(lines) if _TIME.match(line.strip())), default=len(lines))
    return "\n".join(lines[:start]), "\n".join(lines[start:end_at]), "\n".join(lines[end_at:])


def _parted(text: str) -> tuple[Top, list[str], list[str]]:
    """What stands above a text, the text's lines, and those below it that are not for readers."""
    lines = text.strip("\n").split("\n")
    start = next((at for at, line in enumerate(lines) if not line.strip()), 0)
    if sum(map(len, lines[:start])) > LONGEST_HEADLINE:
        start = 0
    end = next((at for at, line in enumerate(lines) if at >= start and _NOT_FOR_READERS.match(line)), len(lines))
    return top(lines[:start]), lines[start:end], [line.strip() for line in lines[end:]]


def _sent(end: str) -> str:
    """When a message was sent, as `131137 GMT Nov 13` says: on the 13th of November 2013, at 11:37."""
    found = next(filter(None, (_TIME.match(line.strip()) for line in end.split("\n"))), None)
    if found is None:
        return ""
    clock = f"{found['hour']}:{found['minute']} {found['zone'] or ''}".strip()
    return f"{int(found['day'])} {found['month']} {full_year(found['year'])}, {clock}"


def _id(header: re.Match[str] | None, sent: str, options: Options) -> str:
    """What tells a message: its agency's running number of the day, which is the same in each of its services."""
    moment = record_dates.moment(sent, options.zone) if sent else None
    if header is None or moment is None:
        return ""
    if header["running"]:
        return f"{header['agency']}:{int(header['running']):04}:{moment.day}"
    return f"{header['service'] or ''}:{int(header['number']):04}:{moment.day}"


def _canceled(notice: AgencyItem, name: str, where: str, options: Options) -> Iterator[Item]:
    """The messages that a notice cancels, where it gives their agency's running numbers; of its own day."""
    agency, _, day = notice.id.partition(":")
    day = day.rpartition(":")[2]
    named = re.findall(rf"\b{re.escape(agency)} ?(\d{{3,5}})\b", " ".join(notice.lines)) if day else []
    ids = {f"{agency}:{int(number):04}:{day}" for number in named[:20]} - {notice.id}
    for id in sorted(ids):
        yield from items(AgencyItem(id=id, status="canceled", published=notice.published), name, where, options)
    if not ids:
        at, about = f"{where}: " if where else "", (notice.slugline or notice.headline)[:80]
        yield Remark(name, f"{at}cancels {about!r}, and gives no number of it", lost=False)
