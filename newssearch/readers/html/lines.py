"""The lines of a page: what stands between two breaks, with how much of it is links, and where it stands."""

from typing import Any, NamedTuple

from newssearch.patterns import lazily

_UNSEEN = frozenset(
    """applet area audio base canvas datalist embed frame frameset head iframe input link map meta noscript object
    option param script select source style svg template textarea title track video
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font hi i img ins kbd label mark meter nobr q ref rp rt
    ruby s samp small span strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905
)
_ASIDE = frozenset(["nav", "aside", "footer", "form", "menu", "button", "dialog"])
_BREAKS, _BOLD = frozenset(["br", "hr", "lb"]), frozenset(["b", "strong"])
HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

_CAPTION = lazily(r"(?:^|[\s_-])(?:fig|image|img|photo|picture|media|wp)?[-_]?caption", 2)
_HIDDEN = lazily(r"display\s*:\s*none|visibility\s*:\s*hidden", 2)

MOST = 50_000
"""Lines of a page that are read."""


class Line(NamedTuple):
    """A line, the block that it stands in, and how many of its characters are links' and bold.

    `aside`: in a menu, a footer, a form; `caption`: of a picture.
    """

    text: str
    block: Any
    linked: int
    bold: int
    aside: bool
    caption: bool

    @property
    def is_head(self) -> bool:
        return self.block.tag in HEADS


class _Reading:
    """The line that is being read."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._linked = 0
        self._bold = 0

    def take(self, text: str | None, linked: bool, bold: bool) -> None:
        if not text:
            return
        if self._parts and _is_glued(self._parts[-1][-1], text[0]):
            self._parts.append(" ")
        self._parts.append(text)
        if linked or bold:
            size = len("".join(text.split()))
            self._linked += size * linked
            self._bold += size * bold

    def end(self, block: Any, aside: bool, caption: bool) -> None:
        if not self._parts:
            return
        text = " ".join("".join(self._parts).split())
        if text and len(self.lines) < MOST:
            self.lines.append(Line(text, block, self._linked, self._bold, aside, caption))
        self._parts.clear()
        self._linked = self._bold = 0


def _is_glued(before: str, after: str) -> bool:
    """Whether a figure touches a letter or a figure of another element, from which a style sheet parts it."""
    return (before.isdigit() and after.isalnum()) or (before.isalpha() and after.isdigit())


class _Place(NamedTuple):
    """An element that is open: the block that it is or stands in, and what it is a part of."""

    element: Any
    block: Any
    linked: bool
    bold: bool
    aside: bool
    caption: bool


def lines(root: Any) -> list[Line]:
    """All lines of a page in order, without those that nobody sees."""
    reading = _Reading()
    top = _Place(root, root, False, False, False, False)
    reading.take(root.text, False, False)
    open_places = [(top, iter(root))]
    while open_places:
        place, children = open_places[-1]
        for child in children:
            if inner := _entered(child, place, reading):
                open_places.append((inner, iter(child)))
                break
            reading.take(child.tail, place.linked, place.bold)
        else:
            open_places.pop()
            if place.block is place.element:
                reading.end(place.block, place.aside, place.caption)
            if open_places:
                outer = open_places[-1][0]
                reading.take(place.element.tail, outer.linked, outer.bold)
    return reading.lines


def _entered(child: Any, place: _Place, reading: _Reading) -> _Place | None:
    """The place of a child that holds lines; None where it holds none."""
    tag = child.tag
    if not isinstance(tag, str) or tag in _UNSEEN or (tag != "body" and is_hidden(child)):
        return None
    _, block, linked, bold, aside, caption = place
    if tag in _BREAKS:
        reading.end(block, aside, caption)
        return None
    if tag in INLINE:
        if tag == "a":
            linked = linked or not child.get("href", "#").startswith("#")
        bold = bold or tag in _BOLD
    else:
        reading.end(block, aside, caption)
        block = child
        aside = aside or tag in _ASIDE
        names = child.get("class")
        caption = caption or tag == "figcaption" or (names is not None and _CAPTION.search(names) is not None)
    reading.take(child.text, linked, bold)
    return _Place(child, block, linked, bold, aside, caption)


def is_hidden(element: Any) -> bool:
    """Whether an element says of itself that it is not to be seen."""
    style = element.get("style")
    return (style is not None and _HIDDEN.search(style) is not None) or element.get("hidden") is not None
