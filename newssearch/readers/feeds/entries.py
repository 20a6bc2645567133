"""feedparser's items, as `items` reads them."""

from collections.abc import Mapping
from typing import Any

from newssearch.patterns import lazily
from newssearch.readers.feeds.items import Entry

_CUT_EMAIL = lazily(r"^([a-z]{1,20} \()(.*) \((\S+@\S+)\)$")
"""`ple (Jane Doe (jane@harbour.exam)`: feedparser knows no last part of a name that is longer than four letters."""


def entry(item: Mapping[str, Any], channel: Mapping[str, Any], where: str, *, is_atom: bool) -> Entry:
    """An item as feedparser gives it, in a plain dict, with the channel that it stands in."""
    contents = [dict(content) for content in item.get("content") or ()]
    tags = [(_text(tag.get("label")) or _text(tag.get("term")), tag.get("scheme")) for tag in item.get("tags") or ()]
    # One category is the item's section; which one of several is, or whether any, is not said.
    section = tags[0][0] if len(tags) == 1 and not tags[0][1] else ""
    published, updated = _text(item.get("published") or item.get("created")), _text(item.get("updated"))
    origin = item.get("source") or {}  # the feed that an aggregator has the entry from
    if not published and not is_atom:
        published, updated = updated, ""  # the date of Dublin Core, which is RSS 1.0's only one
    return Entry(
        where,
        id=_text(item.get("id")),
        url=_text(item.get("feedburner_origlink")) or _text(item.get("link")),
        title=_markup(item.get("title_detail"), item.get("title"), is_atom=is_atom),
        content=_markup(_best(contents), "", is_atom=is_atom),
        summary=_markup(item.get("summary_detail"), item.get("summary"), is_atom=is_atom)
        or _text(item.get("not-read-description")),
        people=(_persons(item) or _persons(origin) or _persons(channel)) if is_atom else _people(item),
        published=published,
        updated=updated,
        language=_language(item, contents) or _text(channel.get("language")),
        section=section,
        tags=[] if section else [term for term, _ in tags],
        source=_text(origin.get("title")) or _text(channel.get("title")),
        home=_text(channel.get("link")),
        seen=_text(channel.get("updated")) or ("" if is_atom else _text(channel.get("published"))),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _best(contents: list[dict[str, Any]]) -> dict[str, Any]:
    """The content that is to be read: the first in HTML where there are several."""
    in_html = [content for content in contents if "html" in _text(content.get("type"))]
    return next(iter(in_html or contents), {})


def _markup(detail: Any, value: Any, *, is_atom: bool) -> str:
    """A value as HTML. Atom's plain text is text, with whatever signs; but for whole elements, which are a mistake."""
    detail = detail or {}
    text = _text(detail.get("value")) or _text(value)
    if is_atom and detail.get("type") == "text/plain" and "</" not in text and "<br" not in text:
        return text.replace("<", "&lt;")
    return text


def _language(item: Mapping[str, Any], contents: list[dict[str, Any]]) -> str:
    details = [*contents, item.get("title_detail") or {}]
    return _text(item.get("language")) or next(filter(None, (_text(d.get("language")) for d in details)), "")


def _persons(of: Mapping[str, Any]) -> list[str]:
    """The people of an entry or a feed, who have their name and e-mail apart.

    feedparser may give one who has no e-mail that of the one before, whole or cut.
    """
    found: list[str] = []
    before = ""
    for author in of.get("authors") or ():
        name, email = _text(author.get("name")), _text(author.get("email"))
        if email and before.startswith(email):
            email = ""
        before = email or before
        found.append(f"{name} ({email})" if name and email else name or email)
    return [*filter(None, found)]


def _people(item: Mapping[str, Any]) -> list[str]:
    """The people of an item of RSS, as printed: feedparser keeps the last whole, and cuts the e-mails of others."""
    *others, last = _persons(item) or [""]
    return [
        *(_CUT_EMAIL.sub(r"\3\1\2)", person) for person in others),
        *filter(None, [_text(item.get("author")) or last]),
    ]
