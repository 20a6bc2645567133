"""NewsML-G2: news items alone, in news messages, and what is none: packages, pictures, plans, concepts."""

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from newssearch.analysis import fold
from newssearch.patterns import lazily
from newssearch.readers.agency import nitf
from newssearch.readers.agency.documents import Numbered, documents
from newssearch.readers.agency.item import AgencyItem, filled, items, unique
from newssearch.readers.agency.markup import plain_lines, text_flow
from newssearch.readers.agency.xml_tree import child, first, line, lines
from newssearch.readers.bylines.people import people
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.fragment import flow, is_markup
from newssearch.readers.roots import attributes, root

_OTHERS = {
    "packageitem": "a package",
    "planningitem": "a planning item",
    "conceptitem": "a concept",
    "knowledgeitem": "a set of concepts",
    "catalogitem": "a catalog",
}
_ROOTS = frozenset(["newsitem", "newsmessage", *_OTHERS])
_MEDIA = frozenset(["picture", "photo", "graphic", "video", "audio", "animation", "icon"])
_WRITES = lazily(r".*(?:author|writer|reporter|journalist|byline|correspondent)", re.IGNORECASE)
_JOB = lazily(r"reporter|journalist|correspondent", re.IGNORECASE)
_SECTION = lazily(r".*(?:cat|category|categories|dep(?:artmen)?t|department|desk|section)", re.IGNORECASE)
_DECK = lazily(r"sub|deck|kicker|standfirst|tagline", re.IGNORECASE)


def begins(head: bytes) -> bool:
    """Whether this is NewsML-G2."""
    return root(head) in _ROOTS and b"itemid=" not in attributes(head)


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles of an item or a message."""
    for document in documents(file, name):
        if isinstance(document, Remark):
            yield document
        elif document.root.tag == "newsMessage":
            yield from _message(document, name, options)
        else:
            yield from _item(document.root, name, document.where, options, broken=document.broken)


def _message(document: Numbered, name: str, options: Options) -> Iterator[Item]:
    """The articles of a message's items; only the last of them may be broken."""
    found = document.root.findall("itemSet/*")
    if not found:
        yield Remark(name, f"{document.broken or 'a message without items'}: passed over", lost=True)
    for number, element in enumerate(found, 1):
        where = ", ".join(filter(None, [document.where, f"item {number}" if len(found) > 1 else ""]))
        yield from _item(element, name, where, options, broken=document.broken if number == len(found) else "")


def _item(element: Element, name: str, where: str, options: Options, *, broken: str) -> Iterator[Item]:
    kind = _OTHERS.get(element.tag.lower(), "") or _medium(element)
    if element.tag.lower() == "newsitem" and not kind:
        yield from items(item(element), name, where, options, broken=broken)
        return
    known = f"{kind or f'an element {element.tag}'} {element.get('guid', '')}".strip()
    yield Remark(name, f"{f'{where}: ' if where else ''}{known} is no article: passed over", lost=False)


def _medium(element: Element) -> str:
    """What an item is that is neither text nor made of several things, as its class says."""
    kind = _code(child(element, "itemMeta/itemClass")).casefold()
    return f"a {kind}" if kind in _MEDIA else ""


