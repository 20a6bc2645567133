"""The reference: what each query means, on one article, as plainly as it can be said.

Every engine must find exactly the articles that `matches` says match. It is slow, and
has no index.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from newssearch import byline
from newssearch.analysis import Token, laid_out, stem, stem_language, tokens
from newssearch.article import Article
from newssearch.dates import Days, absolute
from newssearch.query import build, tree
from newssearch.query.fields import DEFAULTS, EXACT, keys, present, texts
from newssearch.query.words import wildcard, within

Span = tuple[int, int]
"""First and last position of a match in a field."""

Placed = list[tuple[int, Token]]
"""Tokens with their positions in a field."""

Spans = dict[Span, AbstractSet[int]]
"""The places that a query matches in a field, each with the positions of the words that take part."""

Where = tuple[str, int]
"""A text of an article: its field, and which of the field's texts it is."""

Extents = list[tuple[int, int]]
"""The [start, end) of words in a text, in order."""


def matches(query: tree.Query, article: Article, languages: Iterable[str] = ()) -> bool:
    """Whether the article matches a resolved query.

    `languages` are those of the archive, in which the query's words are stemmed; none
    given, the article's own. Raises `ValueError` for a period that is not resolved.
    """
    return Matcher(article, languages).matches(query)


class Matcher:
    """One article, to ask what matches it and where. `most` bounds the places of one `Near` (for display)."""

    def __init__(self, article: Article, languages: Iterable[str] = (), most: int | None = None) -> None:
        self.article = article
        self.languages = {*languages, stem_language(article.language)}
        self.most = most
        self.views: dict[str, list[tuple[int, AbstractSet[str]]]] = {}
        self.laid_out: dict[str, list[Placed]] = {}

    def matches(self, query: tree.Query) -> bool:
        match query:
            case tree.And(parts):
                return all(map(self.matches, parts))
            case tree.Or(parts):
                return any(map(self.matches, parts))
            case tree.Not(part):
                return not self.matches(part)
            case tree.Boost(part):
                return self.matches(part)
            case tree.Everything():
                return True
            case tree.Exists(field):
                return field in present(self.article)
            case tree.Name(name):
                return any(byline.matches(name, author.name) for author in self.article.authors)
            case tree.Value(value, field):
                return value in keys(self.article, field)
            case tree.Pattern(pattern, str(field)) if field in EXACT:
                return any(map(wildcard(pattern, exact=True), keys(self.article, field)))
            case tree.Date():
                return self.is_within(query)
            case _:
                return any(self.spans(query, field) for field in fields_of(query))

    def extents(self, query: tree.Query) -> dict[Where, Extents]:
        """The words that take part in a match of a part with places; of a name, all words of its authors."""
        if isinstance(query, tree.Name):
            return {
                ("byline", at): [(start, end) for _, start, end in tokens(author)]
                for at, author in enumerate(texts(self.article, "byline"))
                if byline.matches(query.name, author)
            }
        found: dict[Where, Extents] = {}
        for field in fields_of(query):
            taking_part = set().union(*self.spans(query, field).values())
            for at, words in enumerate(self.values(field) if taking_part else ()):
                if extents := [(token.start, token.end) for position, token in words if position in taking_part]:
                    found[field, at] = extents
        return found

    def spans(self, query: tree.Query, field: str) -> Spans:
        """Every place in the field that a word, phrase, pattern or NEAR matches."""
        match query:
            case tree.Word(word, at) if at in {None, field}:
                stems = {stem(word, language) for language in self.languages}
                return self.words(f"{field}_stem", stems) if field in DEFAULTS else self.words(field, {word})
            case tree.Phrase(words, slop, at) if at in {None, field}:
                return self.phrase(words, slop, field)
            case tree.Pattern(pattern, at) if at in {None, field}:
                return self.words(field, wildcard(pattern))
            case tree.Fuzzy(word, edits, at) if at in {None, field}:
                return self.words(field, within(word, edits))
            case tree.Or(parts):
                return {span: taken for part in parts for span, taken in self.spans(part, field).items()}
            case tree.Near(parts, distance, ordered):
                first, *others = parts
                spans = self.spans(first, field)
                for part in others:
                    spans = nearby(spans, self.spans(part, field), distance, ordered=ordered, most=self.most)
                return spans
            case _:
                return {}

    def words(self, view: str, wanted: Callable[[str], bool] | AbstractSet[str]) -> Spans:
        test = wanted if callable(wanted) else wanted.__contains__
        return {(at, at): {at} for at, words in self.view(view) if any(map(test, words))}

    def phrase(self, words: tuple[str, ...], slop: int, field: str) -> Spans:
        """From each place of the first word to the next places of the others, where these are near enough."""
        first, *others = ([at for at, _ in self.words(field, {word})] for word in words)
        found: Spans = {}
        for start in first:
            chain = [start]
            for places in others:
                at = bisect_right(places, chain[-1])
                if at == len(places):
                    break
                chain.append(places[at])
            if len(chain) == len(words) and chain[-1] - start - (len(words) - 1) <= slop:
                found[start, chain[-1]] = set(chain)
        return found

    def view(self, name: str) -> list[tuple[int, AbstractSet[str]]]:
        """The words, or their stems, at each position of a field."""
        if name not in self.views:
            field = name.removesuffix("_stem")
            language = stem_language(self.article.language)
            self.views[name] = [
                (position, set(token.words) if name == field else {stem(word, language) for word in token.words})
                for found in self.values(field)
                for position, token in found
            ]
        return self.views[name]

    def values(self, field: str) -> list[Placed]:
        """A field's values, each as its tokens."""
        if field not in self.laid_out:
            self.laid_out[field] = self.read(field)
        return self.laid_out[field]

    def read(self, field: str) -> list[Placed]:
        return [list(enumerate(found, base)) for base, found in laid_out(texts(self.article, field))]

    def is_within(self, query: tree.Date) -> bool:
        moment = self.article.published
        if query.after or query.before:
            raise ValueError(f"{query} is not resolved")
        if moment is None:
            return False
        for bound, is_start in ((query.start, True), (query.end, False)):
            if bound is None:
                continue
            limit = absolute(bound)
            if isinstance(limit, Days):
                inside = moment.day >= limit.first if is_start else moment.day <= limit.last
            else:
                earliest, latest = moment.span
                inside = latest >= limit.first if is_start else earliest <= limit.last
            if not inside:
                return False
        return True


def fields_of(query: tree.Query) -> list[str]:
    """The fields that a part with places in a text is looked for in."""
    named = build.near_fields(query)
    return sorted({field for field in named if field} | (set(DEFAULTS) if None in named else set()))


def nearby(left: Spans, right: Spans, distance: int, *, ordered: bool, most: int | None = None) -> Spans:
    """The spans over one of each that do not overlap and have at most `distance` positions between them."""
    found: Spans = {}
    for before, after in ((left, right),) if ordered else ((left, right), (right, left)):
        for a, b in islice(_followed(before, after, distance), most):
            found[a[0], b[1]] = found.get((a[0], b[1]), frozenset()) | before[a] | after[b]
    return found


def _followed(first: Spans, second: Spans, distance: int) -> Iterator[tuple[Span, Span]]:
    """Each span of the first with each of the second that begins behind it, near enough."""
    ordered = sorted(second)
    for span in first:
        at = bisect_left(ordered, (span[1] + 1,))
        while at < len(ordered) and ordered[at][0] - span[1] - 1 <= distance:
            yield span, ordered[at]
            at += 1
