"""The labels of Lexis and ProQuest: what field of an article each gives, and where in a document it stands."""

import re
from collections.abc import Mapping

from newssearch.readers.patterns import lazily

ABOVE: Mapping[str, str] = {
    "byline": "byline",
    "author": "byline",
    "headline": "headline",
    "title": "headline",
    "dateline": "dateline",
    "highlight": "subheads",
    "section": "section",
    "length": "",
    "publication info": "",
    "abstract": "",
    "links": "",
    "series": "",
    "source": "",
    "column": "",
}
"""Labels above a text, or of a text's whole document."""

HEAD = frozenset(["byline", "headline", "dateline", "section", "length"])
"""Labels above a text that are no words of texts."""

BODY = frozenset(["body", "full text"])

BELOW: Mapping[str, str] = {
    "url": "url",
    "document url": "url",
    "language": "language",
    "language of publication": "language",
    "subject": "tags",
    "publication title": "source",
    "publication date": "published",
    **dict.fromkeys(
        """graphic|load-date|publication-type|document-type|journal-code|acc-no|organization|company|ticker|industry
        |person|people|geographic|location|city|state|country|notes|correction|correction-date|classification|type|name
        |issn|publisher|place of publication|country of publication|publication subject|source type|document type
        |proquest document id|copyright|last updated|database|first page|publication year|year|pages|credit
        |identifier / keyword|company / organization|number of pages|graphics|distribution|publication-code
        """.replace("\n", "")
        .replace("  ", "")
        .split("|"),
        "",
    ),
}
"""Labels below a text: behind them nothing is the text's."""

FIELDS: Mapping[str, str] = {**BELOW, **ABOVE}

_KNOWN = {*FIELDS, *BODY}
_LABEL = lazily(r"\s{0,80}(?P<label>[A-Za-z][A-Za-z /-]{2,30}?) ?:(?=\s|$)\s*(?P<value>.*)")
_ALONE = lazily(r"\s{0,80}(?P<label>body|graphic|classification|full text|notes)\s*", re.IGNORECASE)


def parted(line: str) -> tuple[str, str] | None:
    """A known label as printed, and what stands behind it.

    >>> parted("BYLINE: Jane Doe"), parted("Body"), parted("He said: no")
    (('BYLINE', 'Jane Doe'), ('Body', ''), None)
    """
    if found := _LABEL.match(line):
        label = found["label"]
        return (label, found["value"].strip()) if label.casefold() in _KNOWN else None
    alone = _ALONE.fullmatch(line)
    return (alone["label"], "") if alone else None
