"""A generation, ready to be asked: with what many questions need of it, and without what is not to be shown."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

from newssearch.engines.whoosh.best import Best, best, whole
from newssearch.engines.whoosh.derived import Derived
from newssearch.engines.whoosh.evaluate import Evaluation
from newssearch.engines.whoosh.kernels import taken
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.scoring import Matches
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.withholding import Hidden, Withheld
from newssearch.query import Query


class Evaluator:
    """One snapshot, to ask any number of queries. `languages` are those that words are stemmed in.

    What is `hidden` no query finds; scores are those of a search that finds it too.
    """

    def __init__(self, snapshot: Snapshot, languages: Iterable[str], hidden: Hidden | None = None) -> None:
        self.snapshot = snapshot
        self.languages = frozenset(languages)
        self.hidden = hidden
        self.derived = Derived(snapshot, self.languages, hidden)
        self._showing: Evaluator | None = None

    @cached_property
    def _withheld(self) -> Withheld:
        return Withheld(self.snapshot)

    def showing(self, now: datetime) -> "Evaluator":
        """The same, without what is not to be shown at a moment."""
        hidden = self._withheld.at(now)
        if hidden is None:
            return self
        showing = self._showing
        if showing is None or showing.hidden is not hidden:
            self._showing = showing = Evaluator(self.snapshot, self.languages, hidden)
        return showing

    def evaluate(self, query: Query) -> Matches:
        """All documents that match. Raises `UnsupportedQuery` for a node without a meaning here."""
        return self.best(query, None, total=False).matches

    def among(self, query: Query, documents: Numbers) -> Numbers:
        """Those of the documents, ascending, that match."""
        if self.hidden is not None:
            documents = taken(documents, self.hidden.shown(documents))
        return taken(documents, Evaluation(self.derived).among(query, documents).at)

    def best(self, query: Query, count: int | None, *, total: bool) -> Best:
        """Documents among which are the `count` that score best, and all that tie with the last of them; None: all.

        With `total`, how many match in all is known too; else it may be.
        """
        evaluation = Evaluation(self.derived)
        ranked = None if count is None else evaluation.only_ranked(query, 1.0)
        if count is not None and ranked is not None:
            return best(ranked, count, self.snapshot.count, self.hidden, total=total)
        return whole(evaluation.evaluate(query), self.hidden)
