"""Documents of Factiva without its codes, as articles are shown: what a line is, is said by where it stands.

Harbour to close / By Jane Doe / 1,234 words / 7 November 2026 / The Harbour Times / HARB / English / (c) 2026 ... /
the text / Document HARB000020261107emb7000a1
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.bylines.lines import is_byline
from newssearch.readers.bylines.newsroom import is_section
from newssearch.readers.contract import Item, Options
from newssearch.readers.databases import documents, values

_NUMBERED = r"[^\W\d_]{2,12}[ \t]+(?P<number>[A-Za-z][A-Za-z0-9]{2,13}(?:1[6-9]|20)\d{6}[a-z][a-z0-9]{6,10})"
"""The word for a document in the language of who printed it, and its number, which holds a date."""

_ENDS = re.compile(rf"\n[ \t]*{_NUMBERED}[ \t]*(?:\n|$)".encode())
_COUNT = r"\d[\d.,'’ \xa0\u202f]{0,8} ?(?:words|wörter|mots|palabras|parole|palavras|woorden)"
_COUNTS = re.compile(
    rb"\n[ \t]*\d[\d.,' \x80-\xff]{0,12}(?:words|w[\x80-\xff]{1,2}rter|mots|palabras|parole|palavras|woorden)[ \t]*\n",
    re.IGNORECASE,
)
_LAST = lazily(rf"\s*{_NUMBERED}\s*")
_WORDS = lazily(rf"\s*{_COUNT}\s*", re.IGNORECASE)
_TIME = lazily(r"\d{1,2}:\d\d(?: [A-Z]{2,5})?")
_CODE = lazily(r"[A-Z][A-Z0-9]{1,9}")
_RIGHTS = lazily(r"(?:©|\(c\)|copyright|copr\b).*", re.IGNORECASE)
_FOOTER = lazily(r"\s*© \d{4} Factiva.*")
_MOST_BELOW, _LONGEST_BELOW = 14, 120
"""Lines below the number of words that say of what paper and language a text is, and characters of one."""

_MOST_ABOVE = 12
"""Lines above the number of words, blank ones too: the section, the headline, the byline."""

_NARROWEST, _WIDEST, _LONGEST_SECTION = 60, 160, 40
"""Columns at which lines are wrapped at least and at most, and characters of a section's name."""

_LOOKED = 40
"""Lines of a document that tell whether its lines are wrapped."""

_MOST_RIGHTS = 3
"""Lines of who has the rights, where a blank line ends them."""


class _Start(NamedTuple):
    """The number of the first line of a document, that of the first one of its text, and what stands between."""

    top: int
    text: int
    given: dict[str, str]


def begins(head: bytes) -> bool:
    """Whether documents begin here: a number of words stands on a line, and a document's number on another."""
    head = b"\n" + documents.lines_of(head)
    return _COUNTS.search(head) is not None and _ENDS.search(head) is not None


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each document."""
    yield from documents.read(file, name, options, parted)


def parted(lines: list[str]) -> Iterator[dict[str, Any] | list[str]]:
    """The record of each document, and the lines that are of none."""
    until: list[str] = []
    for line in lines:
        if found := _LAST.fullmatch(line):
            yield from _documents(until, found["number"])
            until = []
        elif not _FOOTER.fullmatch(line):
            until.append(line)
    yield from _documents(until, "")


def _documents(lines: list[str], number: str) -> Iterator[dict[str, Any] | list[str]]:
    """The documents up to a number, which is the last one's: those before it were cut off."""
    counts = [at for at, line in enumerate(lines) if _WORDS.fullmatch(line)]
    dated = [at for at in counts if values.date_of_line(lines[_next(lines, at)])]
    starts: list[_Start] = []
    for at in dated or counts[:1]:
        starts.append(_start(lines, starts[-1].text if starts else 0, at))
    if not starts and number:
        starts = [_Start(0, 0, {})]
    yield lines[: starts[0].top] if starts else lines
    ends = [*(start.top for start in starts[1:]), len(lines)]
    ids = [*("" for _ in starts[1:]), f"factiva:{number}" if number else ""]
    for start, end, own in zip(starts, ends, ids, strict=False):
        yield {**start.given, "id": own, "body": "\n".join(lines[start.text : end])}


def _next(lines: list[str], at: int) -> int:
    """The next line that is not blank, where it is near."""
    return next((below for below in range(at + 1, min(at + 4, len(lines))) if lines[below].strip()), at)


