"""An article and a query to the fragments that show why it matched, the same on every engine.

What matches is the reference matcher's to say; `Sought` is one that reads only what a
query's few words need.
"""

from collections.abc import Iterable, Iterator, Sequence

from newssearch.article import Article
from newssearch.fragments import WIDTH, Place, fragments, merged
from newssearch.query import build, tree
from newssearch.query.fields import DEFAULTS, WORDS, texts
from newssearch.query.matcher import Extents, Matcher, Where
from newssearch.query.sought import Sought
from newssearch.results import Fragment

_FIELDS = (*DEFAULTS, *WORDS)


def highlight(
    article: Article, query: tree.Query, languages: Iterable[str] = (), *, most: int = 3, width: int = WIDTH
) -> list[Fragment]:
    """The fragments that show a matching article best: headline, subheads and names whole, the body in parts.

    At most `most` of the body. Marks cover the words that made the article match and
    no others; marked words in a row are one mark. Where the query's bare words stand
    in a row in their order, the fragment with that passage comes first. Without a mark
    in the body, its beginning is shown.
    """
    return highlighted(Sought(article, query, languages), query, most, width)


def highlighted(matcher: Matcher, query: tree.Query, most: int = 3, width: int = WIDTH) -> list[Fragment]:
    """As `highlight`, of the matcher's article, by what the matcher finds in it."""
    found = [(leaf, extents) for leaf in _leaves(query, matcher) if (extents := matcher.extents(leaf))]
    bare = [extents for leaf, extents in found if _is_bare(leaf)]
    others = [extents for leaf, extents in found if not _is_bare(leaf)]
    marked: dict[Where, list[tuple[int, Extents]]] = {("body", 0): []} if matcher.article.body else {}
    for number, extents in enumerate(bare + others):
        for where, own in extents.items():
            marked.setdefault(where, []).append((1 << number, own))
    shown: list[Fragment] = []
    for field, at in sorted(marked, key=_shown_at):
        text = texts(matcher.article, field)[at]
        places = _places(marked[field, at])
        if field == "body":
            shown += fragments(text, places, len(bare), most, width)
        else:
            shown.append(Fragment(field, text, tuple(merged(places, text))))
    return shown


def _is_bare(leaf: tree.Query) -> bool:
    return isinstance(leaf, tree.Word) and leaf.field is None


def _shown_at(where: Where) -> tuple[int, int]:
    field, at = where
    return _FIELDS.index(field), at


def _leaves(query: tree.Query, matcher: Matcher) -> Iterator[tree.Query]:
    """The parts with places in a text that may have made the article match, as the query as a whole did."""
    match query:
        case tree.And(parts):
            for part in parts:
                yield from _leaves(part, matcher)
        case tree.Or(parts):
            for part in parts:
                if not isinstance(part, (tree.And, tree.Boost)) or matcher.matches(part):
                    yield from _leaves(part, matcher)
        case tree.Boost(part):
            yield from _leaves(part, matcher)
        case tree.Name():
            yield query
        case _ if build.can_be_near(query):
            yield query


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