def item(element: Element) -> AgencyItem:
    """What an item says, and what the document says that lies in it."""
    about, meta, rights = child(element, "contentMeta"), child(element, "itemMeta"), child(element, "rightsInfo")
    headlines = about.findall("headline")
    main = next((one for one in headlines if not _DECK.search(one.get("role", ""))), None)
    language = child(about, "language").get("tag", "") or element.get("xml:lang", "")
    embargo = meta.find("embargoed")
    subjects = [(_scheme(subject), _name(subject)) for subject in about.iterfind("subject")]
    descriptions = [line(one) for one in about.iterfind("description") if "caption" not in one.get("role", "")]
    found = AgencyItem(
        id=element.get("guid", ""),
        version=element.get("version", ""),
        status=_code(child(meta, "pubStatus")),
        embargo=line(embargo),
        held=embargo is not None,
        headline=line(main) or first(meta, "title"),
        decks=unique(line(one) for one in headlines if _DECK.search(one.get("role", ""))),
        slugline=first(about, "slugline"),
        byline=_byline(about),
        dateline=first(about, "dateline"),
        place=next(filter(None, map(_name, about.iterfind("located"))), ""),
        published=first(meta, "firstCreated") or first(about, "contentCreated") or first(meta, "versionCreated"),
        updated=first(meta, "versionCreated"),
        summary=next(iter(descriptions), ""),
        language=language,
        sections=unique(name for scheme, name in subjects if _SECTION.fullmatch(scheme)),
        tags=unique([*lines(about.iterfind("keyword")), *(name for _, name in subjects)]),
        source=_party(meta, "provider") or _party(about, "infoSource") or _party(rights, "copyrightHolder"),
        agency=first(about, "creditline") or _party(about, "infoSource") or _party(meta, "provider"),
        notes=unique(
            lines([*rights.iterfind("usageTerms"), *rights.iterfind("copyrightNotice"), *meta.iterfind("edNote")])
        ),
    )
    found = filled(found, _content(child(element, "contentSet")))
    return found if found.byline else filled(found, AgencyItem(byline="; ".join(_writers(about))))


def _content(contents: Element) -> AgencyItem:
    """The text of an item; where it is given in several forms, the one that says the most of itself."""
    for inline in contents.iterfind("inlineXML"):
        if (inner := inline.find("nitf")) is not None:
            return nitf.item(inner)
    for inline in contents.iterfind("inlineXML"):
        if inline.get("contenttype", "").startswith(("image", "video", "audio")):
            continue
        if inline.find("html") is not None or inline.find(".//p") is not None:
            return AgencyItem(flow=text_flow(inline), lines=tuple(plain_lines(inline)))
    for inline in contents.iterfind("inlineData"):
        text = "".join(inline.itertext())
        if inline.get("contenttype", "text/").startswith(("text/", "application/xhtml")) and not inline.get("encoding"):
            return AgencyItem(flow=flow(text)) if is_markup(text) else AgencyItem(lines=tuple(text.split("\n")))
    return AgencyItem()


def _code(element: Element) -> str:
    """A code without its scheme: of `stat:usable`, and of the URI that stands for it, `usable`."""
    code = element.get("qcode", "") or element.get("uri", "") or element.get("literal", "")
    return code.rstrip("/").replace("/", ":").rpartition(":")[2]


def _scheme(subject: Element) -> str:
    """What tells a subject's kind: the scheme of its code, or its type."""
    kind = subject.get("type", "").rpartition(":")[2]
    return kind if _SECTION.fullmatch(kind) else subject.get("qcode", "").partition(":")[0]


def _name(element: Element) -> str:
    """The first name that is printed for a thing; of a thing in facets, that of its main one."""
    return first(element, "name", "mainConcept/name")


def _party(element: Element, path: str) -> str:
    """Who it was: the name, or what stands for one."""
    return next(filter(None, (_name(one) or one.get("literal", "") for one in element.iterfind(path))), "")


def _byline(about: Element) -> str:
    """The byline as printed; where it names one of those who made an item, with the others, who are people then too."""
    printed = "; ".join(lines(about.iterfind("by")))
    made_by = [_name(one) for one in about.iterfind("creator") if _name(one) and (not one.get("role") or _writes(one))]
    others = [name for name in made_by if fold(name) not in fold(printed)]
    if len(others) == len(made_by):
        return printed
    return "; ".join([printed, *filter(_is_person, others)])


def _writers(about: Element) -> Iterator[str]:
    """Those who are said to have written an item, each with a job that is said; whoever only made it may be a desk."""
    for person in (*about.iterfind("creator"), *about.iterfind("contributor")):
        if _writes(person) or person.get("type", "").endswith(":person"):
            role = person.get("role", "").rpartition(":")[2]
            yield ", ".join(filter(None, [_name(person), role if _JOB.fullmatch(role) else ""]))


def _writes(person: Element) -> bool:
    return _WRITES.fullmatch(person.get("role", "")) is not None


def _is_person(name: str) -> bool:
    """Whether a name is one person's, and neither an agency's nor a desk's."""
    found = people(name)
    return len(found.authors) == 1 and not found.agency and " " in found.authors[0].name
