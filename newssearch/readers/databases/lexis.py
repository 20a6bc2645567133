"""Documents of Lexis and ProQuest, one behind the other: what stands above the text, with labels; the text; the rest.

1 of 2 DOCUMENTS / The Harbour Times / May 3, 2024 Friday / Harbour to close / BYLINE: Jane Doe / LENGTH: 92 words
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newssearch.patterns import lazily
from newssearch.readers.contract import Item, Options
from newssearch.readers.databases import documents, labelled, labels, values

_COUNTED = (
    r"(?:focus ?- ?)?(?:do[ck]ument )?\d{1,6} of \d{1,6}(?: documents?)?"
    r"|do[ck]ument \d{1,6} (?:von|de|van) \d{1,6}"
)
_NUMBER = rb"(?:" + _COUNTED.encode() + rb")[ \t]*$"
_LENGTH = (
    rb"l(?:ength|[\x80-\xff]{1,2}nge|ongueur|engte):[ \t]*\d[\d,.]{0,8} ?"
    rb"(?:words|w[\x80-\xff]{1,2}rter|mots|palabras|palavras|parole|woorden)\b"
)
_BEGINS = re.compile(
    rb"\n[ \t]*(?:(?P<number>" + _NUMBER + rb")|" + _LENGTH + rb"|(?P<id>proquest document id:))",
    re.IGNORECASE | re.MULTILINE,
)
_KNOWN = re.compile(
    rb"^[ \t]*(byline|section|dateline|load-date|language|publication-type|headline|body|highlight|author|full text"
    rb"|abstract|publication date|proquest document id|publication title|autor|auteur|rubrik|rubrique|sprache|langue"
    rb"|taal|kop|tekst|pub-type|update|date-chargement|type-publication)(?::|[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST = lazily(rf"\s*(?:{_COUNTED})\s*", re.IGNORECASE)
_LAST = lazily(r"\s*(?:end of document|ende des dokuments|fin du document|_{20,})\s*", re.IGNORECASE)
_SAYS_LENGTH = lazily(r"\s*(?:length|länge|longueur|lengte):\s*\d", re.IGNORECASE)
_LONGEST_MARK = 200
"""Characters of a line that parts documents."""

_MOST_ABOVE = 20
"""Lines above the one that says how long a text is."""

_CENTRED = " " * 8
"""How lines of the paper and the date begin, with blank lines between."""


def begins(head: bytes) -> bool:
    """Whether documents begin here: they are numbered or say their length or id, and have labels of databases."""
    head = b"\n" + documents.lines_of(head)
    found = _BEGINS.search(head)
    known = {label.lower() for label in _KNOWN.findall(head)} if found else set()
    return found is not None and len(known) > bool(found["number"]) + 2 * bool(found["id"])


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each document."""
    yield from documents.read(file, name, options, parted)


def parted(lines: list[str]) -> Iterator[dict[str, Any] | list[str]]:
    """The record of each document; what has neither number nor label is none, but a cover with a list of contents."""
    document: list[str] = []
    numbered = has_length = False
    firsts = _firsts(lines)
    for at, line in enumerate([*lines, "End of Document"]):
        is_mark = 0 < len(line) < _LONGEST_MARK
        if at in firsts or (is_mark and _LAST.fullmatch(line)):
            if any(document):
                yield labelled.record(document) if numbered or any(map(labels.parted, document)) else document
            document, numbered, has_length = [], at in firsts, False
            continue
        if is_mark and _SAYS_LENGTH.match(line):
            if has_length and (top := _top(document)):
                yield labelled.record(document[:top])
                document = document[top:]
            has_length = True
        document.append(line.rstrip())


def _firsts(lines: list[str]) -> set[int]:
    """The lines that number a document; where some say so, `1 of 3` is of a text, as below a photograph.

    >>> _firsts(["1 of 2 DOCUMENTS", "1 of 3", "2 of 2 DOCUMENTS"]), _firsts(["1 of 3", "2 of 3"])
    ({0, 2}, {0, 1})
    """
    found = {at for at, line in enumerate(lines) if 0 < len(line) < _LONGEST_MARK and _FIRST.fullmatch(line)}
    return {at for at in found if "ument" in lines[at].casefold()} or found


def _top(document: list[str]) -> int:
    """The first line of the document whose length is said next: the one before it was cut off, and has said its own.

    >>> _top(["Body", "It stop-", "", "Ferry stops", "The Harbour Times", "May 3, 2024 Friday", "", "Section: News"])
    3
    """
    lowest = max(1, len(document) - _MOST_ABOVE)
    top = next((at for at in range(len(document) - 1, lowest, -1) if values.date_of_line(document[at])), 0)
    while top > lowest and (document[top - 1] or document[top - 2].startswith(_CENTRED)):
        top -= 1
    return top
