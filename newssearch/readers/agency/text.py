"""The text of an agency's item: where it was filed, by whom, its subheads, and the desk's marks below it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, compress, takewhile

from newssearch.article import Subhead
from newssearch.patterns import lazily
from newssearch.readers.bylines.newsroom import is_agency
from newssearch.readers.dates import dateline
from newssearch.readers.fragment import Flow
from newssearch.readers.plain import body, boilerplate
from newssearch.readers.plain.body import Body as Text
from newssearch.readers.plain.paragraphs import joined

__all__ = ["Text", "of_flow", "of_lines"]

_DESK = lazily(r"-?(?i:ends)-?|[a-z]{2,4}(?:/[a-z]{2,4}){1,6}|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,6}")
_INITIALS = lazily(r"(?: [a-z]{2,5}| [A-Z]{2,4}){1,6}")
_NOTE_ABOVE = lazily(r"\((?:[A-Z][^()]{2,200})\)$|[*•] \S")
_RULE = lazily(r"[\s_*=.#-]{2,60}|#")


def of_flow(flow: Flow, headline: str) -> Text:
    """The text of paragraphs; a headline that stands above it once more is left out.

    >>> of_flow(Flow(["LONDON (Reuters) - Oil fell.", "jd/ar"], [Subhead("Oil falls")], []), "Oil falls")
    ... # doctest: +ELLIPSIS
    Body(paragraphs=['Oil fell.'], subheads=[], boilerplate=['jd/ar'], dateline=Dateline(printed='LONDON...
    """
    paragraphs, subheads = _without_rules(flow)
    while headline and paragraphs and _same(paragraphs[0], headline):
        paragraphs = paragraphs[1:]
        subheads = [replace(subhead, before=max(subhead.before - 1, 0)) for subhead in subheads]
    text: Text | None = None
    for heads, part in _parts(paragraphs, subheads):
        kept = [] if text is None else text.paragraphs
        above = [Subhead(head, len(kept)) for head in heads if not _same(head, headline)]
        if text is None and part:
            text = _opened(part)
            text.subheads[:0] = above
        elif text is None:
            text = Text([], above)
        else:
            rest, aside = boilerplate.part(part)
            text.subheads += above
            text.paragraphs += rest
            text.boilerplate += aside
    text = text or Text([])
    text.boilerplate += flow.aside
    return _signed(_filed(text))


def of_lines(lines: Sequence[str]) -> Text:
    """The text of plain lines, as they were set."""
    set_lines = [line.rstrip() if any(map(str.isalnum, line)) else "" for line in lines]
    paragraphs = joined(set_lines)
    if paragraphs and _NOTE_ABOVE.match(paragraphs[0]):
        return _signed(_filed(_opened(paragraphs)))
    return _signed(_filed(body.read(set_lines)))


def _without_rules(flow: Flow) -> tuple[list[str], list[Subhead]]:
    """The paragraphs and subheads that hold a letter or a figure; the others only part what stands around them."""
    sound = [any(map(str.isalnum, paragraph)) for paragraph in flow.paragraphs]
    before = [0, *accumulate(sound)]
    subheads = [Subhead(head.text, before[min(head.before, len(sound))]) for head in flow.subheads]
    return [*compress(flow.paragraphs, sound)], [head for head in subheads if any(map(str.isalnum, head.text))]


def _parts(paragraphs: list[str], subheads: list[Subhead]) -> Iterator[tuple[list[str], list[str]]]:
    """The text from subhead to subhead: the subheads that stand above paragraphs, and these."""
    heads: dict[int, list[str]] = {0: []}
    for subhead in subheads:
        heads.setdefault(min(subhead.before, len(paragraphs)), []).append(subhead.text)
    starts = sorted(heads)
    for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        yield heads[start], paragraphs[start:end]


def _same(text: str, headline: str) -> bool:
    return text.casefold().rstrip(". ") == headline.casefold().rstrip(". ")


def _opened(paragraphs: list[str]) -> Text:
    """The text of paragraphs; notes on what is new, and points, may stand above its dateline."""
    notes = [*takewhile(_NOTE_ABOVE.match, paragraphs)]
    rest = paragraphs[len(notes) :] if len(notes) < len(paragraphs) else paragraphs
    text = body.read([line for paragraph in rest for line in (paragraph, "")], separate_subheads=True)
    if rest is not paragraphs:
        text.paragraphs[:0] = notes
        text.subheads = [Subhead(head.text, head.before + len(notes)) for head in text.subheads]
    return text


def _filed(text: Text) -> Text:
    """With the whole dateline where the agency stands before the place: `(ANSA) - ROMA, 1 LUG - `."""
    line = text.dateline
    second = dateline.find(text.paragraphs[0]) if line.agency and not line.place and text.paragraphs else None
    if second and len(second.printed) < len(text.paragraphs[0]):
        printed = f"{line.printed} {second.printed}"
        text.dateline = replace(second, printed=printed, agency=second.agency or line.agency)
        text.paragraphs[0] = text.paragraphs[0][len(second.printed) :].lstrip()
    return text


def _signed(text: Text) -> Text:
    """Without what a desk sets below a text: initials, its service, "ends", a rule."""
    signs: list[str] = []
    while len(text.paragraphs) > 1 and _is_sign(text.paragraphs[-1]):
        signs.insert(0, text.paragraphs.pop())
    text.boilerplate += signs
    return text


def _is_sign(paragraph: str) -> bool:
    if len(paragraph) > 100:
        return False
    if _DESK.fullmatch(paragraph) or _RULE.fullmatch(paragraph) or _is_coded(paragraph.split()):
        return True
    agency, _, initials = paragraph.partition(" ")
    return is_agency(agency) and _INITIALS.fullmatch(f" {initials}") is not None


def _is_coded(words: list[str]) -> bool:
    """Whether these are a wire's routing codes: `51 77 03 CRO01 APE4800 GEST`, and no results: `ENGLAND 3 WALES 0`."""
    in_capitals = all(word.isalnum() and word == word.upper() for word in words)
    mixed = sum(not word.isalpha() and not word.isdigit() for word in words)
    return (
        in_capitals
        and len(words) > 2
        and mixed > 1
        and 2 * sum(any(map(str.isdigit, word)) for word in words) >= len(words)
    )
