"""ninjs 1 to 3, IPTC's news in JSON: names are read without their case, since version 3 changed it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newssearch.article import Subhead
from newssearch.patterns import lazily
from newssearch.readers.agency import nitf
from newssearch.readers.agency.item import AgencyItem, items, unique
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.fragment import Flow, flow, is_markup, plain
from newssearch.readers.records.fields import line, listed, text, texts
from newssearch.readers.roots import root

DEEPEST = 3
"""Items that may lie in each other."""

_MARKS = frozenset(
    """altids bodies body_html body_text body_xhtml copyrightholder copyrightnotice description_html description_text
    descriptions ednote embargoed eventdetails firstcreated headlines infosource infosources located profile pubstatus
    renditions representationtype trustindicator usageterms versioncreated
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""Names that ninjs gives its members, and few others do."""

_STATUSES = frozenset(["usable", "withheld", "canceled", "cancelled"])
_NO_ARTICLES = frozenset(
    ["picture", "photo", "graphic", "video", "audio", "animation", "component", "event", "planning"]
)
_SUBJECTS = (
    "subject", "subjects", "person", "people", "organisation", "organisations", "place", "places", "event", "events",
    "object", "objects",
)  # fmt: skip
_CREATED = ("firstpublished", "firstcreated", "contentcreated", "versioncreated")
_SOURCES = ("source", "provider", "copyrightholder")
_NOTES = ("ednote", "usageterms", "copyrightnotice")
_PLAIN = frozenset(["text", "text/plain"])
_HTML = frozenset(
    """a article aside b blockquote body br div em figure h1 h2 h3 h4 header html i img main ol p pre section span
    strong table u ul
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_WRITES = lazily(r".*(?:author|writer|reporter|journalist|correspondent|byline)\W?", re.IGNORECASE)
_DECK = lazily(r"sub|deck|kicker|standfirst|strap", re.IGNORECASE)


def is_ninjs(value: Mapping[str, Any]) -> bool:
    """Whether an object is an item in ninjs: it says so, or has an address and two members that are named as there.

    >>> is_ninjs({"uri": "urn:x:1", "headlines": [], "versioncreated": "2024-05-03"}), is_ninjs({"uri": "x"})
    (True, False)
    """
    standard = value.get("$standard") or value.get("standard")
    if isinstance(standard, dict) and "ninjs" in line(standard.get("name")).casefold():
        return True
    if not (isinstance(value.get("uri"), str) or isinstance(value.get("guid"), str)):
        return False
    names = {name.casefold(): held for name, held in value.items()}
    return len(_MARKS & names.keys()) > 1 or line(names.get("pubstatus")).casefold() in _STATUSES


def articles(
    value: Mapping[str, Any], name: str, options: Options, where: str = "", *, depth: int = 0
) -> Iterator[Item]:
    """The article of an item, and those of the texts that it holds; pictures, events and packages are named."""
    given = _plainly(value)
    kind = line(given.get("type")).casefold() or ("event" if "eventdetails" in given else "")
    item = _item(given)
    is_package = kind == "composite" and not (item.flow.paragraphs or item.lines)
    if (kind in _NO_ARTICLES or is_package) and not item.status.startswith("cancel"):
        known = where or item.id
        kind = "package" if is_package else kind
        yield Remark(name, f"{f'{known}: ' if known else ''}of type {kind}, no article: passed over", lost=False)
    else:
        yield from items(item, name, where or item.id, options)
    for inner in _associations(given) if depth < DEEPEST else ():
        if line(inner.get("type")) == "text" and "uri" in inner and not _is_empty(_body(inner)):
            yield from articles(inner, name, options, depth=depth + 1)


def _plainly(value: Mapping[str, Any]) -> dict[str, Any]:
    """An object's members that hold anything, by their names in lower case."""
    return {name.casefold(): held for name, held in value.items() if held not in (None, "", [], {})}


