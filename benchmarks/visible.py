"""The text of a page as a browser's "select all" and "copy" give it, without what only style sheets hide."""

import re
from collections.abc import Iterator
from typing import Any

_NOT_SHOWN = frozenset(
    """script style noscript template head title meta link iframe object embed video audio canvas svg math map
    input select textarea datalist progress meter img picture source track area param frame frameset applet
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""Elements without text of their own, or that a copy leaves out."""

_BLOCKS = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer
    form header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody
    tfoot thead tr ul caption h1 h2 h3 h4 h5 h6
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_SPACED = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Blocks with a blank line around them."""

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")


def text(data: bytes) -> str:
    r"""The visible text of a page: blocks on lines of their own, a blank line around paragraphs.

    >>> text(b"<h1>Oil <b>falls</b></h1><ul><li>News<li>Sport</ul><p>It<br>fell.<script>x</script>")
    'Oil falls\n\nNews\nSport\n\nIt\nfell.'
    """
    from lxml import etree, html

    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data), huge_tree=True))
    except etree.ParserError:
        return ""  # nothing is in it
    written = _Lines()
    for piece in _pieces(root):
        written.add(piece)
    return "\n".join(written.lines).strip("\n")


def _encoding(data: bytes) -> str | None:
    """UTF-8 where it is valid; else what the page says itself."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _pieces(root: Any) -> Iterator[str | int]:
    """The texts of a tree in order, and the line breaks that are needed between them: 1, or 2 for a blank line."""
    ends: list[tuple[Any, bool]] = [(root, False)]
    while ends:
        node, is_end = ends.pop()
        if is_end:
            yield from _breaks(node)
        elif _is_shown(node):
            yield from _breaks(node)
            if node.tag == "br":
                yield "\n"
            if node.text and not _is_closed(node):
                yield _spaced(node.text, node)
            ends.append((node, True))
            ends += [(child, False) for child in reversed(node) if not _is_closed(node) or child.tag == "summary"]
            continue
        parent = node.getparent()
        if node.tail and parent is not None and not _is_closed(parent):
            yield _spaced(node.tail, parent)


def _is_closed(node: Any) -> bool:
    """Whether an element shows only its summary."""
    return bool(node.tag == "details" and node.get("open") is None)


def _spaced(text: str, node: Any) -> str:
    return str(text) if node.tag == "pre" else _SPACE.sub(" ", text)


def _is_shown(node: Any) -> bool:
    return (
        isinstance(node.tag, str)
        and node.tag not in _NOT_SHOWN
        and node.get("hidden") is None
        and not (node.tag == "dialog" and node.get("open") is None)
        and not _HIDDEN.search(node.get("style", ""))
    )


def _breaks(node: Any) -> Iterator[str | int]:
    if node.tag in _BLOCKS:
        yield 2 if node.tag in _SPACED else 1
    elif node.tag in {"td", "th"}:
        yield "\t"


class _Lines:
    """Lines that grow by pieces; spaces collapse across the pieces of a line."""

    def __init__(self) -> None:
        self.lines = [""]

    def add(self, piece: str | int) -> None:
        if isinstance(piece, int):
            self.lines[-1] = self.lines[-1].rstrip()
            blank = next((at for at, line in enumerate(reversed(self.lines)) if line), len(self.lines))
            if blank < len(self.lines):
                self.lines += [""] * (piece - blank)
            return
        for number, text in enumerate(piece.split("\n")):
            if number:
                self.lines[-1] = self.lines[-1].rstrip()
                self.lines.append("")
            last = self.lines[-1]
            starts = not last and not number
            self.lines[-1] = last + (text.lstrip() if starts or last[-1:].isspace() else text)
