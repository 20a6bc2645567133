"""NewsML 1.0 to 1.2: an item's texts are chosen by their role, form and language."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from newssearch.article import Subhead
from newssearch.patterns import lazily
from newssearch.readers.agency.documents import Numbered, documents
from newssearch.readers.agency.item import AgencyItem, filled, items, unique
from newssearch.readers.agency.newsml_components import DECK, HEADLINE, MAIN, SUMMARY, Piece, media, pieces, said
from newssearch.readers.agency.xml_tree import child, first, line, lines
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.fragment import Flow
from newssearch.readers.roots import root

_REVISION = lazily(r":\d+[a-zA-Z]?$")
_DELETE = lazily(r"(?i:delete|kill|cancel|annul|withdraw)")
_KEYWORDS = lazily(r"(?i:.*key-?words?)")


def begins(head: bytes) -> bool:
    """Whether this is NewsML 1."""
    return root(head) == "newsml"


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles of a document, also those of items in components of others."""
    for document in documents(file, name):
        if isinstance(document, Remark):
            yield document
        else:
            yield from _document(document, name, options)


def _document(document: Numbered, name: str, options: Options) -> Iterator[Item]:
    sender = child(document.root, "NewsEnvelope/SentFrom/Party").get("FormalName", "")
    found = list(document.root.iter("NewsItem"))
    if not found:
        yield Remark(name, f"{document.broken or 'a document without items'}: passed over", lost=True)
    for number, element in enumerate(found, 1):
        where = ", ".join(filter(None, [document.where, f"item {number}" if len(found) > 1 else ""]))
        broken = document.broken if number == len(found) else ""
        yield from _item(element, sender, name, where, options, broken=broken)


def _item(news: Element, sender: str, name: str, where: str, options: Options, *, broken: str) -> Iterator[Item]:
    """The articles of an item: one, or one for each text with a headline of its own."""
    found = [
        piece for part in news.iterfind("NewsComponent") for piece in pieces(part, language=news.get("xml:lang", ""))
    ]
    given = _managed(news, sender)
    if not found and not given.status.casefold().startswith(("cancel", "kill")) and (other := _other(news)):
        at = f"{where}: " if where else ""
        yield Remark(name, f"{at}{other} {given.id}".strip() + " is no article: passed over", lost=False)
        return
    texts = _texts(found)
    languages = unique(_spoken(piece) for piece in texts)
    told = [piece for piece in texts if _spoken(piece) in {"", *languages[:1]}]
    stories = _by_headline(told) or [[]]
    for number, story in enumerate(stories):
        own = filled(_described(story, found if number == 0 else [], news), given)
        if number:
            own = filled(AgencyItem(id=f"{given.id}#{number + 1}" if given.id else ""), own)
        yield from items(own, name, where, options, broken=broken)
    if len(languages) > 1:
        others = ", ".join(languages[1:])
        yield Remark(name, f"{given.id or where}: read in {languages[0]}, and not in {others}".lstrip(": "), lost=False)


def _managed(news: Element, sender: str) -> AgencyItem:
    """What an item says of itself as a whole."""
    identity, management = child(news, "Identification"), child(news, "NewsManagement")
    of_news = child(identity, "NewsIdentifier")
    key = [first(of_news, part) for part in ("ProviderId", "DateId", "NewsItemId")]
    status = child(management, "Status").get("FormalName", "")
    change = child(management, "StatusWillChange")
    released = child(change, "FutureStatus").get("FormalName", "").casefold() == "usable"
    is_held = released and status.casefold() not in {"", "usable"}
    return AgencyItem(
        id=":".join(["urn:newsml", *key]) if all(key) else _REVISION.sub("", first(of_news, "PublicIdentifier")),
        version=first(of_news, "RevisionId"),
        status="canceled" if _is_deleted(management) else "embargoed" if is_held else status,
        embargo=first(change, "DateAndTime") if is_held else "",
        published=first(management, "FirstCreated") or first(management, "ThisRevisionCreated"),
        updated=first(management, "ThisRevisionCreated"),
        language=news.get("xml:lang", ""),
        source=sender or key[0],
    )


def _is_deleted(management: Element) -> bool:
    """Whether receivers are told to delete an item; what is said of its earlier revisions alone deletes none."""
    return any(
        _DELETE.fullmatch(told.get("FormalName", "")) and told.find("RevisionStatus") is None
        for told in management.iterfind("Instruction")
    )


def _other(news: Element) -> str:
    """What an item without a text is, where it is no headline alone."""
    if kinds := [kind for part in news.iterfind("NewsComponent") for kind in media(part)]:
        return f"a {kinds[0]}"
    if news.find(".//NewsItemRef") is not None:
        return "a list of items"
    return next((f"a {name}" for name in ("TopicSet", "Catalog", "Update") if news.find(name) is not None), "")


