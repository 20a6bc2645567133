"""What of a page's tree is no article: taken out of it before the body is sought, so that it is not found in there."""

from typing import Any

from newssearch.patterns import lazily
from newssearch.readers.html.lines import HEADS, INLINE, Line

_CELLS = frozenset(["html", "body", "td", "th", "dd", "dt"])
_SENTENCE_END = lazily(r"[.!?…。！？:][\"'”’»)\]]*$")
_PROMPT = lazily(
    r"(?:read|see|watch|also|more|related|click|lesen|mehr|lire|leia|leggi|lee)\b|(?:▶|►|»|>|→|\+)\s?\S",
    2,
)
_HOVERING = (
    "//*[self::span or self::div]"
    "[contains(@class, 'tooltip') or contains(@class, 'rollover') or contains(@class, 'popover')]"
)


def take_out(root: Any, lines: list[Line]) -> None:
    """Take captions, and lines that are nothing but a link to another page, out of a tree.

    A link that ends as a sentence does is a sentence.
    """
    for element in root.xpath(_HOVERING):
        if element.getparent() is not None and len(element.getparent().xpath("string()")) > len(
            element.xpath("string()")
        ):
            element.drop_tree()
    blocks: dict[Any, bool] = {}
    for line in lines:
        goes = line.caption or (line.linked > 0 and is_link(line))
        blocks[line.block] = goes and blocks.get(line.block, True)
    for block, goes in blocks.items():
        if goes and block.getparent() is not None and block.tag not in _CELLS:
            _drop(block)


def is_link(line: Line) -> bool:
    """Whether a line is a link and nothing else, or a prompt and a link."""
    letters = len("".join(line.text.split()))
    if line.linked >= letters - 2:
        return not _SENTENCE_END.search(line.text)
    return line.linked * 2 > letters and _PROMPT.match(line.text) is not None and line.block.tag not in HEADS


def _drop(block: Any) -> None:
    """Take a block's own lines out; the blocks in it stay."""
    if any(isinstance(inner.tag, str) and inner.tag not in INLINE for inner in block.iterdescendants()):
        return
    block.drop_tree()
