"""An article's lines as they are read: what stands at its top, its paragraphs, its subheads, and what is no part."""

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from newssearch.article import Subhead
from newssearch.readers.dates import date_lines
from newssearch.readers.html.body import PROSE, key
from newssearch.readers.html.headline import plain
from newssearch.readers.html.lines import Line
from newssearch.readers.plain import body, boilerplate, top
from newssearch.readers.plain.body import Body
from newssearch.readers.plain.top import Top

ABOVE = 6
"""Lines of an article within which its headline is repeated."""

MOST_BOILERPLATE = 20_000
"""Characters of a page's menus and lists that are kept."""


class Flow(NamedTuple):
    """An article's text: by whom and when (`top`), what is printed in the body (`body`), and its parts in order."""

    top: Top
    body: Body
    paragraphs: tuple[str, ...]
    subheads: tuple[Subhead, ...]


def flow(lines: Sequence[Line], headline: str, zone: str) -> Flow:
    """The text of an article's lines; the headline and what stands above it are left out.

    A heading of a sentence's length right below the headline is the standfirst.
    """
    lines = _below_headline(lines, headline)
    lines = _kept(lines, boilerplate.part([line.text for line in lines])[0])
    deck = lines[0] if lines and lines[0].is_head and len(lines[0].text) >= PROSE else None
    lines = lines[1:] if deck else lines
    start = next((at for at, line in enumerate(lines) if line.is_head), len(lines))
    above, end = top.read([line.text for line in lines[:start]], zone)
    standfirst = [*([deck.text] if deck else []), *above.standfirst]
    rest = [line for line in lines[end:] if not _is_stamp(line.text)]
    found = body.read([text for line in rest if not line.is_head for text in (line.text, "")], separate_subheads=True)
    paragraphs, subheads = _in_order(found, rest)
    subheads = [Subhead(head.text, head.before + len(standfirst)) for head in subheads if head.before < len(paragraphs)]
    return Flow(above, found, (*standfirst, *paragraphs), tuple(subheads))


def beside(page: Sequence[Line], article: Sequence[Line], taken: Sequence[str]) -> list[str]:
    """The page's lines that are not the article's, each once, up to a limit; `taken` is known from elsewhere."""
    seen = {*map(key, article), *("".join(text.split()) for text in taken)}
    text = "".join(map(key, article))[:100_000]
    kept: list[str] = []
    size = 0
    for line in page:
        name = key(line)
        if name in seen or (len(name) >= PROSE and name in text):
            continue
        seen.add(name)
        size += len(line.text) + 1
        if size > MOST_BOILERPLATE:
            break
        kept.append(line.text)
    return kept


def _below_headline(lines: Sequence[Line], headline: str) -> Sequence[Line]:
    wanted = plain(headline)
    repeated = [at for at, line in enumerate(lines[:ABOVE]) if plain(line.text) == wanted]
    return lines[repeated[-1] + 1 :] if repeated else lines


def _kept(lines: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """The lines whose texts were kept, which are in the same order."""
    left = deque(texts)
    kept: list[Line] = []
    for line in lines:
        if left and left[0] == line.text:
            left.popleft()
            kept.append(line)
    return kept


def _is_stamp(text: str) -> bool:
    """Whether a line says when and nothing else."""
    when = date_lines.read(text, "", "UTC")
    return bool(when.dates) and not when.rest


def _in_order(found: Body, lines: Sequence[Line]) -> tuple[list[str], list[Subhead]]:
    """A body's paragraphs with the headings among its lines as subheads.

    What was taken for a subhead by its looks is one if it is bold.
    """
    guessed = deque(sorted(found.subheads, key=lambda head: head.before))
    left: deque[tuple[str, bool]] = deque()
    for at, paragraph in enumerate(found.paragraphs):
        while guessed and guessed[0].before <= at:
            left.append((guessed.popleft().text, True))
        left.append((paragraph, False))
    paragraphs: list[str] = []
    subheads: list[Subhead] = []
    for line in lines:
        if line.is_head:
            subheads.append(Subhead(line.text, len(paragraphs)))
        elif left and line.text.endswith(left[0][0]):
            text, guess = left.popleft()
            if guess and line.bold >= len(key(line)) - 1:
                subheads.append(Subhead(text, len(paragraphs)))
            else:
                paragraphs.append(text)
    return [*paragraphs, *(text for text, _ in left)], subheads
