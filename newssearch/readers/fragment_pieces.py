"""HTML's tokens to its pieces: each paragraph, heading and caption, in order.

The tokens are our own: `html.parser` takes quadratic time on `<a <a <a`, raises on `<![x`,
and reads otherwise with each release of Python, where the same file is to give the same article.
"""

import html
import re
from collections import Counter
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from newssearch.patterns import lazily
from newssearch.readers.encoding import clean

LONGEST_BOLD = 90
"""Characters of a bold paragraph that stands as a subhead."""

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CODE = frozenset(["script", "style"])
_HIDDEN = frozenset(
    """applet audio button form head iframe nav noscript object select svg template textarea title video
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_ASIDE = frozenset(["aside", "figcaption"])
_CELLS = frozenset(["td", "th"])
_BOLD = frozenset(["b", "strong"])
_BLOCKS = _HEADINGS | _HIDDEN | _ASIDE | _CELLS | frozenset(
    """address article blockquote body caption center colgroup dd details dir div dl dt fieldset figure footer frameset
    header hgroup hr html li main menu ol p pre section summary table tbody tfoot thead tr ul
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)  # fmt: skip
_VOID = frozenset(
    """area base br col embed frame hr img input link meta param source track wbr
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_INLINE = _BOLD | frozenset(
    """a abbr acronym amp-img bdi bdo big blink cite code data del dfn em font i ins kbd label mark marquee nobr o:p
    picture q rp rt ruby s samp small span strike sub sup time tt u var
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
KNOWN = "|".join(sorted(_BLOCKS | _CODE | _VOID | _INLINE, key=len, reverse=True))
"""A regular expression's source for the names of elements."""

_TWICE = lazily(
    r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[nm]dash|hellip);", re.IGNORECASE
)
_TOKEN = lazily(
    r"<!\[CDATA\[|\]\]>|<!--.*?(?:-->|\Z)|<[!?][^<>]*+>?"
    r"|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*+(?::[\w-]++)?)(?=[\s/<>\"']|\Z)"
    r"(?P<rest>(?:[^<>=]|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)(?:>|(?=<)|\Z)",
    re.DOTALL,
)
_CODE_END = lazily(r"</(?:script|style)", re.IGNORECASE)
_HIDDEN_END = lazily(rf"</({'|'.join(sorted(_HIDDEN))})\b", re.IGNORECASE)
_CLASS = lazily(r"\b(?:class|id)\s*=\s*[\"']?([^\"'>]*)", re.IGNORECASE)
_BOX = lazily(
    r"(?:^|\s)(?:share|social|sharedaddy|sharing|addtoany\w*|addthis\w*|feedflare|wp-caption-text|jp-relatedposts)(?=\s|$)"
    r"|(?:^|[\s_-])(?:shar(?:e|ing)|social|related|newsletter)[_-]?"
    r"(?:bar|box|buttons?|icons?|links?|tools?|posts?|articles|stories|signup|widget)(?=\s|$)",
    re.IGNORECASE,
)
BLANK_LINE = lazily(r"\n[^\S\n]*+\n\s*+")
_NO_SUBHEAD = lazily(r"by\s|.*[.,;:…][\"'”’)]*$", re.IGNORECASE)