def _item(given: Mapping[str, Any]) -> AgencyItem:
    """What an item says."""
    headlines = _labelled(given, "headline", "headlines")
    main = next((said for role, said in headlines if role in {"", "main"}), "")
    main = main or next((said for role, said in headlines if not _DECK.search(role)), "")
    descriptions = _labelled(given, "description", "descriptions")
    body = _led(_body(given), next((plain(said) for role, said in descriptions if role == "lead"), ""))
    source = next((line(given[one]) for one in _SOURCES if line(given.get(one))), "")
    informed = next(_names(given, "infosource", "infosources"), "")
    return AgencyItem(
        id=line(given.get("uri")) or line(given.get("guid")),
        version=line(given.get("version")),
        status=line(given.get("pubstatus")).casefold(),
        embargo=line(given.get("embargoed")),
        headline=plain(main or line(given.get("title"))),
        decks=unique(plain(said) for role, said in headlines if _DECK.search(role)),
        slugline=line(given.get("slugline")),
        byline=plain(line(given.get("byline") or given.get("by"))) or "; ".join(_bylines(given) or _writers(given)),
        dateline=line(given.get("dateline")),
        place=line(given.get("located")),
        published=next((line(given[one]) for one in _CREATED if line(given.get(one))), ""),
        updated=line(given.get("versioncreated")),
        flow=body.flow,
        lines=body.lines,
        summary=next((plain(said) for role, said in descriptions if role != "lead" and "caption" not in role), ""),
        language=line(given.get("language")),
        sections=unique([*_names(given, "service"), *_categories(given)]),
        tags=unique([*texts(listed(given.get("keywords"))), *_names(given, *_SUBJECTS)]),
        source=source or informed,
        agency=informed or source,
        notes=unique([*(line(given.get(one)) for one in _NOTES), *_captions(given)]),
    )


def _labelled(given: Mapping[str, Any], single: str, several: str) -> list[tuple[str, str]]:
    """The texts of a member, each with what it is for: `body_html` of ninjs 1, and the `bodies` of 2 and 3."""
    named = {name: held for name, held in given.items() if name == single or name.startswith(f"{single}_")}
    found = [
        *((name.removeprefix(single).lstrip("_"), held) for name, held in named.items()),
        *((line(one.get("role") or one.get("contenttype")), one.get("value")) for one in _objects(given.get(several))),
    ]
    return [(role.casefold(), said) for role, held in found if (said := text(held)).strip()]


def _body(given: Mapping[str, Any]) -> AgencyItem:
    """The text, in the form that says the most of its paragraphs: HTML, else NITF, else lines."""
    bodies = _labelled(given, "body", "bodies")
    marked = [said for role, said in bodies if "html" in role or (role not in _PLAIN and is_markup(said))]
    flows = (flow(said) for said in marked if root(said[:4096].encode("utf-8", "replace")) in _HTML | {""})
    documents = (nitf.in_text(said) for said in marked)
    found = next((AgencyItem(flow=one) for one in flows if one.paragraphs), None) or next(filter(None, documents), None)
    if found:
        return AgencyItem(flow=found.flow, lines=found.lines)
    lines = next((said.strip().split("\n") for _, said in bodies if said not in marked), [])
    return AgencyItem(lines=tuple(lines))


def _is_empty(body: AgencyItem) -> bool:
    return not body.flow.paragraphs and not body.lines


def _led(body: AgencyItem, lead: str) -> AgencyItem:
    """A body with its lead, where that is given apart."""
    if not lead or any(lead in said for said in (*body.flow.paragraphs[:2], *body.lines[:4])):
        return body
    if body.lines:
        return AgencyItem(lines=(lead, "", *body.lines))
    subheads = [Subhead(head.text, head.before + 1) for head in body.flow.subheads]
    return AgencyItem(flow=Flow([lead, *body.flow.paragraphs], subheads, body.flow.aside))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a list, or the one that stands for it."""
    return (_plainly(one) for one in listed(value) if isinstance(one, dict))


def _names(given: Mapping[str, Any], *members: str) -> Iterator[str]:
    return (name for member in members for one in _objects(given.get(member)) if (name := line(one.get("name"))))


def _categories(given: Mapping[str, Any]) -> Iterator[str]:
    for one in _objects(given.get("subject") or given.get("subjects")):
        if line(one.get("rel")).casefold() in {"category", "section"}:
            yield line(one.get("name"))


def _bylines(given: Mapping[str, Any]) -> list[str]:
    """The bylines of a list, each with what stands below it; objects or texts."""
    said = (
        ", ".join(filter(None, [line(one.get("by")), line(one.get("title"))])) if isinstance(one, dict) else line(one)
        for one in listed(given.get("bylines"))
    )
    return [byline for one in said if (byline := plain(one))]


def _writers(given: Mapping[str, Any]) -> Iterator[str]:
    """The people who are said to have written an item."""
    for member in ("authors", "contributors", "person", "people"):
        for one in _objects(given.get(member)):
            if _WRITES.fullmatch(line(one.get("role"))) or _WRITES.fullmatch(line(one.get("rel"))):
                yield line(one.get("name"))


def _associations(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The items that an item holds: by name in ninjs 1, in a list since 2."""
    held = given.get("associations")
    return [*_objects(list(held.values()) if isinstance(held, dict) else held)]


def _captions(given: Mapping[str, Any]) -> Iterator[str]:
    """What stands below the pictures of an item."""
    for one in _associations(given):
        if line(one.get("type")) != "text":
            for _, said in (
                *_labelled(one, "description", "descriptions")[:1],
                *_labelled(one, "headline", "headlines"),
            ):
                yield plain(said)
