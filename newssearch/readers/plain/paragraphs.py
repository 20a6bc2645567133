"""Lines to paragraphs, and the subheads among them.

Pages print a paragraph on a line; old wires and mails wrap at some column and part
paragraphs by indents or blank lines. Which one a text does is seen from all of it.
"""

import re
from itertools import pairwise

from newssearch.article import Subhead
from newssearch.patterns import lazily

WIDEST_WRAP = 100
"""Columns at which texts are wrapped at most."""

_OTHER_SPACE = b"\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f"
_END = lazily(r"[.!?:;。！？…](?:[\"'”’»)\]」』]|''){0,3}$")


def joined(lines: list[str]) -> list[str]:
    """The paragraphs of lines, each with its white space collapsed; no character but white space is lost.

    >>> joined(["    The central bank of Chile said it", "would wait.", "    Rates fell."])
    ['The central bank of Chile said it would wait.', 'Rates fell.']
    """
    texts = [line.strip() for line in lines]
    width, indented = 0, False
    if max(map(len, texts), default=0) <= WIDEST_WRAP:
        indented = _parted_by_indents(lines, texts)
        width = _wrap_width(texts, 30 if indented else 40)
    paragraphs: list[list[str]] = []
    above = ""
    for line, text in zip(lines, texts, strict=True):
        if text:
            may_go_on = above and (width or text[0].islower())
            if may_go_on and _goes_on(above, line, text, width, indented=indented):
                paragraphs[-1].append(text)
            else:
                paragraphs.append([text])
        above = text
    return [_collapsed(" ".join(parts)) for parts in paragraphs]


def _collapsed(text: str) -> str:
    """A text without white space at its ends, with single spaces."""
    if "  " not in text:
        data = text.encode() if text.isascii() else b""
        if len(data.translate(None, _OTHER_SPACE)) == len(data) if data else text.isprintable():
            return text  # most paragraphs are so; that is seen in a third of the time
    return " ".join(text.split())


def _goes_on(above: str, line: str, text: str, width: int, *, indented: bool) -> bool:
    """Whether a line goes on with the paragraph of the one above it."""
    goes_on = text[0].isalpha() and text[0].islower() and not _END.search(above[-8:])
    if goes_on and len(above) >= 45:
        return True
    if not width or len(above) > WIDEST_WRAP:
        return False
    if indented:
        return not line[0].isspace()
    if goes_on:
        return True
    # A line whose end had room for the next word was ended on purpose.
    return len(above) + 1 + len(text.split(maxsplit=1)[0]) > width - 2


def _wrap_width(texts: list[str], narrowest: int) -> int:
    """The column at which a text is wrapped, or 0 where each line is a paragraph.

    Lines that are wrapped break off in the middle of a sentence as often as not.
    """
    followed = [above for above, below in pairwise(texts) if above and below]
    width = max(map(len, followed), default=0)
    if width < narrowest:
        return 0
    full = [above for above in followed if len(above) > width * 0.6]
    return width if sum(1 for above in full if not _END.search(above[-8:])) * 2 >= len(full) else 0


def _parted_by_indents(lines: list[str], texts: list[str]) -> bool:
    indents = [line[0] != text[0] for line, text in zip(lines, texts, strict=True) if text]
    return any(indents[1:]) and not all(indents)


# --- subheads ---------------------------------------------------------------------

_NO_SUBHEAD = lazily(
    r"[-–—•*▪(<\[#=|+]|\d+[.)]|[QA]\d{0,2} ?[:.)]|https?:|www\.|\S+@\S|(?:photo|image|video|source|credit|file)\b",
    re.IGNORECASE,
)
_OPEN_END = lazily(
    r"[.,;:!…。、—–-][\"'”’)]*$|\b(?:a|an|and|as|at|but|by|for|from|in|of|on|or|that|the|to|with)$", re.IGNORECASE
)

_LONGEST_BEFORE_BRACKETS = 5
"""Words of a subhead before brackets at its end; a longer line is a sentence without a stop."""


def parted_subheads(paragraphs: list[str], *, longest: int = 90) -> tuple[list[str], list[Subhead]]:
    """The paragraphs without the subheads among them, and the subheads.

    A subhead is short, ends like no sentence, and stands between whole paragraphs:
    after one that ends like a sentence, before a longer one that does.

    >>> parted_subheads(["Oil fell on Monday.", "Rates to Follow", "Banks said that rates would fall as well."])
    (['Oil fell on Monday.', 'Banks said that rates would fall as well.'], [Subhead(text='Rates to Follow', before=1)])
    """
    kept: list[str] = []
    subheads: list[Subhead] = []
    asked = _are_asked(paragraphs, longest)
    for at, paragraph in enumerate(paragraphs):
        is_subhead = (
            not (asked and paragraph.endswith(_ASKED))
            and 0 < at < len(paragraphs) - 1
            and len(paragraph) <= longest
            and _like_a_subhead(paragraph)
            and _whole(paragraphs[at - 1])
            and _whole(paragraphs[at + 1])
            and len(paragraphs[at + 1]) > len(paragraph)
        )
        if is_subhead:
            subheads.append(Subhead(paragraph, len(kept)))
        else:
            kept.append(paragraph)
    return kept, subheads


_ASKED = ("?", "？", "؟")
_FEWEST_ASKED = 2


def _are_asked(paragraphs: list[str], longest: int) -> bool:
    """Whether these are an interview: of the questions on lines of their own, some are too long for subheads."""
    asked = [paragraph for paragraph in paragraphs if paragraph.endswith(_ASKED)]
    long = sum(len(paragraph) > longest or not _like_a_subhead(paragraph) for paragraph in asked)
    return long >= _FEWEST_ASKED and len(asked) - long >= _FEWEST_ASKED


def _like_a_subhead(text: str) -> bool:
    first = text.lstrip("\"'“‘¿¡«")[:1]
    return (
        bool(first)
        and not first.islower()
        and len(text.split()) <= 14
        and any(c.isalpha() for c in text)
        and not _NO_SUBHEAD.match(text)
        and not _OPEN_END.search(text)
        and not (text.endswith(")") and text.rpartition("(")[0].count(" ") > _LONGEST_BEFORE_BRACKETS)
    )


def _whole(paragraph: str) -> bool:
    """Whether a paragraph is one of sentences: it ends like one, or is no short line and ends like a quotation."""
    return _END.search(paragraph[-8:]) is not None or (len(paragraph) >= 60 and paragraph[-1] in "\"”’')」")
