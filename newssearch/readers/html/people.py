"""Who wrote a page's article: people, and not the site, its logins or its profiles."""

from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from newssearch.analysis import fold
from newssearch.article import Author
from newssearch.patterns import lazily
from newssearch.readers.bylines import cjk, newsroom
from newssearch.readers.bylines.people import Byline, people
from newssearch.readers.dates import date_lines
from newssearch.readers.html.headline import is_site, site_names
from newssearch.readers.html.metadata import Metadata
from newssearch.readers.html.place import is_beside
from newssearch.readers.records.fields import line, listed

NAMES = (
    "author", "article:author", "og:article:author", "article:author_name", "dc.creator", "dcterms.creator",
    "dc.contributor", "parsely-author", "sailthru.author", "citation_author", "cxenseparse:author", "byl", "byline",
    "authors", "creator",
)  # fmt: skip

LONGEST = 150
"""Characters of a byline that markup names as such; a longer text tells of the author."""

MOST_MARKED = 200
"""Elements that are looked at for a byline."""

_NOBODY = frozenset(
    """admin administrator administrateur agenturen am anonym anonymous artikel author autor blog blogger by account
    comentarios commentaires comments contributor editor editorial editors follow gast guest kommentare kommentieren
    login logout moderator newsdesk newsroom online presse press profile redaccion redacao redactie redaction
    redaktion redazione redakcja root staff superuser support system team unknown user webmaster webredaktion
    wordpress
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_ADDRESS = lazily(r"https?:|www\.|//|[<>{}=]|^@|\S\.(?:com|net|org|de|at|ch|fr|it|es|uk|info|html?)\b", 2)
_SEVERAL = lazily(r"[,;|•·(@]|\s[/&–—-]\s|\s(?:and|und|et|y|e)\s|^(?:by|von|par|por|di)\s", 2)
_CJK_LIST = lazily(r"[、，；：（【]")
_WRITTEN_BY = lazily(
    r"(?:written|posted) by|(?:geschrieben|verfasst) von|(?:écrit|publié) par|escrito por|scritto da|author|autor", 2
)
_LABEL = lazily(
    r"\W*(?:(?:(?:written|posted|published|submitted|article|story|text|words|interview|view|show|see|all|more|zeige|alle"
    r"|alles|mehr|geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|gepostet|beitrag|publié|publicado|escrito"
    r"|scritto|voir|ver)\b[^.:]{0,40}?\s)?(?:by|von|vom|par|por|di|über)(?=\s)|authors?\b|autor(?:in|en)?\b|auteurs?\b"
    r"|(?:text|interview|redaktion):)\s*:?\s*",
    2,
)
_LABELLED = lazily(r"[^\W\d_]{2,12} ?: +(?=\S)")
_TAIL = lazily(r"(?:\s+(?:am|on|um|at|in|le|il|el)|[\s|,·•»→–—-])+$", 2)
_HANDLE = lazily(r"\s+@\w+")
_NAMED = "//*[@rel='author' or @itemprop='author' or @itemprop='author name' or @itemprop='creator']"
_CLASSED = (
    "//*[contains(@class, 'uthor') or contains(@class, 'yline') or contains(@id, 'uthor') or contains(@class, 'autor')"
    " or contains(@class, 'auteur') or contains(@class, 'redakteur') or contains(@class, 'username')"
    " or contains(@class, 'vcard') or self::byline]"
)
_UNPRINTED = frozenset(
    ["img", "input", "link", "meta", "script", "svg", "ul", "section", "article", "body", "html", "main"]
)


def said(page: Metadata) -> Byline:
    """The people whom a page names for machines, from the first place that names any."""
    agency = ""
    for values in (page.graph.all("author"), page.graph.all("creator"), _meta(page)):
        found = of_values(values, page)
        if found.authors:
            return Byline(found.authors, found.agency or agency)
        agency = agency or found.agency
    return Byline((), agency)


def marked(page: Metadata, around: frozenset[Any]) -> str:
    """The byline that a page's markup names as such, as it is printed; "" where there is none."""
    for path in (_NAMED, _CLASSED):
        first: Any = None
        bylines: list[str] = []
        for element in page.root.xpath(path)[:MOST_MARKED]:
            if element.tag in _UNPRINTED:
                continue
            text = byline_of(element)
            if not text or text in bylines or not of_values([text], page).authors or is_beside(element, around):
                continue
            if first is not None and not _are_beside(first, element):
                break
            first = element if first is None else first
            bylines.append(text)
        if bylines:
            return ", ".join(bylines[:8])
    return ""


def byline_of(element: Any) -> str:
    """An element's text as a byline, without its label and its date; "" where it is longer than one."""
    names = [inner for inner in element.xpath(".//*[@itemprop='name']") if inner.tag != "meta"]
    text = " ".join(" ".join((names[0] if len(names) == 1 else element).itertext()).split())
    if len(text) > LONGEST:
        return ""
    rest = date_lines.read(text, "", "UTC").rest
    label = _LABEL.match(rest)
    return _TAIL.sub("", _HANDLE.sub("", rest[label.end() :] if label else rest))


def of_values(values: Sequence[Any], page: Metadata) -> Byline:
    """The people and the agency of values: of objects, of names, of printed bylines."""
    authors: list[Author] = []
    agency = ""
    for value in values:
        for said_as, role, email, is_organisation in _named(value, page):
            label = _LABELLED.match(said_as)
            name = said_as[label.end() :] if label else said_as
            printed = _printed(Author(name=name, role=role, email=email))
            if is_organisation or newsroom.is_agency(name):
                if not is_site(name, site_names(page)):
                    agency = agency or name
                continue
            agency = agency or printed.agency
            known = {fold(author.name) for author in authors}
            authors += [a for a in printed.authors if is_person(a.name, page) and fold(a.name) not in known]
    return Byline(tuple(authors), agency)


def _printed(said: Author) -> Byline:
    """The people of a name that is a byline, as `Jane Doe, Reuters` is, else the one that is said."""
    read = people(said.name) if _SEVERAL.search(said.name) or cjk.is_cjk(said.name) else Byline()
    if not (_SEVERAL.search(said.name) or _CJK_LIST.search(said.name) or any(one.role for one in read.authors)):
        return Byline((said,))
    if len(read.authors) == 1:
        (one,) = read.authors
        return Byline((replace(one, role=one.role or said.role, email=one.email or said.email),), read.agency)
    return read


def is_person(name: str, page: Metadata) -> bool:
    """Whether a name may be a person's: no address, no login that says nobody, not the site's."""
    words = [fold(word).strip(".,:-") for word in name.split()]
    return (
        0 < len(words) <= 7
        and len(name) <= 60
        and any(character.isalpha() for character in name)
        and not _ADDRESS.search(name)
        and not any(word in _NOBODY or word.endswith(("redaktion", "admin")) for word in words)
        and not name.endswith(":")
        and not newsroom.is_nobody(name)
        and not newsroom.is_section(name)
        and not newsroom.is_role(name)
        and not is_site(name, site_names(page))
    )


def is_login(name: str) -> bool:
    """Whether a name looks like that of an account, and not of a person: `jane`, `jane.doe`, `Jane_D`.

    >>> is_login("jane.doe"), is_login("Jane Doe"), is_login("김철수")
    (True, False, False)
    """
    return " " not in name and name.isascii()


def _named(value: Any, page: Metadata) -> list[tuple[str, str, str, bool]]:
    """What a value of JSON-LD names: (name, role, e-mail, whether it is an organisation)."""
    value = page.graph.node(value)
    if not isinstance(value, dict):
        name = unescape(line(value))
        return [(name, "", "", False)] if name and len(name) <= LONGEST * 2 else []
    names = [unescape(line(name)) for name in listed(value.get("name")) if name]
    role = unescape(line(value.get("jobTitle")))
    email = line(value.get("email")).removeprefix("mailto:")
    kinds = [str(kind) for kind in listed(value.get("@type"))]
    is_organisation = "Person" not in kinds and any("Organization" in kind for kind in kinds)
    single = len(names) == 1
    return [
        (name, role if single else "", email if single else "", is_organisation)
        for name in names
        if len(name) <= LONGEST
    ]


def _meta(page: Metadata) -> list[str]:
    others = (name for name in page.meta if name.endswith(("author", "author_name")))
    for name in (*NAMES, *others):
        if (values := page.all(name)) and of_values(values, page).authors:
            return values
    label = page.first("twitter:label1")
    return page.all("twitter:data1") if _WRITTEN_BY.fullmatch(label) else []


def _are_beside(one: Any, other: Any) -> bool:
    """Whether two elements stand in one list of authors."""
    parent = one.getparent()
    outer = parent.getparent() if parent is not None else None
    theirs = other.getparent()
    return theirs is not None and (
        theirs is parent or (outer is not None and theirs.getparent() is outer and one.tag == other.tag)
    )
