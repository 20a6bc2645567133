"""What a person, or a program that clips pages, wrote down of an article above its text: lines with labels.

    Title: Harbour to close         ---
    Author: Jane Doe                title: "Harbour to close"
    Date: 2025-06-02                author: [Jane Doe, Max Roe]
                                    ---
    The council voted on ...        The council voted on ...

The lines between rules are meant as YAML, and often are none, as `title: Oil: up` is not: so they are read line by
line, and never refused as a whole. Texts, lists of them and texts over several lines are read; of what is deeper,
the name.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.records import names

MOST = 100
"""Lines of a header."""

_FEWEST = 2
"""Labels of one."""

_RULE = "---"
_LABELLED = lazily(r"([^\W\d_][\w -]{0,24}?) ?:(?:\s+(\S.*))?")
_TEXT = frozenset(["text", "full text", "content", "body", "article"])
"""Labels above a text, with nothing behind them."""

_OTHERS = {
    "by": "byline", "von": "byline", "par": "byline", "por": "byline", "reporter": "byline", "heading": "headline",
    "created": "seen", "clipped": "seen", "saved": "seen", "accessed": "seen", "retrieved": "seen", "paper": "source",
    "newspaper": "source",
}  # fmt: skip
"""Labels of headers that records do not have, or mean otherwise: a clipping is created when it is made."""

_URL = lazily(r"https?://\S+")
_LINK = lazily(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_ITEM = lazily(r"\s*- +(\S.*)")
_NAME = lazily(r"name: +(\S.*)", re.IGNORECASE)
_BLOCK = lazily(r"[|>][+-]?")


class Headed(NamedTuple):
    """What a header gives, by an article's fields, the lines below it, and whether these are Markdown."""

    given: dict[str, Any]
    lines: list[str]
    markdown: bool = False


def parted(lines: Sequence[str]) -> Headed | None:
    """A text parted from its header; None where it has none.

    >>> parted(["Title: Oil falls", "Date: 2025-06-02", "", "Oil fell."])
    Headed(given={'headline': 'Oil falls', 'published': '2025-06-02'}, lines=['Oil fell.'], markdown=False)
    """
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    if lines[first].rstrip() == _RULE:
        return _front_matter(lines, first + 1)
    if _URL.fullmatch(lines[first].strip()):
        rest = [*lines[first + 1 :]]
        return Headed({"url": lines[first].strip()}, rest) if any(map(str.strip, rest)) else None
    return _labelled(lines, first)


def _labelled(lines: Sequence[str], first: int) -> Headed | None:
    """The same of a header of labels: each of its lines has one, most are known, and it ends where the text begins."""
    block = [*takewhile(bool, (_LABELLED.fullmatch(line.strip()) for line in lines[first : first + MOST]))]
    printed = [(found[1], found[2]) for found in block if found and found[2]]
    found = {name for label, _ in printed if (name := _field(label))}
    if len(found) < max(_FEWEST, len(printed) / 2) or found.isdisjoint({"headline", "url"}):
        return None
    below = [*lines[first + len(block) :]]
    if below and below[0].strip() and not _heads_text(lines[first + len(block) - 1]):
        return None
    while below and (not below[0].strip() or _heads_text(below[0])):
        below.pop(0)
    return Headed(_given(printed), below)


def _heads_text(line: str) -> bool:
    """Whether a line is the label of the text below it."""
    text = line.strip()
    return text.endswith(":") and text[:-1].strip().casefold() in _TEXT


def _front_matter(lines: Sequence[str], first: int) -> Headed | None:
    end = next((at for at in range(first, min(first + MOST, len(lines))) if lines[at].rstrip() in (_RULE, "...")), None)
    printed = [] if end is None else [*_yaml(lines[first:end])]
    if end is None or not any(_field(label) for label, _ in printed):
        return None
    return Headed(_given(printed), [*lines[end + 1 :]], markdown=True)


def _yaml(lines: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The keys of a flat mapping and their values, in order; a value is a text or a list of texts."""
    at = 0
    while at < len(lines):
        found = _LABELLED.fullmatch(lines[at].rstrip())
        at += 1
        if found is None:
            continue
        inner = at
        while at < len(lines) and (lines[at][:1].isspace() or _ITEM.match(lines[at]) or not lines[at].strip()):
            at += 1
        below = [line.strip() for line in lines[inner:at] if line.strip()]
        value = (found[2] or "").strip()
        if value.startswith("[") and value.endswith("]") and not value.startswith("[["):
            yield found[1], [text for part in value[1:-1].split(",") if (text := _scalar(part))]
        elif value and not _BLOCK.fullmatch(value):
            yield found[1], " ".join([_scalar(value), *below])
        elif items := [_scalar(item[1]) for line in below if (item := _ITEM.fullmatch(line))]:
            yield found[1], items
        elif value or not all(map(_LABELLED.fullmatch, below)):
            yield found[1], " ".join(below)
        elif name := next((line[1] for one in below if (line := _NAME.fullmatch(one))), ""):
            yield found[1], _scalar(name)


def _scalar(text: str) -> str:
    """A text as YAML writes it, without its quotation marks and the marks of a link to a note."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        quote = text[0]
        text = text[1:-1].replace("''" if quote == "'" else '\\"', quote)
    return _LINK.sub(r"\1", text)


def _given(printed: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """What labels give by an article's fields, the first of each; what else they say is kept beside the text."""
    given: dict[str, Any] = {}
    aside: list[str] = []
    for label, value in printed:
        name = _field(label)
        if name == "source" and isinstance(value, str) and _URL.fullmatch(value):
            name = "url"
        if isinstance(value, list) and name == "byline":
            name = "authors"
        if name == "tags" and isinstance(value, list) and isinstance(held := given.get(name), list):
            held += value
        elif name and name not in given:
            given[name] = value
        else:
            aside.append(f"{label}: {', '.join(value) if isinstance(value, list) else value}")
    return given | ({"boilerplate": "\n".join(aside)} if aside else {})


def _field(label: str) -> str:
    """The article's field that a label means, or nothing."""
    name = names.plain_name(label.strip())
    return _OTHERS.get(name) or next((field for field in names.given((name,)) if field != "authors"), "")
