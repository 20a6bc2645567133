"""NITF, the News Industry Text Format: 2.5 to 3.6, with or without its namespace."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from newssearch.patterns import lazily
from newssearch.readers.agency import xml_tree
from newssearch.readers.agency.documents import documents
from newssearch.readers.agency.item import AgencyItem, items, unique
from newssearch.readers.agency.markup import plain_lines, text_flow
from newssearch.readers.agency.xml_tree import child, first, line, lines
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.dates import record_dates
from newssearch.readers.roots import root

_KILL = lazily(
    r"\W*(?:(?:mandatory|bulletin|urgent|editors:?)\s+){0,2}"
    r"(?:kill(?:s|ed)?|cancel(?:s|l?ed|lation)?|withdraw[ns]?|retract(?:s|ed|ion)?)"
    r"\s*(?:$|[^\w\s]|(?:th[ei]s?|story|item|immediately|previous|earlier)\b)",
    re.IGNORECASE,
)

_DIGITS_OF_ALL_DAYS = 6
"""Figures from which on a key holds a date or a number that is not given again."""

_UNKNOWN_CLOCK = lazily(r"(?<=\d{8})T?000000(?:Z|[+-]\d{4})?$")
"""How NITF writes that there is a day and no time."""


def begins(head: bytes) -> bool:
    """Whether this is NITF."""
    return root(head) == "nitf"


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each document, and the article that it cancels."""
    for document in documents(file, name):
        if isinstance(document, Remark):
            yield document
            continue
        yield from items(item(document.root), name, document.where, options, broken=document.broken)
        yield from _canceled(document.root, name, options)


def _canceled(nitf: Element, name: str, options: Options) -> Iterator[Item]:
    """The document that a notice is about, where it names one."""
    data = child(nitf, "head/docdata")
    about, status = data.get("management-doc-idref", ""), data.get("management-idref-status", "")
    if about and status.casefold() not in {"", "usable"}:
        notice = AgencyItem(id=about, status=status, published=_norm(data, "date.issue"))
        yield from items(notice, name, f"notice on {about}", options)


def in_text(text: str) -> AgencyItem | None:
    """What a document says that lies as text in another; None where it is none that can be read."""
    if not begins(text[:4096].lstrip().encode("utf-8", "replace")):
        return None
    try:
        document = xml_tree.parse(text.strip().encode("utf-8", "replace"))
    except ValueError:
        return None
    return None if document.broken else item(document.root)


def item(nitf: Element) -> AgencyItem:
    """What a document says, of its text and of itself."""
    head, top, body = child(nitf, "head"), child(nitf, "body/body.head"), child(nitf, "body")
    data, issue = child(head, "docdata"), child(head, "pubdata")
    issued, release = _norm(data, "date.issue"), _norm(data, "date.release")
    keywords = [key.get("key", "") or line(key) for key in data.iterfind("key-list/keyword")]
    subjects = [*_subjects(head)]
    distributor = first(top, "distributor")
    byline, unsigned = _byline(top, body)
    story = _norm(top, "dateline/story.date")
    holder = child(data, "doc.copyright").get("holder", "")
    set_lines = plain_lines(child(body, "body.content"))
    return AgencyItem(
        id=_id(data, issued),
        version=child(data, "du-key").get("version", ""),
        status=_status(data),
        embargo=release if _is_later(release, issued) else "",
        headline=first(top, "hedline/hl1", "hedline") or first(head, "title"),
        decks=unique(deck for deck in lines(top.iterfind("hedline/hl2")) if deck not in keywords),
        slugline=_meta(head, "slugline", "slug", "anpa-keyword"),
        byline=byline,
        dateline=_dateline(child(top, "dateline")),
        place=_place(child(top, "dateline/location")),
        published=_UNKNOWN_CLOCK.sub("", issued or issue.get("date.publication", "") or story or release),
        updated=max((change.get("norm", "") for change in head.iterfind("revision-history")), default=""),
        flow=text_flow(body),
        lines=tuple(set_lines),
        summary=first(top, "abstract"),
        language=nitf.get("baselang", "") or nitf.get("xml:lang", "") or body.get("xml:lang", ""),
        sections=unique([issue.get("position.section", ""), *subjects[:1]]),
        tags=unique([*keywords, *subjects, *_identified(data)]),
        source=issue.get("name", "") or distributor or holder or first(top, "rights/rights.owner"),
        agency=distributor or child(data, "doc-id").get("regsrc", "") or unsigned,
        url=issue.get("ex-ref", ""),
        notes=unique([unsigned, *_notes(data), *lines(top.iterfind("rights")), *lines(top.iterfind("note"))]),
    )


