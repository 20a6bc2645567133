"""What speaks for a line's being the headline of its page, and against it: by itself, and by the lines next to it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk
from newssearch.readers.bylines.lines import begins_with_by, names_people
from newssearch.readers.dates import date_lines
from newssearch.readers.plain import boilerplate, captions, menu
from newssearch.readers.plain.pages import ends, pictures
from newssearch.readers.plain.pages.long_words import long_words
from newssearch.readers.plain.size import count

_FARTHEST = 45
"""Lines with text between a headline and the first paragraph."""

_INSIDE = 3
"""Lines of the article that may hold the headline: one that ends like a sentence seems to be of the article."""

_NEAR = 4
"""Lines below the headline, labels and buttons not counted, within which a date or a byline speaks for it."""

_CLOSE_BELOW = 3
"""Lines within which a standfirst follows."""

_FAR_BELOW = 15
"""Lines below a byline in which captions and summaries stand."""

_LEAD = 10
"""Lines of the article that tell what the headline is about."""

_LONGEST = 35
_LONG = 22
_USUAL = 6
"""Words of a headline: at most, of a long one, and of most at least."""

_KICKER = 3
"""Words of a line directly above a headline that says what it is about."""

_STANDFIRST = 8
"""Words of a line directly below a headline that is its standfirst."""

SHORTEST = 5
"""Words of a line that may be a headline beside another, and of one below a kicker: shorter ones are items."""

_MARKS = ("←", "→", "*", "@")
"""What stands before a link to another article, a footnote and a reply."""

_SENTENCE_END = lazily(r"[.。][\"”»’)']{0,2}$")
_GOES_ON = lazily(r"[:…,]$")
_BETWEEN = lazily(r" [»›>|/·–—-] ")


class Page:
    """The lines of a page around the beginning of its article, and what the whole page says of them.

    `_at` are the numbers of those with text; `_aside` says which say nothing of the article, as labels, buttons and
    items do, `_says` which say by whom or when it is.
    """

    def __init__(self, lines: Sequence[str], first: int) -> None:
        """`first` is the first line of prose."""
        written = [at for at, line in enumerate(lines) if line.strip()]
        start = written.index(first)
        self._lines = lines
        self._first = first
        self._at = written[max(0, start - _FARTHEST) : start + _INSIDE + _NEAR]
        self._choice = min(start, _FARTHEST) + _INSIDE
        self._texts = [" ".join(lines[at].split()) for at in self._at]
        self._aside = [*map(_is_aside, self._texts)]
        self._says = [*map(_says_by_whom_or_when, self._texts)]
        self._printed = Counter(" ".join(lines[at].split()) for at in written)
        above = self._at[0]
        shown = pictures.lines([line.strip() for line in lines[above : self._at[-1] + 1]])
        self._pictures = frozenset(above + at for at in shown)
        alone = sum(_stands_alone(lines, at) for at in self._at[: self._choice])
        self._is_spaced = 2 * alone < self._choice
        self._told = long_words(" ".join(lines[first : first + _LEAD]))

    def signs(self) -> Iterator[tuple[int, dict[str, float]]]:
        """Each line that may be the headline, by its number, with how much of each sign it has."""
        above = ""
        for number, at in enumerate(self._at[: self._choice]):
            text, headline_above = self._texts[number], above
            if self._aside[number] or not _may_be(text):
                above = headline_above if menu.is_label(text) else ""
                continue
            signs = self._of_place(number, headline_above) | _of_words(text) | self._of_page(number)
            is_one = signs["alone"] or signs["heads a block"]
            above = text if (is_one and count(text) >= SHORTEST) or menu.is_sentence(text) else ""
            yield at, signs

    def _of_place(self, number: int, above: str) -> dict[str, float]:
        """The signs of where a line stands; `above` is a headline there."""
        lines, at, text = self._lines, self._at[number], self._texts[number]
        before = self._texts[number - 1] if number else ""
        behind = self._texts[number + 1] if number + 1 < len(self._texts) else ""
        alone = self._is_spaced and _stands_alone(lines, at)
        return {
            "alone": alone,
            "heads a block": not alone and self._is_spaced and _heads_block(lines, at, text),
            "below another": count(before) >= SHORTEST and not self._aside[number - 1] and _may_be(before),
            "below a few words": 0 < count(before) <= _KICKER + 1,
            "above date or byline": any(self._says[below] for below in self._below(number)),
            "above a byline": any(begins_with_by(self._texts[below]) for below in self._below(number)),
            "below a byline": any(map(begins_with_by, self._texts[max(0, number - _FAR_BELOW) : number])),
            "above a standfirst": self._has_standfirst(number),
            "above a caption": captions.is_caption(behind),
            "below a headline, and longer": len(text) > len(above) * 1.2 > 0,
            "a kicker": _is_kicker(lines, at, text),
            "of a picture": at in self._pictures,
            "people": not alone and names_people(text),
        }

    def _of_page(self, number: int) -> dict[str, float]:
        """The signs of where a text stands elsewhere on its page."""
        text, printed = self._texts[number], self._printed
        share = _share(text, self._told) if self._at[number] < self._first else 0
        ends_path = (line.endswith(f" {text}") and _BETWEEN.search(line) for line in self._texts)
        return {
            "printed again": printed[text] > 1,
            "a path": _leads_to(text, printed),
            "ends a path": any(ends_path),
            "told of": share,
            "not told of": share == 0,
        }

    def _below(self, number: int) -> list[int]:
        """The next few lines below one that are not aside."""
        return [*islice((at for at in range(number + 1, len(self._at)) if not self._aside[at]), _NEAR)]

    def _has_standfirst(self, number: int) -> bool:
        """Whether the line below one, but for a line or two aside, is a longer one of some words."""
        below = next(iter(self._below(number)), None)
        if below is None or below > number + _CLOSE_BELOW or self._says[below]:
            return False
        return count(self._texts[below]) >= max(_STANDFIRST, count(self._texts[number]) + 1)


def _of_words(text: str) -> dict[str, float]:
    """The signs of what a text is by itself."""
    words = count(text)
    return {
        "two words": words < 3,
        "three words": words == 3,
        "some words": words >= _USUAL,
        "many words": words > _LONG,
        "a sentence": _SENTENCE_END.search(text) is not None,
        "capitals": text.isupper(),
        "a list of names": cjk.lists_names(text),
    }


def _leads_to(text: str, printed: Counter[str]) -> bool:
    """Whether a line is a path that ends with another one, `News » Oil falls`, or a title with its site's name."""
    parts = _BETWEEN.split(text)
    return len(parts) > 1 and (parts[-1] in printed or parts[0] in printed)


