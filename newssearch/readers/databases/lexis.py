"""Documents of Lexis and ProQuest, one behind the other: what stands above the text, with labels; the text; the rest.

1 of 2 DOCUMENTS / The Harbour Times / May 3, 2024 Friday / Harbour to close / BYLINE: Jane Doe / LENGTH: 92 words
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from newssearch.readers.contract import Item, Options
from newssearch.readers.databases import documents, labels, values
from newssearch.readers.dates import printed_dates
from newssearch.readers.patterns import lazily

_NUMBER = rb"[ \t]*(?:document )?\d{1,6} of \d{1,6}(?: documents?)?[ \t]*\r?$"
_LENGTH = rb"[ \t]*length:[ \t]*\d[\d,.]{0,8} ?(?:words|w\xc3\xb6rter|mots|palabras)\b"
_BEGINS = re.compile(rb"^(?:(?P<number>" + _NUMBER + rb")|" + _LENGTH + rb")", re.IGNORECASE | re.MULTILINE)
_KNOWN = re.compile(
    rb"^[ \t]*(byline|section|dateline|load-date|language|publication-type|headline|body|highlight|author|full text"
    rb"|proquest document id|publication title)(?::|[ \t]*\r?$)",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST = lazily(r"\s*(?:document )?\d{1,6} of \d{1,6}(?: documents?)?\s*", re.IGNORECASE)
_LAST = lazily(r"\s*(?:end of document|_{20,})\s*", re.IGNORECASE)
_NO_TEXT = lazily(
    r"\s*(?:page \d{1,5} of \d{1,5}|(?:©|copyright\b|\(c\) ?\d{4}).*|all rights reserved\W*)", re.IGNORECASE
)
_URL = lazily(r"https?://\S+")
_WEEKDAY = lazily(r",? ?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_LONGEST_DATE, _BEFORE_DATE, _BEHIND_DATE = 100, 12, 4
"""Characters of a line that is a date, and before the date; words behind it."""

_EDITION = lazily(r".*\b(?:edition|final|ed)\b.*", re.IGNORECASE)


def begins(head: bytes) -> bool:
    """Whether documents begin here: they are numbered or say their length, and have labels of databases."""
    found = _BEGINS.search(head)
    known = {label.lower() for label in _KNOWN.findall(head)} if found else set()
    return found is not None and len(known) > bool(found["number"])


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each document."""
    yield from documents.read(file, name, options, lambda lines: map(_record, _documents(lines)))


def _documents(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each document; what has neither number nor label is none, but a cover with a list of contents."""
    document: list[str] = []
    numbered = False
    for line in [*lines, "End of Document"]:
        first = _FIRST.fullmatch(line) is not None
        if not first and not _LAST.fullmatch(line):
            document.append(line.rstrip())
            continue
        if any(document) and (numbered or any(map(labels.parted, document))):
            yield document
        document, numbered = [], first


@dataclass(slots=True)
class _Document:
    """What a document's lines are."""

    above: list[str] = field(default_factory=list)  # the first lines: source, date and headline have no labels
    given: dict[str, tuple[str, list[str]]] = field(default_factory=dict)  # by label: as printed, and its value's lines
    text: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)


def _record(lines: list[str]) -> dict[str, Any]:
    """A document as a record."""
    found = _Document()
    place = found.above
    capitals = next((known[0].isupper() for line in lines if (known := labels.parted(line))), False)
    label = ""
    for line in lines:
        known = labels.parted(line)
        name = known[0].casefold() if known and (known[0].isupper() or not capitals) else ""
        if name in labels.BODY or (capitals and name in labels.HEAD and place is found.text):
            found.aside += found.text  # what stands between two labels is no text
            found.text.clear()
            place = found.text if name in labels.BODY else found.above
        if known and name in labels.BODY:
            label = ""
            place += filter(None, known[1:])
            continue
        if known and name and (name in labels.BELOW or place is not found.text):
            place = found.aside if name in labels.BELOW else place
            label = "" if name in found.given else name
            if label:
                found.given[name] = known[0], [known[1]]
            else:
                found.aside.append(line)
            continue
        text = line.strip()
        if not text:
            label = ""
            place.append("")
        elif _NO_TEXT.fullmatch(text):
            found.aside.append(text)
        elif label:
            found.given[label][1].append(text)
        else:
            place = found.text if place is found.above and found.given else place
            (found.aside if _URL.fullmatch(text) else place).append(line)
    return _complete(found)


def _complete(found: _Document) -> dict[str, Any]:
    source, published, headline, decks = _above(found)
    joined = {label: (printed, " ".join(filter(None, lines))) for label, (printed, lines) in found.given.items()}
    given = {labels.FIELDS[label]: value for label, (_, value) in joined.items() if labels.FIELDS[label] and value}
    others = [f"{printed}: {value}" for label, (printed, value) in joined.items() if not labels.FIELDS[label]]
    return {
        "headline": headline or given.get("headline", ""),
        "byline": values.byline(given.get("byline", "")),
        "dateline": given.get("dateline", ""),
        "published": given.get("published", "") or published,
        "section": values.section(given.get("section", "")),
        "source": values.source(given.get("source", "") or source),
        "language": values.language(given.get("language", "")),
        "tags": values.tags(given.get("tags", "")),
        "url": given.get("url", ""),
        "subheads": [*decks, *filter(None, [given.get("subheads", "")])],
        "body": "\n".join(found.text),
        "boilerplate": "\n".join(filter(None, map(str.strip, [*found.aside, *others]))),
    }


def _above(found: _Document) -> tuple[str, str, str, list[str]]:
    """The source, the date, the headline and the decks that stand above a document's labels.

    >>> lines = ["The Harbour Times", "", "May 3, 2024 Friday", "Late Edition", "", "Harbour to close", "for a year"]
    >>> _above(_Document(lines))
    ('The Harbour Times', 'May 3, 2024', 'Harbour to close for a year', [])
    >>> _above(_Document(["Harbour to close", "The Harbour Times", "May 3, 2024 Friday"]))
    ('The Harbour Times', 'May 3, 2024', 'Harbour to close', [])
    """
    lines = found.above
    at, published = next(_dated(lines), (len(lines), ""))
    above = [text for text in lines[:at] if text.strip()]
    source = " ".join(above.pop().split()) if above and published else ""
    start = at + 1
    while start < len(lines) and _EDITION.fullmatch(lines[start]):
        found.aside.append(lines[start])
        start += 1
    blocks = _blocks([*above, "", *lines[start:]])
    return source, published, (blocks or [""])[0], blocks[1:]


def _dated(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that are dates, with a weekday or a time, and their dates without the weekday."""
    for at, line in enumerate(lines):
        text = _WEEKDAY.sub("", line.strip())
        for found in printed_dates.find(text, "UTC") if len(text) <= _LONGEST_DATE else ():
            if found.moment and found.start <= _BEFORE_DATE and len(text[found.end :].split()) <= _BEHIND_DATE:
                yield at, text[found.start : found.end]


def _blocks(lines: list[str]) -> list[str]:
    """The texts between blank lines, each on one line."""
    texts = " ".join(line.strip() or "\n" for line in lines).split("\n")
    return [block for text in texts if (block := " ".join(text.split()))]