def _texts(found: list[Piece]) -> list[Piece]:
    """The pieces that are the text, each once: those whose role says so, else the first that nothing speaks against."""
    texts = [piece for piece in found if piece.role in MAIN]
    others = [piece for piece in found if piece.role not in HEADLINE | DECK | SUMMARY | {"contact", "caption"}]
    chosen = texts or others[:1]
    once: dict[str, Piece] = {}
    for piece in chosen:
        once.setdefault(piece.words, piece)
    return list(once.values())


def _spoken(piece: Piece) -> str:
    """A piece's language, without its country."""
    return piece.language.partition("-")[0].casefold()


def _by_headline(texts: list[Piece]) -> list[list[Piece]]:
    """The texts under each headline; those without one go with the first."""
    stories: dict[str, list[Piece]] = {}
    for piece in texts:
        headline = said(piece.chain, "NewsLines/HeadLine") or piece.text.headline
        stories.setdefault(headline or next(iter(stories), ""), []).append(piece)
    return list(stories.values())


def _described(story: list[Piece], found: list[Piece], news: Element) -> AgencyItem:
    """A text with what its components and the pieces beside it say of it."""
    outermost = tuple(news.findall("NewsComponent")[:1])
    chain = story[0].chain if story else outermost
    titles = [piece.words for piece in found if piece.role in HEADLINE]
    headline = said(chain, "NewsLines/HeadLine") or next(iter(titles), "")
    told = {piece.words for piece in story}
    others = [piece.words for piece in found if piece.role not in MAIN | HEADLINE | DECK | SUMMARY]
    decks = [text for piece in found if piece.role in DECK for text in piece.texts]
    shown = [part for part in news.iter("NewsComponent") if any(media(part, deep=False))] if found else []
    captions = [first(part, "NewsLines/HeadLine") for part in shown]
    byline = ", ".join(filter(None, [said(chain, "NewsLines/ByLine"), said(chain, "NewsLines/ByLineTitle")]))
    provider = _party(chain, "Provider")
    in_lines = all(piece.text.lines for piece in story)
    described = AgencyItem(
        headline=headline,
        decks=unique([said(chain, "NewsLines/SubHeadLine"), *decks]),
        slugline=said(chain, "NewsLines/SlugLine"),
        byline=byline,
        dateline=said(chain, "NewsLines/DateLine"),
        place=_place(chain),
        flow=_joined([piece.flow for piece in story]),
        lines=tuple(text for piece in story for text in (*piece.text.lines, "")) if in_lines else (),
        summary=next((piece.words for piece in found if piece.role in SUMMARY), ""),
        language=story[0].language if story else "",
        tags=unique(_keywords(chain)),
        source=provider,
        agency=provider or _party(chain, "Creator") or _party(chain, "Source"),
        notes=unique([*(_notes(chain)), *(one for one in [*captions, *others] if one not in {headline, *told})]),
    )
    return filled(described, story[0].text) if story else described


def _joined(flows: list[Flow]) -> Flow:
    """Pieces of a text, one behind the other."""
    whole = Flow([], [], [])
    for part in flows:
        before = len(whole.paragraphs)
        whole.subheads.extend(Subhead(head.text, head.before + before) for head in part.subheads)
        whole.paragraphs.extend(part.paragraphs)
        whole.aside.extend(part.aside)
    return whole


def _party(chain: tuple[Element, ...], path: str) -> str:
    names = (child(one, f"AdministrativeMetadata/{path}/Party").get("FormalName", "") for one in chain)
    return next(filter(None, names), "")


def _place(chain: tuple[Element, ...]) -> str:
    """The city that a text comes from."""
    for component in chain:
        for location in component.iterfind("DescriptiveMetadata/Location"):
            for part in location.iterfind("Property"):
                if location.get("HowPresent") == "Origin" and part.get("FormalName") == "City":
                    return part.get("Value", "")
    return ""


def _keywords(chain: tuple[Element, ...]) -> Iterator[str]:
    for component in chain:
        yield from lines(component.iterfind("NewsLines/KeywordLine"))
        for path in ("DescriptiveMetadata/Property", "Metadata/Property"):
            for part in component.iterfind(path):
                if _KEYWORDS.fullmatch(part.get("FormalName", "")):
                    yield part.get("Value", "")


def _notes(chain: tuple[Element, ...]) -> Iterator[str]:
    """Terms of use, and lines of NewsML's other kinds."""
    for component in chain:
        for path in ("NewsLines/CopyrightLine", "NewsLines/RightsLine", "NewsLines/CreditLine"):
            yield from lines(component.iterfind(path))
        yield from (line(usage) for usage in component.iterfind("RightsMetadata/UsageRights/*"))
