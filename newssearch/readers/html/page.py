"""HTML pages: the article of a page as it was published."""

from collections.abc import Iterator
from typing import BinaryIO

from newssearch.moment import Moment
from newssearch.readers import roots
from newssearch.readers.contract import Item, Options, Remark
from newssearch.readers.html import article as html_article
from newssearch.readers.html import tree as html_tree
from newssearch.readers.html.address import saved_from

_ROOTS = frozenset(
    """a address article aside b base blockquote body br center div dl em figure font footer form h1 h2 h3 h4 h5 h6
    head header hr html i img link main meta nav ol p pre script section span strong style table title ul
    """.split()  # noqa: SIM905 -- quotation marks would hide the words
)
_XHTML = b"http://www.w3.org/1999/xhtml"


def begins(head: bytes) -> bool:
    """Whether a file that begins so is an HTML page, or a part of one.

    >>> begins(b"<!DOCTYPE html><html><head>"), begins(b"<p>Oil fell."), begins(b"<?xml version='1.0'?><rss>")
    (True, True, False)
    """
    if not head.startswith(b"<"):
        return False
    root = roots.root(head)
    if roots.doctype(head) == "html" or root == "html":
        return True
    return root in _ROOTS and (not head.startswith(b"<?xml") or _XHTML in roots.attributes(head))


def read(file: BinaryIO, name: str, options: Options) -> Iterator[Item]:
    """The article of a page, and what could not be read in it."""
    yield from page(file.read(html_tree.LARGEST + 1), name, options)


def page(
    data: bytes, name: str, options: Options, *, url: str = "", seen: Moment | None = None, charset: str = ""
) -> Iterator[Item]:
    """The article of a page's bytes, and what could not be read in it.

    `url` is the page's address where it says none itself, `seen` when a copy of it was
    found, `charset` the encoding that came with it.
    """
    if len(data) > html_tree.LARGEST:
        yield Remark(name, f"larger than {html_tree.LARGEST >> 20} MiB, the limit for a page: passed over", lost=True)
        return
    try:
        text, notice = html_tree.text_of(data, charset)
    except ValueError as error:
        yield Remark(name, f"{error}: passed over", lost=True)
        return
    if notice:
        yield Remark(name, notice, lost=False)
    root, lost = html_tree.parsed(text)
    if lost:
        yield Remark(name, lost, lost=True)
    article = None if root is None else html_article.article(root, name, options, url or saved_from(text), seen)
    if article is None:
        yield Remark(name, "a page without an article: passed over", lost=True)
        return
    yield article
