"""Documents of NewsBank and EBSCO: a citation with a label for each of its parts, and the text.

Title: Harbour to close / Author: Jane Doe / Publication: Harbour Times, The (ME) / Date: November 7, 2026 / the text /
Record Number: 1A2B3C
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, BinaryIO

from newssearch.patterns import lazily
from newssearch.readers.contract import Item, Options
from newssearch.readers.databases import documents, labelled, labels
from newssearch.readers.databases.labels import CITED
from newssearch.readers.dates import printed_dates

_FIRST = re.compile(rb"(?:title|headline|paper|publication|newspaper|record|author|authors):[ \t]", re.IGNORECASE)
_KNOWN = re.compile(
    rb"^[ \t]*(title|headline|author|authors|paper|publication|newspaper|source|section|page|date|record number"
    rb"|accession number|copyright|document type|subject terms|database|full text word count):",
    re.IGNORECASE | re.MULTILINE,
)
_CITATION = {"headline", "byline", "source", "published", "section"}
_NUMBERS = {b"record number", b"accession number"}
_FEWEST = 4
_NEXT = 8
"""Lines behind the first label of a citation among which two others of one stand."""

_NAME = lazily(r"[^\W\d_][^,;:]{1,40}, [^,;:]{1,40}")
_END_OF_NAME = " ,.;"


def begins(head: bytes) -> bool:
    """Whether documents begin here: with a label, and several others among which is that of the database's number."""
    if _FIRST.match(head) is None:
        return False
    known = {label.lower() for label in _KNOWN.findall(documents.lines_of(head))}
    return len(known) >= _FEWEST and not known.isdisjoint(_NUMBERS)


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each document."""
    yield from documents.read(file, name, options, parted)


def parted(lines: list[str]) -> Iterator[dict[str, Any]]:
    """The record of each document; a citation that begins as the first one did begins another."""
    first = next((known[0] for line in lines if (known := labels.parted(line, CITED))), "")
    starts = [at for at, line in enumerate(lines) if _is_first(lines, at, line, first)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        if any(map(str.strip, lines[start:end])):
            yield labelled.record([*_cited(lines[start:end])], CITED)


def _is_first(lines: list[str], at: int, line: str, first: str) -> bool:
    """Whether a citation begins here: its first label, and nothing but labels next to it."""
    known = labels.parted(line, CITED)
    if at == 0 or not known or known[0] != first:
        return at == 0
    below = [labels.parted(line, CITED) for line in lines[at + 1 : at + 1 + _NEXT] if line.strip()]
    others = takewhile(lambda found: found is None or found[0] != first, below)
    names = {found[0].casefold() for found in others if found}
    return sum(CITED.above.get(name, "") in _CITATION or name == "source" for name in names) > 1


def _cited(lines: list[str]) -> Iterator[str]:
    """The lines of a document; of its citation, the authors are one, and the paper and the date are two.

    >>> list(_cited(["Authors: Doe, Jane", "Roe, Al", "Source: Harbour Times, The. 11/27/2026, p5."]))
    ['Authors: Doe, Jane; Roe, Al', 'Publication: Harbour Times, The', 'Date: 11/27/2026']
    """
    authors: list[str] = []
    above = ""
    cited = True
    for line in lines:
        label, value = labels.parted(line, CITED) or ("", "")
        cited = cited and bool(label or above or not line.strip())
        above = line.strip()
        if authors and not label and _NAME.fullmatch(above):
            authors.append(above)
            continue
        if authors:
            yield "; ".join(authors)
        authors = [line] if cited and label.casefold() == "authors" else []
        if cited and label.casefold() == "source":
            yield from _placed(line, value)
        elif not authors:
            yield line
    if authors:
        yield "; ".join(authors)


def _placed(line: str, value: str) -> list[str]:
    """A line that says the paper and the date, as two; one without a date as it is."""
    written = next(printed_dates.find(value, "UTC"), None)
    if written is None or not (paper := value[: written.start].strip(_END_OF_NAME)):
        return [line]
    return [f"Publication: {paper}", f"Date: {value[written.start : written.end]}"]
