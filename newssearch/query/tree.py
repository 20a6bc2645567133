"""What a search means, as a tree of frozen values.

::

    Query = Word | Phrase | Pattern | Fuzzy | Name | Value | Exists | Everything | Date   leaves
          | Near | Not | And | Or | Boost                                                branches

The field sits on the leaf; None means the default fields. Equality is structural, and
trees made by `all_of`, `any_of`, `negate`, `near` and `boosted` (the parser makes them
so) are canonical. ``str`` gives query text that parses to the same tree; what a tree
means is defined by `newssearch.query.matcher`.
"""

import re
from dataclasses import field

from newssearch.query.fields import EXACT, WRITTEN
from newssearch.values import value


@value
class Word:
    """Articles with a word of the same stem. ``strike`` matches "strikes", and not "striking distance"."""

    word: str
    field: str | None = None

    def __str__(self) -> str:
        return _fielded(self.field, self.word)


@value
class Phrase:
    """These words, unstemmed and in order, with at most `slop` further positions among them."""

    words: tuple[str, ...]
    slop: int = 0
    field: str | None = None

    def __str__(self) -> str:
        return _fielded(self.field, f'"{" ".join(self.words)}"{f"~{self.slop}" if self.slop else ""}')


@value
class Pattern:
    """Unstemmed words of this shape: `*` is any run of characters, `?` any one.

    In an exact field the whole value has the shape, only `*` is special, and a
    backslash makes it (and a backslash) mean itself.
    """

    pattern: str
    field: str | None = None

    def __str__(self) -> str:
        pattern = re.sub(_ORDINARY, r"\\\g<0>", self.pattern) if self.field in EXACT else self.pattern
        return _fielded(self.field, pattern)


@value
class Fuzzy:
    """Unstemmed words within `edits` (1 or 2) edits, with the same first letter."""

    word: str
    edits: int = 1
    field: str | None = None

    def __str__(self) -> str:
        return _fielded(self.field, f"{self.word}~{self.edits if self.edits > 1 else ''}")


@value
class Name:
    """Articles by one author with all these name parts, as `newssearch.byline` compares them."""

    name: str

    def __str__(self) -> str:
        return _fielded("byline", f'"{self.name}"')


@value
class Value:
    """Articles with exactly this value, folded, in an exact field."""

    value: str
    field: str

    def __str__(self) -> str:
        return _fielded(self.field, '"' + re.sub(_IN_QUOTES, r"\\\g<0>", self.value) + '"')


@value
class Exists:
    """Articles with any value in the field."""

    field: str

    def __str__(self) -> str:
        return _fielded(self.field, "*")


@value
class Everything:
    """Every article."""

    def __str__(self) -> str:
        return "*"


@value
class Date:
    """Articles printed from `start` to `end`, each a period as written or None for an open end.

    `after` and `before` leave out the period itself at that end.
    """

    start: str | None = None
    end: str | None = None
    after: bool = False
    before: bool = False
    column: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        if self.end is None:
            return f"{'after' if self.after else 'since'}:{self.start}"
        if self.start is None:
            return f"{'before' if self.before else 'until'}:{self.end}"
        return f"date:{self.start}" if self.start == self.end else f"date:{self.start}..{self.end}"


@value
class Near:
    """Its parts in one field, joined from the left: at most `distance` further positions between two.

    In any order unless `ordered`. Parts are words, phrases, patterns, fuzzy words,
    other `Near`s, and `Or`s of these.
    """

    parts: tuple["Query", ...]
    distance: int
    ordered: bool = False

    def __str__(self) -> str:
        operator = f" {'PRE' if self.ordered else 'NEAR'}/{self.distance} "
        first, *others = self.parts
        left = str(first) if isinstance(first, Near) else _grouped(first)
        return operator.join([left, *map(_grouped, others)])


@value
class Not:
    """Articles that the part does not match."""

    part: "Query"

    def __str__(self) -> str:
        return f"-{_grouped(self.part)}"


@value
class And:
    """Articles that all parts match; their scores add up."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, And | Or) else str(part) for part in self.parts)


@value
class Or:
    """Articles that any part matches; the scores of those that do add up."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " OR ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@value
class Boost:
    """The part, its score times `factor`."""

    part: "Query"
    factor: float

    def __str__(self) -> str:
        from decimal import Decimal  # here: few queries have a boost

        part = _grouped(self.part)
        if isinstance(self.part, Pattern | Exists) and self.part.field in EXACT:
            part = f"({part})"  # a caret behind such a value would be a part of it
        return f"{part}^{Decimal(repr(self.factor)).normalize():f}"


Leaf = Word | Phrase | Pattern | Fuzzy | Name | Value | Exists | Everything | Date
Query = Leaf | Near | Not | And | Or | Boost

# Compiled when a tree is first written, which most are not: a new process that only asks is half a millisecond sooner.
_ORDINARY = r'[\s"“”„‟＂()|,]'
_IN_QUOTES = r'["“”„‟＂\\]'


def _fielded(name: str | None, text: str) -> str:
    return f"{WRITTEN.get(name, name)}:{text}" if name else text


def _grouped(part: Query) -> str:
    return f"({part})" if isinstance(part, And | Or | Near | Not | Boost) else str(part)
