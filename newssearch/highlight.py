"""An article and a query to the fragments that show why it matched, the same on every engine.

What matches is the reference matcher's to say; `Sought` is one that reads only what a
query's few words need.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newssearch.analysis.surface import Place
from newssearch.article import Article
from newssearch.fragments import WIDTH, fragments, merged
from newssearch.query import build, tree
from newssearch.query.fields import DEFAULTS, WORDS, texts
from newssearch.query.matcher import Extents, Matcher, Where
from newssearch.query.sought import Asked, Sought
from newssearch.results import Fragment

_AT = {field: at for at, field in enumerate((*DEFAULTS, *WORDS))}
"""The order in which fields are shown."""


class _Leaf(NamedTuple):
    """A part with places in a text, which may have made an article match if all of the `whole` do."""

    part: tree.Query
    whole: tuple[tree.Query, ...] = ()

    @property
    def is_bare(self) -> bool:
        return isinstance(self.part, tree.Word) and self.part.field is None


class Highlighter:
    """A query, to highlight articles by: what depends on it alone is found out once."""

    def __init__(self, query: tree.Query, languages: Iterable[str] = ()) -> None:
        self._asked = Asked(query, languages)
        self._leaves = _bare_first(query)

    def __call__(self, article: Article, *, most: int = 3, width: int = WIDTH) -> list[Fragment]:
        """The fragments that show a matching article best: headline, subheads and names whole, the body in parts.

        At most `most` of the body. Marks cover the words that made the article match and
        no others; marked words in a row are one mark. Where the query's bare words stand
        in a row in their order, the fragment with that passage comes first. Without a mark
        in the body, its beginning is shown.
        """
        return _highlighted(Sought(article, self._asked), self._leaves, most, width)


def highlight(
    article: Article, query: tree.Query, languages: Iterable[str] = (), *, most: int = 3, width: int = WIDTH
) -> list[Fragment]:
    """The fragments of one article: see `Highlighter`."""
    return Highlighter(query, languages)(article, most=most, width=width)


def highlighted(matcher: Matcher, query: tree.Query, most: int = 3, width: int = WIDTH) -> list[Fragment]:
    """As `highlight`, of the matcher's article, by what the matcher finds in it."""
    return _highlighted(matcher, _bare_first(query), most, width)


def _highlighted(matcher: Matcher, leaves: Iterable[_Leaf], most: int, width: int) -> list[Fragment]:
    article = matcher.article
    marked: dict[Where, list[tuple[int, Extents]]] = {("body", 0): []} if article.body else {}
    bit, bare = 1, 0
    for leaf in leaves:
        if leaf.whole and not all(map(matcher.matches, leaf.whole)):
            continue
        if extents := matcher.extents(leaf.part):
            for where, own in extents.items():
                marked.setdefault(where, []).append((bit, own))
            bit <<= 1
            bare += leaf.is_bare
    shown: list[Fragment] = []
    for field, at in sorted(marked, key=_shown_at):
        text = texts(article, field)[at]
        places = _places(marked[field, at])
        if field == "body":
            shown += fragments(text, places, bare, most, width)
        else:
            shown.append(Fragment(field, text, tuple(merged(places, text))))
    return shown


def _shown_at(where: Where) -> tuple[int, int]:
    field, at = where
    return _AT[field], at


def _bare_first(query: tree.Query) -> list[_Leaf]:
    """The leaves of a query, those that are bare words first."""
    return sorted(_leaves(query, ()), key=lambda leaf: not leaf.is_bare)


def _leaves(query: tree.Query, whole: tuple[tree.Query, ...]) -> Iterator[_Leaf]:
    """The parts with places in a text that may have made an article match, as the query as a whole did."""
    match query:
        case tree.And(parts):
            for part in parts:
                yield from _leaves(part, whole)
        case tree.Or(parts):
            for part in parts:
                yield from _leaves(part, (*whole, part) if isinstance(part, (tree.And, tree.Boost)) else whole)
        case tree.Boost(part):
            yield from _leaves(part, whole)
        case tree.Name():
            yield _Leaf(query, whole)
        case _ if build.can_be_near(query):
            yield _Leaf(query, whole)


def _places(found: Sequence[tuple[int, Extents]]) -> list[Place]:
    """The words that take part in any leaf, each with the bits of its leaves, in order."""
    if len(found) == 1:
        ((bit, extents),) = found
        return [(start, end, bit) for start, end in extents]
    bits: dict[tuple[int, int], int] = {}
    for bit, extents in found:
        for extent in extents:
            bits[extent] = bits.get(extent, 0) | bit
    return [(start, end, leaves) for (start, end), leaves in sorted(bits.items())]
