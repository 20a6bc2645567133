"""Whether lines that stand farther down a page tell of what its article tells: other stories have other names."""

from collections.abc import Sequence
from itertools import islice

from newssearch.patterns import lazily
from newssearch.readers.plain.pages import extent
from newssearch.readers.plain.pages.long_words import STEM, long_words
from newssearch.readers.plain.size import count

_FEWEST = 2
"""Words in common of an article and a run of its paragraphs, and twice as many where nothing else speaks for it."""

_ENOUGH = 40
"""Words that an article must have told by then: by fewer nothing can be known."""

_LONG = 30
"""Words of a paragraph that no teaser and no notice has."""

_HEADING = 12
"""Words of a question that may be a heading."""

_PASSED = 2
"""Lines between such a heading and its text."""

_CELL = 4
"""Words of a line of a table, and of a list of players, that has no figures."""

_MOST = 4
"""Paragraphs that are looked at."""

_REACH = 25
"""Lines below a paragraph between two boxes that tell whether the article goes on."""

_NAME = lazily(r"(?<=[a-zß-ÿ,;] )[A-Z][a-zß-ÿ’']{2,}")


def words(text: str) -> frozenset[str]:
    """The long words of a text and its names, without their ends; where words have no spaces between them, pairs.

    >>> sorted(words("The council met Ann in its Harbour office.")), sorted(words("灯台の港"))
    (['ann', 'counc', 'harbo', 'offic'], ['の港', '台の', '灯台'])
    """
    return long_words(text, least=5).union(name.casefold()[:STEM] for name in _NAME.findall(text))


def goes_on(lines: Sequence[str], end: int, at: int, *, sure: bool = True) -> bool:
    """Whether the paragraphs that begin at the line `at` go on with the article that ends at the line `end`.

    `sure`: what is between is surely a box. Else it may be a table, of whose lines the paragraphs tell.
    """
    told = words(" ".join(line for line in lines[:end] if extent.weight(line.strip()) > 0))
    paragraphs = _run(lines, at)
    if sure and (len(told) < _ENOUGH or (any(count(text) >= _LONG for text in paragraphs))):
        return True
    if sure:
        common = words(" ".join(paragraphs)) & told
        if len(common) < _FEWEST and len(paragraphs) == 1:  # it stands between two boxes
            return len(words(" ".join(_behind(lines, at))) & told) >= 2 * _FEWEST
        return len(common) >= _FEWEST
    between = [line for line in lines[end:at] if line.strip()]
    if not all(map(_may_be_of_table, between)):
        return False
    figures = sum(any(map(str.isdigit, line)) for line in between)
    if 2 * figures >= len(between):
        told, fewest = told | words(" ".join(between)), _FEWEST
    else:
        fewest = 3 * _FEWEST
    return len(words(" ".join(paragraphs)) & told) >= fewest


def _behind(lines: Sequence[str], at: int) -> list[str]:
    """The first paragraphs behind the one at the line `at`, and behind what stands between them."""
    texts = (line.strip() for line in lines[at + 1 : at + _REACH])
    return [*islice((text for text in texts if extent.weight(text) > 0), _MOST)]


def _may_be_of_table(line: str) -> bool:
    """Whether a line has figures, or not more words than a name or a heading."""
    return count(line) <= _CELL or any(map(str.isdigit, line))


def _run(lines: Sequence[str], at: int) -> list[str]:
    """The first paragraphs from a line on; of a question that may be a heading, those below a byline or two."""
    found: list[str] = []
    passed = 0
    for line in lines[at:]:
        if not (text := line.strip()):
            continue
        if extent.weight(text) > 0:
            found.append(text)
        elif len(found) == 1 and found[0].endswith("?") and count(found[0]) <= _HEADING and passed < _PASSED:
            passed += 1
        else:
            break
        if len(found) == _MOST:
            break
    return found
