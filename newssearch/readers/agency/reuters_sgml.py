"""Reuters-21578: the newswire of 1987 as David Lewis's collection marks it up, in SGML."""

import html
import re
from collections.abc import Iterator
from datetime import date, time
from typing import BinaryIO

from newssearch.article import Article
from newssearch.dates.months import MONTHS
from newssearch.moment import Moment
from newssearch.patterns import lazily
from newssearch.readers.bylines.people import people
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.dates import dateline
from newssearch.readers.encoding import clean
from newssearch.readers.plain import body
from newssearch.readers.plain.body import Body

LARGEST = 4 << 20
"""Characters of the longest document that is read."""

_LONGEST_LINE = 64 << 10
_START, _END = b"<REUTERS", b"</REUTERS>"
_FIRST = re.compile(rb"^<REUTERS\s[^<>]{0,400}\bNEWID=", re.MULTILINE)
_WITHIN = 2_000
"""Bytes within which the first document begins; some files are wrapped in an element of their own."""
_ID = lazily(r"\bNEWID=\"(\d{1,9})\"")
_TYPE = lazily(r"<TEXT TYPE=\"(\w+)\"")
_DATE = lazily(r"\s{0,9}(\d{1,2})-([A-Za-z]{3})-(\d{4})(?:\s{1,9}(\d\d):(\d\d):(\d\d))?")
_TAG = lazily(r"<D>([^<>]{1,200})</D>")
_SUBJECTS = ("TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES")
_LINE_END = lazily(r"\^M$", re.MULTILINE)
_SIGN = lazily(r"(?:^|\s)(?:reuters?|reute|more)(?: ?\.{1,4}| ?-{2,})?\s*\Z", re.IGNORECASE)
_FILLING = "Blah blah blah."


def begins(head: bytes) -> bool:
    """Whether a file that begins so is of the collection."""
    return head.startswith(b"<") and _FIRST.search(head, 0, _WITHIN) is not None


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles of a file of the collection, each by its number."""
    document: list[bytes] = []
    size = number = 0
    while line := file.readline(_LONGEST_LINE):
        if line.startswith(_START):
            if document:
                yield _lost(name, number, "breaks off")
            document, size = [], 0
            number += 1
        elif not document:
            continue
        document.append(line)
        size += len(line)
        if size > LARGEST:
            yield _lost(name, number, f"longer than {LARGEST >> 20} MiB, the limit")
            document = []
        elif line.startswith(_END) or line.rstrip().endswith(_END):
            yield from _articles(b"".join(document).decode("latin-1"), name, number, options)
            document = []
    if document:
        yield _lost(name, number, "breaks off")
    if not number:
        yield Remark(name, "holds no document of Reuters-21578: passed over", lost=True)


def _lost(name: str, number: int, what: str) -> Remark:
    return Remark(name, f"document {number}: {what}: passed over", lost=True)


def _articles(document: str, name: str, number: int, options: Options) -> Iterator[Item]:
    text = _text(document)
    headline, lines, aside = _parts(document, text)
    is_set = "<TITLE>" in document  # else it is as it came over the wire, mostly a table of prices
    found = body.read(lines) if is_set else Body([" ".join(line.split()) for line in lines if line.strip()])
    byline = _line(document, "AUTHOR") or found.byline
    line = dateline.place_of(_line(document, "DATELINE")) if "<DATELINE>" in document else found.dateline
    published = _moment(_element(document, "DATE"), options.zone)
    identity = _ID.search(document[: document.find(">")])
    printed = people(byline)
    if not headline and not found.paragraphs:
        yield _lost(name, number, "neither headline nor body")
        return
    if published is None:
        yield Remark(name, f"document {number}: without a date that is read", lost=False)
    yield Article(
        id=f"reuters-21578-{identity[1]}" if identity else "",
        headline=headline,
        subheads=tuple(found.subheads),
        byline=byline,
        authors=printed.authors or found.credits.authors,
        agency=body.agency_of(line, printed) or "Reuters",
        dateline=line.printed,
        place=line.place,
        published=published,
        body="\n".join(found.paragraphs),
        language="en",
        tags=tuple(dict.fromkeys(tag for kind in _SUBJECTS for tag in _TAG.findall(_element(document, kind)))),
        source=options.source_name or "Reuters",
        path=name,
        boilerplate="\n".join([*found.boilerplate, *aside]),
    )


def _parts(document: str, text: str) -> tuple[str, list[str], list[str]]:
    """The headline, the lines of the body, and what stands beside it."""
    kind = _TYPE.search(document)
    if "<TITLE>" in document:
        headline, main = _line(document, "TITLE"), clean(html.unescape(_element(document, "BODY")))
    else:  # as it came: the headline is the first line
        headline, _, main = clean(html.unescape(text)).strip().partition("\n")
        headline = " ".join(headline.split())
    aside = [" ".join(clean(html.unescape(_element(document, "UNKNOWN"))).split())]
    if kind and kind[1] == "BRIEF" and not main.strip():
        main = clean(html.unescape(text.partition("</TITLE>")[2])).replace(_FILLING, "")
    main = _LINE_END.sub("", main).rstrip()
    if sign := _SIGN.search(main, max(0, len(main) - 40)):
        aside.append(sign[0].strip())
        main = main[: sign.start()]
    return headline, main.split("\n"), [line for line in aside if line]


def _text(document: str) -> str:
    """What the element of the text holds, whatever is said of it."""
    start = document.find("<TEXT")
    return document[document.find(">", start) + 1 : document.find("</TEXT>")] if start >= 0 else ""


def _element(document: str, name: str) -> str:
    start = document.find(f"<{name}>")
    end = document.find(f"</{name}>", start)
    return document[start + len(name) + 2 : end] if 0 <= start < end else ""


def _line(document: str, name: str) -> str:
    return " ".join(clean(html.unescape(_element(document, name))).split())


def _moment(printed: str, zone: str) -> Moment | None:
    """The date as the wire's clock printed it; it does not say in which zone."""
    found = _DATE.match(printed)
    month = MONTHS.get(found[2].lower()) if found else None
    if found is None or month is None:
        return None
    try:
        day = date(int(found[3]), month, int(found[1]))
        clock = time(int(found[4]), int(found[5]), int(found[6])) if found[4] else None
    except ValueError:
        return None
    return Moment(day, clock, zone, assumed=True)
