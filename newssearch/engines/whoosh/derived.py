"""What many queries need of a snapshot, made when the first does."""

from collections.abc import Iterable
from functools import cached_property

from newssearch.engines.whoosh.calendar import Calendar
from newssearch.engines.whoosh.kernels import between, taken
from newssearch.engines.whoosh.rows import Numbers
from newssearch.engines.whoosh.scoring import Norms, norms
from newssearch.engines.whoosh.snapshot import Snapshot
from newssearch.engines.whoosh.withholding import Hidden

_FEW = 4
"""Questions that are answered without a calendar: a command asks no more."""


class Derived:
    """See the module. `languages` are those that words are stemmed in; what is `hidden` scores nothing."""

    def __init__(self, snapshot: Snapshot, languages: Iterable[str], hidden: Hidden | None) -> None:
        self.snapshot = snapshot
        self.languages = sorted(languages)
        self._hidden = hidden
        self._norms: dict[str, Norms] = {}
        self.questions = 0
        """How many were asked, with those that say what an answer leaves out."""

    @cached_property
    def undated(self) -> Numbers:
        """The articles without a date: what a period leaves out is asked for with every period."""
        everything = self.snapshot.everything
        return taken(everything, between(self.snapshot.column("day"), everything, 0, 0))

    @property
    def calendar_that_pays(self) -> Calendar | None:
        """The calendar; None where so few questions were asked that making it would take longer than they do."""
        return self.calendar if self.questions > _FEW else None

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(self.snapshot.column("day"), self.snapshot.everything)

    def norms(self, field: str) -> Norms:
        """What lengths in a field mean to the ranking."""
        found = self._norms.get(field)
        if found is None:
            found = norms(self.snapshot, field)
            self._norms[field] = found = found if self._hidden is None else found.without(self._hidden.documents)
        return found
