"""The best of many: the top of a choice of words, without scoring what cannot come so far.

MaxScore (Turtle and Flood, *Query evaluation: strategies and optimizations*, 1995) over
arrays: fields of postings are taken in the order of the most that one posting in them
can add. Once the documents found so far score more than all remaining fields can add
together, no new document can come to the top, and the rest is asked only about those
that still can. A long list is read by strides, only those whose greatest impact lets a
document of theirs come so far.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newssearch.engines.ranking import SLACK
from newssearch.engines.whoosh.kernels import at_least, chained, leading, least_of_best, outside, plus_at, taken, union
from newssearch.engines.whoosh.scoring import NO_MATCHES, Field, Matches, Strides, scorable, summed
from newssearch.engines.whoosh.withholding import Hidden

_FEW = 3_000
"""So many postings are scored faster than chosen from."""


class Best(NamedTuple):
    """Documents among which the best are; where it is known, how many match in all, and how many more are hidden."""

    matches: Matches
    total: int | None
    hidden: int | None


def whole(matches: Matches, hidden: Hidden | None) -> Best:
    """All that match, but for what is hidden."""
    matched = len(matches.documents)
    matches = _shown(matches, hidden)
    total = len(matches.documents)
    return Best(matches, total, matched - total)


def best(fields: Sequence[Field], count: int, documents: int, hidden: Hidden | None, *, total: bool) -> Best:
    """The best `count` of the documents of any of the fields, whose scores add; see `Evaluator.best`.

    What is `hidden` scores nothing in the fields.
    """
    if sum([field.count for field in fields]) <= _FEW:
        return _leading(fields, count, documents, hidden)
    matched, out = _counted(fields, documents, hidden) if total else (None, None)
    found = _shown(_top(fields, count, documents), hidden) if count else NO_MATCHES
    return Best(found, matched if matched is None else matched - (out or 0), out)


def _leading(fields: Sequence[Field], count: int, documents: int, hidden: Hidden | None) -> Best:
    """The same of few postings: they are scored sooner than chosen from."""
    parts = scorable(fields)
    if not parts:
        return Best(NO_MATCHES, 0, 0)
    with fields[0].parts[0].reading:
        found, scores, matched = leading(parts, documents, count, SLACK)
    out = 0 if hidden is None else _matching(hidden, fields, documents)
    return Best(_shown(Matches(found, scores), hidden), matched - out, out)


def _counted(fields: Sequence[Field], documents: int, hidden: Hidden | None) -> tuple[int, int]:
    """How many match in all, and how many of these are hidden."""
    one = len(fields) == 1
    matched = fields[0].count if one else len(union([field.postings().documents for field in fields], documents))
    return matched, 0 if hidden is None else _matching(hidden, fields, documents)


def _matching(hidden: Hidden, fields: Sequence[Field], documents: int) -> int:
    """How many of the hidden match."""
    return len(union([taken(hidden.documents, field.places_among(hidden.documents)[0]) for field in fields], documents))


def _shown(matches: Matches, hidden: Hidden | None) -> Matches:
    """Those that are not hidden."""
    if hidden is None or not len(matches.documents):
        return matches
    shown = hidden.shown(matches.documents)
    if len(shown) == len(matches.documents):
        return matches
    return Matches(taken(matches.documents, shown), taken(matches.scores, shown))


def _top(fields: Sequence[Field], count: int, documents: int) -> Matches:
    """The best of all segments; what one has found is what the next has to beat."""
    segments: dict[int, list[Field]] = {}
    for field in fields:
        for base, own in field.by_segment():
            segments.setdefault(base, []).append(own)
    least = 0.0
    found = NO_MATCHES
    for _, fields_of_segment in sorted(segments.items()):
        new = _top_of_segment(fields_of_segment, count, documents, least)
        found = Matches(chained([found.documents, new.documents]), chained([found.scores, new.scores]))
        least = least_of_best(found.scores, count)
    return _above(found, least)


def _top_of_segment(fields: Sequence[Field], count: int, documents: int, least: float) -> Matches:
    ordered = sorted(fields, key=lambda field: -field.most)
    rest = sum([field.most for field in ordered])
    found = NO_MATCHES
    for at, field in enumerate(ordered):
        rest -= field.most
        if field.most + rest < least - SLACK:  # no document that is not among the found can come to the top
            return _refined(found, ordered[at:], field.most + rest, count, least)
        if (least > 0 or len(ordered) == 1) and (strides := field.strided):
            found = _by_strides(strides, found, rest, least, count, documents)
        else:
            found = summed([found, field.matches()], documents)
        least = max(least, least_of_best(found.scores, count))
        found = _above(found, least - rest)
    return found


def _by_strides(strides: Strides, found: Matches, rest: float, least: float, count: int, documents: int) -> Matches:
    """The found documents and those of a long field that can come to the top, the field's scores added."""
    if least <= 0:  # a first look at the best strides tells what there is to beat
        least = least_of_best(strides.matches(strides.strongest(count + 1)).scores, count)
    chosen = strides.reaching(least - SLACK - rest)
    if 2 * len(chosen) > strides.strided.strides:
        return summed([found, strides.field.matches()], documents)
    new = strides.matches(chosen) if len(chosen) else NO_MATCHES
    if not len(found.documents):
        return new
    at, added = strides.field.among(found.documents)
    fresh = outside(new.documents, found.documents)
    others = Matches(taken(found.documents, at), added)
    return summed([found, others, Matches(taken(new.documents, fresh), taken(new.scores, fresh))], documents)


def _refined(found: Matches, fields: Sequence[Field], rest: float, count: int, least: float) -> Matches:
    """The found documents with what the other fields add to them, those that fall behind left out."""
    for field in fields:
        least = max(least, least_of_best(found.scores, count))
        found = _above(found, least - rest)
        at, added = field.among(found.documents)
        found = Matches(found.documents, plus_at(found.scores, at, added))
        rest -= field.most
    return _above(found, max(least, least_of_best(found.scores, count)))


def _above(found: Matches, least: float) -> Matches:
    """Those that score so much, within the slack."""
    if least <= 0:
        return found
    return Matches(*at_least(found.documents, found.scores, least - SLACK))