def _start(lines: list[str], lowest: int, words: int) -> _Start:
    """What stands around a document's number of words, and below the text above it."""
    top, above = _above(lines, lowest, words)
    date = _next(lines, words)
    text, below = _below(lines, date + 1)
    printed = values.date_of_line(lines[date]) or lines[date].strip()
    published = f"{printed} {below.pop('clock', '')}".strip() if date > words else ""
    aside = "\n".join(filter(None, [lines[words].strip(), below.pop("aside")]))
    return _Start(top, text, {**above, **below, "published": published, "boilerplate": aside})


def _above(lines: list[str], lowest: int, words: int) -> tuple[int, dict[str, str]]:
    """The first line of the headline's and what stands from there to the number of words.

    >>> _above(["News", "Harbour to close", "By Jane Doe", "12 words"], 0, 3)
    (0, {'headline': 'Harbour to close', 'byline': 'By Jane Doe', 'section': 'News'})
    """
    bottom = words
    while bottom > lowest and not lines[bottom - 1].strip():
        bottom -= 1
    lone = bottom < words
    wrapped = max(map(len, lines[bottom : words + _LOOKED])) <= _WIDEST
    pieces: list[tuple[int, str]] = []
    for at in range(bottom - 1, max(lowest, words - _MOST_ABOVE) - 1, -1):
        text = lines[at].strip()
        if text and pieces and lines[at + 1].strip() and (lone or (wrapped and _is_wrapped(text, pieces[0][1]))):
            pieces[0] = at, f"{text} {pieces[0][1]}"
        elif text:
            pieces.insert(0, (at, text))
        elif not lone:
            break
    people: list[str] = []
    while len(pieces) > 1 and is_byline(pieces[-1][1].replace(";", ","), bare=True):
        people.insert(0, pieces.pop()[1])
    top, headline = pieces.pop() if pieces else (words, "")
    section = ""
    while pieces and not section and (not lone or _is_section(pieces[-1][1])):
        top, text = pieces.pop()
        if not pieces and _is_section(text):
            section = text
        else:
            headline = f"{text} {headline}"
    return top, {"headline": headline, "byline": ", ".join(people), "section": section}


def _is_wrapped(above: str, below: str) -> bool:
    """Whether a line may have been broken there: the next word had no place on it."""
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) > _NARROWEST


def _is_section(text: str) -> bool:
    return is_section(text) or (len(text) <= _LONGEST_SECTION and len(text.split()) <= 3)


def _below(lines: list[str], start: int) -> tuple[int, dict[str, str]]:
    """Where the text begins, and what stands between the date and it: up to the rights, or else to the language.

    >>> _below(["The Harbour Times", "HARB", "English", "(c) 2026 Harbour Ltd", "", "It closed."], 0)
    (4, {'source': 'The Harbour Times', 'clock': '', 'language': 'en', 'aside': 'HARB\\n(c) 2026 Harbour Ltd'})
    """
    found: list[tuple[int, str]] = []
    for at in range(start, min(start + 3 * _MOST_BELOW, len(lines))):
        text = lines[at].strip()
        if len(text) > _LONGEST_BELOW or len(found) == _MOST_BELOW or _WORDS.fullmatch(text):
            break
        if text:
            found.append((at, text))
    for is_last in (_RIGHTS.fullmatch, values.language, _CODE.fullmatch):
        if last := next((n for n, (_, text) in enumerate(found, 1) if is_last(text)), 0):
            break
    if not last:
        return start, {"aside": ""}
    end = found[last - 1][0] + 1
    end = _end_of_rights(lines, end) if _RIGHTS.fullmatch(lines[end - 1].strip()) else end
    texts = [text for _, text in found[:last]] + [line.strip() for line in lines[found[last - 1][0] + 1 : end]]
    clock = next(filter(_TIME.fullmatch, texts[:1]), "")
    source = next(iter(texts[bool(clock) :]), "")
    language = next(filter(values.language, texts[1:]), "")
    given = {"source": source, "clock": clock, "language": values.language(language)}
    return end, {**given, "aside": "\n".join(text for text in texts if text not in {clock, source, language})}


def _end_of_rights(lines: list[str], end: int) -> int:
    """Where the paragraph of who has the rights ends; without a blank line behind it, it is one line."""
    for at in range(end, min(end + _MOST_RIGHTS, len(lines))):
        if not lines[at].strip():
            return at if any(map(str.strip, lines[at : at + _MOST_RIGHTS])) else end
    return end