def _id(data: Element, issued: str) -> str:
    """What stays the same from revision to revision.

    That is the key under which revisions are counted, else the document's own. NITF makes keys
    anew each day, so that a short one, such as `budget`, is known by it together with the day.
    """
    key, own = child(data, "du-key").get("key", ""), child(data, "doc-id").get("id-string", "")
    day = "".join(filter(str.isdigit, issued[:10]))[:8]
    daily = f"{key}:{day}" if key and day else ""
    if key and child(data, "du-key").get("version"):
        return key if sum(map(str.isdigit, key)) >= _DIGITS_OF_ALL_DAYS else daily or key
    return own or daily


def _status(data: Element) -> str:
    message = child(data, "ed-msg")
    is_kill = any(_KILL.match(message.get(said, "")) for said in ("msg-type", "info"))
    return "canceled" if is_kill else data.get("management-status", "")


def _is_later(release: str, issued: str) -> bool:
    """Whether a document is to be released after it was issued."""
    first_time, then = record_dates.moment(issued, "UTC"), record_dates.moment(release, "UTC")
    return first_time is not None and then is not None and then.span[0] > first_time.span[0]


def _norm(element: Element, path: str) -> str:
    found = child(element, path)
    return found.get("norm", "") or line(found)


def _byline(top: Element, body: Element) -> tuple[str, str]:
    """The byline as printed, and one that holds no name but what stands in its place.

    Bylines of different classes are the same one, as printed and as a database has it.
    """
    bylines = top.findall("byline") or body.findall("body.content//byline")
    if len({byline.get("class") for byline in bylines}) > 1:
        bylines.sort(key=lambda byline: not line(byline).casefold().startswith("by "))
        bylines = bylines[:1]
    printed: list[str] = []
    unsigned: list[str] = []
    for byline in bylines:
        titles = lines(byline.iterfind("byttl"))
        name = _without_titles(byline)
        (printed if name else unsigned).append(", ".join(filter(None, [name, *titles])))
    return "; ".join(printed), "; ".join(unsigned)


def _without_titles(byline: Element) -> str:
    inner = (("" if part.tag == "byttl" else "".join(part.itertext())) + (part.tail or "") for part in byline)
    return " ".join("".join([byline.text or "", *inner]).split()).strip(" ,")


def _dateline(dateline: Element) -> str:
    """A dateline as printed: its place, and its date where that is in words."""
    printed, date, location = line(dateline), first(dateline, "story.date"), child(dateline, "location")
    if date[:8].isdigit():
        printed = printed.replace(date, "").strip(" ,")
    return printed.replace(line(location), _place(location))


def _place(location: Element) -> str:
    """`Sydney`, or `Springfield, Ill.` where its parts are elements."""
    return ", ".join(lines(location)) or line(location)


def _subjects(head: Element) -> Iterator[str]:
    """The printed names of subjects, from the general to the particular."""
    for subject in head.iterfind("tobject/tobject.subject"):
        for level in ("type", "matter", "detail"):
            if name := subject.get(f"tobject.subject.{level}", ""):
                yield name


def _identified(data: Element) -> Iterator[str]:
    """People, places and classes that are said to be in the text."""
    for content in data.iterfind("identified-content"):
        for found in content:
            yield line(found) or found.get("value", "")


def _meta(head: Element, *names: str) -> str:
    known = {meta.get("name", "").casefold(): meta.get("content", "") for meta in head.iterfind("meta")}
    return next((known[name].strip() for name in names if known.get(name)), "")


def _notes(data: Element) -> Iterator[str]:
    """What is said to editors: messages, and terms of use."""
    yield child(data, "ed-msg").get("info", "")
    for rights in data.iterfind("doc.rights"):
        yield from (rights.get("type", ""), rights.get("limitations", ""))
