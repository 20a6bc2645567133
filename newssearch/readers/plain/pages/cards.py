"""Other stories between two paragraphs as cards: a kicker, a headline, a sentence, a date, and a link to more of it."""

from collections.abc import Sequence

from newssearch.patterns import lazily
from newssearch.readers.dates import date_lines
from newssearch.readers.plain.pages.wording import AND_MORE
from newssearch.readers.plain.sentences import ends_sentence
from newssearch.readers.plain.size import count

_HEADLINE = 5
"""Words of a headline: a subhead that has as many is followed by no date."""

_LONGEST = 30
"""Words of a sentence of a card."""

_DATE = 5
"""Words of a line that is a date and nothing else."""

_MOST = 4
"""Lines of a card above its last one."""

_POINT = lazily(r"[•▪▶►»→] ?\S")
_LINK = lazily(r"(?:https?://)?(?:[\w-]{1,30}\.){1,3}[a-z]{2,8}/\S{3,200}")
_SITE = lazily(r"(?:[\w-]{2,30}\.){1,3}[a-z]{2,8}")


def lines(texts: Sequence[str]) -> set[int]:
    """Which lines are of cards.

    >>> sorted(lines(["It fell.", "", "Trade", "Why rice may become dear in autumn", "Few ships. More", "", "Up."]))
    [2, 3, 4]
    >>> sorted(lines(["It fell.", "", "Trade", "Why rice may become dear in autumn", "Sept. 14, 2026", "", "It rose."]))
    [2, 3, 4]
    >>> sorted(lines(["It fell.", "", "• Rice in autumn: the traders who wait for it", "", "It rose."]))
    [2]
    """
    found: set[int] = set()
    for at, text in enumerate(texts):
        if not text or at in found:
            continue
        if (AND_MORE.search(text[-24:]) and count(text) <= _LONGEST) or _is_date(text):
            if card := _above(texts, at):
                found |= {*card, at}
        elif (_POINT.match(text) and _stands_alone(texts, at)) or _LINK.fullmatch(text):
            found.add(at)
        elif len(text) <= 40 and _SITE.fullmatch(text):
            found |= _preview(texts, at)
    return found


def _above(texts: Sequence[str], last: int) -> set[int]:
    """The lines of the card whose last line is given: a headline, with a kicker above it or a sentence below it."""
    written = [at for at in range(last - 1, max(-1, last - 2 * _MOST), -1) if texts[at]][:_MOST]
    card: list[int] = []
    headline = None
    for at in written:
        text = texts[at]
        if headline is None and not card and ends_sentence(text) and count(text) <= _LONGEST:
            card.append(at)
        elif headline is None and _is_headline(text):
            headline = at
            card.append(at)
        elif headline is not None and not ends_sentence(text) and (count(text) < _HEADLINE or _is_date(text)):
            card.append(at)
        else:
            break
    return {*card} if headline is not None and headline > 0 else set()


def _is_headline(text: str) -> bool:
    return _HEADLINE <= count(text) <= _LONGEST and text[-1].isalnum() and not _is_date(text)


def _is_date(text: str) -> bool:
    is_short = len(text) <= 30 and count(text) <= _DATE and any(map(str.isdigit, text)) and not ends_sentence(text)
    if not is_short:
        return False
    found = date_lines.read(text, "", "UTC")
    return bool(found.dates) and not found.rest


def _stands_alone(texts: Sequence[str], at: int) -> bool:
    """Whether a line with a bullet is the only one between two paragraphs, and no sentence."""
    text = texts[at]
    if count(text) < _HEADLINE or ends_sentence(text):
        return False
    above = next((texts[n] for n in range(at - 1, -1, -1) if texts[n]), "")
    below = next((texts[n] for n in range(at + 1, len(texts)) if texts[n]), "")
    return ends_sentence(above) and ends_sentence(below) and not _POINT.match(above) and not _POINT.match(below)


def _preview(texts: Sequence[str], at: int) -> set[int]:
    """The lines of a link that is shown as a card, of which the first is a site's name and the next a title."""
    rows: list[int] = []
    for number in range(at + 1, min(len(texts), at + 3)):
        if not texts[number] or ends_sentence(texts[number]) or count(texts[number]) > _LONGEST:
            break
        rows.append(number)
    return {at, *rows} if rows and count(texts[rows[0]]) >= _HEADLINE else set()
