"""The names that records have for an article's fields."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "guid", "uuid", "identifier", "_id", "uri"),
    "headline": (
        "headline", "title", "webtitle", "name", "alternativeheadline", "headlinetext", "articletitle",
        "articleheadline", "newstitle", "storytitle", "posttitle", "heading", "titel", "überschrift", "schlagzeile",
        "titre", "título", "titulo", "titular", "titolo",
    ),
    "byline": (
        "byline", "author", "authors", "creator", "dc:creator", "writer", "bylines", "authorname", "authornames",
        "articleauthor", "articleauthors", "writers", "creators", "author(s)", "journalist", "journalists", "reporter",
        "reporters", "contributors", "autor", "autoren", "autores", "auteur", "auteurs", "autore", "verfasser",
    ),
    "authors": (
        "authors", "author", "creator", "dc:creator", "writer", "autor", "autoren", "autores", "auteur", "auteurs",
        "autore", "verfasser", "byline", "bylines", "authornames", "authorname", "articleauthors", "articleauthor",
        "author(s)", "writers", "creators", "journalists", "journalist", "reporters", "reporter", "contributors",
    ),
    "published": (
        "published", "datepublished", "publishedat", "pubdate", "publicationdate", "publishdate", "publisheddate",
        "datepublish", "firstpublished", "firstpublishedat", "firstpublishdate", "firstpublicationdate",
        "publisheddatetime", "datetimepub", "webpublicationdate", "article:publishedtime", "og:publishedtime",
        "articlepublishedtime", "publishedtime", "publishtime", "timepublished", "publicationtime", "pubtime",
        "publishedon", "articledate", "storydate", "newsdate", "postdate", "posteddate", "postedat", "dateposted",
        "date", "datetime", "createdat", "datecreated", "created", "firstcreated", "versioncreated", "timestamp",
        "dategmt", "publishedutc", "publishedatutc", "createdutc", "dc:date", "dcterms:created", "dcterms.created",
        "issued", "dateissued", "releasedate", "displaydate", "datum", "erscheinungsdatum", "veröffentlicht",
        "veröffentlichungsdatum", "datepublication", "datedepublication", "fecha", "fechapublicacion",
        "fechapublicación", "fechadepublicación", "datapubblicazione", "datapublicação",
    ),
    "clock": ("time", "uhrzeit", "hora", "heure"),
    "updated": (
        "updated", "datemodified", "updatedat", "modifiedat", "lastmodified", "modified", "dateupdated", "modifiedgmt",
        "updateddate", "modifieddate", "datemodify", "lastupdated", "lastupdatedat", "updatedtime",
        "article:modifiedtime", "aktualisiert",
    ),
    "seen": (
        "seen", "seenat", "crawledat", "datecrawled", "datedownload", "fetchedat", "retrievedat", "scrapedat",
        "seendate", "crawldate", "scrapedate", "scrapeddate", "downloaddate", "indexeddate", "dateaccessed",
    ),
    "body": (
        "body", "articlebody", "bodytext", "text", "fulltext", "maintext", "content", "contenttext", "articletext",
        "articlecontent", "articlefulltext", "fullarticle", "fullcontent", "storytext", "storybody", "newstext",
        "newscontent", "textcontent", "maincontent", "plaintext", "cleanedtext", "cleantext", "rawtext", "bodyhtml",
        "contenthtml", "volltext", "artikeltext", "inhalt", "texte", "contenu", "texto", "contenido", "cuerpo",
        "conteúdo", "testo", "article", "news", "document", "paragraphs", "artikel", "noticia",
    ),
    "summary": (
        "leadparagraph", "summary", "description", "abstract", "excerpt", "standfirst", "teaser", "lead",
        "shortdescription", "snippet", "highlights",
    ),
    "subheads": ("subheads", "subheadings"),
    "dateline": ("dateline",),
    "place": ("place", "location", "locationcreated", "contentlocation"),
    "agency": ("agency",),
    "language": ("language", "lang", "inlanguage", "languagecode", "sprache", "langue", "idioma"),
    "section": (
        "section", "articlesection", "sectionname", "category", "desk", "newsdesk", "categoryname", "rubrik", "ressort",
        "rubrique", "sección",
    ),
    "tags": (
        "tags", "keywords", "topics", "categories", "keyword", "tag", "newskeywords", "metakeywords", "schlagworte",
        "schlagwörter",
    ),
    "source": (
        "source", "publisher", "provider", "sitename", "outlet", "publication", "sourcename", "sourcetitle",
        "newssource", "newsoutlet", "newspaper", "newspapername", "publicationname", "publishername", "medianame",
        "mediaoutlet", "sourcedomain", "domain", "site", "cleanurl", "zeitung", "quelle", "fuente",
    ),
    "url": (
        "url", "link", "canonicalurl", "canonicallink", "weburl", "permalink", "mainentityofpage", "articleurl",
        "articlelink", "newsurl", "storyurl", "pageurl", "requestedurl", "originalurl", "weblink",
    ),
    "boilerplate": ("boilerplate",),
    "embargo": ("embargo", "embargoed", "embargodate", "embargotime", "embargountil", "embargoeduntil", "sperrfrist"),
    "status": ("status", "pubstatus"),
}  # fmt: skip
"""An article's fields, and what records call them, as `plain_name` writes it, the best first.

A `clock` is the time of day that stands beside a date.
"""

DAYS = frozenset(["date", "datum", "fecha"])
"""Of the names of dates those beside which a time of day may stand."""

KNOWN = frozenset(name for names in NAMES.values() for name in names)

NOTHING = frozenset(
    ["", "nan", "NaN", "NaT", "None", "none", "NULL", "null", "N/A", "n/a", r"\N", "undefined", "[]", "{}"]
)
"""What programs write for no value."""

_AMBIGUOUS = frozenset(["article", "news", "document", "paragraphs", "artikel", "noticia"])
"""Names of bodies that elsewhere hold a number, an address, a kind, or other records."""

_TEXT = 80
"""Characters from which on a value of such a name is a text."""


@lru_cache(maxsize=4096)
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


MOST_NAMES = 64
"""Names of a record up to which it is remembered what they are."""


def chosen(plain: Mapping[str, Any]) -> Mapping[str, str]:
    """Which of a record's names gives an article's field, of those that hold something.

    >>> chosen({"title": "Oil falls", "article": 7, "content": ""})
    {'headline': 'title'}
    """
    names = tuple(
        [
            name
            for name, value in plain.items()
            if (value not in NOTHING if isinstance(value, str) else value or isinstance(value, int | float))
        ]
    )
    found = given(names) if len(names) <= MOST_NAMES else given.__wrapped__(names)
    body = found.get("body", "")
    if body and plain_name(body) in _AMBIGUOUS and not _is_text(plain[body]):
        return chosen(
            {name: plain[name] for name in names if plain_name(name) not in _AMBIGUOUS or _is_text(plain[name])}
        )
    return found


def _is_text(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, str) for item in value) and _is_text(" ".join(value))
    return isinstance(value, str) and len(value) >= _TEXT and " " in value.strip()
