"""The names that records have for an article's fields, and their values as text."""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from newssearch.readers.encoding import clean

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "guid", "uuid", "identifier", "_id", "uri"),
    "headline": (
        "headline", "title", "webtitle", "name", "alternativeheadline", "titel", "überschrift", "schlagzeile", "titre",
        "título", "titulo", "titular", "titolo",
    ),
    "byline": (
        "byline", "author", "authors", "creator", "dc:creator", "writer", "autor", "autoren", "autores", "auteur",
        "auteurs", "autore", "verfasser",
    ),
    "authors": (
        "authors", "author", "creator", "dc:creator", "writer", "autor", "autoren", "autores", "auteur", "auteurs",
        "autore", "verfasser",
    ),
    "published": (
        "published", "datepublished", "publishedat", "pubdate", "publicationdate", "publishdate", "firstpublished",
        "webpublicationdate", "date", "createdat", "datecreated", "created", "firstcreated", "versioncreated",
        "timestamp", "dategmt", "publishedutc", "dc:date", "datum", "erscheinungsdatum", "veröffentlicht",
        "datepublication", "fecha",
    ),
    "updated": (
        "updated", "datemodified", "updatedat", "modifiedat", "lastmodified", "modified", "dateupdated", "modifiedgmt",
        "aktualisiert",
    ),
    "seen": ("seen", "seenat", "crawledat", "datecrawled", "datedownload", "fetchedat", "retrievedat", "scrapedat"),
    "body": (
        "body", "articlebody", "bodytext", "text", "fulltext", "maintext", "content", "contenttext", "volltext",
        "inhalt", "texte", "contenu", "texto", "contenido", "cuerpo", "testo",
    ),
    "summary": ("leadparagraph", "summary", "description", "abstract", "excerpt", "standfirst", "teaser", "lead"),
    "subheads": ("subheads", "subheadings"),
    "dateline": ("dateline",),
    "place": ("place", "location", "locationcreated", "contentlocation"),
    "agency": ("agency",),
    "language": ("language", "lang", "inlanguage", "sprache", "langue", "idioma"),
    "section": (
        "section", "articlesection", "sectionname", "category", "desk", "rubrik", "ressort", "rubrique", "sección",
    ),
    "tags": ("tags", "keywords", "topics", "categories", "schlagworte", "schlagwörter"),
    "source": ("source", "publisher", "provider", "sitename", "outlet", "publication", "quelle", "fuente"),
    "url": ("url", "link", "canonicalurl", "weburl", "permalink", "mainentityofpage"),
    "boilerplate": ("boilerplate",),
    "embargo": ("embargo", "embargoed", "embargodate", "embargotime", "embargountil", "embargoeduntil", "sperrfrist"),
    "status": ("status", "pubstatus"),
}  # fmt: skip
"""An article's fields, and what records call them, as `plain_name` writes it, the best first."""

_INNER = (
    "name", "text", "value", "#text", "@value", "rendered", "main", "original", "title", "content", "body", "@id",
    "href", "$date", "$oid", "$numberLong",
)  # fmt: skip


def plain_name(name: str) -> str:
    """A record's field name without its case and spelling: `published_at` is `publishedAt`.

    >>> plain_name("datePublished"), plain_name("pub_date")
    ('datepublished', 'pubdate')
    """
    return (name[0] + name[1:].replace("_", "").replace("-", "").replace(" ", "")).lower() if name else name


@lru_cache(maxsize=256)
def given(names: tuple[str, ...]) -> Mapping[str, str]:
    """Which of a record's names gives an article's field; the records of a file have few sets of names.

    >>> given(("title", "name", "pub_date"))
    {'headline': 'title', 'published': 'pub_date'}
    """
    known = {plain_name(name): name for name in names}
    best = ((field, next((name for name in wanted if name in known), "")) for field, wanted in NAMES.items())
    return {field: known[name] for field, name in best if name}


def text(value: Any) -> str:
    """A value as text: an object by its name or text, a list by its first; "" where it holds none."""
    if isinstance(value, str):
        return clean(value)
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next((value[key] for key in _INNER if value.get(key)), None)
        else:
            break
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return "" if not math.isfinite(value) else str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return ""


def line(value: Any) -> str:
    """A value as one line of text."""
    if isinstance(value, str) and value.isprintable():  # then it is clean
        return " ".join(value.split())
    return " ".join(text(value).split())


def texts(value: Any) -> Iterator[str]:
    """A list's values, or the parts of a text between commas, each once."""
    parts = value if isinstance(value, list) else text(value).split(",")
    seen: set[str] = set()
    for part in parts:
        found = line(part)
        if found and found not in seen:
            seen.add(found)
            yield found


def listed(value: Any) -> list[Any]:
    """A list as it is, any other value as the only one of a list."""
    return value if isinstance(value, list) else [value]
