"""An article and a query to the fragments that show why it matched, the same on every engine."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newssearch.article import Article
from newssearch.byline import matches as names_author
from newssearch.fragments import WIDTH, Place, fragments, merged
from newssearch.query import build, tree
from newssearch.query.fields import DEFAULTS, WORDS, texts
from newssearch.query.matcher import Matcher, Spans
from newssearch.results import Fragment

_MOST_PLACES = 1_000


def highlight(
    article: Article, query: tree.Query, languages: Iterable[str] = (), *, most: int = 3, width: int = WIDTH
) -> list[Fragment]:
    """The fragments that show a matching article best: headline, subheads and names whole, the body in parts.

    At most `most` of the body. Marks cover the words that made the article match and
    no others; marked words in a row are one mark. Where the query's bare words stand
    in a row in their order, the fragment with that passage comes first. Without a mark
    in the body, its beginning is shown.
    """
    matcher = Matcher(article, languages, most=_MOST_PLACES)
    leaves = list(_leaves(query, matcher))
    found: list[Fragment] = []
    for field in (*DEFAULTS, *WORDS):
        marked = _marked(leaves, matcher, field)
        if field == "body":
            runs = [number for number, leaf in enumerate(leaves) if isinstance(leaf, tree.Word) and leaf.field is None]
            places = [place for _, own in _places(matcher, field, marked) for place in own]
            found += fragments(article.body, places, runs, most, width)
        else:
            shown = _places(matcher, field, marked)
            found += [Fragment(field, value, tuple(merged(places, value))) for value, places in shown]
    return found


def _leaves(query: tree.Query, matcher: Matcher) -> Iterator[tree.Query]:
    """The parts with places in a text that made the article match."""
    match query:
        case tree.And(parts) | tree.Or(parts):
            for part in parts:
                if matcher.matches(part):
                    yield from _leaves(part, matcher)
        case tree.Boost(part):
            yield from _leaves(part, matcher)
        case tree.Name():
            yield query
        case _ if build.can_be_near(query):
            yield query


def _marked(leaves: Sequence[tree.Query], matcher: Matcher, field: str) -> dict[int, frozenset[int]]:
    """Which leaves each position of a field answers."""
    found: dict[int, set[int]] = {}
    for number, leaf in enumerate(leaves):
        spans = (
            _named(leaf, matcher) if isinstance(leaf, tree.Name) and field == "byline" else matcher.spans(leaf, field)
        )
        for taken in spans.values():
            for position in taken:
                found.setdefault(position, set()).add(number)
    return {position: frozenset(numbers) for position, numbers in found.items()}


def _named(name: tree.Name, matcher: Matcher) -> Spans:
    """All words of the authors that a name means."""
    authors = zip(texts(matcher.article, "byline"), matcher.values("byline"), strict=True)
    return {
        (position, position): {position}
        for author, (base, words) in authors
        if names_author(name.name, author)
        for position in range(base, base + len(words))
    }


def _places(matcher: Matcher, field: str, marked: Mapping[int, frozenset[int]]) -> Iterator[tuple[str, list[Place]]]:
    """The values of a field that hold a mark, each with its marked words."""
    if not marked:
        return
    for value, (base, words) in zip(texts(matcher.article, field), matcher.values(field), strict=True):
        places = [
            Place(position, token.start, token.end, marked[position])
            for position, token in enumerate(words, base)
            if position in marked
        ]
        if places:
            yield value, places
