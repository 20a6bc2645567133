"""What is wrong with a feed's XML, and what of it can be mended before it is parsed."""

import html
import re

from newssearch.patterns import lazily

LONGEST_ENTITY = 1_000
"""Characters of an entity that a feed may declare; a longer one, or one that holds others, makes it grow."""

DEEPEST = 50
"""Elements that may lie in each other in an item that is mended."""

_ENTITY = lazily(r"<!ENTITY\s+[\w.:-]+\s+(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)
_REFERENCE = lazily(r"[&%](?!#)")
_ASIDE = lazily(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_START = lazily(r"<(?:\w{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_END = lazily(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)
_TAG = lazily(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:.-]*+)(?P<rest>[^<>]*+)>")
_NUMBER = lazily(r"&#(?:(\d{1,20})|x([\da-f]{1,20}));", re.IGNORECASE)
_BARE = lazily(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<!DOCTYPE[^>]*>)|&(?!#?\w{1,32};)", re.DOTALL)
_HALF_A_TAG = lazily(r"<[^<>]*\Z")


def grows(text: str) -> bool:
    """Whether a feed declares entities that hold others, or long ones."""
    values = (found[1] or found[2] or "" for found in _ENTITY.finditer(text))
    return any(len(value) > LONGEST_ENTITY or _REFERENCE.search(value) for value in values)


def loss(text: str, found: int) -> str:
    """What is likely lost of broken XML of which so many items were found, or ""."""
    bare = _ASIDE.sub("", text)
    begun, ended = len(_START.findall(bare)), len(_END.findall(bare))
    if found < begun:
        return f"broken XML: only {found:,} of {begun:,} items could be read"
    return "broken XML: breaks off in its last item" if ended < begun else ""


def mended(text: str) -> str:
    """A feed whose references are all characters, with each `&` that begins none, and with its last item closed.

    >>> mended("<title>Q&A <![CDATA[Q&A]]> &eacute;</title>")
    '<title>Q&amp;A <![CDATA[Q&A]]> &eacute;</title>'
    """
    if "&" in text:
        text = _NUMBER.sub(_character, _BARE.sub(lambda found: found[1] or "&amp;", text))
    return _closed(text)


def _character(reference: re.Match[str]) -> str:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    if 128 <= code < 160:
        return html.unescape(reference[0])  # the quotation marks of Windows, as browsers read them
    is_character = code in {9, 10, 13} or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return reference[0] if is_character else "\ufffd"


def _closed(text: str) -> str:
    """A feed that breaks off in an item with that item's elements closed, so that what is there is read.

    >>> _closed("<rss><channel><item><description>Oil fell <![CDATA[on Mon")
    '<rss><channel><item><description>Oil fell <![CDATA[on Mon]]></description></item>'
    """
    start = 0
    for found in _START.finditer(text):
        start = found.start()
    if not start or _END.search(text, start):
        return text
    in_cdata = text.rfind("<![CDATA[", start) > text.rfind("]]>", start)
    if not in_cdata:
        text = _HALF_A_TAG.sub("", text)
    opened: list[str] = []
    for tag in _TAG.finditer(_ASIDE.sub("", text[start:])):
        if tag["end"]:
            while tag["name"] in opened[-DEEPEST:] and opened.pop() != tag["name"]:
                pass
        elif not tag["rest"].endswith("/"):
            opened.append(tag["name"])
    ends = "".join(f"</{name}>" for name in reversed(opened[:DEEPEST]))
    return text + ("]]>" if in_cdata else "") + ends
