"""WordPress's export (WXR): RSS with elements of its own, of any size."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from newssearch.patterns import lazily
from newssearch.readers import roots, site_clock
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.feeds import items as feed_items
from newssearch.readers.feeds.items import Entry
from newssearch.readers.feeds.wordpress_items import LARGEST_ITEM, BrokenExportError, Channel, Fields, first, items

_SPACE = b"wordpress.org/export/"
_ARTICLES = frozenset(["post", "page"])
_FURNITURE = frozenset(
    """attachment custom_css customize_changeset nav_menu_item oembed_cache revision user_request wp_block wp_font_face
    wp_font_family wp_global_styles wp_navigation wp_template wp_template_part
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
"""Types of posts that WordPress makes for itself."""

_CAPTION = lazily(r"\[caption\b[^\]\n]{0,2000}\](.*?)\[/caption\]", re.DOTALL)
_EMBED = lazily(r"\[embed\b[^\]\n]{0,2000}\][^\[\n]{0,2000}\[/embed\]")
_SHORTCODE = lazily(
    r"\[/?[a-z][\w-]{0,60}(?:\s+[\w-]{1,60}=(?:\"[^\"\n\]]{0,2000}\"|'[^'\n\]]{0,2000}'|[^\s\"'\]]{1,2000}))+\s*/?\]"
    r"|\[/?(?:audio|caption|embed|gallery|playlist|video)\]"
)
_ADDRESS = lazily(r"^[^\S\n]*https?://[^\s<>]+[^\S\n]*$", re.MULTILINE)


def begins(head: bytes) -> bool:
    """Whether a file that begins so is an export; it is a feed as well, so that this is to be asked first."""
    return roots.root(head) == "rss" and _SPACE in head


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The articles of what was published; the rest is named, by its count."""
    channel = Channel()
    passed: Counter[str] = Counter()
    number = 0
    try:
        for number, (item, is_whole) in enumerate(items(file, channel), 1):
            kind, status = first(item, "wp:post_type") or "post", first(item, "wp:status") or "publish"
            if kind in _FURNITURE:
                continue
            if kind not in _ARTICLES:
                passed[f"of type {kind[:40]}"] += 1
            elif status != "publish":
                passed[f"with status {status[:40]}"] += 1
            elif not is_whole:
                yield Remark(name, f"item {number}: longer than {LARGEST_ITEM:,} characters: passed over", lost=True)
            else:
                yield from feed_items.read(_entry(item, channel, f"item {number}"), name, options)
    except BrokenExportError as error:
        yield Remark(name, f"{error}, behind {number:,} items", lost=True)
    for what, count in passed.items():
        yield Remark(name, f"{count:,} {'items' if count > 1 else 'item'} {what}: passed over", lost=True)
    if not number:
        yield Remark(name, "an export without items", lost=False)


# --- what they say ----------------------------------------------------------------


def _entry(item: Fields, channel: Channel, where: str) -> Entry:
    creator = first(item, "dc:creator")
    categories = [term for term in _terms(item, "category") if term != "Uncategorized"]
    return Entry(
        where,
        id=first(item, "guid"),
        url=first(item, "link"),
        title=first(item, "title"),
        content=_content(first(item, "content:encoded")),
        summary=first(item, "excerpt:encoded") or first(item, "description"),
        people=[channel.names.get(creator, creator)],
        published=_printed(item, "wp:post_date") or first(item, "pubDate"),
        updated=_printed(item, "wp:post_modified"),
        language=first(channel.fields, "language"),
        section=categories[0] if categories else "",
        tags=[*categories[1:], *_terms(item, "post_tag")],
        source=first(channel.fields, "title"),
        home=first(channel.fields, "link"),
        status="withheld" if first(item, "wp:post_password") else "",
    )


def _terms(item: Fields, domain: str) -> list[str]:
    return [text for text, attributes in item.get("category", []) if attributes.get("domain", "category") == domain]


def _content(text: str) -> str:
    """A post's text without WordPress's own marks: shortcodes, and addresses on lines of their own, which embed."""
    text = _ADDRESS.sub("", text)
    if "[" not in text:
        return text
    text = _CAPTION.sub(r"<figure><figcaption>\1</figcaption></figure>", text) if "[/caption]" in text else text
    return _SHORTCODE.sub("", _EMBED.sub("", text))


def _printed(item: Fields, name: str) -> str:
    return site_clock.printed(first(item, name), first(item, f"{name}_gmt"))