def _share(text: str, told: frozenset[str]) -> float:
    """How much of a headline the article tells of."""
    words = long_words(text)
    return len(words & told) / len(words) if words else 0.0


def _stands_alone(lines: Sequence[str], at: int) -> bool:
    """Whether blank lines are around this one, as they are around headings."""
    return not _above(lines, at) and not _below(lines, at)


def _heads_block(lines: Sequence[str], at: int, text: str) -> bool:
    """Whether a headline of some words stands below nothing but its kicker, and above nothing but its standfirst."""
    if count(text) < SHORTEST:
        return False
    above, below = _above(lines, at), _below(lines, at)
    kicked = not above or (count(above) <= _KICKER and count(_above(lines, at - 1)) <= _KICKER)
    followed = not below or (len(below) > len(text) * 1.2 and count(below) >= _STANDFIRST)
    return kicked and followed


def _is_kicker(lines: Sequence[str], at: int, text: str) -> bool:
    """Whether a few words are directly above a line that may be the headline."""
    below = _below(lines, at)
    return count(text) <= _KICKER and count(below) >= SHORTEST and _may_be(below)


def _above(lines: Sequence[str], at: int) -> str:
    """The line above one, or nothing where it is only about the page."""
    text = lines[at - 1].strip() if at > 0 else ""
    return "" if menu.is_label(text) else text


def _below(lines: Sequence[str], at: int) -> str:
    text = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return "" if menu.is_label(text) else text


def _is_aside(text: str) -> bool:
    """Whether a line says nothing of the article: a label, a button, an item of a menu, a number."""
    known = menu.is_item(text) or boilerplate.is_line(text) or ends.ends(text)
    return known or not any(map(str.isalpha, text))


def _may_be(text: str) -> bool:
    words = count(text)
    return (
        2 <= words <= _LONGEST
        and not text.startswith(_MARKS)
        and not _GOES_ON.search(text)
        and not begins_with_by(text)
        and not (words < 12 and _says_when(text))
    )


def _says_by_whom_or_when(text: str) -> bool:
    return len(text) < 120 and (begins_with_by(text) or _says_when(text))


def _says_when(text: str) -> bool:
    return any(map(str.isdigit, text)) and bool(date_lines.read(text, "", "UTC").dates)
