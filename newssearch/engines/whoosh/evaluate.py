"""A resolved query over a snapshot's rows: which documents match, and their scores.

Each node of the tree becomes a `Matches`. Parts that must all match are asked in the
order of their size, and each only about the documents that are left. The meaning is the
reference matcher's, the scores are those of `engines.ranking`.
"""

from collections.abc import Sequence

from newssearch import byline
from newssearch.analysis import stem
from newssearch.engines.entry import stemmed
from newssearch.engines.ranking import CONSTANT
from newssearch.engines.whoosh.calendar import Calendar
from newssearch.engines.whoosh.derived import Derived
from newssearch.engines.whoosh.expansion import Shape
from newssearch.engines.whoosh.kernels import counting, filled, meeting, outside, plus, taken, times, union
from newssearch.engines.whoosh.period import Period
from newssearch.engines.whoosh.postings import Postings
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.scoring import Field, Kept, Matches, summed, summed_among
from newssearch.errors import UnsupportedQuery
from newssearch.query import Query, tree
from newssearch.query.fields import DEFAULTS, EXACT
from newssearch.query.matcher import fields_of

_MANY = 2_000
"""Documents that are worth being chosen from before they are scored."""


class Evaluation:
    """One query, being answered."""

    def __init__(self, derived: Derived) -> None:
        self._of = derived
        self.snapshot = derived.snapshot
        self._fields: dict[object, list[Field]] = {}

    @property
    def _calendar(self) -> Calendar | None:
        return self._of.calendar_that_pays

    def only_ranked(self, query: Query, factor: float) -> list[Field] | None:
        """The fields of a choice of plain words, each with its weight; None where there is anything else."""
        match query:
            case tree.Word(_, field) if field is None or field in DEFAULTS:
                return [field.boosted(factor) for field in self.fields(query)]
            case tree.Boost(part, own):
                return self.only_ranked(part, factor * own)
            case tree.Or(parts):
                found = [self.only_ranked(part, factor) for part in parts]
                return None if None in found else [field for fields in found for field in fields or ()]
            case _:
                return None

    def evaluate(self, query: Query) -> Matches:
        """The documents that match, with their scores."""
        match query:
            case tree.And(parts):
                return self._all(parts)
            case tree.Or(parts):
                return self._any([self.evaluate(part) for part in parts])
            case tree.Not(tree.Exists("date")):
                return _scored(self._of.undated, 0)
            case tree.Not(part):
                matching = self.evaluate(part).documents
                return _scored(_without(self.snapshot.everything, matching), 0)
            case tree.Boost(part, factor):
                documents, scores = self.evaluate(part)
                return Matches(documents, times(scores, factor))
            case tree.Everything():
                return _scored(self.snapshot.everything, 0)
            case tree.Exists(field):
                return _scored(self.snapshot.documents("has", field), CONSTANT)
            case tree.Value(value, field):
                return _scored(self.snapshot.documents(field, value), CONSTANT)
            case tree.Name(name):
                return _scored(self.snapshot.named(byline.wanted(name)), CONSTANT)
            case tree.Date():
                period = Period.of(query)
                documents = self.snapshot.everything if self._calendar is None else self._calendar.of(period)
                return _scored(taken(documents, period.among(self.snapshot, documents)), 0)
            case tree.Pattern() | tree.Fuzzy():
                fields = [query.field] if query.field in EXACT else fields_of(query)
                found = self.snapshot.expanded(fields, Shape.of(query))
                return self._any([_scored(own, CONSTANT * DEFAULTS.get(field, 1.0)) for field, own in found.items()])
            case tree.Word() | tree.Phrase() | tree.Near():
                return self._any([field.matches() for field in self.fields(query)] + self._unranked(query))
            case _:
                raise UnsupportedQuery(f"the Whoosh engine has no meaning for {query!r}")

    def among(self, query: Query, documents: Numbers) -> Kept:
        """Those of the documents, ascending, that match: as `evaluate`, for less work where they are few."""
        match query:
            case tree.And(parts):
                at, scores = counting(0, len(documents)), filled(len(documents), 0)
                for part in sorted(parts, key=self._cost):
                    if not len(at):
                        break
                    own, added = self.among(part, taken(documents, at))
                    at, scores = taken(at, own), plus(taken(scores, own), added)
                return Kept(at, scores)
            case tree.Or(parts):
                return Kept(*summed([Matches(*self.among(part, documents)) for part in parts], len(documents)))
            case tree.Not(part):
                return _constant(outside(counting(0, len(documents)), self.among(part, documents).at), 0)
            case tree.Boost(part, factor):
                at, scores = self.among(part, documents)
                return Kept(at, times(scores, factor))
            case tree.Everything():
                return _constant(counting(0, len(documents)), 0)
            case tree.Date():
                return _constant(Period.of(query).among(self.snapshot, documents), 0)
            case tree.Word() if not self._unranked(query):
                return summed_among(self.fields(query), documents)
            case _:
                own, scores = self.evaluate(query)
                at, there = meeting(documents, own)
                return Kept(at, taken(scores, there))

    def _all(self, parts: Sequence[Query]) -> Matches:
        """The documents that match every part: the part with the fewest first, each next among those left."""
        first, *others = sorted(parts, key=self._cost)
        if isinstance(first, tree.Word) and self._cost(first) > _MANY and not self._unranked(first):
            # Its scores come last, when fewer documents are left to be scored.
            documents = union([field.postings().documents for field in self.fields(first)], self.snapshot.count)
            scores = filled(len(documents), 0)
            others.append(first)
        else:
            documents, scores = self.evaluate(first)
        for part in others:
            if not len(documents):
                break
            at, added = self.among(part, documents)
            documents, scores = taken(documents, at), plus(taken(scores, at), added)
        return Matches(documents, scores)

    def _any(self, parts: Sequence[Matches]) -> Matches:
        return summed(parts, self.snapshot.count)

    def _cost(self, query: Query) -> int:
        """About how many documents a part matches, as far as that is known without asking it."""
        match query:
            case tree.Word():
                return sum(field.count for field in self.fields(query))
            case tree.Boost(part):
                return self._cost(part)
            case tree.Or(parts):
                return sum(map(self._cost, parts))
            case tree.Not(tree.Exists("date")):
                return len(self._of.undated)
            case tree.Date() if self._calendar is not None:
                return self._calendar.count(Period.of(query))
            case tree.Not() | tree.Date() | tree.Everything():
                return self.snapshot.count + 1
            case _:
                return self.snapshot.count // 16  # it is asked as a whole anyway

    # --- words --------------------------------------------------------------------

    def fields(self, query: tree.Word | tree.Phrase | tree.Near) -> list[Field]:
        """The postings of a word, phrase or NEAR in each ranked field that has any."""
        key = id(query) if isinstance(query, tree.Word) else query  # to hash a word takes as long as to find it
        found = self._fields.get(key)
        if found is None:
            found = self._fields[key] = self._read_fields(query)
        return found

    def _read_fields(self, query: tree.Word | tree.Phrase | tree.Near) -> list[Field]:
        of, articles = self._of, self.snapshot.articles
        if isinstance(query, tree.Word):
            stems = {stem(query.word, language) for language in of.languages}
            parts = self.snapshot.ranked(stems)
            wanted = list(DEFAULTS) if query.field is None else [query.field]
            return [Field(of.norms(f), DEFAULTS[f], articles, parts[f]) for f in wanted if f in parts and f in DEFAULTS]
        wanted = [field for field in fields_of(query) if field in DEFAULTS]
        return [
            Field(of.norms(field), DEFAULTS[field], articles, (), postings)
            for field, postings in self._standing(query, wanted).items()
            if len(postings.documents)
        ]

    def _unranked(self, query: tree.Word | tree.Phrase | tree.Near) -> list[Matches]:
        """The documents of a word, phrase or NEAR in each field that is not ranked, with a constant."""
        fields = [field for field in fields_of(query) if field not in DEFAULTS]
        if isinstance(query, tree.Word):
            return [_scored(self.snapshot.documents(field, query.word), CONSTANT) for field in fields]
        return [_scored(postings.documents, CONSTANT) for postings in self._standing(query, fields).values()]

    def _standing(self, query: tree.Phrase | tree.Near, fields: Sequence[str]) -> dict[str, Postings]:
        """The documents with a phrase or NEAR in each of the fields, and at how many places one starts."""
        if isinstance(query, tree.Phrase) and not query.slop:
            return self.snapshot.phrase(fields, query.words)
        from newssearch.engines.whoosh.nearby import Nearby  # which takes NumPy, and few questions

        nearby = Nearby(self.snapshot, self._view)
        return {field: nearby.postings(query, field) for field in fields}

    def _view(self, word: str, field: str) -> tuple[str, list[str]]:
        """The view that a word looks in, and the words that it means there."""
        if field not in DEFAULTS:
            return field, [word]
        return stemmed(field), sorted({stem(word, language) for language in self._of.languages})


def _without(documents: Numbers, others: Numbers) -> Numbers:
    return taken(documents, outside(documents, others))


def _constant(at: Numbers, score: float) -> Kept:
    return Kept(at, filled(len(at), score))


def _scored(documents: Numbers, score: float) -> Matches:
    return Matches(documents, filled(len(documents), score))
