"""Where on a page an element stands: with the article, or in a comment, a teaser, a menu."""

from typing import Any

from newssearch.patterns import lazily
from newssearch.readers.html.lines import Line

_OTHERS = lazily(
    r"comment|respond|reply|replies|related|recommend|teaser|sidebar|widget|latest|popular|promo|newsletter|archive|card-list",
    2,
)
_TAGS = frozenset(["aside", "nav", "blockquote"])


def around(headline: Line | None) -> frozenset[Any]:
    """What the headline stands in: nothing of it is beside the article, whatever it is called."""
    return frozenset() if headline is None else frozenset([headline.block, *headline.block.iterancestors()])


def is_beside(element: Any, around: frozenset[Any]) -> bool:
    """Whether an element is part of something other than the article."""
    below_footer = False
    for outer in (element, *element.iterancestors()):
        if outer.tag == "article":
            below_footer = False  # its own
        below_footer = below_footer or outer.tag == "footer"
        if outer in around or outer.tag in {"body", "html"}:
            return below_footer
        if outer.tag in _TAGS or _OTHERS.search(f"{outer.get('class', '')} {outer.get('id', '')}"):
            return True
    return below_footer
