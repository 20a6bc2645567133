"""A fragment's marks as a terminal, a page or a Markdown file shows them."""

import re
from collections.abc import Callable, Iterator

from newssearch.patterns import lazily
from newssearch.results import Fragment

CONTROL = lazily("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ue000\ue001]")
"""What a terminal obeys, or a reader of lines takes for an end: no article may print it."""
_NO_BREAK = "\u00a0"
_OPEN, _CLOSE = "\ue000", "\ue001"  # private characters, which `clean` takes out of articles
_MARKDOWN = lazily(r"[\\`*_\[\]<>#|~]")


def clean(text: str) -> str:
    """Text that is safe to print: control characters, so escape sequences too, and turns of direction are gone.

    >>> clean("a\\x1b[31mb")
    'a[31mb'
    """
    # As most texts are: what is printable has no control character.
    return text if text.isprintable() else CONTROL.sub("", text)


def one_line(text: str) -> str:
    """Clean text on one line."""
    return " ".join(clean(text).split())


def terminal(fragment: Fragment) -> str:
    """The text on one line, with a character of no meaning at both ends of a mark, for `paint`.

    Spaces inside a mark are no-break spaces, so that a passage stays in one line.
    """
    pieces: list[str] = []
    for text, is_marked in _pieces(fragment):
        plain = re.sub(r"\s+", " ", clean(text))
        pieces.append(f"{_OPEN}{plain.replace(' ', _NO_BREAK)}{_CLOSE}" if is_marked else plain)
    return "".join(pieces).strip()


def paint(line: str, *, colour: bool, bold: bool = False) -> str:
    """A line made of `terminal`'s, its marks in colour, or in [brackets].

    >>> paint(terminal(Fragment("body", "a boat sank", ((2, 6),))), colour=False)
    'a [boat] sank'
    """
    line = line.replace(_NO_BREAK, " ")
    if not colour:
        return line.replace(_OPEN, "[").replace(_CLOSE, "]")
    # The end of a mark ends the line's bold too, which begins again.
    line = line.replace(_OPEN, "\x1b[1;33m").replace(_CLOSE, "\x1b[0;1m" if bold else "\x1b[0m")
    return f"\x1b[1m{line}\x1b[0m" if bold else line


def as_html(fragment: Fragment) -> str:
    """Escaped HTML with ``<mark>``.

    >>> as_html(Fragment("body", "A&B sank", ((0, 3),)))
    '<mark>A&amp;B</mark> sank'
    """
    from html import escape  # here: it brings a table of two thousand entities

    return _marked(fragment, lambda text: escape(clean(text)), "<mark>", "</mark>")


def as_markdown(fragment: Fragment) -> str:
    """Escaped Markdown with marks in bold.

    >>> as_markdown(Fragment("body", "*boat* sank", ((1, 5),)))
    '\\\\***boat**\\\\* sank'
    """
    return _marked(fragment, lambda text: _MARKDOWN.sub(r"\\\g<0>", clean(text)), "**", "**")


def _marked(fragment: Fragment, escape: Callable[[str], str], before: str, after: str) -> str:
    return "".join(
        f"{before}{escape(text)}{after}" if is_marked else escape(text) for text, is_marked in _pieces(fragment)
    )


def _pieces(fragment: Fragment) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is marked."""
    at = 0
    for start, end in fragment.marks:
        yield fragment.text[at:start], False
        yield fragment.text[start:end], True
        at = end
    yield fragment.text[at:], False
