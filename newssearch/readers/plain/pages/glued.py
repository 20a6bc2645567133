"""Words that style sheets part on the page and a copy glues together: `2026Updated`, `By Jane DoeStaff Writer`."""

import re

from newssearch.patterns import lazily

LONGEST = 150
"""Characters of a line of byline and date."""

_GLUED = lazily(
    r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}(?:[.:]|\s[^\W\d_])|[^\W\d_a-z][^\W\d_A-Z])"
    r"|(?<=[^\W\d_])(?=\d{1,2}\.? [^\W\d_]{3,9}\.? (?:19|20)\d\d)"
    r"|(?<=\b[Oo]n)(?=\d)|(?<=\b[Aa]m)(?=\d)|(?<=\b[Ll]e)(?=\d)"
    r"|(?<=\b[Bb]y)(?=[A-Z][a-z])|(?<=\b(?:[Vv]on|[Pp]or|[Pp]ar))(?=[^\W\d_a-z][^\W\d_A-Z])"
    r"|(?<=\bPublished)(?=\d)|(?<=\bUpdated)(?=\d)"
    r"|(?<=\w)(?=(?:Updated|Published|Posted|Aktualisiert|Veröffentlicht|Actualizado|Publicado|Publié"
    r"|Staff (?:Writer|Reporter|Correspondent|Photographer))\b)"
)


def parted_words(line: str) -> str:
    """A line of the top of a page with the spaces that a copy lost.

    >>> parted_words("November 10, 20263:14 PM UTCUpdated 5 days ago")
    'November 10, 2026 3:14 PM UTC Updated 5 days ago'
    >>> parted_words("Veröffentlicht vonJan Roe28. Juli 201928. Juli 2019")
    'Veröffentlicht von Jan Roe 28. Juli 2019 28. Juli 2019'
    """
    return line if len(line) > LONGEST else _GLUED.sub(" ", line)


_PORTRAIT = lazily(r"(?:avatar|profile|author) (?:photo|picture|image)\s+(?=(?:by|von|por|par)\b)", re.IGNORECASE)
_PORTRAYED = lazily(
    r"(?:portrait|photo|picture|image|headshot|avatar) of (?-i:([^\W\d_a-z]\S{0,20}?(?: [^\W\d_a-z]\S{0,20}?){1,3}))"
    r"(?=(?:portrait|photo|picture|image|headshot|avatar) of|, |$)",
    re.IGNORECASE,
)


def without_portrait(line: str) -> str:
    """A byline without what stands in the place of its writer's picture.

    >>> without_portrait("Avatar photo by Jane Doe")
    'by Jane Doe'
    """
    return _PORTRAIT.sub("", line, count=1)


def portrayed(line: str) -> list[str]:
    """Whose portraits are described.

    >>> portrayed("Portrait of Jane DoePortrait of John Roe"), portrayed("Jane Doe")
    (['Jane Doe', 'John Roe'], [])
    """
    return _PORTRAYED.findall(line) if len(line) <= LONGEST else []


_NAMES = lazily(r"(?<=[^\W\d_A-ZÀ-Þ]{2})(?=[A-ZÀ-ÞЀ-Я][^\W\d_A-Z])")


def parted_names(line: str) -> list[str]:
    """The names of a line that nothing parts, or the line; one who stands there twice is two.

    >>> parted_names("Jane DoeJohn Roe"), parted_names("Jane Doe Jane Doe"), parted_names("Ian McKellen")
    (['Jane Doe', 'John Roe'], ['Jane Doe', 'Jane Doe'], ['Ian McKellen'])
    """
    words = line.split()
    half = len(words) // 2
    if half > 1 and words[:half] == words[half:]:
        return [" ".join(words[:half])] * 2
    parted = _NAMES.sub("\n", line).split("\n") if len(line) <= LONGEST else [line]
    return parted if all(" " in name for name in parted) else [line]
