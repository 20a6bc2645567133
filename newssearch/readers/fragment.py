"""Pieces of HTML, as feeds and records hold them, to paragraphs."""

import html
import re
from collections.abc import Sequence
from html.entities import html5
from typing import NamedTuple

from newssearch.article import Subhead
from newssearch.patterns import lazily
from newssearch.readers.encoding import clean
from newssearch.readers.fragment_pieces import BLANK_LINE, KNOWN, Kind, Piece, pieces

LONGEST_SUBHEAD = 200
"""Characters of a heading; a longer one is a paragraph."""


class Flow(NamedTuple):
    """A piece of HTML as it is read: `aside` is what stands beside the paragraphs (captions, share boxes)."""

    paragraphs: list[str]
    subheads: list[Subhead]
    aside: list[str]


_ENTITY = r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});"
_MARK = lazily(rf"</?(?:{KNOWN})(?=[\s/>])[^<>]*>|<!--|<!\[CDATA\[|({_ENTITY})", re.IGNORECASE)
_TAG = lazily(rf"</?(?:{KNOWN})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_ESCAPED = lazily(rf"\s*&lt;(?:{KNOWN})(?:\s[^<>]*?)?/?&gt;", re.IGNORECASE)
_ESCAPED_END = lazily(r"&lt;(?:/[a-z][a-z\d]*|br ?/?)&gt;\s*\Z", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether a text holds tags or entities, rather than an `a < b`.

    >>> is_markup("Oil &amp; gas"), is_markup("<p>Oil"), is_markup("1 < 2 & b > a")
    (True, True, False)
    """
    return any(not mark[1] or mark[1][1] == "#" or mark[1][1:] in html5 for mark in _MARK.finditer(text))


def flow(markup: str) -> Flow:
    """The paragraphs of a piece of HTML, or of plain text, with what stands between and beside them.

    Total, and in linear time. Blocks and double line breaks part paragraphs, and blank lines
    where no block is open: plain text and the posts of WordPress part them so.

    >>> flow("<p>Oil fell.</p><h3>What is next</h3><p>Rates &amp; wages.")
    Flow(paragraphs=['Oil fell.', 'Rates & wages.'], subheads=[Subhead(text='What is next', before=1)], aside=[])
    """
    return _assembled(_pieces(markup))


def placed(read: Flow, paragraphs: Sequence[str]) -> list[Subhead]:
    """The subheads at their places among the paragraphs that were kept; these may have lost their beginnings."""
    places = [0]
    for paragraph in read.paragraphs:
        at = places[-1]
        places.append(at + (at < len(paragraphs) and paragraph.endswith(paragraphs[at])))
    return [Subhead(subhead.text, places[subhead.before]) for subhead in read.subheads]


def plain(markup: str) -> str:
    """A piece of HTML as one line: what a title says.

    >>> plain("AT&amp;T <i>wins</i>"), plain("a < b")
    ('AT&T wins', 'a < b')
    """
    return " ".join(text for _, text in _pieces(markup))


def _pieces(markup: str) -> list[Piece]:
    """The pieces of HTML, of HTML that was escaped once more as a whole, or of plain text."""
    markup = clean(markup)
    if not _TAG.search(markup) and (_ESCAPED.match(markup) or _ESCAPED_END.search(markup[-40:])):
        markup = clean(html.unescape(markup))
    if is_markup(markup):
        return pieces(markup)
    lines = (" ".join(part.split()) for part in BLANK_LINE.split(markup))
    return [Piece(Kind.PARAGRAPH, line) for line in lines if line]


def _assembled(found: list[Piece]) -> Flow:
    """A bold line stands as a subhead between paragraphs only; the first may be a byline, the last a credit."""
    read = Flow([], [], [])
    last = max((at for at, (kind, _) in enumerate(found) if kind is Kind.PARAGRAPH), default=0)
    for at, (kind, text) in enumerate(found):
        if kind is Kind.ASIDE:
            read.aside.append(text)
        elif (kind is Kind.HEADING and len(text) <= LONGEST_SUBHEAD) or (
            kind is Kind.BOLD and read.paragraphs and at < last
        ):
            read.subheads.append(Subhead(text, len(read.paragraphs)))
        else:
            read.paragraphs.append(text)
    return read
