"""Documents of Factiva with its codes of two or three letters at the beginnings of lines.

HD Harbour to close / BY By Jane Doe / PD 7 November 2026 / SN The Harbour Times / LP ... / TD ... / AN Document 1
"""

import re
from collections.abc import Iterator, Mapping
from itertools import dropwhile
from typing import Any, BinaryIO

from newssearch.patterns import lazily
from newssearch.readers.contract import Item, Options
from newssearch.readers.databases import documents, values

_ORDER = (
    "CLM SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART RF CT CO IN NS RE IPC IPD PUB AN".split()  # noqa: SIM905
)
_FIRST = re.compile(rb"\n(?:CLM|SE|HD)\s")
_CODES = re.compile(rb"^(HD|WC|PD|SN|LA|LP|TD|AN)(?:[ \t]|\r?$)", re.MULTILINE)
_FEWEST = 5
_TOP = {"CLM", "SE", "HD"}
_ABOVE = {"WC", "PD", "SN", "SC", "LA"}
_FEWEST_ABOVE, _MOST_ABOVE = 3, 16
"""Codes above a text, and lines among which they stand behind the first one."""

_CODE = lazily(rf"\s{{0,8}}(?P<code>{'|'.join(_ORDER)})(?:[ \t]+(?P<value>.*))?")
_LISTED = lazily(r"\S{1,12} ?[:|].*")
_FIELDS: Mapping[str, str] = {
    "HD": "headline", "BY": "byline", "SN": "source", "SE": "section", "LA": "language", "AN": "id", "PD": "published",
}  # fmt: skip
_NUMBER = lazily(r"(?:\w{1,12}\s+)?(?=\D{0,39}\d)([A-Za-z0-9]{10,40})\b")
"""The word for a document in the language of who printed it, and its number, which has figures."""


def begins(head: bytes) -> bool:
    """Whether documents begin here: most of the codes that each has stand at the beginnings of lines."""
    head = b"\n" + documents.lines_of(head)
    return _FIRST.search(head) is not None and len(set(_CODES.findall(head))) >= _FEWEST


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each document."""
    yield from documents.read(file, name, options, parted)


def parted(lines: list[str]) -> Iterator[dict[str, Any] | list[str]]:
    """The record of each document, and the lines above the first and behind a number, which are of none."""
    for parts in _documents(lines):
        if "" in parts:
            yield parts[""]
            continue
        number, *behind = [*dropwhile(lambda line: not line.strip(), parts.get("AN", []))] or [""]
        yield _record({**parts, "AN": [number]})
        yield behind


def _documents(lines: list[str]) -> Iterator[dict[str, list[str]]]:
    """The lines of each document by their codes, which stand in a known order: a code that goes back begins another."""
    parts: dict[str, list[str]] = {"": []}
    code = ""
    for at, line in enumerate(lines):
        found = _CODE.fullmatch(line)
        if found and (_is_code(found["code"], found["value"] or "", code) or _is_first(lines, at, found["code"])):
            if not code or _ORDER.index(found["code"]) <= _ORDER.index(code):
                yield parts
                parts = {}
            code = found["code"]
            parts[code] = [found["value"] or ""]
        else:
            parts[code].append(line)
    yield parts


def _is_first(lines: list[str], at: int, code: str) -> bool:
    """Whether a document begins here, in the text of one that was cut off: the next codes are those of a beginning."""
    if code not in _TOP:
        return False
    below = [found["code"] for line in lines[at + 1 : at + 1 + _MOST_ABOVE] if (found := _CODE.fullmatch(line))]
    end = next((n for n, code in enumerate(below) if code == "AN" or (n and code in _TOP)), len(below))
    return len({*below[:end]} & _ABOVE) >= _FEWEST_ABOVE


def _is_code(code: str, value: str, above: str) -> bool:
    """Whether a line begins with a code: in a text, such letters may be a sentence's, and none goes back."""
    if not value or above not in {"LP", "TD", "ART", "CT", "RF"}:
        return True
    if code == "AN":
        return _NUMBER.fullmatch(value.rstrip()) is not None
    is_behind = _ORDER.index(code) > _ORDER.index(above)
    return is_behind and (code in {"TD", "PUB"} or _LISTED.match(value) is not None)


def _record(parts: Mapping[str, list[str]]) -> dict[str, Any]:
    """A document as a record."""
    given = {field: " ".join(" ".join(parts.get(code, [])).split()) for code, field in _FIELDS.items()}
    clock = " ".join(" ".join(parts.get("ET", [])).split())
    number = _NUMBER.match(given["id"])
    others = [code for code in parts if code not in {*_FIELDS, "ET", "LP", "TD", "NS"}]
    return {
        **given,
        "id": f"factiva:{number[1]}" if number else "",
        "published": f"{given['published']} {clock}".strip(),
        "language": values.language(given["language"]),
        "tags": [name for one in "|".join(parts.get("NS", [])).split("|") if (name := one.partition(":")[2].strip())],
        "body": "\n".join([*parts.get("LP", []), "", *parts.get("TD", [])]),
        "boilerplate": "\n".join(f"{code} {' '.join(' '.join(parts[code]).split())}" for code in others),
    }
