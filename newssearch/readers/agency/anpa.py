"""ANPA 1312, the messages of American wires: `^` begins a line above the text, a tab a paragraph."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from newssearch.patterns import lazily
from newssearch.readers.agency.item import AgencyItem, items
from newssearch.readers.agency.wire import LARGEST, MOST, as_text, full_year, is_kill, is_note, top
from newssearch.readers.bylines.newsroom import is_wire
from newssearch.readers.contract import Item, Options, Remark

_HEADER = (
    rb"[a-zA-Z]\d{4}-?[\w-]{1,9}[ \t]*\r?\n"
    rb"[a-zA-Z] {1,3}[a-zA-Z] {1,4}\S[^\n]{3,70}?(?<!\d)\d{1,2}-\d{1,2}"
    rb"(?:(?: \d{0,5})?[ \t]*\r?\n(?=\s{0,4}\^)| \d{3,5}[ \t]*\r?\n)"
)
"""Service and number; then priority, category, keyword, day and the number of words, which tells it without marks."""

_BEGINS = re.compile(_HEADER)
_MARKS = bytes.maketrans(b"\x11\x12\x13\x14\x1f", b"    -")
_NOT_SEEN = b"\x00\x01\x02\x03\x04\x16\x7f"
_KEYWORD = lazily(r"[a-zA-Z] +[a-zA-Z] +(?P<keyword>\S.*?)\s*\d{1,2}-\d{1,2}(?: \d{0,5})?\s*")
_SLUG = lazily(
    r"(?P<slug>.{1,90}?)"
    r"(?:, ?(?P<label>(?i:[^,]{0,20}\b(?:ld|lead|writethru|add|kill|cancel|elimination)\b)[^,]{0,30}))?(?:, ?\d{1,5})?"
)
_SENT = lazily(
    r"(?P<agency>[A-Z]{2,5})-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)"
    r" (?P<hour>\d\d)(?P<minute>\d\d)GMT"
)
_NO_LETTER = lazily(r"[\W\d_]*")


def begins(head: bytes) -> bool:
    """Whether messages begin here; the marks for machines may have been lost."""
    return _BEGINS.match(_bare(head[:1_000])) is not None


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of each message."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Remark(name, f"larger than {LARGEST >> 20} MiB, the limit for messages: passed over", lost=True)
        return
    data = _bare(data)
    starts = [found.start() for found in _BEGINS.finditer(data)]
    for number, (start, end) in enumerate(zip(starts[:MOST], [*starts[1:], len(data)], strict=False), 1):
        where = f"message {number}" if len(starts) > 1 else ""
        try:
            item = _item(as_text(data[start:end]))
        except ValueError as error:
            yield Remark(name, f"{where}: {error}: passed over".removeprefix(": "), lost=True)
        else:
            yield from items(item, name, where, options)
    if len(starts) > MOST:
        yield Remark(name, f"more than {MOST:,} messages: those behind are passed over", lost=True)


def _bare(data: bytes) -> bytes:
    """Messages without what is for machines."""
    return data.translate(_MARKS, _NOT_SEEN).lstrip()


def _item(message: str) -> AgencyItem:
    """What a message says; where nothing stands in paragraphs, the lines above them are the text."""
    _, header, below = message.split("\n", 2)
    sent = None
    for sent in _SENT.finditer(below):  # noqa: B007 - the last is wanted
        pass
    written = below[: sent.start()] if sent else below
    above, body = _parted(written)
    if not above and (found := _KEYWORD.fullmatch(header)):
        above, body = _unmarked(found["keyword"], body)
    slug, label = _slug(above.pop(0)) if above else ("", "")
    headline = above.pop(0) if above and not is_note(above[0]) else ""
    told = top(above)
    day = f"{full_year(sent['year'])}-{sent['month']}-{sent['day']}" if sent else ""
    return AgencyItem(
        id=f"{sent['agency']}:{slug}:{day}" if sent and slug else "",
        status="canceled" if is_kill(label) else "",
        headline=headline,
        slugline=slug,
        byline=told.byline,
        published=f"{day}T{sent['hour']}:{sent['minute']}Z" if sent else "",
        lines=tuple(body or [line for text in above for line in (text, "")]),
        source=sent["agency"] if sent else "",
        agency=sent["agency"] if sent else "",
        notes=(label, *told.labels, *told.notes, *([told.headline] if body else [])),
    )


def _parted(written: str) -> tuple[list[str], list[str]]:
    """The lines above the text, and the text's, with a blank line before each paragraph."""
    above: list[str] = []
    body: list[str] = []
    for line in written.split("\n"):
        if not body and line.lstrip(" ").startswith("^"):
            texts = (" ".join(text.strip("< ").split()) for text in line.split("^"))
            above += [text for text in texts if not _NO_LETTER.fullmatch(text)]
        elif line.strip():
            text = _typed(line.replace("^", " ").rstrip("< "))
            body += ["", text.strip()] if line.startswith(("\t", "   ")) else [text.strip()]
    return [_typed(text) for text in above], body


def _unmarked(keyword: str, body: list[str]) -> tuple[list[str], list[str]]:
    """The lines above a text without marks, which are those before its first indented one, and the text's.

    A wire's name alone on the last line signs it, and is no text.
    """
    start = body.index("") if "" in body else 0
    end = -1 if body and body[-1].isalpha() and body[-1].isupper() and is_wire(body[-1]) else len(body)
    told = top(body[:start])
    return [keyword, told.headline, *filter(None, [*told.labels, told.byline, *told.notes])], body[start:end]


def _typed(text: str) -> str:
    """Text with the marks that teleprinters had none for."""
    return text.replace("``", "“").replace("''", "”").replace(" _ ", " — ")


def _slug(line: str) -> tuple[str, str]:
    """What names a story all day, and what this message is of it: a new lead, or its end."""
    found = _SLUG.fullmatch(line.rstrip("=< "))
    return (found["slug"].strip(), (found["label"] or "").strip()) if found else (line, "")
