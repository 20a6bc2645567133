"""The text of NITF and XHTML, which agencies' items hold as XML: both are read as the HTML that they resemble."""

from html import escape
from xml.etree.ElementTree import Element

from newssearch.patterns import lazily
from newssearch.readers.fragment import Flow, flow

_AS_HTML = {
    "hl1": "h1",
    "hl2": "h2",
    "fn": "p",
    "tagline": "p",
    "bq": "blockquote",
    "block": "div",
    "body.content": "div",
    "body.end": "div",
    "media": "aside",
    "bibliography": "aside",
    "datasource": "aside",
    "copyrite": "aside",
    "header": "aside",
    "footer": "aside",
    "credit": "p",
}
"""Elements of NITF, and the two of XHTML that frame an article, and what they are in HTML."""

_LEFT_OUT = frozenset(
    ["head", "style", "script", "media-metadata", "media-object", "nitf-table-metadata", "body.head", "byline"]
)
_NOT_PUBLISHED = frozenset(["npa", "editorsnote", "cpyrt", "trdmk"])
"""What NITF's `type` and `noteclass` say of notes that are to editors and not to readers."""

_INDENTED = lazily(r"\n[ \t]+\S")
_NOT_INDENTED = lazily(r"\n\S")
_BROKEN = lazily(r"\n[ \t]*\n")


def text_flow(element: Element) -> Flow:
    """The paragraphs of an element, with its subheads, and what stands beside them.

    >>> from xml.etree.ElementTree import fromstring
    >>> text_flow(fromstring("<block><p>Oil fell.</p><hl2>Next</hl2><p>It rose.</p></block>")).subheads
    [Subhead(text='Next', before=1)]
    """
    found: list[str] = []
    _write(element, found, _repeated(element))
    return flow("".join(found))


def plain_lines(element: Element) -> list[str]:
    """The lines of a text that was set in lines and put into one paragraph as it is; none for any other.

    Such a text has indents, and lines without; what was indented by a program has only the former.
    """
    text = max(element.itertext(), key=len, default="")
    whole = sum(map(len, element.itertext()))
    if text.count("\n") < 4 or len(text) < 0.9 * whole:
        return []
    set_in_lines = _NOT_INDENTED.search(text.strip()) and (_INDENTED.search(text) or _BROKEN.search(text))
    return text.split("\n") if set_in_lines else []


def _write(element: Element, found: list[str], repeated: frozenset[Element]) -> None:
    name = element.tag
    if name not in _LEFT_OUT and element not in repeated and name != "br":
        html = "aside" if _is_aside(element) else _AS_HTML.get(name, name if name.isalnum() else "span")
        kind = element.get("class", "")
        found.append(f'<{html} class="{escape(kind)}">' if kind else f"<{html}>")
        found.append(escape(element.text or "", quote=False))
        for child in element:
            _write(child, found, repeated)
        found.append(f"</{html}>")
    elif name == "br":
        found.append("<br/>")
    found.append(escape(element.tail or "", quote=False))


def _is_aside(element: Element) -> bool:
    """Whether a note is for editors only."""
    return element.tag == "note" and not _NOT_PUBLISHED.isdisjoint((element.get("type"), element.get("noteclass")))


def _repeated(element: Element) -> frozenset[Element]:
    """The blocks of which a later one beside them has every paragraph: a lead that is given twice."""
    blocks = [block for block in element.iter("block") if len(block)]
    if len(blocks) < 2 or len(blocks) > 100:
        return frozenset()
    texts = [[" ".join("".join(p.itertext()).split()) for p in block.iter("p")] for block in blocks]
    return frozenset(
        block
        for at, block in enumerate(blocks)
        if texts[at] and any(texts[at] == later[: len(texts[at])] for later in texts[at + 1 :])
    )
