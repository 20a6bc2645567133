"""The components of a NewsML 1 item: which texts are in them, in what form, and what each is for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from newssearch.readers.agency import nitf
from newssearch.readers.agency.item import AgencyItem
from newssearch.readers.agency.markup import plain_lines, text_flow
from newssearch.readers.agency.xml_tree import child, first
from newssearch.readers.fragment import Flow, flow, is_markup

MAIN = frozenset(
    ["", "main", "maintext", "body", "bodytext", "text", "textbody", "story", "article", "news", "content"]
)
HEADLINE = frozenset(["headline", "hedline", "title"])
DECK = frozenset(["subheadline", "subhead", "deck"])
SUMMARY = frozenset(["abstract", "summary", "teaser"])
"""Roles of components, without case and spaces."""

_NO_TEXT = ("css", "javascript", "image/", "video/", "audio/", "application/pdf")


class Piece(NamedTuple):
    """A text: the components that it lies in, the nearest first, its role, language and form (0 is the best)."""

    chain: tuple[Element, ...]
    role: str
    language: str
    form: int
    text: AgencyItem

    @property
    def texts(self) -> list[str]:
        """Its paragraphs and headings, or its lines."""
        return [*self.text.flow.paragraphs, *(head.text for head in self.text.flow.subheads), *self.text.lines]

    @property
    def flow(self) -> Flow:
        """Its paragraphs and subheads, also of lines."""
        return self.text.flow if self.text.flow.paragraphs else flow("\n".join(self.text.lines))

    @property
    def words(self) -> str:
        """The whole on one line."""
        return " ".join(" ".join(self.texts).split())


def pieces(component: Element, chain: tuple[Element, ...] = (), role: str = "", language: str = "") -> list[Piece]:
    """The texts of a component and of those in it; of equivalent ones, the one in the best form for each language."""
    chain = (component, *chain)
    role = child(component, "Role").get("FormalName", "").casefold().replace(" ", "").replace("-", "") or role
    spoken = child(component, "DescriptiveMetadata/Language").get("FormalName", "")
    language = spoken or component.get("xml:lang", "") or language
    texts = (_text(content) for content in component.iterfind("ContentItem"))
    found = [Piece(chain, role, language, form, text) for form, text in filter(None, texts)]
    form = min((piece.form for piece in found), default=0)
    found = [piece for piece in found if piece.form == form]
    inner = [piece for part in component.iterfind("NewsComponent") for piece in pieces(part, chain, role, language)]
    return [*found, *(_best(inner) if component.get("EquivalentsList") == "yes" else inner)]


def media(component: Element, *, deep: bool = True) -> Iterator[str]:
    """What a component holds that is no text, by name (`photo`); with those in it, or without."""
    for content in component.iter("ContentItem") if deep else component.iterfind("ContentItem"):
        kind = child(content, "MediaType").get("FormalName", "") or child(content, "MimeType").get("FormalName", "")
        if kind and not kind.casefold().startswith("text"):
            yield kind.casefold()


def said(chain: Sequence[Element], *paths: str) -> str:
    """The first text that a path leads to from the nearest component that has one."""
    return next(filter(None, (first(component, path) for component in chain for path in paths)), "")


def _best(found: list[Piece]) -> list[Piece]:
    best: dict[tuple[str, str], Piece] = {}
    for piece in sorted(found, key=lambda piece: piece.form):
        best.setdefault((piece.role, piece.language), piece)
    return [piece for piece in found if best[piece.role, piece.language].form == piece.form]


def _text(content: Element) -> tuple[int, AgencyItem] | None:
    """What stands in a content item, and how good its form is; None where it is no text."""
    kinds = " ".join(child(content, name).get("FormalName", "") for name in ("MimeType", "Format")).casefold()
    media = child(content, "MediaType").get("FormalName", "text").casefold()
    data = content.find("DataContent")
    if data is None or not media.startswith(("text", "nitf", "xhtml", "html")) or any(no in kinds for no in _NO_TEXT):
        return None
    if (inner := data.find("nitf")) is not None:
        return 0, nitf.item(inner)
    if len(data):
        return 1, AgencyItem(flow=text_flow(data), lines=tuple(plain_lines(data)))
    text = data.text or ""
    if (escaped := nitf.in_text(text)) is not None:
        return 0, escaped
    if is_markup(text):
        return 2, AgencyItem(flow=flow(text))
    return (3, AgencyItem(lines=tuple(text.strip("\n").split("\n")))) if text.strip() else None
