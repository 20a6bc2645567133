"""Pictures in the text of a page: the caption with its credit, what screen readers say of it, and its second print."""

from collections.abc import Sequence

from newssearch.patterns import lazily
from newssearch.readers.plain import captions
from newssearch.readers.plain.pages.picture_credits import has_credit, is_credit
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_FEWEST = 4
"""Words of a caption that is printed twice: fewer are a name."""

_ALTERNATIVE = 7
_LONGEST = 25
"""Words of a text for those who do not see the picture: a subhead has fewer, a paragraph more."""

_PARAGRAPH = 12
"""Words of a paragraph."""

_LONGEST_CAPTION = 45
"""Words of a caption whose credit stands below it."""

_IN_BRACKETS = lazily(r"[.!?”\"] \((?:[^\W\d_a-zß-ÿ][\w.’'-]{1,20} ?(?:of |the |de |/ ?)?){1,5}\)$")
"""Whose picture it is."""

_SOURCE = 10
"""Words of a line below a table or a chart that says where its figures are from."""

_SOURCES = lazily(
    r"(?:Sources?|Quellen?|Fuentes?|Fonti?|Fontes?|Kilder?|Käll(?:a|or)|Bron|Źródło"
    r"|Источник|Джерело|출처|出典|来源)[:：] ?\S"
)

_CREDIT = 80
"""Characters of a credit that a copy glued to the caption."""


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of pictures; a subhead above a picture is none of them.

    >>> sorted(lines(["A crane stands by the water in the rain", "The crane on Monday. Photo: Ann Poe", "It fell."]))
    [0, 1]
    >>> sorted(lines(["The crane in the rain", "The crane in the rainAnn Poe - THE QUAY", "", "It fell."]))
    [0, 1]
    """
    found: set[int] = set()
    apart = _are_apart(texts)
    last = -1  # the line with text above
    for at, text in enumerate(texts):
        if not text:
            continue
        before, last = last, at
        above = texts[before] if before >= 0 else ""
        if before == at - 1 and above and count(text) <= _SOURCE and not ends_sentence(above) and _SOURCES.match(text):
            found.add(at)
        if count(above) >= _FEWEST and _is_printed_again(above, text, in_row=before == at - 1):
            found |= {before, at}
        elif captions.is_caption(text) or has_credit(text) or _is_described(texts, at):
            found.add(at)
            if _is_alternative(texts, at - 1) or (apart and _ALTERNATIVE <= count(texts[at - 1]) <= _LONGEST):
                found.add(at - 1)
        if apart and is_credit(text) and _FEWEST <= count(texts[at - 1]) <= _LONGEST_CAPTION:
            found |= {at - 1, at}
            if _ALTERNATIVE - 2 <= count(texts[at - 2]) <= _LONGEST and (at < 3 or not texts[at - 3]):
                found.add(at - 2)
    return {at for at in found if at >= 0}


def _is_printed_again(above: str, text: str, *, in_row: bool) -> bool:
    """Whether a line is the one above it, with a credit behind it."""
    if not text.startswith(above) or len(text) - len(above) > _CREDIT:
        return False
    return in_row or (len(text) > len(above) and not ends_sentence(text))


def _are_apart(texts: Sequence[str]) -> bool:
    """Whether blank lines part the paragraphs of a page: what stands directly above a credit is then a caption."""
    paragraphs = [at for at, text in enumerate(texts) if at and count(text) >= _PARAGRAPH and ends_sentence(text)]
    return len(paragraphs) > 1 and sum(not texts[at - 1] for at in paragraphs) >= 0.8 * len(paragraphs)


def _is_described(texts: Sequence[str], at: int) -> bool:
    """Whether a line ends with a name in brackets, and has above it what is to be seen: alone between blank lines."""
    text = texts[at]
    if not text.endswith(")") or count(text) > _LONGEST or not _IN_BRACKETS.search(text):
        return False
    alone = at > 1 and not texts[at - 2] and (at + 1 == len(texts) or not texts[at + 1])
    return alone and not ends_sentence(texts[at - 1]) and _is_alternative(texts, at - 1)


def _is_alternative(texts: Sequence[str], at: int) -> bool:
    """Whether a line, above a caption, says what is to be seen: it ends like a sentence only below one word."""
    if at < 0 or not _ALTERNATIVE <= count(texts[at]) <= _LONGEST:
        return False
    return texts[at][-1].isalnum() or (ends_sentence(texts[at]) and at > 0 and count(texts[at - 1]) == 1)