class Kind(Enum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BOLD = "bold"
    ASIDE = "aside"


class Piece(NamedTuple):
    kind: Kind
    text: str


def pieces(markup: str) -> list[Piece]:
    """What is read of HTML, with white space collapsed. Total, and in linear time."""
    reading = _Reading(markup)
    at = 0
    while token := _TOKEN.search(markup, at):
        reading.text(markup[at : token.start()])
        at = token.end()
        if token["name"]:
            name = token["name"].lower()
            if token["end"]:
                reading.end(name)
            elif name not in _CODE or token["rest"].endswith("/"):
                reading.start(name, token["rest"], at)
            else:
                code_end = _CODE_END.search(markup, at)
                at = code_end.start() if code_end else len(markup)
    reading.text(markup[at:])
    reading.part()
    return reading.pieces


class _Open(NamedTuple):
    """A block that is open, and what all in it is."""

    name: str
    heading: bool = False
    aside: bool = False
    hidden: bool = False


class _Reading:
    """The pieces found so far, and the blocks that are open."""

    def __init__(self, markup: str) -> None:
        self.pieces: list[Piece] = []
        self._markup = markup
        self._open = [_Open("")]
        self._counts: Counter[str] = Counter()
        self._parts: list[str] = []
        self._breaks = 0
        self._bold = 0
        self._light = False  # whether letters of the paragraph stand outside bold type

    def text(self, text: str) -> None:
        if not text or self._open[-1].hidden:
            return
        if "\n" in text and (len(self._open) == 1 or self._counts["pre"]):
            first, *others = BLANK_LINE.split(text)
            self._take(first)
            for other in others:
                self.part()
                self._take(other)
        else:
            self._take(text)

    def _take(self, text: str) -> None:
        if "&" in text:
            text = html.unescape(text)
            if "&" in text and _TWICE.search(text):
                text = html.unescape(text)
        self._parts.append(text)
        if text and not text.isspace():
            self._breaks = 0
            self._light = self._light or not (self._bold or not any(c.isalnum() for c in text))

    def start(self, name: str, rest: str, at: int) -> None:
        """Take a start tag that ends at a place in the markup."""
        if name == "br":
            self._breaks += 1
            self._parts.append(" ")
            if self._breaks > 1:
                self.part()
        elif name in _BOLD:
            self._bold += not rest.endswith("/")
        elif name in _BLOCKS:
            self._part_at(name)
            if name not in _VOID and not rest.endswith("/"):
                self._open_block(name, rest, at)

    def _open_block(self, name: str, rest: str, at: int) -> None:
        if self._open[-1].name == "p" or (name == "li" and self._open[-1].name == "li"):
            self._counts[self._open.pop().name] -= 1
        around = self._open[-1]
        hidden = around.hidden or (name in _HIDDEN and self._last_ends.get(name, -1) >= at)
        aside = around.aside or name in _ASIDE or _is_box(rest)
        self._open.append(_Open(name, around.heading or name in _HEADINGS, aside, hidden))
        self._counts[name] += 1

    @cached_property
    def _last_ends(self) -> dict[str, int]:
        """Where each hidden element ends last: one that is not closed would hide all the rest, and so hides nothing."""
        return {end[1].lower(): end.start() for end in _HIDDEN_END.finditer(self._markup)}

    def end(self, name: str) -> None:
        """Take an end tag."""
        if name in _BOLD:
            self._bold = max(self._bold - 1, 0)
        elif name in _BLOCKS:
            self._part_at(name)
            while self._counts[name]:
                top = self._open.pop().name
                self._counts[top] -= 1
                if top == name:
                    break

    def _part_at(self, name: str) -> None:
        """End the paragraph at a block; the cells of a row are one paragraph."""
        if name in _CELLS:
            self._parts.append(" ")
        else:
            self.part()

    def part(self) -> None:
        """End the paragraph."""
        text = " ".join(clean("".join(self._parts)).split())
        if text:
            self.pieces.append(Piece(self._kind(text), text))
        self._parts.clear()
        self._breaks = self._bold = 0
        self._light = False

    def _kind(self, text: str) -> Kind:
        if self._open[-1].aside:
            return Kind.ASIDE
        if self._open[-1].heading:
            return Kind.HEADING
        bold = not self._light and len(text) <= LONGEST_BOLD and not _NO_SUBHEAD.match(text)
        return Kind.BOLD if bold and not self._counts["li"] else Kind.PARAGRAPH


def _is_box(rest: str) -> bool:
    return bool(rest) and any(_BOX.search(found[1]) for found in _CLASS.finditer(rest))
