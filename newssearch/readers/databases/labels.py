"""The labels that databases print: what field of an article each gives, and where in a document it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newssearch.patterns import lazily


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a database, each with the field that it gives, or with nothing."""

    above: Mapping[str, str]
    """Above a text, or of a text's whole document."""

    below: Mapping[str, str]
    """Below a text: behind them nothing is the text's."""

    body: frozenset[str] = frozenset()
    """Where a text begins; without any, it is what has no label."""

    def __contains__(self, label: str) -> bool:
        return label in self.above or label in self.below or label in self.body

    def field(self, label: str) -> str:
        """The field of an article that a label gives, or nothing."""
        return self.above.get(label) or self.below.get(label, "")


def _named(names: str, field: str = "") -> dict[str, str]:
    """Labels, with bars between, that all give a field."""
    return dict.fromkeys((name.strip() for name in names.split("|")), field)


LEXIS = Labels(
    above={
        **_named("byline|author|autor|auteur", "byline"),
        **_named("headline|title|kop|titre", "headline"),
        **_named("dateline", "dateline"),
        **_named("highlight", "subheads"),
        **_named("section|rubrik|rubrique", "section"),
        **_named("length|länge|longueur|lengte|publication info|links|series|source|column|encart|insert"),
        **_named("abstract", "abstract"),
    },
    below={
        **_named("url|document url", "url"),
        **_named("language|language of publication|sprache|langue|taal", "language"),
        **_named("subject|sujet", "tags"),
        **_named("publication title", "source"),
        **_named("publication date", "published"),
        **_named("correction", "correction"),
        **_named(
            "graphic|grafik|load-date|publication-type|document-type|journal-code|journal code|acc-no|notes|caption"
        ),
        **_named("organization|organisation|company|ticker|stock-symbol|industry|activity-sector|person|people"),
        **_named("geographic|geo-localization|location|city|state|country|correction-date|classification|type|name"),
        **_named("issn|publisher|place of publication|country of publication|publication subject|source type"),
        **_named("document type|proquest document id|copyright|last updated|database|first page|publication year"),
        **_named("year|pages|credit|identifier / keyword|company / organization|number of pages|graphics"),
        **_named("distribution|publication-code|update|date-chargement|type-publication|code-revue|pub-type"),
        **_named("societe|société|symbole-boursier|secteur-activite|localisation-geo|illustration"),
    },
    body=frozenset(["body", "full text", "tekst"]),
)
"""Of Lexis, in English, German, French and Dutch, and of ProQuest."""

CITED = Labels(
    above={
        **_named("title|headline", "headline"),
        **_named("author|authors|byline", "byline"),
        **_named("publication|paper|newspaper", "source"),
        **_named("date", "published"),
        **_named("section", "section"),
        **_named("abstract", "abstract"),
        **_named("subject terms", "tags"),
        **_named("page|edition|source|document type|geographic terms|company/entity|record|issn"),
        **_named("full text word count|author affiliations|people|language|readability|memo|column"),
        **_named("accession number|database|record number"),
    },
    below={
        **_named("correction", "correction"),
        **_named("copyright|record number|accession number|database|caption|full text word count|issn"),
        **_named("openurl link|memo|index terms"),
    },
)
"""Of NewsBank and EBSCO."""

HEAD = frozenset(
    "byline headline dateline section length autor auteur kop titre rubrik rubrique länge longueur lengte".split()  # noqa: SIM905
)
"""Labels above a text that are no words of texts."""

OF_PROQUEST = frozenset(["publication title", "publication info", "proquest document id"])

_CERTAIN = frozenset(
    """load-date publication-type document-type journal-code acc-no pub-type type-publication code-revue
    date-chargement correction-date""".split()  # noqa: SIM905
) | {"proquest document id", "record number", "accession number", "language of publication"}
"""Labels below a text that are no words of texts, whatever follows."""

_CAPTIONED = frozenset(["graphic", "graphics", "grafik"])
"""Labels below a text that have paragraphs of their own."""

_HEADINGS = frozenset(["notes", "classification", "caption"])
"""Labels below a text that end it where nothing stands behind them."""

_WITH_FIGURES = frozenset(["load-date", "update", "date-chargement", "correction-date", "last updated"]) | {
    "acc-no", "record number", "accession number", "proquest document id",
}  # fmt: skip
"""Labels of dates and numbers."""

_FEWEST_WORDS = 4
"""Of a sentence that goes on behind a colon: `SUBJECT: to what, she asked`."""

_LONGEST = 120
"""Characters of a label and the white space before it."""

_LABEL = lazily(r"\s{0,80}(?P<label>[^\W\d_][\w /-]{2,32}?) ?:(?=\s|$)\s*(?P<value>.*)")
_ALONE = lazily(r"\s{0,80}(?P<label>body|graphic|classification|full text|notes|illustration)\s*", re.IGNORECASE)


def parted(line: str, known: Labels = LEXIS) -> tuple[str, str] | None:
    """A known label as printed, and what stands behind it.

    >>> parted("BYLINE: Jane Doe"), parted("Body"), parted("He said: no")
    (('BYLINE', 'Jane Doe'), ('Body', ''), None)
    """
    if line.find(":", 0, _LONGEST) >= 0 and (found := _LABEL.match(line)):
        label = found["label"]
        return (label, found["value"].strip()) if label.casefold() in known else None
    alone = _ALONE.fullmatch(line) if line and len(line) < _LONGEST else None
    return (alone["label"], "") if alone and alone["label"].casefold() in known else None


def is_certain(label: str, value: str) -> bool:
    """Whether a label ends a text whatever follows: it is no word of texts, or has paragraphs of its own.

    >>> is_certain("graphic", "PHOTO: The harbour"), is_certain("notes", ""), is_certain("notes", "It rained.")
    (True, True, False)
    """
    return label in _CERTAIN or label in _CAPTIONED or (label in _HEADINGS and not value)


def is_value(label: str, value: str) -> bool:
    """Whether a line that begins like a label may be one: what stands behind it is no sentence.

    >>> is_value("subject", "HARBOURS (90%); WATER"), is_value("subject", "to what, she asked")
    (True, False)
    >>> is_value("update", "2. September 2011"), is_value("update", "The ferry runs again.")
    (True, False)
    """
    if label in _WITH_FIGURES:
        return any(map(str.isdigit, value))
    return not (value[:1].islower() and len(value.split()) >= _FEWEST_WORDS and not {*";%"} & {*value})
