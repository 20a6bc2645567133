"""Words that style sheets part on the page and a copy glues together: `2026Updated`, `By Jane DoeStaff Writer`."""

from newssearch.readers.patterns import lazily

LONGEST = 150
"""Characters of a line of byline and date."""

_GLUED = lazily(
    r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}(?:[.:]|\s[^\W\d_])|[^\W\d_a-z][^\W\d_A-Z])"
    r"|(?<=[^\W\d_])(?=\d{1,2}\.? [^\W\d_]{3,9}\.? (?:19|20)\d\d)"
    r"|(?<=\b[Oo]n)(?=\d)|(?<=\b[Aa]m)(?=\d)|(?<=\b[Ll]e)(?=\d)"
    r"|(?<=\b[Bb]y)(?=[A-Z][a-z])|(?<=\b(?:[Vv]on|[Pp]or|[Pp]ar))(?=[^\W\d_a-z][^\W\d_A-Z])"
    r"|(?<=\w)(?=(?:Updated|Published|Posted|Aktualisiert|Veröffentlicht|Actualizado|Publicado|Publié|Staff Writer)\b)"
)


def parted_words(line: str) -> str:
    """A line of the top of a page with the spaces that a copy lost.

    >>> parted_words("November 10, 20263:14 PM UTCUpdated 5 days ago")
    'November 10, 2026 3:14 PM UTC Updated 5 days ago'
    >>> parted_words("Veröffentlicht vonJan Roe28. Juli 201928. Juli 2019")
    'Veröffentlicht von Jan Roe 28. Juli 2019 28. Juli 2019'
    """
    return line if len(line) > LONGEST else _GLUED.sub(" ", line)
