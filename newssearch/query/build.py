"""Trees made canonical: one tree for one meaning, however it was written.

Nested AND and OR are flat, single parts stand alone, boosts multiply, and nothing is
negated twice.
"""

from collections.abc import Iterable

from newssearch.query.fields import EXACT
from newssearch.query.tree import (
    And,
    Boost,
    Date,
    Everything,
    Fuzzy,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Word,
)

BOOSTS = (1e-9, 1000.0)
"""The least and the greatest boost."""


def all_of(parts: Iterable[Query]) -> Query:
    """All of the parts; one part is itself, none is everything.

    >>> str(all_of([Word("drug"), And((Word("boat"), Word("navy")))]))
    'drug boat navy'
    """
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat)) if flat else Everything()


def any_of(parts: Iterable[Query]) -> Query:
    """Any of the parts; one part is itself, none is nothing."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat)) if flat else Not(Everything())


def negate(part: Query) -> Query:
    """What the part does not match; twice is the part itself. Boosts have no meaning here and go."""
    part = unboosted(part)
    return part.part if isinstance(part, Not) else Not(part)


def boosted(part: Query, factor: float) -> Query:
    """The part with its score times `factor`, held within `BOOSTS`; boosts of boosts multiply."""
    if isinstance(part, Boost):
        return boosted(part.part, part.factor * factor)
    factor = min(max(factor, BOOSTS[0]), BOOSTS[1])
    return part if factor == 1 or isinstance(part, Date | Not | Everything) else Boost(part, factor)


def near(left: Query, right: Query, distance: int, *, ordered: bool = False) -> Query:
    """Left near right; a chain of the same operator is one `Near`. Boosts inside have no meaning and go."""
    left, right = unboosted(left), unboosted(right)
    same = isinstance(left, Near) and (left.distance, left.ordered) == (distance, ordered)
    parts = left.parts if isinstance(left, Near) and same else (left,)
    return Near((*parts, right), distance, ordered)


def can_be_near(part: Query) -> bool:
    """Whether the part has places in a text, which `near` can compare."""
    match part:
        case Or(parts) | Near(parts=parts):
            return all(map(can_be_near, parts))
        case Boost(inner):
            return can_be_near(inner)
        case Word() | Phrase() | Fuzzy():
            return True
        case Pattern():
            return part.field not in EXACT
        case _:
            return False


def unboosted(part: Query) -> Query:
    """The same tree without any boost."""
    match part:
        case Boost(inner):
            return unboosted(inner)
        case And(parts):
            return all_of(map(unboosted, parts))
        case Or(parts):
            return any_of(map(unboosted, parts))
        case Not(inner):
            return negate(inner)
        case _:
            return part


def near_fields(part: Query) -> frozenset[str | None]:
    """The fields on the leaves of a part that `can_be_near`; None stands for the default ones."""
    match part:
        case Or(parts) | Near(parts=parts):
            return frozenset().union(*map(near_fields, parts))
        case Boost(inner):
            return near_fields(inner)
        case Word() | Phrase() | Fuzzy() | Pattern():
            return frozenset({part.field})
        case _:
            return frozenset()


def size(part: Query) -> int:
    """The number of leaves."""
    match part:
        case Or(parts) | Near(parts=parts) | And(parts):
            return sum(map(size, parts))
        case Boost(inner) | Not(inner):
            return size(inner)
        case _:
            return 1
